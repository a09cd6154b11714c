import Foundation
import Testing

/// Words looked for in the register of the main road, as a person at the terminal does.
@Suite struct SearchRoadTests {
    private let workplace: Workplace

    init() throws { workplace = try Workplace(.district) }

    @Test func theTextsFoundHaveWhatWasLookedFor() throws {
        let answer = try workplace.succeed("search", "教育", "--json", "--limit", "1000").json()
        let matches = answer["matches"]?.items ?? []
        #expect(matches.count > 10)
        #expect(answer["total"]?.number == matches.count)
        #expect(Set(matches.compactMap { $0["kind"]?.text }) == ["institution", "duty"])
        for match in matches {
            let best = try #require(match["texts"]?.items.first { $0["role"]?.text == match["best"]?.text })
            let scalars = Array(try #require(best["text"]?.text).unicodeScalars)
            for range in best["ranges"]?.items ?? [] {
                let ends = range.items.compactMap(\.number)
                var piece = ""
                piece.unicodeScalars.append(contentsOf: scalars[ends[0]..<ends[1]])
                #expect(piece == "教育")
            }
        }
        // Every duty that another command shows of a body with the word in it is found.
        let holders = matches.filter { $0["kind"]?.text == "duty" }.compactMap { $0["body"]?.text }
        let body = try #require(holders.first)
        let shown = try workplace.succeed("show", body, "--json").json()
        let duties = (shown["duties"]?.items ?? []).compactMap(\.text).filter { $0.contains("教育") }
        #expect(!duties.isEmpty)
        let found = matches.flatMap { $0["texts"]?.items.compactMap { $0["text"]?.text } ?? [] }
        #expect(duties.allSatisfy(found.contains))
    }

    @Test func oneCharacterAndTwoWordsAndTheWidthOfDigits() throws {
        let one = try workplace.succeed("search", "教", "--json").json()["total"]?.number ?? 0
        let two = try workplace.succeed("search", "教", "局", "--json").json()["total"]?.number ?? 0
        #expect(two > 0 && two < one)
        #expect(try workplace.succeed("search", "局 教", "--json").json()["total"]?.number == two)
        for typed in ["样编〔2020〕1号", "样编【２０２０】1号", "样编20201号"] {
            let answer = try workplace.succeed("search", typed, "--json").json()
            #expect(answer["matches"]?.items.map { $0["id"]?.text } == ["样编〔2020〕1号"])
        }
    }

    @Test func whatIsNotListedIsSaid() throws {
        let whole = try workplace.succeed("search", "教育", "--json", "--limit", "1000").json()
        let total = try #require(whole["total"]?.number)
        let lines = try workplace.succeed("search", "教育", "--limit", "3").output.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines.last?.hasPrefix("共\(total)项：机构") == true)
        #expect(lines.last?.contains("其余\(total - 3)项未列出") == true)
        let english = try workplace.succeed("search", "教育", "--limit", "3", "--lang", "en").output
        #expect(english.contains("\(total) found: ") && english.contains("\(total - 3) more not listed"))
        let duties = try workplace.succeed("search", "教育", "--kind", "职责", "--limit", "1000").output
        #expect(duties.split(separator: "\n").dropLast().allSatisfy { $0.hasPrefix("职责  ") && $0.contains("教育") })
        #expect(try workplace.succeed("search", "教育", "--kind", "duty", "--limit", "1000").output == duties)
        #expect(try workplace.succeed("search", "无此机构").output == "没有找到。\n")
    }

    @Test func peopleAreAskedForByName() throws {
        let without = try workplace.succeed("search", "王", "--json").json()
        #expect(without["totals"]?["person"] == nil)
        let with = try workplace.succeed(
            "search", "王", "--people", "--by", "查询员", "--for", "核编", "--kind", "人员", "--json"
        ).json()
        #expect((with["totals"]?["person"]?.number ?? 0) > 0)
        let matches = with["matches"]?.items ?? []
        #expect(matches.allSatisfy { $0["kind"]?.text == "person" && $0["texts"]?.items.isEmpty == true })
        let lines = try workplace.succeed("search", "王", "--people", "--by", "查询员", "--for", "核编", "--kind", "person")
            .output.split(separator: "\n")
        #expect(lines.dropLast().allSatisfy { $0.hasPrefix("人员  ") && $0.contains("王") })
    }

    /// A look leads to a file, a file to the Acts behind it, and both stand in the record of looks.
    @Test func aLookIsPutOnRecord() throws {
        let before = try workplace.succeed("lookups", "--json").json().items.count
        let found = try workplace.succeed("search", "王", "--people", "--by", "查询员", "--for", "核编", "--json").json()
        let person = try #require(
            (found["matches"]?.items ?? []).first { $0["kind"]?.text == "person" }?["id"]?.text)
        let file = try workplace.succeed("person", person, "--by", "查询员", "--for", "转隶核对", "--json").json()
        let number = try #require(file.items.first?["number"]?.text)
        #expect(file.items.first?["acts"]?.items.first?["act"]?.number == 1)
        let again = try workplace.succeed("person", number, "--by", "乙", "--for", "转隶核对").output
        #expect(again.contains(number) && again.contains("第1号决定"))
        let looks = try workplace.succeed("lookups", "--json").json().items.dropFirst(before)
        #expect(looks.map { $0["for"]?.text } == ["核编", "转隶核对", "转隶核对"])
        #expect(looks.map { $0["by"]?.text?.split(separator: " ").first } == ["查询员", "查询员", "乙"])
        #expect(looks.last?["people"]?.items.first?.text == person)
        #expect(try workplace.succeed("lookups").output.contains("转隶核对"))
        let unknown = try workplace.run("person", "查无此人", "--by", "乙", "--for", "核对")
        #expect(unknown.status == 1 && unknown.errors.contains("[unknown-person]") && unknown.errors.contains("已记录"))
        #expect(try workplace.succeed("lookups", "--json").json().items.last?["for"]?.text == "核对")
    }

    @Test func matchesAreColouredWhereColourIsAskedFor() throws {
        func output(_ environment: [String: String]) throws -> String {
            try runProgram(["search", "教育局", "--limit", "1"], in: workplace.folder, environment: environment).output
        }
        #expect(try output([:]).contains("\u{1B}") == false, "into a file")
        let coloured = try output(["CLICOLOR_FORCE": "1", "NO_COLOR": ""])
        #expect(coloured.hasPrefix("机构  澄岚区\u{1B}[1;31m教育局\u{1B}[0m"))
        #expect(try output(["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]).contains("\u{1B}") == false)
    }

    @Test func aRenamedBodyIsFoundUnderItsOldName() throws {
        try workplace.write(
            """
            方案: 更名
            施行: 2020-07-01
            步骤:
              - 更名: 澄岚区教学研究站
                为: 澄岚区教研中心
            """, to: "plan.yaml")
        try workplace.succeed(
            "plan", "decide", "plan.yaml", "--document", "示编〔2020〕2号", "--decided", "2020-06-20", "--drafter", "甲",
            "--decider", "乙")
        let found = try workplace.succeed("search", "教学研究站", "--kind", "机构").output
        #expect(found.hasPrefix("机构  澄岚区教研中心（曾用名：澄岚区教学研究站）\n"))
        let before = try workplace.succeed("search", "教学研究站", "--kind", "机构", "--day", "2020-06-30").output
        #expect(before.hasPrefix("机构  澄岚区教学研究站\n"))
        #expect(try workplace.succeed("search", "示编", "--kind", "文件").output.contains("示编〔2020〕2号"))
    }

    @Test func whatCantBeLookedForIsSaid() throws {
        let small = try Workplace(.small)
        try expectRefused(
            ["search", "（）"], in: small, code: "nothing-to-search", zh: ["至少一个汉字"], en: ["at least one character"])
        try expectRefused(
            ["search", "局", "--limit", "0"], in: small, code: "bad-limit", zh: ["--limit"], en: ["--limit"])
        try expectRefused(
            ["person", "王"], in: small, code: "purpose-missing", zh: ["--by", "--for"], en: ["--for"])
        try expectRefused(
            ["search", "王", "--people", "--by", "甲"], in: small, code: "purpose-missing", zh: ["--for"], en: ["--for"])
        try expectRefused(
            ["search", "王", "--kind", "人员"], in: small, code: "people-withheld", zh: ["--people"], en: ["--people"])
        try expectRefused(["search", "局", "--day", "昨天"], in: small, code: "bad-day", zh: ["昨天"], en: ["昨天"])
    }
}
