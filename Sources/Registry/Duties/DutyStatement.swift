import Basics

/// A duty statement (职责条文): a row of one holder's text, as its charter or table has it.
package struct DutyStatement: Hashable, Sendable {
    /// A random identifier; it stays when the duty moves.
    package typealias ID = Identifier<DutyStatement>

    /// Which one.
    package let id: ID
    /// Who does it.
    package var holder: Institution.ID
    /// Its number in the holder's text.
    package var number: Int
    /// What it says.
    package var text: String
    /// Where the office's own table has it.
    package var origin: Origin?

    /// A statement of the holder's text.
    package init(id: ID, holder: Institution.ID, number: Int, text: String, origin: Origin? = nil) {
        self.id = id
        self.holder = holder
        self.number = number
        self.text = text
        self.origin = origin
    }
}

/// A matter (事项): what statements of several holders are confirmed to be about.
package struct Matter: Hashable, Sendable {
    /// A random identifier.
    package typealias ID = Identifier<Matter>

    /// Which one.
    package let id: ID
    /// Its name in the catalogue.
    package var name: String
    /// The catalogue that asks for it: 权责清单, 下放事项目录.
    package var catalogue: String
    /// Where the office's own table has it.
    package var origin: Origin?
    /// Which statements are about it, and how.
    package var parts: [Part] = []
    /// Areas where it is on record that nobody leads (踏空).
    package var gaps: [Area] = []

    /// A matter that nobody does yet.
    package init(id: ID, name: String, catalogue: String, origin: Origin? = nil) {
        self.id = id
        self.name = name
        self.catalogue = catalogue
        self.origin = origin
    }

    /// What one statement is for a matter.
    package struct Part: Hashable, Sendable {
        /// The statement.
        package let statement: DutyStatement.ID
        /// Its role.
        package let role: MatterRole
        /// Where.
        package let area: Area

        /// A part.
        package init(statement: DutyStatement.ID, role: MatterRole, area: Area) {
            self.statement = statement
            self.role = role
            self.area = area
        }
    }

    /// How many leads there are too many, and how many areas in which somebody assists or carries it out without a lead
    /// or a recorded gap; a matter with neither lead nor gap anywhere is one fault. Zero when each area has one.
    ///
    /// The areas of a jurisdiction aren't listed anywhere, so help given everywhere is met by a lead in any of them.
    package var faults: Int {
        let leads = parts.filter { $0.role == .lead }.map(\.area)
        var faults = 0
        for (index, area) in leads.enumerated() where leads[..<index].contains(where: { $0.meets(area) }) {
            faults += 1
        }
        for gap in gaps where leads.contains(where: { $0.meets(gap) }) { faults += 1 }
        let met = leads + gaps
        guard !met.isEmpty else { return 1 }
        let helped = Set(parts.filter { $0.role != .lead }.map(\.area))
        return faults + helped.filter { area in !met.contains { $0.meets(area) } }.count
    }
}

/// What a statement's holder does in a matter.
package enum MatterRole: UInt8, CaseIterable, Sendable {
    /// Leads it (牵头).
    case lead = 1
    /// Assists (配合).
    case assist
    /// Carries it out (实施).
    case execute
}

/// Where a matter is done: everywhere, or in one named township, school or the like.
package enum Area: Hashable, Comparable, Sendable {
    /// The whole jurisdiction.
    case everywhere
    /// One named part of it.
    case part(String)

    /// Whether two areas have ground in common; different names are disjoint.
    package func meets(_ other: Area) -> Bool { self == .everywhere || other == .everywhere || self == other }

    /// The whole first, then by name.
    package static func < (left: Area, right: Area) -> Bool {
        switch (left, right) {
        case (.everywhere, .part): true
        case (.part(let one), .part(let other)): one < other
        default: false
        }
    }
}
