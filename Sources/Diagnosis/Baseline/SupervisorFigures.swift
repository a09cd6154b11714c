import Registry

/// What one department supervises (主管部门所属单位).
package struct SupervisorFigures: Hashable, Sendable {
    /// The department.
    package let supervisor: Institution.ID
    /// Its name.
    package let name: String
    /// Living bodies that answer to it.
    package let bodies: Int
    /// How many of them are public institutions.
    package let publicInstitutions: Int
    /// Their approved heads.
    package let approved: PartialSum
    /// Their filled places.
    package let occupied: Int

    /// Everyone who supervises something: most bodies first, then by name.
    static func all(of bodies: [CountedBody], in register: Register) -> [SupervisorFigures] {
        Dictionary(grouping: bodies, by: \.body.profile.supervisor).compactMap { supervisor, bodies in
            guard let supervisor else { return nil }
            return SupervisorFigures(
                supervisor: supervisor,
                name: register.institutions[supervisor]?.profile.name ?? supervisor.description, bodies: bodies.count,
                publicInstitutions: bodies.count(where: \.isPublicInstitution),
                approved: PartialSum(of: bodies.map { $0.body.profile.type.holdsAccounts ? $0.approved : 0 }),
                occupied: bodies.reduce(0) { $0 + $1.occupied })
        }.sorted { ($1.bodies, $0.name, $0.supervisor) < ($0.bodies, $1.name, $1.supervisor) }
    }
}
