import Basics
import Procedure
import Registry
import Testing

/// What a change needs: each condition where it holds, where it just doesn't, and where it can't be told.
@Suite struct NeedsTests {
    private var office = SmallOffice()
    private let rest = row("其他", Set(ChangeKind.allCases))

    @Test func theFirstRowThatFitsIsTheOne() {
        let rows = [
            row("一", [.rename], .ranks(.ungraded ... .guji)), row("二", [.rename], .any, .commission), rest,
        ]
        #expect(office.needs(.amend(office.station, .name("区殡葬中心")), by: rows).clauses == ["一"])
        #expect(office.needs(.amend(office.centre, .name("区救助站")), by: rows).clauses == ["二"])
        #expect(office.needs(.amend(office.centre, .funding(.full)), by: rows).clauses == ["其他"])
    }

    @Test(arguments: [(Rank.guji, "一"), (.fuke, "二"), (.zhengke, "二"), (.fuchu, "三")])
    func ranksIncludeTheirEnds(rank: Rank, clause: String) {
        var office = SmallOffice()
        let rows = [
            row("一", [.rename], .ranks(.ungraded ... .guji)), row("二", [.rename], .ranks(.fuke ... .zhengke)),
            row("三", [.rename]),
        ]
        office.make(.amend(office.centre, .rank(rank)))
        #expect(office.needs(.amend(office.centre, .name("新名")), by: rows).clauses == [clause])
    }

    @Test func ofAnUnknownRankEveryRowThatMayBeItCounts() {
        let rows = [
            row("一", [.rename], .ranks(.ungraded ... .guji)),
            row("二", [.rename], .ranks(.fuke ... .zhengting), .commission), row("三", [.rename], .any, .nextLevel),
        ]
        let needs = office.needs(.amend(office.unranked, .name("新名")), by: rows)
        // The first two are all there is, so the third is not asked.
        #expect(needs.clauses == ["一", "二"])
        #expect(needs.decider == .commission)
        #expect(needs.rulings.allSatisfy { $0.unknown == [.rank] })
        #expect(office.needs(.amend(office.station, .name("新名")), by: rows).rulings[0].unknown.isEmpty)
    }

    @Test func aChangeOfRankIsAskedForBothRanks() {
        let rows = [
            row("升", [.rank], Scope.ranks(.fuke ... .zhengting).going(.gain), .commission),
            row("降", [.rank], Scope.any.going(.give), .commission), row("余", [.rank]),
        ]
        #expect(office.needs(.amend(office.station, .rank(.fuke)), by: rows).clauses == ["升", "余"])
        #expect(office.needs(.amend(office.centre, .rank(.guji)), by: rows).clauses == ["降"])
    }

    @Test func aMovementIsAskedForEachBody() {
        let heads = Commodity.heads(.institutionFull)
        let rows = [
            row("机关减", [.moveHeads], Scope.types(.government).going(.give)),
            row("池中增", [.moveHeads], Scope.any.going(.gain).with(.counterpart, [Counterpart.districtPool.rawValue])),
            row("增", [.moveHeads], Scope.any.going(.gain)), row("余", [.moveHeads]),
        ]
        let fromBody = Change.move(
            heads, count: 2, from: .institution(office.bureau), to: .institution(office.station))
        #expect(office.needs(fromBody, by: rows).clauses == ["机关减", "增"])
        let fromPool = Change.move(heads, count: 2, from: .districtPool, to: .institution(office.station))
        #expect(office.needs(fromPool, by: rows).clauses == ["池中增"])
        #expect(office.needs(.move(heads, count: 2, from: .grant, to: .districtPool), by: rows).clauses == ["余"])
    }

    @Test func whatIsCountedIsCountedOverTheWholeDecision() {
        let rows = [
            row("多", [.moveHeads], Scope.any.with(counts: 6...Scope.most), .commission), row("少", [.moveHeads]),
        ]
        func move(_ count: Int, to body: Institution.ID) -> Change {
            .move(.heads(.institutionFull), count: count, from: .districtPool, to: .institution(body))
        }
        #expect(office.needs(move(5, to: office.station), by: rows).clauses == ["少"])
        #expect(office.needs(move(6, to: office.station), by: rows).clauses == ["多"])
        #expect(office.needs(move(3, to: office.station), move(3, to: office.station), by: rows).clauses == ["多"])
        #expect(office.needs(move(3, to: office.station), move(3, to: office.centre), by: rows).clauses == ["少"])
        let back = Change.move(
            .heads(.institutionFull), count: 3, from: .institution(office.station), to: .districtPool)
        #expect(office.needs(move(3, to: office.station), back, by: rows).clauses == ["少"])
    }

    @Test func kindsOfHeadsAndRolesOfPosts() {
        let rows = [
            row("行政", [.moveHeads], Scope.any.with(.heads, [EstablishmentKind.administrative.rawValue])),
            row("事业", [.moveHeads]),
            row("正职", [.movePosts, .appoint], Scope.any.with(.role, [LeaderRole.chief.rawValue])),
            row("其他职务", [.movePosts, .appoint]),
        ]
        let body = Holder.institution(office.bureau)
        func clauses(_ commodity: Commodity) -> [String] {
            office.needs(.move(commodity, count: 1, from: .districtPool, to: body), by: rows).clauses
        }
        #expect(clauses(.heads(.administrative)) == ["行政"])
        #expect(clauses(.heads(.worker)) == ["事业"])
        #expect(clauses(.posts(LeaderPost(.chief, .zhengke))) == ["正职"])
        #expect(clauses(.posts(LeaderPost(.deputy, .zhengke))) == ["其他职务"])
    }

    @Test func whoeverLeavesAPostIsAskedWithThePost() {
        var office = SmallOffice()
        let person: Person.ID = office.id()
        office.make(
            .registerPerson(person, personal: .none, status: .management, position: nil, entered: nil, origin: nil),
            .enrol(person, Place(institution: office.centre, kind: .institutionFull, role: .chief)))
        let rows = [row("正职", [.appoint], Scope.any.with(.role, [LeaderRole.chief.rawValue])), row("余", [.appoint])]
        func clauses(_ role: LeaderRole?) -> [String] {
            office.needs(.appoint(person, office.centre, .institutionFull, role), by: rows).clauses
        }
        #expect(clauses(nil) == ["正职"])
        #expect(clauses(.deputy) == ["正职", "余"])
    }

    @Test func theStepsAreTheUnionEachWithItsRows() {
        let rows = [
            row("一", [.rename], .any, .commission, .review(.feasibility)),
            row("二", [.funding], .any, .office, .review(.feasibility), .filing("区人大常委会", .after)),
        ]
        let needs = office.needs(
            .amend(office.station, .name("新名")), .amend(office.station, .funding(.full)),
            .amend(office.centre, .name("另名")), by: rows)
        #expect(needs.steps.map(\.step) == [.review(.feasibility), .meeting, .filing("区人大常委会", .after)])
        #expect(needs.steps[0].rulings.map(\.row.clause) == ["一", "二"])
        #expect(needs.rulings[0].changes == [0, 2] && needs.rulings[1].changes == [1])
        #expect(needs.steps.map(\.isBefore) == [true, true, false])
        #expect(needs.decider == .commission)
    }

    @Test func whatNoRowCoversIsNamed() {
        let rows = [row("一", [.rename], .ranks(.fuke ... .zhengke))]
        let needs = office.needs(
            .amend(office.centre, .name("新名")), .amend(office.station, .name("新名")), .hangPlate(office.centre, "牌"),
            by: rows)
        #expect(needs.uncovered.map(\.change) == [1, 2])
        #expect(needs.uncovered.map(\.kind) == [.rename, .hangPlate])
        // A rank that may be outside of every row is open too.
        let unknown = office.needs(.amend(office.unranked, .name("新名")), by: rows)
        #expect(unknown.clauses == ["一"] && unknown.uncovered.count == 1)
    }

    /// A body that the same decision sets up is known to the changes after it.
    @Test func laterChangesSeeTheEarlierOnes() {
        var office = SmallOffice()
        let made: Institution.ID = office.id()
        let rows = [row("一", [.moveHeads], .types(.township)), row("余", Set(ChangeKind.allCases))]
        let needs = office.needs(
            .establish(made, Profile(name: "新乡", type: .township, rank: .zhengke), origin: nil),
            .move(.heads(.administrative), count: 1, from: .districtPool, to: .institution(made)), by: rows)
        #expect(needs.clauses == ["一", "余"])
        #expect(needs.rulings[0].changes == [1])
    }
}
