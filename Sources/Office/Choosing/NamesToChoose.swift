import Basics
import Registry

extension Desk {
    /// The bodies of a register by what they are and were called, closed ones after the living.
    package func bodiesToChoose(
        in register: Register, through day: Day?
    ) throws(OfficeFailure) -> ChoiceShelf<Institution.ID> {
        let order = Dictionary(
            uniqueKeysWithValues: BodyLine.all(in: register).enumerated().map { ($0.element.id, $0.offset) })
        let texts = searchedTexts(ofBodiesIn: register, through: day)
        let bodies = register.institutions.values.sorted { (order[$0.id] ?? 0) < (order[$1.id] ?? 0) }
        return try ChoiceShelf(
            bodies.map { .init(subject: $0.id, texts: texts[$0.id] ?? [], isPast: !$0.isActive) })
    }
}

extension Register {
    /// Its matters by their names.
    package func mattersToChoose() throws(OfficeFailure) -> ChoiceShelf<Matter.ID> {
        try ChoiceShelf(
            matters.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map {
                .init(subject: $0.id, texts: [(.name, $0.name)])
            })
    }

    /// What is put aside by whose it is and what of, and by its mark; what lapses first comes first.
    package func reservationsToChoose() throws(OfficeFailure) -> ChoiceShelf<Reservation.ID> {
        try ChoiceShelf(
            ledger.reservations.values.sorted { ($0.lastDay, $0.id) < ($1.lastDay, $1.id) }.map { reservation in
                let account = reservation.account
                let names =
                    account.holder.institution.map { [institutions[$0]?.profile.name ?? ""] }
                    ?? account.holder.name.map { [$0.zh, $0.en] } ?? []
                let texts = names + [account.commodity.name.zh, account.commodity.name.en]
                return .init(
                    subject: reservation.id,
                    texts: texts.map { (.holder, $0) } + [(.mark, String(reservation.id.description.prefix(8)))])
            })
    }

    /// Its duties by what they say and whose they are.
    package func dutiesToChoose() throws(OfficeFailure) -> ChoiceShelf<DutyStatement.ID> {
        try ChoiceShelf(
            duties.values.sorted { ($0.holder, $0.number, $0.id) < ($1.holder, $1.number, $1.id) }.map { duty in
                let holder = institutions[duty.holder]?.profile.name
                return .init(
                    subject: duty.id, texts: [(.duty, duty.text)] + (holder.map { [(.holder, $0)] } ?? []))
            })
    }
}
