import Basics
import Procedure

extension Desk {
    /// Puts a motion on the agenda of the commission's meeting of a day, as an item (列入议程).
    @discardableResult
    package mutating func putOnAgenda(
        _ number: Int, meeting: Day, item: Int, note: String, _ stroke: MotionStroke
    ) throws(OfficeFailure) -> Motion {
        guard (1...999).contains(item) else {
            throw OfficeFailure(
                .input, "bad-item", zh: "议程项应为1至999，现为\(item)。", en: "An item of the agenda is 1 to 999, not \(item).")
        }
        return try enter(.placed(meeting: meeting, item: item), text: note, in: motion(number), stroke)
    }
}
