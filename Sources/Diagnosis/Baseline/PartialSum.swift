/// A sum of which some parts may be unknown: then it is at least what is known.
package struct PartialSum: Hashable, Sendable {
    /// The sum of what is known.
    package let known: Int
    /// Of how many bodies the part is unknown.
    package let unknownBodies: Int

    /// A sum.
    package init(known: Int, unknownBodies: Int = 0) {
        self.known = known
        self.unknownBodies = unknownBodies
    }

    /// Adds parts, nil for each that is unknown.
    init(of parts: some Sequence<Int?>) {
        var known = 0
        var unknown = 0
        for part in parts {
            if let part { known += part } else { unknown += 1 }
        }
        self.init(known: known, unknownBodies: unknown)
    }

    /// Nothing is unknown.
    package var isWhole: Bool { unknownBodies == 0 }
}
