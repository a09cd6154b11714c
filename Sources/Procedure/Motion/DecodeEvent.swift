import Basics
import Registry

extension MotionEvent {
    /// The event of a row: the code of its deed and what `content` wrote.
    package init(
        officer: Officer.ID, recorded: Instant, code: UInt8, content: [UInt8], text: Digest
    ) throws(MalformedRecord) {
        var reader = CanonicalReader(content)
        let day = try reader.day()
        let deed = try MotionDeed(code: code, from: &reader)
        try reader.finish()
        self.init(officer: officer, recorded: recorded, day: day, deed: deed, text: text)
    }
}

extension MotionDeed {
    fileprivate init(code: UInt8, from reader: inout CanonicalReader) throws(MalformedRecord) {
        switch code {
        case 1: self = .moved(try reader.matter(), try reader.digest(), by: try reader.text())
        case 2:
            let code = try reader.code()
            guard let kind = ReviewKind(rawValue: code) else { throw .unknownCode(code, of: "review kind") }
            let flag = try reader.code()
            guard flag <= 1 else { throw .unknownCode(flag, of: "flag") }
            self = .reviewed(kind, inFavour: flag == 1)
        case 3: self = .returned
        case 4: self = .placed(meeting: try reader.day(), item: try reader.integer())
        case 5:
            self = .met(
                Meeting(
                    present: try reader.list { r throws(MalformedRecord) in try r.identifier() },
                    absent: try reader.list { r throws(MalformedRecord) in try r.identifier() },
                    inFavour: try reader.integer(),
                    minutes: try reader.optional { r throws(MalformedRecord) in try r.citation() }))
        case 6: self = .countersigned(try reader.text(), try reader.citation())
        case 7: self = .approved(try reader.text(), try reader.citation())
        case 8: self = .filed(try reader.text(), try reader.citation())
        case 9: self = .withdrawn
        case 10: self = .remarked
        case 11: self = .requested(try reader.matter(), try reader.digest(), by: try reader.text())
        default: throw .unknownCode(code, of: "motion event")
        }
    }
}

extension CanonicalReader {
    fileprivate mutating func matter() throws(MalformedRecord) -> MotionMatter {
        let code = try code()
        guard let matter = MotionMatter(rawValue: code) else { throw .unknownCode(code, of: "motion matter") }
        return matter
    }

    fileprivate mutating func citation() throws(MalformedRecord) -> Citation {
        let citation = Citation(issuer: try text(), year: try integer(), number: try integer())
        guard let citation else { throw .notCanonical("citation") }
        return citation
    }
}
