import Basics
import Registry

/// Sex as the tables have it.
package enum Sex: UInt8, CaseIterable, Sendable {
    /// Male (男).
    case male = 1
    /// Female (女).
    case female
}

/// One row of the table of people (人员).
package struct PersonRow: Hashable, Sendable {
    /// Where it stands.
    package var origin: Origin
    /// The name, without stray spaces.
    package var name: String
    /// Sex; nil when unknown.
    package var sex: Sex?
    /// The identity number of 18 or 15 characters, `X` in upper case; nil where the table has none.
    package var identityNumber: String?
    /// The day of birth, from its column or else from the identity number.
    package var birth: Day?
    /// The body whose establishment they are on; nil when they are on none.
    package var body: BodyReference?
    /// The kind of establishment they hold; nil when they are on none.
    package var kind: EstablishmentKind?
    /// The kind of position (岗位类别).
    package var position: PositionKind?
    /// Their status (身份): read, or else concluded from the position or the kind.
    package var status: PersonStatus?
    /// The leader post they hold, if any.
    package var role: LeaderRole?
    /// Where they work; nil when that is blank or the body itself.
    package var workplace: BodyReference?
    /// How they came in (进入形式), as written.
    package var entryForm: String?
    /// When they came onto the establishment (入编时间).
    package var entered: FactDate?
    /// Remark (备注).
    package var remark: String?

    /// A row with a name; all else unknown.
    package init(origin: Origin, name: String) {
        self.origin = origin
        self.name = name
    }
}
