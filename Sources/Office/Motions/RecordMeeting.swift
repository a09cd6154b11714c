import Procedure

extension Desk {
    /// Enters the meeting that deliberated a motion (审议): who was present and absent, how many in favour, and its minutes
    /// when they are out. Entered again, as with the minutes, the last one counts.
    @discardableResult
    package mutating func recordMeeting(
        _ number: Int, _ meeting: Meeting, note: String, _ stroke: MotionStroke
    ) throws(OfficeFailure) -> Motion {
        try enter(.met(meeting), text: note, in: motion(number), stroke)
    }
}
