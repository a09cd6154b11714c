/// What kind of body it is (机构类型).
package enum InstitutionType: UInt8, CaseIterable, Sendable {
    /// An organ of the Party (党委机关).
    case party = 1
    /// The people's congress (人大机关).
    case congress
    /// A department of the government (行政机关).
    case government
    /// The consultative conference (政协机关).
    case consultative
    /// The supervisory commission (监察机关).
    case supervisory
    /// A court or procuratorate (法院, 检察院).
    case judicial
    /// A mass organisation (群团机关).
    case massOrganisation
    /// A township or subdistrict (乡镇, 街道).
    case township
    /// A public institution (事业单位).
    case publicInstitution
    /// A leading group (议事协调机构): has no headcount of its own (国务院令第486号第十九条).
    case leadingGroup
    /// A body outside the establishment: an enterprise (企业).
    case outside
    /// A body managed from above (垂直管理, 市直管).
    case managedFromAbove

    /// Whether it may hold accounts of headcount and leader posts.
    package var holdsAccounts: Bool {
        switch self {
        case .leadingGroup, .outside, .managedFromAbove: false
        default: true
        }
    }
}

/// The rank of a body or a post (规格, 级别), the lowest first.
package enum Rank: UInt8, CaseIterable, Comparable, Sendable {
    /// Without a rank (未定级).
    case ungraded = 1
    /// Sub-section level (股级).
    case guji
    /// Deputy section level (副科级).
    case fuke
    /// Section level (正科级).
    case zhengke
    /// Deputy division level (副处级, 副县级).
    case fuchu
    /// Division level (正处级, 正县级).
    case zhengchu
    /// Deputy bureau level (副厅级).
    case futing
    /// Bureau level (正厅级).
    case zhengting

    /// Orders from the lowest to the highest.
    package static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
}

/// The class of a public institution (事业单位分类).
package enum InstitutionCategory: UInt8, CaseIterable, Sendable {
    /// Administrative functions (承担行政职能).
    case administrative = 1
    /// Public welfare class I (公益一类).
    case welfareOne
    /// Public welfare class II (公益二类).
    case welfareTwo
    /// Production and business (生产经营).
    case business
}

/// How a body is paid for (经费形式).
package enum Funding: UInt8, CaseIterable, Sendable {
    /// Fully from the budget (财政全额补助).
    case full = 1
    /// Partly from the budget (财政差额补助).
    case partial
    /// By itself (经费自理, 自收自支).
    case selfFunded
}
