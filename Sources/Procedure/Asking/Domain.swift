import Registry

extension ChangeKind {
    /// Every case in which a change of this kind can be, so that a table can be asked what it leaves open.
    package var domain: [Scope] {
        let body = Scope.nobody.with(.rank, allCodes(Rank.self)).with(.type, allCodes(InstitutionType.self))
        let heads = allCodes(EstablishmentKind.self)
        let roles = allCodes(LeaderRole.self)
        let both = allCodes(Direction.self)
        switch self {
        case .rank, .moveDuty: return [body.with(.direction, both)]
        case .moveHeads, .movePosts:
            let others = allCodes(Counterpart.self)
            let what = { (scope: Scope) in
                self == .moveHeads
                    ? scope.with(.heads, heads) : scope.with(.role, roles).with(.rank, allCodes(Rank.self))
            }
            return [
                what(body).with(.direction, both).with(.counterpart, others),
                what(.nobody).with(.counterpart, others.filter { $0 != Counterpart.body.rawValue }),
            ]
        case .exchange:
            return ledger(body, .nobody).map {
                $0.with(.direction, both).with(.counterpart, [Counterpart.grant.rawValue])
            }
        case .ceiling: return ledger(.nobody).map { $0.with(.direction, both) }
        case .reserve, .settle, .voidReservation, .expire: return ledger(body, .nobody)
        case .enrol: return [place(body).with(Direction.gain)]
        case .leave: return [place(body).with(Direction.give)]
        case .transfer: return [place(body).with(.direction, both)]
        case .appoint: return [place(body).with(.role, roles).with(.direction, both)]
        case .amendPersonal, .disputed, .position, .workplace, .status: return [body, .nobody]
        case .defineMatter, .gap, .registerPerson, .adoptRules, .repealRules, .competence, .openTolerance,
            .moveTolerance, .closeTolerance, .reverse:
            return [.nobody]
        default: return [body]
        }
    }

    /// Heads of every kind and posts of every role, at each of these.
    private func ledger(_ places: Scope...) -> [Scope] {
        places.flatMap { place in
            [
                place.with(.heads, allCodes(EstablishmentKind.self)),
                place.with(.role, allCodes(LeaderRole.self)).with(.rank, allCodes(Rank.self)),
            ]
        }
    }

    /// A place of a person: of every kind, with a role or none.
    private func place(_ body: Scope) -> Scope {
        body.with(.heads, allCodes(EstablishmentKind.self)).with(.role, [0] + allCodes(LeaderRole.self))
    }
}
