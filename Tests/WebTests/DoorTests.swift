import Accounts
import Basics
import Foundation
import Office
import Testing

@testable import Web

@Suite("The door")
struct DoorTests {
    static let passphrase = "three ginkgo trees"
    let office: TestWorkbench
    var accounts: AccountBook { office.workbench.accounts }
    var now: Instant { office.workbench.clock() }

    init() throws { office = try TestWorkbench(latin: ()) }

    /// A link for an account of that login, with what it offers.
    private func link(_ login: String) throws -> (token: String, factor: TOTP) {
        var source = SeededSource(seed: UInt64(login.count))
        let link = try accounts.openAccount(
            login: login, name: "Name of \(login)", by: .terminal, at: now, from: &source)
        let offer = try #require(try accounts.offer(link: link.token, at: now))
        return (link.token, offer.factor)
    }

    /// The value of a cookie that an answer sets; empty when it takes it away.
    private func cookie(_ name: String, of answer: TestWorkbench.Answer) -> String? {
        answer.cookies.first { $0.hasPrefix(name + "=") }.map {
            String($0.dropFirst(name.count + 1).prefix { $0 != ";" })
        }
    }

    /// Takes up a link without a second factor; the token of the session.
    private func takeUp(_ login: String) async throws -> String {
        let (token, _) = try link(login)
        let answer = try await office.post(
            "/link/\(token)", [("passphrase", Self.passphrase), ("again", Self.passphrase)], as: nil)
        #expect(answer.status == 303)
        return try #require(cookie("sanding", of: answer))
    }

    @Test("A link is taken up once, with a passphrase and a code, and leads in")
    func link() async throws {
        let (token, factor) = try link("wang")
        let page = try await office.get("/link/\(token)", as: nil)
        #expect(page.status == 200)
        #expect(page.text.contains(factor.typed))
        #expect(page.text.contains("class=\"qr\""))
        // With `no-referrer` a browser would send no origin with the form, and it would not be taken.
        #expect(page.headers["referrer-policy"] == "same-origin")
        let code = factor.code(of: TOTP.step(of: now))
        let fields = [("passphrase", Self.passphrase), ("again", Self.passphrase), ("code", code)]
        let answer = try await office.post("/link/\(token)", fields, as: nil)
        #expect(answer.status == 303)
        #expect(answer.headers["location"] == "/")
        let session = try #require(cookie("sanding", of: answer))
        let set = try #require(answer.cookies.first { $0.hasPrefix("sanding=") })
        #expect(set.contains("HttpOnly") && set.contains("SameSite=Strict"))
        let home = try await office.get("/me", as: session)
        #expect(home.status == 200)
        #expect(home.text.contains("Name of wang"))
        #expect(try await office.get("/link/\(token)", as: nil).status == 404)
        #expect(try await office.post("/link/\(token)", fields, as: nil).status == 404)
    }

    @Test("Whoever is signed in may take up another's link in the same browser")
    func another() async throws {
        let first = try await takeUp("zhou")
        let (token, _) = try link("wu")
        let answer = try await office.post(
            "/link/\(token)", [("passphrase", Self.passphrase), ("again", Self.passphrase)], as: first, token: nil)
        #expect(answer.status == 303)
        let session = try #require(cookie("sanding", of: answer))
        #expect(try await office.get("/me", as: session).text.contains("Name of wu"))
    }

    @Test(
        "A link that is wrongly taken up says what is wrong, and stays good",
        arguments: [
            ("short", "short", ""), ("three ginkgo trees", "two ginkgo trees", ""), ("", "", ""),
            ("three ginkgo trees", "three ginkgo trees", "000"),
        ])
    func wrongly(_ passphrase: String, _ again: String, _ code: String) async throws {
        let (token, _) = try link("li")
        let answer = try await office.post(
            "/link/\(token)", [("passphrase", passphrase), ("again", again), ("code", code)], as: nil)
        #expect(answer.status == 422)
        #expect(answer.text.contains("id=\"faults\""))
        #expect(!answer.text.contains("value=\"three ginkgo trees\""))
        #expect(cookie("sanding", of: answer) == nil)
        #expect(try await office.get("/link/\(token)", as: nil).status == 200)
    }

    @Test(
        "Signed in by a passphrase, on to where one wanted to go, and nowhere else",
        arguments: [
            ("/me", "/me"), ("https://elsewhere.example", "/"), ("//elsewhere.example", "/"),
        ])
    func signIn(_ back: String, _ expected: String) async throws {
        _ = try await takeUp("zhao")
        let answer = try await office.post(
            "/sign-in", [("login", " ZHAO "), ("passphrase", Self.passphrase), ("back", back)], as: nil)
        #expect(answer.status == 303)
        #expect(answer.headers["location"] == expected)
        let session = try #require(cookie("sanding", of: answer))
        #expect(try await office.get("/me", as: session).status == 200)
    }

    @Test("A wrong passphrase and an unknown login have the same answer, and nothing typed but the login comes back")
    func refused() async throws {
        _ = try await takeUp("zhao")
        let wrong = try await office.post("/sign-in", [("login", "zhao"), ("passphrase", "wrong passphrase")], as: nil)
        let unknown = try await office.post(
            "/sign-in", [("login", "nobody"), ("passphrase", "wrong passphrase")], as: nil)
        #expect(wrong.status == 403 && unknown.status == 403)
        #expect(wrong.text == unknown.text.replacingOccurrences(of: "nobody", with: "zhao"))
        #expect(!wrong.text.contains("wrong passphrase"))
        let empty = try await office.post("/sign-in", [("login", "zhao")], as: nil)
        #expect(empty.status == 422)
    }

    /// A passphrase in the wrong box would stand in the audit for good.
    @Test(
        "What can't be a login is not put on record, what can is",
        arguments: [("four maple trees", ""), ("339981199001010015", ""), ("口令", ""), ("eve", "eve"), (" Eve ", "eve")])
    func typedLogin(_ typed: String, _ kept: String) async throws {
        let answer = try await office.post("/sign-in", [("login", typed), ("passphrase", "x")], as: nil)
        #expect(answer.status == 403)
        let lines = try office.records(.signIn)
        #expect(lines.map(\.who) == [kept] && lines.first?.outcome == .refused)
    }

    @Test("Who failed too often waits, and is told how long")
    func lockedOut() async throws {
        _ = try await takeUp("zhao")
        for _ in 0..<5 {
            _ = try await office.post("/sign-in", [("login", "zhao"), ("passphrase", "wrong passphrase")], as: nil)
        }
        let answer = try await office.post("/sign-in", [("login", "zhao"), ("passphrase", Self.passphrase)], as: nil)
        #expect(answer.status == 403)
        #expect(answer.text.contains("失败次数过多"))
    }

    @Test("With a second factor, the passphrase alone leads nowhere")
    func secondFactor() async throws {
        let (token, factor) = try link("qian")
        let code = factor.code(of: TOTP.step(of: now))
        _ = try await office.post(
            "/link/\(token)", [("passphrase", Self.passphrase), ("again", Self.passphrase), ("code", code)], as: nil)
        let answer = try await office.post("/sign-in", [("login", "qian"), ("passphrase", Self.passphrase)], as: nil)
        #expect(answer.headers["location"] == "/code")
        #expect(cookie("sanding", of: answer) == nil)
        let halfway = try #require(cookie("sanding-halfway", of: answer))
        #expect(try await office.get("/me", as: halfway).status == 303)
        let cookies = ["cookie": "sanding-halfway=\(halfway)"]
        #expect(try await office.get("/code", as: nil, headers: cookies).status == 200)
        // The code that took the link up is used, and every other is wrong.
        for wrong in [code, "000000", "", "x"] {
            let no = try await office.post("/code", [("code", wrong)], as: nil, headers: cookies)
            #expect(no.status != 303, "\(wrong)")
        }
        let next = factor.code(of: TOTP.step(of: now) + 1)
        let yes = try await office.post("/code", [("code", next)], as: nil, headers: cookies)
        let session = try #require(cookie("sanding", of: yes))
        #expect(try await office.get("/me", as: session).status == 200)
    }

    @Test("Signed out is signed out, and another passphrase ends the other sessions")
    func ends() async throws {
        let first = try await takeUp("sun")
        let signed = try await office.post("/sign-in", [("login", "sun"), ("passphrase", Self.passphrase)], as: nil)
        let second = try #require(cookie("sanding", of: signed))
        let token = try #require(try accounts.viewer(token: first, at: now)).formToken
        let fields = [("old", Self.passphrase), ("passphrase", "four maple trees"), ("again", "four maple trees")]
        #expect(try await office.post("/me/passphrase", fields, as: first).status == 403)
        let changed = try await office.post("/me/passphrase", fields, as: first, token: token)
        #expect(changed.status == 303)
        #expect(try await office.get("/me", as: first).status == 303)
        #expect(try await office.get("/me", as: second).status == 303)
        let third = try #require(cookie("sanding", of: changed))
        let form = try #require(try accounts.viewer(token: third, at: now)).formToken
        #expect(try await office.post("/sign-out", as: third, token: form).status == 303)
        #expect(try await office.get("/me", as: third).status == 303)
    }
}
