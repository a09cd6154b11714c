/// What can be found in a workbook, each with a stable word.
package enum ProblemCode: String, CaseIterable, Sendable {
    // Numbers.
    /// A cell that should hold a whole number of heads or posts does not.
    case numberUnreadable = "number.unreadable"
    /// A measured fact (班级数, 年收入) cannot be read and is left unknown.
    case factUnreadable = "fact.unreadable"
    /// A figure stands in cells merged over several rows; it is given to the first.
    case numberMerged = "number.merged"
    /// A total differs from the sum of its rows.
    case totalWrong = "total.wrong"
    /// A total covers cells that cannot be read.
    case totalUnchecked = "total.unchecked"
    /// Leader posts that stand in one cell were divided into chief, deputy and Party posts.
    case postsDivided = "posts.divided"
    /// A number of leader posts that cannot be divided.
    case postsUndivided = "posts.undivided"
    /// The kinds of one row do not add up to its own total.
    case rowTotalWrong = "total.row-wrong"

    // Dates.
    /// A date cannot be read and is left unknown.
    case dateUnreadable = "date.unreadable"
    /// A date that no calendar has: 31 February.
    case dateImpossible = "date.impossible"
    /// A date that can be meant in two ways.
    case dateAmbiguous = "date.ambiguous"

    // Identity numbers and codes.
    /// An identity number was kept as a number and has lost its last digits.
    case identityDigitsLost = "identity.digits-lost"
    /// An identity number is not of 18 or 15 characters, or holds others than digits.
    case identityUnreadable = "identity.unreadable"
    /// There is a column of identity numbers, but this cell is empty.
    case identityMissing = "identity.missing"
    /// The check character of an identity number is wrong (GB 11643).
    case identityChecksum = "identity.checksum"
    /// One identity number stands with two names.
    case identityDisputed = "identity.disputed"
    /// The day of birth differs from the one in the identity number.
    case birthContradicts = "birth.contradicts"
    /// The sex differs from the one in the identity number.
    case sexContradicts = "sex.contradicts"
    /// A unified social credit code is wrong (GB 32100).
    case creditCodeWrong = "credit-code.wrong"

    // Formulas.
    /// A cell that should hold a text holds the error of a formula, or a formula without its value.
    case cellFaulty = "cell.faulty"

    // Names.
    /// A row without a name.
    case nameMissing = "name.missing"
    /// The same body stands in the table twice.
    case nameTwice = "name.twice"
    /// A name was found under another spelling.
    case nameResolved = "name.resolved"
    /// A name was found by its end only.
    case nameBySuffix = "name.by-suffix"
    /// A name fits several bodies.
    case nameAmbiguous = "name.ambiguous"
    /// A name fits no body.
    case nameUnknown = "name.unknown"
    /// A name fits no body and is taken for one outside the district.
    case nameOutside = "name.outside"
    /// A body is named as its own supervisor, or supervisors form a ring.
    case supervisorRing = "supervisor.ring"
    /// The supervisor was concluded from the department that the sheet is named for.
    case supervisorConcluded = "supervisor.concluded"
    /// The supervisor's own row could not be taken.
    case supervisorRejected = "supervisor.rejected"
    /// The body of a person or duty could not be taken.
    case bodyRejected = "body.rejected"

    // Values.
    /// A value that no list knows.
    case valueUnknown = "value.unknown"
    /// A value was understood by a part of it.
    case valueUnderstood = "value.understood"
    /// The type of the body is not to be found.
    case typeUnknown = "type.unknown"
    /// The type was concluded from the name, a group or a heading.
    case typeConcluded = "type.concluded"
    /// The kind of establishment was concluded.
    case kindConcluded = "kind.concluded"
    /// The kind of establishment is missing and cannot be concluded.
    case kindMissing = "kind.missing"
    /// A duty or matter without text.
    case textMissing = "text.missing"

    // People.
    /// The same person stands on two rows.
    case personTwice = "person.twice"

    // Sheets and columns.
    /// A sheet was left out.
    case sheetIgnored = "sheet.ignored"
    /// Several sheets were read as parts of one table.
    case sheetsJoined = "sheets.joined"
    /// A column was left out.
    case columnIgnored = "column.ignored"
    /// A column was recognised by what its cells hold, or by a part of its header.
    case columnGuessed = "column.guessed"
    /// A column that the register needs is missing.
    case columnMissing = "column.missing"
    /// A body's name stands once for the rows below it too.
    case cellsFilledDown = "cells.filled-down"
    /// Rows of internal units were added up for their body.
    case unitsAdded = "units.added"
    /// A row was left out: a heading or remark between the rows.
    case rowIgnored = "row.ignored"
    /// The mapping names a sheet, column or body that is not there.
    case mappingUnused = "mapping.unused"
    /// A node of a tree has no parent in it.
    case parentMissing = "tree.parent-missing"
    /// Nodes of a tree were taken for groups.
    case treeGroups = "tree.groups"
}
