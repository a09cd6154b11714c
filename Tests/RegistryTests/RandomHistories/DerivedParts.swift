import Registry

/// What a register keeps beside its bytes so that questions are quick, written out to compare two registers.
struct DerivedParts: Equatable {
    private var bodies: [Institution.ID: [String]] = [:]
    private var matters: [DutyStatement.ID: [Matter.ID]] = [:]
    private var unsettled: Set<Person.ID> = []
    private var reserved: [Account: Int] = [:]

    init(of register: Register) {
        for body in register.institutions.values {
            let presence = register.presence(of: body.id)
            bodies[body.id] = [
                "\(register.institution(named: body.profile.name)?.id.description ?? "")", "\(presence.staff.sorted())",
                "\(presence.visitors.sorted())",
                "\(EstablishmentKind.allCases.map { presence.occupied($0) })",
                "\(LeaderRole.allCases.map { presence.leading($0) })", "\(register.dependents(of: body.id))",
                "\(register.guests(of: body.id))", "\(register.duties(of: body.id).map(\.id))",
                "\(register.reservations(touching: body.id).map { ($0.id, $0.count) })",
                "\(register.belongings(of: body.id))",
            ]
        }
        for duty in register.duties.keys { matters[duty] = register.matters(of: duty) }
        unsettled = Set(register.unsettledPeople.map(\.id))
        for reservation in register.ledger.reservations.values {
            reserved[reservation.account] = register.ledger.reserved(on: reservation.account)
        }
    }
}
