import Accounts
import Basics
import Registry

/// An account with what stands sealed beside it: by what its owner is known again.
struct KeptAccount: Sendable {
    /// A one-time link, known by its digest (一次性链接).
    struct Link: Hashable, Sendable {
        let digest: Digest
        let lapses: Instant
    }

    var account: UserAccount
    /// Nil until a link was taken up.
    var credential: Credential?
    /// The second factor; nil until it was enrolled.
    var factor: TOTP?
    /// The second factor that is shown to whoever enrols it.
    var offered: TOTP?
    /// The link that waits to be taken up.
    var link: Link?
}

extension KeptAccount {
    /// All of it as lines of a name and values, which is what stands sealed.
    var text: String {
        var lines = [
            "account \(account.id)", "version \(account.version)", "login \(account.login)", "name \(account.name)",
        ]
        if account.isDisabled { lines.append("disabled") }
        for grant in account.grants {
            let bodies = grant.bodies.map { $0.sorted().map { " \($0)" }.joined() } ?? ""
            lines.append("role \(grant.role.rawValue)\(bodies)")
        }
        if let credential {
            let cost = credential.cost
            lines.append(
                "scrypt \(cost.rounds) \(cost.block) \(cost.lanes) \(base16(credential.salt)) \(base16(credential.key))"
            )
        }
        if let factor { lines.append("factor \(base16(factor.secret))") }
        if let offered { lines.append("offered \(base16(offered.secret))") }
        if let link { lines.append("link \(link.digest) \(link.lapses.milliseconds)") }
        return lines.joined(separator: "\n")
    }

    /// Reads what `text` writes; nil for anything else.
    init?(_ text: String) {
        var fields: [Substring: [Substring]] = [:]
        var grants: [Grant] = []
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            let rest = parts.count > 1 ? parts[1] : ""
            if parts[0] == "role" {
                guard let grant = Grant(line: rest) else { return nil }
                grants.append(grant)
            } else {
                fields[parts[0]] = parts[0] == "name" ? [rest] : rest.split(separator: " ")
            }
        }
        guard let id = fields["account"]?.first.flatMap({ UserAccount.ID($0) }),
            let version = fields["version"]?.first.flatMap({ Int($0) }), let login = fields["login"]?.first,
            let name = fields["name"]?.first
        else { return nil }
        account = UserAccount(
            id: id, login: String(login), name: String(name), grants: grants, isDisabled: fields["disabled"] != nil,
            version: version)
        if let parts = fields["scrypt"] {
            guard let credential = Credential(fields: parts) else { return nil }
            self.credential = credential
        }
        factor = fields["factor"]?.first.flatMap { bytes(base16: $0) }.map { TOTP(secret: $0) }
        offered = fields["offered"]?.first.flatMap { bytes(base16: $0) }.map { TOTP(secret: $0) }
        if let parts = fields["link"] {
            guard parts.count == 2, let digest = Digest(hex: parts[0]), let lapses = Int64(parts[1]) else { return nil }
            link = Link(digest: digest, lapses: Instant(milliseconds: lapses))
        }
    }
}

extension Grant {
    /// A role's code and the bodies it is limited to.
    fileprivate init?(line: Substring) {
        let parts = line.split(separator: " ")
        guard let role = parts.first.flatMap({ UInt8($0) }).flatMap(Role.init) else { return nil }
        let bodies = parts.dropFirst().compactMap { Institution.ID($0) }
        guard bodies.count == parts.count - 1 else { return nil }
        self.init(role, for: bodies.isEmpty ? nil : Set(bodies))
    }
}

extension Credential {
    /// Cost, salt and key.
    fileprivate init?(fields: [Substring]) {
        guard fields.count == 5, let rounds = UInt8(fields[0]), let block = UInt8(fields[1]),
            let lanes = UInt8(fields[2]), let cost = Cost(rounds: rounds, block: block, lanes: lanes),
            let salt = bytes(base16: fields[3]), let key = bytes(base16: fields[4]), key.count == 32
        else { return nil }
        self.init(cost: cost, salt: salt, key: key)
    }
}

/// Bytes as hexadecimal digits.
func base16(_ bytes: [UInt8]) -> String {
    bytes.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
}

/// The bytes that hexadecimal digits stand for; nil for anything else.
func bytes(base16 text: some StringProtocol) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
        guard let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16) else {
            return nil
        }
        bytes.append(byte)
    }
    return bytes
}
