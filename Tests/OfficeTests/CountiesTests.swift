import Basics
import Office
import Registry
import Samples
import Storage
import Testing

/// Many counties of one database: summed up from what is kept where nothing changed, and loaded when they are touched.
@Suite struct CountiesTests {
    @Test func onlyWhatChangedIsSummedUpAnew() throws {
        let office = try TestOffice()
        try office.open(with: try sampleDistrict(seed: 4, bodies: 40).bytes(), named: "样例.xlsx")
        let journal = office.desk.journal
        let first = try journal.sumUp()
        #expect(first.loaded == 1 && first.counties.map(\.position) == [office.desk.history.position])
        // Against sums made another way.
        let register = office.desk.register
        let living = register.institutions.values.filter(\.isActive)
        #expect(first.total.bodies.values.reduce(0, +) == living.count)
        #expect(first.total.people == register.people.values.count { !$0.places.isEmpty })
        for kind in EstablishmentKind.allCases {
            let approved = living.compactMap { register.approvedHeads(of: $0.id, kind) }.reduce(0, +)
            #expect(first.total.approved[kind] ?? 0 == approved)
            #expect(
                first.total.occupied[kind] ?? 0
                    == register.people.values.reduce(0) { $0 + $1.places.count { $0.kind == kind } })
        }
        let again = try journal.sumUp()
        #expect(again.loaded == 0 && again.total == first.total)
        #expect(try journal.sumUp(anew: true).loaded == 1)

        let day = try #require(office.desk.history.lastDay)
        let documents = office.desk.history.entries[0].act.document
        var source = SeededSource(seed: 2)
        try office.desk.record(
            Act(
                command: Identifier(from: &source), document: documents, basis: .daily,
                drafter: Identifier(from: &source),
                changes: [
                    DatedChange(
                        day,
                        .establish(
                            Identifier(from: &source), Profile(name: "新设中心", type: .publicInstitution), origin: nil))
                ]), at: office.later())
        let later = try journal.sumUp()
        #expect(later.loaded == 1)
        #expect((later.total.bodies[.publicInstitution] ?? 0) - (first.total.bodies[.publicInstitution] ?? 0) == 1)
        #expect(try verifyJournal(journal, jurisdiction: office.desk.jurisdiction).faults.isEmpty)
        try journal.keepSummary([1, 2, 3], of: office.desk.jurisdiction, at: office.desk.history.head)
        #expect(
            try verifyJournal(journal, jurisdiction: office.desk.jurisdiction).faults.map(\.code) == ["summary-differs"]
        )
        #expect(try journal.sumUp().total == later.total, "what can't be read is made again")
    }

    @Test func whatWasTouchedLongestAgoIsLetGo() throws {
        let office = try TestOffice()
        try office.open(with: try sampleDistrict(seed: 4, bodies: 40).bytes(), named: "样例.xlsx")
        let weight = office.desk.history.entries.reduce(0) { $0 + $1.act.changes.count }
        let journal = office.desk.journal
        let place = office.desk.jurisdiction
        let roomy = Counties(journal, budget: weight * 3)
        let desk = try roomy.desk(of: place)
        #expect(try roomy.desk(of: place) === desk)
        _ = try roomy.desk(of: "110000")
        #expect(roomy.loaded == 2)
        let tight = Counties(journal, budget: 1)
        let kept = try tight.desk(of: place)
        #expect(tight.loaded == 1, "one is always kept")
        _ = try tight.desk(of: "110000")
        #expect(tight.loaded == 1)
        #expect(try tight.desk(of: place) !== kept)
        #expect(kept.register.register.digest == office.desk.register.digest, "who works at it works on")
    }
}
