import Basics
import Testing

@testable import Papers

/// The district and what it says, read once for all tests: with one person in six, which is people enough, and the two
/// whose identity numbers lost their digits.
private let anheOnce = Result {
    let workbook = try anhe().changing("人员") { sheet in
        sheet.with(
            rows: sheet.rows.enumerated().filter { $0.offset % 6 == 0 || [4967, 6214].contains($0.offset) }.map(
                \.element))
    }
    return (workbook, Content(try readDistrict(workbook)))
}

/// The same district kept in other ways must read the same.
@Suite struct DistrictMetamorphicTests {
    let original: Workbook
    let expected: Content
    /// The bodies' sheet with a header of two lines without merges, each column with its own texts.
    private let header = 2...3

    init() throws {
        (original, expected) = try anheOnce.get()
    }

    private func same(_ workbook: Workbook) throws {
        let content = Content(try readDistrict(workbook))
        // Only the first differences are shown; the lists are long.
        for (found, wanted) in [
            (content.bodies, expected.bodies), (content.people, expected.people), (content.duties, expected.duties),
            (content.matters, expected.matters), (content.rejected, expected.rejected),
        ] where found != wanted {
            let surplus = Set(found).subtracting(wanted).sorted().prefix(3)
            let missing = Set(wanted).subtracting(found).sorted().prefix(3)
            Issue.record("\(found.count) rows for \(wanted.count); surplus: \(surplus); missing: \(missing)")
        }
    }

    @Test(arguments: ["/", "(", " ", "—"]) func headerOfOneLine(separator: String) throws {
        try same(original.changing("机构") { $0.withFlatHeader(header, joinedBy: separator) })
    }

    @Test func headerWithoutMerges() throws {
        try same(original.changing("机构") { $0.with(rows: $0.rows) })
    }

    @Test(arguments: [1, 2, 3]) func shuffledColumns(seed: UInt64) throws {
        var source = SeededSource(seed: seed)
        var workbook = original.changing("机构") { $0.withFlatHeader(header, joinedBy: "") }
        for name in ["机构", "人员", "职责", "上级职责清单"] {
            workbook = workbook.changing(name) { sheet in
                sheet.permuted(Array(0..<sheet.columnCount).shuffled(using: &source))
            }
        }
        try same(workbook)
    }

    @Test func headersRenamed() throws {
        let bodies = [
            "机构编码": "单位 代码", "机构名称": "单位全称", "加挂牌子": "挂牌机构", "机构类型": "单位性质", "机构级别": "规 格", "隶属单位": "主管部门(单位)",
            "类别": "事业单位分类", "经费形式": "经费来源", "统一社会信用代码": "社会信用代码", "核定编制数": "编制数(名)", "行政": "行政编制", "全额事业": "财政全额补助",
            "差额事业": "差额拨款", "自收自支": "经费自理", "工勤": "机关工勤", "单位领导职数": "核定领导职数", "正职": "正", "副职": "副", "党组织领导职数": "党组织领导",
            "内设机构数": "内设机构(个)", "批准文号": "设立文号", "批准时间": "成立日期", "学段": "办学层次", "班级数": "教学班(个)", "学生数": "在校学生数(人)",
            "床位数": "病床数(张)",
            "年收入(万元)": "总收入(万元)", "其中:经营收入": "经营性收入(万元)",
        ]
        let people = [
            "姓名": "姓 名", "身份证号": "公民身份号码", "出生日期": "出生年月", "单位全称": "编制所在单位", "编制类别": "占用编制类型", "岗位类别": "现聘岗位类别",
            "领导职务": "职务层次",
            "实际工作单位": "实际在岗单位", "进入形式": "进入方式", "入编时间": "进入时间",
        ]
        try same(
            original.changing("机构") { $0.renaming(header, bodies) }.changing("人员") { $0.renaming(0...0, people) }
                .changing("职责") { $0.renaming(0...0, ["机构名称": "单位", "职责内容": "主要职责", "序号": "条目序号"]) }
                .changing("上级职责清单") { $0.renaming(0...0, ["事项": "事项名称", "来源": "清单名称"]) })
    }

    @Test func headersInEnglish() throws {
        let bodies = [
            "序号": "No.", "机构编码": "Code", "机构名称": "Institution Name", "加挂牌子": "Name plates", "机构类型": "Type",
            "机构级别": "Rank", "隶属单位": "Supervisor",
            "类别": "Category", "经费形式": "Funding", "统一社会信用代码": "Unified Social Credit Code",
            "核定编制数": "Approved headcount", "行政": "Administrative",
            "全额事业": "Institution, full funding", "差额事业": "Institution, partial funding", "自收自支": "Self-funded",
            "工勤": "Workers", "单位领导职数": "Leader posts",
            "正职": "Chief", "副职": "Deputy", "党组织领导职数": "Party leader posts", "内设机构数": "Internal units",
            "批准文号": "Document", "批准时间": "Approval date",
            "学段": "School stage", "班级数": "Classes", "学生数": "Pupils", "床位数": "Beds", "年收入(万元)": "Annual income (万元)",
            "其中:经营收入": "Business income", "备注": "Remarks",
        ]
        let people = [
            "姓名": "Full name", "性别": "Sex", "身份证号": "Identity number", "出生日期": "Date of birth", "单位全称": "Institution",
            "编制类别": "Establishment kind",
            "岗位类别": "Position", "领导职务": "Leader post", "实际工作单位": "Actual workplace", "进入形式": "Entry form",
            "入编时间": "Date entered",
        ]
        try same(
            original.changing("机构") { $0.renaming(header, bodies) }.changing("人员") { $0.renaming(0...0, people) }
                .changing("职责") { $0.renaming(0...0, ["机构名称": "Body", "职责内容": "Duty", "备注": "Notes"]) }
                .changing("上级职责清单") { $0.renaming(0...0, ["事项": "Matter", "来源": "Catalogue"]) })
    }

    @Test func headerOnRowSeven() throws {
        func moved(_ sheet: Sheet, by count: Int) -> Sheet {
            var rows = sheet.rows
            rows.insert(contentsOf: Array(repeating: [], count: count - 1) + [[.text("附件1")]], at: 0)
            let merges = sheet.merges.map {
                Merge(top: $0.top + count, left: $0.left, bottom: $0.bottom + count, right: $0.right)
            }
            return Sheet(name: sheet.name, rows: rows, merges: merges)
        }
        try same(
            original.changing("机构") { moved($0, by: 4) }.changing("人员") { moved($0, by: 6) }
                .changing("职责") { moved($0, by: 6) })
    }

    @Test func sheetsSplitInHalves() throws {
        var sheets: [Sheet] = []
        for sheet in original.sheets {
            let first = sheet.name == "机构" ? 4 : 1
            guard sheet.name != "上级职责清单" else { sheets.append(sheet); continue }
            let middle = sheet.rows.count / 2
            sheets.append(Sheet(name: sheet.name + "(一)", rows: Array(sheet.rows[..<middle]), merges: sheet.merges))
            let head = Array(sheet.rows[..<first])
            sheets.append(Sheet(name: sheet.name + "(二)", rows: head + sheet.rows[middle...], merges: sheet.merges))
        }
        let book = try readDistrict(Workbook(sheets: sheets, origin: .xlsx))
        #expect((Content(book) == expected) == true)
        #expect(book.problems.filter { $0.code == .sheetsJoined }.count == 3)
    }

    @Test func bodiesOnASheetForEachDepartment() throws {
        let sheet = try #require(original.sheet(named: "机构"))
        let head = Array(sheet.rows[..<4])
        let body = sheet.rows[4...].filter { $0.count > 2 && !$0[2].isBlank }
        let groups = Dictionary(grouping: body) { $0[6].isBlank ? "机关" : String($0[6].text.suffix(4)) }
        let parts = groups.sorted { $0.key < $1.key }.map {
            Sheet(name: $0.key, rows: head + $0.value, merges: sheet.merges)
        }
        let others = original.sheets.filter { $0.name != "机构" }
        try same(Workbook(sheets: others + parts, origin: .xlsx))
    }

    @Test func figuresOnASheetOfTheirOwn() throws {
        let sheet = try #require(original.sheet(named: "机构")).withFlatHeader(header, joinedBy: "")
        func part(_ name: String, _ columns: [Int]) -> Sheet {
            Sheet(
                name: name,
                rows: sheet.rows.dropFirst(2).dropLast(2).filter { $0.first != .text("小计") }.map { row in
                    columns.map { row.indices.contains($0) ? row[$0] : .empty }
                })
        }
        let parts = [part("基本情况", Array(0...9) + Array(18...27)), part("编制", [2] + Array(10...17))]
        let book = try readDistrict(
            Workbook(sheets: parts + original.sheets.filter { $0.name != "机构" }, origin: .xlsx))
        let content = Content(book)
        #expect((content.bodies == expected.bodies) == true)
        #expect((content.people == expected.people) == true)
        // Both rows of a refused body are handed back.
        #expect(book.rejected.filter { $0.meaning == .bodies }.map(\.sheet) == ["基本情况", "基本情况", "编制", "编制"])
    }

    @Test func sheetsRenamedAndReversed() throws {
        let sheets = original.sheets.enumerated().map {
            Sheet(name: "Sheet\($0.offset + 1)", rows: $0.element.rows, merges: $0.element.merges)
        }
        try same(Workbook(sheets: sheets.reversed(), origin: .xlsx))
    }

    @Test func prefixLeftOutWhereBodiesAreNamed() throws {
        func stripped(_ sheet: Sheet, _ columns: [Int]) -> Sheet {
            Sheet(
                name: sheet.name,
                rows: sheet.rows.enumerated().map { index, row in
                    row.enumerated().map { column, cell in
                        guard columns.contains(column), case .text(let text) = cell else { return cell }
                        // One in three keeps the whole name.
                        return index % 3 == 0
                            ? cell : .text(text.replacing("中共安和区", with: "区").replacing("安和区", with: ""))
                    }
                }, merges: sheet.merges)
        }
        try same(
            original.changing("机构") { stripped($0, [6]) }.changing("人员") { stripped($0, [5]) }
                .changing("职责") { stripped($0, [0]) })
    }

    @Test func numbersAsText() throws {
        try same(
            original.mapping { cell in
                // The two identity numbers that lost their digits must stay what they are.
                if case .number(let value, let written) = cell, value < 1e15 {
                    .text(" \(written)\u{A0}")
                } else {
                    cell
                }
            })
    }

    @Test func fullWidth() throws {
        try same(
            original.mapping { cell in
                func wide(_ text: String) -> String {
                    String(
                        String.UnicodeScalarView(
                            text.unicodeScalars.map { scalar in
                                let isDigitOrLetter =
                                    (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
                                return isDigitOrLetter ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
                            }))
                }
                switch cell {
                case .text(let text): return .text(wide(text))
                case .number(let value, let written): return value < 1e15 ? .text(wide(written)) : cell
                default: return cell
                }
            })
    }

    @Test func straySpacesInNames() throws {
        try same(
            original.changing("人员") { sheet in
                sheet.with(
                    rows: sheet.rows.enumerated().map { index, row in
                        row.enumerated().map { column, cell in
                            guard index > 0, [1, 5, 9].contains(column), case .text(let text) = cell else {
                                return cell
                            }
                            let gap = ["\u{3000}", "\u{A0}", "\u{200B}", " ", "\u{FEFF}"][index % 5]
                            return .text(gap + text.prefix(1) + gap + text.dropFirst() + gap)
                        }
                    })
            })
    }

    @Test func datesInOtherShapes() throws {
        try same(
            original.mapping { cell in
                guard case .day(let day) = cell else { return cell }
                let (year, month, date) = day.components
                switch day.number % 5 {
                case 0: return .number(Double(day.number) + 25_569, written: String(day.number + 25_569))
                case 1: return .text("\(year)年\(month)月\(date)日")
                case 2:
                    return .number(
                        Double(year * 10_000 + month * 100 + date), written: String(year * 10_000 + month * 100 + date))
                case 3: return .text("\(year)。\(month)。\(date)")
                default: return .text("\(year)/\(month)/\(date) 00:00:00")
                }
            })
    }

    @Test func headerRepeatedBlankRowsAndSubtotals() throws {
        let sheet = try #require(original.sheet(named: "机构"))
        let last = sheet.rows.count - 2
        var rows = Array(sheet.rows[..<4])
        var sums = [Int](repeating: 0, count: 5)
        let words = try Vocabulary.bundled().rows
        // Row 19 is a subtotal of the office's own.
        for (count, row) in sheet.rows[4..<last].filter({ $0.first != .text("小计") }).enumerated() {
            rows.append(row)
            for kind in 0..<5 {
                let cell = row.indices.contains(10 + kind) ? row[10 + kind] : .empty
                if case .value(let value) = readCount(cell, words: words) { sums[kind] += value }
            }
            if count % 60 == 59 {
                var subtotal = [Cell](repeating: .empty, count: 15)
                subtotal[1] = .text("小 计")
                for kind in 0..<5 { subtotal[10 + kind] = .number(Double(sums[kind]), written: String(sums[kind])) }
                rows += [subtotal, []] + Array(sheet.rows[2..<4])
                sums = [Int](repeating: 0, count: 5)
            }
        }
        rows += Array(sheet.rows[last...])
        let book = try readDistrict(original.changing("机构") { $0.with(rows: rows) })
        #expect((Content(book) == expected) == true)
        #expect(book.problems.filter { $0.code == .totalWrong }.map(\.read) == ["1612"])
    }

    @Test func contentIsNotEqualWhenACellDiffers() throws {
        // The comparison itself must be able to fail.
        let changed = original.changing("机构") { sheet in
            var rows = sheet.rows
            rows[10][10] = .number(999, written: "999")
            return Sheet(name: sheet.name, rows: rows, merges: sheet.merges)
        }
        #expect((Content(try readDistrict(changed)) == expected) == false)
    }
}
