import Basics
import Registry

extension Expansion {
    /// Reopens a closed body under its old identifier; it comes back empty, since what it had went elsewhere.
    mutating func restore(_ name: String) throws(StepProblem) {
        let closed = register.institutions.values.filter { !$0.isActive && $0.profile.name == name }
            .compactMap { body -> (position: Int, id: Institution.ID)? in
                guard case .closed(let position, _) = body.status, position > 0 else { return nil }
                return (position, body.id)
            }
        // Of several that bore the name, the one that was closed last.
        guard let last = closed.max(by: { $0 < $1 }) else { throw .notClosed(name) }
        make(.restore(last.id, closedBy: last.position))
    }

    /// Locks heads and people of bodies for the plan's reform.
    mutating func lock(_ names: [String]) throws(StepProblem) {
        let reform = plan.reform
        if reform == nil { note(.missing("改革文件")) }
        for name in names {
            guard let subject = lookUp(name), let reform else { continue }
            if subject.lock == reform { note(.nothingToDo(name)) } else { make(.lock(subject.id, reform: reform)) }
        }
    }

    /// Ends the lock of bodies; only the reform that locked them may.
    mutating func unlock(_ names: [String]) throws(StepProblem) {
        for name in names {
            guard let subject = lookUp(name) else { continue }
            if subject.lock == nil { note(.nothingToDo(name)) } else { make(.unlock(subject.id)) }
        }
    }

    /// Sets rank, class, supervisor, sponsor, host or type; where the rank changes, the leader posts follow it.
    mutating func amend(_ name: String, _ settings: [Setting]) throws(StepProblem) {
        let subject = try body(name)
        for setting in settings {
            attempt { (work) throws(StepProblem) in try work.set(setting, of: subject.id) }
        }
    }

    private mutating func set(_ setting: Setting, of id: Institution.ID) throws(StepProblem) {
        switch setting {
        case .rank(let rank):
            make(.amend(id, .rank(rank)))
            let holder = Holder.institution(id)
            for holding in register.ledger.holdings(of: holder) where holding.amount > 0 {
                guard case .posts(let post) = holding.commodity, post.rank != rank else { continue }
                let take = Commodity.posts(LeaderPost(post.role, rank))
                make(.exchange(holder, count: holding.amount, give: holding.commodity, take: take))
            }
        case .category(let category): make(.amend(id, .category(category)))
        case .type(let type): make(.amend(id, .type(type)))
        case .supervisor(let name): make(.amend(id, .supervisor(try bodyIfNamed(name))))
        case .sponsor(let name): make(.amend(id, .sponsor(try bodyIfNamed(name))))
        case .host(let name): make(.amend(id, .host(try bodyIfNamed(name))))
        }
    }

    private mutating func bodyIfNamed(_ name: String?) throws(StepProblem) -> Institution.ID? {
        guard let name else { return nil }
        return try body(name).id
    }
}
