import Basics
import HashTreeCollections

extension Register {
    mutating func foldPerson(_ change: Change) {
        switch change {
        case .registerPerson(let id, let personal, let status, let position, let entered, let origin):
            replacePerson(
                id,
                with: Person(
                    id: id, personal: personal, position: position, status: status, entered: entered,
                    isDisputed: false, origin: origin))
        case .amendPersonal(let id, let personal):
            edit(id) { $0.personal = personal }
        case .setDisputed(let id, let isDisputed):
            edit(id) { $0.isDisputed = isDisputed }
        case .enrol(let id, let place):
            edit(id) {
                $0.places.append(place)
                $0.exit = nil
            }
        case .leave(let id, let institution, let kind, let cause):
            edit(id) {
                $0.places.removeAll { $0.institution == institution && $0.kind == kind }
                if $0.places.isEmpty, let cause {
                    $0.exit = cause
                    $0.workplace = nil
                }
            }
        case .transfer(let id, let institution, let kind, let place):
            edit(id) { person in
                let index = person.places.firstIndex { $0.institution == institution && $0.kind == kind }
                guard let index else { return }
                person.places[index] = place
                // Whoever worked at the new place already is no longer a visitor there.
                if person.workplace == place.institution { person.workplace = nil }
            }
        case .appoint(let id, let institution, let kind, let role):
            edit(id) { person in
                let index = person.places.firstIndex { $0.institution == institution && $0.kind == kind }
                if let index { person.places[index].role = role }
            }
        case .setPosition(let id, let position):
            edit(id) { $0.position = position }
        case .setWorkplace(let id, let institution):
            edit(id) { $0.workplace = institution }
        case .setStatus(let id, let status):
            edit(id) { $0.status = status }
        default:
            break
        }
    }

    private mutating func edit(_ id: Person.ID, _ change: (inout Person) -> Void) {
        guard let old = people[id] else { return }
        var person = old
        change(&person)
        replacePerson(id, old, with: person)
    }

    /// Puts a person in the place of what stands for them, with what is derived from them.
    mutating func replacePerson(_ id: Person.ID, _ old: Person? = nil, with person: Person?) {
        people[id] = person
        if person?.isUnsettled ?? false {
            unsettled.insert(id)
        } else if old?.isUnsettled ?? false {
            unsettled.remove(id)
        }
        guard old?.places != person?.places || old?.workplace != person?.workplace else { return }
        for place in old?.places ?? [] { presences[place.institution]?.leave(id, place) }
        if let workplace = old?.workplace { presences[workplace]?.visitors.remove(id) }
        guard let person else { return }
        for place in person.places { presences[place.institution, default: Presence()].enter(id, place) }
        if let workplace = person.workplace, !person.places.contains(where: { $0.institution == workplace }) {
            presences[workplace, default: Presence()].visitors.insert(id)
        }
    }
}
