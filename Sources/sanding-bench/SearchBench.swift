import Basics
import Foundation
import Office
import Registry
import Search
import Storage

extension Bench {
    /// Words in 50,000 duty statements: the texts alone, and through a desk on SQLite and, where one is named in
    /// SANDING_TEST_POSTGRES, on PostgreSQL; there also names of 20,000 people.
    static func searches(in folder: String) throws {
        let duties = PlantedDuties(count: 50_000, seed: 7).statements.map(\.text)
        var corpus = Corpus([])
        let reading = Timing(runs: 5) { _ in corpus = Corpus(duties.map { Corpus.Item([$0]) }) }
        let size = "\(duties.count) duties, \(String(format: "%.1f", Double(corpus.size) / 1_048_576)) MiB"
        say("search: texts read (\(size)): \(reading.line)")
        for words in sought + ["q", "无此"] {
            guard let needles = SearchWords(words) else { continue }
            var hits = 0
            let timing = Timing(runs: 200) { _ in hits = corpus.search(needles).count }
            say("search in memory \(words) (\(size), \(hits) found): \(timing.line)")
        }
        try searches(for: duties, "SQLite", at: folder + "/search.sqlite", key: folder + "/search.key")
        if let server = ProcessInfo.processInfo.environment["SANDING_TEST_POSTGRES"] {
            try searches(for: duties, "PostgreSQL", at: try schema(of: server), key: folder + "/server.key")
        } else {
            say("search on PostgreSQL: not measured, SANDING_TEST_POSTGRES names none")
        }
    }

    /// The same through a desk: every kind of thing, the best twenty with what matched in them.
    private static func searches(for duties: [String], _ engine: String, at address: String, key: String) throws {
        let journal = try Journal(at: address, key: try MasterKey.create(at: key), create: true)
        var desk = try Desk(journal, jurisdiction: "339981")
        var source = SeededSource(seed: 5)
        let title = try journal.vault.seal("基线", as: .title, for: "339981")
        guard let citation = Citation("样编〔2020〕1号") else { preconditionFailure("a citation as written") }
        let day = Day(number: 18_412)
        var changes: [Change] = []
        var holder = Institution.ID(from: &source)
        for (index, duty) in duties.enumerated() {
            if index % 6 == 0 {
                holder = Institution.ID(from: &source)
                changes.append(
                    .establish(holder, Profile(name: "合成县第\(index / 6)中心", type: .publicInstitution), origin: nil))
            }
            changes.append(
                .stateDuty(
                    DutyStatement(id: Identifier(from: &source), holder: holder, number: index % 6 + 1, text: duty)))
        }
        var sealed = [title]
        for index in 0..<20_000 {
            let surname = surnames[index % surnames.count]
            let record = try journal.vault.seal("{\"name\":\"\(surname)某\(index)\"}", as: .personal, for: "339981")
            sealed.append(record)
            changes.append(
                .registerPerson(
                    Identifier(from: &source), personal: record.digest, status: .management, position: .management,
                    entered: nil, origin: nil))
        }
        try desk.record(
            Act(
                command: Identifier(from: &source),
                document: Document(citation: citation, title: title.digest, decided: day), basis: .opening,
                drafter: Identifier(from: &source), changes: changes.map { DatedChange(day, $0) }),
            sealing: sealed, at: Instant(milliseconds: 1_600_000_000_000))
        let instant = Instant(milliseconds: 1_600_000_001_000)
        var texts = try desk.searchTexts(people: .withheld)
        let filling = try Timing(runs: 3) { _ in texts = try desk.searchTexts(people: .withheld) }
        say("search on \(engine): texts filled (\(duties.count) duties, \(duties.count / 6) bodies): \(filling.line)")
        for words in sought + ["样编〔2020〕1号"] {
            var found = 0
            let timing = try Timing(runs: 200) { _ in
                found = try desk.search(words, in: texts, people: .withheld, limit: 20, at: instant, from: &source)
                    .total
            }
            say("search on \(engine) \(words) (\(duties.count) duties, \(found) found): \(timing.line)")
        }
        let looker = PeopleRight.granted(to: Visitor(user: "bench", host: "bench"), purpose: "测量")
        let names = try Timing(runs: 3) { _ in texts = try desk.searchTexts(people: looker) }
        say("search on \(engine): texts filled with names of 20000 people unsealed: \(names.line)")
        for words in ["王", "王某200"] {
            var found = 0
            let timing = try Timing(runs: 50) { _ in
                found = try desk.search(
                    words, in: texts, kinds: [.person], people: looker, limit: 20, at: instant, from: &source
                ).total
            }
            say("search for people on \(engine) \(words) (20000 people, \(found) found): \(timing.line)")
        }
    }

    /// One, two and three characters and two words: what stands in nearly every statement, what in many, what in some.
    private static let sought = ["的", "管", "组织", "管理", "行政区", "组织 实施"]

    /// So many that one of them finds as many people as a usual surname does.
    private static let surnames = Array("王李张刘陈杨赵黄周吴徐孙胡朱")

    /// The address of a new schema in a server, which goes with the server.
    private static func schema(of server: String) throws -> String {
        let name = "bench\(getpid())"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["psql", "--no-psqlrc", "--quiet", "--command=CREATE SCHEMA \(name)", server]
        try process.run()
        process.waitUntilExit()
        return server + (server.contains("?") ? "&" : "?") + "options=-csearch_path%3D\(name)"
    }
}
