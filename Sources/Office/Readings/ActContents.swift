import Basics
import Diagnosis
import Registry

/// What an Act did, change by change in words.
package struct ActContents: Sendable {
    /// One change.
    package struct Line: Sendable {
        /// Its index in the Act, from 0.
        package let index: Int
        /// The day it takes effect.
        package let day: Day
        /// What it does.
        package let wording: Wording
        /// The position of the later Act that took it back; nil while it stands.
        package let reversedBy: Int?
        /// The position of the Act of which it takes a change back; nil where it is another change.
        package let takesBackOf: Int?

        /// Whether a later Act took it back.
        package var isReversed: Bool { reversedBy != nil }
        /// Whether it can be taken back.
        package var canBeTakenBack: Bool { reversedBy == nil && takesBackOf == nil }
    }

    /// The changes in the order of the Act.
    package let lines: [Line]

    /// The changes of an entry of a history, named as the register of their day names things.
    package init(of entry: Entry, in history: History) {
        self.init(of: entry, in: history) { _, _, _ in true }
    }

    /// Those of an entry's changes that concern a body.
    package init(of entry: Entry, concerning body: Institution.ID, in history: History) {
        self.init(of: entry, in: history) { change, before, after in
            subjects(of: [change], in: before).institutions.contains(body)
                || subjects(of: [change], in: after).institutions.contains(body)
        }
    }

    /// Those of an entry's changes that concern a person.
    package init(of entry: Entry, concerning person: Person.ID, in history: History) {
        self.init(of: entry, in: history) { change, before, after in
            subjects(of: [change], in: before).people.contains(person)
                || subjects(of: [change], in: after).people.contains(person)
        }
    }

    private init(of entry: Entry, in history: History, where isWanted: (Change, Register, Register) -> Bool) {
        var named = ActSides(history)
        lines = entry.act.changes.enumerated().compactMap { index, dated in
            // What takes a change back is about what that was about.
            let taken = history.takenBack(by: [dated.change]).first
            let meant = taken?.dated ?? dated
            let origin = taken.map { history.entries[$0.position - 1] } ?? entry
            let sides = named.sides(of: origin, on: meant.day)
            guard isWanted(meant.change, sides.before, sides.after) else { return nil }
            return Line(
                index: index, day: dated.day,
                wording: named.wording(of: dated.change, from: sides.before, to: sides.after),
                reversedBy: history.reversal(position: entry.position, index: index), takesBackOf: taken?.position)
        }
    }
}
