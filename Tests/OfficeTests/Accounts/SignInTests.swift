import Accounts
import Basics
import Office
import Registry
import Testing

@Suite struct SignInTests {
    private let test: TestBook
    private let administrators: [Visitor]
    private let clerk: UserAccount

    init() throws {
        test = try TestBook()
        administrators = try test.administrators()
        clerk = try test.account("zhang", name: "张三", [Grant(.clerk)], by: administrators)
        test.pass(60_000)
    }

    @Test func theFirstStartGivesThreeLinksOnce() throws {
        let fresh = try TestBook()
        let links = try fresh.book.firstLinks(by: TestBook.terminal, at: fresh.now, from: &fresh.source)
        #expect(links.map(\.account.login) == ["sysadmin", "secadmin", "auditor"])
        #expect(Set(links.map(\.token)).count == 3)
        #expect(try fresh.book.firstLinks(by: TestBook.terminal, at: fresh.now, from: &fresh.source).isEmpty)
        #expect(try fresh.another().firstLinks(by: TestBook.terminal, at: fresh.now, from: &fresh.source).isEmpty)
        #expect(try fresh.audit().map(\.action) == [.accountOpened, .accountOpened, .accountOpened])
    }

    @Test func aClerkSignsInWithAPassphrase() throws {
        let token = try test.signIn("Zhang ")
        let viewer = try #require(try test.book.viewer(token: token, at: test.now))
        #expect(viewer.account.name == "张三" && viewer.may(.move) && !viewer.may(.decide))
        #expect(viewer.formToken.count == 64 && viewer.formToken != token)
        #expect(try test.book.viewer(token: String(token.reversed()), at: test.now) == nil)
        #expect(try test.book.viewer(token: viewer.formToken, at: test.now) == nil)
        for wrong in ["", "x", token.uppercased(), token + "0"] {
            #expect(try test.book.viewer(token: wrong, at: test.now) == nil)
        }
        let last = try #require(try test.audit().last)
        #expect(last.action == .signIn && last.outcome == .done && last.account == clerk.id)
        #expect(last.who == "张三 zhang" && last.address == "10.0.0.2")
        #expect(try test.book.trail.check().isEmpty)
    }

    @Test func whoeverIsUnknownHasTheAnswerOfWhoeverIsKnown() throws {
        let known = try test.failure { _ = try test.signIn("zhang", "three ginkgo tree") }
        let unknown = try test.failure { _ = try test.signIn("nobody", "three ginkgo tree") }
        #expect(known == "sign-in-refused" && unknown == known)
        try test.book.set(disabled: true, clerk.id, by: administrators[0], at: test.now, from: &test.source)
        #expect(try test.failure { _ = try test.signIn("zhang") } == known)
        let tries = try test.audit().filter { $0.outcome == .refused }
        #expect(tries.map(\.who) == ["zhang", "nobody", "zhang"])
        #expect(tries.allSatisfy { $0.action == .signIn && $0.account == nil })
    }

    @Test(arguments: ["zhang", "nobody"])
    func whoeverFailsWaits(_ login: String) throws {
        for _ in 0..<5 { #expect(try test.failure { _ = try test.signIn(login, "wrong") } == "sign-in-refused") }
        #expect(try test.failure { _ = try test.signIn(login) } == "locked-out")
        // Tries while one waits count for nothing, and a restart forgets nothing.
        test.pass(29_000)
        let again = try test.another()
        #expect(
            try test.failure {
                _ = try again.signIn(
                    login: login, passphrase: TestBook.passphrase, from: "", at: test.now, source: &test.source)
            } == "locked-out")
        #expect(try test.audit().suffix(2).map(\.outcome) == [.barred, .barred])
        test.pass(1_000)
        #expect(try test.failure { _ = try test.signIn(login, "wrong") } == "sign-in-refused")
        test.pass(59_000)
        #expect(try test.failure { _ = try test.signIn(login) } == "locked-out")
        test.pass(1_000)
        guard login == "zhang" else { return }
        _ = try test.signIn(login)
        for _ in 0..<4 { _ = try test.failure { _ = try test.signIn(login, "wrong") } }
        _ = try test.signIn(login)
    }

    /// One passphrase tried on everybody: no login fails twice, and the place is barred all the same; others are not.
    @Test func aPlaceFromWhereManyLoginsFailWaits() throws {
        func enter(
            _ login: String, _ passphrase: String = "three ginkgo tree", from address: String = "10.9.9.9",
            _ book: AccountBook? = nil
        ) throws -> String? {
            try test.failure {
                _ = try (book ?? test.book).signIn(
                    login: login, passphrase: passphrase, from: address, at: test.now, source: &test.source)
            }
        }
        // Whoever mistypes and gets in counts no more, however many of them are behind one address.
        for _ in 0..<4 {
            #expect(try enter("zhang") == "sign-in-refused")
            #expect(try enter("zhang", TestBook.passphrase) == nil)
        }
        for number in 1...10 { #expect(try enter("user\(number)") == "sign-in-refused") }
        // One login many times is one login, and waits for itself alone.
        for _ in 0..<4 { _ = try enter("user10") }
        #expect(try enter("user10") == "locked-out")
        #expect(try enter("zhang", TestBook.passphrase) == nil)
        test.pass(60_000)
        #expect(try enter("user11") == "sign-in-refused")
        #expect(try enter("zhang", TestBook.passphrase) == "place-barred")
        #expect(try enter("user12", "whatever it is") == "place-barred")
        let last = try #require(try test.audit().last)
        #expect(last.outcome == .barred && last.what == "place-barred" && last.address == "10.9.9.9")
        // From elsewhere everybody gets in, and where nothing is known of the place nobody is barred by it.
        #expect(try enter("zhang", TestBook.passphrase, from: "10.0.0.2") == nil)
        #expect(try enter("zhang", TestBook.passphrase, from: "") == nil)
        // A restart forgets nothing, tries meanwhile add nothing, and half an hour after the first it is over.
        test.pass(1_739_999)
        #expect(try enter("zhang", TestBook.passphrase, try test.another()) == "place-barred")
        test.pass(1)
        #expect(try enter("zhang", TestBook.passphrase, try test.another()) == nil)
    }

    @Test func whoeverDecidesNeedsACodeThatServesOnce() throws {
        _ = try test.account("li", name: "李四", [Grant(.head)], by: administrators)
        test.pass(60_000)
        let halfway = try test.book.signIn(
            login: "li", passphrase: TestBook.passphrase, from: "10.0.0.2", at: test.now, source: &test.source)
        guard case .needsCode(let token) = halfway else {
            Issue.record("no code was asked for")
            return
        }
        #expect(try test.book.viewer(token: token, at: test.now) == nil)
        #expect(try test.book.challenge(token: token, at: test.now)?.enrolling == nil)
        func enter(_ code: String, _ token: String) throws -> String {
            try test.book.enterCode(code, token: token, from: "10.0.0.2", at: test.now, source: &test.source)
        }
        #expect(try test.failure { _ = try enter("000000", token) } == "code-refused")
        let code = test.code("li")
        let session = try enter(code, token)
        #expect(try test.book.viewer(token: session, at: test.now)?.may(.decide) == true)
        // Halfway is over, and the code is used up for whoever looked over the shoulder.
        #expect(try test.failure { _ = try enter(code, token) } == "sign-in-over")
        #expect(try test.failure { _ = try test.signIn("li") } == "code-refused")
        test.pass(30_000)
        _ = try test.signIn("li")
        #expect(
            try test.audit().suffix(6).map { "\($0.action.map { "\($0)" } ?? "") \($0.outcome.map { "\($0)" } ?? "")" }
                == [
                    "signIn done", "signIn refused", "firstFactor done", "signIn refused", "firstFactor done",
                    "signIn done",
                ])
        // Five minutes for the code.
        test.pass(30_000)
        guard
            case .needsCode(let slow) = try test.book.signIn(
                login: "li", passphrase: TestBook.passphrase, from: "", at: test.now, source: &test.source)
        else { return }
        test.pass(300_000)
        #expect(try test.book.challenge(token: slow, at: test.now) == nil)
        #expect(try test.failure { _ = try enter(test.code("li"), slow) } == "sign-in-over")
    }

    @Test func wrongCodesLockOutToo() throws {
        for _ in 0..<5 {
            guard
                case .needsCode(let token) = try test.book.signIn(
                    login: "sysadmin", passphrase: TestBook.passphrase, from: "", at: test.now, source: &test.source)
            else { return }
            #expect(
                try test.failure {
                    _ = try test.book.enterCode("123", token: token, from: "", at: test.now, source: &test.source)
                } == "code-refused")
        }
        #expect(try test.failure { _ = try test.signIn("sysadmin") } == "locked-out")
    }

    @Test func whoeverComesToDecideEnrolsAtTheNextSignIn() throws {
        let before = try test.signIn("zhang")
        try test.book.grant([Grant(.head)], to: clerk.id, by: administrators[1], at: test.now, from: &test.source)
        #expect(try test.book.viewer(token: before, at: test.now) == nil)
        guard
            case .needsCode(let token) = try test.book.signIn(
                login: "zhang", passphrase: TestBook.passphrase, from: "", at: test.now, source: &test.source)
        else {
            Issue.record("no code was asked for")
            return
        }
        let factor = try #require(try test.book.challenge(token: token, at: test.now)?.enrolling)
        let code = factor.code(of: TOTP.step(of: test.now))
        let session = try test.book.enterCode(code, token: token, from: "", at: test.now, source: &test.source)
        #expect(try test.book.viewer(token: session, at: test.now)?.may(.decide) == true)
        #expect(try test.book.account(clerk.id, at: test.now).hasSecondFactor)
        #expect(try test.audit().suffix(2).map(\.action) == [.factorEnrolled, .signIn])
    }

    @Test func sessionsEndUnusedAndAfterTwelveHours() throws {
        let token = try test.signIn("zhang")
        for _ in 0..<25 {
            test.pass(29 * 60_000)
            _ = try test.book.viewer(token: token, at: test.now)
        }
        #expect(try test.book.viewer(token: token, at: test.now) == nil, "12 hours are over")
        let other = try test.signIn("zhang")
        test.pass(AccountBook.idle - 1)
        #expect(try test.book.viewer(token: other, at: test.now) != nil)
        test.pass(AccountBook.idle)
        #expect(try test.book.viewer(token: other, at: test.now) == nil)
    }

    @Test func anotherNodeKnowsAndARestartForgetsNothing() throws {
        let token = try test.signIn("zhang")
        let other = try test.another()
        #expect(try other.viewer(token: token, at: test.now)?.account.id == clerk.id)
        // Used here only, it goes on there when that was written down.
        test.pass(20 * 60_000)
        _ = try test.book.viewer(token: token, at: test.now)
        try test.book.refresh(at: test.now)
        test.pass(20 * 60_000)
        try other.refresh(at: test.now)
        #expect(try other.viewer(token: token, at: test.now) != nil)
        #expect(try test.another().viewer(token: token, at: test.now) != nil)
        // Ended here, it ends there a few seconds later; an account that was changed, too.
        try test.book.signOut(token: token, from: "10.0.0.2", at: test.now, source: &test.source)
        #expect(try test.book.viewer(token: token, at: test.now) == nil)
        test.pass(1)
        try other.refresh(at: test.now)
        #expect(try other.viewer(token: token, at: test.now) == nil)
        let second = try test.signIn("zhang")
        #expect(try other.viewer(token: second, at: test.now) != nil)
        try test.book.set(disabled: true, clerk.id, by: administrators[0], at: test.now, from: &test.source)
        test.pass(1)
        try other.refresh(at: test.now)
        #expect(try other.viewer(token: second, at: test.now) == nil)
        #expect(try test.audit().contains { $0.action == .signOut && $0.account == clerk.id })
    }
}
