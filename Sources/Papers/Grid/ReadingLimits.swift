/// What a file may cost to read. A file from outside is hostile until it has been read within these.
package struct ReadingLimits: Sendable, Hashable {
    /// Bytes of the file itself.
    package var fileBytes = 128 << 20
    /// Entries in the container.
    package var entryCount = 10_000
    /// Bytes of all parts unpacked, counted while unpacking: the directory of a container can lie.
    package var unpackedBytes = 512 << 20
    /// Unpacked bytes to one packed byte, for each part larger than `ratioFloor`. Sheets of repeated
    /// text reach some 60, a bomb 1,000.
    package var ratio = 200
    /// Bytes below which a part's ratio is not judged.
    package var ratioFloor = 16 << 20
    /// Sheets of a workbook.
    package var sheetCount = 500
    /// Rows of a sheet.
    package var rowCount = 2_000_000
    /// Columns of a sheet, counting cells that hold something.
    package var columnCount = 2_000
    /// Stored cells of a workbook, the empty ones before a value included: a cell in the last column of
    /// every row is short in the file and long in memory.
    package var cellCount = 30_000_000
    /// Merged rectangles of a sheet.
    package var mergeCount = 200_000

    /// Limits no real workbook of an office has met.
    package static let standard = ReadingLimits()

    /// The standard limits, to be changed one by one.
    package init() {}
}
