import Basics
import Registry

/// A body of the sample as it will stand in the table.
struct DraftBody {
    var name: String
    let sort: Sort
    let type: InstitutionType
    var rank: Rank
    /// What it is about, for its duties.
    let theme: String
    /// The index of its supervisor among the bodies.
    var supervisor: Int?
    /// The part of the table it stands in; each ends with a subtotal.
    let section: Int
    /// The name of its region, which its people may leave out.
    let region: String
    var plate: String?
    var category: InstitutionCategory?
    var funding: Funding?
    var code: String?
    var heads: [EstablishmentKind: Int] = [:]
    var chiefs = 1
    var deputies = 0
    var party = 0
    var units: Int?
    var document: String?
    var founded: Day?
    var stage: String?
    var classes: Int?
    var pupils: Int?
    var beds: Int?
    /// Yearly income and the part from business, in tenths of 万元.
    var income: Int?
    var businessIncome: Int?
    /// A cell of the heads that is written otherwise than a number.
    var unreadableHeads: (kind: EstablishmentKind, text: String)?

    /// What decides the numbers of a body.
    enum Sort {
        case organ, township, station, townshipCentre
        case kindergarten, primary, junior, senior, clinic, hospital, team, road
    }

    /// Whether planted findings may stand here: an ordinary body with room for them.
    var isOrdinary: Bool { [.station, .kindergarten, .primary, .junior, .clinic].contains(sort) }

    /// The approved heads of all kinds.
    var approved: Int { heads.values.reduce(0, +) }

    /// Who leads a public institution (领导体制), as such a body writes it; nil for organs.
    var leadershipSystem: String? {
        guard type == .publicInstitution else { return nil }
        return switch sort {
        case .junior, .senior: "党组织领导的校长负责制"
        case .hospital: "党委领导下的院长负责制"
        case .primary: "校长负责制"
        case .kindergarten: "园长负责制"
        default: "行政首长负责制"
        }
    }

    /// How the Party is organised in a public institution (党组织形式); nil for organs.
    var partyOrganisation: String? {
        guard type == .publicInstitution else { return nil }
        return switch approved {
        case ...8: "未设"
        case ...50: "党支部"
        case ...100: "党总支"
        default: "党委"
        }
    }

    /// The kind that most of its heads are of.
    var mainKind: EstablishmentKind {
        type == .publicInstitution ? EstablishmentKind(funding: funding ?? .full) : .administrative
    }
}
