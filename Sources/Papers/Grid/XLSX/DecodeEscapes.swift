/// Replaces `_x000D_` and its like (ST_Xstring, ISO/IEC 29500-1, 22.9.2.19) by the character meant: XML cannot
/// hold control characters, so writers spell them. `_x005F_` is an underline that must not start one.
func decodeEscapes(_ text: inout [UInt8]) {
    let underline = UInt8(ascii: "_")
    guard text.count >= 7, text.contains(underline) else { return }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
        if text[index] == underline, index + 6 < text.count, text[index + 1] == UInt8(ascii: "x"),
            text[index + 6] == underline, let code = hexadecimal(text[(index + 2)...(index + 5)]),
            let scalar = Unicode.Scalar(code)
        {
            decoded.append(contentsOf: Array(String(Character(scalar)).utf8))
            index += 7
        } else {
            decoded.append(text[index])
            index += 1
        }
    }
    text = decoded
}

/// Four hexadecimal digits as a number. Halves of surrogate pairs give no scalar and stay as they are spelled.
private func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt16? {
    var number: UInt16 = 0
    for digit in digits {
        guard let value = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
        number = number << 4 | UInt16(value)
    }
    return number
}
