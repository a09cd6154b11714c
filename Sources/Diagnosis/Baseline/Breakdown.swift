/// Bodies counted by what they are, in the order of the key's cases; what is unknown comes last, what nobody is is left
/// out.
package struct Breakdown<Key: CaseIterable & Hashable & Sendable>: Hashable, Sendable {
    /// The rows.
    package let rows: [Row]
    /// All of them together; its key is nil.
    package let total: Row

    /// The bodies of one key.
    package struct Row: Hashable, Sendable {
        /// What they are, nil when it is unknown.
        package let key: Key?
        /// How many.
        package let bodies: Int
        /// How many of them are public institutions.
        package let publicInstitutions: Int
        /// Their approved heads.
        package let approved: PartialSum
        /// Their filled places.
        package let occupied: Int

        init(_ key: Key?, _ bodies: [CountedBody]) {
            self.key = key
            self.bodies = bodies.count
            publicInstitutions = bodies.count(where: \.isPublicInstitution)
            // Bodies that hold no headcount have none: nothing about them is unknown.
            approved = PartialSum(of: bodies.map { $0.body.profile.type.holdsAccounts ? $0.approved : 0 })
            occupied = bodies.reduce(0) { $0 + $1.occupied }
        }
    }

    init(of bodies: [CountedBody], by key: (CountedBody) -> Key?) {
        let groups = Dictionary(grouping: bodies, by: key)
        let keys = Key.allCases.map { Optional($0) } + [nil]
        rows = keys.compactMap { key in groups[key].map { Row(key, $0) } }
        total = Row(nil, bodies)
    }
}
