import Basics
import Office
import Papers

extension DeskOptions {
    /// A report as lines for a terminal: its sentences and tables. Of a long table the first rows, and how many more there
    /// are and where they stand.
    func lines(of paper: ReportPaper, limit: Int) -> [String] {
        var lines = [say(paper.title)] + paper.summary.map(say)
        for part in paper.parts {
            lines += ["", "■ \(say(part.title))"] + part.lead.map(say)
            let rows = part.rows(in: lang)
            if !rows.isEmpty {
                lines += self.lines(of: Array(rows.prefix(limit)), part).map { "  " + $0 }
                if rows.count > limit {
                    let more = rows.count - limit
                    lines.append(
                        say(
                            "  ……其余\(more)行，可用 --limit \(rows.count) 列全，或写入 --html、--xlsx。",
                            "  … \(more) more rows: --limit \(rows.count) lists them, --html and --xlsx write them."))
                }
            }
            lines += part.notes.map(say)
        }
        return lines + [""] + paper.closing.map(say)
    }

    /// The rows as a table; what is too long for a column stands under its row, so that nothing is cut.
    private func lines(of rows: [[String]], _ part: ReportPaper.Part) -> [String] {
        let names = part.columns(in: lang)
        let rows = rows.map { $0.map { $0.replacing("\n", with: " ") } }
        let wide = names.indices.dropFirst().filter { index in rows.contains { columns($0[index]) > 56 } }
        let kept = names.indices.filter { !wide.contains($0) }
        let numbers = kept.enumerated().filter { part.numberColumns.contains($0.element) }.map(\.offset)
        var table = Table(kept.map { names[$0] }, rightAligned: Set(numbers))
        for row in rows { table.add(kept.map { row[$0] }) }
        var lines: [String] = []
        for (index, line) in table.lines.enumerated() {
            lines.append(line)
            guard index >= 2 else { continue }
            for column in wide where rows[index - 2][column] != "—" {
                lines.append("    \(names[column])\(say("：", ": "))\(rows[index - 2][column])")
            }
        }
        return lines
    }

    /// Writes a report where it was asked for, and gives the paths.
    func write(
        _ paper: ReportPaper, html: String?, xlsx: String?, markdown: String?
    ) throws -> [String] {
        if let html { try writeText(String(decoding: paper.page(in: lang), as: UTF8.self), to: html) }
        if let xlsx {
            do { try writeWorkbook(paper.sheets(in: lang), to: xlsx) } catch { throw OfficeFailure(error) }
        }
        if let markdown { try writeText(paper.markdown(in: lang), to: markdown) }
        return [html, xlsx, markdown].compactMap { $0 }
    }
}
