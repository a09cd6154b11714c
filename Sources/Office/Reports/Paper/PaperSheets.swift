import Basics
import Papers

extension ReportPaper {
    /// The report as a workbook: a summary whose rows lead to a sheet for each part.
    package func sheets(in language: Language) -> [OutputSheet] {
        func say(_ wording: Wording) -> String { wording.said(in: language) }
        let first = Wording(zh: "汇总", en: "Summary")
        let names = legalSheetNames([say(first)] + parts.map { say($0.title) })
        let colon = language == .zh ? "：" : ": "
        let facts = heading.facts.map { "\(say($0.name))\(colon)\($0.value)" }
        let summarySheet = OutputSheet(
            name: names[0], title: say(title),
            preface: [[.text(facts.joined(separator: language == .zh ? "；" : "; "))]]
                + summary.map { [.text(say($0))] },
            columns: [
                OutputColumn(say(Wording(zh: "部分", en: "Part")), width: 32),
                OutputColumn(say(Wording(zh: "行数", en: "Rows")), width: 8, kind: .integer),
                OutputColumn(say(Wording(zh: "说明", en: "In short")), width: 100, kind: .wrapped),
            ],
            rows: zip(parts, names.dropFirst()).map { part, name in
                [
                    .link(say(part.title), sheet: name), .integer(part.table.rows.count),
                    .text(part.lead.map(say).joined(separator: language == .zh ? "" : " ")),
                ]
            },
            notes: closing.map(say))
        let back = say(Wording(zh: "← 返回汇总", en: "← Back to the summary"))
        return [summarySheet]
            + zip(parts, names.dropFirst()).map { part, name in
                part.sheet(named: name, back: .link(back, sheet: names[0]), in: language)
            }
    }
}

extension ReportPaper.Part {
    fileprivate func sheet(named name: String, back: OutputCell, in language: Language) -> OutputSheet {
        let numbers = numberColumns
        let columns = columns(in: language)
        let texts = rows(in: language)
        return OutputSheet(
            name: name, title: title.said(in: language),
            preface: [[back]] + lead.map { [.text($0.said(in: language))] },
            columns: columns.indices.map { index in
                let widest =
                    (texts.compactMap { index < $0.count ? $0[index] : nil } + [columns[index]])
                    .map(displayWidth).max() ?? 8
                return OutputColumn(
                    columns[index], width: Double(min(60, max(8, widest + 2))),
                    kind: numbers.contains(index) ? .integer : .wrapped)
            },
            rows: (table.rows + (table.total.map { [$0] } ?? [])).map { row in
                row.map { cell in
                    switch cell {
                    case .text(let wording): .text(wording.said(in: language))
                    case .number(let number), .atLeast(let number): .integer(number)
                    case .none: .empty
                    }
                }
            },
            notes: notes.map { $0.said(in: language) }, filtered: table.rows.count > 1 && table.total == nil)
    }
}

/// About how many narrow characters wide a text is drawn: what isn't Latin counts two.
func displayWidth(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
}
