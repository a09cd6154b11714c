/// The name a spreadsheet program gives a cell: row 130, column 13 (both zero-based) is `N131`.
package func cellName(row: Int, column: Int) -> String { columnName(column) + String(row + 1) }

/// The letters of a zero-based column: 0 is `A`, 26 is `AA`; "" for a negative one.
package func columnName(_ column: Int) -> String {
    var letters = ""
    var rest = column
    while rest >= 0 {
        letters.unicodeScalars.insert(Unicode.Scalar(UInt8(65 + rest % 26)), at: letters.startIndex)
        rest = rest / 26 - 1
    }
    return letters
}

/// The zero-based place a name such as `N131` or `$N$131` stands for, or nil where it is no such name.
func cellPlace(_ name: some Sequence<UInt8>) -> (row: Int, column: Int)? {
    var column = 0
    var row = 0
    var digits = false
    for byte in name {
        switch byte {
        case UInt8(ascii: "$"): continue
        case UInt8(ascii: "A")...UInt8(ascii: "Z") where !digits: column = column * 26 + Int(byte) - 64
        case UInt8(ascii: "a")...UInt8(ascii: "z") where !digits: column = column * 26 + Int(byte) - 96
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            digits = true
            row = row * 10 + Int(byte) - 48
        default: return nil
        }
        // Far beyond any sheet; stopping here keeps a hostile name from overflowing.
        guard column < 1_000_000_000, row < 1_000_000_000_000 else { return nil }
    }
    return column > 0 && row > 0 ? (row - 1, column - 1) : nil
}
