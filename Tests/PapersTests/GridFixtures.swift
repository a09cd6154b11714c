import CZip
import Foundation
import Papers
import Testing

/// A zip archive of the given entries, deflated, in memory.
func zipped(_ entries: [(name: String, content: [UInt8])]) throws -> [UInt8] {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    let target = try #require(zip_source_buffer_create(nil, 0, 0, &error))
    zip_source_keep(target)
    defer { zip_source_free(target) }
    let archive = try #require(zip_open_from_source(target, Int32(ZIP_TRUNCATE), &error))
    // libzip reads the entries only when the archive is closed, so they are copied into memory it frees itself.
    for entry in entries {
        let copy = try #require(malloc(max(entry.content.count, 1)))
        entry.content.withUnsafeBytes {
            copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
        }
        let source = try #require(zip_source_buffer(archive, copy, UInt64(entry.content.count), 1))
        try #require(zip_file_add(archive, entry.name, source, 0) >= 0)
    }
    try #require(zip_close(archive) == 0)
    try #require(zip_source_open(target) == 0)
    defer { zip_source_close(target) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = Int(zip_source_read(target, &buffer, UInt64(buffer.count)))
        try #require(count >= 0)
        if count == 0 { return bytes }
        bytes += buffer[..<count]
    }
}

/// A small XLSX file made part by part, as other programs write them.
struct XLSXFixture {
    /// Name, state and XML of each sheet.
    var sheets: [(name: String, state: String?, xml: String)] = []
    var sharedStrings: String?
    var styles: String?
    var workbookProperties = ""
    var namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    var relationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    /// What stands before `worksheets/sheet1.xml` in a target.
    var targetPrefix = ""
    /// Parts to add, or to put in place of those made here.
    var extra: [String: String] = [:]

    /// One visible sheet whose `sheetData` holds the given rows.
    init(rows: String = "", after: String = "") {
        sheets = [("Sheet1", nil, worksheet(rows: rows, after: after))]
    }

    func worksheet(rows: String, after: String = "") -> String {
        "<worksheet xmlns=\"\(namespace)\"><sheetData>\(rows)</sheetData>\(after)</worksheet>"
    }

    var parts: [String: String] {
        var tabs = ""
        var relationships = ""
        var parts: [String: String] = [:]
        // Numbers run against the order of the tabs, so that reading by number is found out.
        for (index, sheet) in sheets.enumerated() {
            let number = sheets.count - index
            let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
            tabs += "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"rId\(number)\"/>"
            relationships +=
                "<Relationship Id=\"rId\(number)\" Type=\"\(relationshipTypes)/worksheet\" "
                + "Target=\"\(targetPrefix)worksheets/sheet\(number).xml\"/>"
            parts["xl/worksheets/sheet\(number).xml"] = sheet.xml
        }
        if let sharedStrings {
            relationships +=
                "<Relationship Id=\"s1\" Type=\"\(relationshipTypes)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
            parts["xl/sharedStrings.xml"] = "<sst xmlns=\"\(namespace)\">\(sharedStrings)</sst>"
        }
        if let styles {
            relationships += "<Relationship Id=\"s2\" Type=\"\(relationshipTypes)/styles\" Target=\"styles.xml\"/>"
            parts["xl/styles.xml"] = "<styleSheet xmlns=\"\(namespace)\">\(styles)</styleSheet>"
        }
        let package = "http://schemas.openxmlformats.org/package/2006"
        parts["xl/workbook.xml"] =
            "<workbook xmlns=\"\(namespace)\" xmlns:r=\"\(relationshipTypes)\">"
            + "\(workbookProperties)<sheets>\(tabs)</sheets></workbook>"
        parts["xl/_rels/workbook.xml.rels"] =
            "<Relationships xmlns=\"\(package)/relationships\">\(relationships)</Relationships>"
        parts["_rels/.rels"] =
            "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"r\" "
            + "Type=\"\(relationshipTypes)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        parts["[Content_Types].xml"] = "<Types xmlns=\"\(package)/content-types\"/>"
        return parts.merging(extra) { _, new in new }
    }

    func bytes() throws -> [UInt8] {
        try zipped(parts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) })
    }

    func read(limits: ReadingLimits = .standard) throws -> Workbook {
        try readWorkbook(bytes: bytes(), named: "fixture.xlsx", limits: limits)
    }

    /// Rows of the first sheet.
    func rows() throws -> [[Cell]] { try #require(read().sheets.first).rows }
}

/// Why reading fails, or nil when it does not.
func reason(_ bytes: [UInt8], named name: String = "file.xlsx", limits: ReadingLimits = .standard) -> UnreadableFile
    .Reason?
{
    do throws(UnreadableFile) {
        _ = try readWorkbook(bytes: bytes, named: name, limits: limits)
        return nil
    } catch {
        return error.reason
    }
}

/// A compound file (MS-CFB) of 512-byte sectors: header, allocation table, directory of the given names.
func compoundFile(_ names: [String]) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    header.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    header[30] = 9
    header[48] = 1
    // The first allocation table is sector 0; no others.
    header.replaceSubrange(76..<512, with: [0, 0, 0, 0] + [UInt8](repeating: 0xFF, count: 432))
    let directory = names.map { name in
        let units = Array(name.utf16) + [0]
        var entry = [UInt8](repeating: 0, count: 128)
        for (index, unit) in units.enumerated() {
            entry[2 * index] = UInt8(unit & 0xFF)
            entry[2 * index + 1] = UInt8(unit >> 8)
        }
        entry[64] = UInt8(2 * units.count)
        return entry
    }
    let sectors = max(1, (directory.count + 3) / 4)
    var table = [UInt8](repeating: 0xFF, count: 512)
    for sector in 1..<(1 + sectors) where sector < sectors {
        table.replaceSubrange(4 * sector..<4 * sector + 4, with: [UInt8(sector + 1), 0, 0, 0])
    }
    table.replaceSubrange(4 * sectors..<4 * sectors + 4, with: [0xFE, 0xFF, 0xFF, 0xFF])
    var flat = directory.flatMap { $0 }
    flat += [UInt8](repeating: 0, count: sectors * 512 - flat.count)
    return header + table + flat
}

/// A file of `../shared/data`, beside the package; the test fails clearly where it is missing.
func sharedData(_ path: String, from file: String = #filePath) throws -> String {
    let root = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let found = root.deletingLastPathComponent().appendingPathComponent("shared/data/\(path)").path
    try #require(FileManager.default.fileExists(atPath: found), "missing test data: \(found)")
    return found
}

/// Runs with a folder of its own, removed afterwards.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("papers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
}
