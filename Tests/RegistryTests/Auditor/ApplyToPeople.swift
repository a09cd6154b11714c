import Basics
import Registry

extension State {
    mutating func applyToPeople(_ change: Change) -> Bool {
        switch change {
        case .registerPerson(let id, let personal, let status, let position, let entered, let origin):
            guard people[id] == nil else { return false }
            people[id] = Human(
                personal: personal, position: position, status: status, entered: entered, origin: origin)
            return true
        case .amendPersonal(let id, let personal):
            return withPerson(id) { $0.personal = personal }
        case .setDisputed(let id, let isDisputed):
            return withPerson(id) { $0.isDisputed = isDisputed }
        case .enrol(let id, let place):
            return withPerson(id) { human in
                human.places.append(place)
                human.exit = nil  // Who comes back has not left.
            }
        case .leave(let id, let body, let kind, let cause):
            guard let there = seat(of: id, body, kind) else { return false }
            return withPerson(id) { human in
                human.places.remove(at: there)
                guard human.places.isEmpty, cause != nil else { return }
                human.exit = cause
                human.workplace = nil
            }
        case .transfer(let id, let body, let kind, let place):
            guard let there = seat(of: id, body, kind) else { return false }
            return withPerson(id) { human in
                human.places[there] = place
                if human.workplace == place.institution { human.workplace = nil }
            }
        case .appoint(let id, let body, let kind, let role):
            guard let there = seat(of: id, body, kind) else { return false }
            return withPerson(id) { $0.places[there].role = role }
        case .setPosition(let id, let position):
            return withPerson(id) { $0.position = position }
        case .setWorkplace(let id, let workplace):
            return withPerson(id) { $0.workplace = workplace }
        case .setStatus(let id, let status):
            return withPerson(id) { $0.status = status }
        default:
            return false
        }
    }

    private func seat(of id: Person.ID, _ body: Institution.ID, _ kind: EstablishmentKind) -> Int? {
        people[id]?.places.firstIndex { $0.institution == body && $0.kind == kind }
    }

    private mutating func withPerson(_ id: Person.ID, _ edit: (inout Human) -> Void) -> Bool {
        guard var human = people.removeValue(forKey: id) else { return false }
        edit(&human)
        people[id] = human
        return true
    }
}
