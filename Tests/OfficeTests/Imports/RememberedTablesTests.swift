import Basics
import Foundation
import Office
import Papers
import Registry
import Storage
import Testing

/// What a clerk said of a table is the proposal for the next with the same headings, on every node and after a restart.
@Suite struct RememberedTablesTests {
    private let office: TestOffice

    init() throws { office = try TestOffice() }

    private func session(
        _ text: String, named name: String = "a.csv", at desk: Desk? = nil
    ) throws -> ImportSession {
        var source = SeededSource(seed: 5)
        return try ImportSession(
            id: Identifier(from: &source), bytes: Array(text.utf8), named: name,
            memory: try (desk ?? office.desk).tableMemory())
    }

    private func workbook(_ sheets: (name: String, rows: [[String]])...) throws -> ImportSession {
        let path = office.folder + "/\(sheets.count)-\(sheets[0].rows.count).xlsx"
        let bytes = try workbookBytes(
            sheets.map { sheet in
                OutputSheet(
                    name: sheet.name, columns: sheet.rows[0].map { OutputColumn($0) },
                    rows: sheet.rows.dropFirst().map { $0.map { OutputCell.text($0) } })
            })
        var source = SeededSource(seed: 5)
        return try ImportSession(
            id: Identifier(from: &source), bytes: bytes, named: path, memory: try office.desk.tableMemory())
    }

    private func remember(_ session: ImportSession, by name: String = "甲") throws -> Int {
        try office.desk.remember(session, by: office.officer(name), at: office.later())
    }

    private func fields(_ session: ImportSession) -> [Field?] { session.tables.first?.columns.map(\.field) ?? [] }

    private let first = "机构名称,机构类型,全额事业编制,批下来的,备考\n示范区第一小学,事业单位,3,30,x"
    /// Other rows, another order, another name of the file, spaces and wide letters in the headings.
    private let later = "备考,批 下来的,机构名称,机构类型,全额事业编制\ny,50,示范区第三小学,事业单位,7"

    @Test func theNextWorkbookWithTheseHeadingsIsReadTheSame() throws {
        var session = try session(first)
        try session.map(table: 0, ["C": nil, "D": .headsFull])
        session.confirmMapping()
        #expect(try remember(session) == 1)
        #expect(try remember(session) == 0, "what is known is not said again")

        // Another node, or this one after a restart.
        let next = try self.session(later, named: "别的.csv", at: office.reopened())
        #expect(fields(next) == [.bodyRemark, .headsFull, .bodyName, .bodyType, nil])
        #expect(next.book?.bodies.map { $0.heads?[.institutionFull] } == [50])
        let table = try #require(next.tables.first), recalled = try #require(table.recalled)
        #expect(recalled.item.officer == "甲" && recalled.item.said.milliseconds == 1_612_137_601_000)
        #expect(table.columns.map(\.reason) == [.header, .remembered, .header, .header, .remembered])
        #expect(next.step == .mapping, "it is a proposal, and looked at like any other")
        #expect(try remember(next) == 0, "going on with the proposal says nothing new")
        #expect(try verifyJournal(office.reopened().journal, jurisdiction: "339981").faults.isEmpty)
        // No heading stands in the database in clear, nor opened.
        let texts = try office.desk.journal.sayings(of: "339981").map(\.text)
        #expect(texts.count == 1 && texts.allSatisfy { $0.utf8.allSatisfy { $0 < 128 } })
    }

    @Test func whatIsChangedHoldsFromThenOnAndWhatIsForgottenNoLonger() throws {
        var session = try session(first)
        try session.map(table: 0, ["C": nil, "D": .headsFull])
        _ = try remember(session)
        var next = try self.session(later)
        try next.map(table: 0, ["B": nil])
        #expect(next.tables[0].columns[1].reason == .mapping)
        #expect(try remember(next, by: "乙") == 1)
        let third = try self.session(first)
        #expect(fields(third) == [.bodyName, .bodyType, nil, nil, .bodyRemark])
        #expect(third.tables[0].recalled?.item.officer == "乙")
        #expect(try office.desk.tableMemory().items.count == 1)

        let key = try #require(third.tables[0].recalled?.key)
        var forgetting = third
        try forgetting.forget(key)
        #expect(fields(forgetting) == [.bodyName, .bodyType, .headsFull, nil, .bodyRemark])
        #expect(forgetting.tables[0].recalled == nil)
        #expect(try office.desk.forget(table: key, by: office.officer("甲"), at: office.later()))
        #expect(try !office.desk.forget(table: key, by: office.officer("甲"), at: office.later()))
        #expect(try self.session(later, at: office.reopened()).tables[0].recalled == nil)
        #expect(try office.reopened().tableMemory().items.isEmpty)
    }

    @Test func aDoubtThatWasSettledIsNoDoubtAgain() throws {
        let session = try session(first)
        #expect(session.tables[0].columns.count { $0.reason.isDoubtful } == 1)
        _ = try remember(session)
        let next = try self.session(later)
        #expect(next.tables[0].columns.count { $0.reason.isDoubtful } == 0)
        // Where every column is known by its header there is nothing to remember.
        let plain = try self.session("机构名称,机构类型,行政编制\n甲局,行政机关,5")
        #expect(try remember(plain) == 0)
    }

    @Test func otherHeadingsAreNoneOfItsBusiness() throws {
        var session = try session(first)
        try session.map(table: 0, ["C": nil, "D": .headsFull])
        _ = try remember(session)
        // One column more is still that table, and the new column is looked at anew.
        let wider = try self.session("机构名称,机构类型,全额事业编制,批下来的,备考,举办单位\n示范区第一小学,事业单位,3,30,x,甲局")
        #expect(fields(wider) == [.bodyName, .bodyType, nil, .headsFull, .bodyRemark, .bodySponsor])
        // Half of the headings are not enough.
        let other = try self.session("机构名称,机构类型,批下来的,主管部门,级别\n示范区第一小学,事业单位,30,甲局,正科级")
        #expect(other.tables[0].recalled == nil && !fields(other).contains(.headsFull))
    }

    @Test func aHeaderThatNobodyKnowsIsFoundWhereverItStands() throws {
        var session = try session("二〇二〇年摸底\n甲,乙,丙\n示范区第一小学,学校,30")
        try session.map(table: 0, as: .bodies, headerRows: 2...2)
        try session.map(table: 0, ["A": .bodyName, "C": .headsFull])
        _ = try remember(session)
        let next = try self.session("示范区\n二〇二一年摸底\n\n丙,甲,乙\n31,示范区第一小学,学校")
        #expect(next.book?.bodies.map(\.name) == ["示范区第一小学"])
        #expect(next.book?.bodies.map { $0.heads?[.institutionFull] } == [31])
        #expect(next.tables[0].headerRows == 4...4)
    }

    @Test func sheetsOfTheSameHeadingsAreToldApartByTheirNames() throws {
        let bodies = (name: "机构", rows: [["机构名称", "机构类型", "行政编制"], ["甲局", "行政机关", "5"]])
        let people = [["姓名", "身份证号", "所在单位"], ["张三", "110101199003070011", "甲局"]]
        let others = [people[0], ["李四", "110101199003070038", "甲局"]]
        var session = try workbook(bodies, ("在编", people), ("编外", others))
        let index = try #require(session.tables.first { $0.sheet == "编外" }?.index)
        try session.map([index: TableSaying(meaning: .ignore)])
        #expect(session.book?.people.count == 1)
        _ = try remember(session)
        let next = try workbook(bodies, ("在编", people), ("编外", others))
        #expect(next.tables.map(\.meaning) == [.bodies, .people, .ignore])
        #expect(next.tables[2].recalled?.item.officer == "甲" && next.tables[1].recalled == nil)
        // A whole sheet is left out again under its own name only.
        let renamed = try workbook(bodies, ("人员", people))
        #expect(renamed.tables.map(\.meaning) == [.bodies, .people])
        // Brought back, it isn't left out the time after.
        var back = next
        try back.map([2: TableSaying(meaning: .people)])
        #expect(back.book?.people.count == 2)
        #expect(try remember(back) == 1)
        #expect(
            try workbook(bodies, ("在编", people), ("编外", others)).tables.map(\.meaning) == [.bodies, .people, .people])
    }

    /// A table without a header: the clerk takes its first row for one, and what stands in it is nobody's to keep.
    @Test func aRowTakenForAHeaderLeavesNothingOfItself() throws {
        let bodies = (name: "机构", rows: [["机构名称", "机构类型", "行政编制"], ["甲局", "行政机关", "5"]])
        let people = [["欧阳修竹", "110101199003070011", "甲局"], ["李四", "110101199003070038", "甲局"]]
        var session = try workbook(bodies, ("名单", people))
        let index = try #require(session.tables.first { $0.sheet == "名单" }?.index)
        try session.map(table: index, as: .people, headerRows: 1...1)
        try session.map(table: index, ["A": .personName, "B": .personIdentityNumber, "C": .personBody])
        #expect(session.book?.people.map(\.name) == ["李四"])
        _ = try remember(session)
        #expect(try office.desk.tableMemory().items.count == 1)
        for saying in try office.desk.journal.sayings(of: "339981") {
            #expect(!saying.text.contains("欧阳修竹") && !saying.text.contains("110101199003070011"))
        }
    }
}

/// A column that is recognised by what it holds is left out where the clerk says so, and stays so.
@Suite struct LeftOutColumnTests {
    @Test func aGuessedColumnIsLeftOut() throws {
        var source = SeededSource(seed: 5)
        let text = "机构名称,行政编制,全额事业编制,某栏\n甲局,5,,行政机关\n乙局,6,,行政机关\n丙局,7,,行政机关"
        var session = try ImportSession(id: Identifier(from: &source), bytes: Array(text.utf8), named: "a.csv")
        let guessed = try #require(session.tables.first?.columns.last)
        #expect(guessed.reason == .content && guessed.field == .bodyType)
        try session.map(table: 0, ["D": nil])
        let left = try #require(session.tables.first?.columns.last)
        #expect(left.field == nil && left.reason == .mapping)
    }
}
