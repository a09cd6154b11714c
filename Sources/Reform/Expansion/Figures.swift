import Basics
import Registry

extension Expansion {
    /// Moves, cuts, exchanges, lends heads and sets leader posts.
    mutating func performFigures(_ action: Action) throws(StepProblem) {
        switch action {
        case .moveHeads(let kind, let count, let from, let to):
            var holders: [Holder] = []
            for name in [from, to] {
                attempt { (work) throws(StepProblem) in holders.append(try work.holder(name)) }
            }
            guard holders.count == 2 else { return }
            try moveHeads(kind, count, from: holders[0], to: holders[1])
        case .cut(let name, let kind, let remaining, let to, let day):
            try cut(name, kind, remaining: remaining, to: to, absorb: day)
        case .exchange(let name, let count, let give, let take):
            let subject = try body(name)
            try requireKnown(subject)
            guard give != take else { throw .nothingToDo(name) }
            let free = freeHeads(give, of: .institution(subject.id))
            guard count <= free else {
                throw .notEnoughHeads(subject.profile.name, asked: count, there: max(0, free))
            }
            make(.exchange(.institution(subject.id), count: count, give: .heads(give), take: .heads(take)))
        case .lend(let kind, let count, let name, let day):
            let borrower = try body(name)
            try lend(kind, count, to: borrower, until: day)
        case .giveBack(let name, let kind, let count):
            let borrower = try body(name)
            try giveBack(of: borrower, kind, count)
        case .setPosts(let rows):
            for row in rows {
                attempt { (work) throws(StepProblem) in
                    let subject = try work.body(row.body)
                    try work.setPosts(of: subject, row.posts, absorb: row.absorb)
                }
            }
        default: break
        }
    }

    /// Moves heads of a kind; says how many there are when there are too few.
    mutating func moveHeads(
        _ kind: EstablishmentKind, _ count: Int, from: Holder, to: Holder
    ) throws(StepProblem) {
        guard from != to else { throw .nothingToDo(kind.name.zh) }
        if from != .grant {
            let free = freeHeads(kind, of: from)
            guard count <= free else { throw .notEnoughHeads(name(of: from), asked: count, there: max(0, free)) }
        }
        make(.move(.heads(kind), count: count, from: from, to: to))
    }

    /// Cuts the heads of a body; who is over the new number stays, under a tolerance to be absorbed by a day.
    mutating func cut(
        _ name: String, _ kind: EstablishmentKind?, remaining: Int, to holderName: HolderName, absorb day: Day?
    ) throws(StepProblem) {
        let subject = try body(name)
        try requireKnown(subject)
        let kinds = EstablishmentKind.allCases.filter {
            register.ledger.balance(of: Account(.institution(subject.id), .heads($0))) > 0
        }
        guard let kind = kind ?? (kinds.count == 1 ? kinds[0] : nil) else { throw .kindNotSaid(name, kinds) }
        let account = Account(.institution(subject.id), .heads(kind))
        let now = register.ledger.balance(of: account)
        guard remaining < now, remaining >= 0 else {
            throw .notACut(subject.profile.name, remaining: remaining, now: now)
        }
        make(.move(.heads(kind), count: now - remaining, from: account.holder, to: try holder(holderName)))
        let invariant = Invariant.headsWithinBalance(subject.id, kind)
        try absorb(invariant, of: subject, by: day)
    }

    /// Sets the approved leader posts of a body: posts come from the pool first and then from the grant, and go to the
    /// pool; posts of another rank than the body's are exchanged.
    mutating func setPosts(
        of subject: Institution, _ posts: [LeaderRole: Int], absorb day: Day?
    ) throws(StepProblem) {
        guard !register.ledger.isUnknown(.posts, of: subject.id) else { throw .unknownFigures(subject.profile.name) }
        let rank = register.institutions[subject.id]?.profile.rank ?? .ungraded
        let holder = Holder.institution(subject.id)
        for role in posts.keys.sorted() {
            let wanted = posts[role] ?? 0
            let commodity = Commodity.posts(LeaderPost(role, rank))
            for holding in register.ledger.holdings(of: holder) {
                guard case .posts(let post) = holding.commodity, post.role == role, post.rank != rank else { continue }
                make(.exchange(holder, count: holding.amount, give: holding.commodity, take: commodity))
            }
            let change = wanted - register.ledger.balance(of: Account(holder, commodity))
            if change > 0 {
                let pooled = max(0, freePosts(commodity, of: .districtPool))
                let fromPool = min(change, pooled)
                if fromPool > 0 { make(.move(commodity, count: fromPool, from: .districtPool, to: holder)) }
                if change > fromPool { make(.move(commodity, count: change - fromPool, from: .grant, to: holder)) }
            } else if change < 0 {
                make(.move(commodity, count: -change, from: holder, to: .districtPool))
                try absorb(.postsWithinBalance(subject.id, role), of: subject, by: day)
            }
        }
    }

    /// Changes the funding, exchanges all heads for the kind that goes with it and puts the people on that kind.
    mutating func fund(_ name: String, _ funding: Funding) throws(StepProblem) {
        let subject = try body(name)
        try requireKnown(subject)
        guard subject.profile.funding != funding else { throw .nothingToDo(name) }
        let kind = EstablishmentKind(funding: funding)
        let holder = Holder.institution(subject.id)
        make(.amend(subject.id, .funding(funding)))
        for old in [EstablishmentKind.institutionFull, .institutionPartial, .institutionSelf] where old != kind {
            let count = register.ledger.balance(of: Account(holder, .heads(old)))
            if count > 0 { make(.exchange(holder, count: count, give: .heads(old), take: .heads(kind))) }
            if register.tolerances[.headsWithinBalance(subject.id, old)] != nil {
                make(.moveTolerance(.headsWithinBalance(subject.id, old), to: .headsWithinBalance(subject.id, kind)))
            }
            for person in staff(of: subject.id) {
                guard let place = person.places.first(where: { $0.institution == subject.id && $0.kind == old }) else {
                    continue
                }
                if person.holds(subject.id, kind) {
                    make(.leave(person.id, subject.id, old, nil))
                } else {
                    make(
                        .transfer(
                            person.id, from: subject.id, old,
                            to: Place(institution: subject.id, kind: kind, role: place.role, origin: place.origin)))
                }
            }
        }
    }

    /// Heads of a kind that are neither filled nor reserved.
    mutating func freeHeads(_ kind: EstablishmentKind, of holder: Holder) -> Int {
        read(Account(holder, .heads(kind)))
        return register.freeHeads(kind, of: holder)
    }

    private mutating func freePosts(_ commodity: Commodity, of holder: Holder) -> Int {
        let account = Account(holder, commodity)
        read(account)
        return register.ledger.balance(of: account) - register.ledger.reserved(on: account)
    }

    private mutating func absorb(
        _ invariant: Invariant, of subject: Institution, by day: Day?
    ) throws(StepProblem) {
        let over = invariant.excess(in: register)
        let tolerated = register.tolerances[invariant]
        guard over > (tolerated?.measure ?? 0) else { return }
        guard let day else { throw .absorptionMissing(subject.profile.name, over: over) }
        // What was put up with before is taken into the new term, so that one breach has one tolerance.
        if tolerated != nil { make(.closeTolerance(invariant)) }
        make(.openTolerance(invariant, measure: over, .absorption(until: day)))
    }
}
