import Basics
import Registry

/// Opens a round: what the rules say of the leader posts of each body.
///
/// It looks at leader, chief, deputy, Party and mid-level posts; leader posts always, the others where a pack decides them.
/// - Parameter including: which bodies; public institutions unless said otherwise. Closed bodies are left out.
package func openRound(
    of register: Register, by rulebook: Rulebook, on day: Day,
    including: (Institution) -> Bool = { $0.profile.type == .publicInstitution }
) -> Round {
    let items = [NormItem.leaders, .chief, .deputy, .party, .midLevel].filter {
        $0 == .leaders || rulebook.items.contains($0)
    }
    let bodies = register.institutions.values.filter { $0.isActive && including($0) }
        .sorted { ($0.profile.name, $0.id) < ($1.profile.name, $1.id) }
    var rows: [Round.Row] = []
    rows.reserveCapacity(bodies.count * items.count)
    for body in bodies {
        for verdict in verdicts(on: items, for: body.id, in: register, by: rulebook) {
            rows.append(Round.Row(body: body.id, name: body.profile.name, verdict: verdict, settlement: nil))
        }
    }
    return Round(day: day, rulebook: rulebook, items: items, rows: rows)
}
