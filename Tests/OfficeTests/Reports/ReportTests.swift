import Basics
import Diagnosis
import Foundation
import Office
import Papers
import Registry
import Testing

@Suite("Reports of a diagnosis")
struct ReportTests {
    private func page(_ language: Language) throws -> String {
        String(decoding: try ReportDistrict.report().page(in: language), as: UTF8.self)
    }

    /// What stands between `start` and `end`, wherever it does.
    private func all(_ start: String, _ end: String, in text: String) -> [String] {
        text.components(separatedBy: start).dropFirst().map { $0.components(separatedBy: end)[0] }
    }

    @Test("the page and the Markdown are what they were", arguments: Language.allCases)
    func golden(_ language: Language) throws {
        let report = try ReportDistrict.report()
        try expectGolden(report.page(in: language), "report.\(language.rawValue).html")
        try expectGolden(Array(report.markdown(in: language).utf8), "report.\(language.rawValue).md")
    }

    @Test("the page needs nothing beside it and runs nothing", arguments: Language.allCases)
    func selfContained(_ language: Language) throws {
        let page = try page(language)
        for word in ["<script", "http://", "https://", "src=", "@import", "<link", "javascript:", "<iframe"] {
            #expect(!page.contains(word))
        }
        #expect(all("url(", ")", in: page).allSatisfy { $0.hasPrefix("#") })
        #expect(page.contains(language == .zh ? "<html lang=\"zh-CN\">" : "<html lang=\"en\">"))
    }

    @Test("names that would be markup are shown, not obeyed", arguments: Language.allCases)
    func hostileNames(_ language: Language) throws {
        let page = try page(language)
        #expect(!page.contains("<b>"))
        #expect(page.contains("&lt;b&gt;水务|监测*中心&lt;/b&gt; &amp; \"测试\""))
        let markdown = try ReportDistrict.report().markdown(in: language)
        #expect(!markdown.contains("<b>") && markdown.contains("\\<b\\>水务\\|监测\\*中心\\</b\\> \\& \"测试\""))
    }

    @Test("every link of the page leads somewhere, and every place is named once", arguments: Language.allCases)
    func links(_ language: Language) throws {
        let page = try page(language)
        let ids = all(" id=\"", "\"", in: page)
        #expect(Set(ids).count == ids.count)
        let targets =
            all("href=\"#", "\"", in: page) + all("url(#", ")", in: page)
            + all("labelledby=\"", "\"", in: page).flatMap { $0.split(separator: " ").map(String.init) }
        #expect(targets.count > 20)
        #expect(Set(targets).subtracting(ids).isEmpty)
    }

    @Test("headings go down one level at a time", arguments: Language.allCases)
    func headings(_ language: Language) throws {
        var last = 0
        for tag in all("<h", ">", in: try page(language)) {
            guard let level = tag.first.flatMap({ Int(String($0)) }) else { continue }
            #expect(level <= last + 1)
            last = level
        }
        #expect(last > 1)
    }

    @Test("the most severe check comes first, its findings in their order, and the counts agree")
    func order() throws {
        let report = try ReportDistrict.report()
        let severities = report.sections.map(\.severity)
        #expect(severities == severities.sorted(by: >))
        #expect(report.sections.map(\.check.code).contains("over-establishment"))
        #expect(report.count == diagnose(try ReportDistrict.register()).count)
        #expect(Severity.allCases.reduce(0) { $0 + report.count(of: $1) } == report.count)
        #expect(report.sections.count + report.clear.count == Check.all.count)
    }

    @Test("in the workbook each check has a sheet, linked there and back", arguments: Language.allCases)
    func sheets(_ language: Language) throws {
        let report = try ReportDistrict.report()
        let sheets = report.sheets(in: language)
        let names = sheets.map(\.name)
        #expect(sheets.count == report.sections.count + 3)
        let cells = sheets.map { ($0.preface + $0.rows).joined() }
        for (sheet, cells) in zip(sheets, cells) {
            let targets = cells.compactMap { cell in if case .link(_, let target, _) = cell { target } else { nil } }
            #expect(Set(targets).subtracting(names).isEmpty)
            #expect(sheet.name == names[0] ? Set(targets) == Set(names.dropFirst()) : targets == [names[0]])
        }
        let read = try readWorkbook(bytes: workbookBytes(sheets), named: "report.xlsx")
        #expect(read.sheets.map(\.name) == names)
        for (section, sheet) in zip(report.sections, read.sheets[2...]) {
            let rows = sheet.rows.filter { row in row.last.map { $0.text.hasPrefix(section.check.code + "/") } ?? false
            }
            #expect(rows.count == section.findings.count)
            #expect(rows.map { $0[3].text } == section.findings.map { $0.finding.evidence.said(in: language) })
        }
        let over = try #require(read.sheet(named: language == .zh ? "分类超编" : "Over establishment by kind"))
        let header = try #require(over.rows.first { $0.count > 5 }).map(\.text)
        let row = try #require(over.rows.last).map(\.text)
        for (quantity, value) in [(Quantity.approved, "3"), (.occupied, "4"), (.excess, "1")] {
            let column = try #require(header.firstIndex(of: quantity.name.said(in: language)))
            #expect(row[column] == value)
        }
    }

    @Test("a report of nothing is still a report", arguments: Language.allCases)
    func empty(_ language: Language) throws {
        let report = DiagnosisReport([], in: Register(), heading: ReportHeading(jurisdiction: "339902"))
        #expect(report.count == 0 && report.clear.count == Check.all.count)
        #expect(String(decoding: report.page(in: language), as: UTF8.self).hasSuffix("</html>\n"))
        #expect(report.markdown(in: language).hasPrefix("# "))
        #expect(try readWorkbook(bytes: workbookBytes(report.sheets(in: language)), named: "x").sheets.count == 3)
    }
}
