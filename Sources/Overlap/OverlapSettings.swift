/// What an office may set.
package struct OverlapSettings: Hashable, Sendable {
    /// The lowest score listed, in per mille.
    package var minimumScore = 150
    /// A pair is listed when it is among this many best of either statement.
    package var perStatement = 10
    /// How many pairs are listed at most.
    package var limit = 1000
    /// A clause in the same words with this many holders is a duty in many places, or says nothing; it makes no
    /// pairs. In a list of very many holders it takes one in two thousand.
    package var widespread = 5
    /// What a pair under one department keeps of its score, in per mille: a department that guides what a body
    /// under it does is division of work, so that such pairs stand behind the others, but they stand.
    package var sameLine = 600

    /// The settings a list starts with.
    package init() {}
}
