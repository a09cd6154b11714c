import Basics
import Procedure
import Registry
import Testing

/// Every change has its kind, and is a case of that kind's domain.
@Suite struct KindsTests {
    private var office = SmallOffice()
    private var samples: [Change] = []

    init() {
        let person: Person.ID = office.id()
        let loose: Person.ID = office.id()
        let duty: DutyStatement.ID = office.id()
        let matter: Matter.ID = office.id()
        let reservation = Reservation(
            id: office.id(), account: Account(.institution(office.centre), .heads(.institutionFull)), count: 2,
            purpose: .headcountUse, beneficiary: nil, lastDay: SmallOffice.day)
        let onPool = Reservation(
            id: office.id(), account: Account(.districtPool, .posts(LeaderPost(.chief, .guji))), count: 1,
            purpose: .reform, beneficiary: nil, lastDay: SmallOffice.day)
        let place = Place(institution: office.centre, kind: .institutionFull, role: .chief)
        office.make(
            .registerPerson(person, personal: .none, status: .management, position: nil, entered: nil, origin: nil),
            .registerPerson(loose, personal: .none, status: .contract, position: nil, entered: nil, origin: nil),
            .enrol(person, place),
            .stateDuty(DutyStatement(id: duty, holder: office.centre, number: 1, text: "救助")), .reserve(reservation),
            .reserve(onPool), .setCeiling(.heads(.administrative), 10))
        let body = office.centre
        let invariant = Invariant.headsWithinBalance(body, .institutionFull)
        let other: Institution.ID = office.id()
        let pool = Holder.districtPool
        let chief = Commodity.posts(LeaderPost(.chief, .ungraded))
        samples = [
            .establish(other, Profile(name: "新", type: .outside), origin: nil), .abolish(body, successors: []),
            .restore(body, closedBy: 1), .amend(body, .name("新")), .amend(body, .shortName("新")),
            .amend(body, .type(.government)), .amend(body, .rank(nil)), .amend(body, .rank(.guji)),
            .amend(office.unranked, .rank(.fuke)), .amend(body, .category(.welfareOne)),
            .amend(body, .funding(.partial)), .amend(body, .supervisor(nil)), .amend(body, .sponsor(nil)),
            .amend(body, .host(nil)), .amend(body, .officeCode("1")), .amend(body, .registrationCode("1")),
            .amend(body, .founding(nil)), .amend(body, .fact(.beds, 1)), .hangPlate(body, "牌"), .removePlate(body, "牌"),
            .addUnit(body, InternalUnit(name: "办公室", rank: nil)), .dropUnit(body, name: "办公室"),
            .move(.heads(.worker), count: 1, from: pool, to: .turnoverPool),
            .move(.heads(.worker), count: 1, from: .institution(body), to: .institution(office.bureau)),
            .move(chief, count: 1, from: pool, to: .institution(body)), .move(chief, count: 1, from: .grant, to: pool),
            .exchange(pool, count: 1, give: .heads(.worker), take: .heads(.administrative)),
            .exchange(.institution(body), count: 1, give: chief, take: .posts(LeaderPost(.deputy, .guji))),
            .setCeiling(.heads(.administrative), 11), .setCeiling(chief, nil), .setUnknown(body, .heads, true),
            .reserve(reservation), .reserve(onPool), .settle(onPool.id, count: 1), .void(reservation.id),
            .expire(reservation.id), .lock(body, reform: citation(1)), .unlock(body),
            .stateDuty(DutyStatement(id: office.id(), holder: body, number: 2, text: "托养")),
            .reviseDuty(duty, text: "救助和托养"), .moveDuty(duty, to: office.station, number: 1),
            .dropDuty(duty, reason: .none), .defineMatter(matter, name: "救助", catalogue: "清单", origin: nil),
            .joinMatter(matter, Matter.Part(statement: duty, role: .lead, area: .everywhere)),
            .leaveMatter(matter, duty), .setGap(matter, .everywhere, true),
            .registerPerson(office.id(), personal: .none, status: .worker, position: nil, entered: nil, origin: nil),
            .amendPersonal(person, .none), .amendPersonal(loose, .none), .setDisputed(person, true),
            .enrol(loose, Place(institution: office.unranked, kind: .institutionFull)),
            .leave(person, body, .institutionFull, .retirement),
            .transfer(
                person, from: body, .institutionFull,
                to: Place(institution: office.station, kind: .institutionFull)),
            .appoint(person, body, .institutionFull, nil), .appoint(person, body, .institutionFull, .deputy),
            .setPosition(loose, .worker), .setWorkplace(person, nil), .setWorkplace(person, office.bureau),
            .setStatus(person, .worker), .adoptRules("trial", .none), .repealRules("trial"),
            .adoptRules("competence", .none), .repealRules("competence"),
            .openTolerance(invariant, measure: 1, .baseline), .moveTolerance(invariant, to: invariant),
            .closeTolerance(invariant), .reverse(position: 1, index: 1),
        ]
    }

    @Test func everyKindIsOneOfAChange() {
        #expect(Set(samples.map(\.kind)) == Set(ChangeKind.allCases))
        #expect(Change.adoptRules("competence", .none).kind == .competence)
        #expect(Change.adoptRules("trial", .none).kind == .adoptRules)
    }

    @Test func everyChangeIsACaseOfItsKind() {
        let rows = ChangeKind.allCases.flatMap { kind in kind.domain.map { row(kind.rawValue, [kind], $0) } }
        for sample in samples {
            let needs = office.needs(sample, by: rows)
            #expect(needs.uncovered.isEmpty, "\(sample)")
            #expect(Set(needs.clauses) == [sample.kind.rawValue], "\(sample)")
        }
    }

    @Test func theGroupsHaveEveryKindOnceBesideAll() {
        let groups = ChangeKind.Group.allCases.filter { $0 != .all }.map(\.kinds)
        #expect(groups.reduce(0) { $0 + $1.count } == ChangeKind.allCases.count)
        #expect(groups.reduce(into: Set<ChangeKind>()) { $0.formUnion($1) } == ChangeKind.Group.all.kinds)
        #expect(Set(ChangeKind.allCases.map(\.name.zh)).count == ChangeKind.allCases.count)
    }
}
