import Basics
import Papers
import Registry
import Storage

extension Desk {
    /// Remembers what a clerk said of the tables of a workbook, or confirmed where it was in doubt, so that the next with the
    /// same headings is recognised by it. What is known already is not said again; gives how many tables were.
    @discardableResult
    package mutating func remember(
        _ session: ImportSession, by officer: Officer.ID, at instant: Instant
    ) throws(OfficeFailure) -> Int {
        let news = session.news(besides: try tableMemory())
        guard !news.isEmpty else { return 0 }
        try keep(news.map(\.text), by: officer, at: instant)
        return news.count
    }

    /// Forgets what was said of a layout; false where nothing is remembered of it.
    @discardableResult
    package mutating func forget(
        table key: RememberedTable.Key, by officer: Officer.ID, at instant: Instant
    ) throws(OfficeFailure) -> Bool {
        guard try tableMemory().items.contains(where: { $0.table.key == key }) else { return false }
        try keep([RememberedTable.forgotten(key)], by: officer, at: instant)
        return true
    }

    private mutating func keep(
        _ texts: [String], by officer: Officer.ID, at instant: Instant
    ) throws(OfficeFailure) {
        let met = introductions(of: [officer])
        try storing { () throws(StorageFailure) in
            try journal.keep(
                sayings: texts, by: officer, at: instant, sealing: met.map(\.sealed), tokens: met.map(\.token),
                in: jurisdiction)
        }
        introduced([officer])
    }
}

extension ImportSession {
    /// Whether something was said of its tables, or confirmed, that isn't remembered yet.
    package func hasNews(besides memory: TableMemory) -> Bool { !news(besides: memory).isEmpty }

    /// What is worth remembering of its tables and is not remembered yet.
    func news(besides memory: TableMemory) -> [RememberedTable] {
        var memory = memory
        return spokenOf(memory.token).filter { table in
            let headings = Set(table.columns.map(\.heading))
            let known = memory.match(headings, height: table.height, sheet: table.sheet)?.item.table
            if let known, known.agrees(with: table) { return false }
            memory = memory.adding(table)
            return true
        }
    }

    /// The tables that a clerk spoke of, or that a doubt was settled in by going on.
    private func spokenOf(_ token: (String) -> Digest) -> [RememberedTable] {
        func table(_ name: String, _ rows: ClosedRange<Int>, _ meaning: Meaning, _ field: (Int) -> Field??)
            -> RememberedTable?
        {
            guard let sheet = original.sheet(named: name), rows.upperBound <= sheet.rows.count else { return nil }
            let columns = sheet.headings(in: rows).sorted { $0.key < $1.key }.compactMap { column, heading in
                field(column).map { RememberedTable.Column(heading: token(heading), field: $0) }
            }
            guard !columns.isEmpty else { return nil }
            return RememberedTable(
                sheet: token(sheet.foldedName), height: rows.count, meaning: meaning, columns: columns)
        }
        let said = Set(given.sheets.map(\.sheet))
        let read = (book?.mapping.sheets ?? []).compactMap { entry -> RememberedTable? in
            guard let rows = entry.headerRange,
                said.contains(entry.sheet) || entry.columns.contains(where: \.reason.isDoubtful)
            else { return nil }
            let fields = Dictionary(
                entry.columns.map { ($0.column ?? "", $0.field(in: entry.meaning)) },
                uniquingKeysWith: { first, _ in first })
            return table(entry.sheet, rows, entry.meaning) { fields[columnName($0)] }
        }
        return read + putAside.compactMap { table($0.sheet, $0.rows, .ignore) { _ in .some(nil) } }
    }
}
