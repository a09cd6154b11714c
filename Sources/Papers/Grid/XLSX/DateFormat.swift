/// Whether a number format shows a date, decided once a style and never a cell.
///
/// The numbers below 164 are built in and not written out in the file (ISO/IEC 29500-1, 18.8.30). 27-36 and 50-58
/// are those of East Asia; some of them are dates in one language and times in another, and
/// a time alone is told by its value, which has no whole day.
func isDateFormat(builtin number: Int) -> Bool {
    switch number {
    case 14...17, 22, 27...31, 34...36, 50...58: true
    default: false
    }
}

/// Whether a format code of the file's own shows a date: it asks for year, month or day outside quotation marks
/// and brackets. An `m` beside hours or seconds is minutes.
func isDateFormat(code: String) -> Bool {
    var letters: Set<Unicode.Scalar> = []
    var rest = code.unicodeScalars[...]
    scan: while let scalar = rest.popFirst() {
        switch scalar {
        case ";": break scan  // Only the first section formats positive numbers.
        case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
        case "\\", "_", "*": rest = rest.dropFirst()
        case "[":
            let inside = rest.prefix { $0 != "]" }
            // [h] is hours counted beyond a day; other brackets hold colours, conditions and languages.
            if inside.allSatisfy({ "hHmMsS".unicodeScalars.contains($0) }) { letters.insert("h") }
            rest = rest.dropFirst(inside.count + 1)
        default: letters.insert(scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar)
        }
    }
    if letters.contains("y") { return true }
    let timed = letters.contains("h") || letters.contains("s")
    // A count such as `0年` or `0d`; beside a time the digits are fractions of a second.
    if !timed, letters.contains("0") || letters.contains("#") { return false }
    if letters.contains("d") { return true }
    if timed { return false }
    return !letters.isDisjoint(with: ["m", "年", "月", "日"])
}
