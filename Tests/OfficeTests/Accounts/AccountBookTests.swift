import Accounts
import Basics
import Office
import Registry
import Storage
import Testing

@Suite struct AccountBookTests {
    private let test: TestBook
    private let administrators: [Visitor]
    private let clerk: UserAccount

    init() throws {
        test = try TestBook()
        administrators = try test.administrators()
        clerk = try test.account("zhang", name: "张三", [Grant(.clerk)], by: administrators)
        test.pass(60_000)
    }

    private var system: Visitor { administrators[0] }
    private var security: Visitor { administrators[1] }
    private var me: Visitor { Visitor(clerk, from: "10.0.0.3") }

    @Test func eachVerbAsksForItsRight() throws {
        for visitor in [security, administrators[2], me, Visitor(from: "10.0.0.9")] {
            let verbs: [(AuditAction, () throws -> Void)] = [
                (
                    .accountOpened,
                    {
                        _ = try test.book.openAccount(
                            login: "wang", name: "王五", by: visitor, at: test.now, from: &test.source)
                    }
                ),
                (
                    .accountDisabled,
                    { try test.book.set(disabled: true, clerk.id, by: visitor, at: test.now, from: &test.source) }
                ),
                (
                    .linkRenewed,
                    { _ = try test.book.renewLink(of: clerk.id, by: visitor, at: test.now, from: &test.source) }
                ),
            ]
            for (action, verb) in verbs {
                #expect(try test.failure(verb) == "not-allowed")
                let last = try #require(try test.audit().last)
                #expect(last.action == action && last.outcome == .refused && last.account == visitor.account)
            }
        }
        for visitor in [system, administrators[2], me] {
            #expect(
                try test.failure {
                    try test.book.grant([Grant(.head)], to: clerk.id, by: visitor, at: test.now, from: &test.source)
                } == "not-allowed")
        }
        #expect(try test.book.account(clerk.id, at: test.now).account == clerk)
    }

    @Test func nobodyChangesTheirOwn() throws {
        for (visitor, body) in [
            (
                security,
                {
                    try test.book.grant(
                        [Grant(.clerk)], to: $0, by: security, at: test.now, from: &test.source)
                }
            ),
            (system, { try test.book.set(disabled: true, $0, by: system, at: test.now, from: &test.source) }),
            (system, { _ = try test.book.renewLink(of: $0, by: system, at: test.now, from: &test.source) }),
        ] as [(Visitor, (UserAccount.ID) throws -> Void)] {
            let id = try #require(visitor.account)
            #expect(try test.failure { try body(id) } == "own-account")
            #expect(try test.audit().last?.outcome == .refused)
        }
    }

    @Test func rolesThatExcludeOneAnother() throws {
        func grant(_ grants: [Grant]) throws -> String? {
            try test.failure {
                try test.book.grant(grants, to: clerk.id, by: security, at: test.now, from: &test.source)
            }
        }
        #expect(try grant([Grant(.systemAdministrator), Grant(.auditAdministrator)]) == "administrators-exclude")
        #expect(try grant([Grant(.clerk), Grant(.auditAdministrator)]) == "administrator-with-business")
        #expect(try grant([Grant(.contact)]) == "contact-without-bodies")
        let body = Institution.ID(high: 3, low: 4)
        #expect(try grant([Grant(.contact, for: [body]), Grant(.clerk)]) == nil)
        let again = try test.another().account(clerk.id, at: test.now).account
        #expect(again.grants == [Grant(.clerk), Grant(.contact, for: [body])])
        #expect(again.version == clerk.version + 1)
        #expect(again.reach(of: .requestHeads) == .everywhere)
    }

    @Test func loginsAndNamesAreOnesOwn() throws {
        func open(_ login: String, _ name: String) throws -> String? {
            try test.failure {
                _ = try test.book.openAccount(login: login, name: name, by: system, at: test.now, from: &test.source)
            }
        }
        #expect(try open("zhang", "张五") == "login-taken")
        #expect(try open("zhang2", "张三") == "name-taken")
        #expect(try open("Zhang", "张五") == "login-malformed")
        #expect(try open("zhang2", "") == "name-malformed")
        #expect(try open("zhang2", "张三（二科）") == nil)
    }

    @Test func aLinkServesOnceAndLapses() throws {
        let link = try test.book.openAccount(login: "wang", name: "王五", by: system, at: test.now, from: &test.source)
        #expect(try test.book.account(link.account.id, at: test.now).state == .invited(until: link.lapses))
        func take(_ passphrase: String, code: String = "") throws -> String? {
            try test.failure {
                _ = try test.book.takeUp(
                    link: link.token, passphrase: passphrase, code: code, from: "", at: test.now, source: &test.source)
            }
        }
        #expect(try take("short") == "passphrase-short")
        #expect(try take("wangwangwang") == "passphrase-monotone")
        #expect(try take("three ginkgo trees", code: "000000") == "code-refused")
        #expect(try take("three ginkgo trees") == nil)
        #expect(try take("three other trees") == "link-lapsed")
        #expect(try test.audit().suffix(3).map(\.action) == [.linkTaken, .signIn, .linkTaken])
        #expect(try test.audit().last?.outcome == .refused)
        _ = try test.signIn("wang")
        let second = try test.book.renewLink(of: link.account.id, by: system, at: test.now, from: &test.source)
        #expect(try test.failure { _ = try test.signIn("wang") } == "sign-in-refused")
        test.pass(AccountBook.linkHolds)
        #expect(try test.book.offer(link: second.token, at: test.now) == nil)
        #expect(try test.book.account(link.account.id, at: test.now).state == .lapsed)
    }

    @Test func aPassphraseIsChangedByWhoeverKnowsIt() throws {
        let (token, elsewhere) = (try test.signIn("zhang"), try test.signIn("zhang"))
        func change(_ old: String, _ new: String) throws -> String {
            try test.book.changePassphrase(
                old, to: new, token: token, from: "10.0.0.3", at: test.now, source: &test.source)
        }
        #expect(try test.failure { _ = try change("wrong", "four ginkgo trees") } == "sign-in-refused")
        #expect(try test.failure { _ = try change(TestBook.passphrase, "short") } == "passphrase-short")
        #expect(try test.failure { _ = try change(TestBook.passphrase, TestBook.passphrase) } == "passphrase-same")
        let next = try change(TestBook.passphrase, "four ginkgo trees")
        #expect(try test.book.viewer(token: next, at: test.now) != nil)
        for old in [token, elsewhere] { #expect(try test.book.viewer(token: old, at: test.now) == nil) }
        #expect(try test.failure { _ = try test.signIn("zhang") } == "sign-in-refused")
        _ = try test.signIn("zhang", "four ginkgo trees")
    }

    @Test func onesOwnSessions() throws {
        let (first, second) = (try test.signIn("zhang"), try test.signIn("zhang"))
        _ = try test.book.viewer(token: first, at: test.now)
        let lines = try test.book.sessions(of: clerk.id, token: first, at: test.now)
        // The one of the link is there, too.
        #expect(lines.count == 3 && lines.filter { $0.isThisOne }.count == 1)
        let others = lines.filter { !$0.isThisOne }
        #expect(
            try test.failure {
                try test.book.endSession(others[0].id, by: system, at: test.now, from: &test.source)
            } == "no-such-session")
        for other in others { try test.book.endSession(other.id, by: me, at: test.now, from: &test.source) }
        #expect(try test.book.viewer(token: second, at: test.now) == nil)
        #expect(try test.book.viewer(token: first, at: test.now) != nil)
        #expect(try test.book.sessions(of: clerk.id, token: first, at: test.now).count == 1)
    }

    @Test func whatCannotBeRecordedIsNotDone() throws {
        try test.journal.run("DROP TABLE audit_heads")
        #expect(
            try test.failure {
                try test.book.set(disabled: true, clerk.id, by: system, at: test.now, from: &test.source)
            } != nil)
        #expect(try test.another().account(clerk.id, at: test.now).state == .ready)
        #expect(try test.failure { _ = try test.signIn("zhang") } != nil)
    }

    @Test func nothingStandsInClear() throws {
        _ = try test.signIn("zhang")
        try test.journal.close()
        let text = String(decoding: try bytes(of: test.folder + "/register.sqlite"), as: UTF8.self)
        for word in ["zhang", "张三", "10.0.0.2", "scrypt", "factor"] { #expect(!text.contains(word), "\(word)") }
    }
}
