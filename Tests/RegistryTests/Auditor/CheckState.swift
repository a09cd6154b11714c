import Basics
import Registry

extension Tally {
    /// By how much a condition is broken, found by counting; zero when it holds or can't be told.
    package func excess(of invariant: Invariant, in state: State) -> Int {
        switch invariant {
        case .notBelowZero(let account):
            return account.holder == .grant ? 0 : -min(0, state.balances[account] ?? 0)
        case .headsWithinBalance(let id, let kind):
            if state.unknown.contains(UnknownGroup(body: id, group: .heads)) { return 0 }
            let account = Account(.institution(id), .heads(kind))
            let used = (occupied[id]?[kind] ?? 0) + (reserved[account] ?? 0)
            return used == 0 ? 0 : over(used, (state.balances[account] ?? 0) + (borrowed[id]?[kind] ?? 0))
        case .postsWithinBalance(let id, let role):
            if state.unknown.contains(UnknownGroup(body: id, group: .posts)) { return 0 }
            let used = (leading[id]?[role] ?? 0) + (reservedPosts[id]?[role] ?? 0)
            return used == 0 ? 0 : over(used, approvedPosts[id]?[role] ?? 0)
        case .poolCoversReservations(let account):
            guard let used = reserved[account], account.holder != .grant else { return 0 }
            return over(used, state.balances[account] ?? 0)
        case .onePlace(let id):
            return over(state.people[id]?.places.count ?? 0, 1)
        case .closedHoldsNothing(let id):
            guard let body = state.bodies[id], body.closedBy != nil else { return 0 }
            return belongings(of: id, body)
        case .oneLead(let id):
            return state.matters[id].map(missingOrSurplusLeads) ?? 0
        case .withinCeiling(let commodity):
            guard let ceiling = state.ceilings[commodity] else { return 0 }
            return over(-(state.balances[Account(.grant, commodity)] ?? 0), ceiling)
        }
    }

    /// Everything that is wrong in a state, looked at from every side.
    package func wrongs(in state: State) -> [Wrong] {
        wrongsOfAccounts(state) + wrongsOfBodies(state) + wrongsOfPeople(state) + wrongsOfDuties(state)
            + wrongsOfTolerances(state)
    }

    /// How many things a body has.
    package func belongings(of id: Institution.ID, _ body: Body) -> Int {
        var count = accounts[id] ?? 0
        count += staff[id]?.count ?? 0
        count += visitors[id]?.count ?? 0
        count += statements[id]?.count ?? 0
        count += reservations[id]?.count ?? 0
        count += children[id]?.count ?? 0
        count += guests[id]?.count ?? 0
        count += body.plates.count + body.units.count
        return body.profile.registrationCode == nil ? count : count + 1
    }

    private func over(_ used: Int, _ limit: Int) -> Int { used > limit ? used - limit : 0 }

    private func missingOrSurplusLeads(of matter: Affair) -> Int {
        var leads: [Area] = []
        var wrong = 0
        for part in matter.parts where part.role == .lead {
            if leads.contains(where: { haveCommonGround($0, part.area) }) { wrong += 1 }
            leads.append(part.area)
        }
        for gap in matter.gaps where leads.contains(where: { haveCommonGround($0, gap) }) { wrong += 1 }
        if leads.isEmpty, matter.gaps.isEmpty { return wrong + 1 }
        var lookedAt: Set<Area> = []
        for part in matter.parts where part.role != .lead && lookedAt.insert(part.area).inserted {
            let someoneAnswers =
                leads.contains { haveCommonGround($0, part.area) }
                || matter.gaps.contains { haveCommonGround($0, part.area) }
            if !someoneAnswers { wrong += 1 }
        }
        return wrong
    }

    private func haveCommonGround(_ one: Area, _ other: Area) -> Bool {
        guard case .part(let first) = one, case .part(let second) = other else { return true }
        return first == second
    }

    private func found(_ rule: Wrong.Rule, _ invariant: Invariant, _ state: State) -> [Wrong] {
        let beyond = excess(of: invariant, in: state) - (state.tolerances[invariant]?.measure ?? 0)
        return beyond > 0 ? [Wrong(rule, "\(invariant)", excess: beyond, invariant: invariant)] : []
    }

    private func wrongsOfAccounts(_ state: State) -> [Wrong] {
        var wrongs: [Wrong] = []
        var sums: [Commodity: Int] = [:]
        for (account, amount) in state.balances {
            sums[account.commodity, default: 0] += amount
            if amount < 0 { wrongs += found(.belowZero, .notBelowZero(account), state) }
            if account.holder == .grant { wrongs += found(.overCeiling, .withinCeiling(account.commodity), state) }
        }
        for (commodity, sum) in sums where sum != 0 {
            wrongs.append(Wrong(.sumsToZero, "\(commodity)", excess: abs(sum)))
        }
        for (id, kinds) in occupied {
            for kind in kinds.keys { wrongs += found(.tooManyPeople, .headsWithinBalance(id, kind), state) }
        }
        for (id, roles) in leading {
            for role in roles.keys { wrongs += found(.tooManyLeaders, .postsWithinBalance(id, role), state) }
        }
        for account in reserved.keys {
            switch (account.holder, account.commodity) {
            case (.institution(let id), .heads(let kind)) where occupied[id]?[kind] == nil:
                wrongs += found(.tooManyPeople, .headsWithinBalance(id, kind), state)
            case (.institution(let id), .posts(let post)) where leading[id]?[post.role] == nil:
                wrongs += found(.tooManyLeaders, .postsWithinBalance(id, post.role), state)
            case (.institution, _): break
            default: wrongs += found(.tooMuchReserved, .poolCoversReservations(account), state)
            }
        }
        return wrongs
    }

    private func wrongsOfBodies(_ state: State) -> [Wrong] {
        var wrongs: [Wrong] = []
        for (name, bodies) in named where bodies.count > 1 { wrongs.append(Wrong(.nameTwice, name)) }
        for (id, body) in state.bodies {
            if body.closedBy != nil {
                wrongs += found(.closedButNotEmpty, .closedHoldsNothing(id), state)
                continue
            }
            switch body.profile.type {
            case .leadingGroup, .outside, .managedFromAbove:
                if accounts[id] != nil || staff[id] != nil { wrongs.append(Wrong(.accountsWithoutRight, "\(id)")) }
            default: break
            }
            var seen: Set<Institution.ID> = []
            var above = body.profile.supervisor
            while let next = above, seen.insert(next).inserted { above = state.bodies[next]?.profile.supervisor }
            if seen.contains(id) { wrongs.append(Wrong(.supervisorLoop, "\(id)")) }
            if let next = body.profile.supervisor, state.bodies[next] == nil {
                wrongs.append(Wrong(.pointsNowhere, "supervisor of \(id)"))
            }
        }
        return wrongs
    }

    private func wrongsOfPeople(_ state: State) -> [Wrong] {
        var wrongs: [Wrong] = []
        for (id, human) in state.people {
            if human.places.count > 1 { wrongs += found(.severalPlaces, .onePlace(id), state) }
            switch human.status {
            case .civilServant, .byReference, .management, .professional, .worker: break
            default: if !human.places.isEmpty { wrongs.append(Wrong(.placeWithoutRight, "\(id)")) }
            }
            for body in human.places.map(\.institution) + [human.workplace].compactMap({ $0 })
            where state.bodies[body] == nil { wrongs.append(Wrong(.pointsNowhere, "a place of \(id)")) }
        }
        return wrongs
    }

    private func wrongsOfDuties(_ state: State) -> [Wrong] {
        var wrongs: [Wrong] = []
        for (id, matter) in state.matters {
            wrongs += found(.notOneLead, .oneLead(id), state)
            for part in matter.parts where state.duties[part.statement] == nil {
                wrongs.append(Wrong(.pointsNowhere, "a part of \(id)"))
            }
        }
        for duty in state.duties.values where state.bodies[duty.holder] == nil {
            wrongs.append(Wrong(.pointsNowhere, "the holder of \(duty.id)"))
        }
        for reservation in state.reservations.values where reservation.count < 1 {
            wrongs.append(Wrong(.pointsNowhere, "an empty reservation \(reservation.id)"))
        }
        return wrongs
    }

    private func wrongsOfTolerances(_ state: State) -> [Wrong] {
        var wrongs: [Wrong] = []
        for (invariant, allowance) in state.tolerances {
            if allowance.measure > excess(of: invariant, in: state) {
                wrongs.append(Wrong(.toleranceTooWide, "\(invariant)"))
            }
            switch invariant {
            case .headsWithinBalance, .postsWithinBalance, .onePlace, .withinCeiling: break
            default: wrongs.append(Wrong(.neverTolerable, "\(invariant)"))
            }
        }
        return wrongs
    }
}
