import Basics
import Testing

@testable import Papers

/// Whatever stands in the cells, reading ends, and each row is either taken or handed back.
@Suite struct DistrictHostileTests {
    private let pool: [Cell] = [
        .empty, .text(""), .text(" "), .text("\u{3000}"), .text("甲"), .text("某县教育局"), .text("合计"), .text("小计"),
        .text("说明:"), .text("一、党委机关"), .text("机构名称"), .text("姓名"),
        .text("身份证号"), .text("单位"), .text("核定编制数"), .text("行政"), .text("事业单位"), .text("11010519491231002X"),
        .text("约10"), .text("(((("), .text("))"), .text("挂牌"),
        .text("(挂)"), .text("2020-02-31"), .text("二〇二〇年"), .text(String(repeating: "长", count: 300)), .text("👨‍👩‍👧"),
        .text("e\u{301}"), .text("-"), .text("1e999"), .text("1,,2"),
        .number(1e300, written: "1e300"), .number(.nan, written: "NaN"), .number(-.infinity, written: "-inf"),
        .number(12, written: "12"), .number(1e17, written: "1E+17"), .number(0.5, written: "0.5"),
        .truth(true), .fault("#REF!"), .day(Day(number: 18_000)), .day(Day(number: -700_000)),
        .day(Day(number: 2_900_000)), .number(2020.1, written: "2020.1"), .text("(一)(二)(三)"),
    ]

    @Test(arguments: 1...60) func anyCells(seed: UInt64) throws {
        var source = SeededSource(seed: seed)
        func row(_ width: Int) -> [Cell] { (0..<width).map { _ in pool.randomElement(using: &source) ?? .empty } }
        let bodies = ["机构名称", "机构类型", "隶属单位", "核定行政编制", "工勤编制", "正职", "副职", "批准时间", "年收入(元)", "上级编码", "机构编码"].shuffled(
            using: &source)
        let people = ["姓名", "身份证号", "单位", "编制类别", "出生日期", "实际工作单位", "入编时间", "领导职务"].shuffled(using: &source)
        let rows = (0..<40).map { _ in row(bodies.count + 1) }
        let staff = (0..<40).map { _ in row(people.count) }
        let merges = (0..<4).map { _ in
            Merge(
                top: Int.random(in: 0..<20, using: &source), left: Int.random(in: 0..<6, using: &source),
                bottom: Int.random(in: 0..<40, using: &source), right: Int.random(in: 0..<9, using: &source))
        }
        let book = workbook(
            Sheet(
                name: "机构", rows: [row(5), bodies.map { .text($0) }, [.text("某县财政局"), .text("行政机关")]] + rows,
                merges: seed % 2 == 0 ? merges : []),
            Sheet(name: "人员", rows: [people.map { .text($0) }] + staff),
            Sheet(name: "乱", rows: (0..<20).map { _ in row(8) }, merges: merges))
        do {
            let read = try readDistrict(book, known: ["某县民政局"])
            let refused = Set(read.rejected.map(\.origin))
            #expect(
                refused.isDisjoint(with: read.bodies.map(\.origin))
                    && refused.isDisjoint(with: read.people.map(\.origin)))
            for case .body(let index)? in read.bodies.map(\.supervisor) + read.people.map(\.body) {
                #expect(read.bodies.indices.contains(index))
            }
            for problem in read.problems where problem.severity == .error {
                #expect(read.rejected.contains { $0.sheet == problem.sheet && $0.row == problem.row })
            }
            let mapping = try BookMapping(yaml: read.mapping.yaml())
            #expect(mapping == read.mapping)
            _ = badRowsWorkbook(from: book, book: read)
        } catch {
            #expect(error is UnreadableDistrict)
        }
    }

    @Test(.timeLimit(.minutes(1))) func aLongChainAndAWideTree() throws {
        let count = 4000
        let chain = (0..<count).map { [Cell.text("\($0)"), .text($0 == 0 ? "" : "\($0 - 1)"), .text("某县单位\($0)")] }
        let header: [Cell] = [.text("id"), .text("pid"), .text("名称")]
        #expect(try readDistrict(workbook(Sheet(name: "链", rows: [header] + chain))).rejected.count == count)
        let wide = (0..<count).map { [Cell.text("\($0)"), .text($0 == 0 ? "" : "0"), .text("某县第\($0)小学")] }
        #expect(try readDistrict(workbook(Sheet(name: "宽", rows: [header] + wide))).bodies.count == count)
    }

    @Test func ringsAreCutOnce() {
        #expect(ringCuts([1, 2, 0, nil, 3]).count == 1)
        #expect(ringCuts([nil, 0, 1, 2]).isEmpty)
        #expect(ringCuts([0]).count == 1)
        #expect(ringCuts([1, 0, 3, 2, 0]).count == 2)
    }
}
