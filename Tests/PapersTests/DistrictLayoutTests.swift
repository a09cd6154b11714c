import Basics
import Registry
import Testing

@testable import Papers

/// Headers of several lines, totals, headings, remarks and other ways of laying out a table.
@Suite struct DistrictLayoutTests {
    private func bodies(_ rows: [[String]], merges: [Merge] = []) throws -> DistrictBook {
        try readDistrict(workbook(sheet("机构", rows, merges: merges)))
    }

    @Test func headersAreJoinedThroughMergesOrEmptyCells() {
        let rows = [
            ["序号", "机构名称", "核定编制数", "", "", "备注"], ["", "", "行政", "事业", "", ""], ["", "", "", "全额", "差额", ""],
        ]
        let expected = [["序号"], ["机构名称"], ["核定编制数", "行政"], ["核定编制数", "事业", "全额"], ["核定编制数", "事业", "差额"], ["备注"]]
        #expect(joinHeader(sheet("a", rows), rows: 0...2) == expected)
        let merges = [
            Merge(top: 0, left: 2, bottom: 0, right: 4), Merge(top: 1, left: 3, bottom: 1, right: 4),
            Merge(top: 0, left: 0, bottom: 2, right: 0),
        ]
        #expect(joinHeader(sheet("a", rows, merges: merges), rows: 0...2) == expected)
    }

    @Test func threeLinesAndColumnNumbers() throws {
        let book = try bodies([
            ["某县机构编制总表"], ["填报单位(盖章):某县编办", "", "", "截至2019年12月"],
            ["序号", "单位名称", "单位性质", "编制情况", "", "", "", "职数", ""],
            ["", "", "", "核定", "", "", "实有", "核定", "实配"], ["", "", "", "行政", "事业", "工勤", "", "正职", "正职"],
            ["甲", "乙", "丙", "1", "2", "3", "4", "5", "6"], ["1", "某县教育局", "行政机关", "12", "", "1", "15", "1", "2"],
            ["2", "某县一中", "事业单位", "", "80", "", "77", "1", "1"],
        ])
        #expect(book.bodies.map(\.name) == ["某县教育局", "某县一中"])
        #expect(book.bodies[0].heads == [.administrative: 12, .worker: 1])
        #expect(book.bodies[1].heads == [.administrative: 0, .institutionFull: 80, .worker: 0])
        #expect(book.bodies[0].posts == [.chief: 1])
        #expect(book.cutOff == Day(year: 2019, month: 12, day: 31) && book.office == "某县编办" && book.title == "某县机构编制总表")
        #expect(book.problems.filter { $0.code == .columnIgnored }.compactMap(\.column) == [6, 8])
    }

    @Test func emptyGroupsAreUnknownAndBlankIsZero() throws {
        let book = try bodies([
            ["机构名称", "机构类型", "行政编制", "工勤编制", "正职", "副职"], ["甲局", "行政机关", "5", "", "", ""],
            ["乙局", "行政机关", "", "", "1", ""],
            ["丙局", "行政机关", "—", "/", "0", "无"],
        ])
        #expect(book.bodies[0].heads == [.administrative: 5, .worker: 0] && book.bodies[0].posts == nil)
        #expect(book.bodies[1].heads == nil && book.bodies[1].posts == [.chief: 1, .deputy: 0])
        #expect(book.bodies[2].heads == nil && book.bodies[2].posts == [.chief: 0, .deputy: 0])
        #expect(book.columnsPresent.contains(.headsAdministrative) && !book.columnsPresent.contains(.headsFull))
        #expect(!book.columnsPresent.contains(.postsParty))
    }

    @Test func aPlainTotalTakesTheKindOfTypeAndFunding() throws {
        let book = try bodies([
            ["机构名称", "机构类型", "经费形式", "编制数"], ["甲局", "行政机关", "", "5"], ["乙所", "事业单位", "差额拨款", "6"],
            ["丙所", "事业单位", "", "7"],
            ["丁法院", "审判机关", "", "8"], ["戊局", "行政机关", "", ""],
        ])
        #expect(
            book.bodies.map(\.heads) == [
                [.administrative: 5], [.institutionPartial: 6], [.institutionFull: 7], [.politicalLegal: 8], nil,
            ])
        let concluded = book.problems.filter { $0.code == .kindConcluded }
        #expect(concluded.filter { $0.severity == .warning }.count == 1)
    }

    @Test func aTotalBesideItsKinds() throws {
        let book = try bodies([
            ["机构名称", "机构类型", "编制总数", "其中:工勤编制"], ["甲局", "行政机关", "12", "2"], ["乙局", "行政机关", "3", "3"],
        ])
        #expect(book.bodies.map(\.heads) == [[.administrative: 10, .worker: 2], [.worker: 3]])
        let wrong = try bodies([["机构名称", "机构类型", "编制小计", "行政编制", "工勤编制"], ["甲局", "行政机关", "12", "9", "2"]])
        #expect(wrong.bodies[0].heads == [.administrative: 9, .worker: 2])
        #expect(wrong.problems.contains { $0.code == .rowTotalWrong && $0.cell == "C2" })
    }

    @Test func totalsOfEveryPlace() throws {
        // A grand total above, subtotals in headings and below; one of them wrong.
        let rows = [
            ["机构名称", "机构类型", "主管部门", "行政编制", "全额事业编制"], ["合计", "", "", "17", "30"], ["一、行政机关", "", "", "17", ""],
            ["甲局", "行政机关", "", "10", ""],
            ["乙局", "行政机关", "", "7", ""], ["小计(2个)", "", "", "17", ""], ["二、事业单位", "", "", "", "30"],
            ["丙所", "事业单位", "甲局", "", "12"], ["丁所", "事业单位", "甲局", "", "18"],
            ["小计", "", "", "", "31"],
        ]
        let book = try bodies(rows)
        #expect(book.bodies.map(\.name) == ["甲局", "乙局", "丙所", "丁所"])
        let wrong = book.problems.filter { $0.code == .totalWrong }
        #expect(wrong.map(\.cell) == ["E10"])
        #expect(wrong.first?.why.zh == "合计是31，而各行之和是30。")
    }

    @Test func headingsGiveTypesWhereNoColumnDoes() throws {
        let book = try bodies([
            ["机构名称", "行政编制", "工勤编制"], ["一、党委机关"], ["区委办", "8", ""], ["二、政府工作部门(2个)"], ["教育处", "5", ""],
            ["财政处", "6", ""], ["说明:1.本表按文件填写。"], ["2.空白为零。"],
        ])
        #expect(book.bodies.map(\.type) == [.party, .government, .government])
        #expect(book.rejected.isEmpty)
        #expect(book.problems.contains { $0.code == .rowIgnored && $0.why.en.contains("2, 4, 7, 8") })
    }

    @Test func namesSayTheTypeInTheEnd() throws {
        let book = try bodies([
            ["机构名称", "行政编制", "全额事业编制"], ["某县教育局", "8", ""], ["中共某县委组织部", "5", ""], ["某县人民法院", "5", ""],
            ["某县总工会", "5", ""], ["某县清水镇人民政府", "20", ""],
            ["某县青少年活动中心", "", "5"], ["某县土地整治领导小组", "", ""], ["某县供水有限公司", "", ""], ["某县呱呱", "", ""],
        ])
        #expect(
            book.bodies.map(\.type) == [
                .government, .party, .judicial, .massOrganisation, .township, .publicInstitution, .leadingGroup,
                .outside,
            ])
        #expect(book.rejected.map(\.row) == [10] && book.rejected.first?.problems.map(\.code) == [.typeUnknown])
    }

    @Test func supervisorsInMergedCells() throws {
        let book = try readDistrict(
            workbook(
                sheet(
                    "机构",
                    [
                        ["主管部门", "机构名称", "机构类型", "编制数"], ["甲局", "甲局", "行政机关", "5"], ["", "丙所", "事业单位", "6"],
                        ["", "丁所", "事业单位", ""], ["戊局", "戊局", "行政机关", "3"],
                    ],
                    merges: [Merge(top: 1, left: 0, bottom: 3, right: 0), Merge(top: 2, left: 3, bottom: 3, right: 3)]))
        )
        #expect(book.bodies.map(\.supervisor) == [nil, .body(0), .body(0), nil])
        // A figure merged over two bodies belongs to the first; the second's is unknown.
        #expect(book.bodies[1].heads == [.institutionFull: 6] && book.bodies[2].heads == nil)
        #expect(book.problems.contains { $0.code == .numberMerged })
    }

    @Test func twoTablesOnOneSheet() throws {
        let book = try readDistrict(
            workbook(
                sheet(
                    "全部",
                    [
                        ["机构名称", "机构类型", "行政编制"], ["甲局", "行政机关", "5"], [], ["人员名单"], ["姓名", "身份证号", "单位", "编制类别"],
                        ["张三", "11010519491231002X", "甲局", "行政编制"],
                    ])))
        #expect(book.bodies.map(\.name) == ["甲局"] && book.people.map(\.name) == ["张三"])
        #expect(book.people.first?.body == .body(0) && book.people.first?.sex == .female)
    }

    @Test func peopleOnASheetNamedForTheirBody() throws {
        let book = try readDistrict(
            workbook(
                sheet("机构", [["机构名称", "机构类型", "行政编制"], ["某县教育局", "行政机关", "5"], ["某县财政局", "行政机关", "6"]]),
                sheet("教育局", [["姓名", "身份证号", "编制类别"], ["张三", "11010519491231002X", "行政"]]),
                sheet("2", [["单位:某县财政局"], ["姓名", "身份证号", "编制类别"], ["李四", "34052419800101001X", "行政"]])))
        #expect(book.people.map(\.body) == [.body(0), .body(1)])
    }

    @Test func unitsScale() throws {
        let book = try bodies([
            ["机构名称", "机构类型", "年收入(元)", "其中:经营收入", "服务人口(万人)", "床位数(张)"],
            ["甲院", "事业单位", "8305000", "1204999", "1.5", "40张"],
        ])
        #expect(
            book.bodies[0].facts == [
                ScaleFact(.beds, 40), ScaleFact(.income, 831), ScaleFact(.businessIncome, 120),
                ScaleFact(.population, 15000),
            ])
    }

    @Test func sheetsThatAreNoTables() throws {
        let book = try readDistrict(
            workbook(
                sheet("封面", [["某县机构编制台账"]]), sheet("机构", [["机构名称", "机构类型", "行政编制"], ["甲局", "行政机关", "5"]]),
                sheet("机构(旧)", [["机构名称", "机构类型", "行政编制"], ["甲局", "行政机关", "9"]], hidden: true),
                sheet("汇总", [["单位类别", "机构数", "编制数"], ["行政机关", "1", "5"]]),
                sheet("通讯录", [["姓名", "单位", "电话"], ["张三", "甲局", "123"]])))
        #expect(book.problems.filter { $0.code == .sheetIgnored }.map(\.sheet) == ["封面", "机构(旧)", "汇总", "通讯录"])
        #expect(book.mapping.sheets.map(\.meaning) == [.ignore, .bodies, .ignore, .ignore, .ignore])
        #expect(book.bodies.first?.heads == [.administrative: 5])
    }

    @Test func columnsByWhatTheyHold() throws {
        let book = try readDistrict(
            workbook(
                sheet(
                    "机构",
                    [
                        ["机构名称", "甲栏", "乙栏", "行政编制", "工勤编制"], ["甲局", "行政机关", "正科级", "5", "1"],
                        ["乙局", "行政机关", "副科级", "5", "1"], ["丙局", "行政机关", "股级", "5", "1"],
                    ])))
        #expect(
            book.bodies.map(\.rank) == [.zhengke, .fuke, .guji] && book.bodies.allSatisfy { $0.type == .government })
        #expect(book.problems.filter { $0.code == .columnGuessed }.count == 2)
    }
}

/// What stands beside or around the rows.
@Suite struct DistrictSurroundingsTests {
    private let list = [
        ["机构代码", "机构名称", "机构类型", "行政编制"], ["A01", "某县教育局", "行政机关", "5"], ["A02", "某县财政局", "行政机关", "6"],
    ]

    @Test func aSummaryIsNoSecondVersion() throws {
        let summary = [["分部门汇总表"], ["部门", "行政编制", "事业编制"], ["某县教育局", "5", "80"], ["某县财政局", "6", "9"]]
        let more = [
            ["机构名称", "机构类型", "行政编制", "全额事业编制"], ["某县教育局", "行政机关", "5", "0"], ["某县财政局", "行政机关", "6", ""],
            ["某县一中", "事业单位", "", "80"],
        ]
        let book = try readDistrict(workbook(sheet("汇总", summary), sheet("机构", more)))
        #expect(book.bodies.count == 3 && book.bodies[0].heads?[.institutionFull] == 0)
        #expect(book.problems.contains { $0.code == .sheetIgnored && $0.sheet == "汇总" })
    }

    @Test func bodiesByTheirCodes() throws {
        let people = [["姓名", "身份证号", "单位代码", "编制类别"], ["张三", "11010519491231002X", "A02", "行政"]]
        let book = try readDistrict(workbook(sheet("机构", list), sheet("人员", people)))
        #expect(book.people.first?.body == .body(1))
    }

    @Test func allDutiesOfABodyInOneCell() throws {
        let duties = [["单位名称", "主要职责"], ["某县教育局", "(一)贯彻方针。(二)拟订规划。(三)其他。"], ["某县财政局", "1.管理收支\n2.政府采购(含评审)"]]
        let book = try readDistrict(workbook(sheet("机构", list), sheet("职责", duties)))
        #expect(book.duties.map(\.text) == ["贯彻方针。", "拟订规划。", "其他。", "管理收支", "政府采购(含评审)"])
        #expect(book.duties.map(\.number) == [1, 2, 3, 1, 2] && book.duties.map(\.origin.row) == [2, 2, 2, 3, 3])
        let beside = [["机构名称", "机构类型", "行政编制", "主要职责"], ["某县教育局", "行政机关", "5", "贯彻方针"]]
        #expect(try readDistrict(workbook(sheet("机构", beside))).duties.map(\.text) == ["贯彻方针"])
    }

    @Test func platesBehindTheName() throws {
        let rows = [
            ["机构名称", "机构类型", "行政编制"], ["县政府办公室(挂县外事办公室、县金融办公室牌子)", "行政机关", "5"], ["某县教育局", "行政机关", "5"],
            ["某县财政局(国资办)", "行政机关", "5"],
        ]
        let people = [["姓名", "身份证号", "单位", "编制类别"], ["张三", "11010519491231002X", "县外事办公室", "行政"]]
        let book = try readDistrict(workbook(sheet("机构", rows), sheet("人员", people)))
        #expect(book.bodies.map(\.name) == ["县政府办公室", "某县教育局", "某县财政局(国资办)"])
        #expect(book.bodies[0].plates == ["县外事办公室", "县金融办公室"])
        #expect(book.people.first?.body == .body(0))
    }

    @Test func bodiesNamedInTheFirstRowOfTheirGroup() throws {
        let duties = [["单位", "职责"], ["某县教育局", "一"], ["", "二"], ["", "三"], ["某县财政局", "四"], ["", "五"]]
        let book = try readDistrict(workbook(sheet("机构", list), sheet("职责", duties)))
        #expect(book.duties.map(\.body) == [.body(0), .body(0), .body(0), .body(1), .body(1)])
        #expect(book.problems.contains { $0.code == .cellsFilledDown })
        // One gap among many rows is a gap.
        let gap = [["单位", "职责"], ["某县教育局", "一"], ["某县教育局", "二"], ["", "三"], ["某县财政局", "四"]]
        let other = try readDistrict(workbook(sheet("机构", list), sheet("职责", gap)))
        #expect(other.duties.count == 3 && other.rejected.map(\.row) == [4])
    }

    @Test func aSheetForEachDepartment() throws {
        let head = ["机构名称", "机构类型", "编制数"]
        let book = try readDistrict(
            workbook(
                sheet("教育局", [head, ["某县教育局", "行政机关", "5"], ["某县一中", "事业单位", "50"]]),
                sheet("民政局", [head, ["某县民政局", "行政机关", "6"], ["某县福利院", "事业单位", "9"]])))
        #expect(book.bodies.map(\.supervisor) == [nil, .body(0), nil, .body(2)])
        #expect(book.problems.filter { $0.code == .supervisorConcluded }.count == 2)
    }

    @Test(
        arguments: [
            ("截止时间:2020年5月31日", "2020-05-31"), ("(截至2020年底)", "2020-12-31"), ("数据截止:2021.6", "2021-06-30"),
            ("统计时点：二〇二〇年十二月三十一日", "2020-12-31"),
            ("As of 31 December 2020", "2020-12-31"), ("填报单位:某县编办     截止日期:2020-02-29", "2020-02-29"),
        ])
    func theDayTheFiguresHoldFor(line: String, day: String) throws {
        let book = try readDistrict(workbook(sheet("机构", [[line]] + list)))
        #expect(book.cutOff?.description == day)
    }

    @Test func aCutOffThatIsNoDay() throws {
        let book = try readDistrict(workbook(sheet("机构", [["截止时间:2020年2月30日"]] + list)))
        #expect(book.cutOff == nil && book.problems.contains { $0.code == .dateImpossible && $0.cell == "A1" })
        // 单位:万元 is a unit, not an office.
        let unit = try readDistrict(
            workbook(sheet("机构", [["单位:元"], ["机构名称", "机构类型", "行政编制", "年收入"], ["甲局", "行政机关", "5", "25000"]])))
        #expect(unit.office == nil && unit.bodies[0].facts == [ScaleFact(.income, 3)])
    }
}
