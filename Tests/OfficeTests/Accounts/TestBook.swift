import Accounts
import Basics
import Foundation
import Office
import Storage

/// An account book over a database of its own, with the three administrators at their desks.
final class TestBook {
    static let passphrase = "three ginkgo trees"
    static let terminal = Visitor(user: "root", host: "machine")
    let folder: String
    let journal: Journal
    let book: AccountBook
    var source = SeededSource(seed: 5)
    var now = Instant(milliseconds: 1_700_000_000_000)
    private(set) var factors: [String: TOTP] = [:]

    init() throws {
        folder = NSTemporaryDirectory() + "sanding-accounts-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let key = try MasterKey.create(at: folder + "/register.sqlite.key")
        journal = try Journal(at: folder + "/register.sqlite", key: key, create: true)
        book = try AccountBook(journal, jurisdiction: "339981", cost: .cheap)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Another node, or this one started anew.
    func another() throws -> AccountBook {
        let journal = try Journal(
            at: folder + "/register.sqlite", key: try MasterKey.load(at: folder + "/register.sqlite.key"))
        return try AccountBook(journal, jurisdiction: "339981", cost: .cheap)
    }

    func pass(_ milliseconds: Int64) { now = Instant(milliseconds: now.milliseconds + milliseconds) }

    /// The code that the app of somebody shows now.
    func code(_ login: String) -> String { factors[login]?.code(of: TOTP.step(of: now)) ?? "" }

    /// Takes up a link as its owner would; the token of their session.
    @discardableResult
    func takeUp(_ token: String) throws -> String {
        guard let offer = try book.offer(link: token, at: now) else { return "" }
        let login = offer.account.login
        factors[login] = offer.factor
        return try book.takeUp(
            link: token, passphrase: TestBook.passphrase, code: offer.account.needsSecondFactor ? code(login) : "",
            from: "10.0.0.1", at: now, source: &source)
    }

    /// The three administrators, signed in for the first time.
    func administrators() throws -> [Visitor] {
        let links = try book.firstLinks(by: TestBook.terminal, at: now, from: &source)
        for link in links { try takeUp(link.token) }
        return links.map { Visitor($0.account, from: "10.0.0.1") }
    }

    /// Opens an account with roles and takes its link up.
    func account(_ login: String, name: String, _ grants: [Grant], by administrators: [Visitor]) throws -> UserAccount {
        let link = try book.openAccount(login: login, name: name, by: administrators[0], at: now, from: &source)
        try book.grant(grants, to: link.account.id, by: administrators[1], at: now, from: &source)
        try takeUp(link.token)
        return try book.account(link.account.id, at: now).account
    }

    /// Login, passphrase and, where it is asked for, code: as far as it goes.
    func signIn(_ login: String, _ passphrase: String = TestBook.passphrase) throws -> String {
        switch try book.signIn(login: login, passphrase: passphrase, from: "10.0.0.2", at: now, source: &source) {
        case .whole(let token): return token
        case .needsCode(let token):
            return try book.enterCode(code(login), token: token, from: "10.0.0.2", at: now, source: &source)
        }
    }

    /// The audit, the first record first: action, outcome, who.
    func audit() throws -> [AuditLine] { try book.trail.read(AuditSearch(), most: 1000).lines.reversed() }

    /// The code of the failure that the body throws; nil when it throws none.
    func failure(_ body: () throws -> Void) throws -> String? {
        do {
            try body()
            return nil
        } catch let failure as OfficeFailure { return failure.code }
    }
}
