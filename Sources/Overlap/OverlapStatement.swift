/// A duty statement (职责条文) as the matcher sees it; its index in the caller's list is its name.
package struct OverlapStatement: Hashable, Sendable {
    /// Who holds it: any number the caller gives a body. Statements of one holder never overlap.
    package let holder: Int
    /// The line of supervision (主管部门): the same number for a department and the bodies under it. nil: unknown.
    package let line: Int?
    /// Where it is done. Two different areas are disjoint (townships, schools, clinics and the bodies under them),
    /// and the same duty in both is no overlap. nil: the whole jurisdiction.
    package let area: Int?
    /// What it says.
    package let text: String

    /// A statement.
    package init(holder: Int, line: Int? = nil, area: Int? = nil, text: String) {
        self.holder = holder
        self.line = line
        self.area = area
        self.text = text
    }
}

/// Two statements by their indices, the lower first: what a person has settled is keyed by it.
package struct StatementPair: Hashable, Comparable, Sendable {
    /// The lower index.
    package let first: Int
    /// The higher index.
    package let second: Int

    /// The pair of two statements, in either order.
    package init(_ one: Int, _ other: Int) {
        first = min(one, other)
        second = max(one, other)
    }

    /// By the lower index, then by the higher.
    package static func < (left: StatementPair, right: StatementPair) -> Bool {
        (left.first, left.second) < (right.first, right.second)
    }
}
