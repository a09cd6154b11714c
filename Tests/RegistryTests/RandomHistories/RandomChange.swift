import Basics
import Registry

extension Chaos {
    /// The beginning of a register: what is granted, then bodies, then people, with whatever they break.
    mutating func opening(_ position: Int, _ register: Register) -> [Change] {
        switch position {
        case 0:
            var changes: [Change] = []
            for commodity in commodities {
                if chance(70) { changes.append(.setCeiling(commodity, 30 + below(30))) }
                changes.append(.move(commodity, count: 30 + below(20), from: .grant, to: .districtPool))
            }
            return changes
        case 1:
            return bodies.prefix(6).enumerated().map { index, id in
                .establish(
                    id, Profile(name: "机构\(index)", type: index == 5 ? .leadingGroup : .publicInstitution), origin: nil)
            }
        default:
            var changes: [Change] = []
            for id in bodies.prefix(5) {
                for commodity in commodities where chance(60) {
                    changes.append(.move(commodity, count: 1 + below(5), from: .districtPool, to: .institution(id)))
                }
            }
            for person in people.prefix(10) where register.people[person] == nil && chance(60) {
                changes.append(
                    .registerPerson(
                        person, personal: digest(), status: .management, position: nil, entered: nil, origin: nil))
                let place = Place(institution: bodies[below(5)], kind: kind(), role: chance(30) ? role() : nil)
                changes.append(.enrol(person, place))
                if chance(15) {
                    changes.append(.enrol(person, Place(institution: bodies[below(5)], kind: kind())))
                }
            }
            return changes
        }
    }

    /// Closes one body into another with everything it has, or almost everything.
    mutating func merger(in register: Register) -> [Change] {
        let from = body(register)
        let to = body(register)
        var changes: [Change] = []
        for holding in register.ledger.holdings(of: .institution(from)) {
            let wide = holding.amount > 0 ? holding.amount : 1
            changes.append(.move(holding.commodity, count: wide, from: .institution(from), to: .institution(to)))
        }
        for reservation in register.reservations(touching: from) { changes.append(.void(reservation.id)) }
        for person in register.presence(of: from).staff.sorted() {
            for place in register.people[person]?.places ?? [] where place.institution == from {
                changes.append(
                    .transfer(
                        person, from: from, place.kind,
                        to: Place(institution: to, kind: place.kind, role: chance(50) ? place.role : nil)))
            }
        }
        for person in register.presence(of: from).visitors.sorted() {
            changes.append(.setWorkplace(person, chance(50) ? to : nil))
        }
        for duty in register.duties(of: from) { changes.append(.moveDuty(duty.id, to: to, number: 50 + below(9))) }
        for guest in register.guests(of: from) {
            if register.institutions[guest]?.profile.sponsor == from { changes.append(.amend(guest, .sponsor(to))) }
            if register.institutions[guest]?.profile.host == from { changes.append(.amend(guest, .host(nil))) }
        }
        for child in register.dependents(of: from) { changes.append(.amend(child, .supervisor(chance(50) ? to : nil))) }
        if let body = register.institutions[from] {
            for plate in body.plates { changes.append(.removePlate(from, plate)) }
            for unit in body.units { changes.append(.dropUnit(from, name: unit.name)) }
            if body.profile.registrationCode != nil { changes.append(.amend(from, .registrationCode(nil))) }
        }
        for kind in kinds where register.tolerances[.headsWithinBalance(from, kind)] != nil {
            changes.append(.moveTolerance(.headsWithinBalance(from, kind), to: .headsWithinBalance(to, kind)))
        }
        changes.append(.abolish(from, successors: [to]))
        if chance(15) { changes.remove(at: below(changes.count)) }
        return changes
    }

    var kinds: [EstablishmentKind] { [.administrative, .institutionFull] }
    var commodities: [Commodity] {
        kinds.map { .heads($0) } + [
            .posts(LeaderPost(.chief, .guji)), .posts(LeaderPost(.chief, .fuke)), .posts(LeaderPost(.deputy, .guji)),
        ]
    }

    mutating func kind() -> EstablishmentKind { one(.administrative, .institutionFull) }
    mutating func role() -> LeaderRole { one(.chief, .deputy, .deputy) }
    mutating func commodity() -> Commodity { one(of: commodities) ?? .heads(.administrative) }
    mutating func count() -> Int { chance(3) ? one(0, -1, 30) : 1 + below(3) }

    mutating func body(_ register: Register) -> Institution.ID {
        let living = bodies.filter { register.institutions[$0]?.isActive == true }
        return (chance(92) ? one(of: living) : nil) ?? bodies[below(bodies.count)]
    }

    mutating func person(_ register: Register) -> Person.ID {
        let known = people.filter { register.people[$0] != nil }
        return (chance(94) ? one(of: known) : nil) ?? people[below(people.count)]
    }

    mutating func holder(_ register: Register) -> Holder {
        switch below(10) {
        case 0: .grant
        case 1, 2, 3: .districtPool
        case 4: one(.turnoverPool, .returned)
        default: .institution(body(register))
        }
    }

    mutating func place(_ register: Register, of person: Person.ID) -> (Institution.ID, EstablishmentKind) {
        let place = chance(95) ? one(of: register.people[person]?.places ?? []) : nil
        return place.map { ($0.institution, $0.kind) } ?? (body(register), kind())
    }

    mutating func area() -> Area { chance(40) ? .everywhere : .part(one("东乡", "西乡")) }

    /// One change about what is there, most of the time.
    mutating func change(in register: Register, _ basis: Act.Basis) -> Change {
        switch below(12) {
        case 0, 1: bodyChange(in: register)
        case 2, 3, 4: ledgerChange(in: register)
        case 5, 6: dutyChange(in: register)
        case 7, 8, 9, 10: personChange(in: register)
        default: recordChange(in: register, basis)
        }
    }

    private mutating func bodyChange(in register: Register) -> Change {
        let id = body(register)
        switch below(13) {
        case 0, 1:
            let fresh = chance(90) ? bodies.first { register.institutions[$0] == nil } ?? id : id
            let name = "机构\(below(30))"
            return .establish(
                fresh,
                Profile(
                    name: name, type: one(.publicInstitution, .government, .outside), rank: .guji,
                    supervisor: chance(40) ? body(register) : nil), origin: nil)
        case 2: return .abolish(id, successors: chance(50) ? [body(register)] : [])
        case 3:
            let closed = bodies.filter { register.institutions[$0]?.isActive == false }
            guard let id = one(of: closed), case .closed(let by, _)? = register.institutions[id]?.status else {
                return .restore(id, closedBy: below(20))
            }
            return .restore(id, closedBy: chance(90) ? by : by + 1)
        case 4: return .amend(id, .name("机构\(below(30))"))
        case 5:
            let other = chance(70) ? body(register) : nil
            return .amend(id, one(.supervisor(other), .supervisor(other), .sponsor(other), .host(other)))
        case 6: return .amend(id, .type(one(.publicInstitution, .leadingGroup, .township)))
        case 7: return .amend(id, .fact(one(.beds, .classes, .pupils), chance(80) ? below(90) : nil))
        case 8: return .amend(id, one(.rank(.fuke), .funding(.full), .registrationCode("9"), .registrationCode(nil)))
        case 9: return .hangPlate(id, one("牌子甲", "牌子乙"))
        case 10: return .removePlate(id, one(of: register.institutions[id]?.plates ?? []) ?? "牌子甲")
        case 11: return .addUnit(id, InternalUnit(name: one("办公室", "业务科"), rank: chance(50) ? .guji : nil))
        default: return .dropUnit(id, name: one(of: register.institutions[id]?.units ?? [])?.name ?? "办公室")
        }
    }

    private mutating func ledgerChange(in register: Register) -> Change {
        let open = one(of: reservations.filter { register.ledger.reservations[$0] != nil })
        let some = (chance(95) ? open : nil) ?? reservations[below(reservations.count)]
        let id = body(register)
        let over = register.ledger.reservations.values.filter { $0.lastDay < today }.map(\.id).min()
        if let over, chance(20) { return .expire(over) }
        switch below(17) {
        case 0, 1, 2, 3, 4, 5:
            let from = holder(register)
            let held = one(of: register.ledger.holdings(of: from).map(\.commodity))
            return .move(
                chance(80) ? held ?? commodity() : commodity(), count: count(), from: from, to: holder(register))
        case 6:
            let from = chance(50) ? .districtPool : holder(register)
            let held = register.ledger.holdings(of: from).map(\.commodity).filter { commodities.contains($0) }
            let give = one(of: held) ?? commodity()
            let alike = commodities.filter { $0 != give && $0.group == give.group }
            return .exchange(from, count: count(), give: give, take: chance(90) ? one(of: alike) ?? give : commodity())
        case 7: return .setCeiling(commodity(), chance(80) ? 40 + below(40) : nil)
        case 8: return .setUnknown(id, one(.heads, .posts), chance(60))
        case 9, 10:
            return .reserve(
                Reservation(
                    id: chance(95) ? reservations.first { register.ledger.reservations[$0] == nil } ?? some : some,
                    account: Account(holder(register), commodity()), count: chance(90) ? 1 + below(4) : count(),
                    purpose: one(.headcountUse, .reform, .turnover), beneficiary: chance(40) ? body(register) : nil,
                    lastDay: today.advanced(by: below(60) - 5)))
        case 11, 12: return .settle(some, count: chance(70) ? 1 : count())
        case 13: return .void(some)
        case 14: return .expire(some)
        case 15: return .lock(id, reform: one(of: reforms) ?? reforms[0])
        default:
            let locked = one(of: bodies.filter { register.institutions[$0]?.lock != nil })
            return .unlock(locked ?? id)
        }
    }

    private mutating func dutyChange(in register: Register) -> Change {
        let known = one(of: duties.filter { register.duties[$0] != nil })
        let duty = (chance(92) ? known : nil) ?? duties[below(duties.count)]
        let defined = one(of: matters.filter { register.matters[$0] != nil })
        let matter = (chance(92) ? defined : nil) ?? matters[below(matters.count)]
        let parts = register.matters[matter]?.parts ?? []
        switch below(11) {
        case 0, 1, 2:
            let fresh = chance(92) ? duties.first { register.duties[$0] == nil } ?? duty : duty
            return .stateDuty(
                DutyStatement(id: fresh, holder: body(register), number: 1 + below(9), text: "职责\(below(9))"))
        case 3: return .reviseDuty(duty, text: "职责\(below(9))")
        case 4: return .moveDuty(duty, to: body(register), number: 1 + below(9))
        case 5: return .dropDuty(duty, reason: digest())
        case 6:
            let fresh = chance(92) ? matters.first { register.matters[$0] == nil } ?? matter : matter
            return .defineMatter(fresh, name: "事项\(below(9))", catalogue: "权责清单", origin: nil)
        case 7, 8:
            return .joinMatter(matter, Matter.Part(statement: duty, role: one(.lead, .assist, .execute), area: area()))
        case 9: return .leaveMatter(matter, one(of: parts)?.statement ?? duty)
        default: return .setGap(matter, area(), chance(60))
        }
    }

    private mutating func personChange(in register: Register) -> Change {
        let id = person(register)
        let (at, kind) = place(register, of: id)
        switch below(16) {
        case 0, 1:
            let fresh = chance(90) ? people.first { register.people[$0] == nil } ?? id : id
            return .registerPerson(
                fresh, personal: digest(), status: one(.management, .civilServant, .contract), position: nil,
                entered: nil, origin: nil)
        case 2: return .amendPersonal(id, digest())
        case 3: return .setDisputed(id, chance(40))
        case 4, 5, 6:
            let idle = one(of: people.filter { register.people[$0]?.places.isEmpty == true })
            return .enrol(
                chance(85) ? idle ?? id : id,
                Place(institution: body(register), kind: self.kind(), role: chance(25) ? role() : nil))
        case 7, 8: return .leave(id, at, kind, chance(75) ? one(.retirement, .death, .transferOut) : nil)
        case 9, 10, 11:
            return .transfer(
                id, from: at, kind,
                to: Place(institution: body(register), kind: self.kind(), role: chance(25) ? role() : nil))
        case 12: return .appoint(id, at, kind, chance(60) ? role() : nil)
        case 13: return .setWorkplace(id, chance(70) ? body(register) : nil)
        case 14: return .setStatus(id, one(.professional, .worker, .contract))
        default: return .setPosition(id, one(.management, .worker, nil))
        }
    }

    private mutating func recordChange(in register: Register, _ basis: Act.Basis) -> Change {
        let id = body(register)
        let strict: [Invariant] = [
            .headsWithinBalance(id, kind()), .postsWithinBalance(id, role()), .onePlace(person(register)),
            .withinCeiling(commodity()), .closedHoldsNothing(id),
        ]
        let new = one(of: strict) ?? .closedHoldsNothing(id)
        let open = (chance(90) ? one(of: register.tolerances.keys.sorted()) : nil) ?? new
        switch below(6) {
        case 4: return .adoptRules(one("leaders", "schools"), digest())
        case 5: return .repealRules(one("leaders", "schools"))
        case 0, 1:
            return .openTolerance(
                new, measure: count(), basis == .opening ? .baseline : .absorption(until: today.advanced(by: 90)))
        case 2:
            if case .headsWithinBalance(_, let kind) = open {
                return .moveTolerance(open, to: .headsWithinBalance(id, kind))
            }
            return .moveTolerance(open, to: new)
        default: return .closeTolerance(open)
        }
    }
}
