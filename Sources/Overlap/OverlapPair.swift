/// Two statements that are likely one matter (疑似职责交叉), and why.
package struct OverlapPair: Hashable, Sendable {
    /// Which two.
    package let statements: StatementPair
    /// How likely, in per mille: 1 to 1000.
    package let score: Int
    /// What they share, the weightiest first, in the words of the first statement.
    package let shared: [SharedPart]
    /// Words of the thesaurus by which they are joined.
    package let joined: [JoinedWords]
    /// Whether both are under one department.
    package let sameLine: Bool

    /// The best first; of equal ones the lower indices.
    static func isBefore(_ left: OverlapPair, _ right: OverlapPair) -> Bool {
        left.score != right.score ? left.score > right.score : left.statements < right.statements
    }
}

/// Words that both statements have.
package struct SharedPart: Hashable, Sendable {
    /// The words.
    package let text: String
    /// Their part of all that is shared, in per mille.
    package let weight: Int
}

/// Two words that the thesaurus says are one.
package struct JoinedWords: Hashable, Sendable {
    /// In the first statement.
    package let first: String
    /// In the second.
    package let second: String
}

/// One clause in the same words with many holders (面上职责): a duty in many places, or a phrase that says nothing.
package struct WidespreadDuty: Hashable, Sendable {
    /// Those that have it, ascending.
    package let statements: [Int]
}
