extension String {
    /// The text as Markdown shows it and nothing else: what would be markup is escaped, line ends become spaces, so
    /// that it can stand in a cell of a table.
    var asMarkdown: String {
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "#", "&", "$":
                text.append("\\")
                text.append(scalar)
            case "\n", "\r", "\t": text.append(" ")
            default: text.append(scalar)
            }
        }
        return String(text)
    }
}

/// A table of GitHub's Markdown.
/// - Parameters:
///   - columns: the names of the columns, as Markdown.
///   - numbers: the columns that stand at the right.
///   - rows: the cells, as Markdown.
func markdownTable(_ columns: [String], numbers: Set<Int>, rows: [[String]]) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    let rule = "|" + columns.indices.map { numbers.contains($0) ? "---:|" : "---|" }.joined() + "\n"
    return line(columns) + rule + rows.map(line).joined()
}
