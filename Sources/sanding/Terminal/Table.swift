/// A table for the terminal: columns aligned by the width that Chinese takes there, numbers to the right.
struct Table {
    let header: [String]
    let rightAligned: Set<Int>
    private var rows: [[String]] = []

    init(_ header: [String], rightAligned: Set<Int> = []) {
        self.header = header
        self.rightAligned = rightAligned
    }

    var isEmpty: Bool { rows.isEmpty }

    mutating func add(_ row: [String]) { rows.append(row) }

    /// The lines of the table.
    var lines: [String] {
        let all = [header] + rows
        let widths = header.indices.map { column in all.map { columns($0[column]) }.max() ?? 0 }
        func line(_ row: [String]) -> String {
            var text = ""
            for (column, cell) in row.enumerated() {
                let padding = String(repeating: " ", count: max(0, widths[column] - columns(cell)))
                let isLast = column == row.count - 1
                text += rightAligned.contains(column) ? padding + cell : cell + (isLast ? "" : padding)
                if !isLast { text += "  " }
            }
            return text
        }
        return [line(header), widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")] + rows.map(line)
    }
}

/// How many terminal columns a text takes: two for what East Asian terminals draw wide.
func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            width + 2
        case 0x2018...0x201D, 0x2026: width + 2
        default: width + 1
        }
    }
}
