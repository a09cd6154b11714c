import Basics
import HashTreeCollections

extension Register {
    mutating func foldBody(_ change: Change, at position: Int) {
        switch change {
        case .establish(let id, let profile, let origin):
            replace(id, with: Institution(id: id, profile: profile, origin: origin))
        case .abolish(let id, let successors):
            edit(id) { $0.status = .closed(by: position, successors: successors) }
        case .restore(let id, _):
            edit(id) { $0.status = .active }
        case .amend(let id, let attribute):
            edit(id) { $0.profile.set(attribute) }
        case .hangPlate(let id, let plate):
            edit(id) { $0.plates.append(plate) }
        case .removePlate(let id, let plate):
            edit(id) { $0.plates.removeAll { $0 == plate } }
        case .addUnit(let id, let unit):
            edit(id) { $0.units.append(unit) }
        case .dropUnit(let id, let name):
            edit(id) { $0.units.removeAll { $0.name == name } }
        case .lock(let id, let reform):
            edit(id) { $0.lock = reform }
        case .unlock(let id):
            edit(id) { $0.lock = nil }
        default:
            break
        }
    }

    private mutating func edit(_ id: Institution.ID, _ change: (inout Institution) -> Void) {
        guard var body = institutions[id] else { return }
        change(&body)
        replace(id, with: body)
    }

    /// Puts a body in the place of what stands for it, with what is derived from it.
    mutating func replace(_ id: Institution.ID, with body: Institution?) {
        let old = institutions[id]
        institutions[id] = body
        let oldName = old?.isActive == true ? old?.profile.name : nil
        let newName = body?.isActive == true ? body?.profile.name : nil
        if oldName != newName {
            if let oldName, names[oldName] == id { names[oldName] = nil }
            if let newName { names[newName] = id }
        }
        let oldSupervisor = old?.isActive == true ? old?.profile.supervisor : nil
        let newSupervisor = body?.isActive == true ? body?.profile.supervisor : nil
        if oldSupervisor != newSupervisor {
            if let oldSupervisor { dependents[oldSupervisor]?.remove(id) }
            if let newSupervisor { dependents[newSupervisor, default: []].insert(id) }
        }
        let oldHosts = old?.isActive == true ? old?.profile.sponsorAndHost ?? [] : []
        let newHosts = body?.isActive == true ? body?.profile.sponsorAndHost ?? [] : []
        if oldHosts != newHosts {
            for host in oldHosts { guests[host]?.remove(id) }
            for host in newHosts { guests[host, default: []].insert(id) }
        }
    }
}
