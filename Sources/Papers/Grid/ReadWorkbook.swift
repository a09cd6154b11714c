/// Reads a workbook, XLSX or delimited text, chosen by the file's content and not by its name: offices send
/// CSV files named .xls and web pages named .xlsx. `progress` and `isStopped` are called on the caller's thread.
package func readWorkbook(
    at path: String, limits: ReadingLimits = .standard, progress: ((ReadingProgress) -> Void)? = nil,
    isStopped: (() -> Bool)? = nil
) throws(UnreadableFile) -> Workbook {
    let bytes = try loadBytes(at: path, limit: limits.fileBytes)
    return try readWorkbook(
        bytes: bytes, named: fileName(path), limits: limits, progress: progress, isStopped: isStopped)
}

/// Reads a workbook from memory. `name` is the file's name, for messages and for the sheet of a CSV. Every thousand rows
/// `progress` is told and `isStopped` asked; where it says so, the reading ends with `stopped`.
package func readWorkbook(
    bytes: [UInt8], named name: String, limits: ReadingLimits = .standard,
    progress: ((ReadingProgress) -> Void)? = nil, isStopped: (() -> Bool)? = nil
) throws(UnreadableFile) -> Workbook {
    let report: ReadingReport = { reached throws(UnreadableFile.Reason) in
        progress?(reached)
        if isStopped?() == true { throw .stopped }
    }
    do throws(UnreadableFile.Reason) {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= limits.fileBytes else { throw .tooLarge(.fileBytes, limit: limits.fileBytes) }
        if bytes.starts(with: compoundFileMagic) { throw compoundFileReason(bytes) }
        if bytes.starts(with: [0x50, 0x4B]), bytes.count > 3, bytes[2] <= 8 {
            return try readXLSX(bytes, limits: limits, report: report)
        }
        if let foreign = foreignText(bytes) { throw .notWorkbook(foreign) }
        return try readCSV(bytes, named: baseName(name), limits: limits, report: report)
    } catch {
        throw UnreadableFile(file: name, reason: error)
    }
}

/// Tells how far reading has come, and throws where it is to stop.
typealias ReadingReport = (ReadingProgress) throws(UnreadableFile.Reason) -> Void

/// The kind of a file whose first characters tell that it is no table of text.
private func foreignText(_ bytes: [UInt8]) -> UnreadableFile.Foreign? {
    var head = bytes.prefix(1024)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    let text = String(decoding: head.drop { $0 <= 0x20 }, as: UTF8.self).lowercased()
    if text.hasPrefix("%pdf-") { return .pdf }
    let openings = ["<!doctype html", "<html", "<head", "<meta", "<table", "<style"]
    if openings.contains(where: text.hasPrefix) { return .html }
    if text.hasPrefix("<?xml") { return text.contains("<html") ? .html : .xml }
    return nil
}

/// The last part of a path.
func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
}

/// A file's name without its last suffix.
private func baseName(_ name: String) -> String {
    let last = fileName(name)
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
    return String(last[..<dot])
}
