import Accounts
import Basics
import Registry
import Testing

@testable import Web

@Suite("Every page in both languages")
struct LanguageTests {
    /// What stands in Chinese on an English page: the seal, the switch to Chinese, and how documents are numbered.
    private static let kept = ["三定", "中文", "某编〔2020〕12号", "〔2020〕1号"]
    /// Everybody who may read, so that all of a page is there.
    static let reader = "clerk+reviewer+head+systemAdministrator+securityAdministrator+auditAdministrator"

    /// What stands in the place of a name in braces.
    private static let parameters: [String: [String: String]] = [
        "/bodies": ["id": "00000000000000070000000000000002"], "/people": ["id": "00000000000000090000000000000001"],
        "/ledger": ["position": "1"], "/language": ["to": "en"], "/link": ["token": "none"],
        "/imports": ["id": "000000000000000b0000000000000001"],
        "/accounts": ["id": account], "/grants": ["id": account],
        "/changes": ["form": "enrol-new"], "/motions": ["number": "1"], "/meetings": ["day": "2021-12-20"],
        "/uses": ["id": "00000000000000050000000000000001"], "/choose": ["kind": "bodies"],
    ]
    /// What stands in the place of an account's identifier, which is drawn only when it is opened.
    static let account = "the-account"

    /// Pages that there are only for whoever comes from somewhere.
    private static let others = ["/link/none": 404]

    /// Every page that is only looked at.
    static let paths: [String] = Route.all.filter { route in
        route.method == .get && !["/language", "/density"].contains { route.pattern.hasPrefix($0) }
    }.map { address(of: $0) }

    /// A way in with something in the place of what stands in braces.
    static func address(of route: Route) -> String {
        let room = "/" + (route.pattern.split(separator: "/").first.map(String.init) ?? "")
        var path = route.pattern
        for (name, value) in parameters[room] ?? [:] {
            path = path.split(separator: "{\(name)}", omittingEmptySubsequences: false).joined(separator: value)
        }
        return path
    }

    /// The first Chinese that is no data, with what stands around it.
    static func chinese(in page: String) -> String? {
        var text = page
        for part in kept { text = text.split(separator: part, omittingEmptySubsequences: false).joined() }
        let scalars = Array(text.unicodeScalars)
        guard let place = scalars.firstIndex(where: { (0x3400...0x9FFF).contains($0.value) }) else { return nil }
        var around = String.UnicodeScalarView()
        around.append(contentsOf: scalars[max(0, place - 60)..<min(scalars.count, place + 20)])
        return String(around)
    }

    @Test("Every way in has an address to try")
    func addresses() {
        #expect(LanguageTests.paths.count > 10)
        for path in LanguageTests.paths { #expect(!path.contains("{"), "\(path)") }
    }

    @Test("An English page has no Chinese but what is data, and a Chinese page is in Chinese")
    func languages() async throws {
        let office = try TestWorkbench(latin: ())
        try office.putImport()
        try office.putMotion()
        let account = try office.open("dora", "Dora Example", [Grant(.head)]).id.description
        for path in LanguageTests.paths.map({ $0.replacing(LanguageTests.account, with: account) }) {
            let who = path == "/sign-in" ? nil : path == "/me" ? "login:dora" : LanguageTests.reader
            let english = try await office.get(path, as: who, language: "en")
            #expect(english.status == LanguageTests.others[path] ?? 200, "\(path)")
            if let found = LanguageTests.chinese(in: english.text) { Issue.record("\(path): \(found)") }
            guard english.headers["content-type"]?.hasPrefix("text/html") ?? false, english.text.contains("<html")
            else { continue }
            #expect(english.text.contains("<html lang=\"en\">"), "\(path)")
            let chinese = try await office.get(path, as: who)
            #expect(chinese.text.contains("<html lang=\"zh-CN\">"), "\(path)")
            #expect(chinese.text != english.text, "\(path)")
        }
    }

    @Test(
        "Past registers, filters and refusals are said in English, too",
        arguments: [
            "/bodies?on=2020-01-01", "/bodies?on=2021-01-01&known=2021-01-15", "/bodies?state=closed",
            "/bodies?name=nothing",
            "/bodies?on=x", "/search?q=road", "/search?q=%21", "/people?only=elsewhere", "/nowhere",
            "/findings?check=none", "/audit?search=yes", "/audit?who=nobody&action=x&outcome=x&from=x&words=a&words=b",
            "/audit?words=nothing-has-this", "/audit?before=x", "/audit?from=2020-01-02&through=2020-01-01",
            "/accounts/none", "/grants/suggest?q=Road", "/grants/suggest?q=none",
            "/choose/bodies?q=road", "/choose/holders?q=", "/choose/people?q=Ann&for=leave", "/choose/people?q=road",
            "/choose/duties?q=roads", "/choose/closed-bodies?q=ferry", "/choose/matters?q=",
            "/grants/00000000000000070000000000000002",
            "/changes/rename?body=00000000000000070000000000000002", "/changes?person=00000000000000090000000000000001",
            "/changes/leave?person=00000000000000090000000000000001", "/changes/move", "/motions/7",
            "/uses?show=all", "/ledger?holder=district-pool", "/findings?severity=1", "/people?kind=3&only=leading",
            "/?on=2019-01-01", "/bodies?known=2019-01-01", "/bodies?type=99&rank=99",
            "/bodies?on=2021-01-01&on=2021-01-02",
            "/bodies?lacking=rank", "/people?sort=-entered", "/search?q=road&on=2021-01-01",
            "/bodies/00000000000000070000000000000002?on=2019-01-01",
            "/people/00000000000000090000000000000001?on=2019-01-01",
            "/bodies/00000000000000070000000000000002/people?role=1",
            "/bodies/00000000000000070000000000000002/history?act=1",
            "/ledger?holder=00000000000000070000000000000002&role=1", "/ledger/acts/1?page=2",
            "/bodies?kind=3", "/ledger/acts?basis=1", "/ledger/acts?name=none",
            "/ledger?holder=00000000000000070000000000000002&kind=3", "/ledger?holder=00000000000000070000000000000002",
        ])
    func states(_ path: String) async throws {
        let office = try TestWorkbench(latin: ())
        let text = try await office.get(path, as: LanguageTests.reader, language: "en").text
        if let found = LanguageTests.chinese(in: text) { Issue.record("\(path): \(found)") }
    }
}
