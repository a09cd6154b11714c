import Basics
import Registry

/// A made-up district of 300 bodies and more, straight into changes: organs, public institutions that are small,
/// over their headcount or led by too many, an enterprise where some of their people work.
struct TestDistrict {
    static let day = Day(number: 18_412)  // 2020-05-31
    static let recorded = Instant(milliseconds: 1_590_912_000_000)
    static let jurisdiction = "339981"

    let history: History
    let opening: Entry
    var register: Register { history.latest }
    private(set) var departments: [String] = []
    private(set) var institutions: [String] = []
    private(set) var enterprises: [String] = []
    /// An enterprise, a township and a body managed from above.
    private(set) var outsiders: [String] = []
    /// Bodies that closed before the day of the plans.
    private(set) var closed: [String] = []
    /// Matters by name.
    private(set) var matters: [String] = []
    /// The reform that has some bodies locked.
    static let reform = document(900).citation

    init(seed: UInt64, institutions count: Int = 300) throws {
        var maker = Maker(seed: seed)
        for index in 0..<max(6, count / 10) { maker.department(index) }
        for index in 0..<3 { maker.enterprise(index) }
        maker.outsiders()
        for index in 0..<count { maker.institution(index) }
        maker.pools()
        maker.closedBodies()
        maker.matters()
        maker.locks()
        departments = maker.departments.map(\.name)
        institutions = maker.institutions.map(\.name)
        enterprises = maker.enterprises.map(\.name)
        outsiders = maker.outside
        closed = maker.closed
        matters = maker.named
        var source = SeededSource(seed: seed &+ 1)
        var begun = History(jurisdiction: Self.jurisdiction)
        let act = Act(
            command: Identifier(from: &source), document: Self.document(1), basis: .opening,
            drafter: Identifier(from: &source), changes: maker.changes.map { DatedChange(Self.day, $0) })
        let admission = try begun.judge(act, recorded: Self.recorded)
        begun.accept(admission)
        history = begun
        opening = admission.entry
    }

    static func document(_ number: Int) -> Document {
        guard let citation = Citation(issuer: "测编", year: 2020, number: number) else {
            preconditionFailure("the tests number their documents from 1")
        }
        return Document(citation: citation, title: Digest(sha256: "document \(number)".utf8), decided: day)
    }
}

private struct Maker {
    struct Named {
        let id: Institution.ID
        let name: String
    }

    var source: SeededSource
    var changes: [Change] = []
    var departments: [Named] = []
    var institutions: [Named] = []
    var enterprises: [Named] = []
    var outside: [String] = []
    var closed: [String] = []
    var named: [String] = []
    /// The first duty of each body.
    private var firstDuties: [DutyStatement.ID] = []

    init(seed: UInt64) { source = SeededSource(seed: seed) }

    mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &source) }

    mutating func department(_ index: Int) {
        let body = Named(id: Identifier(from: &source), name: "测试区第\(index)局")
        departments.append(body)
        changes.append(
            .establish(body.id, Profile(name: body.name, type: .government, rank: .zhengke), origin: nil))
        furnish(body, kind: .administrative, rank: .zhengke, heads: roll(10...25), place: nil)
    }

    mutating func enterprise(_ index: Int) {
        let body = Named(id: Identifier(from: &source), name: "测试养护\(index)公司")
        enterprises.append(body)
        changes.append(.establish(body.id, Profile(name: body.name, type: .outside), origin: nil))
    }

    mutating func outsiders() {
        for (name, type) in [("测试镇", InstitutionType.township), ("测试上级分局", .managedFromAbove)] {
            changes.append(.establish(Identifier(from: &source), Profile(name: name, type: type), origin: nil))
            outside.append(name)
        }
        outside += enterprises.map(\.name)
    }

    /// Heads in the turnover pool, some of them lent; posts in the district pool.
    mutating func pools() {
        for funding in Funding.allCases {
            let kind = EstablishmentKind(funding: funding)
            changes.append(.move(.heads(kind), count: 400, from: .grant, to: .turnoverPool))
            changes.append(.move(.heads(kind), count: 50, from: .grant, to: .districtPool))
            for body in institutions where roll(0...7) == 0 {
                let reservation = Reservation(
                    id: Identifier(from: &source), account: Account(.turnoverPool, .heads(kind)), count: roll(1...2),
                    purpose: .turnover, beneficiary: body.id, lastDay: TestDistrict.day.advanced(by: roll(300...900)))
                changes.append(.reserve(reservation))
            }
        }
    }

    mutating func closedBodies() {
        for index in 0..<30 {
            let id: Institution.ID = Identifier(from: &source)
            closed.append("测试区原第\(index)站")
            changes.append(
                .establish(
                    id, Profile(name: "测试区原第\(index)站", type: .publicInstitution, rank: .guji), origin: nil))
            changes.append(.abolish(id, successors: [institutions[index].id]))
        }
    }

    /// Some bodies are locked for the reform; last of all, since nothing else moves there from then on.
    mutating func locks() {
        for body in institutions where roll(0...11) == 0 {
            changes.append(.lock(body.id, reform: TestDistrict.reform))
        }
    }

    /// Matters that one body leads and the next one helps with.
    mutating func matters() {
        for index in stride(from: 0, to: firstDuties.count - 1, by: 4) {
            let id: Matter.ID = Identifier(from: &source)
            named.append("事项\(index)")
            changes.append(.defineMatter(id, name: "事项\(index)", catalogue: "权责清单", origin: nil))
            for (offset, role) in [(0, MatterRole.lead), (1, .assist)] {
                changes.append(
                    .joinMatter(
                        id, Matter.Part(statement: firstDuties[index + offset], role: role, area: .everywhere)))
            }
        }
    }

    mutating func institution(_ index: Int) {
        let body = Named(id: Identifier(from: &source), name: "测试区第\(index)中心")
        let funding: Funding = [.full, .full, .partial, .selfFunded][roll(0...3)]
        let department = departments[index % departments.count]
        changes.append(
            .establish(
                body.id,
                Profile(
                    name: body.name, type: .publicInstitution, rank: .guji,
                    category: funding == .full ? .welfareOne : .welfareTwo, funding: funding,
                    supervisor: department.id, officeCode: "C\(index)",
                    registrationCode: roll(0...4) == 0 ? nil : "R\(index)",
                    facts: [ScaleFact(.income, roll(10...900))]), origin: Origin(sheet: "机构", row: index + 5)))
        if roll(0...4) == 0 { changes.append(.hangPlate(body.id, "\(body.name)分牌")) }
        if roll(0...5) == 0 { changes.append(.addUnit(body.id, InternalUnit(name: "办公室\(index)", rank: nil))) }
        furnish(
            body, kind: EstablishmentKind(funding: funding), rank: .guji, heads: roll(2...14),
            place: roll(0...3) == 0 ? enterprises[roll(0...2)] : roll(0...3) == 0 ? departments[roll(0...2)] : nil)
        institutions.append(body)
    }

    /// One of a body's people has a second place at another body, which has a head for it.
    private mutating func secondPlace(of person: Person.ID, _ kind: EstablishmentKind) {
        guard let other = institutions.last, roll(0...9) == 0 else { return }
        changes.append(.move(.heads(kind), count: 1, from: .grant, to: .institution(other.id)))
        changes.append(.enrol(person, Place(institution: other.id, kind: kind)))
        changes.append(.openTolerance(.onePlace(person), measure: 1, .baseline))
    }

    /// Heads, posts, duties and people; now and then one head or deputy too many, put up with.
    private mutating func furnish(
        _ body: Named, kind: EstablishmentKind, rank: Rank, heads: Int, place workplace: Named?
    ) {
        changes.append(.move(.heads(kind), count: heads, from: .grant, to: .institution(body.id)))
        let deputies = roll(0...2)
        changes.append(.move(.posts(LeaderPost(.chief, rank)), count: 1, from: .grant, to: .institution(body.id)))
        if deputies > 0 {
            changes.append(
                .move(.posts(LeaderPost(.deputy, rank)), count: deputies, from: .grant, to: .institution(body.id)))
        }
        for number in 1...roll(2...4) {
            let duty: DutyStatement.ID = Identifier(from: &source)
            if number == 1 { firstDuties.append(duty) }
            changes.append(
                .stateDuty(
                    DutyStatement(
                        id: duty, holder: body.id, number: number,
                        text: "承担\(body.name)第\(number)项工作")))
        }
        let over = roll(0...14) == 0 ? 1 : 0
        let occupied = over == 1 ? heads + 1 : roll(max(1, heads / 2)...heads)
        let extraDeputy = roll(0...19) == 0 ? 1 : 0
        var leaders = 0
        for index in 0..<occupied {
            var role: LeaderRole?
            if index == 0 { role = .chief } else if index <= deputies + extraDeputy { role = .deputy }
            if role == .deputy { leaders += 1 }
            let id: Person.ID = Identifier(from: &source)
            let origin = Origin(sheet: "人员", row: changes.count)
            changes.append(
                .registerPerson(
                    id, personal: Digest(sha256: "\(id)".utf8), status: .management, position: .management,
                    entered: nil, origin: origin))
            changes.append(.enrol(id, Place(institution: body.id, kind: kind, role: role, origin: origin)))
            if index == occupied - 1, index > 2 { secondPlace(of: id, kind) }
            if let workplace, index > 1, index < occupied - 1, roll(0...2) == 0 {
                changes.append(.setWorkplace(id, workplace.id))
            }
        }
        if over == 1 {
            changes.append(.openTolerance(.headsWithinBalance(body.id, kind), measure: 1, .baseline))
        }
        if leaders > deputies {
            changes.append(
                .openTolerance(.postsWithinBalance(body.id, .deputy), measure: leaders - deputies, .baseline))
        }
    }
}
