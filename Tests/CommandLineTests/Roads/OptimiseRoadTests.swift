import Foundation
import Testing

/// From a register to plans that merge its small bodies, each of which can be decided as it stands.
@Suite struct OptimiseRoadTests {
    private let workplace: Workplace

    init() throws { workplace = try Workplace(.district) }

    /// Simulates each plan that was written; every step applies, and the figures are those that were promised.
    private func simulateAll(_ answer: Answer, in workplace: Workplace) throws -> Int {
        var count = 0
        for alternative in try answer.json()["alternatives"]?.items ?? [] {
            #expect(alternative["applies"]?.flag == true)
            let file = try #require(alternative["file"]?.text)
            let outcome = try workplace.succeed("plan", "simulate", file, "--json").json()
            #expect(outcome["applies"]?.flag == true)
            #expect(outcome["steps"]?.items.count == alternative["mergers"]?.items.count)
            #expect(outcome["measures"]?["bodiesClosed"]?.number == alternative["bodiesFewer"]?.number)
            #expect(outcome["measures"]?["peopleMoved"]?.number == alternative["peopleMoved"]?.number)
            #expect(outcome["measures"]?["headsGranted"]?.number == 0)
            count += 1
        }
        return count
    }

    @Test func threeAlternativesApply() throws {
        let answer = try workplace.succeed(
            "plan", "optimise", "--small", "10", "--iterations", "400000", "--out-folder", "方案", "--json")
        #expect(try simulateAll(answer, in: workplace) == 3)
        let alternatives = try answer.json()["alternatives"]?.items ?? []
        #expect(alternatives.compactMap { $0["name"]?.text } == ["稳妥", "均衡", "力度大"])
        let fewer = alternatives.compactMap { $0["bodiesFewer"]?.number }
        let moved = alternatives.compactMap { $0["peopleMoved"]?.number }
        #expect(fewer.allSatisfy { $0 > 0 } && fewer == fewer.sorted())
        #expect(moved == moved.sorted())
        for alternative in alternatives {
            let bound = try #require(alternative["bound"]?.number)
            let points = try #require(alternative["pointsGained"]?.number)
            #expect(bound >= points)
            #expect(alternative["proven"]?.flag == (bound == points))
        }
        let text = String(decoding: try workplace.bytes("方案/稳妥.yaml"), as: UTF8.self)
        #expect(text.contains("最接近的另一种安排") || text.contains("转隶"))
    }

    /// The principles hold in what comes out: nothing merges across supervisors unless it is allowed.
    @Test func acrossSupervisorsOnlyWhereAllowed() throws {
        func fewer(_ more: [String]) throws -> Int {
            let answer = try runProgram(
                ["plan", "optimise", "--small", "12", "--iterations", "300000", "--out-folder", "方案", "--json"] + more,
                in: workplace.folder)
            #expect(try simulateAll(answer, in: workplace) == 3)
            return try answer.json()["alternatives"]?.items.last?["bodiesFewer"]?.number ?? 0
        }
        let within = try fewer([])
        let across = try fewer(["--any-supervisor"])
        #expect(across > within)
    }

    @Test func sameSeedSameText() throws {
        let arguments = ["plan", "optimise", "--small", "10", "--seed", "5", "--iterations", "200000"]
        let one = try runProgram(arguments, in: workplace.folder)
        let other = try runProgram(arguments, in: workplace.folder)
        #expect(one.status == 0 && one.output == other.output)
        let english = try runProgram(arguments + ["--lang", "en"], in: workplace.folder)
        #expect(english.output.contains("leader posts freed") && english.output.contains("steady"))
    }

    @Test func readsAndWritesNothingElse() throws {
        let before = try workplace.state()
        try workplace.succeed("plan", "optimise", "--iterations", "100000")
        let changes = try workplace.state().changes(since: before)
        #expect(changes == [])
    }

    @Test func theModelIsWritten() throws {
        try workplace.succeed("plan", "optimise", "--small", "10", "--iterations", "200000", "--mps", "m.mps")
        let lines = String(decoding: try workplace.bytes("m.mps"), as: UTF8.self).split(separator: "\n")
        #expect(lines.first == "NAME SANDING" && lines.last == "ENDATA")
        #expect(lines.contains("COLUMNS"))
    }

    @Test func principlesFromAFile() throws {
        try workplace.write(
            """
            小机构: 12
            最多个数: 3
            备选:
              - {名称: 甲案, 机构权重: 100, 职数权重: 10}
              - {名称: 乙案, 机构权重: 1, 人员权重: 100, 相近权重: 0, 过小权重: 0}
            """, to: "原则.yaml")
        let answer = try workplace.succeed("plan", "optimise", "--principles", "原则.yaml", "--json").json()
        let alternatives = answer["alternatives"]?.items ?? []
        #expect(alternatives.compactMap { $0["name"]?.text } == ["甲案", "乙案"])
        for merger in alternatives.first?["mergers"]?.items ?? [] {
            #expect((merger["bodies"]?.items.count ?? 9) <= 2)
        }
        // Nothing is worth moving anybody for.
        #expect(alternatives.last?["peopleMoved"]?.number == 0)
    }

    @Test func whatCannotBeRead() throws {
        try workplace.write("小机构: 多\n", to: "a.yaml")
        try expectRefused(
            ["plan", "optimise", "--principles", "a.yaml"], in: workplace, code: "unreadable-plan", zh: ["第1行", "多"],
            en: ["line 1"])
        try workplace.write("不动: [没有的中心]\n", to: "b.yaml")
        try expectRefused(
            ["plan", "optimise", "--principles", "b.yaml"], in: workplace, code: "unknown-body", zh: ["没有的中心"],
            en: ["没有的中心"])
        try expectRefused(
            ["plan", "optimise", "--seconds", "0"], in: workplace, code: "bad-effort", zh: ["大于零"], en: ["above zero"])
        try expectRefused(
            ["plan", "optimise", "--small", "0"], in: workplace, code: "bad-number", zh: ["--small"], en: ["--small"])
    }

    /// The office's own workbook.
    @Test func theGivenDistrict() throws {
        let workplace = try Workplace()
        let path = try sharedData("workbooks/anhe-district.xlsx")
        let read = try workplace.run(
            "import", path, "--take-good-rows", "--document", "安编〔2020〕1号", "--drafter", "甲", "--decider", "乙")
        #expect(read.status == 0)
        let answer = try workplace.succeed(
            "plan", "optimise", "--small", "8", "--iterations", "400000", "--out-folder", "方案", "--json")
        #expect(try simulateAll(answer, in: workplace) == 3)
    }
}
