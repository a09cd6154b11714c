import Basics
import Diagnosis
import Office
import Papers
import Reform
import Registry
import Testing

@Suite("Reports of plans")
struct PlanPaperTests {
    private func page(_ paper: ReportPaper, _ language: Language = .zh) -> String {
        String(decoding: paper.page(in: language), as: UTF8.self)
    }

    private func all(_ start: String, _ end: String, in text: String) -> [String] {
        text.components(separatedBy: start).dropFirst().map { $0.components(separatedBy: end)[0] }
    }

    @Test("pages and Markdown are what they were", arguments: Language.allCases)
    func golden(_ language: Language) throws {
        for (name, paper) in [("plan", try PlanDistrict.paper()), ("comparison", try PlanDistrict.comparison())] {
            try expectGolden(paper.page(in: language), "\(name).\(language.rawValue).html")
            try expectGolden(Array(paper.markdown(in: language).utf8), "\(name).\(language.rawValue).md")
        }
    }

    @Test("a page needs nothing beside it, runs nothing, and its links lead somewhere", arguments: Language.allCases)
    func selfContained(_ language: Language) throws {
        for paper in [try PlanDistrict.paper(), try PlanDistrict.comparison()] {
            let page = page(paper, language)
            for word in ["<script", "http://", "https://", "src=", "@import", "<link", "javascript:", "style=", "<b>"] {
                #expect(!page.contains(word), "\(word)")
            }
            let ids = all(" id=\"", "\"", in: page)
            #expect(Set(ids).count == ids.count)
            let targets =
                all("href=\"#", "\"", in: page)
                + all("labelledby=\"", "\"", in: page).flatMap { $0.split(separator: " ").map(String.init) }
            #expect(Set(targets).subtracting(ids).isEmpty && !targets.isEmpty)
        }
    }

    @Test("English pages have no full-width punctuation of ours, Chinese ones no half-width")
    func punctuation() throws {
        let english = try PlanDistrict.comparison().parts.flatMap(\.lead).map(\.en)
        #expect(english.allSatisfy { !$0.contains("，") && !$0.contains("；") })
        let chinese = try PlanDistrict.paper().parts.flatMap { $0.lead + $0.notes }.map(\.zh)
        #expect(chinese.allSatisfy { !$0.contains(", ") && !$0.contains("; ") && !$0.hasSuffix(".") })
    }

    @Test("a workbook has a sheet for each part, to which the summary leads")
    func sheets() throws {
        let paper = try PlanDistrict.paper()
        let sheets = paper.sheets(in: .zh)
        #expect(sheets.count == paper.parts.count + 1)
        let targets = sheets[0].rows.compactMap { row -> String? in
            if case .link(_, let sheet, _)? = row.first { sheet } else { nil }
        }
        #expect(targets == sheets.dropFirst().map(\.name))
        #expect(try !workbookBytes(sheets).isEmpty)
        // Numbers are numbers, and what can't be told is said in words.
        let budget = try #require(sheets.first { $0.title == "年经费影响" })
        #expect(budget.rows.contains { $0.contains(.integer(150_000)) })
    }

    @Test("no more flows are drawn than can be seen, and it is said how many are not")
    func manyFlows() throws {
        var register = Register()
        let day = ReportDistrict.day
        let ids = (0..<75).map { Institution.ID(high: 1, low: UInt64($0 + 1)) }
        let changes = ids.enumerated().flatMap { index, id -> [Change] in
            [
                .establish(id, Profile(name: "第\(index)站", type: .publicInstitution), origin: nil),
                .move(.heads(.institutionFull), count: index + 1, from: .grant, to: .institution(id)),
            ]
        }
        try register.enact(changes, basis: .opening, on: day, recorded: day, at: 1)
        let plan = try readPlan(
            "方案: 试\n施行: 2020-07-01\n步骤:\n"
                + (1..<75).map { "  - {合并: [第\($0)站], 并入: 第0站}\n" }.joined())
        let outcome = simulate(
            plan, on: register, diagnosis: diagnose(register), at: 2, recorded: plan.day)
        let paper = PlanPaper(Assessment(outcome), heading: PlanDistrict.heading).paper
        let page = page(paper)
        #expect(all("class=\"ribbon kind-3\"", "/path>", in: page).count == 60)
        #expect(page.contains("图中为最大的60笔，其余14笔见表。"))
        let heads = try #require(paper.parts.first { $0.title.zh == "编制流向" })
        #expect(heads.rows(in: .zh).count == 74)
        #expect(!all("class=\"ribbon kind-3\"", "/path>", in: page).joined().contains("第14站 →"))
    }
}
