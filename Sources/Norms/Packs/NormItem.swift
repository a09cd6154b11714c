import Basics

/// What a clause can decide (核定项目).
package enum NormItem: UInt8, CaseIterable, Comparable, Sendable {
    /// Leader posts: chief and deputies, Party posts not counted (领导职数).
    case leaders = 1
    /// Chief posts (正职).
    case chief
    /// Deputy posts (副职).
    case deputy
    /// Posts of the Party organisation (党组织职数).
    case party
    /// Leader posts of one internal unit, by its heads (内设机构领导职数).
    case unitLeaders
    /// Leader posts of all internal units together (中层职数).
    case midLevel
    /// Internal units (内设机构数).
    case internalUnits
    /// Approved heads by a staffing standard (编制数).
    case staff
    /// The share of management positions in per cent (管理岗位比例).
    case managementShare
    /// The share of professional positions in per cent (专业技术岗位比例).
    case professionalShare
    /// The share of worker positions in per cent (工勤岗位比例).
    case workerShare
    /// A body with this many approved heads or fewer is small (小机构标准).
    case smallBody

    /// The order of the tables.
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// Whether it is a share in per cent.
    package var isShare: Bool {
        switch self {
        case .managementShare, .professionalShare, .workerShare: true
        default: false
        }
    }

    /// The name of the item.
    package var name: Wording {
        switch self {
        case .leaders: Wording(zh: "领导职数", en: "leader posts")
        case .chief: Wording(zh: "正职", en: "chief posts")
        case .deputy: Wording(zh: "副职", en: "deputy posts")
        case .party: Wording(zh: "党组织职数", en: "Party posts")
        case .unitLeaders: Wording(zh: "内设机构领导职数", en: "leader posts of an internal unit")
        case .midLevel: Wording(zh: "中层职数", en: "mid-level posts")
        case .internalUnits: Wording(zh: "内设机构数", en: "internal units")
        case .staff: Wording(zh: "编制数", en: "approved heads")
        case .managementShare: Wording(zh: "管理岗位比例", en: "share of management positions")
        case .professionalShare: Wording(zh: "专业技术岗位比例", en: "share of professional positions")
        case .workerShare: Wording(zh: "工勤岗位比例", en: "share of worker positions")
        case .smallBody: Wording(zh: "小机构标准", en: "small-body threshold")
        }
    }
}
