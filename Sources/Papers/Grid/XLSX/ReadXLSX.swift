/// Reads an XLSX workbook (ISO/IEC 29500, strict or transitional; XLSM too, without its macros).
func readXLSX(
    _ bytes: [UInt8], limits: ReadingLimits, report: @escaping ReadingReport
) throws(UnreadableFile.Reason) -> Workbook {
    try bytes.withUnsafeBufferPointer { (bytes) throws(UnreadableFile.Reason) in
        var container = try Container(bytes, limits: limits)
        let main = try findMainPart(&container)
        let workbook = try readWorkbookPart(main, in: &container)
        let relationships = try readRelationships(of: main, in: &container)
        let strings = try relationships.first { $0.kind == "sharedStrings" }.map {
            (found) throws(UnreadableFile.Reason) in
            try readSharedStrings(found.part, in: &container, limits: limits)
        }
        let styles = try relationships.first { $0.kind == "styles" }.map {
            (found) throws(UnreadableFile.Reason) in
            try readStyles(found.part, in: &container)
        }
        let parts = worksheets(workbook.tabs, relationships)
        guard !parts.isEmpty else { throw .noSheets }
        guard parts.count <= limits.sheetCount else { throw .tooLarge(.sheets, limit: limits.sheetCount) }

        var sheets: [Sheet] = []
        var pool = TextPool()
        var stored = 0
        for (index, (tab, part)) in parts.enumerated() {
            let context = SheetListener.Context(
                part: part, strings: strings ?? [], styles: styles ?? [], epoch: workbook.epoch,
                limits: limits)
            let collector = RowCollector(sheet: tab.name, limits: limits, stored: stored)
            func reached(_ rows: Int) -> ReadingProgress {
                ReadingProgress(sheet: tab.name, sheetIndex: index, sheetCount: parts.count, rows: rows)
            }
            let listener = SheetListener(context, collector: collector, pool: pool) {
                (rows) throws(UnreadableFile.Reason) in try report(reached(rows))
            }
            try parseXML(part, in: &container, listener)
            sheets.append(
                Sheet(name: tab.name, rows: try listener.finish(), merges: listener.merges, hidden: tab.hidden))
            stored = listener.collector.stored
            pool = listener.pool
        }
        return Workbook(sheets: sheets, origin: .xlsx)
    }
}

/// The part each tab of cells shows; tabs of charts, dialogs and macros hold no cells.
private func worksheets(
    _ tabs: [WorkbookPart.Tab], _ relationships: [Relationship]
) -> [(WorkbookPart.Tab, String)] {
    let parts = Dictionary(
        relationships.lazy.filter { $0.kind == "worksheet" }.map { ($0.id, $0.part) },
        uniquingKeysWith: { first, _ in first })
    return tabs.compactMap { tab in parts[tab.relationship].map { (tab, $0) } }
}

/// The name of the main part, or what else the container holds.
private func findMainPart(_ container: inout Container) throws(UnreadableFile.Reason) -> String {
    let usual = "xl/workbook.xml"
    let stated = try readRelationships(of: "", in: &container).first { $0.kind == "officeDocument" }?.part
    let part = stated ?? usual
    if part.hasSuffix(".bin") { throw .notWorkbook(.xlsb) }
    if part.hasPrefix("word/") || part.hasPrefix("ppt/") { throw .notWorkbook(.document) }
    if container.has(part) { return part }
    if container.has(usual) { return usual }
    if container.has("[Content_Types].xml") { throw .damaged(detail: "\(part) is missing") }
    throw .notWorkbook(container.has("content.xml") ? .openDocument : .archive)
}
