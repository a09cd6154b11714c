import Basics

extension Register {
    func permitBody(_ change: Change, _ now: Circumstances) throws(Refusal) {
        switch change {
        case .establish(let id, let profile, _):
            for other in [profile.supervisor].compactMap({ $0 }) + profile.sponsorAndHost { _ = try living(other) }
            guard institutions[id] == nil else { throw .identifierTaken }
            try nameIsFree(profile.name, except: id)
            try notBlank(profile.name)
        case .abolish(let id, let successors):
            try unlocked(id, now)
            for successor in successors {
                _ = try living(successor)
                guard successor != id else { throw .closedInstitution(id) }
            }
        case .restore(let id, let position):
            guard let body = institutions[id] else { throw .unknownInstitution(id) }
            guard case .closed(by: position, _) = body.status else { throw .notClosedBy(id, position: position) }
            for other in [body.profile.supervisor].compactMap({ $0 }) + body.profile.sponsorAndHost {
                _ = try living(other)
            }
            try nameIsFree(body.profile.name, except: id)
        case .amend(let id, let attribute):
            try permitAttribute(attribute, of: living(id))
        case .hangPlate(let id, let plate):
            guard try !living(id).plates.contains(plate) else { throw .plateOrUnit(id, plate) }
            try notBlank(plate)
        case .removePlate(let id, let plate):
            guard try living(id).plates.contains(plate) else { throw .plateOrUnit(id, plate) }
        case .addUnit(let id, let unit):
            guard try !living(id).units.contains(where: { $0.name == unit.name }) else {
                throw .plateOrUnit(id, unit.name)
            }
            try notBlank(unit.name)
        case .dropUnit(let id, let name):
            guard try living(id).units.contains(where: { $0.name == name }) else { throw .plateOrUnit(id, name) }
        case .lock(let id, _):
            guard try living(id).lock == nil else { throw .lockState(id) }
        case .unlock(let id):
            guard try unlocked(id, now).lock != nil else { throw .lockState(id) }
        default:
            break
        }
    }

    private func permitAttribute(_ attribute: Attribute, of body: Institution) throws(Refusal) {
        switch attribute {
        case .supervisor(let other?), .sponsor(let other?), .host(let other?): _ = try living(other)
        case .name(let name): try nameIsFree(name, except: body.id)
        default: break
        }
        var changed = body.profile
        changed.set(attribute)
        guard changed != body.profile else { throw .unchanged }
        switch attribute {
        case .name(let name):
            try notBlank(name)
        case .supervisor(let supervisor?):
            var above: Institution.ID? = supervisor
            var steps = 0
            while let next = above, steps <= institutions.count {
                guard next != body.id else { throw .supervisorCycle(body.id) }
                above = institutions[next]?.profile.supervisor
                steps += 1
            }
        case .type(let type) where !type.holdsAccounts:
            guard ledger.holdings(of: .institution(body.id)).isEmpty, presence(of: body.id).staff.isEmpty else {
                throw .holdsNoAccounts(body.id)
            }
        default:
            break
        }
    }

    /// Throws unless there is something to read in a name or text.
    func notBlank(_ text: String) throws(Refusal) {
        guard text.contains(where: { !$0.isWhitespace }) else { throw .blankText }
    }

    private func nameIsFree(_ name: String, except id: Institution.ID) throws(Refusal) {
        if let holder = names[name], holder != id { throw .nameTaken(name, holder) }
    }
}
