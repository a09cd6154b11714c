import Basics

extension Register {
    /// The digest of what these bodies are and have, that others named are there, of these people and duties, and of changes that are to come: equal
    /// where nothing of it differs, whatever else the register holds.
    ///
    /// The positions of Acts are left out, since they move with every Act; so is the digest of a reason, which differs
    /// each time a text is sealed.
    package func digest(
        of bodies: some Collection<Institution.ID>, named: some Collection<Institution.ID>,
        people: some Collection<Person.ID>, duties statements: some Collection<DutyStatement.ID>, changes: [Change]
    ) -> Digest {
        var writer = CanonicalWriter()
        writer.list(bodies.sorted()) { writer, id in
            writer.identifier(id)
            writer.optional(institutions[id]) { $0.body($1) }
            writer.list(FigureGroup.allCases.filter { ledger.isUnknown($0, of: id) }) { $0.value($1) }
            writer.list(ledger.holdings(of: .institution(id))) {
                $0.commodity($1.commodity)
                $0.integer($1.amount)
            }
            writer.list(reservations(touching: id)) { $0.reservation($1) }
            writer.list(duties(of: id)) { $0.statement($1) }
            writer.list(dependents(of: id)) { $0.identifier($1) }
            writer.list(guests(of: id)) { $0.identifier($1) }
            let presence = presence(of: id)
            writer.list(presence.visitors.sorted()) { $0.identifier($1) }
            writer.list(presence.staff.sorted()) { if let person = self.people[$1] { $0.person(person) } }
            for kind in EstablishmentKind.allCases { writer.tolerance(tolerances[.headsWithinBalance(id, kind)]) }
            for role in LeaderRole.allCases { writer.tolerance(tolerances[.postsWithinBalance(id, role)]) }
        }
        writer.list(named.sorted()) { writer, id in
            writer.identifier(id)
            writer.optional(institutions[id]) {
                $0.text($1.profile.name)
                $0.flag($1.isActive)
            }
        }
        writer.list(people.sorted()) { writer, id in writer.optional(self.people[id]) { $0.person($1) } }
        writer.list(statements.sorted()) { writer, id in
            writer.optional(duties[id]) { $0.statement($1) }
            writer.list(matters(of: id)) { $0.identifier($1) }
        }
        writer.list(changes) { writer, change in
            if case .dropDuty(let id, _) = change {
                Change.dropDuty(id, reason: .none).encode(to: &writer)
            } else {
                change.encode(to: &writer)
            }
        }
        return Digest(sha256: writer.bytes)
    }

}

extension CanonicalWriter {
    fileprivate mutating func body(_ body: Institution) {
        profile(body.profile)
        list(body.plates) { $0.text($1) }
        list(body.units) {
            $0.text($1.name)
            $0.optional($1.rank) { $0.value($1) }
        }
        flag(body.isActive)
        optional(body.lock) { $0.citation($1) }
    }

    fileprivate mutating func tolerance(_ tolerance: Tolerance?) {
        optional(tolerance) {
            $0.integer($1.measure)
            $0.cause($1.cause)
        }
    }
}
