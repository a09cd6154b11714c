import Basics
import Procedure

extension Desk {
    /// Puts a motion on the agenda of the commission's meeting of a day, as an item (列入议程).
    /// - Parameter item: which; the next after the last where nil.
    @discardableResult
    package mutating func putOnAgenda(
        _ number: Int, meeting: Day, item asked: Int? = nil, note: String, _ stroke: MotionStroke
    ) throws(OfficeFailure) -> Motion {
        let others = try motions().filter { $0.number != number && !$0.isWithdrawn && !$0.isReturned }
            .filter { $0.agenda?.day == meeting }
        let item = asked ?? (others.compactMap { $0.agenda?.item }.max() ?? 0) + 1
        guard (1...999).contains(item) else {
            throw OfficeFailure(
                .input, "bad-item", zh: "议程项应为1至999，现为\(item)。", en: "An item of the agenda is 1 to 999, not \(item).")
        }
        if let taken = others.first(where: { $0.agenda?.item == item }) {
            throw OfficeFailure(
                .refusal, "item-taken", zh: "\(meeting)会议的第\(item)项议程已是第\(taken.number)号动议件，请另排一项。",
                en: "Item \(item) of the meeting on \(meeting) is motion \(taken.number) already; choose another.")
        }
        return try enter(.placed(meeting: meeting, item: item), text: note, in: motion(number), stroke)
    }
}
