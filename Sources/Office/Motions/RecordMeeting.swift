import Basics
import Procedure

/// What a meeting came to on one of its items.
package struct MeetingOutcome: Sendable {
    /// The number of the motion.
    package let motion: Int
    /// Who was there, how many in favour, the minutes.
    package let meeting: Meeting
    /// What was said.
    package let note: String

    /// An outcome.
    package init(of motion: Int, _ meeting: Meeting, note: String) {
        self.motion = motion
        self.meeting = meeting
        self.note = note
    }
}

extension Desk {
    /// Enters the meeting that deliberated a motion (审议): who was present and absent, how many in favour, and its minutes
    /// when they are out. Entered again, as with the minutes, the last one counts.
    @discardableResult
    package mutating func recordMeeting(
        _ number: Int, _ meeting: Meeting, note: String, _ stroke: MotionStroke
    ) throws(OfficeFailure) -> Motion {
        try enter(.met(meeting), text: note, in: motion(number), stroke)
    }

    /// Enters a meeting with several of its items at once: all of them, or none where one would be refused.
    package mutating func recordMeeting(_ outcomes: [MeetingOutcome], _ stroke: MotionStroke) throws(OfficeFailure) {
        for outcome in outcomes {
            do throws(OfficeFailure) {
                try permit(.met(outcome.meeting), in: motion(outcome.motion), stroke)
            } catch {
                throw OfficeFailure(
                    error.kind, error.code,
                    Wording(
                        zh: "第\(outcome.motion)号动议件：\(error.wording.zh)",
                        en: "Motion \(outcome.motion): \(error.wording.en)"))
            }
        }
        for outcome in outcomes { try recordMeeting(outcome.motion, outcome.meeting, note: outcome.note, stroke) }
    }
}
