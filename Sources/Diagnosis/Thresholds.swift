import Basics

/// The numbers that checks go by; each office may set its own.
package struct Thresholds: Hashable, Sendable {
    /// A public institution with this many approved heads or fewer is small. Offices have used 2, 3 and 5.
    package var smallBody = 5
    /// A supervisor with this many small bodies or more has them scattered.
    package var scatteredBodies = 3
    /// Only bodies with this many approved heads or more can be mostly vacant.
    package var vacantFrom = 10
    /// A body of which less than this many per cent of the heads are filled is mostly vacant.
    package var vacantShare = 50
    /// A body of class I with more than this many per cent of its income from business is weak in welfare.
    package var businessShare = 40
    /// The day it is, for what has a last day; nil when no such thing is to be said.
    package var day: Day?

    /// The numbers of the house.
    package init() {}

    /// The numbers of the house, on no day in particular.
    package static let standard = Thresholds()
}
