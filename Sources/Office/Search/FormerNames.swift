import Basics
import Registry

/// What bodies were called before (曾用名、原加挂牌子), out of the journal: names and plates that the register of a day no
/// longer has.
struct FormerNames {
    private var names: [Institution.ID: [String]] = [:]
    private var plates: [Institution.ID: [String]] = [:]

    /// The names and plates in a history up to the end of a day, or all of it. What was taken back never was.
    init(in history: History, through day: Day?) {
        for entry in history.entries {
            for (index, dated) in entry.act.changes.enumerated() {
                switch dated.change {
                case .establish, .amend(_, .name), .hangPlate: break
                default: continue
                }
                guard day.map({ dated.day <= $0 }) ?? true,
                    !history.isReversed(position: entry.position, index: index)
                else { continue }
                switch dated.change {
                case .establish(let id, let profile, _): names[id, default: []].append(profile.name)
                case .amend(let id, .name(let name)): names[id, default: []].append(name)
                case .hangPlate(let id, let plate): plates[id, default: []].append(plate)
                default: break
                }
            }
        }
    }

    /// The names a body had and has no more, each once, the oldest first.
    func names(of body: Institution) -> [String] {
        distinct(names[body.id] ?? [], without: [body.profile.name])
    }

    /// The plates it bore and bears no more, each once, the oldest first.
    func plates(of body: Institution) -> [String] { distinct(plates[body.id] ?? [], without: body.plates) }

    private func distinct(_ texts: [String], without present: [String]) -> [String] {
        var seen = Set(present)
        return texts.filter { seen.insert($0).inserted }
    }
}
