import Glibc

/// The bytes of a text file as UTF-8, without a byte order mark. Valid UTF-8 wins, because text in GB 18030
/// is hardly ever valid UTF-8, while text in UTF-8 often is valid GB 18030.
func decodeText(_ bytes: [UInt8]) throws(UnreadableFile.Reason) -> (text: [UInt8], encoding: TextEncoding) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        return (try convert(bytes, from: "UTF-16"), .utf16)
    }
    if let zero = bytes.firstIndex(of: 0) {
        // No text of an office holds a zero byte; early ones mean a binary file.
        throw zero < 512 ? .notWorkbook(.binary) : .unknownEncoding(offset: zero)
    }
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard let fault = firstFaultInUTF8(bytes) else {
        return (marked ? Array(bytes.dropFirst(3)) : bytes, .utf8)
    }
    // One damaged byte must not turn a whole file of UTF-8 into wrong characters: a mark, or a run of
    // Han characters before the fault, shows what was meant.
    guard !marked, hanCharactersInUTF8(bytes[..<fault]) < 8 else { throw .unknownEncoding(offset: fault) }
    return (try convert(bytes, from: "GB18030"), .gb18030)
}

private func firstFaultInUTF8(_ bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes.span)
        return nil
    } catch {
        return error.byteOffsets.lowerBound
    }
}

/// Lead bytes of Han characters (U+4E00 to U+9FFF) and full-width marks in valid UTF-8.
private func hanCharactersInUTF8(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ((0xE4...0xE9).contains($1) || $1 == 0xEF ? 1 : 0) }
}

/// Converts strictly: the first byte sequence that is no character ends it with its offset.
private func convert(_ bytes: [UInt8], from encoding: String) throws(UnreadableFile.Reason) -> [UInt8] {
    guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1) else {
        throw .systemError(errno)
    }
    defer { iconv_close(converter) }
    var source = bytes
    var offset = 0
    // Two bytes become three at most in both encodings.
    let capacity = bytes.count * 2 + 16
    var complete = false
    let text = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
        output.withMemoryRebound(to: CChar.self) { output in
            source.withUnsafeMutableBytes { input in
                var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = input.count
                var to = output.baseAddress
                var room = capacity
                complete = iconv(converter, &from, &left, &to, &room) != .max && left == 0
                offset = input.count - left
                count = capacity - room
            }
        }
    }
    guard complete else { throw .unknownEncoding(offset: offset) }
    return text
}
