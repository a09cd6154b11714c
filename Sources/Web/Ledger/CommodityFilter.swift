import Basics
import Registry

/// What of a statement is shown, as the address says: heads of one kind, or leader posts of one role.
struct CommodityFilter: Sendable {
    private let kind: EstablishmentKind?
    private let role: LeaderRole?
    /// What came in the address and narrows nothing, since it can't be read.
    let unread: [Wording]

    /// Reads an address.
    init(_ query: Fields) {
        kind = query.coded("kind")
        role = kind == nil ? query.coded("role") : nil
        unread = query.unread([
            ("kind", Wording(zh: "编制类别", en: "Kind"), kind != nil),
            ("role", Wording(zh: "职务", en: "Post"), kind != nil || role != nil),
        ])
    }

    /// What it narrows to; nil where it narrows nothing.
    var name: Wording? { kind?.name ?? role?.name }

    /// The fields of an address that mean this.
    var query: [(name: String, value: String)] {
        (kind.map { [("kind", "\($0.rawValue)")] } ?? []) + (role.map { [("role", "\($0.rawValue)")] } ?? [])
    }

    /// Whether it lets something through.
    func holds(for commodity: Commodity) -> Bool {
        switch commodity {
        case .heads(let one): role == nil && (kind.map { $0 == one } ?? true)
        case .posts(let post): kind == nil && (role.map { $0 == post.role } ?? true)
        }
    }
}
