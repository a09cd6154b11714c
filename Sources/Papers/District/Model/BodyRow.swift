import Basics
import Registry

/// One row of the table of bodies (机构).
package struct BodyRow: Hashable, Sendable {
    /// Where it stands.
    package var origin: Origin
    /// The full name (机构名称), without stray spaces.
    package var name: String
    /// The regular short name (简称).
    package var shortName: String?
    /// The office's own code (机构编码).
    package var officeCode: String?
    /// Additional name plates (加挂牌子).
    package var plates: [String] = []
    /// What kind of body it is (机构类型).
    package var type: InstitutionType
    /// Its rank (规格); nil when unknown.
    package var rank: Rank?
    /// The supervising department (主管部门).
    package var supervisor: BodyReference?
    /// The sponsoring unit (举办单位).
    package var sponsor: BodyReference?
    /// With a joint office (合署), the host.
    package var host: BodyReference?
    /// Its class (分类); nil when unknown.
    package var category: InstitutionCategory?
    /// How it is paid for (经费形式); nil when unknown.
    package var funding: Funding?
    /// Its unified social credit code, as written without spaces.
    package var registrationCode: String?
    /// Approved heads by kind. Nil: unknown, for want of columns or because none of the row's cells is filled.
    /// Otherwise each kind that has a column is a key, and a blank cell is zero.
    package var heads: [EstablishmentKind: Int]?
    /// Approved leader posts by role, with the same rule as `heads`.
    package var posts: [LeaderRole: Int]?
    /// The document that set it up, and when.
    package var founding: Founding?
    /// Measured facts, ascending by measure; money in 万元, rounded half up.
    package var facts: [ScaleFact] = []
    /// Remark (备注).
    package var remark: String?

    /// A row with a name and a type; all else unknown.
    package init(origin: Origin, name: String, type: InstitutionType) {
        self.origin = origin
        self.name = name
        self.type = type
    }
}
