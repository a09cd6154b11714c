import Accounts
import Basics
import Foundation
import Office
import Papers
import Registry
import Storage
import Testing

@Suite struct AuditTrailTests {
    private let test: TestBook
    private let trail: AuditTrail

    init() throws {
        test = try TestBook()
        trail = test.book.trail
    }

    private func leave(_ action: AuditAction, _ outcome: AuditOutcome = .done, who: String, what: String) throws {
        try trail.record(
            action, outcome, by: Visitor(typing: who, from: "10.1.1.1"), what: what, at: test.now, from: &test.source)
    }

    @Test func searches() throws {
        try leave(.exported, who: "甲", what: "机构台账 XLSX")
        test.pass(86_400_000)
        try leave(.accessRefused, .refused, who: "乙", what: "/people/1\n第二行")
        try leave(.exported, who: "乙", what: "人员台账 xlsx")
        func found(_ change: (inout AuditSearch) -> Void) throws -> [Int] {
            var search = AuditSearch()
            change(&search)
            return try trail.read(search).lines.map(\.position)
        }
        #expect(try found { _ in } == [3, 2, 1])
        #expect(try found { $0.actions = [.exported] } == [3, 1])
        #expect(try found { $0.outcomes = [.refused] } == [2])
        #expect(try found { $0.words = "Xlsx 台账" } == [3, 1])
        #expect(try found { $0.words = "乙 10.1.1.1" } == [3, 2])
        // 2023-11-14T22:13:20Z is the 15th on the office's clock.
        let first = try #require(Day(iso: "2023-11-15"))
        #expect(try found { $0.through = first } == [1])
        #expect(try found { $0.from = Day(number: first.number + 1) } == [3, 2])
        #expect(try found { ($0.from, $0.through) = (first, first) } == [1])
        let page = try trail.read(AuditSearch(), most: 2)
        #expect(page.lines.map(\.position) == [3, 2] && page.next == 2)
        #expect(try found { $0.before = page.next } == [1])
        let line = page.lines[1]
        #expect(line.what == "/people/1\n第二行" && line.who == "乙" && line.address == "10.1.1.1")
    }

    @Test func exports() throws {
        try leave(.exported, who: "=HYPERLINK(1)", what: "机构台账")
        let sheet = try trail.sheet(AuditSearch(), in: .zh)
        #expect(sheet.rows.count == 1 && sheet.columns.count == sheet.rows[0].count)
        #expect(
            sheet.rows[0].prefix(7) == [
                .integer(1), .text("2023-11-15 06:13:20"), .text("=HYPERLINK(1)"), .text("10.1.1.1"), .text("导出"),
                .text("机构台账"), .text("成功"),
            ])
        #expect(try trail.sheet(AuditSearch(), in: .en).rows[0][4] == .text("Export"))
    }

    /// A verb of the office that knows nothing of audits, at a desk on a witnessed journal.
    @Test func everyVerbOfADeskCanBeWitnessed() throws {
        let visitor = Visitor(typing: "甲", from: "10.1.1.1")
        let journal = try trail.witnessed(
            .personalShown, by: visitor, what: "核对", at: test.now, from: &test.source)
        var desk = try Desk(journal, jurisdiction: "339981")
        let officer = try desk.officer(named: "甲", from: &test.source)
        _ = try desk.openPersonFiles("无此人", by: officer, for: "核对", at: test.now)
        _ = try desk.openPersonFiles("无此人", by: officer, for: "再核对", at: test.now)
        #expect(journal.wasWitnessed)
        #expect(try desk.lookups().count == 2)
        #expect(try trail.read(AuditSearch()).lines.map(\.action) == [.personalShown])
    }

    @Test func codesAndNamesAreOnesOwn() {
        let actions = AuditAction.allCases
        #expect(actions.map(\.rawValue) == Array(1...UInt8(actions.count)))
        #expect(
            Set(actions.map(\.name.zh)).count == actions.count && Set(actions.map(\.name.en)).count == actions.count)
        #expect(AuditOutcome.allCases.map(\.rawValue) == [1, 2, 3, 4])
    }
}

func bytes(of path: String) throws -> [UInt8] {
    let data = try #require(FileManager.default.contents(atPath: path))
    return [UInt8](data)
}
