import Norms
import Registry

/// Which of several things a check says of one subject.
package enum Aspect: Hashable, Comparable, Sendable {
    /// The check says one thing only.
    case whole
    /// About this kind of establishment.
    case kind(EstablishmentKind)
    /// About this role of leaders.
    case role(LeaderRole)
    /// About this group of figures.
    case group(FigureGroup)
    /// About this area.
    case area(Area)
    /// About this item of the rules.
    case item(NormItem)

    /// In the order of the cases, then of what they carry.
    package static func < (left: Aspect, right: Aspect) -> Bool {
        switch (left, right) {
        case (.kind(let one), .kind(let other)): one < other
        case (.role(let one), .role(let other)): one < other
        case (.group(let one), .group(let other)): one.rawValue < other.rawValue
        case (.area(let one), .area(let other)): one < other
        case (.item(let one), .item(let other)): one < other
        default: left.order < right.order
        }
    }

    private var order: Int {
        switch self {
        case .whole: 0
        case .kind: 1
        case .role: 2
        case .group: 3
        case .area: 4
        case .item: 5
        }
    }
}

extension Aspect: CustomStringConvertible {
    /// A stable text; empty for the whole.
    package var description: String {
        switch self {
        case .whole: ""
        case .kind(let kind): "kind:\(kind.rawValue)"
        case .role(let role): "role:\(role.rawValue)"
        case .group(let group): "group:\(group.rawValue)"
        case .item(let item): "item:\(item.rawValue)"
        case .area(.everywhere): "area:"
        case .area(.part(let name)): "area:\(name)"
        }
    }
}
