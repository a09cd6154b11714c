import Basics
import Registry
import Testing

@Suite struct RefusalsDocumentTests {
    @Test func documentSaysWhatTheCodeSays() throws {
        try Repository.expectGolden(try document(), at: "docs/refusals.md")
    }

    private func document() throws -> String {
        var text = """
            # Refusals · 拒绝

            A refusal is the domain's no: an Act that may not be. There are \(Refusal.catalogue.count) of them. Each has
            a stable code, says what is wrong and why, and what to do. They stand in the order of precedence: what is
            wrong with the Act itself, whom it is about, what it does, what would be at the end of it. Within an Act the
            first change that has no ground is named; sums are looked at when all its changes of a day are made, and the
            first broken one is named. The examples come from a small register in the tests.

            This page is generated from `Sources/Registry/Rules` and the table in `Tests/RegistryTests/Refusals`. To
            write it anew: `UPDATE_GOLDEN=1 swift test --filter RefusalsDocument`.

            本页由代码生成。每种拒绝有固定代码、原因和办法，按先后次序排列。

            | code | what and why · 原因 | what to do · 办法 |
            |---|---|---|

            """
        for code in Refusal.catalogue {
            guard let row = RefusalRow.all.first(where: { $0.expected.code == code }) else { continue }
            var district = try SmallDistrict()
            try row.given(&district)
            let why = row.expected.wording(in: district.history.latest)
            let way = row.expected.wayOut(in: district.history.latest)
            text += "| `\(code)` | \(why.en)<br>\(why.zh) | \(way.en)<br>\(way.zh) |\n"
        }
        return text
    }
}
