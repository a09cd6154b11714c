import Foundation

// Two writings of one word must compare equal: half and full width, letter case, stray spaces of any kind,
// characters copied out of a PDF (⼀ for 一), and, for headers and values, any punctuation.

/// The text for comparing: compatibility forms folded, letters small, white space and invisible characters left out;
/// brackets, dashes and quotation marks of one kind each, or without any punctuation.
func folded(_ text: String, punctuation: Bool = false) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x4E00...0x9FFF: result.unicodeScalars.append(scalar)
        case 0x2E80...0x2FDF, 0x3280...0x33FF, 0xF900...0xFAFF, 0xFB00...0xFB06, 0x2460...0x24FF, 0x2150...0x217F,
            0xB2, 0xB3, 0xB9, 0x2070...0x209F, 0x1F100...0x1F10A, 0x3220...0x3247, 0xFE30...0xFE4F:
            // Rare in offices' tables, so the slow library call is taken for these alone.
            let plain = String(scalar).precomposedStringWithCompatibilityMapping
            if plain.unicodeScalars.first != scalar { result += folded(plain, punctuation: punctuation) }
        default:
            if let kept = foldedScalar(scalar, punctuation: punctuation) { result.unicodeScalars.append(kept) }
        }
    }
    return result
}

/// One scalar for comparing, nil where it is left out.
private func foldedScalar(_ scalar: Unicode.Scalar, punctuation: Bool) -> Unicode.Scalar? {
    var value = scalar.value
    if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
    switch value {
    case 0x41...0x5A: return Unicode.Scalar(value + 32)
    case 0x61...0x7A, 0x30...0x39: return Unicode.Scalar(value)
    case 0...0x20, 0x7F...0xA0: return nil
    case 0x21...0x7E: return punctuation ? Unicode.Scalar(value == 0x5B ? 0x28 : value == 0x5D ? 0x29 : value) : nil
    case 0xAD, 0x200B...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0xFEFF, 0x3000, 0xFE00...0xFE0F: return nil
    case 0x3007: return scalar
    case 0x3008...0x300B: return punctuation ? scalar : nil
    case 0x300C...0x300F, 0x201C...0x201F, 0xFF62, 0xFF63: return punctuation ? "\"" : nil
    case 0x2018...0x201B: return punctuation ? "'" : nil
    case 0x3010, 0x3014, 0x3016, 0x3018: return punctuation ? "(" : nil
    case 0x3011, 0x3015, 0x3017, 0x3019: return punctuation ? ")" : nil
    case 0x2010...0x2015, 0x2212, 0x2500, 0x2501, 0xFF0D: return punctuation ? "-" : nil
    case 0xB7, 0x2022, 0x2027, 0x30FB, 0x2E31, 0xFF65: return punctuation ? "·" : nil
    case 0x3001...0x303F, 0x2000...0x2027, 0x2030...0x205E, 0xFFE0...0xFFEE: return punctuation ? scalar : nil
    default: return scalar.properties.isWhitespace ? nil : scalar
    }
}

/// A name or sentence as it is kept: without invisible characters, full-width letters and digits as half-width, runs
/// of white space as one space, and none beside a Han character, where no space belongs.
func tidied(_ text: String) -> String {
    if isTidy(text) { return text }
    var scalars: [Unicode.Scalar] = []
    var gap = false
    for scalar in text.unicodeScalars {
        var kept = scalar
        switch scalar.value {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
            kept = Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0x7F, 0xFE00...0xFE0F: continue
        case 0...0x20, 0x80...0xA0: gap = true; continue
        default: if scalar.properties.isWhitespace { gap = true; continue }
        }
        if gap, let last = scalars.last, isNarrow(last), isNarrow(kept) { scalars.append(" ") }
        gap = false
        scalars.append(kept)
    }
    var result = ""
    result.unicodeScalars.append(contentsOf: scalars)
    return result
}

/// Han characters and narrow printable characters only, with no space among them: the usual case.
private func isTidy(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
        (0x21...0x7E).contains($0.value) || (0x4E00...0x9FFF).contains($0.value) || $0.value == 0x3014
            || $0.value == 0x3015 || $0.value == 0x3001 || $0.value == 0x3002
    }
}

private func isNarrow(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x2E80 }

/// The text without the brackets and what stands in them, and what stood in them.
func withoutBrackets(_ text: String) -> (text: String, inside: [String]) {
    var outer = ""
    var inside: [String] = []
    var depth = 0
    for character in text {
        switch character {
        case "(", "\u{FF08}", "[", "\u{3010}", "\u{3014}", "\u{FF3B}":
            if depth == 0 { inside.append("") } else { inside[inside.count - 1].append(character) }
            depth += 1
        case ")", "\u{FF09}", "]", "\u{3011}", "\u{3015}", "\u{FF3D}":
            if depth == 0 { outer.append(character); continue }
            depth -= 1
        default:
            if depth == 0 { outer.append(character) } else { inside[inside.count - 1].append(character) }
        }
    }
    return (outer, inside)
}
