import Basics
import Registry

// What a person types into a field of a page is read as what stands in a cell is: one way to type a date, wherever it is typed.

/// Reads a date in any usual shape, to the precision given: 2020-06-30, 2020.6.30, 2020/6/30, 20200630, 2020年6月30日, 2020年6月,
/// 2020, in full width too; nil for what is no date, and for what can be meant in two ways.
///
/// A spreadsheet's day number is none here: nobody types one.
package func typedDate(_ text: String) -> FactDate? {
    let figure = text.filter { !$0.isWhitespace && $0 != "年" }
    guard figure.count != 5 || figure.contains(where: { !$0.isNumber }) else { return nil }
    guard case .date(let date) = readWholeDate(text) else { return nil }
    return date
}

/// Reads a day of the calendar in any usual shape; nil for what is none.
package func typedDay(_ text: String) -> Day? {
    guard let date = typedDate(text), date.precision == .day else { return nil }
    return date.day
}

/// Reads a whole number of at least zero, however it is typed: 12, １２, 1,234, 12名, 十二; nil for what is none.
package func typedCount(_ text: String) -> Int? {
    let plain = folded(text, punctuation: true)
    if plain.utf8.allSatisfy({ (48...57).contains($0) }), let count = Int(plain) { return count }
    guard case .value(let count) = readWholeCount(text) else { return nil }
    return count
}

/// An identity number as it is kept: half width, without spaces, its letter large.
package func typedIdentity(_ text: String) -> String { folded(text).uppercased() }
