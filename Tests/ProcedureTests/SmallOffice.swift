import Basics
import Norms
import Procedure
import Registry

/// A few bodies of known rank and type, and the words to ask a table about them.
struct SmallOffice {
    static let today = Instant(milliseconds: 1_612_137_600_000)  // 2021-02-01
    static let day = today.officeDay

    private(set) var register = Register()
    let bureau: Institution.ID
    let station: Institution.ID
    let centre: Institution.ID
    let unranked: Institution.ID
    private var source = SeededSource(seed: 5)

    init() {
        bureau = Identifier(from: &source)
        station = Identifier(from: &source)
        centre = Identifier(from: &source)
        unranked = Identifier(from: &source)
        for (id, name, type, rank) in [
            (bureau, "区民政局", InstitutionType.government, Rank.zhengke), (station, "区殡葬管理站", .publicInstitution, .guji),
            (centre, "区救助中心", .publicInstitution, .zhengke),
        ] {
            register.suppose(.establish(id, Profile(name: name, type: type, rank: rank), origin: nil))
        }
        register.suppose(.establish(unranked, Profile(name: "区老年学校", type: .publicInstitution), origin: nil))
    }

    mutating func id<Subject>() -> Identifier<Subject> { Identifier(from: &source) }

    mutating func make(_ changes: Change...) { for change in changes { register.suppose(change) } }

    func needs(_ changes: Change..., by rows: [CompetenceRow], quorum: Quorum? = nil) -> Needs {
        Procedure.needs(of: changes, in: register, by: table(rows, quorum: quorum))
    }
}

func table(_ rows: [CompetenceRow], quorum: Quorum? = nil) -> CompetenceTable {
    CompetenceTable(name: "试行权限", from: nil, quorum: quorum, rows: rows, digest: .none)
}

func row(
    _ clause: String, _ kinds: Set<ChangeKind>, _ scope: Scope = .any, _ decider: Decider = .office,
    _ steps: ProcedureStep...
) -> CompetenceRow {
    CompetenceRow(clause: clause, kinds: kinds, scope: scope, decider: decider, named: steps)
}

extension Scope {
    static func ranks(_ ranks: ClosedRange<Rank>) -> Scope {
        any.with(.rank, Rank.allCases.filter(ranks.contains).map(\.rawValue))
    }

    static func types(_ types: InstitutionType...) -> Scope { any.with(.type, types.map(\.rawValue)) }

    func going(_ direction: Direction) -> Scope { with(.direction, [direction.rawValue]) }
}

extension Needs {
    /// The clauses that apply, in order.
    var clauses: [String] { rulings.map(\.row.clause) }
}

func citation(_ number: Int) -> Citation {
    guard let citation = Citation(issuer: "试编", year: 2021, number: number) else {
        preconditionFailure("the tests number their documents from 1")
    }
    return citation
}
