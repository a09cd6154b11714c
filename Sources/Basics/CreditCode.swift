/// What is wrong with a unified social credit code.
package enum CreditCodeFault: String, CaseIterable, Sendable {
    /// Not 18 characters, or characters that the standard leaves out (I, O, S, V, Z).
    case shape
    /// The check character is wrong.
    case checksum
}

/// Checks a unified social credit code (统一社会信用代码) against GB 32100-2015; nil when nothing is wrong.
package func creditCodeFault(_ code: String) -> CreditCodeFault? {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    let values = code.utf8.map { alphabet.firstIndex(of: $0) }
    guard values.count == 18, !values.contains(nil) else { return .shape }
    var weight = 1
    var sum = 0
    for value in values.dropLast() {
        sum += (value ?? 0) * weight
        weight = weight * 3 % 31
    }
    return values.last == (31 - sum % 31) % 31 ? nil : .checksum
}
