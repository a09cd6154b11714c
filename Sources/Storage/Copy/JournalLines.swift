import Foundation

// The whole journal as JSON Lines (日志导出): one row a line, an array of the table's name and its values in the order of its
// columns. Whole numbers are numbers, texts are strings, bytes are objects with their hexadecimal digits, as {"hex":"0a"}.
// The first line says what it is and of which schema: {"sanding":"journal","schema":6}.

extension Journal {
    /// Writes the whole journal and everything beside it as lines, of one snapshot; how many rows it were.
    package func export(
        to line: (String) throws -> Void, progress: (Int) -> Void = { _ in }
    ) throws(StorageFailure) -> Int {
        try read { db in
            try line("{\"sanding\":\"journal\",\"schema\":\(try db.schemaVersion())}")
            var count = 0
            for table in CopiedTable.all {
                try table.forEach(in: db) { values in
                    try line("[\"\(table.name)\",\(values.map(JournalLines.written).joined(separator: ","))]")
                    count += 1
                    if count.isMultiple(of: 5000) { progress(count) }
                }
            }
            return count
        }
    }

    /// Fills an empty place with what was exported. A line that can't be read is named by its number.
    package static func load(
        _ lines: some Sequence<Substring>, into address: String, progress: (Int) -> Void = { _ in }
    ) throws(StorageFailure) -> CopyReceipt {
        try fill(address) { target in
            var number = 0
            for line in lines {
                number += 1
                if number == 1 {
                    try JournalLines.checkHeader(line)
                } else if !line.isEmpty {
                    guard let (table, values) = JournalLines.read(line) else {
                        throw StorageFailure.journalLine(number)
                    }
                    try target.insert(values, into: table)
                    if target.count.isMultiple(of: 5000) { progress(target.count) }
                }
            }
            guard number > 0 else { throw StorageFailure.journalLine(1) }
        }
    }
}

private enum JournalLines {
    static func written(_ value: SQLValue) -> String {
        switch value {
        case .null: return "null"
        case .integer(let number): return "\(number)"
        case .text(let text):
            // A string of JSON is written by the library, so that no character of a text can end it.
            let data =
                (try? JSONSerialization.data(withJSONObject: text, options: [.fragmentsAllowed])) ?? Data("\"\"".utf8)
            return String(decoding: data, as: UTF8.self)
        case .bytes(let bytes): return "{\"hex\":\"\(hexadecimal(bytes))\"}"
        }
    }

    static func checkHeader(_ line: Substring) throws {
        let object = (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any]
        guard object?["sanding"] as? String == "journal", let schema = object?["schema"] as? Int else {
            throw StorageFailure.journalLine(1)
        }
        guard schema <= Migration.latest else { throw StorageFailure.newerSchema(schema) }
    }

    static func read(_ line: Substring) -> (CopiedTable, [SQLValue])? {
        let object = try? JSONSerialization.jsonObject(with: Data(line.utf8))
        guard let parts = object as? [Any], let name = parts.first as? String,
            let table = CopiedTable.all.first(where: { $0.name == name }), parts.count == table.columns.count + 1
        else { return nil }
        var values: [SQLValue] = []
        for part in parts.dropFirst() {
            switch part {
            case is NSNull: values.append(.null)
            case let text as String: values.append(.text(text))
            case let object as [String: Any]:
                guard let hex = object["hex"] as? String, let bytes = bytes(of: hex) else { return nil }
                values.append(.bytes(bytes))
            case let number as NSNumber: values.append(.integer(number.int64Value))
            default: return nil
            }
        }
        return (table, values)
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func bytes(of hex: String) -> [UInt8]? {
        func digit(_ code: UInt8) -> UInt8? {
            switch code {
            case 48...57: code - 48
            case 97...102: code - 87
            default: nil
            }
        }
        let codes = Array(hex.utf8)
        guard codes.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(codes.count / 2)
        for place in stride(from: 0, to: codes.count, by: 2) {
            guard let high = digit(codes[place]), let low = digit(codes[place + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }
}
