import Basics
import Papers

/// Something that stands in the way of an import, with its cell as it was and as it is (待改问题).
package struct ImportProblem: Sendable {
    /// What was found.
    package let problem: Problem
    /// The cell it can be mended in; nil where it is about a row or a sheet.
    package let place: CellPlace?
    /// What stands there now, identity numbers masked.
    package let now: String
    /// What stood there when the file came, where that was typed over; identity numbers masked.
    package let original: String?
    /// How many more cells of that column hold the same text.
    package let alike: Int
    /// Whether it is there only because its body's row has an error: it goes with that.
    package let follows: Bool
}

extension ImportSession {
    /// Everything found, what matters most first, then in the order of the sheets; nothing where nothing could be made of
    /// the workbook.
    package var problems: [ImportProblem] {
        guard let book else { return [] }
        let workbook = workbook
        let counts = counts(of: Set(book.problems.compactMap { Likeness($0, in: workbook) }), in: workbook)
        let found = Problem.Severity.allCases.flatMap { severity in book.problems.filter { $0.severity == severity } }
        return found.map { problem in
            let place = problem.place
            let isMasked = problem.isOfIdentity
            func shown(_ cell: Cell) -> String { isMasked ? maskedIdentity(cell.text) : cell.text }
            return ImportProblem(
                problem: problem, place: place,
                now: place.map { shown(workbook[$0]) } ?? problem.read,
                original: place.flatMap { place in mended[place].map { _ in shown(original[place]) } },
                alike: max(0, (Likeness(problem, in: workbook).flatMap { counts[$0] } ?? 1) - 1),
                follows: problem.code == .bodyRejected)
        }
    }

    /// What was typed over cells, in the order of the sheets, each with what stood there.
    package var mendings: [(place: CellPlace, original: String, now: String)] {
        let order = Dictionary(
            original.sheets.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
        return mended.keys.sorted { (order[$0.sheet] ?? 0, $0) < (order[$1.sheet] ?? 0, $1) }.map {
            ($0, original[$0].text, mended[$0] ?? "")
        }
    }

    /// Types over cells, and recognises the workbook anew. What is typed stays, whatever is wrong with it still.
    package mutating func mend(
        _ texts: [CellPlace: String], watch: ImportWatch = .none
    ) throws(OfficeFailure) {
        for (place, text) in texts {
            guard let sheet = original.sheet(named: place.sheet), sheet.rows.indices.contains(place.row - 1),
                (0..<ReadingLimits.standard.columnCount).contains(place.column)
            else {
                throw OfficeFailure(
                    .input, "unknown-cell", zh: "文件里没有单元格 \(place.sheet)!\(place.name)。",
                    en: "The file has no cell \(place.sheet)!\(place.name).")
            }
            guard text.count <= ImportSession.longestText else {
                throw OfficeFailure(
                    .input, "cell-too-long",
                    zh: "\(place.sheet)!\(place.name) 的内容太长（\(text.count)字），最多\(ImportSession.longestText)字。",
                    en:
                        "\(place.sheet)!\(place.name) is too long (\(text.count) characters of \(ImportSession.longestText))."
                )
            }
        }
        try change(watch: watch) { $0.type(texts) }
    }

    /// Types the same over every cell of that column with the same text; gives how many.
    @discardableResult
    package mutating func mendAlike(
        _ place: CellPlace, with text: String, watch: ImportWatch = .none
    ) throws(OfficeFailure) -> Int {
        let places = alike(place)
        try mend(Dictionary(uniqueKeysWithValues: places.map { ($0, text) }), watch: watch)
        return places.count
    }

    /// The cells of that column with the same text, this one among them.
    package func alike(_ place: CellPlace) -> Set<CellPlace> {
        let workbook = workbook
        guard let sheet = workbook.sheet(named: place.sheet), let wanted = Likeness(place, in: workbook),
            book?.problems.contains(where: { $0.place == place && $0.isOfIdentity }) != true
        else { return [place] }
        return sheet.rows.indices.reduce(into: [place]) { places, row in
            let other = CellPlace(sheet: place.sheet, row: row + 1, column: place.column)
            if sheet[row, place.column].text == wanted.text { places.insert(other) }
        }
    }

    /// How often each of these stands in its column.
    private func counts(of wanted: Set<Likeness>, in workbook: Workbook) -> [Likeness: Int] {
        var counts: [Likeness: Int] = [:]
        for (column, likenesses) in Dictionary(grouping: wanted, by: { Column(sheet: $0.sheet, index: $0.column) }) {
            let texts = Dictionary(uniqueKeysWithValues: likenesses.map { ($0.text, $0) })
            for row in workbook.sheet(named: column.sheet)?.rows ?? [] where column.index < row.count {
                if let likeness = texts[row[column.index].text] { counts[likeness, default: 0] += 1 }
            }
        }
        return counts
    }

    private struct Column: Hashable {
        let sheet: String
        let index: Int
    }

    /// Puts back what stood in a cell when the file came.
    package mutating func restore(_ place: CellPlace, watch: ImportWatch = .none) throws(OfficeFailure) {
        guard mended[place] != nil else { return }
        try change(watch: watch) { $0.type([place: $0.original[place].text]) }
    }

    /// The rows that can't be taken as they are, by what they are about.
    package var leftOut: [(meaning: Meaning, rows: [RejectedRow])] {
        let rows = Dictionary(grouping: book?.rejected ?? [], by: \.meaning)
        return Meaning.allCases.compactMap { meaning in rows[meaning].map { (meaning, $0) } }
    }

    /// The rows that can't be taken, as a workbook to be mended elsewhere and handed in like the first.
    package var leftOutSheets: [OutputSheet] {
        book.map { badRowsWorkbook(from: workbook, book: $0) } ?? []
    }

    /// The most characters that are typed into one cell: what a spreadsheet's cell holds.
    static let longestText = 32_767
}

/// The same text in the same column.
private struct Likeness: Hashable {
    let sheet: String
    let column: Int
    let text: String

    /// Nil for an empty cell, of which no two are alike, and for an identity number, which is somebody's own.
    init?(_ problem: Problem, in workbook: Workbook) {
        guard let place = problem.place, !problem.isOfIdentity else { return nil }
        self.init(place, in: workbook)
    }

    init?(_ place: CellPlace, in workbook: Workbook) {
        let text = workbook[place].text
        guard !text.isEmpty else { return nil }
        sheet = place.sheet
        column = place.column
        self.text = text
    }
}

extension Problem {
    /// The cell it is about.
    package var place: CellPlace? {
        guard let row, let column else { return nil }
        return CellPlace(sheet: sheet, row: row, column: column)
    }

    /// Whether its cell holds an identity number.
    var isOfIdentity: Bool {
        switch code {
        case .identityChecksum, .identityDigitsLost, .identityDisputed, .identityMissing, .identityUnreadable: true
        default: false
        }
    }
}
