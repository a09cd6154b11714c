import Registry

/// What a change is for whoever decides it (事项): a `Change` by its kind and, of an attribute, by which one.
package enum ChangeKind: String, CaseIterable, Comparable, Sendable {
    // Bodies
    case establish = "establish"
    case abolish = "abolish"
    case restore = "restore"
    case rename = "rename"
    case shortName = "short name"
    case type = "type"
    case rank = "rank"
    case category = "class"
    case funding = "funding"
    case supervisor = "supervisor"
    case sponsor = "sponsor"
    case host = "joint office"
    case officeCode = "office code"
    case registration = "registration"
    case founding = "founding"
    case scaleFact = "scale fact"
    case hangPlate = "hang plate"
    case removePlate = "remove plate"
    case addUnit = "add unit"
    case dropUnit = "drop unit"
    // The ledger
    case moveHeads = "move heads"
    case movePosts = "move posts"
    case exchange = "exchange"
    case ceiling = "ceiling"
    case unknownFigures = "unknown figures"
    case reserve = "reserve"
    case settle = "settle"
    case voidReservation = "void reservation"
    case expire = "expire"
    case lock = "lock"
    case unlock = "unlock"
    // Duties
    case stateDuty = "state duty"
    case reviseDuty = "revise duty"
    case moveDuty = "move duty"
    case dropDuty = "drop duty"
    case defineMatter = "define matter"
    case joinMatter = "join matter"
    case leaveMatter = "leave matter"
    case gap = "gap"
    // People
    case registerPerson = "register person"
    case amendPersonal = "amend personal"
    case disputed = "disputed"
    case enrol = "enrol"
    case leave = "leave"
    case transfer = "transfer"
    case appoint = "appoint"
    case position = "position"
    case workplace = "workplace"
    case status = "status"
    // Rules
    case adoptRules = "adopt rules"
    case repealRules = "repeal rules"
    case competence = "competence"
    // The record itself
    case openTolerance = "open tolerance"
    case moveTolerance = "move tolerance"
    case closeTolerance = "close tolerance"
    case reverse = "reverse"

    /// In the order in which they are declared.
    package static func < (left: Self, right: Self) -> Bool { left.order < right.order }

    private var order: Int { ChangeKind.orders[self] ?? 0 }

    private static let orders = Dictionary(
        allCases.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })

    /// What a table may name together.
    package enum Group: String, CaseIterable, Sendable {
        /// Everything about a body itself (机构).
        case bodies
        /// Internal units (内设机构).
        case units
        /// Heads (编制).
        case heads
        /// Leader posts (领导职数).
        case posts
        /// Duties and matters (职责).
        case duties
        /// People (人员).
        case people
        /// Rules and the table itself (规则).
        case rules
        /// What is put up with, and what is taken back (台账).
        case record
        /// Every kind (全部).
        case all

        /// The kinds in it.
        package var kinds: Set<ChangeKind> {
            switch self {
            case .bodies:
                [
                    .establish, .abolish, .restore, .rename, .shortName, .type, .rank, .category, .funding, .supervisor,
                    .sponsor, .host, .officeCode, .registration, .founding, .scaleFact, .hangPlate, .removePlate,
                ]
            case .units: [.addUnit, .dropUnit]
            case .heads:
                [
                    .moveHeads, .exchange, .ceiling, .unknownFigures, .reserve, .settle, .voidReservation, .expire,
                    .lock, .unlock,
                ]
            case .posts: [.movePosts]
            case .duties:
                [
                    .stateDuty, .reviseDuty, .moveDuty, .dropDuty, .defineMatter, .joinMatter, .leaveMatter, .gap,
                ]
            case .people:
                [
                    .registerPerson, .amendPersonal, .disputed, .enrol, .leave, .transfer, .appoint, .position,
                    .workplace, .status,
                ]
            case .rules: [.adoptRules, .repealRules, .competence]
            case .record: [.openTolerance, .moveTolerance, .closeTolerance, .reverse]
            case .all: Set(ChangeKind.allCases)
            }
        }
    }
}

extension Change {
    /// What it is for whoever decides it.
    package var kind: ChangeKind {
        switch self {
        case .establish: .establish
        case .abolish: .abolish
        case .restore: .restore
        case .amend(_, let attribute): attribute.kind
        case .hangPlate: .hangPlate
        case .removePlate: .removePlate
        case .addUnit: .addUnit
        case .dropUnit: .dropUnit
        case .move(.heads, _, _, _): .moveHeads
        case .move(.posts, _, _, _): .movePosts
        case .exchange: .exchange
        case .setCeiling: .ceiling
        case .setUnknown: .unknownFigures
        case .reserve: .reserve
        case .settle: .settle
        case .void: .voidReservation
        case .expire: .expire
        case .lock: .lock
        case .unlock: .unlock
        case .stateDuty: .stateDuty
        case .reviseDuty: .reviseDuty
        case .moveDuty: .moveDuty
        case .dropDuty: .dropDuty
        case .defineMatter: .defineMatter
        case .joinMatter: .joinMatter
        case .leaveMatter: .leaveMatter
        case .setGap: .gap
        case .registerPerson: .registerPerson
        case .amendPersonal: .amendPersonal
        case .setDisputed: .disputed
        case .enrol: .enrol
        case .leave: .leave
        case .transfer: .transfer
        case .appoint: .appoint
        case .setPosition: .position
        case .setWorkplace: .workplace
        case .setStatus: .status
        case .adoptRules(CompetenceTable.code, _), .repealRules(CompetenceTable.code): .competence
        case .adoptRules: .adoptRules
        case .repealRules: .repealRules
        case .openTolerance: .openTolerance
        case .moveTolerance: .moveTolerance
        case .closeTolerance: .closeTolerance
        case .reverse: .reverse
        }
    }
}

extension Attribute {
    fileprivate var kind: ChangeKind {
        switch self {
        case .name: .rename
        case .shortName: .shortName
        case .type: .type
        case .rank: .rank
        case .category: .category
        case .funding: .funding
        case .supervisor: .supervisor
        case .sponsor: .sponsor
        case .host: .host
        case .officeCode: .officeCode
        case .registrationCode: .registration
        case .founding: .founding
        case .fact: .scaleFact
        }
    }
}
