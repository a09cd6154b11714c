import Basics
import Diagnosis
import Foundation
import Office
import Papers
import Reform
import Registry
import Samples
import Storage
import Testing

/// The whole road on a sample district: suggest, try, decide exactly that, verify, undo, verify.
@Suite struct DecideTests {
    private func office() throws -> TestOffice {
        let office = try TestOffice()
        try office.open(with: try sampleDistrict(seed: 2020).bytes(), named: "sample.xlsx")
        return office
    }

    private func suggestion(_ office: TestOffice, _ style: MergeStyle) throws -> (text: String, plan: Plan) {
        let day = try #require(Day(iso: "2020-12-31"))
        let suggestions = suggestMergers(in: office.desk.history.register(on: day), threshold: 5, style: style)
        #expect(!suggestions.isEmpty)
        let text = planText(
            merging: suggestions.map(PlannedMerger.init), named: "归并", on: day, notes: [Wording(zh: "试", en: "test")])
        return (text, try readPlan(text))
    }

    @Test func decidedIsWhatWasTried() throws {
        let office = try office()
        let before = office.desk.register.digest
        let (text, plan) = try suggestion(office, .absorb)
        let tried = office.desk.tryPlan(plan, at: office.later())
        #expect(tried.applies, "\(tried.steps.compactMap { $0.problem?.wording.zh })")
        #expect(Assessment(tried).value(of: .bodiesClosed) ?? 0 > 0)
        #expect(office.desk.register.digest == before, "trying changes nothing")
        let decision = try office.desk.decidePlan(
            try WrittenPlan(text), document: office.words("样编〔2020〕2号", plan.day), drafter: office.officer("甲"),
            deciders: [office.officer("乙")], expecting: tried.after.digest, from: &office.source, at: office.later())
        #expect(decision.digest == tried.after.digest)
        #expect(try verifyJournal(office.reopened().journal, jurisdiction: "339981").faults.isEmpty)
        let undone = try office.desk.undo(
            WrittenCounter(of: decision.entry.position, on: plan.day, because: "撤回"),
            document: office.words("样编〔2021〕1号", plan.day),
            drafter: office.officer("甲"), deciders: [office.officer("乙")], from: &office.source, at: office.later())
        #expect(undone.position == 3)
        #expect(office.desk.register.digest == before)
        #expect(try verifyJournal(office.reopened().journal, jurisdiction: "339981").faults.isEmpty)
        // What was believed between the two is still to be had.
        #expect(office.desk.history.known(at: 2).register(on: plan.day).digest == tried.after.digest)
    }

    @Test func noOneDecidesWhatTheyDrafted() throws {
        let office = try office()
        let (text, plan) = try suggestion(office, .together)
        for deciders in [[], [try office.officer("甲")]] as [[Officer.ID]] {
            let failure = #expect(throws: OfficeFailure.self) {
                _ = try office.desk.decidePlan(
                    try WrittenPlan(text), document: office.words("样编〔2020〕2号", plan.day), drafter: office.officer("甲"),
                    deciders: deciders, from: &office.source, at: office.later())
            }
            #expect(failure?.code == "four-eyes")
        }
        #expect(office.desk.history.position == 1)
    }

    @Test func aNumberTakenByAnotherTitle() throws {
        let office = try office()
        let (text, plan) = try suggestion(office, .absorb)
        let failure = #expect(throws: OfficeFailure.self) {
            _ = try office.desk.decidePlan(
                try WrittenPlan(text), document: office.words("样编〔2020〕1号", plan.day, title: "另一文件"),
                drafter: office.officer("甲"),
                deciders: [office.officer("乙")], from: &office.source, at: office.later())
        }
        #expect(failure?.code == "document-taken")
        #expect(office.desk.history.position == 1)
    }

    @Test func whatMovedSinceItWasShownIsNotDecided() throws {
        let office = try office()
        let (text, plan) = try suggestion(office, .absorb)
        let failure = #expect(throws: OfficeFailure.self) {
            _ = try office.desk.decidePlan(
                try WrittenPlan(text), document: office.words("样编〔2020〕2号", plan.day), drafter: office.officer("甲"),
                deciders: [office.officer("乙")], expecting: Digest(sha256: "another".utf8), from: &office.source,
                at: office.later())
        }
        #expect(failure?.code == "outcome-moved")
    }

    @Test func twoDesksOneJournal() throws {
        let office = try office()
        var other = try office.reopened()
        let (text, plan) = try suggestion(office, .absorb)
        try office.desk.decidePlan(
            try WrittenPlan(text), document: office.words("样编〔2020〕2号", plan.day), drafter: office.officer("甲"),
            deciders: [office.officer("乙")], from: &office.source, at: office.later())
        // The slower desk reads what the faster one wrote, judges again, and is refused with the reason.
        let failure = #expect(throws: OfficeFailure.self) {
            _ = try other.decidePlan(
                try WrittenPlan(text), document: office.words("样编〔2020〕3号", plan.day), drafter: office.officer("甲"),
                deciders: [office.officer("乙")], from: &office.source, at: office.later())
        }
        #expect(failure?.kind == .refusal)
        #expect(other.history.position == 2)
        #expect(other.history.head == office.desk.history.head)
    }

    @Test func theLedgerLeadsToEveryBalance() throws {
        let office = try office()
        let (text, plan) = try suggestion(office, .absorb)
        try office.desk.decidePlan(
            try WrittenPlan(text), document: office.words("样编〔2020〕2号", plan.day), drafter: office.officer("甲"),
            deciders: [office.officer("乙")], from: &office.source, at: office.later())
        let register = office.desk.register
        for holder in register.ledger.holders {
            let lines = LedgerStatement(of: holder, in: office.desk.history, until: plan.day).lines
            for holding in register.ledger.holdings(of: holder) {
                let own = lines.filter { $0.commodity == holding.commodity }
                #expect(own.reduce(0) { $0 + $1.amount } == holding.amount)
                #expect(own.last?.balance == holding.amount)
            }
        }
    }
}
