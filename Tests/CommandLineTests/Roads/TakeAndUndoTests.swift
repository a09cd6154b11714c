import Foundation
import Testing

/// Findings go into a plan with their mending steps, the plan is decided, and one of its steps is undone again.
@Suite struct TakeAndUndoTests {
    @Test func fromFindingToPlanAndOneStepBack() throws {
        let workplace = try Workplace(.district)
        let day = "2020-12-31"
        let found = try workplace.succeed("diagnose", "--check", "mostly-vacant", "--json").json().items
        let handles = found.compactMap { $0["handle"]?.text }.prefix(2)
        try #require(handles.count == 2)
        try workplace.succeed(
            "plan", "take", handles[0], handles[1], "--out", "整改.yaml", "--by", "丙", "--day", day, "--name", "空编整改")
        let after = try workplace.succeed("diagnose", "--check", "mostly-vacant", "--json").json().items
        #expect(
            after.filter { $0["state"]?.text == "planned" }.compactMap { $0["handle"]?.text }.sorted()
                == handles.sorted())

        let tried = try workplace.succeed("plan", "simulate", "整改.yaml", "--json").json()
        #expect(tried["steps"]?.items.count == 2 && tried["applies"]?.flag == true)
        try workplace.succeed(
            "plan", "decide", "整改.yaml", "--document", "样编〔2020〕77号", "--decided", day, "--drafter", "甲", "--decider",
            "乙")
        #expect(
            try workplace.succeed("diagnose", "--check", "mostly-vacant", "--json").json().items.count == found.count
                - 2)
        let position = "2"
        #expect(try workplace.run("plan", "undo", position, "--step", "3", "--day", day).errors.contains("第3步"))
        try workplace.succeed(
            "plan", "undo", position, "--step", "2", "--day", day, "--document", "样编〔2020〕78号", "--decided", day,
            "--drafter", "甲",
            "--decider", "乙")
        #expect(
            try workplace.succeed("diagnose", "--check", "mostly-vacant", "--json").json().items.count == found.count
                - 1)
        try workplace.succeed("verify")
    }

    @Test func takingSaysWhereItMayGo() throws {
        let workplace = try Workplace(.district)
        let found = try workplace.succeed("diagnose", "--check", "mostly-vacant", "--json").json().items
        let handle = try #require(found.first?["handle"]?.text)
        try expectRefused(
            ["plan", "take", handle, "--by", "丙"], in: workplace, status: 1, code: "where-missing",
            zh: ["--into", "--out"],
            en: ["--into", "--out"])
    }
}
