import Basics
import Registry

extension Expansion {
    /// Merges bodies into one: heads, people, duties, plates, units, children and tolerances go over; leader posts of
    /// the bodies that end go to the pool; registrations are cancelled (编随事走、人随编走).
    mutating func merge(_ names: [String], into targetName: String, _ terms: MergeTerms) throws(StepProblem) {
        var sources: [Institution] = []
        for name in names {
            let source = try body(name)
            guard !sources.contains(where: { $0.id == source.id }) else { throw .repeatedBody(source.profile.name) }
            sources.append(source)
        }
        guard let first = sources.first else { throw .missing("合并") }
        let target: Institution
        if let attributes = terms.new {
            target = try establish(targetName, attributes, after: first.profile)
        } else {
            target = try body(targetName)
        }
        guard !sources.contains(where: { $0.id == target.id }) else { throw .repeatedBody(target.profile.name) }
        for source in sources {
            try requireKnown(source)
            if !source.plates.isEmpty || !source.units.isEmpty { moveSigns(from: source, to: target) }
            moveBalances(from: source, heads: .institution(target.id))
            takePeople(of: source, to: target)
            for duty in register.duties(of: source.id) { move(duty, to: target.id) }
            for child in register.dependents(of: source.id) where child != target.id {
                make(.amend(child, .supervisor(target.id)))
            }
            for guest in register.guests(of: source.id) { rehost(guest, from: source.id, to: target.id) }
            if target.profile.supervisor == source.id {
                make(.amend(target.id, .supervisor(source.profile.supervisor)))
            }
            close(source, successors: [target.id])
        }
        if terms.headsToPool > 0 { try release(terms.headsToPool, of: target) }
        if !terms.posts.isEmpty { try setPosts(of: try body(target.profile.name), terms.posts, absorb: nil) }
    }

    /// Sets up a body; what isn't said comes from the given profile.
    mutating func establish(
        _ name: String, _ attributes: Establishment, after model: Profile? = nil
    ) throws(StepProblem) -> Institution {
        guard let type = attributes.type ?? model?.type else { throw .missing("机构类型") }
        var supervisor = model?.supervisor
        if let named = attributes.supervisor { supervisor = try body(named).id }
        let id: Institution.ID = identifier()
        make(
            .establish(
                id,
                Profile(
                    name: name, type: type, rank: attributes.rank ?? model?.rank,
                    category: attributes.category ?? model?.category, funding: attributes.funding ?? model?.funding,
                    supervisor: supervisor), origin: nil))
        return try body(name)
    }

    /// Gives a body that a closing one sponsors or hosts its new sponsor or host; nobody sponsors or hosts themselves.
    mutating func rehost(_ guest: Institution.ID, from closing: Institution.ID, to taker: Institution.ID) {
        guard guest != closing, let profile = register.institutions[guest]?.profile else { return }
        let new = taker == guest ? nil : taker
        if profile.sponsor == closing { make(.amend(guest, .sponsor(new))) }
        if profile.host == closing { make(.amend(guest, .host(new))) }
    }

    /// Closes a body that has nothing left but its registration and reservations.
    mutating func close(_ body: Institution, successors: [Institution.ID]) {
        for reservation in register.reservations(touching: body.id) { make(.void(reservation.id)) }
        if body.profile.registrationCode != nil { make(.amend(body.id, .registrationCode(nil))) }
        if body.lock != nil { make(.unlock(body.id)) }
        make(.abolish(body.id, successors: successors))
    }

    /// Moves every head to a holder and every leader post to the pool.
    mutating func moveBalances(from body: Institution, heads holder: Holder) {
        for holding in register.ledger.holdings(of: .institution(body.id)) where holding.amount > 0 {
            let goesTo: Holder = holding.commodity.group == .heads ? holder : .districtPool
            make(.move(holding.commodity, count: holding.amount, from: .institution(body.id), to: goesTo))
        }
    }

    /// Throws unless heads and posts of the body are known: what is unknown can't be moved.
    func requireKnown(_ body: Institution) throws(StepProblem) {
        guard body.profile.type.holdsAccounts else { return }
        for group in FigureGroup.allCases where register.ledger.isUnknown(group, of: body.id) {
            throw .unknownFigures(body.profile.name)
        }
    }

    /// Moves everyone on a body's establishment to another, with their kind, their tolerance, and their leader post
    /// where one is free; and those who only work there.
    mutating func takePeople(of source: Institution, to target: Institution) {
        moveTolerances(from: source.id, to: target.id)
        for person in staff(of: source.id) {
            for place in person.places where place.institution == source.id {
                // Someone with a place at both comes out of the second one.
                if register.people[person.id]?.holds(target.id, place.kind) == true {
                    make(.leave(person.id, source.id, place.kind, nil))
                    continue
                }
                let role = place.role.flatMap { isFree($0, at: target.id) ? $0 : nil }
                make(
                    .transfer(
                        person.id, from: source.id, place.kind,
                        to: Place(institution: target.id, kind: place.kind, role: role, origin: place.origin)))
            }
        }
        for id in register.presence(of: source.id).visitors.sorted() {
            let isAtHome = register.people[id]?.places.contains { $0.institution == target.id } ?? false
            make(.setWorkplace(id, isAtHome ? nil : target.id))
        }
    }

    /// Moves a statement to the end of another body's text.
    mutating func move(_ duty: DutyStatement, to holder: Institution.ID) {
        make(.moveDuty(duty.id, to: holder, number: (register.duties(of: holder).last?.number ?? 0) + 1))
    }

    /// The people of a body in the order of the office's table.
    func staff(of id: Institution.ID) -> [Person] {
        register.presence(of: id).staff.compactMap { register.people[$0] }.sorted { one, other in
            let places = [one, other].map { person in
                person.places.first { $0.institution == id }?.origin ?? person.origin
            }
            if let first = places[0], let second = places[1], first != second { return first < second }
            return one.id < other.id
        }
    }

    private func isFree(_ role: LeaderRole, at id: Institution.ID) -> Bool {
        guard !register.ledger.isUnknown(.posts, of: id) else { return true }
        return register.approvedPosts(role, of: id) - register.presence(of: id).leading(role)
            - register.reservedPosts(role, of: id) > 0
    }

    private mutating func moveTolerances(from source: Institution.ID, to target: Institution.ID) {
        for kind in EstablishmentKind.allCases where register.tolerances[.headsWithinBalance(source, kind)] != nil {
            make(.moveTolerance(.headsWithinBalance(source, kind), to: .headsWithinBalance(target, kind)))
        }
    }

    private mutating func moveSigns(from source: Institution, to target: Institution) {
        for plate in source.plates {
            make(.removePlate(source.id, plate))
            if register.institutions[target.id]?.plates.contains(plate) == false { make(.hangPlate(target.id, plate)) }
        }
        for unit in source.units {
            make(.dropUnit(source.id, name: unit.name))
            if register.institutions[target.id]?.units.contains(where: { $0.name == unit.name }) == false {
                make(.addUnit(target.id, unit))
            }
        }
    }

    private mutating func release(_ count: Int, of body: Institution) throws(StepProblem) {
        var left = count
        for holding in register.ledger.holdings(of: .institution(body.id)) where left > 0 {
            guard case .heads = holding.commodity, holding.amount > 0 else { continue }
            let moved = min(left, holding.amount)
            make(.move(holding.commodity, count: moved, from: .institution(body.id), to: .districtPool))
            left -= moved
        }
        guard left == 0 else { throw .notEnoughHeads(body.profile.name, asked: count, there: count - left) }
    }
}
