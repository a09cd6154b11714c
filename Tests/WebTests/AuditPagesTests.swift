import Accounts
import Basics
import Office
import Registry
import Testing

@testable import Web

@Suite("The audit in the browser")
struct AuditPagesTests {
    let office: TestWorkbench
    private let auditor = "login:aud"

    init() throws {
        office = try TestWorkbench(latin: ())
        try office.open("aud", "Auditor", [Grant(.auditAdministrator)])
    }

    /// Puts a record there.
    private func put(
        _ action: AuditAction, _ outcome: AuditOutcome = .done, _ who: String, _ what: String, day: Int = 18_991
    ) throws {
        var source = SystemRandomNumberGenerator()
        try office.workbench.accounts.trail.record(
            action, outcome, by: Visitor(typing: who, from: "10.0.0.7"), what: .words(what),
            at: Instant(milliseconds: Int64(day) * 86_400_000), from: &source)
    }

    /// How many records that `put` left are on a page.
    private func rows(_ page: String) -> Int {
        page.split(separator: "<tr>").dropFirst().count { $0.contains("10.0.0.7") }
    }

    @Test("The empty form shows nothing and leaves no record; a search shows all and leaves one")
    func search() async throws {
        try put(.signIn, .refused, "eve", "tried")
        let before = try office.records(.auditRead).count
        let form = try await office.get("/audit", as: auditor)
        #expect(form.status == 200 && !form.text.contains("eve"))
        #expect(try office.records(.auditRead).count == before)
        let page = try await office.get("/audit?search=yes", as: auditor).text
        let line = try #require(try office.records(.signIn).first)
        for part in ["eve", "10.0.0.7", "tried", "登录", "拒绝", line.digest.short, "\(line.position)"] {
            #expect(page.contains(part), "\(part)")
        }
        let read = try office.records(.auditRead)
        #expect(read.count == before + 1 && read[0].what == "*" && read[0].who == "Auditor aud")
    }

    @Test(
        "Each field narrows the search",
        arguments: [
            ("action=1", 2), ("action=18", 1), ("outcome=2", 1), ("words=EVE", 2), ("words=tried%20eve", 1),
            ("words=10.0.0.7", 3), ("from=2021-12-31&through=2021-12-31", 1), ("from=2021年12月30日", 2),
            ("through=20211230", 2), ("who=aud", 0), ("who=Auditor", 0), ("words=nothing", 0),
            ("action=1&outcome=2&words=eve", 1),
        ])
    func fields(_ query: String, _ count: Int) async throws {
        try put(.signIn, .refused, "eve", "tried", day: 18_990)
        try put(.signIn, .done, "eve", "came", day: 18_991)
        try put(.exported, .done, "bob", "bodies 3", day: 18_992)
        let path =
            "/audit?"
            + query.replacing("年", with: "%E5%B9%B4").replacing("月", with: "%E6%9C%88").replacing(
                "日", with: "%E6%97%A5")
        let page = try await office.get(path, as: auditor).text
        #expect(rows(page) == count, "\(query)")
        #expect(try office.records(.auditRead).count == 1)
    }

    @Test("Pages of fifty, and the further ones of a search on record need no record of their own")
    func pages() async throws {
        for number in 0..<120 { try put(.exported, .done, "bob", "file \(number)") }
        let first = try await office.get("/audit?action=18", as: auditor).text
        #expect(rows(first) == 50 && first.contains("file 119<") && !first.contains("file 69<"))
        let start = try #require(first.firstRange(of: "before=")).upperBound
        let place = first[start...].prefix { $0.isNumber }
        let second = try await office.get("/audit?search=yes&action=18&before=\(place)", as: auditor).text
        #expect(rows(second) == 50 && second.contains("file 69<") && second.contains("file 20<"))
        #expect(try office.records(.auditRead).count == 1)
        // Nobody gets at a further page without a record of the search.
        _ = try await office.get("/audit?search=yes&outcome=1&before=\(place)", as: auditor)
        #expect(try office.records(.auditRead).map(\.what) == ["outcome=done", "action=exported"])
    }

    @Test(
        "What can't be looked for is said at its field, with what was typed, and nothing is shown",
        arguments: [
            ("who=nobody", "field-who-fault"), ("action=999", "field-action-fault"),
            ("action=signIn", "field-action-fault"), ("outcome=x", "field-outcome-fault"),
            ("from=yesterday", "field-from-fault"), ("through=2020-13-01", "field-through-fault"),
            ("from=2020-02-01&through=2020-01-01", "field-through-fault"),
            ("words=" + String(repeating: "w", count: 101), "field-words-fault"),
            ("words=a&words=b", "field-words-fault"), ("before=x", "faults"), ("before=-1", "faults"),
            ("before=99999999999999999999", "faults"), ("who=%3Cscript%3Ealert", "field-who-fault"),
        ])
    func bad(_ query: String, _ place: String) async throws {
        try put(.signIn, .refused, "eve", "tried")
        let answer = try await office.get("/audit?" + query, as: auditor)
        #expect(answer.status == 422 && answer.text.contains("id=\"\(place)\""))
        #expect(!answer.text.contains("tried") && !answer.text.contains("<script>"))
        let value = query.split(separator: "=").last.map { $0.split(separator: "&")[0] } ?? ""
        if !query.hasPrefix("before"), !query.contains("%"), !query.contains("action"), !query.contains("outcome"),
            !query.contains("words=a")
        {
            #expect(answer.text.contains("value=\"\(value)\""))
        }
        #expect(try office.records(.auditRead).isEmpty)
    }

    @Test("A script in a record is text, and in a file no formula")
    func script() async throws {
        try put(.signIn, .refused, "<script>alert(1)</script>", "=cmd|' /C calc'!A0")
        let page = try await office.get("/audit?search=yes", as: auditor).text
        #expect(!page.contains("<script>alert") && page.contains("&lt;script&gt;alert"))
        let file = try await office.post("/audit/export?search=yes", [("format", "csv")], as: auditor)
        #expect(file.text.contains("'=cmd") && !file.text.contains(",=cmd"))
    }

    @Test("What was found is exported whole, and that is on record", arguments: ["csv", "xlsx"])
    func export(_ format: String) async throws {
        for number in 0..<60 { try put(.exported, .done, "bob", "file \(number)") }
        let answer = try await office.post(
            "/audit/export?search=yes&action=18&before=20", [("format", format)], as: auditor)
        #expect(answer.status == 200)
        #expect(answer.headers["content-disposition"]?.contains(".\(format)") == true)
        if format == "csv" {
            #expect(answer.text.split(separator: "\r\n").count == 61)
            #expect(answer.text.contains("bob") && answer.text.contains("file 0"))
        } else {
            #expect(answer.text.hasPrefix("PK"))
        }
        #expect(try office.records(.auditExported).map(\.what) == ["\(format) 60: action=exported"])
    }

    @Test("An export of nothing that can be, or by a strange form, is none")
    func badExport() async throws {
        for fields in [[], [("format", "pdf")], [("format", "csv"), ("format", "xlsx")]] {
            #expect(try await office.post("/audit/export?search=yes", fields, as: auditor).status == 422)
        }
        #expect(
            try await office.post("/audit/export?from=x", [("format", "csv")], as: auditor).text.contains(
                "field-from-fault"))
        #expect(
            try await office.post("/audit/export?search=yes", [("format", "csv")], as: auditor, token: "old").status
                == 403)
        #expect(try office.records(.auditExported).isEmpty)
    }

    @Test("A record that was altered in the file is shown as a break of the chain")
    func altered() async throws {
        try put(.signIn, .refused, "eve", "tried")
        let digest = try #require(try office.records(.signIn).first).digest
        let other = try TestWorkbench(copying: office, altering: digest)
        let answer = try await other.post("/audit/check", as: auditor)
        #expect(answer.status == 200 && answer.text.contains("审计链不完整"))
        #expect(try other.records(.auditRead).first?.what.wording.en.hasSuffix("faults=0") == false)
    }

    @Test("A whole chain is called whole, with the digest to keep")
    func chain() async throws {
        try put(.signIn, .refused, "eve", "tried")
        let last = try #require(try office.workbench.accounts.trail.read(AuditSearch(), most: 1).lines.first)
        let answer = try await office.post("/audit/check", as: auditor)
        #expect(answer.status == 200 && answer.text.contains("审计链完整，共\(last.position)条"))
        #expect(answer.text.contains(last.digest.description))
        #expect(try office.records(.auditRead).first?.what == "check no.\(last.position) faults=0")
    }
}
