import Basics
import Consolidation
import Diagnosis
import Overlap
import Registry

/// Why two bodies are alike (职责相近): what was counted, so that it can be said.
struct LikenessOfTwo: Sendable, Hashable {
    /// Points for duties that are likely one matter.
    var duties = 0
    /// The nearest two duties, as the words they share.
    var shared = ""
    /// Points for names that tell the same kind of work.
    var work = 0
    /// Points for one supervisor, where several could be.
    var line = 0

    var points: Int { duties + work + line }

    /// What counts here, in words; nil where nothing does.
    var wording: Wording? {
        var zh: [String] = []
        var en: [String] = []
        if duties > 0 {
            zh.append("职责相近\(duties)分（如“\(shared)”）")
            en.append("duties alike, \(duties) points (as “\(shared)”)")
        }
        if work > 0 {
            zh.append("名称所示业务相同\(work)分")
            en.append("the same work by name, \(work) points")
        }
        if line > 0 {
            zh.append("同一主管部门\(line)分")
            en.append("one supervisor, \(line) points")
        }
        guard !zh.isEmpty else { return nil }
        return Wording(zh: zh.joined(separator: "，"), en: en.joined(separator: ", "))
    }
}

extension MergerCandidates {
    /// The most points that duties alike come to, and what the other grounds come to.
    private static let mostOfDuties = 100
    private static let sameWork = 40
    private static let sameLine = 20

    /// How alike the bodies are, pair by pair; pairs with nothing in common are left out.
    func likenesses(in register: Register, words: OverlapWords) -> [BodyPair: LikenessOfTwo] {
        var likenesses: [BodyPair: LikenessOfTwo] = [:]
        var statements: [OverlapStatement] = []
        for (place, body) in bodies.enumerated() {
            for duty in register.duties(of: body.id) {
                statements.append(OverlapStatement(holder: place, text: duty.text))
            }
        }
        var settings = words.settings
        settings.limit = .max
        let index = OverlapIndex(
            statements, thesaurus: words.thesaurus, background: words.background,
            without: DutyComparison.placeNames(in: register), settings: settings)
        for pair in index.pairs() {
            let holders = BodyPair(
                statements[pair.statements.first].holder, statements[pair.statements.second].holder)
            guard instance.mayMeet(holders.first, holders.second) else { continue }
            var likeness = likenesses[holders] ?? LikenessOfTwo()
            if likeness.duties == 0 { likeness.shared = pair.shared.prefix(2).map(\.text).joined(separator: "、") }
            likeness.duties = min(Self.mostOfDuties, likeness.duties + pair.score / 10)
            likenesses[holders] = likeness
        }
        let works = bodies.map { body in
            kindOfWork(
                body.profile.name, under: body.profile.supervisor.flatMap { register.institutions[$0]?.profile.name })
        }
        for one in bodies.indices {
            for other in bodies.indices.dropFirst(one + 1) where instance.mayMeet(one, other) {
                let pair = BodyPair(one, other)
                if let work = works[one], work == works[other] {
                    likenesses[pair, default: LikenessOfTwo()].work = Self.sameWork
                }
                let supervisors = [one, other].map { bodies[$0].profile.supervisor }
                if supervisors[0] == supervisors[1], instance.reach != .neighbours([]) {
                    likenesses[pair, default: LikenessOfTwo()].line = Self.sameLine
                }
            }
        }
        return likenesses
    }
}
