import Basics
import Foundation
import Office
import Papers
import Registry
import Testing

@testable import Web

/// What somebody meets who reads the register with wrong addresses, on other days, and within bounds.
@Suite("The reading rooms")
struct ReadingRoomsTests {
    let office: TestWorkbench
    var register: Register { office.workbench.desk.register.register }

    init() throws { office = try TestWorkbench() }

    private func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }

    /// The living bodies that answer to nobody, in an order that is always the same.
    private var roots: [Institution] {
        register.institutions.values.filter { $0.isActive && $0.profile.supervisor == nil }.sorted { $0.id < $1.id }
    }

    @Test("A contact is told no name of a body out of reach, whose identifier they put into the filter")
    func supervisorOutOfReach() async throws {
        let (own, other) = (roots[0], roots[1])
        let path = "/bodies?supervisor=\(other.id)"
        #expect(try await office.get(path, as: "clerk").text.contains("value=\"\(other.profile.name)\""))
        let answer = try await office.get(path, as: "contact:\(own.id)")
        #expect(answer.status == 422)
        #expect(!answer.text.contains(other.profile.name))
        #expect(answer.text.contains("没有按下面的条件筛选"))
    }

    @Test(
        "A condition that can't be read, or came twice, is said to narrow nothing, and the rest is shown",
        arguments: [
            ("/bodies?type=256", "类型"), ("/bodies?type=1&type=3", "类型"), ("/bodies?rank=x", "级别"),
            ("/bodies?category=%F0%9F%98%80", "类别"), ("/bodies?funding=-1", "经费形式"), ("/bodies?kind=%00", "编制类别"),
            ("/bodies?supervisor=a&supervisor=b", "主管部门"), ("/bodies?figures=some", "编制情况"),
            ("/bodies?lacking=name", "缺项"),
            ("/bodies?state=gone", "状态"), ("/bodies?sort=-", "排序"), ("/bodies?column=type&column=salary", "列"),
            ("/bodies?name=a&name=b", "名称含"), ("/people?kind=99", "编制类别"), ("/people?status=99", "身份"),
            ("/people?only=them", "情况"), ("/people?sort=name", "排序"), ("/ledger?holder=grant&kind=99", "编制类别"),
            ("/ledger?holder=grant&role=99", "职务"), ("/ledger/acts?basis=99", "性质"),
            ("/ledger/acts?name=1&name=2", "文号含"), ("/documents?name=1&name=2", "文号或标题含"),
            ("/findings?severity=9", "程度"), ("/findings?check=none", "检查"),
        ])
    func unread(_ path: String, _ title: String) async throws {
        let answer = try await office.get(path, as: "clerk")
        #expect(answer.status == 422)
        #expect(answer.text.contains("没有起作用：\(title)。"))
        #expect(answer.text.contains("<table"))
    }

    @Test(
        "What can be read, and what is left empty, is no mistake",
        arguments: [
            "/bodies?type=&rank=&funding=&kind=&figures=&lacking=&state=",
            "/bodies?type=9&rank=2&sort=-name&column=type",
            "/bodies?page=0", "/bodies?page=-1", "/bodies?page=99999999999999999999", "/people?kind=&status=&only=",
            "/people?sort=-entered", "/ledger/acts?name=&basis=", "/findings?severity=1", "/ledger?holder=grant&kind=3",
        ])
    func read(_ path: String) async throws {
        let answer = try await office.get(path, as: "clerk")
        #expect(answer.status == 200)
        #expect(!answer.text.contains("没有起作用"))
    }

    @Test(
        "Two days in one address mean neither", arguments: ["on=2021-01-01&on=2021-02-01", "known=2021-01-01&known="])
    func twoDays(_ query: String) async throws {
        let answer = try await office.get("/bodies?" + query, as: "clerk")
        #expect(answer.status == 422)
        #expect(answer.text.contains("两个日期"))
    }

    @Test("A name is found however wide it is typed")
    func typedWide() async throws {
        let body = roots[0]
        let wide = "　（" + body.profile.name.prefix(4) + "）"
        let page = try await office.get("/bodies?name=\(encoded(wide))", as: "clerk").text
        #expect(page.contains("/bodies/\(body.id)\""))
    }

    @Test(
        "Before the register began a page says so and leads to its first day, and offers no import",
        arguments: ["/", "/bodies", "/people", "/tree", "/findings"])
    func nothingThen(_ path: String) async throws {
        let page = try await office.get(path + "?on=1999-01-01", as: "clerk").text
        let act = office.workbench.desk.desk().history.entries[0].act
        let first = try #require(act.changes.map(\.day).min())
        #expect(page.contains("这一天的台账里还没有机构"))
        #expect(page.contains("href=\"\(path)?on=\(first)\""))
        #expect(!page.contains("从工作簿导入台账"))
        let unknown = try await office.get(path + "?known=2020-01-01", as: "clerk").text
        #expect(unknown.contains("到那一天为止还没有登记任何决定"))
    }

    @Test("What wasn't there on a day, and is today, is said so, to whoever may see it today")
    func notThen() async throws {
        let (own, other) = (roots[0], roots[1])
        let person = try #require(register.presence(of: own.id).staff.first)
        for path in ["/bodies/\(own.id)", "/bodies/\(own.id)/history", "/people/\(person)"] {
            let answer = try await office.get(path + "?on=1999-01-01", as: "contact:\(own.id)")
            #expect(answer.status == 404)
            #expect(answer.text.contains("今日的台账里有"))
            #expect(answer.text.contains("href=\"\(path)\""))
            let stranger = try await office.get(path + "?on=1999-01-01", as: "contact:\(other.id)")
            #expect(stranger.status == 404)
            #expect(!stranger.text.contains("今日的台账里有"))
        }
        let none = try await office.get("/bodies/ffffffffffffffffffffffffffffffff?on=1999-01-01", as: "clerk")
        #expect(!none.text.contains("今日的台账里有"))
    }

    @Test("A search is of the day that is looked at, and keeps to it")
    func searchOfADay() async throws {
        let words = encoded(roots[0].profile.name)
        let now = try await office.get("/search?q=\(words)", as: "clerk").text
        #expect(now.contains("href=\"/bodies/\(roots[0].id)\""))
        let before = try await office.get("/search?q=\(words)&on=1999-01-01", as: "clerk").text
        #expect(!before.contains("href=\"/bodies/\(roots[0].id)"))
        // Both boxes, that at the top and that of the page, ask about the same day.
        #expect(before.matches(of: /name="on" value="1999-01-01"/).count == 2)
        let then = try await office.get("/search?q=\(words)&on=2021-06-30", as: "clerk").text
        #expect(then.contains("href=\"/bodies/\(roots[0].id)?on=2021-06-30\""))
        #expect(try await office.get("/search?q=\(words)&known=2020-01-01", as: "clerk").text.contains("没有找到"))
    }

    @Test("A document that was found leads to that document alone")
    func foundDocument() async throws {
        let found = try await office.get("/search?q=\(encoded("样编[2020]1号"))", as: "clerk").text
        let link = try #require(found.firstMatch(of: /href="(\/documents\?name=[^"]*)"/)?.1)
        let page = try await office.get(String(link), as: "clerk")
        #expect(page.text.contains("样编〔2020〕1号"))
        #expect(try await office.get("/documents?name=nothing", as: "clerk").text.contains("没有符合条件的文件"))
    }

    @Test("What others have fills no place among what a contact finds")
    func foundWithinReach() async throws {
        let office = try TestWorkbench(bodies: 130)
        let register = office.workbench.desk.register.register
        let all = try await office.get("/search?q=\(encoded("区"))", as: "clerk").text
        #expect(all.contains("只列出最相符的80条"))
        let hidden = register.institutions.values.filter {
            $0.isActive && $0.profile.name.contains("区") && !all.contains("/bodies/\($0.id)\"")
        }.min { $0.id < $1.id }
        let body = try #require(hidden)
        let own = try await office.get("/search?q=\(encoded("区"))", as: "contact:\(body.id)").text
        #expect(own.contains("/bodies/\(body.id)\""))
    }

    @Test("As many findings as the tab of a body says stand on its page, and its facts name the gravest")
    func findingsOfABody() async throws {
        _ = try await office.get("/findings", as: "clerk")
        var most = 0
        for body in roots {
            let page = try await office.get("/bodies/\(body.id)/findings", as: "clerk").text
            let said = page.firstMatch(of: /aria-current="page">问题 ([0-9,]+)</).flatMap { Int($0.1) }
            let shown = page.matches(of: /<article class="finding/).count
            #expect(said == shown, "\(body.profile.name)")
            guard shown > 0 else { continue }
            let facts = try await office.get("/bodies/\(body.id)", as: "clerk").text
            #expect(facts.contains("/bodies/\(body.id)/findings\">\(shown)</a>"))
            most = max(most, shown)
        }
        #expect(most > 1)
    }

    @Test("Leader posts lead to their entries and to who is in them")
    func leaderPosts() async throws {
        let body = try #require(
            register.institutions.values.filter { register.presence(of: $0.id).leading(.deputy) > 1 }
                .min { $0.id < $1.id })
        let page = try await office.get("/bodies/\(body.id)", as: "clerk").text
        let people = "/bodies/\(body.id)/people?role=\(LeaderRole.deputy.rawValue)"
        let entries = "/ledger?holder=\(body.id)&amp;role=\(LeaderRole.deputy.rawValue)"
        let leading = register.presence(of: body.id).leading(.deputy)
        #expect(page.contains("\(people)\">\(leading)</a>"))
        #expect(page.contains("\(entries)\">"))
        let listed = try await office.get(people, as: "clerk").text
        #expect(listed.matches(of: /href="\/people\/[0-9a-f]{32}"/).count == leading)
        let statement = try await office.get(entries.replacing("&amp;", with: "&"), as: "clerk").text
        let balances = statement.matches(of: /<td class="number">([0-9]+)<\/td>/).compactMap { Int($0.1) }
        #expect(balances.first == register.approvedPosts(.deputy, of: body.id))
        #expect(!statement.contains(EstablishmentKind.institutionFull.name.zh))
    }

    @Test("A group of the overview adds up to all bodies, since what is unknown is a line of it")
    func groups() async throws {
        let living = register.institutions.values.filter(\.isActive)
        let institutions = living.filter { $0.profile.type == .publicInstitution }
        let page = try await office.get("/", as: "clerk").text
        let groups = try #require(page.split(separator: "count-groups").last).split(separator: "</table>").map {
            table in
            table.matches(of: /\/bodies\?[^"]*">([0-9,]+)</).compactMap { Int($0.1) }.reduce(0, +)
        }
        #expect(Array(groups.prefix(4)) == [living.count, living.count, institutions.count, institutions.count])
    }

    @Test("People are sorted by each column, both ways, as a list and as a workbook; who has none stands last")
    func peopleSorted() async throws {
        for descending in [false, true] {
            let path = "?sort=\(descending ? "-" : "")entered"
            let page = try await office.get("/people" + path, as: "clerk").text
            let body = try #require(page.firstMatch(of: /(?s)<tbody>(.*)<\/tbody>/)?.1)
            let listed = body.matches(of: /<td class="whole">([^<]*)</).map { String($0.1) }
            let all = register.people.values.filter { $0.exit == nil }.compactMap { $0.entered?.description }
            let wanted = descending ? all.sorted(by: >) : all.sorted()
            #expect(listed == Array(wanted.prefix(80)))
            let file = try await office.post("/people/export" + path, as: "clerk")
            let rows = try readWorkbook(bytes: file.bytes, named: "people.xlsx").sheets[0].rows
            let dates = rows.joined().compactMap { cell -> String? in
                if case .day(let day) = cell { day.description } else { nil }
            }
            #expect(Array(dates.prefix(all.count)) == wanted)
        }
        for column in PeopleFilter.Column.allCases {
            let up = try await office.get("/people?sort=\(column.rawValue)", as: "clerk")
            let down = try await office.get("/people?sort=-\(column.rawValue)", as: "clerk").text
            #expect(up.status == 200)
            #expect(up.text.contains("aria-sort=\"ascending\"") && down.contains("aria-sort=\"descending\""))
            #expect(up.text != down)
        }
    }

    @Test("A figure is what the entries until a day add up to, as known then")
    func asOfAndKnown() async throws {
        let kind = EstablishmentKind.institutionFull
        let body = try #require(
            register.institutions.values.filter {
                HeadFigures.of($0.id, in: register).contains { $0.kind == kind && ($0.vacant ?? 0) > 1 }
            }
            .min { $0.id < $1.id })
        let approved = try #require(register.approvedHeads(of: body.id, kind))
        let first = office.workbench.desk.desk().history.entries[0].act
        let effective = try #require(Day(year: 2021, month: 3, day: 1))
        let act = Act(
            command: Identifier(high: 9, low: 1),
            document: Document(
                citation: try #require(Citation("样编〔2021〕9号")), title: first.document.title, decided: effective),
            basis: .daily, drafter: first.drafter, deciders: first.deciders,
            changes: [
                DatedChange(effective, .move(.heads(kind), count: 2, from: .institution(body.id), to: .districtPool))
            ])
        var desk = office.workbench.desk.desk()
        // Recorded on the third of May, for the first of March.
        try desk.record(act, at: Instant(milliseconds: 1_620_000_000_000))
        try office.workbench.desk.refresh()
        for (query, moved) in [
            ("", true), ("on=2021-02-28", false), ("on=2021-03-01", true), ("known=2021-05-02", false),
            ("known=2021-05-03", true), ("on=2021-03-01&known=2021-05-02", false),
            ("on=2021-02-28&known=2021-05-03", false),
        ] {
            let after = query.isEmpty ? "" : "&amp;" + query.replacing("&", with: "&amp;")
            let wanted = moved ? approved - 2 : approved
            let page = try await office.get("/bodies/\(body.id)?\(query)", as: "clerk").text
            let link = "/ledger?holder=\(body.id)&amp;kind=\(kind.rawValue)\(after)"
            #expect(page.contains("\(link)\">\(wanted.grouped)</a>"), "\(query)")
            let statement = try await office.get(link.replacing("&amp;", with: "&"), as: "clerk").text
            let numbers = statement.matches(of: /<td class="number">([^<]*)<\/td>/).map { String($0.1) }
            #expect(
                Array(numbers.prefix(2)) == (moved ? ["−2", wanted.grouped] : ["+\(wanted.grouped)", wanted.grouped]))
            let overview = try await office.get("/?\(query)", as: "clerk").text
            let whole = first.changes.reduce(0) { sum, dated in
                guard case .move(.heads(kind), let count, from: .grant, to: .institution) = dated.change else {
                    return sum
                }
                return sum + count
            }
            let total = (moved ? whole - 2 : whole).grouped
            #expect(
                overview.contains("/bodies?kind=\(kind.rawValue)&amp;sort=-approved\(after)\">\(total)</a>"), "\(query)"
            )
        }
    }
}
