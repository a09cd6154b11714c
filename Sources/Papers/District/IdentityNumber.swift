import Basics

/// What is wrong with an identity number (公民身份号码).
package enum IdentityFault: String, CaseIterable, Sendable {
    /// Not 18 or 15 characters, or others than digits and a last `X`.
    case shape
    /// The date of birth in it is none.
    case date
    /// The check character is wrong.
    case checksum
}

/// Checks an identity number against GB 11643-1999: its shape, the date of birth in it, its check character.
/// Numbers of 15 digits, given out until 1999, have none. Nil when nothing is wrong.
package func identityFault(_ number: String) -> IdentityFault? {
    let characters = Array(number.utf8)
    guard characters.count == 18 || characters.count == 15 else { return .shape }
    guard characters.dropLast().allSatisfy({ (48...57).contains($0) }), let last = characters.last,
        (48...57).contains(last) || (characters.count == 18 && last == UInt8(ascii: "X"))
    else { return .shape }
    guard identityBirth(number) != nil else { return .date }
    guard characters.count == 18 else { return nil }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(characters, weights).reduce(0) { $0 + (Int($1.0) - 48) * $1.1 }
    return Array("10X98765432".utf8)[sum % 11] == last ? nil : .checksum
}

/// The day of birth in an identity number of right shape; nil where it is no day.
package func identityBirth(_ number: String) -> Day? {
    let digits = number.utf8.map { Int($0) - 48 }
    guard digits.count == 18 || digits.count == 15 else { return nil }
    func value(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    return digits.count == 18
        ? Day(year: value(6..<10), month: value(10..<12), day: value(12..<14))
        : Day(year: 1900 + value(6..<8), month: value(8..<10), day: value(10..<12))
}

/// The sex in an identity number of right shape: the 17th digit, the last of 15, is odd for men.
package func identitySex(_ number: String) -> Sex? {
    let digits = Array(number.utf8)
    guard digits.count == 18 || digits.count == 15, let digit = digits.count == 18 ? digits[16] : digits.last else {
        return nil
    }
    return digit % 2 == 1 ? .male : .female
}

/// An identity number as it may be shown: the first six characters, which are the place it was given out.
package func maskedIdentity(_ text: String) -> String {
    text.count > 6 ? String(text.prefix(6)) + "******" : text
}

/// Whether somebody's identity number stands anywhere in a text, in digits of either width, with or without gaps. A number of
/// which only the check character is wrong is one, too: it was mistyped.
package func namesIdentity(_ text: String) -> Bool {
    var runs: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace && scalar != "-" {
        // Full-width signs stand as far behind the others as this.
        let plain = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
        switch plain {
        case 48...57: runs[runs.count - 1].append(UInt8(plain))
        case 88, 120:
            runs[runs.count - 1].append(88)
            runs.append([])
        default: runs.append([])
        }
    }
    func fault(_ bytes: some Sequence<UInt8>) -> IdentityFault? {
        identityFault(String(decoding: Array(bytes), as: UTF8.self))
    }
    return runs.contains { run in
        if [nil, .checksum].contains(fault(run)) { return true }
        return run.count > 18 && run.indices.dropLast(17).contains { fault(run[$0..<($0 + 18)]) == nil }
    }
}
