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
            action, outcome, by: Visitor(typing: who, from: "10.1.1.1"), what: .words(what), at: test.now,
            from: &test.source)
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
            .registerAct, by: visitor, what: "两次设立", at: test.now, from: &test.source)
        var desk = try Desk(journal, jurisdiction: "339981")
        for (number, basis) in [(1, Act.Basis.opening), (2, .daily)] {
            let words = DocumentWords(
                citation: try #require(Citation("示编〔2020〕\(number)号")), title: "设立", decided: Day(number: 18_300))
            let (document, sealed) = try desk.document(words)
            let profile = Profile(name: "区第\(number)中心", type: .publicInstitution)
            let act = Act(
                command: Identifier(from: &test.source), document: document, basis: basis,
                drafter: try desk.officer(named: "甲", from: &test.source),
                deciders: [try desk.officer(named: "乙", from: &test.source)],
                changes: [
                    DatedChange(
                        words.decided, .establish(Institution.ID(from: &test.source), profile, origin: nil))
                ])
            try desk.record(act, sealing: sealed, at: test.now)
        }
        #expect(journal.wasWitnessed && desk.history.position == 2)
        #expect(try trail.read(AuditSearch()).lines.map(\.action) == [.registerAct])
    }

    /// A look is one record with all there is to say of it; looks of earlier versions stand before those.
    @Test func aLookCarriesItsReason() throws {
        let desk = try Desk(test.journal, jurisdiction: "339981")
        let purpose = try test.journal.vault.seal("旧时核对", as: .purpose, for: "339981")
        let people = (1...3).map { Person.ID(high: 9, low: $0) }
        try test.journal.record(
            Lookup(
                way: 2, officer: Identifier(from: &test.source), recorded: test.now, subjects: [people[0]],
                purpose: purpose.digest), sealing: [purpose], in: "339981")
        let visitor = Visitor(user: "root", host: "台账机", naming: "查询员")
        #expect(
            try test.failure {
                _ = try desk.openPersonFiles("无此人", by: visitor, for: " \n", at: test.now, from: &test.source)
            } == "purpose-missing")
        _ = try desk.openPersonFiles("无此人", by: visitor, for: "转隶\n核对", at: test.now, from: &test.source)
        try trail.recordLook(.search, of: people, by: visitor, for: "核编", at: test.now, from: &test.source)
        try trail.recordLook(.motion, within: "#3", by: visitor, for: "论证", at: test.now, from: &test.source)
        let lines = try test.audit()
        #expect(lines.map(\.action) == [.personalShown, .personalShown, .personalShown])
        #expect(lines.map(\.person.zh) == ["查询员 root", "查询员 root", "查询员 root"])
        #expect(lines.map(\.place.zh).first == "终端 台账机" && lines.map(\.place.en).first == "terminal 台账机")
        let ids = people.map(\.description).joined(separator: " ")
        #expect(
            lines.map(\.what.wording.zh) == [
                "查看个人档案（0人），事由：转隶\n核对", "检索（3人），事由：核编。人员：\(ids)", "查看动议件所涉人员 #3，事由：论证",
            ])
        #expect(
            lines.map(\.what.wording.en) == [
                "a person's file (0 people), for: 转隶\n核对", "search (3 people), for: 核编. People: \(ids)",
                "people of a motion #3, for: 论证",
            ])
        let looks = try desk.lookups()
        #expect(looks.map(\.purpose) == ["旧时核对", "转隶\n核对", "核编", "论证"])
        #expect(looks.map(\.people) == [[people[0]], [], people, []])
        #expect(looks.map(\.way) == [.file, .file, .search, .motion])
        var search = AuditSearch()
        search.words = "核编 台账机"
        #expect(try trail.read(search).lines.map(\.position) == [2])
        #expect(try trail.check().isEmpty)
    }

    /// What was recorded is said in the reader's language; what earlier versions wrote is read as they wrote it.
    @Test func topicsAreSaidInBothLanguages() throws {
        let forged = "\u{1F}look\u{1F}2\u{1F}\u{1F}\u{1F}伪造"
        try leave(.exported, who: "甲", what: forged)
        try trail.record(
            .exported, by: TestBook.terminal, what: .taken(.badRows, lines: 3, of: "a\u{1F}b.xlsx"), at: test.now,
            from: &test.source)
        try trail.record(
            .workbookImported, .refused, by: TestBook.terminal, what: .workbook(.submitted, "台账.xlsx 1a2b"),
            at: test.now, from: &test.source)
        try trail.record(
            OfficeFailure(.refusal, "four-eyes", zh: "不行", en: "no"), of: .workbookImported, by: TestBook.terminal,
            what: .workbook(.decided, "台账.xlsx"), at: test.now, from: &test.source)
        try trail.record(
            OfficeFailure(.input, "typed-wrong", zh: "不行", en: "no"), of: .workbookImported, by: TestBook.terminal,
            what: "x", at: test.now, from: &test.source)
        let lines = try test.audit()
        #expect(lines[0].what.wording.zh == " look 2   伪造")
        #expect(
            lines.dropFirst().map(\.what.wording.zh) == [
                "导入文件的错误行 a b.xlsx，3条", "送审 台账.xlsx 1a2b", "决定 台账.xlsx four-eyes",
            ])
        #expect(
            lines.dropFirst().map(\.what.wording.en) == [
                "rows in error of a workbook a b.xlsx, 3 lines", "handed in 台账.xlsx 1a2b", "decided 台账.xlsx four-eyes",
            ])
        #expect(lines.last?.outcome == .refused)
        #expect(AuditTopic.taken(.database, of: "备份.sqlite").wording.en == "whole database 备份.sqlite")
        let earlier = try test.journal.vault.seal("（终端）\n（终端）\n王一 wang：经办", as: .audit, for: "339981")
        try test.journal.record(
            AuditNote(
                by: nil, action: 12, outcome: 1, text: earlier, command: Identifier(from: &test.source), at: test.now))
        let old = try #require(try test.audit().last)
        #expect(old.person == Wording(zh: "终端", en: "terminal") && old.place == old.person)
        #expect(old.what.wording.en == "王一 wang：经办")
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
