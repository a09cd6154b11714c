import Basics
import Registry

/// An Act with what its place in the journal adds to it.
package struct PlacedAct: Equatable, Sendable {
    /// Its position, from 1.
    package let position: Int
    /// The day it was recorded, on the offices' clocks.
    package let recorded: Day
    /// The Act.
    package let act: Act

    /// An Act at a position.
    package init(position: Int, recorded: Day, act: Act) {
        self.position = position
        self.recorded = recorded
        self.act = act
    }
}

/// What one Act changes on one day.
package struct Group: Equatable, Sendable {
    /// The day.
    package let day: Day
    /// The position of the Act.
    package let position: Int
    /// The day the Act was recorded.
    package let recorded: Day
    /// What kind of Act it is.
    package let basis: Act.Basis
    /// The reform it is part of.
    package let reform: Citation?
    /// The changes, in the order of the Act.
    package var changes: [Change]

    /// The changes of one Act on one day.
    package init(
        day: Day, position: Int, recorded: Day, basis: Act.Basis, reform: Citation?, changes: [Change]
    ) {
        self.day = day
        self.position = position
        self.recorded = recorded
        self.basis = basis
        self.reform = reform
        self.changes = changes
    }
}

/// What the Acts come to: all changes but those that were taken back, in the order of day, position and index.
package func groups(of acts: [PlacedAct]) -> [Group] {
    var takenBack: Set<[Int]> = []
    var rows: [(day: Day, position: Int, index: Int, act: PlacedAct, change: Change)] = []
    for act in acts {
        for (index, dated) in act.act.changes.enumerated() {
            rows.append((dated.day, act.position, index, act, dated.change))
            if case .reverse(let position, let index) = dated.change { takenBack.insert([position, index]) }
        }
    }
    rows.removeAll { takenBack.contains([$0.position, $0.index]) }
    rows.sort { ($0.day, $0.position, $0.index) < ($1.day, $1.position, $1.index) }
    var groups: [Group] = []
    for row in rows {
        if let last = groups.last, last.day == row.day, last.position == row.position {
            groups[groups.count - 1].changes.append(row.change)
        } else {
            groups.append(
                Group(
                    day: row.day, position: row.position, recorded: row.act.recorded, basis: row.act.act.basis,
                    reform: row.act.act.reform, changes: [row.change]))
        }
    }
    return groups
}
