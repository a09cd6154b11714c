/// A file that was sent with a form (上传文件).
struct UploadedFile: Sendable {
    /// The field it was chosen in.
    let field: String
    /// Its name on the sender's machine, without folders.
    let name: String
    /// What is in it.
    let bytes: [UInt8]
}

/// A form with files, as RFC 7578 has it.
struct Multipart: Sendable {
    var fields: [(name: String, value: String)] = []
    var files: [UploadedFile] = []

    /// Reads a body; nil where it is cut off or malformed.
    init?(_ body: [UInt8], boundary: String) {
        let line = Array("\r\n--\(boundary)".utf8)
        // The first boundary has no line before it.
        guard !boundary.isEmpty, body.starts(with: line.dropFirst(2)) else { return nil }
        var place = line.count - 2
        while true {
            if body[place...].starts(with: Array("--".utf8)) { return }
            guard body[place...].starts(with: Array("\r\n".utf8)),
                let head = Multipart.find(Array("\r\n\r\n".utf8), in: body, from: place),
                let end = Multipart.find(line, in: body, from: head + 2)
            else { return nil }
            guard fields.count + files.count < Fields.most else { return nil }
            guard let header = String(validating: body[min(place + 2, head)..<head], as: UTF8.self),
                let name = Multipart.parameter("name", of: header)
            else { return nil }
            let content = body[min(head + 4, end)..<end]
            if let file = Multipart.parameter("filename", of: header) {
                let last = file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
                // A field in which no file was chosen sends one without a name.
                if !last.isEmpty { files.append(UploadedFile(field: name, name: last, bytes: Array(content))) }
            } else {
                guard let value = String(validating: content, as: UTF8.self) else { return nil }
                fields.append((name, value))
            }
            place = end + line.count
            guard place + 2 <= body.count else { return nil }
        }
    }

    /// The boundary that a content type names.
    static func boundary(of contentType: String) -> String? {
        guard contentType.lowercased().hasPrefix("multipart/form-data") else { return nil }
        return contentType.split(separator: ";").lazy.map { String($0).trimmed }
            .first { $0.lowercased().hasPrefix("boundary=") }
            .map { String($0.dropFirst("boundary=".count)).trimmingQuotes }
    }

    private static func parameter(_ name: String, of header: String) -> String? {
        for line in header.split(whereSeparator: \.isNewline)
        where line.lowercased().hasPrefix("content-disposition:") {
            guard let start = line.range(of: " \(name)=\"") ?? line.range(of: ";\(name)=\"") else { continue }
            let rest = line[start...].drop { $0 != "\"" }.dropFirst()
            return rest.prefix { $0 != "\"" }.replacing("%22", with: "\"")
        }
        return nil
    }

    private static func find(_ wanted: [UInt8], in body: [UInt8], from start: Int) -> Int? {
        guard start + wanted.count <= body.count else { return nil }
        return body.withUnsafeBufferPointer { bytes in
            var index = start
            while index + wanted.count <= bytes.count {
                if bytes[index] == wanted[0], wanted.indices.allSatisfy({ bytes[index + $0] == wanted[$0] }) {
                    return index
                }
                index += 1
            }
            return nil
        }
    }
}

extension StringProtocol {
    /// Where a text begins in it.
    fileprivate func range(of part: String) -> Index? {
        var rest = self[...]
        while !rest.isEmpty {
            if rest.hasPrefix(part) { return rest.startIndex }
            rest = rest.dropFirst()
        }
        return nil
    }

    fileprivate func replacing(_ part: String, with other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}

extension String {
    /// The text without quotes around it.
    fileprivate var trimmingQuotes: String {
        count >= 2 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self
    }
}
