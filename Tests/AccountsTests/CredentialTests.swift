import Basics
import Testing

import Accounts

@Suite struct CredentialTests {
    /// RFC 7914, section 12, the first 32 bytes of 64: a longer key begins with the shorter one.
    @Test func vectorOfTheStandard() throws {
        let cost = try #require(Credential.Cost(rounds: 14, block: 8, lanes: 1))
        let key: [UInt8] = [
            0x70, 0x23, 0xBD, 0xCB, 0x3A, 0xFD, 0x73, 0x48, 0x46, 0x1C, 0x06, 0xCD, 0x81, 0xFD, 0x38, 0xEB,
            0xFD, 0xA8, 0xFB, 0xBA, 0x90, 0x4F, 0x8E, 0x3E, 0xA9, 0xB5, 0x43, 0xF6, 0x54, 0x5D, 0xA1, 0xF2,
        ]
        let known = Credential(cost: cost, salt: Array("SodiumChloride".utf8), key: key)
        #expect(known.matches("pleaseletmein"))
        #expect(!known.matches("pleaseletmeout"))
    }

    @Test func equalPassphrasesHaveDifferentKeysAndFormsOfACharacterAreOne() throws {
        var source = SeededSource(seed: 4)
        let first = try #require(Credential("caf\u{E9} 三定方案 2024", cost: .cheap, from: &source))
        let second = try #require(Credential("caf\u{E9} 三定方案 2024", cost: .cheap, from: &source))
        #expect(first.key != second.key)
        #expect(first.matches("cafe\u{301} 三定方案 2024") && second.matches("caf\u{E9} 三定方案 2024"))
        #expect(!first.matches("cafe 三定方案 2024"))
    }

    @Test(arguments: [
        ("四个字吗不够长", AccountRefusal.passphraseShort), ("elevenchars", .passphraseShort),
        (String(repeating: "ab", count: 129), .passphraseLong), ("aaaabbbbaaaa", .passphraseMonotone),
        ("zhang.san1234", .passphraseIsName), ("Zhang.SAN zhang.san", .passphraseIsName),
        ("张三丰abc张三丰de张三丰", .passphraseIsName),
    ])
    func passphrasesThatWillNotDo(_ passphrase: String, _ refusal: AccountRefusal) {
        #expect(throws: refusal) { try Passphrase.check(passphrase, login: "zhang.san", name: "张三丰") }
    }

    @Test(arguments: ["correct horse battery", "编办的后院有三棵银杏树呢", "zhang.san likes tea", "twelve chars"])
    func passphrasesThatWillDo(_ passphrase: String) throws {
        try Passphrase.check(passphrase, login: "zhang.san", name: "张三丰")
    }
}
