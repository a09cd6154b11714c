/// The lines of a header, column by column: what stands over each column, from the top to the bottom. A cell merged
/// over several columns holds for each of them; so does a text with empty cells to its right that have texts of
/// their own below, as merged cells look once they went through a CSV file.
func joinHeader(_ sheet: Sheet, rows: ClosedRange<Int>) -> [[String]] {
    let width = min(rows.map { sheet.rows.indices.contains($0) ? sheet.rows[$0].count : 0 }.max() ?? 0, 400)
    let merges = sheet.merges.filter { $0.top <= rows.upperBound && $0.bottom >= rows.lowerBound }
    var grid: [[String]] = rows.map { row in
        (0..<width).map { column in
            if let merge = merges.first(where: { $0.contains(row: row, column: column) }) {
                // A title merged down into the header says nothing about a column.
                return merge.top < rows.lowerBound ? "" : sheet[merge.top, merge.left].text
            }
            return sheet[row, column].text
        }
    }
    for line in grid.indices.dropLast() {
        for column in 0..<width where column > 0 && grid[line][column].isEmpty {
            let below = grid[(line + 1)...].contains { !$0[column].isEmpty }
            let isGroup = grid[(line + 1)...].contains {
                !$0[column - 1].isEmpty && $0[column - 1] != grid[line][column - 1]
            }
            if below, isGroup { grid[line][column] = grid[line][column - 1] }
        }
    }
    return (0..<width).map { column in
        var lines: [String] = []
        for line in grid where !line[column].isEmpty && lines.last != line[column] { lines.append(line[column]) }
        return lines
    }
}
