import Basics

extension ReportPaper {
    /// The report as Markdown with tables, as GitHub and most editors show it.
    package func markdown(in language: Language) -> String {
        func say(_ wording: Wording) -> String { wording.said(in: language).asMarkdown }
        let colon = language == .zh ? "：" : ": "
        let space = language == .zh ? "" : " "
        var texts = [
            "# \(say(title))\n", heading.facts.map { "- \(say($0.name))\(colon)\($0.value.asMarkdown)\n" }.joined(),
            summary.map(say).joined(separator: space) + "\n",
        ]
        for part in parts {
            var text = "## <a id=\"\(part.table.id)\"></a>\(say(part.title))\n"
            if !part.lead.isEmpty { text += "\n" + part.lead.map(say).joined(separator: space) + "\n" }
            if !part.table.rows.isEmpty {
                text +=
                    "\n"
                    + markdownTable(
                        part.columns(in: language).map(\.asMarkdown), numbers: part.numberColumns,
                        rows: part.rows(in: language).map { $0.map(\.asMarkdown) })
            }
            text += part.notes.map { "\n\(say($0))\n" }.joined()
            texts.append(text)
        }
        texts.append(closing.map { say($0) + "\n" }.joined(separator: "\n"))
        return texts.joined(separator: "\n")
    }
}
