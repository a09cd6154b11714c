import Registry

/// The people of a register by status and position (人员身份、岗位). Those who left are not among them.
package struct PeopleFigures: Hashable, Sendable {
    /// People by status, in the order of statuses; those nobody has are left out.
    package let rows: [Row]
    /// How many have a place on the establishment (在编).
    package let onEstablishment: Int
    /// How many have none (编外).
    package let offEstablishment: Int
    /// How many have more than one place (重复占编).
    package let severalPlaces: Int
    /// How many have a place and work elsewhere (在编不在岗).
    package let elsewhere: Int
    /// How many share their identity number with somebody of another name (身份存疑).
    package let disputed: Int
    /// How many left.
    package let left: Int

    /// People of one status.
    package struct Row: Hashable, Sendable {
        /// The status.
        package let status: PersonStatus
        /// How many have a place on the establishment.
        package let onEstablishment: Int
        /// How many have none.
        package let offEstablishment: Int
        private let positions: [PositionKind?: Int]

        init(_ status: PersonStatus, _ people: [Person]) {
            self.status = status
            onEstablishment = people.count { !$0.places.isEmpty }
            offEstablishment = people.count - onEstablishment
            positions = Dictionary(people.map { ($0.position, 1) }, uniquingKeysWith: +)
        }

        /// How many hold a position of this kind; nil asks for those of whom it is not known.
        package func count(_ position: PositionKind?) -> Int { positions[position] ?? 0 }

        /// All of them.
        package var total: Int { onEstablishment + offEstablishment }
    }

    init(of register: Register) {
        let people = register.people.values.filter { $0.exit == nil }
        let groups = Dictionary(grouping: people, by: \.status)
        rows = PersonStatus.allCases.compactMap { status in groups[status].map { Row(status, $0) } }
        onEstablishment = people.count { !$0.places.isEmpty }
        offEstablishment = people.count - onEstablishment
        severalPlaces = people.count { $0.places.count > 1 }
        elsewhere = people.count { $0.otherWorkplace(in: register) != nil }
        disputed = people.count(where: \.isDisputed)
        left = register.people.count - people.count
    }

    /// All who have not left.
    package var total: Int { onEstablishment + offEstablishment }

    /// How many hold a position of this kind; nil asks for those of whom it is not known.
    package func count(_ position: PositionKind?) -> Int { rows.reduce(0) { $0 + $1.count(position) } }
}
