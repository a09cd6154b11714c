import Accounts
import Basics
import Office
import Testing

@testable import Web

@Suite("A form that was sent when the session was over")
struct HeldFormTests {
    static let passphrase = "three ginkgo trees"
    /// What was typed: nobody but its owner may read it again.
    static let typed = "拟任人选 <b>&\"'"
    static let path = "/bodies/export?state=both"
    let office: TestWorkbench
    var accounts: AccountBook { office.workbench.accounts }
    var now: Instant { office.workbench.clock() }

    init() throws { office = try TestWorkbench(latin: ()) }

    /// An account with a passphrase and a role, and its second factor.
    private func open(_ login: String, _ roles: [Role]) async throws -> TOTP {
        var source = SeededSource(seed: UInt64(login.utf8.first ?? 0))
        let link = try accounts.openAccount(
            login: login, name: "Name of \(login)", by: .terminal, at: now, from: &source)
        let offer = try #require(try accounts.offer(link: link.token, at: now))
        try accounts.grant(roles.map { Grant($0) }, to: link.account.id, by: .terminal, at: now, from: &source)
        let code = offer.factor.code(of: TOTP.step(of: now) - 1)
        let answer = try await office.post(
            "/link/\(link.token)",
            [("passphrase", Self.passphrase), ("again", Self.passphrase)]
                + (roles.contains(.head) ? [("code", code)] : []), as: nil)
        #expect(answer.status == 303)
        return offer.factor
    }

    private func cookie(_ name: String, of answer: TestWorkbench.Answer) -> String? {
        answer.cookies.first { $0.hasPrefix(name + "=") }.map {
            String($0.dropFirst(name.count + 1).prefix { $0 != ";" })
        }
    }

    private func signIn(_ login: String, _ more: [(String, String)] = [], as who: String? = nil) async throws
        -> TestWorkbench.Answer
    {
        try await office.post(
            "/sign-in", [("login", login), ("passphrase", Self.passphrase)] + more, as: who, token: nil)
    }

    /// Somebody signed in, and the token that their forms carry.
    private func session(_ login: String) async throws -> (session: String, formToken: String) {
        let session = try #require(cookie("sanding", of: try await signIn(login)))
        return (session, try #require(try accounts.viewer(token: session, at: now)).formToken)
    }

    /// Ends every session of an account.
    private func end(_ login: String, _ roles: [Role]) throws {
        var source = SeededSource(seed: 3)
        let id = try #require(try accounts.account(login: login)).id
        try accounts.grant(roles.map { Grant($0) }, to: id, by: .terminal, at: now, from: &source)
    }

    /// Sends the form in a session, which is over.
    private func send(_ session: String, token: String?, headers: [String: String] = [:]) async throws
        -> TestWorkbench.Answer
    {
        try await office.post(
            Self.path, [("columns", Self.typed), ("columns", "2"), ("empty", "")], as: session, token: token,
            headers: headers)
    }

    /// The value of the hidden field of that name on a page.
    private func hidden(_ name: String, of page: String) -> String? {
        page.firstRange(of: "name=\"\(name)\" value=\"").map { String(page[$0.upperBound...].prefix { $0 != "\"" }) }
    }

    @Test("It goes along through the sign-in, sealed, and is sent by its owner once more")
    func carriedOn() async throws {
        _ = try await open("zhao", [.clerk])
        let (old, token) = try await session("zhao")
        #expect(try await send(old, token: token).status == 200)
        try end("zhao", [.clerk, .inspector])
        let asked = try await send(old, token: token)
        #expect(asked.status == 401)
        #expect(asked.text.contains("重新登录") && asked.text.contains("value=\"zhao\""))
        #expect(!asked.text.contains("拟任人选"))
        let held = try #require(hidden("held", of: asked.text))
        // What is typed wrong at the door loses nothing.
        for fields in [[("passphrase", "wrong passphrase")], [("passphrase", "")]] {
            let again = try await office.post(
                "/sign-in", [("login", "zhao"), ("held", held)] + fields, as: old, token: nil)
            #expect(hidden("held", of: again.text) == held && [403, 422].contains(again.status))
        }
        let page = try await signIn("zhao", [("held", held)], as: old)
        #expect(page.status == 200 && page.text.contains("action=\"\(Self.path)\""))
        #expect(page.text.contains("value=\"拟任人选 &lt;b") && page.text.contains("&amp;&quot;&#39;\">"))
        #expect(page.text.split(separator: "name=\"columns\"").count == 3 && page.text.contains("name=\"empty\""))
        let new = try #require(cookie("sanding", of: page))
        let formToken = try #require(hidden("form-token", of: page.text))
        #expect(try accounts.viewer(token: new, at: now)?.formToken == formToken && formToken != token)
        #expect(try await send(new, token: formToken).status == 200)
        #expect(cookie("sanding-former", of: page) == old)
    }

    @Test("Nobody else gets it, and what was altered is nothing")
    func forItsOwnerAlone() async throws {
        _ = try await open("zhao", [.clerk])
        _ = try await open("qian", [.clerk])
        let (old, token) = try await session("zhao")
        try end("zhao", [.clerk, .inspector])
        let held = try #require(hidden("held", of: try await send(old, token: token).text))
        for (login, text) in [
            ("qian", held), ("zhao", String(held.dropLast(8)) + "AAAAAAA="), ("zhao", "x"),
            ("zhao", String(held.dropFirst())),
        ] {
            let answer = try await signIn(login, [("held", text)], as: old)
            #expect(answer.status == 303 && answer.headers["location"] == "/", "\(login)")
        }
        let viewer = try #require(try accounts.account(login: "zhao").map { Viewer(account: $0, formToken: "") })
        #expect(accounts.release(held, to: viewer, at: now)?.path == Self.path)
        let late = Instant(milliseconds: now.milliseconds + AccountBook.longest)
        #expect(accounts.release(held, to: viewer, at: late) == nil)
    }

    @Test("A form of elsewhere, and one of nobody's session, doesn't go along")
    func fromElsewhere() async throws {
        _ = try await open("zhao", [.clerk])
        let (old, token) = try await session("zhao")
        try end("zhao", [.clerk, .inspector])
        for answer in [
            try await send(old, token: "made-up"), try await send(old, token: nil),
            try await send(String(old.reversed()), token: token),
            try await send(old, token: token, headers: ["origin": "https://elsewhere.example"]),
        ] { #expect(answer.status == 303 && answer.headers["location"] == "/sign-in") }
        // What is secret is typed anew, and a file can't wait; whoever wants a part of a page keeps the page they have.
        let secret = try await office.post(
            "/me/passphrase", [("old", Self.passphrase), ("passphrase", "x"), ("again", "x")], as: old, token: token)
        #expect(secret.status == 303)
        let part = try await send(old, token: token, headers: ["hx-request": "true"])
        #expect(part.status == 401 && part.headers["location"] == nil)
        #expect(try await office.get("/bodies", as: old, headers: ["hx-request": "true"]).status == 401)
        // Where the form has a page of its own, that is where they go on.
        let back = try await office.post("/accounts", [("login", "x")], as: old, token: "made-up")
        #expect(back.headers["location"] == "/sign-in?back=%2Faccounts")
    }

    @Test("With a second factor it goes along all the way")
    func secondFactor() async throws {
        let factor = try await open("sun", [.head])
        let first = try await signIn("sun")
        let code = [("code", factor.code(of: TOTP.step(of: now)))]
        func enter(_ answer: TestWorkbench.Answer, _ fields: [(String, String)]) async throws -> TestWorkbench.Answer {
            let halfway = try #require(cookie("sanding-halfway", of: answer))
            return try await office.post(
                "/code", fields, as: nil, token: nil, headers: ["cookie": "sanding-halfway=\(halfway)"])
        }
        let old = try #require(cookie("sanding", of: try await enter(first, code)))
        let token = try #require(try accounts.viewer(token: old, at: now)).formToken
        try end("sun", [.head, .clerk])
        let held = try #require(hidden("held", of: try await send(old, token: token).text))
        let asked = try await signIn("sun", [("held", held)], as: old)
        #expect(asked.status == 200 && hidden("held", of: asked.text) == held)
        let wrong = try await enter(asked, [("held", held), ("code", "000000")])
        #expect(wrong.status == 422 && hidden("held", of: wrong.text) == held)
        let next = factor.code(of: TOTP.step(of: now) + 1)
        let page = try await enter(asked, [("held", held), ("code", next)])
        #expect(page.status == 200 && page.text.contains("action=\"\(Self.path)\""))
    }

    @Test("A form still open in another window is sent again in the session of now, by the same person alone")
    func anotherWindow() async throws {
        _ = try await open("zhao", [.clerk])
        _ = try await open("qian", [.clerk])
        let (old, token) = try await session("zhao")
        let signed = try await signIn("zhao", as: old)
        let new = try #require(cookie("sanding", of: signed))
        func both(_ session: String) -> [String: String] {
            ["cookie": "sanding=\(session); sanding-former=\(old); lang=zh"]
        }
        let page = try await send(new, token: token, headers: both(new))
        #expect(page.status == 409 && page.text.contains("name=\"columns\"") && page.text.contains("继续提交"))
        #expect(try office.records(.formRefused).isEmpty)
        #expect(try await send(new, token: token).status == 403)
        let other = try #require(cookie("sanding", of: try await signIn("qian", as: old)))
        #expect(try await send(other, token: token, headers: both(other)).status == 403)
        #expect(try office.records(.formRefused).count == 2)
        // Whoever signs out leaves nothing for the next.
        let form = try #require(try accounts.viewer(token: new, at: now)).formToken
        let out = try await office.post("/sign-out", as: new, token: form)
        #expect(cookie("sanding-former", of: out)?.isEmpty == true && cookie("sanding", of: out)?.isEmpty == true)
    }
}
