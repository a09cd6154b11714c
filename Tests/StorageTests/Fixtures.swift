import Basics
import Foundation
import GRDB
import Registry
import Testing

import Storage

/// A folder of its own for one test, with a key file and a place for a journal on one of the engines.
final class Desk {
    let folder: URL
    let key: MasterKey
    let engine: TestEngine
    private let server: TestServer?
    private let schema: String
    private var source = SeededSource(seed: 12)

    init() throws {
        engine = .current
        let name = UUID().uuidString.lowercased().replacing("-", with: "")
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("storage-\(name)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        key = try MasterKey.create(at: folder.appendingPathComponent("key").path)
        schema = "t\(name)"
        server = engine == .postgresql ? try TestServer() : nil
        try server?.run("CREATE SCHEMA \(schema)", in: "public")
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
        try? server?.run("DROP SCHEMA \(schema) CASCADE; DROP SCHEMA IF EXISTS \(schema)_whole CASCADE", in: "public")
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    var journalPath: String { path("journal.db") }

    /// Where the journal is, as it is opened.
    var address: String { server?.address(of: schema) ?? journalPath }

    func journal() throws -> Journal { try Journal(at: address, key: key, create: true, patience: 0.2) }

    /// A journal that waits for others, where many write at once.
    func patientJournal() throws -> Journal { try Journal(at: address, key: key, create: true, patience: 20) }

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

    /// Changes the database behind the journal's back: no triggers, no foreign keys. Blobs stand as `x'…'`.
    func tamper(_ sql: String) throws {
        if let server { return try server.run(Desk.translated(sql), in: schema) }
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: journalPath, configuration: configuration)
        try queue.write { db in
            for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
                try db.execute(sql: "DROP TRIGGER \(name)")
            }
            try db.execute(sql: sql)
        }
        try queue.close()
    }

    /// Keeps the whole journal as it is, closed, for `restore`.
    func keep() throws {
        guard let server else {
            return try FileManager.default.copyItem(atPath: journalPath, toPath: journalPath + ".whole")
        }
        let copies = Desk.tables.map { "CREATE TABLE \(schema)_whole.\($0) AS TABLE \($0)" }
        try server.run("CREATE SCHEMA \(schema)_whole; " + copies.joined(separator: "; "), in: schema)
    }

    /// Makes it again what it was.
    func restore() throws {
        guard let server else {
            return try Data(contentsOf: URL(fileURLWithPath: journalPath + ".whole"))
                .write(to: URL(fileURLWithPath: journalPath))
        }
        let copies = Desk.tables.map { "DELETE FROM \($0); INSERT INTO \($0) SELECT * FROM \(schema)_whole.\($0)" }
        try server.run(copies.joined(separator: "; "), in: schema)
    }

    private static let tables = ["journal", "head", "sealed", "tokens", "erasures", "marks"]

    /// A statement as the engine says it.
    func sql(_ text: String) -> String { engine == .sqlite ? text : Desk.translated(text) }

    /// What SQLite calls otherwise.
    private static func translated(_ sql: String) -> String {
        sql.replacing(/x'([0-9a-f]*)'/) { "'\\x\($0.output.1)'::bytea" }
            .replacing(/randomblob\((\d+)\)/) { "decode(repeat('5a', \($0.output.1)), 'hex')" }
            .replacing(/CAST\((.*) AS BLOB\)/) { "CAST(\($0.output.1) AS BYTEA)" }
    }

    /// Every byte of the journal's files; of a server, of all its rows, blobs as bytes.
    func bytes() throws -> Data {
        if let server { return try server.rows(in: schema) }
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
