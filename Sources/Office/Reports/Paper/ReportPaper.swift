import Basics

/// A report as a list of parts, before it is known how it will be written: as a page, a workbook, Markdown or lines on
/// a terminal. All four say the same.
package struct ReportPaper: Sendable {
    /// What it is called.
    package let title: Wording
    /// What it is of.
    package let heading: ReportHeading
    /// What a hurried reader should know.
    package let summary: [Wording]
    /// Its parts, in order.
    package let parts: [Part]
    /// What stands at its end.
    package let closing: [Wording]

    /// One part: a few sentences, pictures, and the table they are drawn from.
    package struct Part: Sendable {
        /// The sentences before the table.
        package let lead: [Wording]
        let pictures: [Picture]
        let table: ReportTable

        init(_ table: ReportTable, lead: [Wording] = [], pictures: [Picture] = []) {
            self.table = table
            self.lead = lead
            self.pictures = pictures
        }

        /// What it is called.
        package var title: Wording { table.title }
    }

    /// A picture of a part.
    enum Picture: Sendable {
        case sankey(SankeyChart)
        case tree(TreeChart)
    }
}

extension ReportPaper.Part {
    /// The names of the columns of its table.
    package func columns(in language: Language) -> [String] { table.columns.map { $0.said(in: language) } }

    /// The rows of its table as people read them, its total last.
    package func rows(in language: Language) -> [[String]] {
        (table.rows + (table.total.map { [$0] } ?? [])).map { $0.map { $0.said(in: language) } }
    }

    /// The columns that stand at the right.
    package var numberColumns: Set<Int> { table.numberColumns }

    /// The sentences beneath its table.
    package var notes: [Wording] { table.notes }
}

extension ReportTable {
    /// The columns that stand at the right: those in which nothing but numbers stands.
    var numberColumns: Set<Int> {
        Set(
            columns.indices.dropFirst().filter { index in
                rows.contains { index < $0.count && $0[index].isNumber && $0[index] != .none }
                    && rows.allSatisfy { index >= $0.count || $0[index].isNumber || $0[index].isUnknown }
            })
    }
}

extension ReportTable.Cell {
    /// A text that is the same in both languages: a name.
    static func name(_ text: String) -> Self { .text(Wording(zh: text, en: text)) }

    /// A number, or that it can't be told.
    static func told(_ number: Int?) -> Self { number.map { .number($0) } ?? .unknown }

    /// It can't be told.
    static let unknown = Self.text(.cannotTell)

    var isUnknown: Bool { self == .unknown }
}

extension Wording {
    /// It can't be told.
    static let cannotTell = Wording(zh: "无法判断", en: "cannot tell")
}
