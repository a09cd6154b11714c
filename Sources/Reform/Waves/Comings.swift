import Basics
import Registry

/// Who left a body's establishment and who came onto it between two positions of the journal (期间进出).
package struct Comings: Hashable, Sendable {
    /// The body.
    package let body: Institution.ID
    /// How many left, by cause, with the positions of the Acts.
    package fileprivate(set) var left: [ExitCause: [Int]] = [:]
    /// The positions of the Acts by which somebody came, one for each person.
    package fileprivate(set) var came: [Int] = []
}

extension History {
    /// Exits and entries that took effect no later than a day and were recorded after a position, by body, in the order
    /// of names.
    /// - Parameter plan: what this plan itself moves is left out.
    package func comings(after position: Int, through day: Day, except plan: Digest) -> [Comings] {
        var comings: [Institution.ID: Comings] = [:]
        for (position, change) in personWork(after: position, through: day, except: plan) {
            switch change {
            case .leave(_, let body, _, let cause?):
                comings[body, default: Comings(body: body)].left[cause, default: []].append(position)
            case .enrol(_, let place):
                comings[place.institution, default: Comings(body: place.institution)].came.append(position)
            default: break
            }
        }
        let register = latest
        return comings.values.sorted { one, other in
            let names = [one, other].map { register.institutions[$0.body]?.profile.name ?? "" }
            return names[0] == names[1] ? one.body < other.body : names[0] < names[1]
        }
    }

    /// The changes by which people came and went, and what was put aside for them: nothing else that was recorded.
    func personWork(after position: Int, through day: Day, except plan: Digest) -> [(position: Int, change: Change)] {
        var work: [(position: Int, change: Change)] = []
        var newcomers: Set<Person.ID> = []
        for entry in entries.dropFirst(position) where entry.act.plan != plan {
            for (index, dated) in entry.act.changes.enumerated() where dated.day <= day {
                guard !isReversed(position: entry.position, index: index) else { continue }
                switch dated.change {
                case .registerPerson(let id, _, _, _, _, _): newcomers.insert(id)
                case .enrol(let id, _): newcomers.insert(id)
                case .leave(_, _, _, let cause) where cause != nil: break
                case .appoint(let id, _, _, _), .setPosition(let id, _), .setStatus(let id, _),
                    .setWorkplace(let id, _):
                    guard newcomers.contains(id) else { continue }
                case .reserve(let reservation) where reservation.purpose == .headcountUse: break
                case .settle, .void, .expire: break
                default: continue
                }
                work.append((entry.position, dated.change))
            }
        }
        return work
    }
}
