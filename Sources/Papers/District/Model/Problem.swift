import Basics

/// What was found in a cell or a sheet while reading: what stood there, what is wrong with it, how to mend it.
package struct Problem: Hashable, Sendable {
    /// How much it matters.
    package enum Severity: String, CaseIterable, Sendable {
        /// The row cannot be taken as it is.
        case error
        /// The row is taken; something is left unknown or looks wrong.
        case warning
        /// What the reader did on its own account.
        case note
    }

    /// How much it matters.
    package let severity: Severity
    /// What it is, in a stable word.
    package let code: ProblemCode
    /// The sheet.
    package let sheet: String
    /// The row, counted from 1 as the spreadsheet shows it; nil when it is about the whole sheet.
    package let row: Int?
    /// The column, counted from 0; nil when it is about the whole row.
    package let column: Int?
    /// What stood there. An identity number is masked: its first six characters and `******`.
    package let read: String
    /// What is wrong.
    package let why: Wording
    /// What to do.
    package let mend: Wording
    /// What may be meant, to be typed in its place; the likeliest first. Only a person decides which.
    package let proposals: [String]

    /// Something found at a place.
    package init(
        _ severity: Severity, _ code: ProblemCode, sheet: String, row: Int? = nil, column: Int? = nil,
        read: String = "", why: Wording, mend: Wording, proposals: [String] = []
    ) {
        self.severity = severity
        self.code = code
        self.sheet = sheet
        self.row = row
        self.column = column
        self.read = read
        self.why = why
        self.mend = mend
        self.proposals = proposals
    }

    /// The cell as a spreadsheet names it, `N131`; nil when it is about a row or sheet.
    package var cell: String? {
        guard let row, let column else { return nil }
        return cellName(row: row - 1, column: column)
    }
}

/// A row that could not be taken, with the reasons.
package struct RejectedRow: Hashable, Sendable {
    /// The sheet.
    package let sheet: String
    /// The row, counted from 1.
    package let row: Int
    /// What the row is about.
    package let meaning: Meaning
    /// The errors of the row.
    package let problems: [Problem]

    /// Where it stands.
    package var origin: Origin { Origin(sheet: sheet, row: row) }
}
