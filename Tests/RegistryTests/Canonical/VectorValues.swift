import Basics
import Registry

/// What the vectors of `docs/journal-format.md` say in words, as values.
enum VectorValues {
    /// Sixteen bytes that count up from one.
    static func identifier<Subject>(_ first: UInt64) -> Identifier<Subject> {
        func word(_ from: UInt64) -> UInt64 { (0..<8).reduce(0) { $0 << 8 | (from + $1) } }
        return Identifier(high: word(first), low: word(first + 8))
    }

    /// Thirty-two times one byte.
    static func digest(_ byte: UInt8) -> Digest { Digest(bytes: [UInt8](repeating: byte, count: 32)) ?? .none }

    static let a: Institution.ID = identifier(0x00)
    static let b: Institution.ID = identifier(0x10)
    static let c: Institution.ID = identifier(0x70)
    static let p: Person.ID = identifier(0x20)
    static let d: DutyStatement.ID = identifier(0x30)
    static let m: Matter.ID = identifier(0x40)
    static let r: Reservation.ID = identifier(0x50)
    static let newYear = Day(number: 18_262)  // 2020-01-01

    static var decision: Citation { SmallDistrict.citation(2020, 12) }

    static let whole = Profile(
        name: "文化馆", type: .publicInstitution, shortName: "文", rank: .guji, category: .welfareOne, funding: .full,
        supervisor: b, sponsor: c, host: b, officeCode: "330702-7", registrationCode: "12330702ABCDEFGH3J",
        founding: Founding(document: "安编〔2009〕58号", date: FactDate(Day(number: 14_426), precision: .month)),
        facts: [ScaleFact(.beds, 300), ScaleFact(.classes, 12)])

    /// The changes by the name of their vector.
    static let changes: [(name: String, change: Change)] = bodies + figures + duties + people + record

    private static let bodies: [(String, Change)] = [
        ("establish", .establish(a, Profile(name: "文化局", type: .government), origin: nil)),
        ("establish-whole", .establish(a, whole, origin: Origin(sheet: "机构", row: 7))),
        ("abolish", .abolish(a, successors: [b, c])),
        ("restore", .restore(a, closedBy: 300)),
        ("hang-plate", .hangPlate(a, "牌子")),
        ("remove-plate", .removePlate(a, "牌子")),
        ("add-unit", .addUnit(a, InternalUnit(name: "办公室", rank: .guji))),
        ("drop-unit", .dropUnit(a, name: "办公室")),
        ("lock", .lock(a, reform: decision)),
        ("unlock", .unlock(a)),
        ("amend-name", .amend(a, .name("文化馆"))),
        ("amend-short-name", .amend(a, .shortName("文"))),
        ("amend-type", .amend(a, .type(.township))),
        ("amend-rank", .amend(a, .rank(.zhengchu))),
        ("amend-category", .amend(a, .category(.welfareTwo))),
        ("amend-funding", .amend(a, .funding(.selfFunded))),
        ("amend-supervisor", .amend(a, .supervisor(b))),
        ("amend-sponsor", .amend(a, .sponsor(b))),
        ("amend-host", .amend(a, .host(nil))),
        ("amend-office-code", .amend(a, .officeCode("330702-7"))),
        ("amend-registration-code", .amend(a, .registrationCode(nil))),
        ("amend-founding", .amend(a, .founding(Founding(document: nil, date: FactDate(Day(number: 14_426)))))),
        ("amend-fact", .amend(a, .fact(.population, 70_000))),
    ]

    private static let figures: [(String, Change)] = [
        ("move", .move(.heads(.administrative), count: 64, from: .grant, to: .institution(a))),
        ("move-posts", .move(.posts(LeaderPost(.chief, .zhengke)), count: 1, from: .districtPool, to: .turnoverPool)),
        (
            "exchange",
            .exchange(.institution(a), count: 2, give: .heads(.institutionFull), take: .heads(.institutionPartial))
        ),
        ("set-ceiling", .setCeiling(.heads(.administrative), 2000)),
        ("set-ceiling-unknown", .setCeiling(.heads(.worker), nil)),
        ("set-unknown", .setUnknown(a, .posts, true)),
        (
            "reserve",
            .reserve(
                Reservation(
                    id: r, account: Account(.institution(a), .heads(.institutionFull)), count: 3,
                    purpose: .headcountUse, beneficiary: b, lastDay: newYear))
        ),
        ("settle", .settle(r, count: 2)),
        ("void", .void(r)),
        ("expire", .expire(r)),
    ]

    private static let duties: [(String, Change)] = [
        (
            "state-duty",
            .stateDuty(
                DutyStatement(id: d, holder: a, number: 1, text: "管理博物馆", origin: Origin(sheet: "职责", row: 3)))
        ),
        ("revise-duty", .reviseDuty(d, text: "管理文物")),
        ("move-duty", .moveDuty(d, to: b, number: 200)),
        ("drop-duty", .dropDuty(d, reason: digest(0xAA))),
        ("define-matter", .defineMatter(m, name: "演出许可", catalogue: "权责清单", origin: nil)),
        ("join-matter", .joinMatter(m, Matter.Part(statement: d, role: .lead, area: .everywhere))),
        ("join-matter-part", .joinMatter(m, Matter.Part(statement: d, role: .assist, area: .part("东乡")))),
        ("leave-matter", .leaveMatter(m, d)),
        ("set-gap", .setGap(m, .part("西乡"), true)),
    ]

    private static let people: [(String, Change)] = [
        (
            "register-person",
            .registerPerson(
                p, personal: digest(0xBB), status: .byReference, position: .professional,
                entered: FactDate(Day(number: 12_053), precision: .year), origin: Origin(sheet: "人员", row: 858))
        ),
        (
            "register-person-bare",
            .registerPerson(p, personal: digest(0xBB), status: .auxiliary, position: nil, entered: nil, origin: nil)
        ),
        ("amend-personal", .amendPersonal(p, digest(0xCC))),
        ("set-disputed", .setDisputed(p, true)),
        (
            "enrol",
            .enrol(
                p,
                Place(institution: a, kind: .institutionFull, role: .deputy, origin: Origin(sheet: "人员", row: 858)))
        ),
        ("leave", .leave(p, a, .institutionFull, .transferOut)),
        ("leave-second", .leave(p, a, .institutionFull, nil)),
        ("transfer", .transfer(p, from: a, .administrative, to: Place(institution: b, kind: .worker))),
        ("appoint", .appoint(p, a, .administrative, .party)),
        ("set-position", .setPosition(p, .management)),
        ("set-workplace", .setWorkplace(p, b)),
        ("set-status", .setStatus(p, .contract)),
    ]

    private static let record: [(String, Change)] = [
        ("open-tolerance", .openTolerance(.headsWithinBalance(a, .institutionFull), measure: 5, .baseline)),
        (
            "open-tolerance-absorption",
            .openTolerance(.postsWithinBalance(a, .deputy), measure: 1, .absorption(until: newYear))
        ),
        ("move-tolerance", .moveTolerance(.postsWithinBalance(a, .deputy), to: .postsWithinBalance(b, .deputy))),
        ("close-tolerance", .closeTolerance(.onePlace(p))),
        ("close-tolerance-below-zero", .closeTolerance(.notBelowZero(Account(.turnoverPool, .heads(.politicalLegal))))),
        (
            "close-tolerance-pool",
            .closeTolerance(.poolCoversReservations(Account(.returned, .heads(.institutionSelf))))
        ),
        ("close-tolerance-closed", .closeTolerance(.closedHoldsNothing(a))),
        ("close-tolerance-one-lead", .closeTolerance(.oneLead(m))),
        ("close-tolerance-ceiling", .closeTolerance(.withinCeiling(.posts(LeaderPost(.internalDeputy, .ungraded))))),
        ("reverse", .reverse(position: 129, index: 2)),
        ("adopt-rules", .adoptRules("province-leader-posts", digest(0xDD))),
        ("repeal-rules", .repealRules("province-leader-posts")),
    ]

    /// The two entries of the document.
    static var entries: [Entry] {
        let document = Document(citation: decision, title: digest(0xD0), decided: newYear)
        let first = Entry(
            jurisdiction: "330702", position: 1, recorded: Instant(milliseconds: 1_577_851_200_000), previous: .none,
            act: Act(
                command: identifier(0x60), document: document, basis: .opening, drafter: identifier(0x80),
                changes: [DatedChange(newYear, .establish(a, Profile(name: "文化局", type: .government), origin: nil))]))
        let second = Entry(
            jurisdiction: "330702", position: 2, recorded: Instant(milliseconds: 1_577_937_600_123),
            previous: first.digest,
            act: Act(
                command: identifier(0x61), document: document, basis: .plan, reform: decision,
                drafter: identifier(0x80), deciders: [identifier(0x81), identifier(0x82)],
                attachments: [digest(0xA1)], plan: digest(0xA2), rules: [digest(0xA3), digest(0xA4)],
                reason: digest(0xA5),
                changes: [
                    DatedChange(newYear, .move(.heads(.administrative), count: 64, from: .grant, to: .institution(a))),
                    DatedChange(newYear.advanced(by: -1), .hangPlate(a, "牌子")),
                ]))
        return [first, second]
    }
}
