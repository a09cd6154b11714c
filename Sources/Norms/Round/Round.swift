import Basics
import Registry

/// A re-approval round (重新核定): what the rules of a day say of the leader posts of many bodies, and what was decided.
///
/// A value: opening it and settling rows changes no register. Its targets become changes of an Act elsewhere.
package struct Round: Hashable, Sendable {
    /// The day it is for.
    package let day: Day
    /// The rules it goes by.
    package let rulebook: Rulebook
    /// The items it looks at.
    package let items: [NormItem]
    /// A row for each body and item, by name of the body, then item.
    package internal(set) var rows: [Row]
    private let places: [Place: Int]

    private struct Place: Hashable, Sendable {
        let body: Institution.ID
        let item: NormItem
    }

    init(day: Day, rulebook: Rulebook, items: [NormItem], rows: [Row]) {
        self.day = day
        self.rulebook = rulebook
        self.items = items
        self.rows = rows
        places = Dictionary(rows.enumerated().map { (Place(body: $1.body, item: $1.item), $0) }) { first, _ in first }
    }

    /// What the rules say of one item of one body, and what was decided.
    package struct Row: Hashable, Sendable {
        /// The body.
        package let body: Institution.ID
        /// Its name.
        package let name: String
        /// What the rules say, with what the register has.
        package let verdict: Verdict
        /// What the clerk decided, if anything.
        package internal(set) var settlement: Settlement?

        /// The item.
        package var item: NormItem { verdict.item }

        /// The group it is counted in, whatever was settled.
        package var group: Standing.Group { verdict.standing.group }

        /// The figure it comes to: the settled one; else as approved where that agrees, the most allowed where it is
        /// over, the least where it is under; nil while it is open.
        package var target: Int? {
            if let settlement { return settlement.number }
            switch verdict.standing {
            case .agrees: return verdict.figures.approved
            case .over: return verdict.allowed?.high
            case .under: return verdict.allowed?.low
            default: return nil
            }
        }
    }

    /// How many rows are in each group, for one item.
    package func counts(of item: NormItem) -> [Standing.Group: Int] {
        rows.reduce(into: [:]) { if $1.item == item { $0[$1.group, default: 0] += 1 } }
    }

    /// What was settled, in the order of rows.
    package var settlements: [Settlement] { rows.compactMap(\.settlement) }

    /// The row of a body and item.
    package func row(of body: Institution.ID, _ item: NormItem) -> Row? { place(of: body, item).map { rows[$0] } }

    /// The rows of a body, by item.
    package func rows(of body: Institution.ID) -> [Row] { items.compactMap { row(of: body, $0) } }

    /// Where the row of a body and item stands.
    func place(of body: Institution.ID, _ item: NormItem) -> Int? { places[Place(body: body, item: item)] }
}
