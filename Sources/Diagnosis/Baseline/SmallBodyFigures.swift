import Registry

/// What a threshold would call small (小机构阈值测算): public institutions with at most so many approved heads. Those of
/// which the number is unknown can't be told and are not among them.
package struct SmallBodyFigures: Hashable, Sendable {
    /// The number of approved heads up to which they count.
    package let threshold: Int
    /// How many there are.
    package let bodies: Int
    /// How many there are of each rank, in the order of ranks, unknown last; ranks nobody has are left out.
    package let ranks: [RankCount]
    /// Their approved heads.
    package let approved: Int
    /// Their filled places.
    package let occupied: Int
    /// How many departments supervise them.
    package let supervisors: Int
    /// Public institutions of which the approved heads are unknown.
    package let unknown: Int

    /// Bodies of a rank.
    package struct RankCount: Hashable, Sendable {
        /// The rank, nil when it is unknown.
        package let rank: Rank?
        /// How many.
        package let bodies: Int
    }

    init(upTo threshold: Int, among institutions: [CountedBody]) {
        let small = institutions.filter { body in body.approved.map { $0 <= threshold } ?? false }
        let groups = Dictionary(grouping: small) { $0.body.profile.rank }
        self.threshold = threshold
        bodies = small.count
        ranks = (Rank.allCases.map { Optional($0) } + [nil]).compactMap { rank in
            groups[rank].map { RankCount(rank: rank, bodies: $0.count) }
        }
        approved = small.reduce(0) { $0 + ($1.approved ?? 0) }
        occupied = small.reduce(0) { $0 + $1.occupied }
        supervisors = Set(small.compactMap(\.body.profile.supervisor)).count
        unknown = institutions.count { $0.approved == nil }
    }

    /// How many there are of a rank; nil asks for those whose rank is unknown.
    package func count(_ rank: Rank?) -> Int { ranks.first { $0.rank == rank }?.bodies ?? 0 }
}
