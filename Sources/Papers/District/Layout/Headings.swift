extension Sheet {
    /// What stands over each column in given rows taken for a header, folded so that spaces, widths and cases don't count:
    /// by the column's zero-based number, empty headings left out. One that stands over several columns is told apart by how
    /// often it stood before.
    /// - Parameter rows: counted from 1.
    package func headings(in rows: ClosedRange<Int>) -> [Int: String] {
        var seen: [String: Int] = [:]
        var headings: [Int: String] = [:]
        for (column, lines) in joinHeader(self, rows: (rows.lowerBound - 1)...(rows.upperBound - 1)).enumerated() {
            let text = folded(lines.joined(separator: "/"))
            guard !text.isEmpty else { continue }
            let before = seen[text, default: 0]
            seen[text] = before + 1
            headings[column] = before == 0 ? text : "\(text)\u{1F}\(before)"
        }
        return headings
    }

    /// Its name, folded likewise.
    package var foldedName: String { folded(name) }

    /// How many rows from the top may hold its first header.
    package static let headerRows = headerDepth
}
