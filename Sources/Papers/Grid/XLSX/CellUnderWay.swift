import Basics

/// A cell of which the file has told a part: its type and style, then its characters.
struct CellUnderWay {
    /// Characters of the value so far.
    var bytes: [UInt8] = []
    /// Whether an element for the value was there, if only an empty one.
    var hasValue = false
    /// Whether a formula was there.
    var hasFormula = false
    private var type = Kind.number
    private var style = 0

    private enum Kind { case number, shared, inline, formulaText, truth, fault, isoDate }

    /// Begins a cell with what its start tag says.
    mutating func start(type name: UnsafeBufferPointer<UInt8>?, style: Int?) {
        bytes.removeAll(keepingCapacity: true)
        hasValue = false
        hasFormula = false
        self.style = style ?? 0
        // "s" and "str" differ in length, the others in the first letter.
        switch (name?.first, name?.count) {
        case (UInt8(ascii: "s"), 1): type = .shared
        case (UInt8(ascii: "s"), _): type = .formulaText
        case (UInt8(ascii: "i"), _): type = .inline
        case (UInt8(ascii: "b"), _): type = .truth
        case (UInt8(ascii: "e"), _): type = .fault
        case (UInt8(ascii: "d"), _): type = .isoDate
        default: type = .number
        }
    }

    /// The finished cell at a zero-based place.
    mutating func finish(
        _ context: SheetListener.Context, _ pool: inout TextPool, row: Int, column: Int
    ) throws(UnreadableFile.Reason) -> Cell {
        if type == .inline || type == .formulaText {
            decodeEscapes(&bytes)
            return bytes.isEmpty ? .empty : .text(indented(bytes.withUnsafeBufferPointer { pool.text($0) }, context))
        }
        trim()
        guard !bytes.isEmpty else {
            // A program that cannot calculate saves formulas without values; a sum must not turn into nothing.
            return hasFormula && type == .number ? .uncalculated : .empty
        }
        switch type {
        case .shared:
            guard let index = bytes.withUnsafeBufferPointer(decimal), index < context.strings.count else {
                let place = cellName(row: row, column: column)
                throw .damaged(detail: "\(context.part), \(place): no shared string of that number")
            }
            let text = context.strings[index]
            return text.isEmpty ? .empty : .text(indented(text, context))
        case .truth:
            return .truth(bytes == [UInt8(ascii: "1")] || bytes == Array("true".utf8))
        case .fault:
            return .fault(String(decoding: bytes, as: UTF8.self))
        case .isoDate:
            let written = String(decoding: bytes, as: UTF8.self)
            return Day(iso: written.prefix(10)).map(Cell.day) ?? .text(written)
        default:
            return number(context)
        }
    }

    /// The text with a full-width space for each step of its style's indent: a tree shown by indents, and by nothing
    /// else, would be lost otherwise.
    private func indented(_ text: String, _ context: SheetListener.Context) -> String {
        guard context.styles.indices.contains(style), context.styles[style].indent > 0 else { return text }
        return String(repeating: "\u{3000}", count: context.styles[style].indent) + text
    }

    private func number(_ context: SheetListener.Context) -> Cell {
        let written = String(decoding: bytes, as: UTF8.self)
        // "nan" and "inf" parse, but no workbook holds such numbers.
        guard let value = Double(written), value.isFinite else { return .text(written) }
        if context.styles.indices.contains(style), context.styles[style].isDate,
            let day = context.epoch.day(serial: value)
        {
            return .day(day)
        }
        return .number(value, written: written)
    }

    private mutating func trim() {
        // Writers that indent their XML put line ends around values.
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        if let first = bytes.first, first <= 0x20 { bytes.removeFirst(bytes.prefix { $0 <= 0x20 }.count) }
    }
}
