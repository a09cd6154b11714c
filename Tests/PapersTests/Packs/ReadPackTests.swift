import Basics
import Norms
import Papers
import Testing

private let chinese = """
    规则包: 事业单位领导职数核定标准
    代码: province-leader-posts
    地区: 某省
    层级: 省
    文件: { 名称: 某省机构编制管理办法, 文号: 某政发〔2012〕1号, 印发: 2012-05-01 }
    施行: 2012-06-01
    失效: 2022-05-31
    可信度: 转引
    来源: http://example.org/a
    定义:
      学校: { 任一: [ {学段: 已知}, {班级数: 已知}, {名称含: [小学, 中学]} ] }
    条款:
      - 条: 第三十九条
        文: 按编制核定。
        核定: 领导职数
        适用: { 机构类型: 事业单位, 不: {是: 学校} }
        依据: 编制数
        分档:
          １０以下: 1-2
          11～50: 2－3
          51至999: 3—4
          1000以上: { 数: 7-8, 酌情: 可以增加, 构成: { 正职: 1, 副职: 6-7 } }
      - { 条: 第四十条, 核定: 领导职数, 报批: 学校报批 }
      - { 条: 第四十一条, 核定: 编制数, 依据: 学生数, 比例: { 每: 12.5 }, 取整: 进一 }
      - { 条: 第四十二条, 核定: 专业技术岗位比例, 数: 70%以上 }
      - { 条: 第四十三条, 核定: 编制数, 增加: 0-1, 适用: { 床位数: [不满5, 超过500], 规格: 科级 } }
    """

private let english = """
    pack: 事业单位领导职数核定标准
    code: province-leader-posts
    region: 某省
    level: province
    document: { title: 某省机构编制管理办法, number: 某政发〔2012〕1号, issued: 2012-05-01 }
    from: 2012-06-01
    until: 2022-05-31
    certainty: quoted
    source: http://example.org/a
    definitions:
      学校: { any: [ {stage: known}, {classes: known}, {name contains: [小学, 中学]} ] }
    clauses:
      - clause: 第三十九条
        text: 按编制核定。
        decides: leaders
        applies: { type: public institution, not: {is: 学校} }
        by: heads
        bands:
          <=10: 1-2
          11-50: 2-3
          51-999: 3-4
          ">=1000": { value: 7-8, discretion: 可以增加, makeup: { 正职: 1, 副职: 6-7 } }
      - { clause: 第四十条, decides: leaders, refer: 学校报批 }
      - { clause: 第四十一条, decides: staff, by: pupils, ratio: { per: 12.5 }, rounding: up }
      - { clause: 第四十二条, decides: professional share, value: 70%以上 }
      - { clause: 第四十三条, decides: staff, adds: 0-1, applies: { beds: [<5, ">500"], rank: [fuke, zhengke] } }
    """

@Suite struct ReadPackTests {
    @Test("A pack is read as it is written, in Chinese")
    func inChinese() throws {
        let (read, faults) = readRulePack(chinese)
        #expect(faults.isEmpty, "\(faults.map(\.placed.zh))")
        let pack = try #require(read)
        #expect(pack.code == "province-leader-posts")
        #expect(pack.level == .province)
        #expect(pack.certainty == .quoted)
        #expect(pack.from == Day(iso: "2012-06-01"))
        #expect(pack.until == Day(iso: "2022-05-31"))
        #expect(pack.document.number == "某政发〔2012〕1号")
        #expect(pack.digest == Digest(sha256: chinese.utf8))
        #expect(pack.clauses.count == 5)
        guard case .bands(.heads, let bands) = pack.clauses[0].decision else {
            Issue.record("no bands")
            return
        }
        #expect(
            bands.map(\.range) == [
                NumberRange(low: nil, high: 10), NumberRange(11...50), NumberRange(51...999),
                NumberRange(low: 1000, high: nil),
            ])
        #expect(
            bands.map(\.award.range) == [
                NumberRange(1...2), NumberRange(2...3), NumberRange(3...4), NumberRange(7...8),
            ])
        #expect(bands[3].award.makeup == [MakeupPost("正职", NumberRange(1)), MakeupPost("副职", NumberRange(6...7))])
        #expect(bands[1].position == SourcePosition(line: 20, column: 7))
        let rulebook = Rulebook([Adoption(pack, on: Day(number: 0))], on: try #require(Day(iso: "2015-01-01")))
        let school = FactSheet(name: "城关小学", [.type: 9, .heads: 20, .pupils: 101, .beds: 600, .rank: 4])
        #expect(verdict(on: .leaders, for: school, by: rulebook).outcome == .refer)
        #expect(verdict(on: .staff, for: school, by: rulebook).allowed == NumberRange(9...10))
        let centre = FactSheet(name: "水利中心", [.type: 9, .heads: 20])
        #expect(verdict(on: .leaders, for: centre, by: rulebook).allowed == NumberRange(2...3))
    }

    @Test("English names mean the same")
    func inEnglish() throws {
        let (read, faults) = readRulePack(english)
        #expect(faults.isEmpty, "\(faults.map(\.placed.en))")
        let one = try #require(read)
        let other = try #require(readRulePack(chinese).pack)
        let books = [one, other].map { Rulebook([Adoption($0, on: Day(number: 0))], on: Day(number: 16_000)) }
        for heads in [0, 10, 11, 50, 51, 999, 1000] {
            for (beds, rank) in [(0, 3), (4, 3), (5, 4), (500, 4), (501, 2), (501, 3)] {
                let sheet = FactSheet(
                    name: "水利中心", [.type: 9, .heads: heads, .pupils: heads, .beds: beds, .rank: rank])
                for item in [NormItem.leaders, .staff, .professionalShare] {
                    let outcomes = books.map { verdict(on: item, for: sheet, by: $0).outcome }
                    #expect(outcomes[0] == outcomes[1])
                }
            }
        }
    }

    @Test("Words that offices elsewhere use mean the same")
    func otherWords() throws {
        let usual = """
            规则包: 甲
            代码: a
            层级: 市
            文件: {名称: 乙, 文号: 丙, 印发: 2018-05-03}
            施行: 2018-06-01
            可信度: 原文
            条款:
              - {条: 一, 核定: 领导职数, 适用: {机构类型: 行政机关}, 依据: 编制数, 分档: {10以下: 1, 11以上: 2}}
              - {条: 二, 核定: 中层职数, 适用: {班级数: 1以上}, 数: 2}
              - {条: 三, 核定: 编制数, 依据: 床位数, 比例: {每: 2}, 取整: 进一}
            """
        let other = """
            规则包: 甲
            代码: a
            层级: 自治州
            文件: {文件名称: 乙, 文号: 丙, 印发时间: 2018年5月3日}
            生效日期: 2018/6/1
            可信度: 原件
            条款:
              - {条: 一, 核定事项: 单位领导职数, 适用范围: {类型: 政府部门}, 依据: 核定编制, 档次: {10名以下: 1, 11名及以上: 2}}
              - {条: 二, 核定: 中层干部职数, 适用: {班级: 1以上}, 数: 2}
              - {条: 三, 核定: 编制标准, 依据: 床位, 比例: {每: 2}, 取整: 向上取整}
            """
        let (one, first) = readRulePack(usual)
        let (two, second) = readRulePack(other)
        #expect(first.isEmpty && second.isEmpty, "\(second.map(\.placed.zh))")
        let usualPack = try #require(one)
        let otherPack = try #require(two)
        #expect(otherPack.level == usualPack.level && otherPack.from == usualPack.from)
        #expect(otherPack.document == usualPack.document && otherPack.certainty == usualPack.certainty)
        #expect(otherPack.clauses.map(\.item) == usualPack.clauses.map(\.item))
        let tests = [usualPack, otherPack].map { $0.clauses.map { $0.conditions.map(\.test) } }
        #expect(tests[0] == tests[1])
    }

    @Test(
        "Ranges are read as people write them",
        arguments: [
            ("10以下", nil, 10), ("10以内", nil, 10), ("不超过10", nil, 10), ("不满18", nil, 17), ("少于18", nil, 17),
            ("601以上", 601, nil),
            ("超过500", 501, nil), ("多于500", 501, nil), ("１１－５０", 11, 50), ("11至50", 11, 50), ("18", 18, 18), ("0", 0, 0),
            ("24班以上", 24, nil), ("6人以上10人以下", 6, 10), ("6名以上、不满11名", 6, 10), ("20名（含）以上", 20, nil),
            ("12个班以下", nil, 12), ("低于10", nil, 9), ("≥24", 24, nil), ("18 - 23", 18, 23),
        ] as [(String, Int?, Int?)])
    func ranges(text: String, low: Int?, high: Int?) {
        let (pack, faults) = readRulePack(
            head + "  - {条: 一, 核定: 领导职数, 适用: {班级数: \"\(text)\"}, 数: 1}\n")
        #expect(faults.isEmpty, "\(faults.map(\.placed.zh))")
        #expect(pack?.clauses.first?.conditions.first?.test == .number(.classes, NumberRange(low: low, high: high)))
    }

    @Test("A change on one line changes a band's number or range, or says why not")
    func changes() throws {
        let pack = try #require(readRulePack(chinese).pack)
        func bands(_ text: String) throws -> [Band] {
            guard case .bands(_, let bands) = try readPackChange(text, in: pack).clauses[0].decision else { return [] }
            return bands
        }
        #expect(try bands("第三十九条:11-50=3-4")[1].award.range == NumberRange(3...4))
        #expect(try bands("第三十九条：１０以下＝1")[0].award.range == NumberRange(1))
        #expect(try bands("第三十九条/领导职数:11-50=12-50:2")[1].range == NumberRange(12...50))
        #expect(try bands("第三十九条:11-50=12-50:")[1].award.range == NumberRange(2...3))
        #expect(try bands("第三十九条:1000以上=8-9")[3].award.discretion == "可以增加")
        for wrong in [
            "第三十九条", "第三十九条:11-51=2", "第四十条:11-50=2", "第三十九条:11-50=9-50:2", "第三十九条:11-50=x", "第三十九条/x:11-50=2",
        ] {
            #expect(throws: UnreadablePackChange.self) { try readPackChange(wrong, in: pack) }
        }
    }
}
