import Registry

/// What is known and doesn't stand in the register: what came of looking at what is sealed beside the journal, and
/// nothing of what was looked at; and what came of comparing texts with one another.
package struct Facts: Hashable, Sendable {
    /// People whose identity number isn't one (GB 11643): its date of birth is no date, or its check character is wrong.
    package var badIdentityNumbers: Set<Person.ID>

    /// For a matter that nobody is confirmed to hold, the statements likely to be about it, the likeliest first.
    package var likelyHolders: [Matter.ID: [DutyStatement.ID]]

    /// What is known.
    package init(
        badIdentityNumbers: Set<Person.ID> = [], likelyHolders: [Matter.ID: [DutyStatement.ID]] = [:]
    ) {
        self.badIdentityNumbers = badIdentityNumbers
        self.likelyHolders = likelyHolders
    }

    /// Nothing is known.
    package static let none = Facts()
}
