import Basics
import Diagnosis
import Norms
import Reform
import Registry

/// A few bodies whose every number stands in the tests that use it: two bureaus, a station of three and a centre of
/// eight under the first, a self-funded office and one of unknown size under the second, and an enterprise.
struct SmallDistrict {
    static let day = Day(number: 18_412)  // 2020-05-31
    static let first = Institution.ID(high: 1, low: 1)
    static let second = Institution.ID(high: 1, low: 2)
    static let station = Institution.ID(high: 1, low: 3)
    static let centre = Institution.ID(high: 1, low: 4)
    static let office = Institution.ID(high: 1, low: 5)
    static let unknown = Institution.ID(high: 1, low: 6)
    static let company = Institution.ID(high: 1, low: 7)

    private(set) var register = Register()

    init() throws {
        func institution(_ id: Institution.ID, _ name: String, _ funding: Funding, under: Institution.ID) -> Change {
            .establish(
                id,
                Profile(name: name, type: .publicInstitution, rank: .guji, funding: funding, supervisor: under),
                origin: nil)
        }
        func heads(_ id: Institution.ID, _ kind: EstablishmentKind, _ count: Int) -> Change {
            .move(.heads(kind), count: count, from: .grant, to: .institution(id))
        }
        func posts(_ id: Institution.ID, _ role: LeaderRole, _ count: Int) -> Change {
            .move(.posts(LeaderPost(role, .guji)), count: count, from: .grant, to: .institution(id))
        }
        var changes: [Change] = [
            .establish(Self.first, Profile(name: "甲局", type: .government, rank: .zhengke), origin: nil),
            .establish(Self.second, Profile(name: "乙局", type: .government, rank: .zhengke), origin: nil),
            institution(Self.station, "甲站", .full, under: Self.first),
            institution(Self.centre, "甲中心", .full, under: Self.first),
            institution(Self.office, "乙所", .selfFunded, under: Self.second),
            institution(Self.unknown, "丙站", .full, under: Self.second),
            .establish(Self.company, Profile(name: "丁公司", type: .outside), origin: nil),
            heads(Self.station, .institutionFull, 3), posts(Self.station, .chief, 1),
            heads(Self.centre, .institutionFull, 9), posts(Self.centre, .chief, 1), posts(Self.centre, .deputy, 1),
            heads(Self.office, .institutionSelf, 4), .setUnknown(Self.unknown, .heads, true),
        ]
        for (index, duty) in [
            (Self.station, "站内甲事"), (Self.station, "站内乙事"), (Self.office, "所内养护"), (Self.centre, "中心之事"),
        ].enumerated() {
            changes.append(
                .stateDuty(
                    DutyStatement(
                        id: DutyStatement.ID(high: 3, low: UInt64(index + 1)), holder: duty.0, number: index + 1,
                        text: duty.1)))
        }
        for number in 1...13 { changes += Self.enrol(number) }
        changes.append(.setWorkplace(Self.person(3), Self.first))
        try register.enact(changes, basis: .opening, on: Self.day, recorded: Self.day, at: 1)
    }

    /// People 1–3 are of the station, 4–11 of the centre, 12 and 13 of the office; 1, 4 and 5 lead.
    static func person(_ number: Int) -> Person.ID { Person.ID(high: 2, low: UInt64(number)) }

    private static func enrol(_ number: Int) -> [Change] {
        let body = number <= 3 ? station : number <= 11 ? centre : office
        let role: LeaderRole? = number == 1 || number == 4 ? .chief : number == 5 ? .deputy : nil
        return [
            .registerPerson(
                person(number), personal: Digest(sha256: "\(number)".utf8), status: .professional,
                position: .professional, entered: nil, origin: Origin(sheet: "人员", row: number + 1)),
            .enrol(
                person(number),
                Place(
                    institution: body, kind: number <= 11 ? .institutionFull : .institutionSelf, role: role, origin: nil
                )),
        ]
    }

    /// One leader with ten heads or fewer, two or three with eleven to fifty.
    static let rules: Rulebook = {
        let clause = Clause(
            number: "第一条", text: "按编制核定领导职数", item: .leaders,
            conditions: [Condition(.choice(.type, [Int(InstitutionType.publicInstitution.rawValue)]))],
            decision: .bands(
                by: .heads,
                [
                    Band(NumberRange(low: nil, high: 10), Award(NumberRange(1...1))),
                    Band(NumberRange(low: 11, high: 50), Award(NumberRange(2...3))),
                ]))
        let pack = RulePack(
            name: "职数办法", code: "posts", level: .district, document: PackDocument(title: "职数办法"), from: day,
            until: nil, certainty: .original, definitions: [], clauses: [clause], digest: Digest(sha256: "posts".utf8))
        return Rulebook([Adoption(pack, on: day)], on: day)
    }()

    static func plan(_ steps: [Action]) -> Plan {
        Plan(
            name: "试", day: day.advanced(by: 31), reform: nil,
            steps: steps.enumerated().map { Step(line: $0.offset + 4, action: $0.element) },
            digest: Digest(sha256: "small".utf8))
    }

    /// What would come of the steps, by the rules unless told otherwise.
    func outcome(_ steps: [Action], rules: Rulebook? = SmallDistrict.rules) -> Outcome {
        var thresholds = Thresholds.standard
        thresholds.rules = rules
        let plan = Self.plan(steps)
        return simulate(
            plan, on: register, diagnosis: diagnose(register, thresholds: thresholds), at: 2, recorded: plan.day)
    }

    /// A merger with a head for the pool, a new name, another supervisor, another funding, a duty for the enterprise.
    static let reform: [Action] = [
        .merge(["甲站"], into: "甲中心", MergeTerms(headsToPool: 1)), .rename("甲中心", to: "甲服务中心"),
        .amend("乙所", [.supervisor("甲局")]), .fund("乙所", .full), .moveDuties(.all, of: "乙所", to: "丁公司"),
    ]
}
