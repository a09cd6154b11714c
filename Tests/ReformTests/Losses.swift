import Basics
import Registry

/// What got lost between two registers that changes lead from one to the other: counted from the raw registers and the
/// changes, by nothing that expands or admits. Empty when all came out somewhere that is named.
func losses(from before: Register, to after: Register, by changes: [Change]) -> [String] {
    var lost: [String] = []
    lost += lostCounts(from: before, to: after, by: changes)
    lost += lostPeople(from: before, to: after, by: changes)
    lost += lostDuties(from: before, to: after, by: changes)
    lost += lostSigns(from: before, to: after, by: changes)
    return lost
}

private func total(_ register: Register) -> [Commodity: Int] {
    var sums: [Commodity: Int] = [:]
    for holder in register.ledger.holders where holder != .grant {
        for holding in register.ledger.holdings(of: holder) { sums[holding.commodity, default: 0] += holding.amount }
    }
    return sums
}

/// Heads and posts outside the grant: what is there after is what was there before, what was granted and exchanged.
private func lostCounts(from before: Register, to after: Register, by changes: [Change]) -> [String] {
    var expected = total(before)
    for change in changes {
        switch change {
        case .move(let commodity, let count, .grant, _): expected[commodity, default: 0] += count
        case .move(let commodity, let count, _, .grant): expected[commodity, default: 0] -= count
        case .exchange(_, let count, let give, let take):
            expected[give, default: 0] -= count
            expected[take, default: 0] += count
        default: break
        }
    }
    let now = total(after)
    var lost = Set(expected.keys).union(now.keys).sorted().compactMap { commodity in
        expected[commodity, default: 0] == now[commodity, default: 0]
            ? nil : "\(commodity): \(expected[commodity, default: 0]) expected, \(now[commodity, default: 0]) there"
    }
    for (id, body) in after.institutions where !body.isActive {
        if !after.ledger.holdings(of: .institution(id)).isEmpty {
            lost.append("\(body.profile.name) closed with heads")
        }
    }
    return lost
}

/// Nobody vanishes; who had a place has one at a living body, or left and the changes say so; who worked somewhere works
/// at a living body.
private func lostPeople(from before: Register, to after: Register, by changes: [Change]) -> [String] {
    var lost: [String] = []
    var left: Set<Person.ID> = []
    for case .leave(let id, _, _, .some) in changes { left.insert(id) }
    for (id, person) in before.people {
        guard let now = after.people[id] else {
            lost.append("person \(id) is gone")
            continue
        }
        if !person.places.isEmpty, now.places.isEmpty, !left.contains(id) { lost.append("person \(id) has no place") }
        let bodies = now.places.map(\.institution) + [now.workplace].compactMap { $0 }
        for body in bodies where after.institutions[body]?.isActive != true {
            lost.append("person \(id) at a closed body")
        }
    }
    return lost
}

/// Every duty has a living holder or is dropped by name; every part in a matter stays or is ended by name.
private func lostDuties(from before: Register, to after: Register, by changes: [Change]) -> [String] {
    var lost: [String] = []
    var dropped: Set<DutyStatement.ID> = []
    var stated = 0
    var ended: Set<String> = []
    for change in changes {
        switch change {
        case .dropDuty(let id, _): dropped.insert(id)
        case .stateDuty: stated += 1
        case .leaveMatter(let matter, let duty): ended.insert("\(matter) \(duty)")
        default: break
        }
    }
    if after.duties.count != before.duties.count + stated - dropped.count { lost.append("the number of duties") }
    for (id, duty) in before.duties where !dropped.contains(id) {
        guard let now = after.duties[id] else {
            lost.append("duty \(duty.text)")
            continue
        }
        if after.institutions[now.holder]?.isActive != true { lost.append("duty \(duty.text) at a closed body") }
    }
    for (id, matter) in before.matters {
        for part in matter.parts where !ended.contains("\(id) \(part.statement)") {
            if after.matters[id]?.parts.contains(part) != true { lost.append("a part in \(matter.name)") }
        }
    }
    return lost
}

/// Plates, units, registrations, loans and the bodies below: at a living body, or taken away by name.
private func lostSigns(from before: Register, to after: Register, by changes: [Change]) -> [String] {
    var lost: [String] = []
    var removed: Set<String> = []
    for change in changes {
        switch change {
        case .removePlate(let id, let plate): removed.insert("\(id) \(plate)")
        case .dropUnit(let id, let name): removed.insert("\(id) \(name)")
        case .amend(let id, .registrationCode(let code)): removed.insert("\(id) \(code ?? "cancelled")")
        case .void(let id), .settle(let id, _), .expire(let id): removed.insert("\(id)")
        default: break
        }
    }
    for (id, body) in before.institutions where body.isActive {
        let now = after.institutions[id]
        for sign in body.plates + body.units.map(\.name) where !removed.contains("\(id) \(sign)") {
            if now?.plates.contains(sign) != true, now?.units.contains(where: { $0.name == sign }) != true {
                lost.append("\(sign) of \(body.profile.name)")
            }
        }
        if let code = body.profile.registrationCode, now?.profile.registrationCode != code,
            !removed.contains("\(id) cancelled"), !removed.contains(where: { $0.hasPrefix("\(id) ") })
        {
            lost.append("the registration of \(body.profile.name)")
        }
        if now?.isActive == true, let above = now?.profile.supervisor, after.institutions[above]?.isActive != true {
            lost.append("\(body.profile.name) is under a closed body")
        }
    }
    for (id, reservation) in before.ledger.reservations where after.ledger.reservations[id] != reservation {
        if !removed.contains("\(id)") { lost.append("a reservation of \(reservation.count)") }
    }
    return lost
}
