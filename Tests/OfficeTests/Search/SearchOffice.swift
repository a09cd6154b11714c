import Basics
import Foundation
import Office
import Registry
import Storage
import Testing

/// A small register on an engine, with what is hard to find in it; gone when the test is.
final class SearchOffice {
    enum Engine: CaseIterable {
        case sqlite
        case postgresql
    }

    static let opened = Day(number: 18_412)
    static let changed = Day(number: 18_500)

    let folder: URL
    var desk: Desk
    let bureau: Institution.ID
    let centre: Institution.ID
    let station: Institution.ID
    let duty: DutyStatement.ID
    /// By name.
    private(set) var people: [String: Person.ID] = [:]
    private var personal: [String: Digest] = [:]
    var source = SeededSource(seed: 41)
    private var clock: Int64 = 1_600_000_000_000

    init(_ engine: Engine) throws {
        let name = "s" + UUID().uuidString.lowercased().replacing("-", with: "")
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let address =
            switch engine {
            case .sqlite: folder.appendingPathComponent("journal").path
            case .postgresql: try SearchOffice.schema(name)
            }
        let key = try MasterKey.create(at: folder.appendingPathComponent("key").path)
        desk = try Desk(Journal(at: address, key: key, create: true), jurisdiction: "339981")
        (bureau, centre, station) = (
            Identifier(from: &source), Identifier(from: &source), Identifier(from: &source)
        )
        duty = Identifier(from: &source)
        var sealed: [SealedText] = []
        var tokens: [TokenEntry] = []
        var changes: [Change] = [
            .establish(bureau, Profile(name: "示例区教育体育局", type: .government, shortName: "区教体局"), origin: nil),
            .hangPlate(bureau, "示例区文物局"), .hangPlate(bureau, "示例区少年宫"),
            .establish(
                centre,
                Profile(
                    name: "示例区ＩＴ中心", type: .publicInstitution, supervisor: bureau, officeCode: "099001",
                    founding: Founding(document: "示编〔2009〕58号", date: nil)), origin: nil),
            .move(.heads(.institutionFull), count: 9, from: .grant, to: .institution(centre)),
            .establish(station, Profile(name: "示例区教育站", type: .publicInstitution), origin: nil),
            .stateDuty(DutyStatement(id: duty, holder: bureau, number: 1, text: "负责学校安全管理，管理 校车。")),
        ]
        for (name, number) in [
            ("王𠮷", "33998119800101001X"), ("呂\u{F9D8}", "339981198101010020"), ("教育家", "339981198201010030"),
        ] {
            let person = Person.ID(from: &source)
            let record = try desk.journal.vault.seal(
                "{\"name\":\"\(name)\",\"number\":\"\(number)\"}", as: .personal, for: "339981")
            sealed.append(record)
            tokens.append(TokenEntry(desk.journal.vault.token(.identityNumber, number, in: "339981"), of: person))
            people[name] = person
            personal[name] = record.digest
            changes += [
                .registerPerson(
                    person, personal: record.digest, status: .management, position: .management, entered: nil,
                    origin: nil),
                .enrol(person, Place(institution: centre, kind: .institutionFull)),
            ]
        }
        try record(changes, "示编〔2020〕3号", "关于王𠮷同志任职的通知", .opening, on: SearchOffice.opened, sealed, tokens)
        try record(
            [
                .amend(centre, .name("示例区信息中心")), .removePlate(bureau, "示例区少年宫"),
                .abolish(station, successors: [bureau]),
            ], "示编〔2020〕13号", "关于机构更名的批复", .daily, on: SearchOffice.changed)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Records changes that cite a document of that title.
    func record(
        _ changes: [Change], _ citation: String, _ title: String, _ basis: Act.Basis, on day: Day,
        _ sealed: [SealedText] = [], _ tokens: [TokenEntry] = []
    ) throws {
        let title = try desk.journal.vault.seal(title, as: .title, for: "339981")
        let document = Document(citation: try #require(Citation(citation)), title: title.digest, decided: day)
        clock += 1000
        try desk.record(
            Act(
                command: Identifier(from: &source), document: document, basis: basis,
                drafter: Identifier(from: &source),
                deciders: [Identifier(from: &source)], changes: changes.map { DatedChange(day, $0) }),
            sealing: [title] + sealed, tokens: tokens, at: Instant(milliseconds: clock))
    }

    /// Erases a person's data with all tokens, or the title of a document.
    func erase(_ name: String) throws {
        let person = try #require(people[name])
        try erase([try #require(personal[name])], [TokenSubject(person)])
    }

    func eraseTitle(of citation: String) throws {
        let citation = try #require(Citation(citation))
        let document = try #require(desk.history.document(citation))
        try erase([document.title], [])
    }

    private func erase(_ digests: [Digest], _ subjects: [TokenSubject]) throws {
        try desk.journal.erase(
            digests, tokensOf: subjects, in: "339981", by: Identifier(from: &source), at: Instant(milliseconds: clock))
    }

    /// What is found with texts filled for it, the best first.
    func find(
        _ words: String, on day: Day? = nil, people: PeopleRight = .withheld,
        kinds: Set<SearchKind> = Set(SearchKind.allCases)
    ) throws -> [SearchMatch] {
        let texts = try desk.searchTexts(on: day, people: people)
        return try desk.search(
            words, in: texts, kinds: kinds, people: people, limit: 100, at: Instant(milliseconds: clock), from: &source
        ).matches
    }

    private static func schema(_ name: String) throws -> String {
        let server = try #require(
            ProcessInfo.processInfo.environment["SANDING_TEST_POSTGRES"],
            "no PostgreSQL: run script/test, or name one in SANDING_TEST_POSTGRES (script/postgres start FOLDER)")
        let psql = Process()
        psql.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        psql.arguments = ["psql", "--no-psqlrc", "--quiet", "--command=CREATE SCHEMA \(name)", server]
        try psql.run()
        psql.waitUntilExit()
        try #require(psql.terminationStatus == 0)
        return server + "&options=-csearch_path%3D\(name)"
    }
}
