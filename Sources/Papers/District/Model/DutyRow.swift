import Basics

/// One row of a table of duties (职责).
package struct DutyRow: Hashable, Sendable {
    /// Where it stands.
    package var origin: Origin
    /// Who does it.
    package var body: BodyReference
    /// Its number in the holder's text; counted where the table has none.
    package var number: Int
    /// What it says.
    package var text: String
    /// Remark (备注).
    package var remark: String?
}

/// One row of a catalogue of matters (事项清单).
package struct MatterRow: Hashable, Sendable {
    /// Where it stands.
    package var origin: Origin
    /// The name of the matter.
    package var name: String
    /// The catalogue that asks for it; the sheet's name where the table does not say.
    package var catalogue: String
}

/// A body that is named but stands in no table of bodies.
package struct OutsideBody: Hashable, Sendable {
    /// The row that names it first.
    package var origin: Origin
    /// Its name as written, without stray spaces.
    package var name: String
    /// How many rows name it.
    package var mentions: Int
}
