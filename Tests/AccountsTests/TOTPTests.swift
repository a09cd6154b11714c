import Basics
import Testing

import Accounts

@Suite struct TOTPTests {
    /// The secret of RFC 6238, appendix B: the digits 1 to 0 twice over, as ASCII.
    private let factor = TOTP(secret: Array("12345678901234567890".utf8))

    /// The last six of the eight digits in the table there.
    @Test(
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ] as [(Int64, String)])
    func vectorsOfTheStandard(_ second: Int64, _ code: String) {
        #expect(factor.code(of: TOTP.step(of: Instant(milliseconds: second * 1000))) == code)
    }

    @Test func theStepAndItsNeighboursAreAcceptedOnce() {
        let now = Instant(milliseconds: 1_111_111_111_000)
        let step = TOTP.step(of: now)
        for near in step - 1...step + 1 {
            #expect(factor.step(accepting: factor.code(of: near), at: now, after: nil) == near)
        }
        for far in [step - 2, step + 2] {
            #expect(factor.step(accepting: factor.code(of: far), at: now, after: nil) == nil)
        }
        #expect(factor.step(accepting: factor.code(of: step), at: now, after: step - 1) == step)
        #expect(factor.step(accepting: factor.code(of: step), at: now, after: step) == nil)
        #expect(factor.step(accepting: factor.code(of: step - 1), at: now, after: step) == nil)
        #expect(factor.step(accepting: "050 471", at: now, after: nil) == step)
        for wrong in ["", "05047", "0504711", "０５０４７１", "abcdef"] {
            #expect(factor.step(accepting: wrong, at: now, after: nil) == nil)
        }
    }

    /// RFC 4648, section 10, without the padding.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func base32OfTheStandard(_ text: String, _ digits: String) { #expect(base32(Array(text.utf8)) == digits) }

    @Test func whatAnAppReads() {
        #expect(
            factor.address(login: "a.b", issuer: "编办 x")
                == "otpauth://totp/%E7%BC%96%E5%8A%9E%20x:a.b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=%E7%BC%96%E5%8A%9E%20x&algorithm=SHA1&digits=6&period=30")
        #expect(factor.typed == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
    }
}
