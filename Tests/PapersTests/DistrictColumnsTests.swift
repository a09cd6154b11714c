import Registry
import Testing

@testable import Papers

/// Headers that say too little: the cells under them decide.
@Suite struct DistrictColumnsTests {
    private func bodies(_ rows: [[String]]) throws -> [BodyRow] {
        try readDistrict(workbook(sheet("表", rows))).bodies
    }

    @Test(arguments: ["单位类别", "单位性质", "机构类型", "事业单位分类", "类别"])
    func aClassUnderAnyHeader(header: String) throws {
        let bodies = try bodies([
            ["单位名称", header, "编制数"], ["青山县一中心", "公益一类", "5"], ["青山县二中心", "公益二类", "6"],
        ])
        #expect(bodies.map(\.category) == [.welfareOne, .welfareTwo], "\(header)")
        #expect(bodies.map(\.type) == [.publicInstitution, .publicInstitution], "\(header)")
    }

    @Test(arguments: ["机构性质", "单位类型", "经费来源", "编制性质"])
    func fundingUnderAnyHeader(header: String) throws {
        let bodies = try bodies([["单位名称", header, "编制数"], ["青山县一中心", "全额拨款", "5"], ["青山县二中心", "自收自支", "6"]])
        #expect(bodies.map(\.funding) == [.full, .selfFunded], "\(header)")
    }

    @Test func typesStayTypes() throws {
        let bodies = try bodies([["单位名称", "单位类别", "编制数"], ["青山县一中心", "事业单位", "5"], ["青山县财政局", "行政机关", "6"]])
        #expect(bodies.map(\.type) == [.publicInstitution, .government])
        #expect(bodies.map(\.category) == [nil, nil])
    }

    @Test func ofTwoColumnsOfBodiesTheOneThatRepeatsIsTheDepartments() throws {
        let bodies = try bodies([
            ["部门", "单位", "机构性质", "编制性质", "编制"], ["青山县财政局", "青山县财政局", "行政", "行政编制", "20"],
            ["青山县财政局", "青山县国库支付中心", "事业", "全额事业", "8"],
        ])
        #expect(bodies.map(\.name) == ["青山县财政局", "青山县国库支付中心"])
        #expect(bodies.map(\.supervisor) == [nil, .body(0)])
        #expect(bodies.map(\.funding) == [nil, .full])
    }

    @Test func headsOfOneKindInTwoColumnsAreAdded() throws {
        let bodies = try bodies([
            ["单位", "类别", "编制", "", "", ""], ["", "", "行政", "参公编制", "财政拨款", "差供"],
            ["青山县社保局", "事业单位", "", "12", "3", ""],
            ["青山县档案馆", "事业单位", "", "", "8", ""],
        ])
        #expect(bodies.map { $0.heads?[.institutionFull] } == [15, 8])
    }

    @Test func twoTablesOnOneSheetWithATitleBetween() throws {
        let book = try readDistrict(
            workbook(
                sheet(
                    "台账",
                    [
                        ["青山县机构编制台账"], ["单位名称", "机构类型", "行政编制", "差额"], ["青山县财政局", "行政机关", "10", ""],
                        ["青山县医院", "事业单位", "", "50"], [], ["在编人员名单"], ["姓名", "出生年月", "所在单位", "编制类别"],
                        ["赵一", "1980-01", "县财政局", "行政编制"], ["钱二", "1981-02", "县医院", "差额事业"],
                    ])))
        #expect(book.rejected.isEmpty)
        #expect(book.bodies.count == 2)
        #expect(book.people.map(\.body) == [.body(0), .body(1)])
    }

    @Test func peopleOnASheetForEachKindOrBody() throws {
        let bodies = sheet(
            "机构",
            [
                ["单位名称", "机构类型", "行政编", "政法编", "工勤编"], ["青山县公安局", "行政机关", "10", "5", "2"],
                ["青山县医院", "事业单位", "", "", ""],
            ])
        func people(_ name: String, _ person: String) -> Sheet {
            sheet(name, [["序号", "单位", "姓名", "出生年月"], ["1", "青山县公安局", person, "1980-01"]])
        }
        let book = try readDistrict(
            workbook(
                bodies, people("行政编制人员", "赵一"), people("工勤人员花名册", "钱二"), people("政法专项编制人员", "孙三"),
                people("编外聘用人员", "李四"),
                sheet("分类", [["单位", "姓名", "出生年月"], ["一、工勤人员"], ["青山县公安局", "周五", "1980-01"]]),
                sheet("县医院", [["姓名", "出生年月", "编制类别"], ["吴六", "1980-01", "全额事业"]])))
        #expect(book.rejected.isEmpty)
        func kind(_ name: String) -> EstablishmentKind? { book.people.first { $0.name == name }?.kind }
        #expect(["赵一", "钱二", "孙三", "周五"].map(kind) == [.administrative, .worker, .politicalLegal, .worker])
        let outsider = try #require(book.people.first { $0.name == "李四" })
        #expect(outsider.body == nil && outsider.kind == nil && outsider.workplace == .body(0))
        #expect(book.people.first { $0.name == "吴六" }?.body == .body(1))
    }

    @Test func theFundingOfAPlaceBesideItsKind() throws {
        let book = try readDistrict(
            workbook(
                sheet("机构", [["单位名称", "机构类型", "全额", "差额"], ["青山县医院", "事业单位", "5", "50"]]),
                sheet(
                    "人员",
                    [
                        ["单位全称", "姓名", "人员分类", "编制类别", "经费形式", "出生日期"],
                        ["青山县医院", "赵一", "部门正职", "事业", "差额", "1980-01-01"],
                        ["青山县医院", "钱二", "内设正职", "机关其他", "全额", "1980-01-01"],
                        ["青山县医院", "孙三", "非领导", "事业", "全额", "1980-01-01"],
                    ])))
        #expect(book.people.map(\.kind) == [.institutionPartial, .institutionFull, .institutionFull])
        #expect(book.people.map(\.role) == [.chief, .internalChief, nil])
    }
}
