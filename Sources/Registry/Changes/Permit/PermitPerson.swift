import Basics

extension Register {
    func permitPerson(_ change: Change, _ now: Circumstances) throws(Refusal) {
        switch change {
        case .registerPerson(let id, _, _, _, _, _):
            guard people[id] == nil else { throw .identifierTaken }
        case .amendPersonal(let id, let personal):
            guard try person(id).personal != personal else { throw .unchanged }
        case .setDisputed(let id, let isDisputed):
            guard try person(id).isDisputed != isDisputed else { throw .unchanged }
        case .enrol(let id, let place):
            _ = try living(place.institution)
            let person = try movable(id, now)
            try permitEntry(of: person, to: place, now)
        case .leave(let id, let institution, let kind, let cause):
            // Exits are always allowed, even out of a locked body or one under dispute; the head stays behind. To
            // come out of a second place without leaving for good is a movement like any other.
            let person = try person(id)
            guard !now.isFuture else { throw .futurePersonMove(id) }
            if cause == nil { try unlocked(institution, now) }
            guard person.holds(institution, kind) else { throw .notOnEstablishment(id, institution) }
        case .transfer(let id, let institution, let kind, let place):
            for body in [place.institution, institution] { _ = try living(body) }
            let person = try movable(id, now)
            for body in [place.institution, institution] { try unlocked(body, now) }
            guard institution != place.institution || kind != place.kind else { throw .sameAccount }
            guard person.holds(institution, kind) else { throw .notOnEstablishment(id, institution) }
            try permitEntry(of: person, to: place, now)
        case .appoint(let id, let institution, let kind, let role):
            _ = try living(institution)
            let person = try movable(id, now)
            try unlocked(institution, now)
            let place = person.places.first { $0.institution == institution && $0.kind == kind }
            guard let place else { throw .notOnEstablishment(id, institution) }
            guard place.role != role else { throw .unchanged }
        case .setPosition(let id, let position):
            guard try person(id).position != position else { throw .unchanged }
        case .setWorkplace(let id, let institution):
            if let institution { _ = try living(institution) }
            let person = try movable(id, now)
            // Whoever is locked in place works there too, and nobody comes to work where people are locked.
            for body in person.places.map(\.institution) + [institution].compactMap({ $0 }) {
                try unlocked(body, now)
            }
            guard person.workplace != institution else { throw .unchanged }
            guard let institution else { return }
            guard !person.places.contains(where: { $0.institution == institution }) || person.places.count > 1 else {
                throw .alreadyThere(id, institution)
            }
        case .setStatus(let id, let status):
            let person = try person(id)
            guard person.status != status else { throw .unchanged }
            guard person.places.isEmpty || status.mayHoldPlace else { throw .statusHoldsNoPlace(id, status) }
        default:
            break
        }
    }

    private func person(_ id: Person.ID) throws(Refusal) -> Person {
        guard let person = people[id] else { throw .unknownPerson(id) }
        return person
    }

    private func movable(_ id: Person.ID, _ now: Circumstances) throws(Refusal) -> Person {
        let person = try person(id)
        // The baseline records a dispute as it finds it; from then on nothing moves until it is settled.
        guard !person.isDisputed || now.basis == .opening else { throw .disputedIdentity(id) }
        guard !now.isFuture else { throw .futurePersonMove(id) }
        return person
    }

    private func permitEntry(of person: Person, to place: Place, _ now: Circumstances) throws(Refusal) {
        let body = try unlocked(place.institution, now)
        guard body.profile.type.holdsAccounts else { throw .holdsNoAccounts(place.institution) }
        guard !person.holds(place.institution, place.kind) else { throw .alreadyThere(person.id, place.institution) }
        guard person.status.mayHoldPlace else { throw .statusHoldsNoPlace(person.id, person.status) }
    }
}

extension Person {
    /// Whether they have a place of this kind there.
    package func holds(_ institution: Institution.ID, _ kind: EstablishmentKind) -> Bool {
        places.contains { $0.institution == institution && $0.kind == kind }
    }
}
