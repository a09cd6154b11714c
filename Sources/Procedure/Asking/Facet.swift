import Basics
import Registry

/// One change as it is for one body (变动的一面): what the rows of a table are asked with. A movement between two bodies
/// is asked for each of them, a change of rank for the rank before and the rank after.
struct Facet {
    let kind: ChangeKind
    /// The body it is about, where it is about one.
    let body: Institution.ID?
    /// What it is on each side; several codes where it can't be told. Its counts are those of the whole decision.
    var scope: Scope
    /// How much it changes by itself.
    let amount: Int

    init(_ kind: ChangeKind, body: Institution.ID? = nil, _ scope: Scope, amount: Int = 1) {
        self.kind = kind
        self.body = body
        self.scope = scope
        self.amount = amount
    }

    /// What is added up over a decision: so much of a kind at one body in one direction.
    struct Sum: Hashable {
        let kind: ChangeKind
        let body: Institution.ID?
        let direction: [UInt8]?
    }

    var sum: Sum { Sum(kind: kind, body: body, direction: scope.codes(.direction)) }
}

/// The codes of every value of a side.
func allCodes<Term: CaseIterable & RawRepresentable<UInt8>>(_: Term.Type) -> [UInt8] { Term.allCases.map(\.rawValue) }

extension Scope {
    /// A body of that rank and type; an unknown rank may be any.
    static func body(rank: Rank?, type: InstitutionType) -> Scope {
        nobody.with(.rank, rank.map { [$0.rawValue] } ?? allCodes(Rank.self)).with(.type, [type.rawValue])
    }

    func with(_ direction: Direction) -> Scope { with(.direction, [direction.rawValue]) }

    /// Heads of a kind, or posts of a role at their rank; posts without a rank of their own have that of the body.
    func with(_ commodity: Commodity) -> Scope {
        switch commodity {
        case .heads(let kind): return with(.heads, [kind.rawValue])
        case .posts(let post):
            let scope = with(.role, [post.role.rawValue])
            let isOfBody = post.rank == .ungraded && codes(.type) != [0]
            return isOfBody ? scope : scope.with(.rank, [post.rank.rawValue])
        }
    }

    func with(_ counterpart: Holder) -> Scope {
        let code: Counterpart =
            switch counterpart {
            case .grant: .grant
            case .districtPool: .districtPool
            case .turnoverPool: .turnoverPool
            case .returned: .returned
            case .institution: .body
            }
        return with(.counterpart, [code.rawValue])
    }
}

extension Direction {
    /// From one number to another; either way where one of them is unknown.
    static func codes<Value: Comparable>(from old: Value?, to new: Value?) -> [UInt8] {
        guard let old, let new, old != new else { return allCodes(Direction.self) }
        return [(old < new ? Direction.gain : .give).rawValue]
    }
}
