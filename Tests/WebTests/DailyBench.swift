import Accounts
import Basics
import Office
import Registry
import Testing

@testable import Web

extension TestWorkbench {
    /// The register as it is recorded now.
    var register: Register { workbench.desk.register.register }

    /// A body and kind with at least so many free heads.
    func roomy(_ least: Int, except: Institution.ID? = nil) throws -> (Institution, EstablishmentKind) {
        let bodies = register.institutions.values.filter {
            $0.isActive && $0.id != except && $0.profile.supervisor == nil && $0.profile.type.holdsAccounts
        }.sorted { $0.id < $1.id }
        for body in bodies {
            for kind in EstablishmentKind.allCases {
                let account = Account(.institution(body.id), .heads(kind))
                guard let approved = register.approvedHeads(of: body.id, kind) else { continue }
                let taken = register.presence(of: body.id).occupied(kind) + register.ledger.reserved(on: account)
                if approved - taken >= least { return (body, kind) }
            }
        }
        throw OfficeFailure(.input, "test", zh: "无空编", en: "nothing is free")
    }

    /// A form to ask for heads, as a page sends it.
    func useFields(
        _ body: Institution, _ kind: EstablishmentKind, count: String = "2", title: String = "招聘用编2名",
        seed: UInt64 = 1, step: String = "send"
    ) -> [(String, String)] {
        [
            ("f", "headcount-use"), ("place", "0"), ("against", "\(workbench.desk.register.position)"),
            ("seed", Identifier<DailyDraft>(high: 99, low: seed).description), ("again", ""), ("about", ""),
            ("title", title), ("day", "2021-12-20"), ("organ", "区编办"), ("reform", ""),
            ("a0-body", body.profile.name), ("a0-kind", kind.name.zh), ("a0-count", count),
            ("a0-until", "2022-06-30"), ("step", step),
        ]
    }

    /// A motion for heads, moved by the clerk who is person 1: its number.
    func moveUse(_ count: String = "2", seed: UInt64 = 1) async throws -> Int {
        let (body, kind) = try roomy(2)
        let answer = try await post(
            "/changes/headcount-use", useFields(body, kind, count: count, seed: seed), as: "clerk@1")
        let place = try #require(answer.headers["location"], "\(answer.status)")
        return try #require(place.split(separator: "/").last.flatMap { Int($0) })
    }

    /// What a page's decision form carries, with the document's fields.
    func decision(_ page: String, number: Int = 1) throws -> [(String, String)] {
        func hidden(_ name: String) throws -> String {
            let parts = page.split(separator: "name=\"\(name)\" value=\"", maxSplits: 1)
            return String(try #require(parts.last?.split(separator: "\"").first))
        }
        return [
            ("expected", try hidden("expected")), ("seen", try hidden("seen")),
            ("decision-number", "样编〔2021〕\(number)号"), ("decision-title", "关于用编的批复"),
            ("decision-day", "2021-12-20"),
        ]
    }

    /// How many records the audit has.
    var auditCount: Int {
        get throws {
            try workbench.accounts.trail.read(AuditSearch(), most: 1_000).lines.count
        }
    }

    /// A motion in Latin letters that is on the agenda of a meeting of 20 December 2021.
    func putMotion() throws {
        var desk = workbench.desk.desk()
        var source = SeededSource(seed: 6)
        let now = workbench.clock()
        let draft = DailyDraft(
            title: "A better name", day: now.officeDay, against: 2, seed: Identifier(high: 8, low: 8),
            forms: [FilledForm("rename", ["body": "Road Station", "name": "Street Station"])])
        let stroke = MotionStroke(
            by: try desk.officer(named: "Bob", from: &source), on: now.officeDay, at: now)
        let number = try desk.openMotion(.daily(WrittenDaily(draft)), by: "Bureau of Works", stroke).number
        try desk.putOnAgenda(number, meeting: now.officeDay, item: 1, note: "First of all.", stroke)
        try desk.remarkOnMotion(number, "Why not.", stroke)
    }
}

extension TestWorkbench {
    /// A made-up identity number with a right check character.
    static let identityNumber: String = {
        let digits = Array("33998119900101001".utf8).map { Int($0) - 48 }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let check = Array("10X98765432")[zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11]
        return digits.map(String.init).joined() + String(check)
    }()
}
