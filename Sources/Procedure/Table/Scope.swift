/// What of a change a row may ask for (条件), one code set a side; code 0 stands for none: no body, no direction.
package enum Side: Int, CaseIterable, Sendable {
    /// The rank of the body it is about (级别): codes of `Rank`.
    case rank
    /// What kind of body it is (机构类型): codes of `InstitutionType`.
    case type
    /// The kind of heads (编制类别): codes of `EstablishmentKind`.
    case heads
    /// The role of leader posts or of whoever is appointed (职务): codes of `LeaderRole`.
    case role
    /// Whether the body gains or gives (方向): codes of `Direction`.
    case direction
    /// Whom it is gained from or given to (对方): codes of `Counterpart`.
    case counterpart
}

/// Whether a body gains or gives heads, posts, duties, people or rank. Codes as in `Side`.
package enum Direction: UInt8, CaseIterable, Sendable {
    /// It gains (增加).
    case gain = 1
    /// It gives (减少).
    case give
}

/// On the other side of a movement. Codes as in `Side`.
package enum Counterpart: UInt8, CaseIterable, Sendable {
    /// The upper level's grant (上级下达).
    case grant = 1
    /// The district's pool (统筹池).
    case districtPool
    /// The turnover pool (周转池).
    case turnoverPool
    /// What is returned to the upper level (上缴).
    case returned
    /// Another body (机构).
    case body
}

/// The cases in which a row holds, or which a change may be: a set of codes on each side and a range of counts.
///
/// Rows, changes of which something is unknown, and what rows leave over are all such boxes, so one subtraction answers
/// who decides, which rows are never reached, and what no row covers.
package struct Scope: Hashable, Sendable {
    private var sides: [UInt16]
    /// How many heads, posts, people or things of a kind the decision changes at one body in one direction (数量).
    package private(set) var counts: ClosedRange<Int>

    /// The greatest count there is.
    package static let most = 1_000_000
    /// Every case.
    package static let any = Scope(sides: Side.allCases.map { _ in .max }, counts: 1...most)
    /// A change about no body, without anything else.
    package static let nobody = Scope(sides: Side.allCases.map { _ in 1 }, counts: 1...most)

    /// The codes allowed on a side, or nil where every one is.
    package func codes(_ side: Side) -> [UInt8]? {
        sides[side.rawValue] == .max ? nil : (0..<16).filter { sides[side.rawValue] & (1 << $0) != 0 }
    }

    /// The same, with these codes only on a side.
    package func with(_ side: Side, _ codes: some Sequence<UInt8>) -> Scope {
        var scope = self
        scope.sides[side.rawValue] = codes.reduce(0) { $0 | (1 << UInt16($1)) }
        return scope
    }

    /// The same, with these counts only.
    package func with(counts: ClosedRange<Int>) -> Scope {
        var scope = self
        scope.counts = counts
        return scope
    }

    /// The cases in both; nil when there are none.
    package func meeting(_ other: Scope) -> Scope? {
        let low = max(counts.lowerBound, other.counts.lowerBound)
        let high = min(counts.upperBound, other.counts.upperBound)
        guard low <= high else { return nil }
        let both = zip(sides, other.sides).map { $0 & $1 }
        return both.contains(0) ? nil : Scope(sides: both, counts: low...high)
    }

    /// The cases that are not in the other, in boxes that have none in common.
    package func without(_ other: Scope) -> [Scope] {
        guard let both = meeting(other) else { return [self] }
        var left: [Scope] = []
        var rest = self
        for (index, codes) in both.sides.enumerated() where rest.sides[index] & ~codes != 0 {
            var piece = rest
            piece.sides[index] &= ~codes
            left.append(piece)
            rest.sides[index] = codes
        }
        if rest.counts.lowerBound < both.counts.lowerBound {
            left.append(rest.with(counts: rest.counts.lowerBound...both.counts.lowerBound - 1))
        }
        if both.counts.upperBound < rest.counts.upperBound {
            left.append(rest.with(counts: both.counts.upperBound + 1...rest.counts.upperBound))
        }
        return left
    }
}
