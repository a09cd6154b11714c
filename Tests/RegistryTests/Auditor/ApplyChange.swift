import Basics
import Registry

extension State {
    /// Does what a change says, and tells whether there was something to do it to.
    mutating func apply(_ change: Change, position: Int) -> Bool {
        switch change {
        case .establish(let id, let profile, let origin):
            guard bodies[id] == nil else { return false }
            bodies[id] = Body(profile: profile, origin: origin)
            return true
        case .abolish(let id, let successors):
            guard bodies[id]?.closedBy == nil else { return false }
            return withBody(id) {
                $0.closedBy = position
                $0.successors = successors
            }
        case .restore(let id, let closedBy):
            guard bodies[id]?.closedBy == closedBy else { return false }
            return withBody(id) {
                $0.closedBy = nil
                $0.successors = []
            }
        case .amend(let id, let attribute):
            return withBody(id) { $0.profile = State.amended($0.profile, by: attribute) }
        case .hangPlate(let id, let plate):
            return withBody(id) { $0.plates += [plate] }
        case .removePlate(let id, let plate):
            return withBody(id) { $0.plates = $0.plates.filter { $0 != plate } }
        case .addUnit(let id, let unit):
            return withBody(id) { $0.units += [unit] }
        case .dropUnit(let id, let name):
            return withBody(id) { $0.units = $0.units.filter { $0.name != name } }
        case .lock(let id, let reform):
            return withBody(id) { $0.lock = reform }
        case .unlock(let id):
            return withBody(id) { $0.lock = nil }
        case .move(let commodity, let count, let from, let to):
            add(-count, to: Account(from, commodity))
            add(count, to: Account(to, commodity))
            return true
        case .exchange(let holder, let count, let give, let take):
            add(-count, to: Account(holder, give))
            add(count, to: Account(.grant, give))
            add(count, to: Account(holder, take))
            add(-count, to: Account(.grant, take))
            return true
        case .setCeiling(let commodity, let ceiling):
            ceilings[commodity] = ceiling
            return true
        case .setUnknown(let id, let group, let isUnknown):
            guard bodies[id] != nil else { return false }
            let key = UnknownGroup(body: id, group: group)
            if isUnknown { unknown.insert(key) } else { unknown.remove(key) }
            return true
        case .reserve(let reservation):
            guard reservations[reservation.id] == nil else { return false }
            reservations[reservation.id] = reservation
            return true
        case .settle(let id, let count):
            guard let reservation = reservations[id], reservation.count >= count else { return false }
            reservations[id]?.count -= count
            if reservation.count == count { reservations[id] = nil }
            return true
        case .void(let id), .expire(let id):
            return reservations.removeValue(forKey: id) != nil
        case .openTolerance(let invariant, let measure, let cause):
            guard tolerances[invariant] == nil else { return false }
            tolerances[invariant] = Allowance(measure: measure, cause: cause, openedBy: position)
            return true
        case .moveTolerance(let from, let to):
            guard let moved = tolerances.removeValue(forKey: from) else { return false }
            if let there = tolerances[to] {
                let larger = moved.measure > there.measure ? moved : there
                tolerances[to] = Allowance(
                    measure: moved.measure + there.measure, cause: larger.cause, openedBy: larger.openedBy)
            } else {
                tolerances[to] = moved
            }
            return true
        case .closeTolerance(let invariant):
            return tolerances.removeValue(forKey: invariant) != nil
        case .adoptRules(let code, let digest):
            guard rules[code]?.text != digest else { return false }
            rules[code] = Adopted(text: digest, by: position)
            return true
        case .repealRules(let code):
            return rules.removeValue(forKey: code) != nil
        case .reverse:
            return true
        case .stateDuty, .reviseDuty, .moveDuty, .dropDuty, .defineMatter, .joinMatter, .leaveMatter, .setGap:
            return applyToDuties(change)
        case .registerPerson, .amendPersonal, .setDisputed, .enrol, .leave, .transfer, .appoint, .setPosition,
            .setWorkplace, .setStatus:
            return applyToPeople(change)
        }
    }

    private mutating func withBody(_ id: Institution.ID, _ edit: (inout Body) -> Void) -> Bool {
        guard var body = bodies.removeValue(forKey: id) else { return false }
        edit(&body)
        bodies[id] = body
        return true
    }

    private mutating func add(_ amount: Int, to account: Account) {
        let sum = balances[account, default: 0] + amount
        balances[account] = sum == 0 ? nil : sum
    }

    private static func amended(_ profile: Profile, by attribute: Attribute) -> Profile {
        var profile = profile
        switch attribute {
        case .name(let value): profile.name = value
        case .shortName(let value): profile.shortName = value
        case .type(let value): profile.type = value
        case .rank(let value): profile.rank = value
        case .category(let value): profile.category = value
        case .funding(let value): profile.funding = value
        case .supervisor(let value): profile.supervisor = value
        case .sponsor(let value): profile.sponsor = value
        case .host(let value): profile.host = value
        case .officeCode(let value): profile.officeCode = value
        case .registrationCode(let value): profile.registrationCode = value
        case .founding(let value): profile.founding = value
        case .fact(let measure, let value):
            var table = [ScaleMeasure: Int](profile.facts.map { ($0.measure, $0.value) }) { _, last in last }
            table[measure] = value
            profile.facts = ScaleMeasure.allCases.compactMap { measure in
                table[measure].map { ScaleFact(measure, $0) }
            }
        }
        return profile
    }
}
