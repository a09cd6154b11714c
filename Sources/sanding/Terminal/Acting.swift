import Basics
import Foundation
import Office
import Storage

/// What a command does, as the audit has it.
struct TerminalDeed {
    /// What kind of thing it is.
    let action: AuditAction
    /// What it is about.
    let what: AuditTopic
    /// In whose name, as the command was told.
    var officer: String?
}

/// A command that writes: a record of it is written with the first thing that is, and of its being refused, too.
protocol Acting: Answering {
    /// What it does.
    var deed: TerminalDeed { get }

    /// Does it, at a desk whose first write keeps the record.
    func act(at open: inout Desk) throws
}

extension Acting {
    func answer() throws {
        let journal = try desk.journal()
        let jurisdiction = try desk.jurisdiction(of: journal)
        try desk.acting(deed, over: journal, in: jurisdiction) { journal in
            var open = try Desk(journal, jurisdiction: jurisdiction)
            try act(at: &open)
        }
    }
}

extension DeskOptions {
    /// Does something over a journal whose first write keeps the record of it. That it was refused, or that the world failed,
    /// is on record by itself.
    func acting<Value>(
        _ deed: TerminalDeed, over journal: Journal, in jurisdiction: String, _ work: (Journal) throws -> Value
    ) throws -> Value {
        var source = SystemRandomNumberGenerator()
        let trail = AuditTrail(journal, jurisdiction: jurisdiction)
        let visitor = Visitor.atTerminal(naming: deed.officer)
        let witnessed = try trail.witnessed(deed.action, by: visitor, what: deed.what, at: now(), from: &source)
        do { return try work(witnessed) } catch {
            let failure = error as? OfficeFailure ?? (error as? StorageFailure).map { OfficeFailure($0) }
            if let failure {
                try trail.record(failure, of: deed.action, by: visitor, what: deed.what, at: now(), from: &source)
            }
            throw error
        }
    }

    /// Puts on record what writes nothing else, before it is done.
    func record(_ deed: TerminalDeed, over journal: Journal, in jurisdiction: String) throws {
        var source = SystemRandomNumberGenerator()
        try AuditTrail(journal, jurisdiction: jurisdiction).record(
            deed.action, by: .atTerminal(naming: deed.officer), what: deed.what, at: now(), from: &source)
    }

    /// Puts on record what concerns the whole database, with every district in it: each has an auditor of its own.
    func recordEverywhere(_ deed: TerminalDeed, over journal: Journal) throws {
        let districts = try Result { () throws(StorageFailure) in try journal.jurisdictions() }
            .mapError { OfficeFailure($0) }.get()
        for district in districts { try record(deed, over: journal, in: district) }
    }
}

extension Visitor {
    /// Whoever runs this program, as the system knows them, and the officer they name.
    static func atTerminal(naming officer: String? = nil) -> Visitor {
        var name = [CChar](repeating: 0, count: 256)
        let isNamed = gethostname(&name, name.count - 1) == 0
        let host = isNamed ? String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) : ""
        return Visitor(user: NSUserName(), host: host, naming: officer)
    }
}
