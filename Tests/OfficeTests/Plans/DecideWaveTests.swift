import Basics
import Office
import Reform
import Registry
import Storage
import Testing

/// A decided plan carried out wave by wave, through the journal.
@Suite struct DecideWaveTests {
    private func plan(_ desk: PlanOffice, when condition: String = "") throws -> WrittenPlan {
        try desk.twoWaves(when: condition)
    }

    private func carryOut(
        _ desk: PlanOffice, at position: Int, document: DocumentWords? = nil, confirm: Bool = false,
        expecting: Digest? = nil
    ) throws -> Entry {
        try desk.office.desk.decideWave(
            of: desk.office.desk.decidedPlan(at: position), document: document, drafter: desk.office.officer("甲"),
            deciders: [desk.office.officer("乙")], isConfirmed: confirm, expecting: expecting, from: &desk.office.source,
            at: desk.office.later()
        ).entry
    }

    private func review(_ desk: PlanOffice, _ position: Int) throws -> WaveReview {
        try desk.office.desk.reviewWave(
            of: desk.office.desk.decidedPlan(at: position), at: desk.office.later())
    }

    @Test func inTwoWaves() throws {
        let desk = try PlanOffice()
        let written = try plan(desk)
        let shown = desk.tried(written)
        let made = try desk.decide(written, expecting: shown.footprintDigest)
        #expect(made.entry.act.changes.map(\.change) == shown.changes)
        #expect(try desk.office.desk.decidedPlan(named: "两步走").entry == made.entry)
        #expect(try review(desk, made.entry.position).standing == .asDecided)
        // Another process reads the plan's text from beside the journal.
        desk.office.desk = try desk.office.reopened()
        let entry = try carryOut(desk, at: made.entry.position)
        #expect(entry.act.document == made.entry.act.document)
        #expect(entry.act.plan == made.entry.act.plan)
        let day = try #require(Day(iso: PlanOffice.later))
        #expect(desk.office.desk.history.register(on: day).digest == shown.later.first?.after.digest)
        #expect(try verifyJournal(desk.office.reopened().journal, jurisdiction: "339981").faults.isEmpty)
        let done = #expect(throws: OfficeFailure.self) { _ = try review(desk, made.entry.position) }
        #expect(done?.code == "no-wave-left")
    }

    @Test func undoneFromTheLast() throws {
        let desk = try PlanOffice()
        let before = desk.office.desk.register.digest
        let made = try desk.decide(try plan(desk))
        let second = try carryOut(desk, at: made.entry.position)
        func undo(_ position: Int, on day: String) throws -> Entry {
            let day = try #require(Day(iso: day))
            return try desk.office.desk.undo(
                WrittenCounter(of: position, on: day, because: "撤回"), document: desk.words(),
                drafter: desk.office.officer("甲"),
                deciders: [desk.office.officer("乙")], from: &desk.office.source, at: desk.office.later())
        }
        let failure = #expect(throws: OfficeFailure.self) { _ = try undo(made.entry.position, on: PlanOffice.later) }
        #expect(failure?.code == "later-wave-stands")
        _ = try undo(second.position, on: PlanOffice.later)
        #expect(try review(desk, made.entry.position).wave == 1)
        _ = try undo(made.entry.position, on: PlanOffice.later)
        #expect(desk.office.desk.register.digest == before)
        let gone = #expect(throws: OfficeFailure.self) { _ = try review(desk, made.entry.position) }
        #expect(gone?.code == "already-undone")
    }

    @Test func whatOnlyAPersonCanTell() throws {
        let desk = try PlanOffice()
        let made = try desk.decide(try plan(desk, when: "清产核资完成"))
        let failure = #expect(throws: OfficeFailure.self) { _ = try carryOut(desk, at: made.entry.position) }
        #expect(failure?.code == "wave-to-confirm")
        #expect(failure?.wording.zh.contains("清产核资完成") == true)
        #expect(try carryOut(desk, at: made.entry.position, confirm: true).position == 3)
    }

    @Test func aConditionThatIsNotMet() throws {
        let desk = try PlanOffice()
        let made = try desk.decide(try plan(desk, when: "[{机构存在: 没有的中心}]"))
        let failure = #expect(throws: OfficeFailure.self) {
            _ = try carryOut(desk, at: made.entry.position, confirm: true)
        }
        #expect(failure?.code == "condition-unmet")
        #expect(failure?.wording.zh.contains("没有的中心") == true)
    }

    @Test func somebodyRetired() throws {
        let desk = try PlanOffice()
        let made = try desk.decide(try plan(desk))
        let register = desk.office.desk.register
        let body = try #require(register.institution(named: desk.mergers[1].sources[0]))
        let person = try #require(register.presence(of: body.id).staff.compactMap { register.people[$0] }.first)
        let place = try #require(person.places.first { $0.institution == body.id })
        let day = try #require(Day(iso: "2021-01-05"))
        let (document, title) = try desk.office.desk.document(desk.words())
        let act = Act(
            command: Identifier(from: &desk.office.source), document: document, basis: .daily,
            drafter: try desk.office.officer("甲"),
            changes: [DatedChange(day, .leave(person.id, body.id, place.kind, .retirement))])
        try desk.office.desk.record(act, sealing: title, at: desk.office.later())
        let review = try review(desk, made.entry.position)
        #expect(review.standing == .toConfirm)
        #expect(review.comings.map(\.body) == [body.id])
        let failure = #expect(throws: OfficeFailure.self) { _ = try carryOut(desk, at: made.entry.position) }
        #expect(failure?.code == "wave-to-confirm")
        #expect(failure?.wording.zh.contains("1 人退休（第3号决定）") == true, "\(failure?.wording.zh ?? "")")
        #expect(try carryOut(desk, at: made.entry.position, confirm: true).position == 4)
        #expect(try verifyJournal(desk.office.reopened().journal, jurisdiction: "339981").faults.isEmpty)
    }

    @Test func otherWorkSendsItBack() throws {
        let desk = try PlanOffice()
        let made = try desk.decide(try plan(desk))
        let register = desk.office.desk.register
        let body = try #require(register.institution(named: desk.mergers[1].sources[0]))
        let kind = EstablishmentKind(funding: try #require(body.profile.funding))
        try desk.decide(
            try desk.plan("增编", "{划转编制: 1, 编制类别: \(kind.name.zh), 从: 上级下达, 到: \(body.profile.name)}"))
        let review = try review(desk, made.entry.position)
        #expect(review.standing == .moved)
        for (document, expecting) in [(nil, review.outcome.footprintDigest), (try desk.words(), nil)]
            as [(DocumentWords?, Digest?)]
        {
            let failure = #expect(throws: OfficeFailure.self) {
                _ = try carryOut(
                    desk, at: made.entry.position, document: document, confirm: true, expecting: expecting)
            }
            #expect(failure?.code == "wave-moved")
            #expect(failure?.wording.zh.contains("第3号决定") == true)
        }
        let entry = try carryOut(
            desk, at: made.entry.position, document: desk.words(), expecting: review.outcome.footprintDigest)
        #expect(entry.act.document != made.entry.act.document)
        #expect(desk.office.desk.register.institutions[body.id]?.isActive == false)
    }

    @Test func notBeforeItsDay() throws {
        let desk = try PlanOffice()
        let written = try WrittenPlan(
            try plan(desk).text.replacing(PlanOffice.later, with: "2029-01-15"))
        let made = try desk.decide(written)
        #expect(try review(desk, made.entry.position).standing == .asDecided)
        let failure = #expect(throws: OfficeFailure.self) { _ = try carryOut(desk, at: made.entry.position) }
        #expect(failure?.code == "wave-not-due")
    }
}
