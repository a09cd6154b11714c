import Foundation
import Testing

/// The road of a rule pack: written, linted, tried, adopted, gone by, and a round decided by it.
@Suite struct NormsRoadTests {
    private let workplace: Workplace

    init() throws {
        workplace = try Workplace(.district)
        try workplace.write(Self.pack, to: "试行.yaml")
    }

    private static let pack = """
        规则包: 试行标准
        代码: trial
        层级: 区县
        施行: 2020-01-01
        可信度: 样板
        条款:
          - 条: 第一条
            核定: 领导职数
            适用: {机构类型: 事业单位}
            依据: 编制数
            分档: {10以下: 1, 11-60: 1-2, 61以上: 2-3}

        """

    private static let decision = ["--decided", "2020-12-31", "--drafter", "甲", "--decider", "乙"]

    private func adopt() throws {
        let answer = try runProgram(
            ["norms", "adopt", "试行.yaml", "--document", "样编〔2020〕30号"] + Self.decision, in: workplace.folder)
        try #require(answer.status == 0, "\(answer.errors)")
    }

    @Test func aPackIsTriedOnASupposedBodyWithoutARegister() throws {
        let bare = try Workplace()
        try bare.write(Self.pack, to: "试行.yaml")
        func allowed(_ heads: Int) throws -> (Int?, Int?, String?) {
            let said = try bare.succeed(
                "norms", "check", "--pack", "试行.yaml", "--with", "机构类型=事业单位", "--with", "编制数=\(heads)", "--json"
            ).json().items[0]
            return (
                said["allowed"]?["min"]?.number, said["allowed"]?["max"]?.number,
                said["nearest"]?.items.last?["then"]?.text
            )
        }
        #expect(try allowed(10) == (1, 1, "核定1-2名"))
        #expect(try allowed(11) == (1, 2, "核定2-3名"))
        #expect(try allowed(61) == (2, 3, "核定1-2名"))
        let unknown = try bare.succeed(
            "norms", "check", "--pack", "试行.yaml", "--with", "机构类型=事业单位", "--json"
        ).json().items[0]
        #expect(unknown["missing"]?["facts"]?.items.map(\.text) == ["编制数"])
    }

    @Test func aDecidedRoundLeavesNobodyOver() throws {
        try adopt()
        #expect(try workplace.succeed("norms", "list").output.contains("trial"))
        func over() throws -> [String] {
            try workplace.succeed("norms", "check", "--group", "over", "--json").json().items
                .compactMap { $0["body"]?.text }
        }
        let before = try over()
        #expect(!before.isEmpty)
        let explained = try workplace.succeed("norms", "explain", before[0]).output
        #expect(explained.contains("第一条") && explained.contains("超出"))
        try workplace.succeed(
            "norms", "round", "--plan", "核定.yaml", "--annex", "附表.xlsx", "--absorbed-by", "2023-12-31")
        #expect(workplace.has("附表.xlsx"))
        let tried = try workplace.succeed("plan", "simulate", "核定.yaml", "--json").json()
        let answer = try runProgram(
            ["plan", "decide", "核定.yaml", "--document", "样编〔2020〕40号"] + Self.decision, in: workplace.folder)
        #expect(answer.status == 0, "\(answer.errors)")
        if let digest = tried["digest"]?.text { #expect(answer.output.contains(digest)) }
        #expect(try over().isEmpty)
        try workplace.succeed("verify")
    }

    @Test func oneBandChangedMovesOnlyItsBodies() throws {
        let differences = try workplace.succeed(
            "norms", "compare", "试行.yaml", "--change", "第一条:11-60=2", "--json"
        ).json().items
        #expect(!differences.isEmpty)
        #expect(differences.allSatisfy { $0["before"]?.text == "核定1-2名" && $0["after"]?.text == "核定2名" })
    }

    @Test func aFaultIsToldWithItsLineAndColumn() throws {
        try workplace.write(Self.pack.replacing("11-60", with: "8-60").replacing("条款", with: "条件"), to: "坏.yaml")
        let answer = try workplace.run("norms", "lint", "坏.yaml")
        #expect(answer.status == 1)
        #expect(answer.output.contains("坏.yaml:6:1: error [unknown-field]"), "\(answer.output)")
        try expectRefused(
            ["norms", "adopt", "坏.yaml", "--document", "样编〔2020〕30号"] + Self.decision, in: workplace,
            code: "faulty-rules", zh: ["处错误"], en: ["errors"])
    }

    @Test func whatCannotBeDoneIsRefused() throws {
        try expectRefused(
            ["norms", "check"], in: workplace, code: "no-rules", zh: ["没有采用中的规则包"], en: ["No rule pack is adopted"])
        try expectRefused(
            ["norms", "repeal", "trial", "--document", "样编〔2020〕30号"] + Self.decision, in: workplace, status: 2,
            code: "unknown-rules", zh: ["trial"], en: ["trial"])
        try expectRefused(
            ["norms", "check", "--pack", "没有.yaml"], in: workplace, code: "file-not-found", zh: ["没有.yaml"],
            en: ["没有.yaml"])
        try expectRefused(
            ["norms", "check", "--pack", "试行.yaml", "--with", "编制数=许多"], in: workplace, code: "bad-facts", zh: ["整数"],
            en: ["whole number"])
        try adopt()
        try expectRefused(
            ["norms", "adopt", "试行.yaml", "--document", "样编〔2020〕31号"] + Self.decision, in: workplace, status: 2,
            code: "unchanged", zh: ["没有区别"], en: ["Nothing would be different"])
        try expectRefused(
            ["norms", "round", "--absorbed-by", "2001-01-01"], in: workplace, code: "bad-term", zh: ["消化期限"],
            en: ["absorption"])
    }
}

extension String {
    fileprivate func replacing(_ text: String, with other: String) -> String {
        replacingOccurrences(of: text, with: other)
    }
}
