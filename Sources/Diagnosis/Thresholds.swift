import Basics
import Norms
import Registry

/// The numbers that checks go by; each office may set its own.
package struct Thresholds: Hashable, Sendable {
    /// A public institution with this many approved heads or fewer is small, unless the office's rules have
    /// a number of their own. Offices have used 2, 3 and 5.
    package var smallBody = 5
    /// A supervisor with this many small bodies or more has them scattered.
    package var scatteredBodies = 3
    /// So many small bodies or more with one kind of work, under whichever supervisors, are one too many.
    package var likeBodies = 3
    /// Only bodies with this many approved heads or more can be mostly vacant.
    package var vacantFrom = 10
    /// A body of which less than this many per cent of the heads are filled is mostly vacant.
    package var vacantShare = 50
    /// A body of class I with more than this many per cent of its income from business is weak in welfare.
    package var businessShare = 40
    /// The day it is, for what has a last day; nil when no such thing is to be said.
    package var day: Day?

    /// The rules the office goes by on that day (采用的规则包); they go before the numbers above where they say what is
    /// small.
    package var rules: Rulebook?

    /// The numbers of the house.
    package init() {}

    /// With how many approved heads at most this body is small: by the office's rules where one of them says so, else
    /// by the number of the house.
    package func smallBody(of body: Institution, in register: Register) -> Int {
        guard let rules, rules.items.contains(.smallBody),
            let sheet = FactSheet(of: body.id, in: register, needed: rules.facts),
            let limit = smallBodyThreshold(for: sheet, by: rules)
        else { return smallBody }
        return limit
    }

    /// The numbers of the house, on no day in particular.
    package static let standard = Thresholds()
}
