import Basics
import Registry

extension Expansion {
    /// Merges bodies into one: heads, people, duties, plates, units, children and tolerances go over; leader posts of
    /// the bodies that end go to the pool; registrations are cancelled (编随事走、人随编走).
    mutating func merge(_ names: [String], into targetName: String, _ terms: MergeTerms) throws(StepProblem) {
        var sources: [Institution] = []
        for name in names {
            guard let source = lookUp(name) else { continue }
            if sources.contains(where: { $0.id == source.id }) {
                note(.repeatedBody(source.profile.name))
            } else {
                sources.append(source)
            }
        }
        for source in sources { attempt { (work) throws(StepProblem) in try work.requireKnown(source) } }
        guard let first = sources.first else {
            if names.isEmpty { throw .missing("合并") }
            return
        }
        let target: Institution
        if let attributes = terms.new {
            target = try establish(targetName, attributes, after: first.profile)
        } else {
            target = try body(targetName)
        }
        guard !sources.contains(where: { $0.id == target.id }) else { throw .repeatedBody(target.profile.name) }
        guard problems.isEmpty else { return }
        for source in sources {
            move(plates: source.plates, of: source, to: target)
            move(units: source.units, of: source, to: target)
            moveBalances(from: source, heads: .institution(target.id), posts: .districtPool)
        }
        // Posts before people, so that leaders find theirs, those of the body named first before the others.
        if !terms.posts.isEmpty {
            attempt { (work) throws(StepProblem) in try work.setPosts(of: target, terms.posts, absorb: nil) }
        }
        for source in sources {
            endLoans(to: source.id, takenBy: target.id)
            takePeople(of: source, to: target)
            for duty in register.duties(of: source.id) { move(duty, to: target.id) }
            for child in register.dependents(of: source.id) where child != target.id {
                make(.amend(child, .supervisor(target.id)))
            }
            for guest in register.guests(of: source.id) { rehost(guest, from: source.id, to: target.id) }
            if register.institutions[target.id]?.profile.supervisor == source.id {
                make(.amend(target.id, .supervisor(source.profile.supervisor)))
            }
            close(source, successors: [target.id])
        }
        if terms.headsToPool > 0 { try release(terms.headsToPool, of: target) }
    }

    /// Sets up a body; what isn't said comes from the given profile.
    mutating func establish(
        _ name: String, _ attributes: Establishment, after model: Profile? = nil
    ) throws(StepProblem) -> Institution {
        guard let type = attributes.type ?? model?.type else { throw .missing("机构类型") }
        let above = attributes.supervisor.flatMap { lookUp($0)?.id }
        let sponsor = attributes.sponsor.flatMap { lookUp($0)?.id }
        let host = attributes.host.flatMap { lookUp($0)?.id }
        let supervisor = above ?? model?.supervisor
        let id: Institution.ID = identifier()
        make(
            .establish(
                id,
                Profile(
                    name: name, type: type, rank: attributes.rank ?? model?.rank,
                    category: attributes.category ?? model?.category, funding: attributes.funding ?? model?.funding,
                    supervisor: supervisor, sponsor: sponsor, host: host), origin: nil))
        guard let made = register.institutions[id] else { throw .missing("设立") }
        return made
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
        // An heir may have the registration by now.
        if register.institutions[body.id]?.profile.registrationCode != nil {
            make(.amend(body.id, .registrationCode(nil)))
        }
        if body.lock != nil { make(.unlock(body.id)) }
        make(.abolish(body.id, successors: successors))
    }

    /// Moves every head to a holder and every leader post to another.
    mutating func moveBalances(from body: Institution, heads: Holder, posts: Holder) {
        for holding in register.ledger.holdings(of: .institution(body.id)) where holding.amount > 0 {
            let goesTo = holding.commodity.group == .heads ? heads : posts
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
