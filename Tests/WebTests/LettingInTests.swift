import Accounts
import Basics
import HTML
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("Who is let in where")
struct LettingInTests {
    let office: TestWorkbench

    init() throws { office = try TestWorkbench() }

    @Test("Whoever isn't signed in is sent to sign in, and back to what they wanted")
    func signIn() async throws {
        let answer = try await office.get("/bodies?type=3", as: nil)
        #expect(answer.status == 303)
        #expect(answer.headers["location"] == "/sign-in?back=%2Fbodies%3Ftype%3D3")
        let form = try await office.post("/bodies/export", as: nil)
        #expect(form.status == 303)
        #expect(form.headers["location"] == "/sign-in")
    }

    @Test("A form without the token of the session changes nothing", arguments: [nil, "", "another"])
    func token(_ token: String?) async throws {
        let answer = try await office.post("/bodies/export", as: "clerk", token: token)
        #expect(answer.status == 403)
        #expect(answer.text.contains("表单已失效"))
    }

    @Test("A form from another place is not taken")
    func origin() async throws {
        let answer = try await office.post(
            "/bodies/export", as: "clerk", headers: ["origin": "https://elsewhere.example"])
        #expect(answer.status == 403)
    }

    @Test(
        "A way back leads nowhere else",
        arguments: [
            "https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)", "/a b",
            "\\\\elsewhere.example",
        ])
    func elsewhere(_ back: String) { #expect(Link.within(back) == nil) }

    @Test("A way back within the house is kept")
    func within() { #expect(Link.within("/bodies?type=3")?.text == "/bodies?type=3") }

    @Test("Each page says what a browser may do with it, and is not kept")
    func headers() async throws {
        let answer = try await office.get("/bodies", as: "clerk")
        let policy = try #require(answer.headers["content-security-policy"])
        #expect(policy.contains("default-src 'none'"))
        #expect(!policy.contains("unsafe"))
        #expect(answer.headers["cache-control"] == "no-store")
        #expect(answer.headers["x-content-type-options"] == "nosniff")
        #expect(!answer.text.contains("<script>"))
        #expect(!answer.text.contains(" style="))
    }

    @Test("A contact sees its own bodies, whatever the address says")
    func contact() async throws {
        let register = office.workbench.desk.register.register
        let own = try #require(
            register.institutions.values.filter { $0.isActive && !register.dependents(of: $0.id).isEmpty }
                .min { $0.id < $1.id })
        let other = try #require(
            register.institutions.values.filter {
                $0.isActive && $0.profile.supervisor == nil && $0.id != own.id
            }.min { $0.id < $1.id })
        let who = "contact:\(own.id)"
        #expect(try await office.get("/bodies/\(own.id)", as: who).status == 200)
        #expect(try await office.get("/bodies/\(other.id)", as: who).status == 404)
        #expect(try await office.get("/bodies/\(other.id)/people", as: who).status == 404)
        #expect(try await office.get("/bodies/\(other.id)/history", as: who).status == 404)
        let child = try #require(register.dependents(of: own.id).first)
        #expect(try await office.get("/bodies/\(child)", as: who).status == 200)
        let list = try await office.get("/bodies?state=both", as: who).text
        #expect(list.contains(own.profile.name))
        #expect(!list.contains(other.profile.name))
        let found = try await office.get("/search?q=%E5%8C%BA", as: who).text
        #expect(!found.contains(">\(other.profile.name)</a>"))
        let stranger = try #require(register.presence(of: other.id).staff.first)
        #expect(try await office.get("/people/\(stranger)", as: who).status == 404)
        #expect(try await office.get("/ledger", as: who).status == 403)
    }

    @Test("What isn't there is said in the reader's language, without a trace of the inside")
    func missing() async throws {
        let answer = try await office.get("/nowhere/at/all", as: "clerk")
        #expect(answer.status == 404)
        #expect(answer.text.contains("没有这一页"))
        let english = try await office.get("/bodies/ffffffffffffffffffffffffffffffff", as: "clerk", language: "en")
        #expect(english.status == 404)
        #expect(english.text.contains("No such page"))
        #expect(!english.text.contains("swift"))
    }

    @Test("More than a route takes is not taken")
    func tooLarge() async throws {
        let answer = try await office.post(
            "/bodies/export", [("x", String(repeating: "字", count: 400_000))], as: "clerk")
        #expect(answer.status == 413)
        #expect(answer.text.contains("上限（1 MB）"))
        // What is less than a million bytes is not said to be none.
        let person = try await office.post(
            "/people/1", [("purpose", String(repeating: "字", count: 8_000))], as: "clerk")
        #expect(person.status == 413 && person.text.contains("上限（16 KB）"))
    }

    @Test(
        "Whoever asks in another way than a place answers gets a page that says so",
        arguments: [
            (HTTPRequest.Method.post, "/bodies", 405, "不接收提交"), (.delete, "/bodies", 405, "不接收提交"),
            (.put, "/people/1", 405, "不接收提交"), (.post, "/nowhere", 404, "没有这一页"), (.options, "/nowhere", 404, "没有这一页"),
        ])
    func wrongWay(_ method: HTTPRequest.Method, _ path: String, _ status: Int, _ said: String) async throws {
        let answer = try await office.ask(
            method, path, as: "clerk", language: "zh", headers: [:], body: method == .get ? "" : "x=1")
        #expect(answer.status == status)
        #expect(answer.text.contains(said))
        #expect(answer.headers["content-security-policy"] != nil)
    }

    @Test(
        "Whoever loads the address of a form again comes to the page that it stands on",
        arguments: [
            ("/motions/7/review", "/motions/7"), ("/people/export", "/people"), ("/uses/lapse", "/uses"),
            ("/accounts/0a/disable", "/accounts/0a"), ("/me/sessions/9/end", "/me"), ("/sign-out", "/"),
            ("/audit/check?search=yes", "/audit"),
        ])
    func formAddress(_ path: String, _ page: String) async throws {
        let answer = try await office.get(path, as: "clerk")
        #expect(answer.status == 303 && answer.headers["location"] == page)
    }

    @Test("A head is what its page has, without the page", arguments: ["/bodies", "/motions"])
    func head(_ path: String) async throws {
        let answer = try await office.ask(.head, path, as: "clerk", language: "zh", headers: [:], body: "")
        #expect(answer.status == 200 && answer.bytes.isEmpty)
        #expect(answer.headers["content-security-policy"] != nil)
    }

    @Test(
        "What can't be read is no question",
        arguments: ["/bodies?on=2020-13-01", "/bodies?on=yesterday", "/bodies?known=abc"])
    func badDay(_ path: String) async throws {
        let answer = try await office.get(path, as: "clerk")
        #expect(answer.status == 422)
        #expect(answer.text.contains("不是日期"))
    }

    @Test("An address that isn't text is malformed")
    func notText() async throws {
        #expect(try await office.get("/bodies?name=%ff%fe", as: "clerk").status == 400)
        #expect(try await office.get("/bodies?name=%4", as: "clerk").status == 400)
    }
}
