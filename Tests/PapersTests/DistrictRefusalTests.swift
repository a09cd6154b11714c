import Basics
import Registry
import Testing

@testable import Papers

/// What is not taken, and how that is said.
@Suite struct DistrictRefusalTests {
    private let bodies = sheet(
        "机构", [["机构名称", "机构类型", "行政编制", "批准时间"], ["某县教育局", "行政机关", "5", "2019-01-02"], ["某县财政局", "行政机关", "6", ""]])

    private func refusal(_ workbook: Workbook) -> UnreadableDistrict? {
        do {
            _ = try readDistrict(workbook)
            return nil
        } catch {
            return error
        }
    }

    @Test func noHeaderAnywhere() throws {
        let found = try #require(refusal(workbook(sheet("表一", [["你好"], ["#1", "#2"]]), sheet("表二", []))))
        #expect(found.code == "district.no-header")
        #expect(found.wording.zh.contains("“表一”") && found.wording.zh.contains("映射文件"))
    }

    @Test func noBodies() throws {
        let people = sheet("人员", [["姓名", "身份证号", "单位", "编制类别"], ["张三", "11010519491231002X", "甲局", "行政编制"]])
        #expect(refusal(workbook(people))?.code == "district.no-bodies")
        let hidden = sheet("机构", [["机构名称", "机构类型", "行政编制"], ["甲局", "行政机关", "5"]], hidden: true)
        #expect(refusal(workbook(people, hidden))?.wording.zh.contains("“机构”") == true)
        #expect(refusal(workbook(sheet("机构", [["机构名称", "机构类型", "行政编制"]])))?.code == "district.no-bodies")
    }

    @Test func sheetsThatContradict() throws {
        let other = sheet("机构2", [["机构名称", "机构类型", "行政编制"], ["教育局", "行政机关", "7"], ["某县财政局", "行政机关", "6"]])
        let found = try #require(refusal(workbook(bodies, other)))
        #expect(found.code == "district.contradicting-sheets")
        #expect(
            found.reason
                == .contradictingSheets(
                    first: .init(sheet: "机构", cell: "C2", read: "5"),
                    second: .init(sheet: "机构2", cell: "C2", read: "7"),
                    subject: "教育局", differences: 1))
        #expect(found.wording.zh.contains("机构!C2") && found.wording.en.contains("机构2!C2"))
    }

    @Test func sheetsThatRepeat() throws {
        let other = sheet("机构2", [["机构名称", "机构类型", "行政编制"], ["教育局", "行政机关", "5.0"], ["某县财政局", "行政机关", " 6 "]])
        let book = try readDistrict(workbook(bodies, other))
        #expect(book.bodies.count == 2 && book.rejected.isEmpty)
        #expect(book.problems.contains { $0.code == .sheetsJoined })
    }

    @Test func numbersAndDatesThatCannotBe() throws {
        let book = try readDistrict(
            workbook(
                sheet(
                    "机构",
                    [
                        ["机构名称", "机构类型", "行政编制", "批准时间", "床位数"], ["甲局", "行政机关", "-3", "", ""],
                        ["乙局", "行政机关", "12.5", "", ""], ["丙局", "行政机关", "5", "2019-02-31", "很多"],
                    ])))
        #expect(book.rejected.map(\.row) == [2, 3])
        #expect(
            book.rejected.allSatisfy {
                $0.problems.map(\.code) == [.numberUnreadable] && $0.problems.first?.severity == .error
            })
        #expect(book.bodies.map(\.name) == ["丙局"] && book.bodies[0].founding == nil)
        let date = book.problems.first { $0.code == .dateImpossible }
        #expect(date?.cell == "D4" && date?.severity == .warning && date?.read == "2019-02-31")
        #expect(book.problems.first { $0.code == .factUnreadable }?.cell == "E4")
    }

    @Test func theSameBodyTwice() throws {
        let book = try readDistrict(
            workbook(
                sheet(
                    "机构",
                    [
                        ["机构名称", "机构类型", "行政编制"], ["某县教育局", "行政机关", "5"], ["某县 教育局", "行政机关", "6"],
                        ["某县财政局", "行政机关", "6"],
                    ])))
        #expect(book.bodies.map(\.name) == ["某县财政局"])
        #expect(
            book.rejected.map(\.row) == [2, 3] && book.rejected.allSatisfy { $0.problems.map(\.code) == [.nameTwice] })
    }

    @Test func namesThatFitNoneOrSeveral() throws {
        let book = try readDistrict(
            workbook(
                sheet(
                    "机构",
                    [
                        ["机构名称", "机构类型", "隶属单位", "全额事业编制"], ["某县农业农村局", "行政机关", "", ""],
                        ["某县东镇第一小学", "事业单位", "农业农村局", "9"], ["某县西镇第一小学", "事业单位", "农业农林局", "8"],
                    ]),
                sheet(
                    "人员",
                    [
                        ["姓名", "身份证号", "单位", "编制类别", "实际工作单位"], ["张三", "11010519491231002X", "镇第一小学", "事业编制", ""],
                        ["李四", "34052419800101001X", "东镇第一小学", "事业编制", "某公司"],
                        ["王五", "440524188001010014", "南镇第一小学", "事业编制", ""],
                    ])))
        let supervisor = try #require(book.problems.first { $0.code == .nameUnknown && $0.sheet == "机构" })
        #expect(supervisor.cell == "C4" && supervisor.severity == .error && supervisor.why.zh.contains("是不是“某县农业农村局”"))
        // The row with the doubtful supervisor is refused, so one school is left that 镇第一小学 can mean.
        #expect(book.bodies.map(\.name) == ["某县农业农村局", "某县东镇第一小学"])
        let ambiguous = try #require(book.problems.first { $0.code == .nameAmbiguous })
        #expect(
            ambiguous.cell == "C2" && ambiguous.why.zh.contains("某县东镇第一小学") && ambiguous.why.zh.contains("某县西镇第一小学"))
        #expect(book.people.map(\.name) == ["李四"])
        #expect(book.outsideBodies.map(\.name) == ["某公司"])
        #expect(book.rejected.map(\.row) == [4, 2, 4])
        #expect(book.rejected.last?.problems.first?.why.en.contains("Did you mean") == true)
    }

    @Test func identityNumbers() throws {
        let rows = [
            ["姓名", "身份证号", "出生日期", "性别", "单位", "编制类别"],
            ["甲", "11010519491231002X", "1949-12-31", "女", "某县教育局", "行政编制"],
            ["乙", "11010519491231002X", "", "", "某县教育局", "行政编制"],
            ["丙", "34052419800101001X", "1980-01-02", "女", "某县教育局", "行政编制"],
            ["丁", "#339902199005012000", "", "", "某县教育局", "行政编制"], ["戊", "1234", "", "", "某县教育局", "行政编制"],
            ["己", "", "", "", "某县教育局", "行政编制"],
            ["庚", "440524188001010015", "", "", "某县财政局", "行政编制"], ["甲", "110105491231002", "", "", "某县财政局", "行政编制"],
        ]
        let book = try readDistrict(workbook(bodies, sheet("人员", rows)))
        #expect(book.people.map(\.name) == ["甲", "乙", "丙", "庚", "甲"])
        #expect(
            book.rejected.map { "\($0.row) \($0.problems.map(\.code.rawValue).joined())" } == [
                "5 identity.digits-lost", "6 identity.unreadable", "7 identity.missing",
            ])
        func found(_ code: ProblemCode) -> [Int] { book.problems.filter { $0.code == code }.compactMap(\.row) }
        #expect(found(.identityDisputed) == [2, 3] && found(.birthContradicts) == [4] && found(.sexContradicts) == [4])
        #expect(found(.identityChecksum) == [8])
        // The number of 15 digits is the same person's as the one of 18.
        #expect(found(.personTwice) == [9])
        #expect(book.people[1].birth == Day(year: 1949, month: 12, day: 31) && book.people[1].sex == .female)
    }

    @Test func peopleOffTheEstablishment() throws {
        let rows = [
            ["姓名", "身份证号", "单位", "编制类别", "人员身份", "实际工作单位"], ["甲", "11010519491231002X", "教育局", "编外", "劳务派遣", ""],
            ["乙", "34052419800101001X", "教育局", "", "合同制", "财政局"],
            ["丙", "440524188001010014", "教育局", "", "公务员", ""],
        ]
        let book = try readDistrict(workbook(bodies, sheet("人员", rows)))
        #expect(book.people.map(\.body) == [nil, nil, .body(0)])
        #expect(book.people.map(\.kind) == [nil, nil, .administrative])
        #expect(book.people.map(\.workplace) == [.body(0), .body(1), nil])
        #expect(book.people.map(\.status) == [.agency, .contract, .civilServant])
    }

    @Test func damagedVocabulary() {
        #expect(throws: UnreadableDistrict.self) { try Vocabulary(headers: "tables: {}", values: "") }
        #expect(throws: UnreadableDistrict.self) { try Vocabulary(headers: "a: [", values: "") }
    }
}
