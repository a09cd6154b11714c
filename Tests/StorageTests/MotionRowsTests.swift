import Basics
import Registry
import Storage
import Testing

@Suite(.onEachEngine) struct MotionRowsTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    private func row(_ motion: Int, _ number: Int, _ text: SealedText) -> MotionRow {
        MotionRow(
            motion: motion, number: number, deed: 2, officer: desk.id(), recorded: Instant(milliseconds: 7),
            content: [1, UInt8(number)], text: text.digest)
    }

    private func sealed(_ journal: Journal, _ text: String) throws -> SealedText {
        try journal.vault.seal(text, as: .reason, for: "330702")
    }

    @Test func eventsComeBackMotionByMotionAndStay() throws {
        let journal = try desk.journal()
        var made: [MotionRow] = []
        for (motion, number) in [(1, 1), (2, 1), (1, 2), (1, 3)] {
            let text = try sealed(journal, "意见\(motion)-\(number)")
            let row = row(motion, number, text)
            try journal.record(row, sealing: [text], in: "330702")
            made.append(row)
        }
        #expect(try journal.motionEvents(of: "330702") == [made[0], made[2], made[3], made[1]])
        #expect(try journal.motionEvents(of: "330703").isEmpty)
        #expect(try journal.motionEvents(of: "330702", motion: 1) == [made[0], made[2], made[3]])
        #expect(try journal.motionEvents(of: "330702", motion: 3).isEmpty)
        #expect(try journal.motionCounts(of: "330702") == [1: 3, 2: 1])
        #expect(try journal.motionCounts(of: "330703").isEmpty)
        #expect(try journal.text(of: made[3].text, in: "330702") == .text("意见1-3"))
        for sql in [
            "UPDATE motion_events SET deed = 1", "DELETE FROM motion_events",
            "INSERT OR REPLACE INTO motion_events SELECT * FROM motion_events WHERE motion = 2",
        ] {
            #expect(throws: StorageFailure.self, "\(sql)") { try journal.run(sql) }
        }
        #expect(try journal.motionEvents(of: "330702").count == 4)
        try desk.fill(journal, 1)
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }

    /// Two who saw the same motion can't both be the next.
    @Test func whoIsSlowerIsTold() throws {
        let journal = try desk.journal()
        let first = try sealed(journal, "动议")
        try journal.record(row(1, 1, first), sealing: [first], in: "330702")
        for number in [1, 3] {
            let text = try sealed(journal, "意见")
            #expect(
                try failure { try journal.record(row(1, number, text), sealing: [text], in: "330702") }
                    == .headMoved(position: 1))
            #expect(try journal.text(of: text.digest, in: "330702") == .unknown)
        }
    }

    @Test func anEventWithoutItsTextIsRefused() throws {
        let journal = try desk.journal()
        let text = try sealed(journal, "动议")
        #expect(throws: StorageFailure.self) { try journal.record(row(1, 1, text), sealing: [], in: "330702") }
        #expect(try journal.motionEvents(of: "330702").isEmpty)
    }

    @Test func noTextStandsInClear() throws {
        let journal = try desk.journal()
        let text = try sealed(journal, "区救助中心并入区殡葬管理站")
        try journal.record(row(1, 1, text), sealing: [text], in: "330702")
        #expect(try desk.bytes().range(of: .init("区救助中心".utf8)) == nil)
    }
}
