import Basics
import Registry

extension BookReader {
    /// Finds title, day and office in the lines above and below the tables.
    mutating func readLinesAround() {
        for index in tables.indices { readUnits(index) }
        // Lines around the table of bodies come before those around others, and those around a summary last.
        let order = tables.map { isSummary($0) ? 2 : $0.meaning == .bodies ? 0 : 1 }
        for index in tables.indices.sorted(by: { (order[$0], $0) < (order[$1], $1) }) {
            let table = tables[index]
            let above = table.top..<table.header.lowerBound
            let below = table.rows.filter { $0.kind == .remark }.map(\.row)
            for row in Array(above) + below { readLine(table, row) }
            if book.title == nil, table.meaning == .bodies { book.title = title(table, above) }
        }
        if book.cutOff == nil, let title = book.title { book.cutOff = day(in: title) }
    }

    /// The first line above a table that is not a label with its value.
    private func title(_ table: Table, _ rows: Range<Int>) -> String? {
        for row in rows where table.sheet.rows.indices.contains(row) {
            let filled = table.sheet.rows[row].filter { !$0.isVoid }
            guard filled.count == 1, case .text(let text) = filled[0], labelled(text, words.office) == nil,
                labelled(text, words.cutOff) == nil
            else { continue }
            // 附件1 stands above the title of many a table.
            let plain = tidied(text)
            if plain.hasPrefix("附件") || plain.hasPrefix("附表"), plain.count <= 5 { continue }
            return plain
        }
        return nil
    }

    /// 单位:万元 above a table is the unit of its figures, not an office.
    private mutating func readUnits(_ index: Int) {
        let table = tables[index]
        for row in table.top..<table.header.lowerBound where table.sheet.rows.indices.contains(row) {
            for cell in table.sheet.rows[row] where !cell.isVoid {
                for (dimension, scale) in units(cell.text) { tables[index].scales[dimension] = scale }
            }
        }
    }

    /// The units after a label that ends in 单位; empty where the text is no such line.
    private func units(_ text: String) -> [String: Double] {
        let plain = tidied(text)
        guard let colon = plain.firstIndex(where: { ":\u{FF1A}".contains($0) }), plain[..<colon].hasSuffix("单位") else {
            return [:]
        }
        var found: [String: Double] = [:]
        let parts = plain[plain.index(after: colon)...].split { ",;/ 、\u{FF0C}\u{FF1B}".contains($0) }
        for part in parts {
            guard let (dimension, scale) = vocabulary.headers.unit(String(part)) else { return [:] }
            found[dimension] = scale
        }
        return found
    }

    private mutating func readLine(_ table: Table, _ row: Int) {
        guard table.sheet.rows.indices.contains(row) else { return }
        let cells = table.sheet.rows[row]
        for (column, cell) in cells.enumerated() where !cell.isVoid {
            guard case .text(let text) = cell else { continue }
            let next = cells.dropFirst(column + 1).first { !$0.isVoid }
            // One cell may hold several lines: 填报单位:… 截止时间:….
            for part in parts(text) { readPart(part, next, table, row, column) }
        }
    }

    private mutating func readPart(_ text: String, _ next: Cell?, _ table: Table, _ row: Int, _ column: Int) {
        if book.office == nil, let value = labelled(text, words.office) {
            let name = value.isEmpty ? next?.text ?? "" : value
            let isUnit = !units("单位:" + name).isEmpty
            if !name.isEmpty, !isUnit, labelled(name, words.cutOff) == nil { book.office = tidied(name) }
        }
        guard book.cutOff == nil, let value = labelled(text, words.cutOff) ?? trailing(text, words.cutOffWritten) else {
            return
        }
        let read =
            value.isEmpty
            ? next.map { readDate($0, words: words) } ?? .blank : readDate(withoutDateTail(value), words: words)
        switch read {
        case .date(let date): book.cutOff = lastDay(of: date)
        case .blank: break
        default:
            if let day = day(in: value) {
                book.cutOff = day
            } else {
                report(
                    .warning, read == .impossible ? .dateImpossible : .dateUnreadable, sheet: table.sheet.name,
                    row: row + 1,
                    column: column, read: text,
                    Wording(zh: "截止时间“\(value)”不是日期。", en: "The cut-off date “\(value)” is no date."),
                    Wording(zh: "请改成如 2020-05-31 的日期。", en: "Write a date such as 2020-05-31."))
            }
        }
    }

    /// The value after one of the labels and its colon; nil when the text begins with none.
    private func labelled(_ text: String, _ labels: [String]) -> String? {
        let plain = tidied(text)
        guard let colon = plain.firstIndex(where: { ":\u{FF1A}".contains($0) }) else {
            let word = folded(plain)
            return labels.contains(word) ? "" : nil
        }
        let label = folded(withoutBrackets(String(plain[..<colon])).text)
        guard labels.contains(label) else { return nil }
        return String(plain[plain.index(after: colon)...])
    }

    /// 截至2020年5月31日, with or without brackets: a label without its colon, a date right behind it.
    private func trailing(_ text: String, _ labels: [String]) -> String? {
        let plain = tidied(text).lowercased()
        for label in labels {
            guard let range = plain.firstRange(of: label) else { continue }
            let rest = plain[range.upperBound...].drop { ":\u{FF1A}到于为是 ".contains($0) }
            let date = rest.prefix { !");。\u{FF09}\u{FF0C}\u{FF1B}".contains($0) }
            guard let first = date.first else { continue }
            if first.isNumber || "二一".contains(first) || monthNumber(date.prefix { $0.isLetter }) != nil {
                return String(date)
            }
        }
        return nil
    }

    private func withoutDateTail(_ text: String) -> String {
        var text = text
        for tail in ["止", "前", "为止"] where text.hasSuffix(tail) { text = String(text.dropLast(tail.count)) }
        return text
    }

    /// The parts of a line that holds several labels with wide gaps between them.
    private func parts(_ text: String) -> [String] {
        var parts: [String] = [""]
        var gap = 0
        for character in text {
            if character.isWhitespace || character == "\u{3000}" {
                gap += character.isNewline ? 3 : character == "\u{3000}" ? 2 : 1
                parts[parts.count - 1].append(character)
                continue
            }
            if gap >= 3, !tidied(parts[parts.count - 1]).isEmpty { parts.append("") }
            gap = 0
            parts[parts.count - 1].append(character)
        }
        // 填 报 单 位 is spaced out, not parted: parts are labels with colons only.
        let labelledParts = parts.filter { $0.contains { ":\u{FF1A}".contains($0) } }
        return labelledParts.count >= 2 ? parts : [text]
    }

    /// A whole date within a text.
    private func day(in text: String) -> Day? {
        let plain = tidied(text)
        guard let year = plain.firstIndex(where: { $0.isNumber || "二一".contains($0) }) else { return nil }
        let rest = plain[year...]
        for length in stride(from: min(rest.count, 16), through: 6, by: -1) {
            // 2020年2月30日 must not be read as the third by leaving out its last digit.
            if let next = rest.dropFirst(length).first, next.isNumber { continue }
            switch readDate(String(rest.prefix(length)), words: words) {
            case .date(let date) where date.precision != .year: return lastDay(of: date)
            case .impossible: return nil
            default: continue
            }
        }
        return nil
    }

    /// The last day that a date can mean: figures hold at the end of their month or year.
    private func lastDay(of date: FactDate) -> Day {
        let (year, month, _) = date.day.components
        let next: Day? =
            switch date.precision {
            case .day: nil
            case .month: month == 12 ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
            case .year: Day(year: year + 1, month: 1, day: 1)
            }
        return next?.advanced(by: -1) ?? date.day
    }
}
