import Basics

extension Register {
    /// The canonical bytes of everything the register holds, in the order of identifiers; equal registers have equal
    /// bytes on every machine.
    package var bytes: [UInt8] {
        var writer = CanonicalWriter()
        writer.list(institutions.keys.sorted()) { writer, id in
            guard let body = institutions[id] else { return }
            writer.identifier(id)
            writer.profile(body.profile)
            writer.list(body.plates) { $0.text($1) }
            writer.list(body.units) {
                $0.text($1.name)
                $0.optional($1.rank) { $0.value($1) }
            }
            switch body.status {
            case .active: writer.code(0)
            case .closed(let position, let successors):
                writer.code(1)
                writer.integer(position)
                writer.list(successors) { $0.identifier($1) }
            }
            writer.optional(body.lock) { $0.citation($1) }
            writer.optional(body.origin) { $0.origin($1) }
            writer.list(FigureGroup.allCases.filter { ledger.isUnknown($0, of: id) }) { $0.value($1) }
        }
        writer.list(duties.keys.sorted()) { if let statement = duties[$1] { $0.statement(statement) } }
        writer.list(matters.keys.sorted()) { writer, id in
            guard let matter = matters[id] else { return }
            writer.identifier(id)
            writer.text(matter.name)
            writer.text(matter.catalogue)
            writer.optional(matter.origin) { $0.origin($1) }
            writer.list(matter.parts) { $0.part($1) }
            writer.list(matter.gaps) { $0.area($1) }
        }
        writer.list(people.keys.sorted()) { if let person = people[$1] { $0.person(person) } }
        writer.list(ledger.holders) { writer, holder in
            writer.holder(holder)
            writer.list(ledger.holdings(of: holder)) {
                $0.commodity($1.commodity)
                $0.integer($1.amount)
            }
        }
        writer.list(ledger.reservations.keys.sorted()) {
            if let reservation = ledger.reservations[$1] { $0.reservation(reservation) }
        }
        writer.list(ledger.ceilings.keys.sorted()) {
            $0.commodity($1)
            $0.optional(ledger.ceilings[$1]) { $0.integer($1) }
        }
        writer.list(tolerances.keys.sorted()) { writer, invariant in
            guard let tolerance = tolerances[invariant] else { return }
            writer.invariant(invariant)
            writer.integer(tolerance.measure)
            writer.cause(tolerance.cause)
            writer.integer(tolerance.openedBy)
        }
        writer.list(rules.keys.sorted()) { writer, code in
            guard let adopted = rules[code] else { return }
            writer.text(code)
            writer.digest(adopted.digest)
            writer.integer(adopted.adoptedBy)
        }
        return writer.bytes
    }

    /// The digest of the whole register.
    package var digest: Digest { Digest(sha256: bytes) }
}

extension CanonicalWriter {
    mutating func person(_ person: Person) {
        identifier(person.id)
        digest(person.personal)
        list(person.places) { $0.place($1) }
        optional(person.position) { $0.value($1) }
        optional(person.workplace) { $0.identifier($1) }
        value(person.status)
        optional(person.entered) { $0.factDate($1) }
        flag(person.isDisputed)
        optional(person.exit) { $0.value($1) }
        optional(person.origin) { $0.origin($1) }
    }
}
