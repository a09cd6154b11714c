import Basics
import Foundation
import Office
import Papers
import Registry
import Storage
import Testing

/// A workbook walks through the wizard: mapped, mended cell by cell or without its bad rows, drafted, recorded.
@Suite struct ImportSessionTests {
    private func session(
        _ bytes: [UInt8], named name: String = "a.xlsx", known: [String] = []
    ) throws -> ImportSession {
        var source = SeededSource(seed: 5)
        return try ImportSession(id: Identifier(from: &source), bytes: bytes, named: name, known: known)
    }

    private func basis(_ office: TestOffice, _ day: Day, _ number: String = "样编〔2020〕1号") throws -> ImportBasis {
        ImportBasis(
            document: try office.words(number, day), day: day, drafter: try office.officer("甲"),
            deciders: [try office.officer("乙")])
    }

    private func csv(_ lines: String...) -> [UInt8] { Array(lines.joined(separator: "\n").utf8) }

    // MARK: The whole way

    @Test func theDistrictWorkbookWithItsErrorsMended() throws {
        let office = try TestOffice(jurisdiction: "339902")
        var session = try session(try sharedFile("workbooks/anhe-district.xlsx"), named: "安和区.xlsx")
        #expect(session.step == .mapping)
        #expect(Set(session.tables.map(\.meaning)).isSuperset(of: [.bodies, .people, .duties]))
        session.confirmMapping()
        #expect(session.step == .problems)

        let errors = session.problems.filter { $0.problem.severity == .error && !$0.follows }
        #expect(
            errors.map { "\($0.place?.sheet ?? "")!\($0.place?.name ?? "")" } == [
                "机构!L47", "机构!N131", "人员!D4968", "人员!D6215",
            ])
        #expect(session.leftOut.first { $0.meaning == .bodies }?.rows.count == 2)
        #expect(session.problems.contains { $0.follows }, "people of these two bodies wait for them")
        // Each is shown with what stands there and what may be meant.
        for error in errors { #expect(!error.now.isEmpty && error.original == nil) }
        // Two numbers lost their last digits, which nothing but the card can give back.
        let typed = try errors.enumerated().map { index, error in
            error.problem.code == .identityDigitsLost
                ? "33990219800101001\(index)" : try #require(error.problem.proposals.first)
        }

        // What is typed and still wrong stays typed, and stays an error.
        let first = try #require(errors.first), place = try #require(first.place)
        try session.mend([place: "大约四个"])
        let still = try #require(session.problems.first { $0.place == place && $0.problem.severity == .error })
        #expect(still.now == "大约四个" && still.original == first.now)
        #expect(session.mended[place] == "大约四个")

        for (error, text) in zip(errors, typed) { try session.mend([#require(error.place): text]) }
        #expect(session.step == .draft && session.leftOut.isEmpty)
        #expect(session.mendings.map(\.now) == typed && session.mendings[0].original == first.now)

        let draft = try office.desk.draft(session, from: &office.source)
        #expect(draft.bodies == 314 && draft.after.living == 314 + draft.outsideBodies)
        #expect(!draft.tolerances.isEmpty && draft.leftOut.isEmpty)
        #expect(office.desk.history.position == 0, "a draft records nothing")

        #expect(office.desk.course(of: session) == .opening)
        try office.desk.open(
            with: &session, on: try basis(office, draft.cutOff ?? Day(number: 18_412)), from: &office.source,
            at: office.later())
        #expect(session.step == .done)
        let outcome = try #require(session.outcome)
        #expect(outcome.receipt?.bodies == 314 && outcome.leftOut.isEmpty)
        #expect(office.desk.register.institutions.values.count { $0.profile.type.holdsAccounts } == 314)
        #expect(outcome.receipt?.people == draft.people && outcome.receipt?.tolerances == draft.tolerances.count)

        // What was typed over the office's file stands sealed beside the Act.
        let attached = office.desk.history.entries[0].act.attachments
        #expect(attached.count == 2 && attached[0] == session.file)
        guard case .text(let kept) = try office.desk.journal.text(of: attached[1], in: "339902") else {
            Issue.record("the mendings can't be read")
            return
        }
        #expect(kept.hasPrefix("安和区.xlsx\n机构!L47\t\(first.now)\t"))
        let verification = try verifyJournal(office.reopened().journal, jurisdiction: "339902")
        #expect(verification.faults.isEmpty)
    }

    @Test func theGoodRowsAreTakenAndTheOthersCounted() throws {
        let office = try TestOffice(jurisdiction: "339902")
        var session = try session(try sharedFile("workbooks/anhe-district.xlsx"))
        session.confirmMapping()
        let rows = session.leftOut.reduce(0) { $0 + $1.rows.count }
        #expect(throws: OfficeFailure.self) { try office.desk.draft(session, from: &office.source) }
        session.takeGoodRows()
        #expect(session.step == .draft)
        let draft = try office.desk.draft(session, from: &office.source)
        #expect(draft.bodies == 312 && draft.leftOut.count == rows && rows > 2)
        #expect(session.leftOutSheets.contains { $0.name == "机构" && $0.rows.count == 2 })
        // Whoever mends after that decides again.
        try session.mend([CellPlace(sheet: "机构", row: 47, column: 11): "3"])
        #expect(session.step == .problems)
        session.takeGoodRows()
        try office.desk.open(
            with: &session, on: try basis(office, Day(number: 18_412)), from: &office.source, at: office.later())
        #expect(session.outcome?.receipt?.bodies == 313 && session.outcome?.leftOut.isEmpty == false)

        // The row that was left out comes with the same file, mended, as a difference.
        var again = try self.session(
            try sharedFile("workbooks/anhe-district.xlsx"), known: office.desk.knownNames)
        #expect(office.desk.course(of: again) == .known(position: 1))
        again.confirmMapping()
        try again.mend([
            CellPlace(sheet: "机构", row: 47, column: 11): "3", CellPlace(sheet: "机构", row: 131, column: 13): "2",
        ])
        again.takeGoodRows()
        #expect(office.desk.course(of: again) == .reconciling)
        let list = try office.desk.differences(of: again, on: Day(number: 18_412), from: &office.source)
        #expect(list.groups.first?.kind == .newBody && list.groups.first?.differences.count == 1)
    }

    @Test func aLaterWorkbookIsConfirmedByGroupWithWhatItNeeds() throws {
        let office = try TestOffice()
        let first = csv(
            "机构名称,机构类型,主管部门,全额事业编制,编制合计", "示范区教育局,行政机关,,,0", "示范区第一小学,事业单位,示范区教育局,30,30")
        var opening = try session(first, named: "一.csv")
        opening.confirmMapping()
        try office.desk.open(
            with: &opening, on: try basis(office, Day(number: 18_000)), from: &office.source, at: office.later())

        let second = csv(
            "机构名称,机构类型,主管部门,全额事业编制,编制合计", "示范区教育局,行政机关,,,0", "示范区第一小学,事业单位,示范区教育局,32,32",
            "示范区体育局,行政机关,,,0", "示范区体育中心,事业单位,示范区体育局,5,5")
        var later = try session(second, named: "二.csv", known: office.desk.knownNames)
        later.confirmMapping()
        #expect(office.desk.course(of: later) == .reconciling)
        let list = try office.desk.differences(of: later, on: Day(number: 18_100), from: &office.source)
        #expect(list.groups.map(\.kind) == [.newBody, .figures])
        // Keys are the same when it is compared again, though every identifier is new.
        let again = try office.desk.differences(of: later, on: Day(number: 18_100), from: &office.source)
        #expect(list.confirmableKeys() == again.confirmableKeys() && list.confirmableKeys().count == 3)
        // The centre can't be set up without its bureau, which comes with it.
        let centre = try #require(list.differences.first { $0.wording.zh.contains("体育中心") })
        let (chosen, added, gone) = list.chosen([list.key(of: centre)])
        #expect(chosen.count == 2 && added.count == 1 && gone == 0)
        #expect(added.first?.wording.zh.contains("体育局") == true)

        later.chosen = [list.key(of: centre)]
        try office.desk.confirm(
            &later, on: try basis(office, Day(number: 18_100), "样编〔2020〕2号"), from: &office.source, at: office.later())
        #expect(later.outcome?.confirmed == 2 && later.outcome?.differencesLeft == 1)
        let bureau = office.desk.register.institution(named: "示范区体育局")
        #expect(office.desk.register.institution(named: "示范区体育中心")?.profile.supervisor == bureau?.id)

        // The rest is confirmed another day, with the same file; but not what no longer stands.
        var rest = try session(second, named: "二.csv", known: office.desk.knownNames)
        rest.confirmMapping()
        rest.chosen = [list.key(of: centre)]
        #expect(throws: OfficeFailure.self) {
            try office.desk.confirm(
                &rest, on: try basis(office, Day(number: 18_200), "样编〔2020〕3号"), from: &office.source,
                at: office.later())
        }
        #expect(rest.outcome == nil && !rest.chosen.isEmpty, "a refused step loses nothing")
        rest.chosen = try office.desk.differences(of: rest, on: Day(number: 18_200), from: &office.source)
            .confirmableKeys(of: .figures)
        try office.desk.confirm(
            &rest, on: try basis(office, Day(number: 18_200), "样编〔2020〕3号"), from: &office.source, at: office.later())
        let school = try #require(office.desk.register.institution(named: "示范区第一小学"))
        #expect(office.desk.register.approvedHeads(of: school.id) == 32)
    }

    @Test func aRegisterThatMovedMeanwhileIsMetAgain() throws {
        let office = try TestOffice()
        let file = csv("机构名称,机构类型,主管部门,全额事业编制", "示范区第一小学,事业单位,示范区教育局,30")
        var waiting = try session(file, named: "一.csv")
        waiting.confirmMapping()
        var other = try session(csv("机构名称,机构类型,行政编制", "示范区教育局,行政机关,9"), named: "二.csv")
        other.confirmMapping()
        try office.desk.open(
            with: &other, on: try basis(office, Day(number: 18_000)), from: &office.source, at: office.later())
        let moved = #expect(throws: OfficeFailure.self) { try office.desk.draft(waiting, from: &office.source) }
        #expect(moved?.code == "import-register-moved")
        try office.desk.bringUpToDate(&waiting)
        #expect(waiting.isMapped)
        try office.desk.open(
            with: &waiting, on: try basis(office, Day(number: 18_000), "样编〔2020〕2号"), from: &office.source,
            at: office.later())
        let bureau = try #require(office.desk.register.institution(named: "示范区教育局"))
        #expect(office.desk.register.dependents(of: bureau.id).count == 1)
    }

    // MARK: Mapping

    @Test func aColumnIsGivenAnotherMeaning() throws {
        var session = try session(
            csv("机构名称,机构类型,全额事业编制,批下来的,备考", "示范区第一小学,事业单位,3,30,x", "示范区第二小学,事业单位,4,40,y"), named: "a.csv")
        let table = try #require(session.tables.first)
        #expect(table.columns.map(\.field) == [.bodyName, .bodyType, .headsFull, nil, .bodyRemark])
        #expect(table.columns[3].reason == .unknown && table.columns[3].samples == ["30", "40"])
        #expect(table.columns[0].reason == .header && !table.columns[0].reason.isDoubtful)
        try session.map(table: 0, ["C": nil, "D": .headsFull])
        #expect(session.book?.bodies.map { $0.heads?[.institutionFull] } == [30, 40])
        #expect(session.tables[0].columns[3].reason == .mapping)
        // It stays said when a cell is mended after that, and a step back changes it again.
        try session.mend([CellPlace(sheet: "a", row: 2, column: 3): "31"])
        #expect(session.book?.bodies.first?.heads?[.institutionFull] == 31)
        #expect(throws: OfficeFailure.self) { try session.map(table: 0, ["D": .personName]) }
        #expect(throws: OfficeFailure.self) { try session.map(table: 0, ["A": .bodyRank, "B": .bodyRank]) }
        #expect(throws: OfficeFailure.self) { try session.map(table: 9, ["A": .bodyRank]) }
        #expect(session.book?.bodies.first?.heads?[.institutionFull] == 31)
    }

    @Test func everyFieldCanBeGivenToAColumn() throws {
        // Whatever a column is called, the clerk can say what it is.
        for meaning in [Meaning.people, .duties, .matters] {
            for field in Field.all(of: meaning) {
                var session = try session(
                    csv(
                        "机构名称,机构类型,行政编制", "甲局,行政机关,5", "",
                        meaning == .people ? "姓名,身份证号,所在单位,某栏" : meaning == .duties ? "单位名称,主要职责,某栏" : "事项名称,清单名称,某栏",
                        meaning == .people ? "张三,110101199003070011,甲局,值" : meaning == .duties ? "甲局,管事,值" : "修路,甲表,值"),
                    named: "a.csv")
                guard let index = session.tables.firstIndex(where: { $0.meaning == meaning }) else { continue }
                let letters = meaning == .people ? "D" : "C"
                try session.map(table: index, [letters: field])
                let column = session.tables[index].columns.first { $0.letters == letters }
                #expect(column?.field == field, "\(field)")
            }
        }
        for field in Field.all(of: .bodies) {
            var session = try session(csv("机构名称,机构类型,行政编制,某栏", "甲局,行政机关,5,值"), named: "a.csv")
            try session.map(table: 0, ["D": field])
            // One row for each body lists its units at most, and doesn't count them.
            let expected = field == .bodyInnerUnit ? Field.bodyOther : field
            #expect(session.tables.first?.columns.first { $0.letters == "D" }?.field == expected, "\(field)")
        }
    }

    @Test func aSheetWithoutKnownHeadersIsSaidByHand() throws {
        var session = try session(
            csv("二〇二〇年摸底", "甲,乙,丙", "示范区第一小学,学校,30", "示范区第二小学,学校,40"), named: "a.csv")
        #expect(session.step == .mapping && session.book == nil)
        let table = try #require(session.tables.first)
        #expect(table.meaning == .ignore && table.firstRows[1] == ["甲", "乙", "丙"])
        try session.map(table: 0, as: .bodies, headerRows: 2...2)
        #expect(session.tables[0].columns.map(\.letters) == ["A", "B", "C"])
        try session.map(table: 0, ["A": .bodyName, "C": .headsFull])
        #expect(session.book?.bodies.map(\.name) == ["示范区第一小学", "示范区第二小学"])
        #expect(session.book?.bodies.map { $0.heads?[.institutionFull] } == [30, 40])
        #expect(throws: OfficeFailure.self) { try session.map(table: 0, as: .bodies, headerRows: 4...9) }
        #expect(throws: OfficeFailure.self) { try session.map(table: 0, as: .bodies, headerRows: 0...1) }
    }

    // MARK: Mending

    @Test func alikeCellsAreMendedTogetherAndCanBePutBack() throws {
        var session = try session(
            csv("机构名称,机构类型,全额事业编制", "一小,事业单位,约10", "二小,事业单位,约10", "三小,事业单位,8+2", "四小,事业单位,若干"), named: "a.csv")
        session.confirmMapping()
        let errors = session.problems.filter { $0.problem.severity == .error }
        #expect(errors.map(\.alike) == [1, 1, 0, 0])
        #expect(errors.map(\.problem.proposals) == [["10"], ["10"], ["10"], []])
        let place = try #require(errors[0].place)
        #expect(try session.mendAlike(place, with: "10") == 2)
        #expect(session.leftOut.first?.rows.count == 2)
        try session.restore(place)
        #expect(session.leftOut.first?.rows.count == 3 && session.mended.count == 1)
        // Typing what stood there is no mending.
        try session.mend([CellPlace(sheet: "a", row: 3, column: 2): "约10"])
        #expect(session.mended.isEmpty)
        try session.mend([CellPlace(sheet: "a", row: 5, column: 2): ""])
        #expect(session.mended.count == 1 && session.leftOut.first?.rows.count == 3)
    }

    @Test func mergedCellsComeApartWhereOneIsTypedOver() throws {
        let sheet = Sheet(
            name: "机构",
            rows: [
                [.text("机构名称"), .text("机构类型"), .text("主管部门")], [.text("一"), .text("事业单位"), .text("甲局")],
                [.text("二"), .text("事业单位")], [.text("三"), .text("事业单位")],
            ], merges: [Merge(top: 1, left: 2, bottom: 3, right: 2)])
        let workbook = Workbook(sheets: [sheet], origin: .xlsx)
        let place = CellPlace(sheet: "机构", row: 3, column: 2)
        #expect(workbook[place] == .text("甲局"))
        let mended = workbook.mended(by: [place: "乙局"])
        #expect((1...3).map { mended.sheets[0][$0, 2].text } == ["甲局", "乙局", "甲局"])
        #expect(mended.sheets[0].merges.isEmpty)
        #expect(workbook.mended(by: [:]) == workbook)
        // Nowhere is nowhere.
        let far = [CellPlace(sheet: "机构", row: 99, column: 0): "x", CellPlace(sheet: "别", row: 1, column: 0): "x"]
        #expect(workbook.mended(by: far).sheets[0].rows == sheet.rows)
    }

    @Test func whatCantBeTypedIsRefusedAndNothingIsLost() throws {
        var session = try session(csv("机构名称,机构类型,全额事业编制", "一小,事业单位,约10"), named: "a.csv")
        let place = CellPlace(sheet: "a", row: 2, column: 2)
        try session.mend([place: "12"])
        for wrong in [
            CellPlace(sheet: "b", row: 2, column: 2), CellPlace(sheet: "a", row: 0, column: 2),
            CellPlace(sheet: "a", row: 9_000_000, column: 2), CellPlace(sheet: "a", row: 2, column: -1),
            CellPlace(sheet: "a", row: 2, column: 1_000_000),
        ] {
            #expect(throws: OfficeFailure.self) { try session.mend([wrong: "1"]) }
        }
        #expect(throws: OfficeFailure.self) { try session.mend([place: String(repeating: "一", count: 40_000)]) }
        try session.mend([CellPlace(sheet: "a", row: 2, column: 0): "=HYPERLINK(\"http://a\")<script>"])
        #expect(session.book?.bodies.first?.name.contains("<script>") == true, "a text like any other")
        #expect(session.mended[place] == "12")
    }

    @Test func identityNumbersAreShownMasked() throws {
        var session = try session(
            csv(
                "机构名称,机构类型,行政编制", "甲局,行政机关,5", "", "姓名,身份证号,编制所在单位,编制类型", "张三,11010119900307001,甲局,行政编制",
                "李四,110101199003070011,甲局,行政编制"), named: "a.csv")
        session.confirmMapping()
        let people = try #require(session.tables.first { $0.meaning == .people })
        #expect(people.columns[1].samples.allSatisfy { $0 == "110101******" })
        let error = try #require(session.problems.first { $0.problem.code == .identityUnreadable })
        #expect(error.now == "110101******")
        try session.mend([#require(error.place): "110101199003070010"])
        let typed = try #require(session.problems.first { $0.place == error.place })
        #expect(typed.now == "110101******" && typed.original == "110101******")
    }

    // MARK: Hostile files, stopping

    @Test(arguments: [
        ("空.xlsx", [UInt8]()), ("文本.xlsx", Array("<html><table></table>".utf8)),
        ("图.xlsx", [0x89, 0x50, 0x4E, 0x47, 0xFF, 0xFF, 0x0D]),
        ("旧.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)),
        ("断.xlsx", Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 7, count: 90)),
    ])
    func aFileThatIsNoWorkbookIsNotTaken(name: String, bytes: [UInt8]) throws {
        let failure = #expect(throws: OfficeFailure.self) { try session(bytes, named: name) }
        #expect(failure?.kind == .input && failure?.code.hasPrefix("file.") == true)
    }

    @Test func workIsStoppedInTheMidst() throws {
        let bytes = try sharedFile("workbooks/anhe-district.xlsx")
        var source = SeededSource(seed: 5)
        for stage in [ImportProgress.Stage.reading, .recognising] {
            let seen = Seen(stopAt: stage)
            let failure = #expect(throws: OfficeFailure.self) {
                try ImportSession(id: Identifier(from: &source), bytes: bytes, named: "a.xlsx", watch: seen.watch)
            }
            #expect(failure?.code == "import-stopped")
            #expect(seen.last?.stage == stage)
        }
        let office = try TestOffice(jurisdiction: "339902")
        var session = try session(bytes)
        session.confirmMapping()
        session.takeGoodRows()
        let seen = Seen(stopAt: .drafting, after: 2000)
        #expect(throws: OfficeFailure.self) {
            try office.desk.open(
                with: &session, on: try basis(office, Day(number: 18_412)), from: &office.source, at: office.later(),
                watch: seen.watch)
        }
        #expect(seen.last?.done == 2000 && seen.last?.all.map { $0 > 7000 } == true)
        #expect(office.desk.history.position == 0 && session.outcome == nil && session.step == .draft)
        // And then, not stopped, it goes through.
        try office.desk.open(
            with: &session, on: try basis(office, Day(number: 18_412)), from: &office.source, at: office.later())
        #expect(session.step == .done)
    }
}

/// Hears how far work is, and stops it at a stage.
final class Seen: @unchecked Sendable {
    private let lock = NSLock()
    private let stopAt: ImportProgress.Stage?
    private let after: Int
    private var progress: [ImportProgress] = []

    init(stopAt: ImportProgress.Stage? = nil, after: Int = 0) {
        self.stopAt = stopAt
        self.after = after
    }

    var last: ImportProgress? { lock.withLock { progress.last } }
    var stages: Set<ImportProgress.Stage> { lock.withLock { Set(progress.map(\.stage)) } }
    var watch: ImportWatch {
        ImportWatch(
            tell: { now in self.lock.withLock { self.progress.append(now) } },
            isStopped: {
                self.lock.withLock {
                    self.progress.last.map { $0.stage == self.stopAt && $0.done >= self.after } ?? false
                }
            })
    }
}
