import Basics
import Registry

// How an event stands in the database. Codes are added, never altered.

extension MotionDeed {
    /// The code of the deed.
    package var code: UInt8 {
        switch self {
        case .moved: 1
        case .reviewed: 2
        case .returned: 3
        case .placed: 4
        case .met: 5
        case .countersigned: 6
        case .approved: 7
        case .filed: 8
        case .withdrawn: 9
        case .remarked: 10
        case .requested: 11
        }
    }
}

extension MotionEvent {
    /// The day and what belongs to the deed, in the canonical encoding.
    package var content: [UInt8] {
        var writer = CanonicalWriter()
        writer.day(day)
        switch deed {
        case .moved(let matter, let digest, let organ), .requested(let matter, let digest, let organ):
            writer.code(matter.rawValue)
            writer.digest(digest)
            writer.text(organ)
        case .reviewed(let kind, let inFavour):
            writer.code(kind.rawValue)
            writer.code(inFavour ? 1 : 0)
        case .returned, .withdrawn, .remarked: break
        case .placed(let meeting, let item):
            writer.day(meeting)
            writer.integer(item)
        case .met(let meeting):
            writer.list(meeting.present) { $0.identifier($1) }
            writer.list(meeting.absent) { $0.identifier($1) }
            writer.integer(meeting.inFavour)
            writer.optional(meeting.minutes) { $0.citation($1) }
        case .countersigned(let organ, let document), .approved(let organ, let document),
            .filed(let organ, let document):
            writer.text(organ)
            writer.citation(document)
        }
        return writer.bytes
    }
}

extension Motion {
    /// The digest of its first events, which the Act that decides it carries among what it stands on.
    package func digest(of count: Int, in jurisdiction: String) -> Digest {
        var writer = CanonicalWriter()
        writer.text("sanding/1/motion")
        writer.text(jurisdiction)
        writer.integer(number)
        writer.list(events.prefix(count)) { writer, event in
            writer.identifier(event.officer)
            writer.integer(event.recorded.milliseconds)
            writer.code(event.deed.code)
            writer.list(event.content) { $0.code($1) }
            writer.digest(event.text)
        }
        return Digest(sha256: writer.bytes)
    }
}

extension CanonicalWriter {
    fileprivate mutating func citation(_ citation: Citation) {
        text(citation.issuer)
        integer(citation.year)
        integer(citation.number)
    }
}
