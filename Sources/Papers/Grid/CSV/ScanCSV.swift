/// Splits delimited text into records (RFC 4180), from UTF-8 bytes.
///
/// Written here and not taken from SwiftCSV 0.10: that one walks over `Character`s, in which CR LF is a single
/// one and every step costs grapheme breaking, it wants a header in the first row, where offices put a
/// title, and it says neither in which row a quotation mark was left open nor stops at a limit.
struct CSVScanner {
    private let text: UnsafeBufferPointer<UInt8>
    private let delimiter: UInt8
    private var position = 0
    private var field: [UInt8] = []
    /// Records given so far.
    private(set) var records = 0

    init(_ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
        self.text = text
        self.delimiter = delimiter
    }

    /// Hands the fields of the next record to `take`, in order; false at the end of the text. A line end after
    /// the last record makes no further one.
    mutating func next(
        _ take: (UnsafeBufferPointer<UInt8>) -> Void
    ) throws(UnreadableFile.Reason) -> Bool {
        guard position < text.count else { return false }
        records += 1
        while true {
            try readField()
            field.withUnsafeBufferPointer(take)
            guard position < text.count else { return true }
            let end = text[position]
            position += 1
            if end == delimiter {
                continue
            }
            if end == carriageReturn, position < text.count, text[position] == lineFeed { position += 1 }
            return true
        }
    }

    /// Reads up to the next delimiter or line end outside quotation marks. A mark opens only at the start of
    /// a field; elsewhere it is a character like others, as in 5" pipes.
    private mutating func readField() throws(UnreadableFile.Reason) {
        field.removeAll(keepingCapacity: true)
        if position < text.count, text[position] == quotationMark {
            position += 1
            try readQuoted()
        }
        let start = position
        while position < text.count {
            let byte = text[position]
            if byte == delimiter || byte == lineFeed || byte == carriageReturn { break }
            position += 1
        }
        field.append(contentsOf: text[start..<position])
    }

    private mutating func readQuoted() throws(UnreadableFile.Reason) {
        while position < text.count {
            let byte = text[position]
            position += 1
            if byte == quotationMark {
                guard position < text.count, text[position] == quotationMark else { return }
                position += 1
            }
            field.append(byte)
        }
        throw .damaged(detail: "the quotation mark opened in record \(records) is never closed")
    }
}

private let quotationMark = UInt8(ascii: "\"")
private let carriageReturn = UInt8(ascii: "\r")
private let lineFeed = UInt8(ascii: "\n")
