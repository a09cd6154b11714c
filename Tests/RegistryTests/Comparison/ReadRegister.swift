import Basics
import NaiveAuditor
import Registry

extension State {
    /// What a register says it holds, as plain dictionaries.
    package init(of register: Register) {
        self.init()
        bodies.reserveCapacity(register.institutions.count)
        people.reserveCapacity(register.people.count)
        duties.reserveCapacity(register.duties.count)
        for (id, body) in register.institutions {
            var closedBy: Int?
            var successors: [Institution.ID] = []
            if case .closed(let position, let into) = body.status { (closedBy, successors) = (position, into) }
            bodies[id] = Body(
                profile: body.profile, plates: body.plates, units: body.units, closedBy: closedBy,
                successors: successors, lock: body.lock, origin: body.origin)
            for group in FigureGroup.allCases where register.ledger.isUnknown(group, of: id) {
                unknown.insert(UnknownGroup(body: id, group: group))
            }
        }
        for (id, duty) in register.duties { duties[id] = duty }
        for (id, matter) in register.matters {
            matters[id] = Affair(
                name: matter.name, catalogue: matter.catalogue, origin: matter.origin, parts: matter.parts,
                gaps: Set(matter.gaps))
        }
        for (id, person) in register.people {
            people[id] = Human(
                personal: person.personal, places: person.places, position: person.position,
                workplace: person.workplace, status: person.status, entered: person.entered,
                isDisputed: person.isDisputed, exit: person.exit, origin: person.origin)
        }
        for holder in register.ledger.holders {
            for holding in register.ledger.holdings(of: holder) {
                balances[Account(holder, holding.commodity)] = holding.amount
            }
        }
        for (id, reservation) in register.ledger.reservations { reservations[id] = reservation }
        for (commodity, ceiling) in register.ledger.ceilings { ceilings[commodity] = ceiling }
        for (code, adopted) in register.rules { rules[code] = Adopted(text: adopted.digest, by: adopted.adoptedBy) }
        for (invariant, tolerance) in register.tolerances {
            tolerances[invariant] = Allowance(
                measure: tolerance.measure, cause: tolerance.cause, openedBy: tolerance.openedBy)
        }
    }
}

extension Tally {
    /// What a register says without counting, from what it keeps beside its facts.
    package init(of register: Register) {
        self.init()
        for (id, body) in register.institutions {
            let presence = register.presence(of: id)
            for kind in EstablishmentKind.allCases where presence.occupied(kind) != 0 {
                occupied[id, default: [:]][kind] = presence.occupied(kind)
            }
            for kind in EstablishmentKind.allCases where register.lentHeads(kind, to: id) != 0 {
                borrowed[id, default: [:]][kind] = register.lentHeads(kind, to: id)
            }
            for role in LeaderRole.allCases {
                if presence.leading(role) != 0 { leading[id, default: [:]][role] = presence.leading(role) }
                let reserved = register.reservedPosts(role, of: id)
                if reserved != 0 { reservedPosts[id, default: [:]][role] = reserved }
                let approved = register.approvedPosts(role, of: id)
                if approved != 0 { approvedPosts[id, default: [:]][role] = approved }
            }
            if !presence.staff.isEmpty { staff[id] = Set(presence.staff) }
            if !presence.visitors.isEmpty { visitors[id] = Set(presence.visitors) }
            let held = register.ledger.holdings(of: .institution(id)).count
            if held != 0 { accounts[id] = held }
            let open = register.reservations(touching: id)
            if !open.isEmpty { reservations[id] = Set(open.map(\.id)) }
            let duties = register.duties(of: id)
            if !duties.isEmpty { statements[id] = Set(duties.map(\.id)) }
            let below = register.dependents(of: id)
            if !below.isEmpty { children[id] = Set(below) }
            let guests = register.guests(of: id)
            if !guests.isEmpty { self.guests[id] = Set(guests) }
            if let found = register.institution(named: body.profile.name) { named[body.profile.name] = [found.id] }
        }
        for id in register.duties.keys {
            let parts = register.matters(of: id)
            if !parts.isEmpty { matters[id] = Set(parts) }
        }
        for reservation in register.ledger.reservations.values {
            reserved[reservation.account] = register.ledger.reserved(on: reservation.account)
        }
    }
}
