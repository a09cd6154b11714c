import Foundation
import Testing

/// A plan shown, costed and compared, as its readers get it: on the terminal, as JSON and as files.
@Suite struct PlanReportTests {
    private let workplace: Workplace

    init() throws {
        workplace = try Workplace(.district)
        for (style, file) in [("absorb", "a.yaml"), ("together", "b.yaml")] {
            try workplace.succeed("plan", "suggest", "--style", style, "--day", "2020-07-01", "--out", file)
        }
        try workplace.write(
            """
            rates:
              - {kind: 全额, yuan a year: 120000, from: 2019-01-01}
              - {kind: 差额, yuan a year: 70000, from: 2019-01-01}
              - {kind: 自收自支, yuan a year: 0, from: 2019-01-01}
              - {kind: 行政编制, yuan a year: 150000, from: 2019-01-01}
              - {role: 正职, yuan a year: 9000, from: 2019-01-01}

            """, to: "rates.yaml")
        try workplace.write(
            "weights:\n  - {measure: bodies closed, weight: 3, direction: more}\n"
                + "  - {measure: people moved, weight: 1, direction: less}\n", to: "weights.yaml")
    }

    @Test func everyPartIsInTheJSON() throws {
        let tried = try workplace.succeed("plan", "simulate", "a.yaml", "--rates", "rates.yaml", "--json").json()
        let closed = try #require(tried["measures"]?["bodiesClosed"]?.number)
        let ended = tried["bodies"]?.items.filter { $0["fates"]?.items.map(\.text) == ["ended"] } ?? []
        #expect(closed > 0 && ended.count == closed)
        #expect(ended.allSatisfy { $0["after"]?.isNull == true && $0["successors"]?.items.isEmpty == false })
        // Each chief post freed saves its rate, and nothing else changes in number.
        let chiefs = tried["movements"]?["balances"]?.items.filter { $0["what"]?.text?.hasPrefix("正职") == true } ?? []
        let freed = chiefs.reduce(0) { $0 + ($1["count"]?.number ?? 0) }
        #expect(freed > 0 && tried["measures"]?["approvedCost"]?.number == -9_000 * freed)
        #expect(tried["budget"]?["approvedChange"]?.number == -9_000 * freed)
        #expect(tried["people"]?["groups"]?["moved"]?["people"]?.number == tried["measures"]?["peopleMoved"]?.number)
        #expect(tried["people"]?["groups"]?["onLeave"]?["people"]?.isNull == true)
        // No rules are adopted here, so nothing is said of them.
        #expect(tried["rules"]?.isNull == true && tried["measures"]?["rulesBroken"]?.isNull == true)
        let unpriced = try workplace.succeed("plan", "simulate", "a.yaml", "--json").json()
        #expect(unpriced["budget"]?.isNull == true && unpriced["measures"]?["approvedCost"]?.isNull == true)
    }

    @Test func noPersonStandsInIt() throws {
        try workplace.succeed("plan", "simulate", "a.yaml", "--html", "a.html", "--markdown", "a.md")
        let texts = [
            try workplace.succeed("plan", "simulate", "a.yaml", "--json").output,
            String(decoding: try workplace.bytes("a.html"), as: UTF8.self),
            String(decoding: try workplace.bytes("a.md"), as: UTF8.self),
        ]
        for text in texts {
            let numbers = text.split { !$0.isASCII || !($0.isNumber || $0 == "X" || $0 == "x") }
            #expect(!numbers.contains { $0.count == 18 })
        }
    }

    @Test func filesAreWrittenInBothLanguages() throws {
        for (language, word) in [("zh", "编制流向"), ("en", "Flows of heads")] {
            let said = try workplace.succeed(
                "plan", "simulate", "a.yaml", "--lang", language, "--html", "\(language).html", "--xlsx",
                "\(language).xlsx", "--markdown", "\(language).md"
            ).output
            #expect(said.contains("\(language).html") && said.contains("\(language).xlsx"))
            #expect(String(decoding: try workplace.bytes("\(language).html"), as: UTF8.self).contains(word))
            #expect(String(decoding: try workplace.bytes("\(language).md"), as: UTF8.self).contains(word))
            #expect(try workplace.bytes("\(language).xlsx").starts(with: Array("PK".utf8)))
        }
    }

    @Test func whatIsNotListedIsCounted() throws {
        let all = try workplace.succeed("plan", "simulate", "a.yaml", "--limit", "1000").output
        #expect(!all.contains("……其余"))
        let some = try workplace.succeed("plan", "simulate", "a.yaml", "--limit", "2").output
        #expect(some.contains("■ 比选指标") && some.contains("……其余20行，可用 --limit 22 列全"))
        #expect(some.split(separator: "\n").count < all.split(separator: "\n").count)
    }

    @Test func plansAreWeighedAndWhatDiffersIsShown() throws {
        let compared = try workplace.succeed(
            "plan", "compare", "a.yaml", "b.yaml", "--weights", "weights.yaml", "--html", "c.html", "--xlsx", "c.xlsx",
            "--markdown", "c.md", "--json"
        ).json()
        let ranking = compared["ranking"]?.items ?? []
        // The first closes more bodies and moves more people: best in the one, worst in the other, three to one.
        #expect(ranking.map { $0["hundredths"]?.number } == [7_500, 2_500])
        #expect(ranking.map { $0["rank"]?.number } == [1, 2])
        #expect(compared["differences"]?.items.isEmpty == false)
        #expect(workplace.has("c.html") && workplace.has("c.xlsx"))
        #expect(String(decoding: try workplace.bytes("c.md"), as: UTF8.self).contains("7"))
        let said = try workplace.succeed("plan", "compare", "a.yaml", "b.yaml", "--weights", "weights.yaml").output
        #expect(said.contains("得分最高") && said.contains("75.00"))
        let tied = try workplace.succeed("plan", "compare", "a.yaml", "a.yaml", "--weights", "weights.yaml").output
        #expect(tied.contains("并列第一") && tied.contains("不同的0项"))
    }

    @Test func aFileThatIsNoneIsNamed() throws {
        try workplace.write("rates:\n  - {kind: 全额, from: 2019-01-01}\n", to: "错.yaml")
        let rates = try workplace.run("plan", "simulate", "a.yaml", "--rates", "错.yaml")
        #expect(rates.status == 1 && rates.errors.contains("第2行") && rates.errors.contains("年经费"))
        let weights = try workplace.run("plan", "compare", "a.yaml", "b.yaml", "--weights", "rates.yaml")
        #expect(weights.status == 1 && weights.errors.contains("rates"))
    }
}
