import Basics
import Registry

/// Reads a workbook step by step; each step's functions stand in a file of their own.
struct BookReader {
    let workbook: Workbook
    let given: BookMapping
    let known: [String]
    var vocabulary: Vocabulary
    var tables: [Table] = []
    var book = DistrictBook()
    /// The names of all bodies, those whose rows are in error too.
    var names: NameIndex
    /// One entry a row of the tables of bodies.
    var records: [Record] = []
    /// For each record its index among the book's bodies; nil when its row is in error.
    var bodyIndex: [Int?] = []
    /// Which of the known names the book does not list itself; they follow the records in `names`.
    var knownPlaces: [Int] = []
    /// The book's outside bodies by their names.
    var outsidePlaces: [String: Int] = [:]
    /// The names of the tree's groups, in the form names are compared in.
    var groupNames: Set<String> = []
    /// The body that a whole table is about, by table, as far as it was looked for.
    var tableBodies: [Int: String?] = [:]
    /// Errors by row.
    var errors: [Origin: [Problem]] = [:]
    /// What rows in error are about.
    var meanings: [Origin: Meaning] = [:]
    /// Things said once only, however many rows they hold for.
    private var said: [String: (place: Int, rows: Int)] = [:]

    init(_ workbook: Workbook, mapping: BookMapping?, known: [String], vocabulary: Vocabulary) {
        self.workbook = workbook
        given = mapping ?? BookMapping()
        self.known = known
        self.vocabulary = vocabulary
        names = NameIndex([], keys: NameKeys(prefix: "", words: vocabulary.names), given: [:])
    }

    var words: RowWords { vocabulary.rows }

    /// A row of a table, and the rows of other sheets that hold more of the same thing.
    struct Record {
        var table: Int
        var row: Int
        var heading: String?
        var more: [(table: Int, row: Int)] = []
        /// The rows of the body's internal units.
        var units: [(table: Int, row: Int)] = []
        /// Where names stand in columns by level: its own column, and whether the row's other cells are about it.
        var step: Step?
    }

    /// One of the names of a row that has a column for each level.
    struct Step {
        let depth: Int
        let column: Int
        let isLast: Bool
    }

    /// A cell's place.
    struct Spot {
        let sheet: String
        /// Counted from 0.
        let row: Int
        let column: Int?
    }

    /// Where a record's first row stands.
    func origin(_ record: Record) -> Origin { Origin(sheet: tables[record.table].sheet.name, row: record.row + 1) }

    /// The cell of a field: of the record's own row, or of the first further row with a column for it.
    func cell(_ field: Field, _ record: Record) -> Cell {
        if let step = record.step {
            if field == .bodyName { return tables[record.table].cell(row: record.row, column: step.column) }
            if !step.isLast { return .empty }
        }
        if tables[record.table].places[field] != nil { return tables[record.table].cell(field, row: record.row) }
        for other in record.more where tables[other.table].places[field] != nil {
            return tables[other.table].cell(field, row: other.row)
        }
        return .empty
    }

    /// Where the cell of a field stands.
    func spot(_ field: Field, _ record: Record) -> Spot {
        if field == .bodyName, let step = record.step {
            return Spot(sheet: tables[record.table].sheet.name, row: record.row, column: step.column)
        }
        for (table, row) in [(record.table, record.row)] + record.more {
            if let column = tables[table].places[field] {
                return Spot(sheet: tables[table].sheet.name, row: row, column: column)
            }
        }
        return Spot(sheet: tables[record.table].sheet.name, row: record.row, column: nil)
    }

    /// Whether a field has a column in one of the record's tables.
    func hasColumn(_ field: Field, _ record: Record) -> Bool {
        tables[record.table].places[field] != nil || record.more.contains { tables[$0.table].places[field] != nil }
    }

    /// A cell's text without stray spaces, nil when it is empty or a dash, or the error of a formula.
    func text(_ field: Field, _ record: Record) -> String? {
        let cell = cell(field, record)
        switch cell {
        case .empty, .fault: return nil
        case .number(let value, let written):
            // A code typed as a number is written as a spreadsheet pleases: 3.39902E10.
            return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : written
        default:
            let text = cell.plain
            return words.isBlank(text) ? nil : tidied(text)
        }
    }

    // MARK: Problems

    /// Notes something about a cell. An error marks the record's row as one that cannot be taken.
    mutating func report(
        _ severity: Problem.Severity, _ code: ProblemCode, _ record: Record, _ field: Field? = nil,
        at place: Spot? = nil,
        read: String? = nil, _ why: Wording, _ mend: Wording, proposals: [String] = []
    ) {
        let spot =
            place ?? field.map { self.spot($0, record) }
            ?? Spot(sheet: origin(record).sheet, row: record.row, column: nil)
        let read = read ?? field.map { self.cell($0, record).text } ?? ""
        let problem = Problem(
            severity, code, sheet: spot.sheet, row: spot.row + 1, column: spot.column, read: read, why: why, mend: mend,
            proposals: proposals)
        book.problems.append(problem)
        guard severity == .error else { return }
        // All rows of the thing are refused, so that the mended file holds all of it.
        for (table, row) in [(record.table, record.row)] + record.more {
            let origin = Origin(sheet: tables[table].sheet.name, row: row + 1)
            errors[origin, default: []].append(problem)
            meanings[origin] = tables[table].meaning
        }
    }

    /// Notes something about a sheet.
    mutating func report(
        _ severity: Problem.Severity, _ code: ProblemCode, sheet: String, row: Int? = nil, column: Int? = nil,
        read: String = "", _ why: Wording, _ mend: Wording
    ) {
        book.problems.append(
            Problem(severity, code, sheet: sheet, row: row, column: column, read: read, why: why, mend: mend))
    }

    /// Notes once what holds for many rows; the first row is named and the rows are counted.
    mutating func reportOnce(
        _ severity: Problem.Severity, _ code: ProblemCode, _ record: Record, _ field: Field?, key: String,
        _ why: Wording,
        _ mend: Wording, proposals: [String] = []
    ) {
        let name = "\(code.rawValue)|\(tables[record.table].sheet.name)|\(field?.rawValue ?? "")|\(key)"
        if let earlier = said[name] {
            said[name] = (earlier.place, earlier.rows + 1)
            return
        }
        report(severity, code, record, field, why, mend, proposals: proposals)
        said[name] = (book.problems.count - 1, 1)
    }

    /// Adds to what was said once how many rows it holds for.
    mutating func countRepeated() {
        for (place, rows) in said.values where rows > 1 {
            let problem = book.problems[place]
            book.problems[place] = Problem(
                problem.severity, problem.code, sheet: problem.sheet, row: problem.row, column: problem.column,
                read: problem.read,
                why: Wording(zh: problem.why.zh + "（共\(rows)行）", en: problem.why.en + " (\(rows) rows)"),
                mend: problem.mend, proposals: problem.proposals)
        }
    }
}
