import Basics
import Papers

/// An import under way (导入办理): a workbook, what a clerk said about it, and what was made of it. A wizard walks it step
/// by step; nothing of it is in the register until it is recorded.
package struct ImportSession: Sendable {
    /// A random identifier.
    package typealias ID = Identifier<ImportSession>

    /// Which.
    package let id: ID
    /// The file's name without folders.
    package let fileName: String
    /// The SHA-256 of the file's bytes.
    package let file: Digest
    /// The workbook as it came.
    package let original: Workbook
    /// What was typed over cells, by their places. The empty text empties a cell.
    package private(set) var mended: [CellPlace: String] = [:]
    /// What a clerk said about sheets, columns, values and names.
    package private(set) var given: BookMapping
    /// The tables that were recognised by what was said of earlier workbooks.
    package private(set) var recalled: [RecalledTable] = []
    /// Where the headers stand of tables that a clerk left out: sheet, and rows counted from 1.
    private(set) var putAside: [(sheet: String, rows: ClosedRange<Int>)] = []
    /// Whether a clerk has looked at what was recognised.
    package private(set) var isMapped = false
    /// Whether rows with errors are left out, so that the good ones can be taken.
    package private(set) var takesGoodRows = false
    /// What was made of the workbook, or why nothing could be.
    package private(set) var recognition: Result<DistrictBook, UnreadableDistrict>
    /// The names of the register's bodies that it was recognised with.
    package private(set) var known: [String]
    /// The differences that were ticked, by `Difference.key`.
    package var chosen: Set<String> = []
    /// What was typed into the fields of later steps, by their names, so that nothing is lost on the way.
    package var typed: [String: String] = [:]
    /// What it would do to the register, as it was looked at last; nil before that, and after every change.
    package internal(set) var preview: ImportPreview?
    /// Under which document it waits for somebody to decide; nil while its clerk works on it.
    package internal(set) var submission: ImportSubmission?
    /// Why whoever decides gave it back last; nil where they didn't.
    package internal(set) var returned: String?
    /// What came of it; nil while it is under way.
    package internal(set) var outcome: ImportOutcome?
    /// How often it was changed, so that an old page changes nothing.
    package internal(set) var version = 1

    /// Reads a file and recognises what is in it. A workbook of which nothing can be made is taken all the same, so that
    /// the clerk can say what its sheets are; a file that is no workbook is not.
    /// - Parameters:
    ///   - mapping: what is said about this workbook beforehand.
    ///   - memory: what was said of tables with these headings before.
    ///   - known: names of bodies in the register.
    package init(
        id: ID, bytes: [UInt8], named fileName: String, mapping: BookMapping = BookMapping(),
        memory: TableMemory = .none,
        known: [String] = [], limits: ReadingLimits = .standard, watch: ImportWatch = .none
    ) throws(OfficeFailure) {
        do {
            original = try readWorkbook(
                bytes: bytes, named: fileName, limits: limits,
                progress: { watch.say(ImportProgress(.reading, sheet: $0.sheet, done: $0.rows)) },
                isStopped: watch.isStopped)
        } catch {
            throw error.reason == .stopped ? OfficeFailure.importStopped : OfficeFailure(error)
        }
        self.id = id
        self.fileName = fileName
        self.known = known
        file = Digest(sha256: bytes)
        given = mapping
        recognition = try Self.recognise(original, mapping, known, watch)
        try recall(memory, watch: watch)
    }

    /// Recognises anew the sheets of which something was said before, unless it was said of this workbook.
    private mutating func recall(_ memory: TableMemory, watch: ImportWatch) throws(OfficeFailure) {
        let recognised = book?.mapping.sheets ?? []
        let said = Set(given.sheets.map(\.sheet))
        recalled = memory.recall(in: original, besides: recognised).filter {
            !said.contains($0.sheet) && !$0.saysNothingNew(besides: recognised)
        }
        guard !recalled.isEmpty else { return }
        for table in recalled where table.meaning == .ignore { putAside.append((table.sheet, table.rows)) }
        given.sheets += mappings(of: recalled, besides: recognised)
        recognition = try Self.recognise(original, given, known, watch)
    }

    /// Recognises the tables that something was said of before as if nothing had been.
    package mutating func forget(
        _ table: RememberedTable.Key, watch: ImportWatch = .none
    ) throws(OfficeFailure) {
        let sheets = Set(recalled.filter { $0.key == table }.map(\.sheet))
        try change(watch: watch) { session in
            session.recalled.removeAll { sheets.contains($0.sheet) }
            session.putAside.removeAll { sheets.contains($0.sheet) }
            session.given.sheets.removeAll { sheets.contains($0.sheet) }
        }
    }

    /// Notes where the header stands of a table that is left out from now on, or that it no longer is.
    mutating func note(_ saying: TableSaying, of entry: SheetMapping) {
        guard let meaning = saying.meaning, meaning != entry.meaning else { return }
        if entry.meaning == .ignore { putAside.removeAll { $0.sheet == entry.sheet } }
        if meaning == .ignore, let rows = entry.headerRange { putAside.append((entry.sheet, rows)) }
    }

    /// The book, where one could be made of the workbook.
    package var book: DistrictBook? { try? recognition.get() }

    /// The workbook with what was typed over it.
    package var workbook: Workbook { original.mended(by: mended) }

    /// Where the wizard stands.
    package var step: ImportStep {
        if outcome != nil { return .done }
        guard isMapped, let book else { return .mapping }
        if submission != nil { return .decision }
        return book.rejected.isEmpty || takesGoodRows ? .draft : .problems
    }

    // MARK: Changing it

    /// Changes what is said about the workbook or typed over it, and recognises it anew. Where that is stopped, or the
    /// change refused, everything stays as it was.
    mutating func change(
        watch: ImportWatch, _ change: (inout ImportSession) throws(OfficeFailure) -> Void
    ) throws(OfficeFailure) {
        var changed = self
        try change(&changed)
        changed.preview = nil
        changed.submission = nil
        changed.recognition = try Self.recognise(changed.workbook, changed.given, changed.known, watch)
        self = changed
    }

    /// Recognises the workbook with other names of bodies, since the register has moved on.
    mutating func meet(_ names: [String], watch: ImportWatch) throws(OfficeFailure) {
        guard names != known else { return }
        try change(watch: watch) { $0.known = names }
    }

    /// Types over cells.
    mutating func type(_ texts: [CellPlace: String]) {
        for (place, text) in texts { mended[place] = original[place].text == text ? nil : text }
        // Who mends looks again at what is left out.
        takesGoodRows = false
    }

    /// Says what is in the workbook.
    mutating func say(_ mapping: BookMapping) { given = mapping }

    /// The clerk has looked at what was recognised, or wants to look again.
    package mutating func confirmMapping(_ isMapped: Bool = true) {
        self.isMapped = isMapped
        submission = nil
    }

    /// Leaves out the rows with errors, or no longer.
    package mutating func takeGoodRows(_ takes: Bool = true) {
        takesGoodRows = takes
        preview = nil
        submission = nil
    }

    private static func recognise(
        _ workbook: Workbook, _ mapping: BookMapping, _ known: [String], _ watch: ImportWatch
    ) throws(OfficeFailure) -> Result<DistrictBook, UnreadableDistrict> {
        do throws(UnreadableDistrict) {
            return .success(
                try readDistrict(
                    workbook, mapping: mapping, known: known,
                    progress: {
                        watch.say(
                            ImportProgress(.recognising, done: $0.rawValue - 1, of: DistrictStage.allCases.count))
                    }, isStopped: watch.isStopped))
        } catch {
            if error.reason == .stopped { throw OfficeFailure.importStopped }
            return .failure(error)
        }
    }
}

/// The steps of the wizard (导入步骤), in order.
package enum ImportStep: Int, CaseIterable, Comparable, Sendable {
    /// What each sheet and column is.
    case mapping = 1
    /// What stands in the way, cell by cell.
    case problems
    /// What will be recorded, or what differs.
    case draft
    /// Somebody else decides.
    case decision
    /// What came of it.
    case done

    /// By their order.
    package static func < (left: ImportStep, right: ImportStep) -> Bool { left.rawValue < right.rawValue }

    /// What a person calls it.
    package var name: Wording {
        switch self {
        case .mapping: Wording(zh: "核对列", en: "Columns")
        case .problems: Wording(zh: "改正问题", en: "Problems")
        case .draft: Wording(zh: "确认内容", en: "What will be recorded")
        case .decision: Wording(zh: "审议决定", en: "Decision")
        case .done: Wording(zh: "完成", en: "Done")
        }
    }
}

/// What came of an import (导入结果).
package struct ImportOutcome: Sendable {
    /// The entry it made.
    package let position: Int
    /// What was set up, where it opened the register; nil where differences were confirmed.
    package let receipt: ImportReceipt?
    /// How many differences were confirmed.
    package let confirmed: Int
    /// How many differences were left as they are.
    package let differencesLeft: Int
    /// Rows with errors that were left out.
    package let leftOut: [RejectedRow]
}
