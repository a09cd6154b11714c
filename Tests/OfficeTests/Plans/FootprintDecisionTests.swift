import Basics
import Office
import Reform
import Registry
import Testing

/// Deciding compares what the plan read, not the whole register.
@Suite struct FootprintDecisionTests {
    @Test func unrelatedWorkDoesNotBlock() throws {
        let desk = try PlanOffice()
        let ours = try desk.plan("甲案", desk.merger(0))
        let shown = desk.tried(ours)
        try desk.decide(try desk.plan("乙案", desk.merger(1)))
        // The register after it is another; what the plan read is not.
        let failure = #expect(throws: OfficeFailure.self) { try desk.decide(ours, expecting: shown.after.digest) }
        #expect(failure?.code == "outcome-moved")
        let made = try desk.decide(ours, expecting: shown.footprintDigest)
        #expect(made.outcome.footprintDigest == shown.footprintDigest)
        #expect(try verifyJournal(desk.office.reopened().journal, jurisdiction: "339981").faults.isEmpty)
    }

    @Test func relatedWorkBlocks() throws {
        let desk = try PlanOffice()
        let ours = try desk.plan("甲案", desk.merger(0))
        let shown = desk.tried(ours)
        let source = desk.mergers[0].sources[0]
        try desk.decide(try desk.plan("乙案", "{调整: \(source), 级别: 正科级}"))
        let failure = #expect(throws: OfficeFailure.self) { try desk.decide(ours, expecting: shown.footprintDigest) }
        #expect(failure?.code == "outcome-moved")
        try desk.decide(ours, expecting: desk.tried(ours).footprintDigest)
    }
}
