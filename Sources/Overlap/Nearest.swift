/// The few largest of many, kept in order while they come.
struct Nearest {
    /// One of them.
    struct Entry {
        let sum: UInt32
        let mark: UInt64
        let clause: Int

        /// The larger first; of equal ones what is said decides, then the place.
        func isBefore(_ other: Entry) -> Bool {
            sum != other.sum ? sum > other.sum : (mark, clause) < (other.mark, other.clause)
        }
    }

    /// Those kept; sorted where there is a bound.
    private(set) var kept: [Entry] = []
    private let most: Int

    init(most: Int) { self.most = most }

    /// The least sum that can still come in.
    var least: UInt32 { kept.count >= most ? kept.last?.sum ?? 0 : 0 }

    /// Takes one in, and lets the last go where there are too many.
    mutating func take(sum: UInt32, mark: UInt64, clause: Int) {
        let entry = Entry(sum: sum, mark: mark, clause: clause)
        guard most < Int.max else {
            kept.append(entry)
            return
        }
        if kept.count >= most {
            guard let last = kept.last, entry.isBefore(last) else { return }
            kept.removeLast()
        }
        var place = kept.count
        while place > 0, entry.isBefore(kept[place - 1]) { place -= 1 }
        kept.insert(entry, at: place)
    }
}
