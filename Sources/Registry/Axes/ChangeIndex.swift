import Basics

/// Every change of a journal by number, with its day and position, and where each subject is mentioned.
///
/// It only grows, as the journal does.
struct ChangeIndex: Sendable {
    /// A change in the order of the journal.
    struct Stamp: Sendable {
        let day: Day
        let position: Int32
        let index: Int32
        /// The position of the Act that took it back; none when zero.
        var reversedBy: Int32 = 0
    }

    /// All changes, in the order of the journal.
    private(set) var stamps: [Stamp] = []
    /// The numbers of the changes that mention a subject, in order.
    private(set) var numbers: [Mention: [Int32]] = [:]
    /// Every breach that was ever put up with.
    private(set) var tolerated: Set<Invariant> = []
    /// Breaches that went over into each other, as in a merger.
    private(set) var merged: [Invariant: Set<Invariant>] = [:]
    /// The first day on which something takes effect.
    private(set) var firstDay: Day?
    /// The number of the first change of each Act.
    private var starts: [Int32] = []

    /// The position of the last Act that was taken in.
    var position: Int { starts.count }

    /// Takes in the next Act.
    mutating func take(_ entry: Entry) {
        precondition(entry.position == position + 1, "Acts are taken in one after another")
        starts.append(Int32(stamps.count))
        for (index, dated) in entry.act.changes.enumerated() {
            let number = Int32(stamps.count)
            stamps.append(Stamp(day: dated.day, position: Int32(entry.position), index: Int32(index)))
            firstDay = min(firstDay ?? dated.day, dated.day)
            for mention in dated.change.mentions { numbers[mention, default: []].append(number) }
            switch dated.change {
            case .openTolerance(let invariant, _, _):
                tolerated.insert(invariant)
            case .moveTolerance(let from, let to):
                tolerated.formUnion([from, to])
                merged[from, default: []].insert(to)
                merged[to, default: []].insert(from)
            case .reverse(let position, let index):
                stamps[Int(starts[position - 1]) + index].reversedBy = Int32(entry.position)
            default:
                break
            }
        }
    }
}

extension ChangeIndex.Stamp {
    /// Whether it counts in what was known at a position.
    func counts(at known: Int) -> Bool { position <= known && (reversedBy == 0 || reversedBy > known) }
}
