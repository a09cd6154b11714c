import Basics
import Registry

/// What a register says, without its history: closed bodies and emptied matters, who opened a tolerance and in which
/// order plates were hung are left out. Written line by line, so that a difference can be read.
struct Essence {
    private var lines: Set<String> = []

    init(of register: Register) {
        for (id, body) in register.institutions where body.isActive {
            let profile = body.profile
            lines.insert("body \(id) \(profile)")
            for plate in body.plates { lines.insert("plate \(id) \(plate)") }
            for unit in body.units { lines.insert("unit \(id) \(unit)") }
            lines.insert("lock \(id) \(body.lock.map { "\($0)" } ?? "")")
        }
        for duty in register.duties.values { lines.insert("duty \(duty)") }
        for (id, matter) in register.matters where !matter.parts.isEmpty || matter.gaps != [.everywhere] {
            for part in matter.parts { lines.insert("part \(id) \(part)") }
            for gap in matter.gaps { lines.insert("gap \(id) \(gap)") }
        }
        for (id, person) in register.people {
            for place in person.places { lines.insert("place \(id) \(place)") }
            lines.insert(
                "person \(id) \(person.position as Any) \(person.workplace as Any) \(person.status) \(person.exit as Any)"
            )
        }
        for holder in register.ledger.holders {
            for holding in register.ledger.holdings(of: holder) { lines.insert("balance \(holder) \(holding)") }
        }
        for reservation in register.ledger.reservations.values { lines.insert("reservation \(reservation)") }
        for tolerance in register.tolerances.values {
            lines.insert("tolerance \(tolerance.invariant) \(tolerance.measure) \(tolerance.cause)")
        }
    }

    func differences(from other: Essence) -> [String] {
        lines.subtracting(other.lines).sorted().map { "+ \($0)" }
            + other.lines.subtracting(lines).sorted().map { "- \($0)" }
    }
}
