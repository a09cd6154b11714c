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
        /// Whether a later Act took it back.
        package let isReversed: Bool
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
        var registers: [Day: (before: Register, after: Register)] = [:]
        lines = entry.act.changes.enumerated().compactMap { index, dated in
            let sides =
                registers[dated.day]
                ?? (history.register(on: dated.day.advanced(by: -1)), history.register(on: dated.day))
            registers[dated.day] = sides
            guard isWanted(dated.change, sides.before, sides.after) else { return nil }
            return Line(
                index: index, day: dated.day, wording: dated.change.wording(from: sides.before, to: sides.after),
                isReversed: history.isReversed(position: entry.position, index: index))
        }
    }
}
