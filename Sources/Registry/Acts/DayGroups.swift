/// What Acts change on one day, Act after Act.
///
/// Judging an Act adds to what others still read, so that the list is copied each time. In chunks that costs as good as
/// nothing on a day with thousands of Acts, where the whole list took half of the time (`script/bench clients`).
struct DayGroups: Sendable, Sequence {
    /// The changes of one Act on the day.
    struct Group: Sendable {
        let position: Int
        let indices: [Int]
    }

    private var full: [[Group]] = []
    private var last: [Group] = []
    private static let size = 128

    init() {}

    mutating func append(_ group: Group) {
        if last.count == DayGroups.size {
            full.append(last)
            last = []
        }
        last.append(group)
    }

    func makeIterator() -> AnyIterator<Group> {
        var rest = (full + [last]).joined().makeIterator()
        return AnyIterator { rest.next() }
    }
}
