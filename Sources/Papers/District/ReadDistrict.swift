import Basics

/// Reads a workbook as an establishment office keeps it: finds the tables by their headers, joins sheets that are parts
/// of one table, reads each row, and says of every cell that could not be taken what is wrong and what to do.
///
/// - Parameters:
///   - mapping: What a clerk says about sheets, columns, values and names; it holds over everything recognised.
///   - known: Names of bodies already in the register, so that a book of a few mended rows can refer to them.
///   - vocabulary: The words to recognise by; nil for those that come with the program.
///   - progress: Told what is read next, on the caller's thread.
///   - isStopped: Asked before each step; where it says so, the reading ends with `stopped`.
/// - Throws: `UnreadableDistrict` when nothing can be made of the workbook: no header anywhere, no body, or two sheets
///   that contradict each other.
package func readDistrict(
    _ workbook: Workbook, mapping: BookMapping? = nil, known: [String] = [], vocabulary: Vocabulary? = nil,
    progress: ((DistrictStage) -> Void)? = nil, isStopped: (() -> Bool)? = nil
) throws(UnreadableDistrict) -> DistrictBook {
    let words: Vocabulary
    if let vocabulary { words = vocabulary } else { words = try Vocabulary.bundled() }
    var reader = BookReader(workbook, mapping: mapping, known: known, vocabulary: words)
    func begin(_ stage: DistrictStage) throws(UnreadableDistrict) {
        progress?(stage)
        if isStopped?() == true { throw UnreadableDistrict(reason: .stopped) }
    }
    try begin(.tables)
    reader.learnValues()
    try reader.findTables()
    reader.readLinesAround()
    try begin(.bodies)
    try reader.readBodies()
    try begin(.people)
    try reader.readPeople()
    try begin(.duties)
    try reader.readDuties()
    reader.readMatters()
    try begin(.totals)
    reader.checkTotals()
    return reader.finished()
}

/// What is read of a workbook, in this order (识别步骤).
package enum DistrictStage: Int, CaseIterable, Sendable {
    /// Tables and their columns.
    case tables = 1
    /// Rows of bodies.
    case bodies
    /// Rows of people.
    case people
    /// Duties and matters.
    case duties
    /// Totals compared with their rows.
    case totals
}
