import Basics

/// What a passphrase has to be (口令规则): long, and not what anybody knows of its owner. Which characters it is made of is
/// their affair.
package enum Passphrase {
    /// How many characters at least.
    package static let fewest = 12
    /// How many bytes at most.
    package static let most = 256

    /// Whether it will do for somebody.
    package static func check(_ passphrase: String, login: String, name: String) throws(AccountRefusal) {
        guard passphrase.utf8.count <= most else { throw .passphraseLong }
        guard passphrase.count >= fewest else { throw .passphraseShort }
        guard Set(passphrase).count >= 5 else { throw .passphraseMonotone }
        let folded = passphrase.normalised.lowercased().filter { !$0.isWhitespace }
        for known in [login, name].map({ $0.normalised.lowercased() }) where known.count > 1 {
            let rest = folded.split(separator: known).reduce(0) { $0 + $1.count }
            // A number behind the name makes no secret of it.
            if folded.contains(known), rest < 6 { throw .passphraseIsName }
        }
    }
}
