import Foundation
import Testing

/// A plan kept as a draft, branched, overtaken by daily work, merged, decided and carried out in two waves.
@Suite struct WavesAndDraftsTests {
    private let workplace: Workplace
    private let mergers: [String]

    private static let decision = ["--decided", "2020-12-31", "--drafter", "甲", "--decider", "乙"]

    init() throws {
        workplace = try Workplace(.district)
        let suggested = try workplace.succeed("plan", "suggest", "--day", "2020-12-31").output
        // Each suggestion stands on two lines: what is merged, and into what.
        let lines = suggested.split(separator: "\n").map(String.init)
        mergers = lines.indices.filter { lines[$0].hasPrefix("  - 合并: ") }.map { index in
            let (sources, target) = (lines[index].dropFirst(4), lines[index + 1].drop { $0 == " " })
            return "{\(sources), \(target)}"
        }
        try #require(mergers.count >= 3)
    }

    private func write(_ name: String, _ steps: [String], to file: String) throws {
        try workplace.write(
            "方案: \(name)\n施行: 2020-12-31\n步骤:\n" + steps.map { "  - \($0)\n" }.joined(), to: file)
    }

    private func run(_ arguments: [String]) throws -> Answer { try runProgram(arguments, in: workplace.folder) }

    private func decide(_ plan: String, _ number: Int, _ more: [String] = []) throws -> Answer {
        try run(["plan", "decide", plan, "--document", "样编〔2020〕\(number)号"] + Self.decision + more)
    }

    @Test func draftsAreSavedBranchedAndMerged() throws {
        try write("整合", [mergers[0], mergers[1]], to: "a.yaml")
        try workplace.succeed("plan", "save", "a.yaml", "--as", "主稿", "--by", "甲")
        try workplace.succeed("plan", "branch", "主稿", "--as", "分稿", "--by", "丙")
        // What is taken out says which revision it is, and goes back as the next.
        try workplace.succeed("plan", "drafts", "分稿", "--out", "b.yaml")
        let taken = String(decoding: try workplace.bytes("b.yaml"), as: UTF8.self)
        #expect(taken.hasPrefix("# 方案稿：分稿，第1稿\n"))
        try workplace.write(taken + "  - \(mergers[2])\n", to: "b.yaml")
        #expect(try workplace.succeed("plan", "save", "b.yaml", "--by", "丙").output.contains("第2稿"))
        // Saved again from the first revision, it is refused and nothing is written.
        try expectRefused(
            ["plan", "save", "b.yaml", "--by", "丙"], in: workplace, status: 2, code: "stale-draft", zh: ["分稿", "第2稿"],
            en: ["分稿", "revision 2"])
        try write("整合", [mergers[1]], to: "a.yaml")
        try workplace.succeed("plan", "save", "a.yaml", "--as", "主稿", "--from", "1", "--by", "甲")
        let listed = try workplace.succeed("plan", "drafts", "--json").json().items
        #expect(listed.map { $0["name"]?.text } == ["主稿", "分稿"].sorted())
        #expect(listed.allSatisfy { $0["revision"]?.number == 2 && $0["meets"]?.items.count == 1 })
        let merged = try workplace.succeed("plan", "merge", "主稿", "分稿", "--by", "甲", "--json").json()
        #expect(merged["conflicts"]?.items.count == 0)
        #expect(merged["revision"]?.number == 3)
        // A draft is tried and decided by its name.
        let tried = try workplace.succeed("plan", "simulate", "主稿", "--json").json()
        #expect(tried["steps"]?.items.count == 2)
        let footprint = try #require(tried["footprint"]?.text)
        #expect(try decide("主稿", 2, ["--expecting", footprint]).status == 0)
        let after = try workplace.succeed("plan", "drafts", "--json").json().items
        #expect(after.first { $0["name"]?.text == "主稿" }?["decided"]?.items.map(\.number) == [2])
        #expect(try workplace.succeed("verify").output.contains("2个决定"))
    }

    @Test func aDraftIsOvertaken() throws {
        try write("整合", [mergers[0], mergers[1]], to: "a.yaml")
        try workplace.succeed("plan", "save", "a.yaml", "--as", "主稿", "--by", "甲")
        let untouched = try workplace.succeed("plan", "rebase", "主稿", "--json").json()
        #expect(untouched["unchanged"]?.flag == true)
        let shown = try workplace.succeed("plan", "simulate", "主稿", "--json").json()
        // Another plan takes the bodies of the second merger; the first is left alone.
        try write("别的", [mergers[1]], to: "c.yaml")
        #expect(try decide("c.yaml", 3).status == 0)
        let rebased = try workplace.succeed("plan", "rebase", "主稿", "--json").json()
        #expect(rebased["steps"]?.items.map { $0["standing"]?.text } == ["unchanged", "stopped"])
        #expect(rebased["steps"]?.items.last?["act"]?.number == 2)
        let said = try workplace.succeed("plan", "rebase", "主稿", "--changed").output
        #expect(said.contains("不再可行（第2号决定）"))
        #expect(try workplace.succeed("plan", "rebase", "a.yaml", "--base", "2", "--json").json()["base"]?.number == 2)
        let missing = try workplace.run("plan", "rebase", "a.yaml")
        #expect(missing.status == 1 && missing.errors.contains("[base-missing]"))
        // Without the step that was overtaken the plan reads nothing that moved: what was shown of it still holds.
        try write("整合", [mergers[0]], to: "d.yaml")
        #expect(shown["applies"]?.flag == true)
        #expect(try decide("d.yaml", 4).status == 0)
    }

    @Test func unrelatedWorkDoesNotBlock() throws {
        try write("甲案", [mergers[0]], to: "a.yaml")
        let shown = try workplace.succeed("plan", "simulate", "a.yaml", "--json").json()
        try write("乙案", [mergers[1]], to: "b.yaml")
        #expect(try decide("b.yaml", 2).status == 0)
        let whole = try decide("a.yaml", 3, ["--expecting", try #require(shown["digest"]?.text)])
        #expect(whole.status == 2 && whole.errors.contains("[outcome-moved]"))
        let own = try decide("a.yaml", 3, ["--expecting", try #require(shown["footprint"]?.text)])
        #expect(own.status == 0, "\(own.errors)")
    }

    @Test func twoWaves() throws {
        try workplace.write(
            """
            方案: 两步走
            波次:
              - 施行: 2020-12-31
                步骤:
                  - \(mergers[0])
              - 施行: 2021-03-01
                条件:
                  - 清产核资完成
                步骤:
                  - \(mergers[1])

            """, to: "w.yaml")
        let tried = try workplace.succeed("plan", "simulate", "w.yaml", "--json").json()
        #expect(tried["waves"]?.items.map { $0["day"]?.text } == ["2021-03-01"])
        let said = try workplace.succeed("plan", "simulate", "w.yaml").output
        #expect(said.contains("第2波2021-03-01施行") && said.contains("清产核资完成"))
        #expect(try decide("w.yaml", 2, ["--expecting", try #require(tried["footprint"]?.text)]).status == 0)
        let before = try workplace.state()
        let review = try workplace.succeed("plan", "wave", "2", "--json").json()
        #expect(review["standing"]?.text == "toConfirm")
        #expect(review["steps"]?.items.map { $0["standing"]?.text } == ["unchanged"])
        #expect(try workplace.state().changes(since: before) == [])
        try expectRefused(
            ["plan", "wave", "两步走", "--drafter", "甲", "--decider", "乙"], in: workplace, status: 2,
            code: "wave-to-confirm", zh: ["清产核资完成"], en: ["--confirm"])
        let done = try workplace.succeed("plan", "wave", "两步走", "--drafter", "甲", "--decider", "乙", "--confirm")
        #expect(done.output.contains("第3号决定") && done.output.contains("尚余0波"))
        let day = try runProgram(["as-of", "2021-03-01", "--json"], in: workplace.folder).json()
        #expect(day["digest"]?.text == tried["waves"]?.items.first?["digest"]?.text)
        try expectRefused(
            ["plan", "wave", "2"], in: workplace, code: "no-wave-left", zh: ["两步走"], en: ["两步走"])
        #expect(try workplace.succeed("verify").output.contains("3个决定"))
    }
}
