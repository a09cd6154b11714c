import Basics

/// Reads a workbook as an establishment office keeps it: finds the tables by their headers, joins sheets that are parts
/// of one table, reads each row, and says of every cell that could not be taken what is wrong and what to do.
///
/// - Parameters:
///   - mapping: What a clerk says about sheets, columns, values and names; it holds over everything recognised.
///   - known: Names of bodies already in the register, so that a book of a few mended rows can refer to them.
///   - vocabulary: The words to recognise by; nil for those that come with the program.
/// - Throws: `UnreadableDistrict` when nothing can be made of the workbook: no header anywhere, no body, or two sheets
///   that contradict each other.
package func readDistrict(
    _ workbook: Workbook, mapping: BookMapping? = nil, known: [String] = [], vocabulary: Vocabulary? = nil
) throws(UnreadableDistrict) -> DistrictBook {
    let words: Vocabulary
    if let vocabulary { words = vocabulary } else { words = try Vocabulary.bundled() }
    var reader = BookReader(workbook, mapping: mapping, known: known, vocabulary: words)
    reader.learnValues()
    try reader.findTables()
    reader.readLinesAround()
    try reader.readBodies()
    try reader.readPeople()
    try reader.readDuties()
    reader.readMatters()
    reader.checkTotals()
    return reader.finished()
}
