import Basics
import Registry

/// What a county's register comes to in a few figures (区划汇总), so that the figures of a province or the country need no
/// register but those that changed.
package struct CountySummary: Hashable, Sendable {
    /// Living bodies by type.
    package private(set) var bodies: [InstitutionType: Int] = [:]
    /// Approved heads by kind, of bodies whose figures are known: at least so many.
    package private(set) var approved: [EstablishmentKind: Int] = [:]
    /// Filled heads by kind.
    package private(set) var occupied: [EstablishmentKind: Int] = [:]
    /// Leaders in place by role.
    package private(set) var leaders: [LeaderRole: Int] = [:]
    /// Living bodies whose heads are unknown.
    package private(set) var unknownBodies = 0
    /// People with a place on the establishment.
    package private(set) var people = 0
    /// Breaches that are put up with.
    package private(set) var tolerances = 0

    /// Nothing.
    package init() {}

    /// What a register comes to.
    package init(of register: Register) {
        for body in register.institutions.values where body.isActive {
            bodies[body.profile.type, default: 0] += 1
            let isUnknown = register.ledger.isUnknown(.heads, of: body.id)
            if isUnknown, body.profile.type.holdsAccounts { unknownBodies += 1 }
            if !isUnknown {
                for holding in register.ledger.holdings(of: .institution(body.id)) {
                    if case .heads(let kind) = holding.commodity { approved[kind, default: 0] += holding.amount }
                }
            }
            let presence = register.presence(of: body.id)
            for kind in presence.occupiedKinds { occupied[kind, default: 0] += presence.occupied(kind) }
            for role in LeaderRole.allCases where presence.leading(role) > 0 {
                leaders[role, default: 0] += presence.leading(role)
            }
        }
        people = register.people.values.reduce(0) { $0 + ($1.places.isEmpty ? 0 : 1) }
        tolerances = register.tolerances.count
    }

    /// Adds another's figures.
    package mutating func add(_ other: CountySummary) {
        bodies.merge(other.bodies, uniquingKeysWith: +)
        approved.merge(other.approved, uniquingKeysWith: +)
        occupied.merge(other.occupied, uniquingKeysWith: +)
        leaders.merge(other.leaders, uniquingKeysWith: +)
        unknownBodies += other.unknownBodies
        people += other.people
        tolerances += other.tolerances
    }
}

extension CountySummary {
    /// Its canonical bytes: equal summaries have equal ones.
    var bytes: [UInt8] {
        var writer = CanonicalWriter()
        // The version of these bytes: summaries of another are made again.
        writer.code(1)
        func figures<Kind: RawRepresentable<UInt8> & Hashable>(_ counts: [Kind: Int]) {
            let sorted = counts.filter { $0.value != 0 }.sorted { $0.key.rawValue < $1.key.rawValue }
            writer.list(sorted) {
                $0.code($1.key.rawValue)
                $0.integer($1.value)
            }
        }
        figures(bodies)
        figures(approved)
        figures(occupied)
        figures(leaders)
        for count in [unknownBodies, people, tolerances] { writer.integer(count) }
        return writer.bytes
    }

    /// Reads them; nil where they are of another version, or spoilt.
    init?(bytes: [UInt8]) {
        func read() throws(MalformedRecord) -> CountySummary? {
            var reader = CanonicalReader(bytes)
            guard try reader.code() == 1 else { return nil }
            func figures<Kind: RawRepresentable<UInt8> & Hashable>() throws(MalformedRecord) -> [Kind: Int]? {
                var counts: [Kind: Int] = [:]
                for (code, count) in try reader.list({ reader throws(MalformedRecord) in
                    (try reader.code(), try reader.integer())
                }) {
                    guard let kind = Kind(rawValue: code) else { return nil }
                    counts[kind] = count
                }
                return counts
            }
            var summary = CountySummary()
            guard let bodies: [InstitutionType: Int] = try figures(),
                let approved: [EstablishmentKind: Int] = try figures(),
                let occupied: [EstablishmentKind: Int] = try figures(),
                let leaders: [LeaderRole: Int] = try figures()
            else { return nil }
            summary.bodies = bodies
            summary.approved = approved
            summary.occupied = occupied
            summary.leaders = leaders
            summary.unknownBodies = try reader.integer()
            summary.people = try reader.integer()
            summary.tolerances = try reader.integer()
            try reader.finish()
            return summary
        }
        guard let read = try? read() else { return nil }
        self = read
    }
}
