import Basics
import Foundation
import Testing

@Suite struct NormalFormTests {
    /// The short cut for plain text must never leave something as it is that has another normal form: every scalar is
    /// tried alone, and behind a letter that it might join.
    @Test func shortCutAgreesWithTheLongWay() {
        for value in UInt32(0)...0x1_FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for text in [String(scalar), "e\(scalar)", "가\(scalar)"] {
                let expected = text.precomposedStringWithCanonicalMapping
                guard !text.normalised.utf8.elementsEqual(expected.utf8) else { continue }
                Issue.record("U+\(String(value, radix: 16)) is left as it is")
            }
        }
    }

    @Test func joinsWhatBelongsTogether() {
        #expect(Array("e\u{301}".normalised.utf8) == [0xC3, 0xA9])
        #expect(Array("文化局".normalised.utf8) == Array("文化局".utf8))
    }
}
