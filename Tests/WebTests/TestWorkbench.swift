import Accounts
import Basics
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Office
import Papers
import Registry
import Samples
import Storage
import Testing

@testable import Web

extension Visitor {
    /// Whoever keeps the machine.
    static let terminal = Visitor(user: "root", host: "machine")
}

/// A server over a small synthetic district, asked without a network. Who asks is in the cookie: the roles of a made-up account,
/// `clerk`, `clerk+head`, `contact:IDENTIFIER`; a number after `@` is another person. `login:NAME` is an account that was
/// opened.
final class TestWorkbench: Sendable {
    let folder: String
    /// Whose account the viewers have that are made up.
    let somebody = UserAccount.ID(high: 0, low: 1)
    let workbench: Workbench
    static let formToken = "made-up-token"

    /// - Parameter record: puts the register together.
    private init(record: (inout Desk, inout SeededSource) throws -> Void) throws {
        folder = NSTemporaryDirectory() + "sanding-web-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder + "/assets", withIntermediateDirectories: true)
        // What pages look like is not at issue here, so that no package has to be fetched.
        for name in Assets.others {
            try Data("/* \(name) */".utf8).write(to: URL(fileURLWithPath: "\(folder)/assets/\(name)"))
        }
        let path = folder + "/register.sqlite"
        let journal = try Journal(at: path, key: try MasterKey.create(at: path + ".key"), create: true)
        var desk = try Desk(journal, jurisdiction: "339981")
        var source = SeededSource(seed: 77)
        try record(&desk, &source)
        workbench = try TestWorkbench.workbench(journal, Assets(folder: folder + "/assets"))
    }

    private static func workbench(_ journal: Journal, _ assets: Assets) throws -> Workbench {
        let accounts = try AccountBook(journal, jurisdiction: "339981", cost: .cheap)
        return Workbench(
            journal: journal, desk: try SharedDesk(journal, jurisdiction: "339981"), jurisdiction: "339981",
            assets: assets, accounts: accounts,
            viewer: { token, instant in
                if token.hasPrefix("login:") {
                    return try accounts.account(login: String(token.dropFirst(6))).map {
                        Viewer(account: $0, formToken: TestWorkbench.formToken)
                    }
                }
                return try TestWorkbench.viewer(token) ?? accounts.viewer(token: token, at: instant)
            },
            clock: { Instant(milliseconds: 1_640_000_000_000) })
    }

    /// What another one has on the disk, with the first byte of a digest altered wherever it stands.
    init(copying other: TestWorkbench, altering digest: Digest) throws {
        folder = NSTemporaryDirectory() + "sanding-web-\(UUID().uuidString)"
        try FileManager.default.copyItem(atPath: other.folder, toPath: folder)
        let path = folder + "/register.sqlite"
        // Opened and closed, so that all of it stands in the one file, which has no checksums.
        do { _ = try Journal(at: path, key: try MasterKey.load(at: path + ".key")) }
        let url = URL(fileURLWithPath: path)
        var bytes = try Data(contentsOf: url)
        let places = bytes.indices.filter { bytes[$0...].starts(with: digest.bytes) }
        try #require(!places.isEmpty)
        for place in places { bytes[place] ^= 1 }
        try bytes.write(to: url)
        workbench = try TestWorkbench.workbench(
            try Journal(at: path, key: try MasterKey.load(at: path + ".key")), Assets(folder: folder + "/assets"))
    }

    /// A small synthetic district.
    convenience init(bodies: Int = SampleDistrict.leastBodies, seed: UInt64 = 7) throws {
        let bytes = try sampleDistrict(seed: seed, bodies: bodies).bytes()
        let book = try readDistrict(try readWorkbook(bytes: bytes, named: "sample.xlsx"))
        let day = book.cutOff ?? Day(number: 18_412)
        try self.init { desk, source in
            _ = try desk.openRegister(
                with: book, file: Digest(sha256: bytes),
                document: DocumentWords(citation: try #require(Citation("样编〔2020〕1号")), title: "基线", decided: day),
                day: day, drafter: try desk.officer(named: "甲", from: &source),
                deciders: [try desk.officer(named: "乙", from: &source)], from: &source,
                at: Instant(milliseconds: 1_612_137_600_000))
        }
    }

    /// A register in which every name is in Latin letters, so that whatever else is not, is the program's.
    convenience init(latin: Void) throws {
        let day = Day(number: 18_412)
        func body(_ number: UInt64) -> Institution.ID { Institution.ID(high: 7, low: number) }
        try self.init { desk, source in
            let kind = EstablishmentKind.institutionFull
            let person = Person.ID(high: 9, low: 1)
            let record = #"{"name":"Ann Example"}"#
            let personal = try desk.journal.vault.seal(record, as: .personal, for: "339981")
            let title = try desk.journal.vault.seal("Baseline", as: .title, for: "339981")
            var changes: [Change] = [
                .establish(body(1), Profile(name: "Bureau of Works", type: .government, rank: .zhengke), origin: nil),
                .establish(
                    body(2),
                    Profile(
                        name: "Road Station", type: .publicInstitution, rank: .guji, category: .welfareOne,
                        funding: .full, supervisor: body(1)), origin: Origin(sheet: "Bodies", row: 3)),
                .move(.heads(kind), count: 4, from: .grant, to: .institution(body(2))),
                .move(.posts(LeaderPost(.chief, .guji)), count: 1, from: .grant, to: .institution(body(2))),
                .addUnit(body(2), InternalUnit(name: "Office", rank: nil)), .hangPlate(body(2), "Bridge Station"),
                .stateDuty(
                    DutyStatement(
                        id: DutyStatement.ID(high: 3, low: 1), holder: body(2), number: 1, text: "Keeps roads.")),
                .registerPerson(
                    person, personal: personal.digest, status: .management, position: .management, entered: nil,
                    origin: Origin(sheet: "People", row: 2)),
                .enrol(person, Place(institution: body(2), kind: kind, role: .chief)),
                .setWorkplace(person, body(1)),
                .reserve(
                    Reservation(
                        id: Reservation.ID(high: 5, low: 1), account: Account(.institution(body(2)), .heads(kind)),
                        count: 1, purpose: .headcountUse, beneficiary: nil, lastDay: Day(number: 20_000))),
                .establish(body(3), Profile(name: "Old Ferry", type: .publicInstitution), origin: nil),
            ]
            let document = Document(
                citation: try #require(Citation("ABC〔2020〕1号")), title: title.digest, decided: day)
            func act(_ number: UInt64, _ basis: Act.Basis, _ changes: [Change]) throws -> Act {
                Act(
                    command: Identifier(high: 1, low: number), document: document, basis: basis,
                    drafter: try desk.officer(named: "Bob", from: &source),
                    deciders: [try desk.officer(named: "Cat", from: &source)],
                    changes: changes.map { DatedChange(day, $0) })
            }
            let first = try act(1, .opening, changes)
            try desk.record(first, sealing: [title, personal], at: Instant(milliseconds: 1_612_137_600_000))
            changes = [.abolish(body(3), successors: [body(2)])]
            try desk.record(act(2, .daily, changes), at: Instant(milliseconds: 1_612_137_700_000))
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private static func viewer(_ token: String) -> Viewer? {
        var grants: [Grant] = []
        let (token, number) = (token.split(separator: "@")[0], token.split(separator: "@").dropFirst().first)
        let person = number.flatMap { UInt64($0) } ?? 1
        for part in token.split(separator: "+") {
            let words = part.split(separator: ":")
            guard let role = Role.allCases.first(where: { "\($0)" == words[0] }) else { return nil }
            grants.append(Grant(role, for: words.count == 2 ? Institution.ID(words[1]).map { [$0] } : nil))
        }
        return Viewer(
            account: UserAccount(
                id: UserAccount.ID(high: 0, low: person), login: "somebody",
                name: person == 1 ? "Somebody" : "Somebody \(person)", grants: grants),
            formToken: formToken)
    }

    /// What came back.
    struct Answer: Sendable {
        let status: Int
        let text: String
        let bytes: [UInt8]
        let headers: [String: String]
        /// The cookies that it sets, with what is said of each.
        let cookies: [String]
    }

    /// Asks for a page.
    func get(_ path: String, as who: String?, language: String = "zh", headers: [String: String] = [:]) async throws
        -> Answer
    {
        try await ask(.get, path, as: who, language: language, headers: headers, body: "")
    }

    /// Sends a form, with its token unless another is given.
    func post(
        _ path: String, _ fields: [(String, String)] = [], as who: String?, token: String? = formToken,
        headers: [String: String] = [:], language: String = "zh"
    ) async throws -> Answer {
        var parts = fields
        if let token { parts.append(("form-token", token)) }
        let body = parts.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
        return try await ask(
            .post, path, as: who, language: language,
            headers: ["content-type": "application/x-www-form-urlencoded"].merging(headers) { $1 }, body: body)
    }

    /// Sends a file as a browser does.
    func upload(_ path: String, _ file: [UInt8], named name: String, as who: String?) async throws -> Answer {
        let parts = [
            "--b\r\ncontent-disposition: form-data; name=\"form-token\"\r\n\r\n\(TestWorkbench.formToken)\r\n",
            "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n",
            String(decoding: file, as: UTF8.self), "\r\n--b--\r\n",
        ]
        return try await ask(
            .post, path, as: who, language: "zh", headers: ["content-type": "multipart/form-data; boundary=b"],
            body: parts.joined())
    }

    private func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }

    func ask(
        _ method: HTTPRequest.Method, _ path: String, as who: String?, language: String, headers: [String: String],
        body: String
    ) async throws -> Answer {
        var fields = HTTPFields()
        fields[.cookie] = (who.map { "sanding=\($0); " } ?? "") + "lang=\(language)"
        for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
        let sent = fields
        let application = Application(router: workbench.router())
        return try await application.test(.router) { client in
            try await client.execute(
                uri: path, method: method, headers: sent, body: body.isEmpty ? nil : ByteBuffer(string: body)
            ) { response in
                var headers: [String: String] = [:]
                for field in response.headers { headers[field.name.canonicalName] = field.value }
                return Answer(
                    status: Int(response.status.code), text: String(buffer: response.body),
                    bytes: Array(response.body.readableBytesView), headers: headers,
                    cookies: response.headers[values: .setCookie])
            }
        }
    }
}
