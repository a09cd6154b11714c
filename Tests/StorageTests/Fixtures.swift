import Basics
import Foundation
import GRDB
import Registry
import Testing

import Storage

/// A folder of its own for one test, with a key file and a path for a journal.
final class Desk {
    let folder: URL
    let key: MasterKey
    private var source = SeededSource(seed: 12)

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("storage-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        key = try MasterKey.create(at: folder.appendingPathComponent("key").path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    var journalPath: String { path("journal.db") }

    func journal() throws -> Journal { try Journal(at: journalPath, key: key, create: true, patience: 0.2) }

    func id<Subject>() -> Identifier<Subject> { Identifier(from: &source) }

    /// The next entry: its document's title sealed with it, and whatever changes are given.
    func submission(
        to journal: Journal, of place: String = "330702", _ changes: [Change]? = nil,
        people: [(Person.ID, String)] = [], reason: String? = nil, command: Identifier<Act>? = nil
    ) throws -> Submission {
        let head = try journal.head(of: place)
        let position = (head?.position ?? 0) + 1
        let title = try journal.vault.seal("关于第\(position)次调整的批复", as: .title, for: place)
        let sealedReason = try reason.map { try journal.vault.seal($0, as: .reason, for: place) }
        var sealed = [title] + [sealedReason].compactMap { $0 }
        var tokens: [TokenEntry] = []
        let body = Profile(name: "区第\(position)服务中心", type: .publicInstitution)
        var all = changes ?? [.establish(id(), body, origin: nil)]
        for (person, number) in people {
            let text = try journal.vault.seal("欧阳测试\t\(number)", as: .personal, for: place)
            sealed.append(text)
            tokens.append(TokenEntry(journal.vault.token(.identityNumber, number, in: place), of: person))
            all.append(
                .registerPerson(
                    person, personal: text.digest, status: .professional, position: nil, entered: nil, origin: nil))
        }
        let day = Day(number: 18_000)
        let act = Act(
            command: command ?? id(),
            document: Document(citation: try citation(position), title: title.digest, decided: day), basis: .daily,
            drafter: id(), reason: sealedReason?.digest, changes: all.map { DatedChange(day, $0) })
        let entry = Entry(
            jurisdiction: place, position: position,
            recorded: Instant(milliseconds: Int64(position) * 1000), previous: head?.digest ?? .none, act: act)
        return Submission(entry, sealing: sealed, tokens: tokens)
    }

    /// Appends `count` entries, the second with a person and a reason.
    @discardableResult
    func fill(_ journal: Journal, _ count: Int, of place: String = "330702") throws -> [Entry] {
        var entries: [Entry] = []
        for index in 1...count {
            let isSecond = index == 2
            let next = try submission(
                to: journal, of: place, people: isSecond ? [(id(), "33070219750302001X")] : [],
                reason: isSecond ? "因病提前退休" : nil)
            try journal.append(all: [next])
            entries.append(next.entry)
        }
        return entries
    }

    /// Changes the file behind the journal's back: no triggers, no foreign keys.
    func tamper(_ sql: String, arguments: StatementArguments = []) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: journalPath, configuration: configuration)
        try queue.write { db in
            for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
                try db.execute(sql: "DROP TRIGGER \(name)")
            }
            try db.execute(sql: sql, arguments: arguments)
        }
        try queue.close()
    }

    /// Every byte of the journal's files.
    func bytes() throws -> Data {
        var all = Data()
        for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: journalPath + suffix) {
            all += try Data(contentsOf: URL(fileURLWithPath: journalPath + suffix))
        }
        return all
    }

    private func citation(_ number: Int) throws -> Citation {
        try #require(Citation(issuer: "安编", year: 2020, number: number))
    }
}

/// The failure that the body throws, nil when it throws none.
func failure(_ body: () throws -> Void) throws -> StorageFailure? {
    do {
        try body()
        return nil
    } catch let failure as StorageFailure { return failure }
}
