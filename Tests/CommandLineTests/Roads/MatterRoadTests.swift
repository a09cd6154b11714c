import Foundation
import Testing

/// The road of a matter: duties likely to be one, confirmed with who leads, and not asked again.
@Suite struct MatterRoadTests {
    private let workplace: Workplace

    init() throws {
        workplace = try Workplace()
        try workplace.succeed(
            "import", try sharedData("workbooks/anhe-district.xlsx"), "--take-good-rows", "--document", "样编〔2020〕1号",
            "--drafter", "甲", "--decider", "乙")
    }

    private static let decision = [
        "--document", "样编〔2020〕8号", "--decided", "2020-12-31", "--drafter", "甲", "--decider", "乙",
    ]

    private struct Overlap {
        let handle: String
        let duties: Set<String>
        let bodies: [String]
    }

    private func findings(_ check: String) throws -> [JSON] {
        try workplace.succeed("diagnose", "--check", check, "--json").json().items
    }

    private func overlaps() throws -> [Overlap] {
        try findings("duty-overlap").map { finding in
            let subjects = finding["subjects"]?.items ?? []
            return Overlap(
                handle: finding["handle"]?.text ?? "", duties: Set(subjects.compactMap { $0["duty"]?.text }),
                bodies: subjects.compactMap { $0["name"]?.text })
        }
    }

    private func confirm(_ arguments: [String]) throws -> JSON {
        let answer = try runProgram(
            ["matter", "confirm"] + arguments + Self.decision + ["--json"], in: workplace.folder)
        try #require(answer.status == 0, "\(answer.errors)")
        return try answer.json()
    }

    @Test func pairsConfirmedAreNotAskedAgain() throws {
        let before = try overlaps()
        let first = before[0]
        // A second pair without a duty of the first makes a matter of its own.
        let second = try #require(before.dropFirst().first { $0.duties.isDisjoint(with: first.duties) })
        let made = try confirm([
            first.handle, "#" + second.handle, "--lead", first.bodies[0], "--lead", second.bodies[1],
        ])
        #expect(made["act"]?.number == 2)
        let matters = made["matters"]?.items ?? []
        #expect(matters.count == 2)
        for (matter, (pair, lead)) in zip(matters, [(first, 0), (second, 1)]) {
            let parts = matter["parts"]?.items ?? []
            #expect(Set(parts.compactMap { $0["duty"]?.text }) == pair.duties)
            let leading = parts.filter { $0["role"]?.text == "lead" }
            #expect(leading.compactMap { $0["body"]?.text } == [pair.bodies[lead]])
            #expect(parts.filter { $0["role"]?.text == "assist" }.count == 1)
            #expect(matter["name"]?.text == leading.first?["text"]?.text)
        }
        let after = try overlaps().map(\.duties)
        #expect(!after.contains(first.duties) && !after.contains(second.duties))
        #expect(after.count >= before.count - 2)
        let listed = try workplace.succeed("matter", "list", "--json").json().items
        #expect(listed.count == 38)
        let name = try #require(matters[0]["name"]?.text)
        #expect(try workplace.succeed("matter", "show", name).output.contains("牵头"))
        // The same once more changes nothing.
        try expectRefused(
            ["matter", "confirm", first.handle, "--lead", first.bodies[0]] + Self.decision, in: workplace,
            code: "unknown-finding", zh: [first.handle], en: [first.handle])
        let log = try workplace.succeed("log", "--json").json().items
        #expect(log.last?["document"]?.text == "样编〔2020〕8号")
        try workplace.succeed("verify")
    }

    @Test func aMatterOfTheCatalogueGetsItsHolderAndItsGapEnds() throws {
        let waiting = try findings("unconfirmed-matter")
        let one = waiting[0]
        let name = try #require(one["subjects"]?.items.first?["name"]?.text)
        #expect(try matter(name)["gaps"]?.items.count == 1)
        _ = try confirm([try #require(one["handle"]?.text)])
        let led = try matter(name)
        #expect(led["gaps"]?.items.isEmpty == true)
        #expect(led["parts"]?.items.map { $0["role"]?.text } == ["lead"])
        #expect(try findings("unconfirmed-matter").count == waiting.count - 1)
        // One held by several: somebody must say who leads.
        let shared = try findings("shared-matter")[0]
        let handle = try #require(shared["handle"]?.text)
        let title = try #require(shared["subjects"]?.items.first?["name"]?.text)
        try expectRefused(
            ["matter", "confirm", handle] + Self.decision, in: workplace, code: "lead-missing", zh: ["--lead"],
            en: ["--lead"])
        let holders = try #require(shared["evidence"]?.text).components(separatedBy: "由“").last?
            .components(separatedBy: "”")
        let lead = try #require(holders?.first)
        _ = try confirm([handle, "--lead", lead])
        let parts = try matter(title)["parts"]?.items ?? []
        #expect(parts.filter { $0["role"]?.text == "lead" }.compactMap { $0["body"]?.text } == [lead])
        #expect(parts.count >= 2)
        #expect(try findings("shared-matter").allSatisfy { $0["handle"]?.text != handle })
        // Another leads from now on, and the first assists.
        let other = try #require(parts.first { $0["role"]?.text != "lead" }?["body"]?.text)
        let number = try #require(parts.first { $0["role"]?.text != "lead" }?["number"]?.number)
        _ = try confirm(["--matter", title, "--duty", "\(other):\(number)", "--lead", other])
        let turned = try matter(title)["parts"]?.items ?? []
        #expect(turned.filter { $0["role"]?.text == "lead" }.compactMap { $0["body"]?.text } == [other])
        #expect(turned.count == parts.count)
        try workplace.succeed("verify")
    }

    private func matter(_ name: String) throws -> JSON {
        try workplace.succeed("matter", "show", name, "--json").json()
    }

    @Test func whatCannotBeConfirmedIsRefused() throws {
        let pair = try overlaps()[0]
        func refuse(_ arguments: [String], status: Int32 = 1, _ code: String, _ word: String) throws {
            try expectRefused(
                ["matter", "confirm"] + arguments + Self.decision, in: workplace, status: status, code: code,
                zh: [word],
                en: [word])
        }
        try refuse([pair.handle], "lead-missing", "--lead")
        try refuse([pair.handle, "--lead", pair.bodies[0], "--lead", pair.bodies[1]], "two-leads", "--lead")
        let other = try #require(
            try overlaps().flatMap(\.bodies).first { !pair.bodies.contains($0) })
        try refuse([pair.handle, "--lead", other], "lead-not-among", other)
        try refuse(["--duty", "\(other):1", "--lead", other], "nothing-to-join", "--matter")
        try refuse([], "nothing-to-do", "--duty")
        try refuse([pair.handle, "--lead", "没有这个单位"], "unknown-body", "没有这个单位")
        try refuse(["--duty", "\(pair.bodies[0]):999"], "unknown-duty", "999")
        try refuse([pair.handle, "--matter", "没有的事项", "--lead", pair.bodies[0]], "unknown-matter", "没有的事项")
        let small = try #require(try findings("small-body").first?["handle"]?.text)
        try refuse([small, "--lead", pair.bodies[0]], "no-question", small)
        // Nobody decides alone what they drafted.
        try expectRefused(
            [
                "matter", "confirm", pair.handle, "--lead", pair.bodies[0], "--document", "样编〔2020〕8号", "--decided",
                "2020-12-31", "--drafter", "甲",
            ], in: workplace, status: 2, code: "four-eyes", zh: ["起草"], en: ["draft"])
    }
}
