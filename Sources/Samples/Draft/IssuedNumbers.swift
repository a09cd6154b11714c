import Basics

/// Numbers that must not be given out twice.
struct IssuedNumbers {
    private var identity: Set<String> = []
    private var registered = 0

    /// An identity number of GB 11643 that nobody has yet.
    mutating func identityNumber(
        birth: Day, isMale: Bool, from source: inout some RandomNumberGenerator
    ) -> String {
        let (year, month, day) = birth.components
        let date = year * 10_000 + month * 100 + day
        // Ten persons of one sex and birthday are rare, five hundred don't happen.
        while true {
            let order = Int.random(in: 0..<500, using: &source) * 2 + (isMale ? 1 : 0)
            let digits = regionCode + String(date) + String(String(order + 1000).dropFirst())
            let number = digits + String(IssuedNumbers.identityCheck(of: digits))
            if identity.insert(number).inserted { return number }
        }
    }

    /// The check character of the first 17 digits.
    static func identityCheck(of digits: String) -> Character {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits.utf8, weights).reduce(0) { $0 + (Int($1.0) - 48) * $1.1 }
        return Array("10X98765432")[sum % 11]
    }

    /// The next unified social credit code of a public institution: GB 32100 around an organisation code of GB 11714.
    mutating func creditCode() -> String {
        registered += 1
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        let serial = "MB" + String(String(1_000_000 + registered).dropFirst())
        let organisation = zip(serial.utf8, [3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { sum, pair in
            sum + (pair.0 >= 65 ? Int(pair.0) - 55 : Int(pair.0) - 48) * pair.1
        }
        let check = (11 - organisation % 11) % 11
        let code = "12" + regionCode + serial + (check == 10 ? "X" : String(check))
        var weight = 1
        var sum = 0
        for sign in code {
            sum += (alphabet.firstIndex(of: sign) ?? 0) * weight
            weight = weight * 3 % 31
        }
        return code + String(alphabet[(31 - sum % 31) % 31])
    }
}
