import Basics
import Testing

@Suite struct DigestTests {
    /// FIPS 180-4.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func sha256(text: String, hex: String) {
        #expect(Digest(sha256: text.utf8).description == hex)
    }

    /// GB/T 32905—2016, A.1 and A.2.
    @Test(arguments: [
        ("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
        (
            String(repeating: "abcd", count: 16),
            "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
        ),
    ])
    func sm3(text: String, hex: String) {
        #expect(Digest(.sm3, of: Array(text.utf8)).description == hex)
        #expect(Digest(.sha256, of: Array(text.utf8)) == Digest(sha256: text.utf8))
    }

    /// RFC 4231, test cases 1, 2 and 6.
    @Test func hmac() {
        #expect(
            Digest(keyed: [UInt8](repeating: 0x0B, count: 20), of: Array("Hi There".utf8)).description
                == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
        #expect(
            Digest(keyed: Array("Jefe".utf8), of: Array("what do ya want for nothing?".utf8)).description
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        #expect(
            Digest(
                keyed: [UInt8](repeating: 0xAA, count: 131),
                of: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8)
            ).description == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    }

    @Test func hexReadsAndWrites() throws {
        let digits = "00ff10abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123"
        let digest = try #require(Digest(hex: digits))
        #expect(digest.bytes.prefix(4) == [0x00, 0xFF, 0x10, 0xAB])
        #expect(digest.description == digits)
        #expect(digest.short == "00ff10abcdef")
        #expect(Digest(hex: digits.uppercased()) == digest)
        #expect(Digest(hex: digits.dropLast()) == nil)
        #expect(Digest(hex: digits.dropLast() + "g") == nil)
        #expect(Digest(bytes: digest.bytes.dropLast()) == nil)
        #expect(Digest.none.bytes == [UInt8](repeating: 0, count: 32))
        #expect(Digest.none < digest && !(digest < Digest.none))
    }
}
