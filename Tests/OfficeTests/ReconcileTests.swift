import Basics
import Office
import Papers
import Registry
import Samples
import Storage
import Testing

/// A later workbook is compared, never taken over: what differs is drafted and changes nothing until confirmed.
@Suite struct ReconcileTests {
    private let head = ["序号", "机构名称", "机构类型", "机构级别", "隶属单位", "类别", "经费形式", "全额事业编制", "正职", "副职"]

    private func workbook(_ bodies: [[String]], people: [[String]] = []) -> Workbook {
        func sheet(_ name: String, _ rows: [[String]]) -> Sheet {
            Sheet(name: name, rows: rows.map { $0.map { $0.isEmpty ? .empty : .text($0) } })
        }
        return Workbook(
            sheets: [
                sheet("机构", [["示例区机构编制一览表"], ["截止时间:2020年5月31日"], head] + bodies),
                sheet("人员", [["序号", "姓名", "性别", "身份证号", "单位全称", "编制类别", "领导职务"]] + people),
            ], origin: .xlsx)
    }

    private let bodies = [
        ["1", "示例区教育局", "行政机关", "正科级", "", "", "", "", "1", "2"],
        ["2", "示例区招生中心", "事业单位", "股级", "示例区教育局", "公益一类", "财政全额补助", "5", "1", "0"],
        ["3", "示例区电教中心", "事业单位", "股级", "示例区教育局", "公益一类", "财政全额补助", "8", "1", "1"],
    ]
    private let people = [
        ["1", "张三", "男", "339981198001010018", "示例区招生中心", "事业编制(全额)", "正职"],
        ["2", "李四", "女", "339981198101010029", "示例区电教中心", "事业编制(全额)", ""],
    ]

    private func opened() throws -> (TestOffice, DistrictBook) {
        let office = try TestOffice()
        let book = try readDistrict(workbook(bodies, people: people))
        #expect(book.problems.filter { $0.severity == .error }.isEmpty, "\(book.problems)")
        _ = try office.desk.openRegister(
            with: book, file: Digest(sha256: "one".utf8), document: office.words("样编〔2020〕1号", Day(number: 18_412)),
            day: Day(number: 18_412), drafter: office.officer("甲"), deciders: [], from: &office.source,
            at: office.later())
        return (office, book)
    }

    @Test func theSameContentHasNoDifference() throws {
        let (office, book) = try opened()
        let differences = try office.desk.reconcile(book, on: Day(number: 18_500), from: &office.source)
        #expect(differences.map(\.wording.zh) == [])
    }

    @Test func differencesAreDraftedAndConfirmed() throws {
        let (office, _) = try opened()
        let before = office.desk.register.digest
        var later = bodies
        later[1][7] = "6"
        later[2][1] = "示例区电教中心"
        later[2][3] = "副科级"
        later.append(["4", "示例区研训中心", "事业单位", "股级", "教育局", "公益一类", "财政全额补助", "4", "1", "0"])
        var staff = people
        staff[1][4] = "示例区招生中心"
        staff.append(["3", "王五", "男", "339981199001010030", "示例区研训中心", "事业编制(全额)", ""])
        let book = try readDistrict(workbook(later, people: staff))
        let differences = try office.desk.reconcile(book, on: Day(number: 18_500), from: &office.source)
        #expect(office.desk.register.digest == before, "drafting changes nothing")
        let kinds = Set(differences.map(\.kind))
        #expect(kinds == [.newBody, .attribute, .figures, .newPerson, .place])
        #expect(differences.allSatisfy { !$0.changes.isEmpty })
        let entry = try office.desk.confirm(
            differences, file: Digest(sha256: "two".utf8), document: office.words("样编〔2020〕9号", Day(number: 18_500)),
            on: Day(number: 18_500), drafter: office.officer("甲"), deciders: [office.officer("乙")],
            from: &office.source, at: office.later())
        #expect(entry.position == 2)
        let register = office.desk.register
        let body = try #require(register.institution(named: "示例区招生中心"))
        #expect(register.approvedHeads(of: body.id) == 6)
        #expect(register.presence(of: body.id).occupied == 2)
        #expect(register.institution(named: "示例区研训中心") != nil)
        // The day before is as it was.
        #expect(office.desk.history.register(on: Day(number: 18_499)).digest == before)
        #expect(try office.desk.reconcile(book, on: Day(number: 18_501), from: &office.source).isEmpty)
    }

    @Test func whoLeadsAndHowThePartyIsOrganisedAreComparedToo() throws {
        let (office, _) = try opened()
        func book(_ system: String, _ form: String) throws -> DistrictBook {
            let plain = workbook(bodies, people: people)
            var rows = plain.sheets[0].rows
            rows[2] += [.text("领导体制"), .text("党组织形式")]
            rows[4] += [.text(system), .text(form)]
            let sheets = [Sheet(name: "机构", rows: rows)] + plain.sheets.dropFirst()
            return try readDistrict(Workbook(sheets: sheets, origin: .xlsx))
        }
        let day = Day(number: 18_500)
        let read = try book("党组织领导的校长负责制", "无")
        #expect(
            read.bodies.map(\.facts) == [[], [ScaleFact(.leadershipSystem, 1), ScaleFact(.partyOrganisation, 0)], []])
        let differences = try office.desk.reconcile(read, on: day, from: &office.source)
        #expect(
            differences.map(\.wording.en) == [
                "示例区招生中心: leadership system becomes led by the Party organisation",
                "示例区招生中心: Party organisation becomes none",
            ])
        _ = try office.desk.confirm(
            differences, file: Digest(sha256: "two".utf8), document: office.words("样编〔2020〕9号", day), on: day,
            drafter: office.officer("甲"), deciders: [office.officer("乙")], from: &office.source, at: office.later())
        #expect(try office.desk.reconcile(read, on: day, from: &office.source).isEmpty)
        #expect(try office.desk.reconcile(book("校长负责制", "党支部"), on: day, from: &office.source).count == 2)
        // What a later workbook leaves empty or can't say stays as it was.
        #expect(try office.desk.reconcile(book("", "—"), on: day, from: &office.source).isEmpty)
    }

    @Test func aRenamedBodyIsKnownByItsRegistrationCode() throws {
        func book(_ name: String) throws -> DistrictBook {
            try readDistrict(
                Workbook(
                    sheets: [
                        Sheet(
                            name: "机构",
                            rows: [
                                ["机构名称", "机构类型", "全额事业编制", "统一社会信用代码"], [name, "事业单位", "5", "12330701MB0A000077"],
                                ["示例区电教中心", "事业单位", "8", ""],
                            ].map { $0.map { $0.isEmpty ? .empty : .text($0) } })
                    ], origin: .xlsx))
        }
        let office = try TestOffice()
        _ = try office.desk.openRegister(
            with: try book("示例区招生中心"), file: Digest(sha256: "one".utf8),
            document: office.words("样编〔2020〕1号", Day(number: 18_412)),
            day: Day(number: 18_412), drafter: office.officer("甲"), deciders: [], from: &office.source,
            at: office.later())
        let differences = try office.desk.reconcile(
            try book("示例区教育考试中心"), on: Day(number: 18_500), from: &office.source)
        // No new body, and none that is no longer listed: one that bears another name.
        #expect(differences.map(\.kind) == [.attribute])
        #expect(differences.first?.wording.zh.contains("示例区教育考试中心") == true)
    }

    /// What a workbook says is no way around the competence table.
    @Test func confirmedDifferencesPassTheGate() throws {
        let (office, _) = try opened()
        let day = Day(number: 18_500)
        let table = "审批权限表: 试\n施行: 2020-01-01\n可信度: 样板\n条款:\n  - {条: 一, 事项: 机构规格, 审批: 编委}\n  - {条: 二, 事项: 全部, 审批: 编办}\n"
        try office.desk.adoptCompetence(
            table, on: day, document: office.words("样编〔2020〕8号", day), drafter: office.officer("甲"),
            deciders: [office.officer("乙")], from: &office.source, at: office.later())
        var later = bodies
        later[1][7] = "6"
        later[2][3] = "副科级"
        let book = try readDistrict(workbook(later, people: people))
        let differences = try office.desk.reconcile(book, on: day, from: &office.source)
        func confirm(_ some: [Difference]) throws -> Entry {
            try office.desk.confirm(
                some, file: Digest(sha256: "two".utf8), document: office.words("样编〔2020〕9号", day), on: day,
                drafter: office.officer("甲"), deciders: [office.officer("乙")], from: &office.source,
                at: office.later())
        }
        let ranked = differences.filter { $0.kind == .attribute }
        try #require(ranked.count == 1 && differences.count == 2)
        let failure = #expect(throws: OfficeFailure.self) { _ = try confirm(ranked) }
        #expect(failure?.code == "missing-motion")
        let figures = differences.filter { $0.kind == .figures }
        #expect(try confirm(figures).act.rules == [Digest(sha256: Array(table.utf8))])
    }

    @Test func whatIsNoLongerListedNeedsAPerson() throws {
        let (office, _) = try opened()
        let book = try readDistrict(workbook(Array(bodies.dropLast()), people: Array(people.dropLast())))
        let differences = try office.desk.reconcile(book, on: Day(number: 18_500), from: &office.source)
        #expect(Set(differences.map(\.kind)) == [.bodyNotListed, .personNotListed])
        let day = Day(number: 18_500)
        #expect(throws: OfficeFailure.self) {
            _ = try office.desk.confirm(
                differences, file: Digest(sha256: "x".utf8), document: office.words("样编〔2020〕9号", day), on: day,
                drafter: office.officer("甲"), deciders: [], from: &office.source, at: office.later())
        }
        #expect(office.desk.history.position == 1)
    }
}
