import Overlap
import Testing

@Suite("Comparing statements")
struct OverlapIndexTests {
    /// The office and two statements of one matter in other words, by holders 1 and 2 of different lines.
    private func withPair(_ first: OverlapStatement, _ second: OverlapStatement) -> [OverlapStatement] {
        [first] + office() + [second]
    }

    private let one = OverlapStatement(holder: 1, line: 91, text: "监督餐厨垃圾的收集、运输和处置")
    private let two = OverlapStatement(holder: 2, line: 92, text: "负责餐厨垃圾收运处置的监督管理")

    private func index(_ statements: [OverlapStatement], minimum: Int? = nil) throws -> OverlapIndex {
        OverlapIndex(
            statements, thesaurus: try shippedThesaurus(), background: try shippedBackground(),
            settings: settings(minimum))
    }

    private func settings(_ minimum: Int?) -> OverlapSettings {
        var settings = OverlapSettings()
        settings.minimumScore = minimum ?? settings.minimumScore
        return settings
    }

    @Test("Two statements of one matter in other words come first, with what they share")
    func pair() throws {
        let all = withPair(one, two)
        let best = try #require(try index(all).pairs().first)
        #expect(best.statements == StatementPair(0, all.count - 1))
        #expect(best.shared.first?.text == "餐厨垃圾")
        #expect((1...1000).contains(best.score))
        #expect(!best.sameLine)
        #expect(best.why.zh.contains("餐厨垃圾") && best.why.en.contains("餐厨垃圾"))
    }

    @Test("One holder's statements never overlap")
    func oneHolder() throws {
        let all = withPair(one, OverlapStatement(holder: 1, line: 92, text: two.text))
        #expect(try !index(all).pairs().contains { $0.statements == StatementPair(0, all.count - 1) })
    }

    @Test("Disjoint areas never overlap; one area, and an area with the whole, may")
    func areas() throws {
        func listed(_ first: Int?, _ second: Int?) throws -> Bool {
            let all = withPair(
                OverlapStatement(holder: 1, area: first, text: one.text),
                OverlapStatement(holder: 2, area: second, text: two.text))
            return try index(all).pairs().contains { $0.statements == StatementPair(0, all.count - 1) }
        }
        #expect(try !listed(1, 2))
        #expect(try listed(1, 1))
        #expect(try listed(1, nil))
        #expect(try listed(nil, nil))
    }

    @Test("Under one department a pair stands, lower, and says so")
    func sameLine() throws {
        let all = withPair(one, OverlapStatement(holder: 2, line: 91, text: two.text))
        let found = try #require(
            try index(all).pairs(of: [0]).first { $0.statements == StatementPair(0, all.count - 1) })
        let apart = try #require(try index(withPair(one, two)).pairs().first)
        #expect(found.sameLine)
        #expect(found.score < apart.score)
        #expect(found.why.zh.contains("同属一个主管部门"))
    }

    @Test("One text with few holders is a pair, with five a duty in many places and no pair")
    func widespread() throws {
        func many(_ count: Int) -> [OverlapStatement] {
            office() + (0..<count).map { OverlapStatement(holder: $0, text: "为居民提供基本医疗和公共卫生服务。") }
        }
        #expect(try index(many(4)).widespread.isEmpty)
        #expect(try !index(many(4)).pairs(of: [40]).isEmpty)
        #expect(try index(many(5)).widespread.map(\.statements) == [Array(40..<45)])
        #expect(try index(many(5)).pairs(of: [40, 41, 42, 43, 44]).isEmpty)
    }

    @Test("Statements built alike about different objects are not listed")
    func builtAlike() throws {
        let objects = ["燃气安全", "档案管理", "社会救助", "园林绿化"]
        let all = office()
        for pair in try index(all).pairs() {
            let texts = [all[pair.statements.first].text, all[pair.statements.second].text]
            let about = texts.map { text in objects.first { text.contains($0) } }
            #expect(about[0] == about[1], "\(texts)")
        }
    }

    @Test("Clauses are compared one by one; other clauses don't hide the one that is shared")
    func clauses() throws {
        let long = OverlapStatement(
            holder: 2, text: "承担城区路灯的安装和维修；指导村级会计代理记账；负责餐厨垃圾收运处置的监督管理。承办信访接待室的安保")
        let all = withPair(one, long)
        let found = try #require(try index(all).pairs().first { $0.statements == StatementPair(0, all.count - 1) })
        #expect(found.shared.first?.text == "餐厨垃圾")
    }

    @Test("Synonyms join what no word joins, and are named")
    func synonyms() throws {
        let first = OverlapStatement(holder: 1, text: "管理志愿服务人员注册和时长")
        let second = OverlapStatement(holder: 2, text: "承担义工招募登记与服务记录")
        let all = withPair(first, second)
        let pair = StatementPair(0, all.count - 1)
        let found = try #require(try index(all, minimum: 50).pairs().first { $0.statements == pair })
        #expect(found.joined.map { [$0.first, $0.second] } == [["志愿服务人员", "义工"]])
        #expect(found.why.zh.contains("“志愿服务人员”与“义工”"))
        let alone = OverlapIndex(all, background: try shippedBackground(), settings: settings(50))
        #expect(!alone.pairs().contains { $0.statements == pair })
    }

    @Test("The order of the list changes nothing but the indices")
    func order() throws {
        let all = withPair(one, two)
        let turned = Array(all.reversed())
        func seen(_ list: [OverlapStatement]) throws -> [String: Int] {
            let pairs = try index(list).pairs().map { pair in
                let key = [pair.statements.first, pair.statements.second]
                    .map { "\(list[$0].holder) \(list[$0].text)" }.sorted().joined(separator: "|")
                return (key, pair.score)
            }
            return Dictionary(pairs) { first, _ in first }
        }
        let straight = try seen(all)
        #expect(!straight.isEmpty)
        #expect(try straight == seen(turned))
    }

    @Test("The pairs of some statements are those of the whole list, and many parts find the same as one")
    func partsOfAll() throws {
        var settings = OverlapSettings()
        settings.minimumScore = 1
        settings.perStatement = 3
        let index = OverlapIndex(withPair(one, two), background: try shippedBackground(), settings: settings)
        let all = index.pairs()
        #expect(all.count > 20)
        for some in [[0], [3, 17], [41, 5, 5]] {
            let whole = all.filter { some.contains($0.statements.first) || some.contains($0.statements.second) }
            #expect(index.pairs(of: some) == whole)
        }
        #expect(index.ranked(parts: 3) == index.ranked(parts: 1))
    }

    @Test("Where very many statements are about few objects, those in the same words are still listed, and first")
    func crowd() throws {
        let objects = ["湿地", "渔港", "桥梁", "隧道", "堤防", "水库", "校车", "剧场"]
        let things = ["安全隐患", "运行数据", "维修资金", "应急物资", "风险等级"]
        let works = ["的排查和整改", "的采集和上报", "的审核和拨付", "的评价和公示", "的储备和调拨", "的编制和执行", "的初审和复核"]
        var all: [OverlapStatement] = []
        for object in objects {
            for thing in things {
                for work in works { all.append(OverlapStatement(holder: all.count / 3, text: object + thing + work)) }
            }
        }
        let copied = 100
        all.append(OverlapStatement(holder: 1000, text: all[copied].text))
        let best = try #require(try index(all).pairs(of: [copied]).first)
        #expect(best.statements == StatementPair(copied, all.count - 1))
    }

    @Test("What a person has settled is not asked again, and takes nobody's place")
    func settled() throws {
        var settings = settings(50)
        settings.perStatement = 1
        let all = [one, two, OverlapStatement(holder: 3, text: "餐厨垃圾收运处置监督")] + office()
        let index = OverlapIndex(all, background: try shippedBackground(), settings: settings)
        let first = try #require(index.pairs(of: [0]).first).statements
        let later = index.pairs(of: [0], settled: [first])
        #expect(!later.isEmpty)
        #expect(!later.contains { $0.statements == first })
        #expect(!index.pairs(settled: [first]).contains { $0.statements == first })
    }

    @Test("Names of the jurisdiction say nothing")
    func without() throws {
        let all = office() + statements("承担枫泾镇宗祠修缮", "调查枫泾镇蜂农收入")
        let names = OverlapIndex(all, without: ["枫泾镇"], settings: settings(20))
        #expect(OverlapIndex(all, settings: settings(20)).ranked().contains { $0.statements == StatementPair(40, 41) })
        #expect(!names.ranked().contains { $0.statements == StatementPair(40, 41) })
    }

    @Test(
        "Empty texts, punctuation and one character make no pairs", arguments: ["", "；。", "涝", "1", "\u{0301}"])
    func degenerate(text: String) throws {
        #expect(try index(statements(text, text)).pairs().isEmpty)
        #expect(try index([]).pairs().isEmpty)
        let all = statements(text, text) + office()
        #expect(try index(all).pairs(of: [0, 1]).isEmpty)
    }

    @Test("Indices out of range are nobody's pairs")
    func outOfRange() throws {
        #expect(try index(withPair(one, two)).pairs(of: [-1, 9999]).isEmpty)
    }

    @Test("Very long texts are compared like others")
    func long() throws {
        let filler = (0..<4000).map { "\(["甲", "乙", "丙", "丁"][$0 % 4])\($0)" }.joined()
        let all = withPair(
            OverlapStatement(holder: 1, text: one.text + "；" + filler), OverlapStatement(holder: 2, text: two.text))
        #expect(try index(all).pairs().contains { $0.statements == StatementPair(0, all.count - 1) })
    }

    @Test("Full width and half width, and capitals and small letters, are one")
    func widths() throws {
        let all = office() + statements("管理ＡＥＤ除颤仪", "管理aed除颤仪")
        let pair = try #require(try index(all).pairs().first)
        #expect(pair.statements == StatementPair(40, 41))
        #expect(pair.shared.first?.text == "管理ＡＥＤ除颤仪")
    }
}
