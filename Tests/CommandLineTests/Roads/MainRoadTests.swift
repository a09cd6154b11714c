import Foundation
import Testing

/// The main road on the sample district, from the workbook to the undoing of a decided plan.
@Suite struct MainRoadTests {
    private let workplace: Workplace

    init() throws { workplace = try Workplace(.district) }

    private func workbook() throws -> String {
        try Register.district.made.get().folder.appendingPathComponent("sample.xlsx").path
    }

    private func digest(_ arguments: String...) throws -> String {
        let answer = try runProgram(["as-of"] + arguments + ["--json"], in: workplace.folder)
        return try #require(try answer.json()["digest"]?.text)
    }

    @Test func theSameFileAgainChangesNothing() throws {
        let before = try workplace.state()
        let answer = try workplace.succeed("import", try workbook(), "--document", "样编〔2020〕2号", "--drafter", "甲")
        #expect(answer.output.contains("已由第1号决定导入"))
        let changes = try workplace.state().changes(since: before)
        #expect(changes == [])
    }

    @Test func readingChangesNothing() throws {
        try workplace.write("方案: 试\n施行: 2020-07-01\n步骤:\n  - 撤销: 澄岚区公路管理段\n", to: "a.yaml")
        let before = try workplace.state()
        for command in [
            ["log"], ["verify"], ["diagnose"], ["show", "公路管理段"], ["ledger", "统筹池"], ["as-of", "2020-06-01"],
            ["plan", "simulate", "a.yaml"], ["plan", "suggest"],
        ] {
            _ = try runProgram(command, in: workplace.folder)
            let changes = try workplace.state().changes(since: before)
            #expect(changes == [], "\(command)")
        }
    }

    @Test func findingsNameNobody() throws {
        // Whoever is registered twice is in the findings; what they are called the import says.
        let report = try workplace.succeed("import", try workbook(), "--check", "--json", "--database", "没有.sqlite")
            .json()
        let names = (report["problems"]?.items ?? []).filter { $0["code"]?.text == "person.twice" }
            .compactMap { $0["read"]?.text }
        try #require(names.count >= 3)
        let answer = try workplace.succeed("diagnose", "--json")
        let findings = try answer.json().items
        #expect(findings.count > 50)
        #expect(findings.count { $0["check"]?.text == "second-place" } >= names.count)
        for name in names { #expect(!answer.output.contains(name)) }
        let numbers = answer.output.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.filter(isIdentityNumber)
        #expect(numbers.isEmpty)
        // The check on the check: it knows an identity number when it sees one.
        #expect(isIdentityNumber("339981197003071238"))
    }

    /// Eighteen digits, the last perhaps an X, with a year of birth in the middle.
    private func isIdentityNumber(_ word: Substring) -> Bool {
        word.count == 18 && word.dropLast().allSatisfy(\.isNumber)
            && ["19", "20"].contains(word.dropFirst(6).prefix(2))
    }

    @Test func theReportIsAWorkbook() throws {
        let answer = try workplace.succeed("diagnose", "--xlsx", "问题.xlsx")
        #expect(answer.output.contains("问题.xlsx"))
        #expect(try workplace.bytes("问题.xlsx").starts(with: Array("PK".utf8)))
        try workplace.succeed("diagnose", "--html", "诊断.html", "--markdown", "诊断.md")
        let page = String(decoding: try workplace.bytes("诊断.html"), as: UTF8.self)
        #expect(page.contains("<svg") && !page.contains("<script"))
    }

    @Test func everyAnswerInJSONIsOneJSONText() throws {
        try workplace.write("方案: 试\n施行: 2020-07-01\n步骤:\n  - 撤销: 澄岚区公路管理段\n", to: "a.yaml")
        let made = try Register.small.made.get().folder
        let later = made.appendingPathComponent("sample.xlsx").path
        for command in [
            ["log"], ["verify"], ["diagnose"], ["show", "公路管理段"], ["ledger", "统筹池"], ["as-of", "2020-06-01"],
            ["plan", "simulate", "a.yaml"], ["plan", "compare", "a.yaml", "a.yaml"], ["import", try workbook()],
            ["import", try workbook(), "--check", "--database", "没有.sqlite"], ["import", later],
        ] {
            let answer = try runProgram(command + ["--json"], in: workplace.folder)
            #expect(throws: Never.self, "sanding \(command.joined(separator: " "))") {
                try JSONSerialization.jsonObject(with: Data(answer.output.utf8))
            }
        }
    }

    @Test func twoPlansAreSuggestedTriedAndCompared() throws {
        var digests: [String?] = []
        for (style, file) in [("absorb", "a.yaml"), ("together", "b.yaml")] {
            try workplace.succeed("plan", "suggest", "--style", style, "--day", "2020-07-01", "--out", file)
            let tried = try workplace.succeed("plan", "simulate", file, "--json").json()
            #expect(tried["applies"]?.flag == true)
            #expect(tried["day"]?.text == "2020-07-01")
            digests.append(tried["digest"]?.text)
            let said = try workplace.succeed("plan", "simulate", file).output
            #expect(said.contains(digests.last??.description ?? "?"))
        }
        let compared =
            try workplace.succeed("plan", "compare", "a.yaml", "b.yaml", "--json").json()["plans"]?.items ?? []
        #expect(compared.map { $0["digest"]?.text } == digests)
        #expect(digests[0] != digests[1])
        let closed = compared.compactMap { $0["measures"]?["bodiesClosed"]?.number }
        #expect(closed.count == 2 && closed[0] > closed[1] && closed[1] > 0)
    }

    @Test func decidedVerifiedAndUndone() throws {
        let day = "2020-07-01"
        let outside = try Register.district.made.get().outside
        try workplace.write("# 保存在库外\n\(outside)\n", to: "摘要.txt")
        let before = try digest(day)
        try workplace.succeed("plan", "suggest", "--day", day, "--out", "a.yaml")
        let plan = String(decoding: try workplace.bytes("a.yaml"), as: UTF8.self)
        let first = plan.split(separator: "\n").filter { $0.contains("合并") || $0.contains("并入:") }
        let merged = try #require(first.first { $0.contains("合并:") }?.split(separator: "\"").dropFirst().first)
        let taker = try #require(first.first { $0.contains("并入:") }?.split(separator: "\"").dropFirst().first)
        let heads = try approved(String(merged)) + approved(String(taker))
        let tried = try workplace.succeed("plan", "simulate", "a.yaml", "--json").json()
        let expected = try #require(tried["digest"]?.text)
        let released = try #require(tried["measures"]?["postsReleased"]?.number)

        let decided = try workplace.succeed(
            "plan", "decide", "a.yaml", "--document", "样编〔2020〕2号", "--title", "关于整合小散弱机构的批复", "--decided",
            "2020-06-20",
            "--drafter", "丙", "--decider", "丁", "--expecting", expected)
        #expect(decided.output.contains("第2号决定") && decided.output.contains(expected))
        #expect(decided.output.contains("与推演一致"))
        #expect(try digest(day) == expected)
        #expect(try digest(day, "--known", "1") == before)
        #expect(try digest("2020-06-30") == before)

        // Of what was merged away nothing is left, and the leader posts it had are in the pool.
        let entries = try workplace.succeed("ledger", String(merged), "--json").json().items
        #expect(sum(entries) == 0 && entries.contains { ($0["amount"]?.number ?? 0) < 0 })
        #expect(entries.last?["document"]?.text == "样编〔2020〕2号")
        let pool = try workplace.succeed("ledger", "统筹池", "--json").json().items
        #expect(pool.allSatisfy { $0["act"]?.number == 2 })
        #expect(sum(pool) == released && released > 0)
        #expect(try approved(String(taker)) >= heads)

        let verified = try workplace.succeed("verify", "--digest", "摘要.txt")
        #expect(verified.output.contains("完好：2个决定"))
        #expect(verified.output.contains("\n339981 2 "))
        let log = try workplace.succeed("log", "--json").json().items
        #expect(log.map { $0["position"]?.number } == [1, 2])
        #expect(log.last?["title"]?.text == "关于整合小散弱机构的批复")

        let draft = try workplace.succeed("plan", "undo", "2")
        #expect(draft.output.contains("可以撤回"))
        #expect(try workplace.succeed("log", "--json").json().items.count == 2)
        try workplace.succeed(
            "plan", "undo", "2", "--document", "样编〔2020〕3号", "--decided", "2020-08-01", "--drafter", "丙", "--decider",
            "丁",
            "--day", "2020-08-01", "--because", "整合暂缓")
        #expect(try digest("2020-08-01") == before)
        #expect(try digest("2020-08-01", "--known", "2") == expected)
        #expect(try digest("2020-07-31") == expected)
        // What was undone can't be undone again.
        let again = try workplace.run("plan", "undo", "2")
        #expect(again.status == 2, "\(again.output)")
        let sound = try workplace.succeed("verify", "--digest", "摘要.txt", "--lang", "en")
        #expect(sound.output.contains("Sound: 3 Acts"))
    }

    private func sum(_ entries: [JSON]) -> Int { entries.reduce(0) { $0 + ($1["amount"]?.number ?? 0) } }

    private func approved(_ body: String) throws -> Int {
        try workplace.succeed("show", body, "--json").json()["heads"]?.items.reduce(0) {
            $0 + ($1["approved"]?.number ?? 0)
        } ?? 0
    }

    @Test func aRecordThatIsNotTheOneKeptOutside() throws {
        let outside = try Register.district.made.get().outside
        let words = outside.split(separator: " ")
        let digest = words[2].map { $0 == "a" ? "b" : "a" }.joined()
        for (line, code) in [
            ("\(words[0]) 1 \(digest)", "outside-differs"), ("\(words[0]) 7 \(words[2])", "records-missing"),
        ] {
            try workplace.write(line + "\n", to: "摘要.txt")
            let answer = try workplace.run("verify", "--digest", "摘要.txt")
            #expect(answer.status == 4)
            #expect(answer.output.contains("[\(code)]"), "\(answer.output)")
        }
        try workplace.write("330702 1 \(words[2])\n", to: "摘要.txt")
        try expectRefused(
            ["verify", "--digest", "摘要.txt"], in: workplace, code: "no-digest", zh: ["摘要.txt", "339981"],
            en: ["摘要.txt", "339981"])
    }
}
