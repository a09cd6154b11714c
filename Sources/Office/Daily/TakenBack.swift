import Basics
import Reform
import Registry

extension Change {
    /// Whether it takes a change of an earlier Act back.
    var takesBack: Bool { if case .reverse = self { true } else { false } }
}

extension History {
    /// The changes that these take back, as they were made, in order; what is not there is left out.
    func takenBack(by changes: [Change]) -> [(position: Int, index: Int, dated: DatedChange)] {
        changes.compactMap { change in
            guard case .reverse(let position, let index) = change, entries.indices.contains(position - 1) else {
                return nil
            }
            let made = entries[position - 1].act.changes
            return made.indices.contains(index) ? (position, index, made[index]) : nil
        }
    }

    /// What a competence table is asked of changes: themselves, and each change that they take back as it was made, on the
    /// register that it found. Otherwise whoever may take something back could undo what others have to decide.
    /// - Parameter ground: the register that the changes are made on.
    func asked(of changes: [Change], on ground: Register) -> [(changes: [Change], register: Register)] {
        let wanted = Dictionary(grouping: takenBack(by: changes), by: \.position)
        var parts = [(changes: changes, register: ground)]
        for (position, taken) in wanted.sorted(by: { $0.key < $1.key }) {
            let indices = Set(taken.map(\.index))
            let known = known(at: position - 1)
            var registers: [Day: Register] = [:]
            for (index, dated) in entries[position - 1].act.changes.prefix((indices.max() ?? -1) + 1).enumerated() {
                var register = registers[dated.day] ?? known.register(on: dated.day)
                if indices.contains(index) { parts.append(([dated.change], register)) }
                register.suppose(dated.change)
                registers[dated.day] = register
            }
        }
        return parts
    }

    /// Later Acts that are about the same as what changes take back, by position: what may build upon it.
    func later(thanTakenBackBy changes: [Change]) -> [Int] {
        let taken = takenBack(by: changes)
        guard let first = taken.map(\.position).min() else { return [] }
        var sides = ActSides(self)
        var own = Footprint()
        for one in taken {
            own.formUnion(
                Footprint(
                    of: [one.dated.change], in: sides.sides(of: entries[one.position - 1], on: one.dated.day).after))
        }
        return entries[first...].filter { entry in
            let changes = entry.act.changes.map(\.change)
            return !own.intersection(Footprint(of: changes, in: latest)).isEmpty
        }.map(\.position)
    }

    /// The Act that took a change back; nil while it stands.
    func reversal(position: Int, index: Int) -> Int? {
        guard isReversed(position: position, index: index) else { return nil }
        let change = Change.reverse(position: position, index: index)
        return entries[position...].first { entry in
            entry.act.basis.mayTakeBack && entry.act.changes.contains { $0.change == change }
        }?.position
    }
}

/// The registers on either side of what an Act did on a day, by which its changes are named.
struct ActSides {
    private let history: History
    private var known: [Key: (before: Register, after: Register)] = [:]

    private struct Key: Hashable {
        let position: Int
        let day: Day
    }

    init(_ history: History) { self.history = history }

    mutating func sides(of entry: Entry, on day: Day) -> (before: Register, after: Register) {
        let key = Key(position: entry.position, day: day)
        if let sides = known[key] { return sides }
        var after = history.register(on: day)
        // What was taken back is in no register any more: it is supposed once more, so that it has its names.
        for (index, dated) in entry.act.changes.enumerated()
        where dated.day == day && history.isReversed(position: entry.position, index: index) {
            after.suppose(dated.change)
        }
        let sides = (before: history.register(on: day.advanced(by: -1)), after: after)
        known[key] = sides
        return sides
    }

    /// What a change does in words; of one that takes another back, also what that did.
    mutating func wording(of change: Change, from before: Register, to after: Register) -> Wording {
        let said = change.wording(from: before, to: after)
        guard let taken = history.takenBack(by: [change]).first else { return said }
        let sides = sides(of: history.entries[taken.position - 1], on: taken.dated.day)
        let what = taken.dated.change.wording(from: sides.before, to: sides.after)
        return Wording(zh: "\(said.zh)：\(what.zh)", en: "\(said.en): \(what.en)")
    }
}
