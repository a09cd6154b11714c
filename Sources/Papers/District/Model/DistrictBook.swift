import Basics

/// What a workbook of an establishment office says, row by row, with everything that stood in the way.
package struct DistrictBook: Sendable {
    /// The title above the table of bodies.
    package var title: String?
    /// The day the figures hold for (截止时间), found above or below a table.
    package var cutOff: Day?
    /// Who filled it in (填报单位).
    package var office: String?
    /// The prefix that the district's bodies' names share (安和区, 菏泽市定陶区); empty when there is none.
    package var prefix = ""
    /// Bodies whose rows can be taken, in the order of the sheets.
    package var bodies: [BodyRow] = []
    /// People whose rows can be taken, in the order of the sheets.
    package var people: [PersonRow] = []
    /// Duty statements whose rows can be taken, in the order of the sheets.
    package var duties: [DutyRow] = []
    /// Matters that must be done by someone, in the order of the sheets.
    package var matters: [MatterRow] = []
    /// Bodies that are named but stand in no table of bodies: workplaces and supervisors outside the district.
    package var outsideBodies: [OutsideBody] = []
    /// Everything found, in the order of sheet, row and column.
    package var problems: [Problem] = []
    /// Rows that could not be taken, in the order of sheet and row.
    package var rejected: [RejectedRow] = []
    /// What was recognised, for a clerk to read and mend.
    package var mapping = BookMapping()
    /// Fields with a column that has at least one filled cell. A field outside of it is unknown, not zero.
    package var columnsPresent: Set<Field> = []

    /// An empty book.
    package init() {}

    /// The index of the body of exactly that name.
    package func body(named name: String) -> Int? { bodies.firstIndex { $0.name == name } }
}

/// A body that a row names.
package enum BodyReference: Hashable, Sendable {
    /// A body of the book, by its index in `DistrictBook.bodies`.
    case body(Int)
    /// A body already in the register, by its index in the names given to `readDistrict`.
    case known(Int)
    /// A body outside of both, by its index in `DistrictBook.outsideBodies`.
    case outside(Int)
}
