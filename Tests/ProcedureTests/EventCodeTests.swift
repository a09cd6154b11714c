import Basics
import Procedure
import Registry
import Testing

/// How events stand in the database.
@Suite struct EventCodeTests {
    private let ways = Ways()

    private var deeds: [MotionDeed] {
        [
            .moved(.competence, Digest(sha256: [3]), by: "区民政局党组"), .reviewed(.risk, inFavour: false), .returned,
            .placed(meeting: Ways.moved, item: 12), .met(ways.meeting()), .met(ways.meeting(minutes: false)),
            .countersigned("区委组织部", citation(4)), .approved("市委编委", citation(5)), .filed("区人大常委会", citation(6)),
            .withdrawn, .remarked, .requested(.daily, Digest(sha256: [4]), by: "某局"),
        ]
    }

    @Test func eventsComeBackAsTheyWere() throws {
        for deed in deeds {
            let event = ways.event(deed, after: 3)
            let read = try MotionEvent(
                officer: event.officer, recorded: event.recorded, code: deed.code, content: event.content,
                text: event.text)
            #expect(read == event)
        }
    }

    /// Codes stand in databases for good.
    @Test func codesStay() {
        #expect(deeds.map(\.code) == [1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10, 11])
        #expect(ReviewKind.allCases.map(\.rawValue) == [1, 2, 3])
        #expect(MotionMatter.allCases.map { "\($0)" } == ["plan", "rules", "competence", "counter", "wave", "daily"])
        #expect(ways.event(.reviewed(.legality, inFavour: true)).content.suffix(2) == [2, 1])
    }

    @Test func whatNoWriterWritesIsNotRead() {
        func read(_ code: UInt8, _ content: [UInt8]) throws {
            _ = try MotionEvent(
                officer: ways.drafter, recorded: SmallOffice.today, code: code, content: content, text: .none)
        }
        let day = ways.event(.returned).content
        for (code, content) in [
            (UInt8(0), day), (12, day), (11, day), (3, day + [0]), (3, []), (2, day + [4, 1]), (2, day + [1, 2]),
            (1, day + [9]),
        ] {
            #expect(throws: MalformedRecord.self, "\(code) \(content)") { try read(code, content) }
        }
    }

    @Test func theDigestIsOfTheFirstEventsInTheirPlace() {
        let motion = ways.motion(ways.whole)
        let digests = (0...motion.events.count).map { motion.digest(of: $0, in: "330702") }
        #expect(Set(digests).count == digests.count)
        #expect(ways.motion(Array(ways.whole.dropLast())).digest(of: 4, in: "330702") == digests[4])
        #expect(motion.digest(of: 4, in: "330703") != digests[4])
    }

    @Test func aMotionBeginsByBeingMoved() {
        #expect(Motion(number: 1, events: []) == nil)
        #expect(Motion(number: 1, events: [ways.reviewed]) == nil)
    }
}
