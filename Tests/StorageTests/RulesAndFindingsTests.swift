import Basics
import Registry
import Storage
import Testing

@Suite(.onEachEngine) struct RulesAndFindingsTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    @Test func rulesAreFoundByTheDigestOfTheirText() throws {
        let journal = try desk.journal()
        let text = "规则包: 试"
        let digest = Digest(sha256: Array(text.utf8))
        try journal.keepRules(text, in: "330702")
        try journal.keepRules(text, in: "330702")
        #expect(try journal.rules([digest, .none], in: "330702") == [digest: text])
        #expect(try journal.rules([digest], in: "330703").isEmpty)
    }

    @Test func anAlteredTextIsNoTextOfItsDigest() throws {
        let text = "规则包: 试"
        let digest = Digest(sha256: Array(text.utf8))
        do {
            let journal = try desk.journal()
            try journal.keepRules(text, in: "330702")
            #expect(throws: StorageFailure.self) {
                try journal.run("UPDATE rule_texts SET text = '别的'")
            }
            try journal.close()
        }
        try desk.tamper("UPDATE rule_texts SET text = '别的'")
        #expect(try desk.journal().rules([digest], in: "330702").isEmpty)
    }

    @Test func decisionsAboutFindingsComeBackInTheirOrderAndStay() throws {
        let journal = try desk.journal()
        try desk.fill(journal, 1)
        let officer: Officer.ID = desk.id()
        var made: [FindingDecision] = []
        for (number, state) in [UInt8(2), 3, 1].enumerated() {
            let reason = try journal.vault.seal("理由\(number)", as: .reason, for: "330702")
            let decision = FindingDecision(
                finding: "small-body/institution:\(number % 2)", state: state, fingerprint: Digest(sha256: [state]),
                officer: officer, recorded: Instant(milliseconds: Int64(number)), reason: reason.digest)
            try journal.record([decision], sealing: [reason], in: "330702")
            made.append(decision)
        }
        #expect(try journal.findingDecisions(of: "330702") == made)
        #expect(try journal.findingDecisions(of: "330703").isEmpty)
        #expect(try journal.text(of: made[1].reason, in: "330702") == .text("理由1"))
        for sql in ["UPDATE finding_decisions SET state = 1", "DELETE FROM finding_decisions"] {
            #expect(throws: StorageFailure.self) { try journal.run(sql) }
        }
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }

    /// Without its reason a decision is not kept.
    @Test func aDecisionWithoutASealedReasonIsRefused() throws {
        let journal = try desk.journal()
        try desk.fill(journal, 1)
        let decision = FindingDecision(
            finding: "small-body/x", state: 1, fingerprint: .none, officer: desk.id(),
            recorded: Instant(milliseconds: 1),
            reason: Digest(sha256: [9]))
        #expect(throws: StorageFailure.self) { try journal.record([decision], sealing: [], in: "330702") }
        #expect(try journal.findingDecisions(of: "330702").isEmpty)
    }
}
