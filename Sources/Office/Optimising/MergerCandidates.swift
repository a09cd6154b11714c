import Basics
import Consolidation
import Diagnosis
import Registry

/// Bodies of a register made ready to be grouped: which place in the instance is which body.
struct MergerCandidates {
    /// The bodies, by their place in the instance.
    let bodies: [Institution]
    /// Small bodies that are left alone, with the reason.
    let leftAlone: [(body: Institution, why: Wording)]
    /// The instance, without goals and affinities.
    let instance: Instance

    /// Public institutions that are small, and where the principles say so the larger ones beside them.
    /// - Parameter spared: bodies that a merger can't take in as things stand, with the reason.
    init(
        in register: Register, by principles: Principles, thresholds: Thresholds, spared: [Institution.ID: Wording]
    ) throws(OfficeFailure) {
        let named = try NamedPrinciples(principles, in: register)
        var small: [Institution] = []
        var larger: [Institution] = []
        var leftAlone: [(body: Institution, why: Wording)] = []
        var threshold = 0
        let living = register.institutions.values.filter { $0.isActive && $0.profile.type == .publicInstitution }
        for body in living.sorted(by: { ($0.profile.name, $0.id) < ($1.profile.name, $1.id) }) {
            guard let heads = register.approvedHeads(of: body.id) else { continue }
            let limit = principles.small ?? thresholds.smallBody(of: body, in: register)
            let isSmall = heads <= limit || named.mentioned.contains(body.id)
            guard isSmall || principles.intoLarger else { continue }
            if let above = body.profile.supervisor {
                guard named.supervisors.isEmpty || named.supervisors.contains(above) else { continue }
            }
            if let why = spared[body.id] ?? body.reasonToLeave(in: register, named) {
                if isSmall { leftAlone.append((body, why)) }
            } else if isSmall {
                threshold = max(threshold, min(heads, limit))
                small.append(body)
            } else {
                larger.append(body)
            }
        }
        let kept = named.keep
        let all = small + larger
        bodies = all
        self.leftAlone = leftAlone
        let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($0.element.id, $0.offset) })
        var classes: [Likeness: Int] = [:]
        var supervisors: [Institution.ID: Int] = [:]
        for body in all {
            let likeness = Likeness(body, principles)
            classes[likeness] = classes[likeness] ?? classes.count
            if let above = body.profile.supervisor { supervisors[above] = supervisors[above] ?? supervisors.count }
        }
        let candidates = all.enumerated().map { place, body in
            Candidate(
                size: register.approvedHeads(of: body.id) ?? 0, people: register.presence(of: body.id).occupied,
                posts: LeaderPosts(
                    chiefs: register.approvedPosts(.chief, of: body.id),
                    deputies: register.approvedPosts(.deputy, of: body.id)),
                classNumber: classes[Likeness(body, principles)] ?? 0,
                supervisor: body.profile.supervisor.flatMap { supervisors[$0] },
                mayEnd: place < small.count && !kept.contains(body.id) && body.canEnd(in: register),
                standing: Int(body.profile.rank?.rawValue ?? 0))
        }
        func pairs(_ lists: [[Institution.ID]]) -> [BodyPair] {
            var pairs: Set<BodyPair> = []
            for list in lists {
                let known = list.compactMap { places[$0] }
                for (index, one) in known.enumerated() {
                    for other in known.dropFirst(index + 1) where other != one { pairs.insert(BodyPair(one, other)) }
                }
            }
            return pairs.sorted()
        }
        var neighbours: Set<BodyPair> = []
        for list in named.neighbours {
            let known = list.compactMap { supervisors[$0] }
            for (index, one) in known.enumerated() {
                for other in known.dropFirst(index + 1) where other != one { neighbours.insert(BodyPair(one, other)) }
            }
        }
        instance = Instance(
            bodies: candidates, together: pairs(named.together), apart: pairs(named.apart),
            reach: principles.anySupervisor ? .anywhere : .neighbours(neighbours),
            limits: Limits(
                smallest: principles.smallest ?? threshold + 1, largest: principles.largest, most: principles.most,
                belowSmallest: 0, posts: principles.posts))
    }
}

/// What two bodies must have in common to become one.
private struct Likeness: Hashable {
    let category: InstitutionCategory?
    let funding: Funding?

    init(_ body: Institution, _ principles: Principles) {
        category = principles.anyClass ? nil : body.profile.category
        funding = principles.anyFunding ? nil : body.profile.funding
    }
}

extension Institution {
    /// Why a merger is not to touch it; nil where nothing stands against it.
    fileprivate func reasonToLeave(in register: Register, _ named: NamedPrinciples) -> Wording? {
        if named.leaveOut.contains(id) { return Wording(zh: "按原则不动", en: "left out by the principles") }
        if profile.supervisor == nil { return Wording(zh: "主管部门不明", en: "its supervisor is unknown") }
        if lock != nil { return Wording(zh: "编制已锁定", en: "its headcount is locked") }
        if register.ledger.isUnknown(.posts, of: id) {
            return Wording(zh: "领导职数不明", en: "its leader posts are unknown")
        }
        let sizes: Set<ScaleMeasure> = [.stage, .classes, .pupils, .beds]
        if profile.facts.contains(where: { sizes.contains($0.measure) }) {
            return Wording(zh: "学校、医院另按专门标准", en: "schools and hospitals go by rules of their own")
        }
        return nil
    }

    /// Whether all its people can be moved.
    fileprivate func canEnd(in register: Register) -> Bool {
        !register.presence(of: id).staff.contains { register.people[$0]?.isDisputed ?? false }
    }
}
