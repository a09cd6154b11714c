import Basics
import Registry

/// A plan of reform (改革方案): what is intended, kept apart from the changes it expands to.
package struct Plan: Sendable {
    /// What people call it.
    package let name: String
    /// The reform it is part of, whose locks it may open.
    package let reform: Citation?
    /// What is enacted when the plan is decided.
    package let first: Wave
    /// What is decided with it and expanded again, each on its own day.
    package let later: [Wave]
    /// The digest of its text: names it in the Act, and is the seed of the identifiers it makes.
    package let digest: Digest
    /// The digest under which its text stands sealed beside the journal: the reason of the duties it drops.
    package var reason: Digest

    /// A plan in waves.
    package init(name: String, reform: Citation?, first: Wave, later: [Wave], digest: Digest) {
        self.name = name
        self.reform = reform
        self.first = first
        self.later = later
        self.digest = digest
        reason = digest
    }

    /// A plan of one wave.
    package init(name: String, day: Day, reform: Citation?, steps: [Step], digest: Digest) {
        self.init(name: name, reform: reform, first: Wave(day: day, steps: steps), later: [], digest: digest)
    }

    /// The day its first wave is to take effect.
    package var day: Day { first.day }

    /// All waves, in order.
    package var waves: [Wave] { [first] + later }

    /// What to do, in order, over all waves.
    package var steps: [Step] { waves.flatMap(\.steps) }
}

/// One step of a plan, with the line of the text it stands on.
package struct Step: Sendable, Hashable {
    /// The line, from 1.
    package let line: Int
    /// What is to be done.
    package let action: Action

    /// A step.
    package init(line: Int, action: Action) {
        self.line = line
        self.action = action
    }
}
