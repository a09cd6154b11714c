import Basics

extension Entry {
    /// The canonical bytes of the record (`docs/journal-format.md`).
    package var bytes: [UInt8] {
        var writer = CanonicalWriter()
        writer.code(format)
        writer.code(judge)
        writer.code(algorithm.rawValue)
        writer.text(jurisdiction)
        writer.integer(position)
        writer.integer(recorded.milliseconds)
        writer.digest(previous)
        act.encode(to: &writer)
        return writer.bytes
    }

    /// The digest of the record, which the next one carries.
    package var digest: Digest { Digest(algorithm, of: bytes) }

    /// The digest of a record as it stands, by the algorithm that it names; by SHA-256 where it names none.
    package static func digest(ofRecord bytes: [UInt8]) -> Digest {
        // After the version of the encoding and that of the judge.
        let algorithm = bytes.count > 2 ? DigestAlgorithm(rawValue: bytes[2]) : nil
        return Digest(algorithm ?? .sha256, of: bytes)
    }

    /// Reads a record and refuses whatever no writer of this version would write.
    package init(bytes: [UInt8]) throws(MalformedRecord) {
        var reader = CanonicalReader(bytes)
        let format = try reader.code()
        guard format == 1 else { throw .unknownCode(format, of: "format") }
        let judge = try reader.code()
        let code = try reader.code()
        guard let algorithm = DigestAlgorithm(rawValue: code) else { throw .unknownCode(code, of: "digest algorithm") }
        self.init(
            format: format, judge: judge, algorithm: algorithm, jurisdiction: try reader.text(),
            position: try reader.integer(), recorded: Instant(milliseconds: Int64(try reader.integer())),
            previous: try reader.digest(), act: try Act(from: &reader))
        try reader.finish()
        guard Instant.recordable.contains(recorded) else { throw .notCanonical("recorded") }
    }
}

extension Act {
    func encode(to writer: inout CanonicalWriter) {
        writer.identifier(command)
        writer.citation(document.citation)
        writer.digest(document.title)
        writer.day(document.decided)
        writer.code(basis.rawValue)
        writer.optional(reform) { $0.citation($1) }
        writer.identifier(drafter)
        writer.list(deciders) { $0.identifier($1) }
        writer.list(attachments) { $0.digest($1) }
        writer.optional(plan) { $0.digest($1) }
        writer.list(rules) { $0.digest($1) }
        writer.optional(reason) { $0.digest($1) }
        writer.list(changes) {
            $0.day($1.day)
            $1.change.encode(to: &$0)
        }
    }

    init(from reader: inout CanonicalReader) throws(MalformedRecord) {
        self.init(
            command: try reader.identifier(),
            document: Document(
                citation: try reader.citation(), title: try reader.digest(), decided: try reader.day()),
            basis: try reader.value(), reform: try reader.optional { r throws(MalformedRecord) in try r.citation() },
            drafter: try reader.identifier(),
            deciders: try reader.list { r throws(MalformedRecord) in try r.identifier() },
            attachments: try reader.list { r throws(MalformedRecord) in try r.digest() },
            plan: try reader.optional { r throws(MalformedRecord) in try r.digest() },
            rules: try reader.list { r throws(MalformedRecord) in try r.digest() },
            reason: try reader.optional { r throws(MalformedRecord) in try r.digest() },
            changes: try reader.list { r throws(MalformedRecord) in
                DatedChange(try r.day(), try Change(from: &r))
            })
    }
}

extension CanonicalWriter {
    mutating func citation(_ citation: Citation) {
        text(citation.issuer)
        integer(citation.year)
        integer(citation.number)
    }

    mutating func origin(_ origin: Origin) {
        text(origin.sheet)
        integer(origin.row)
    }
}

extension CanonicalReader {
    mutating func citation() throws(MalformedRecord) -> Citation {
        guard let citation = Citation(issuer: try text(), year: try integer(), number: try integer()) else {
            throw .notCanonical("citation")
        }
        return citation
    }

    mutating func origin() throws(MalformedRecord) -> Origin { Origin(sheet: try text(), row: try integer()) }

    /// A value of an enumeration by its raw code.
    mutating func value<Value: RawRepresentable>() throws(MalformedRecord) -> Value where Value.RawValue == UInt8 {
        let code = try code()
        guard let value = Value(rawValue: code) else { throw .unknownCode(code, of: "\(Value.self)") }
        return value
    }

    /// A flag.
    mutating func flag() throws(MalformedRecord) -> Bool {
        switch try code() {
        case 0: return false
        case 1: return true
        case let other: throw .unknownCode(other, of: "flag")
        }
    }
}
