import ArgumentParser
import Basics
import Norms
import Office
import Papers
import Registry

/// `sanding norms round`: the re-approval of all public institutions as a plan to decide, with its annex.
struct NormsRoundCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "round", abstract: "重新核定领导职数：分组、酌定、成文 · a re-approval round, as a plan with its annex")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var rules: RuleOptions

    @Option(help: "酌定事项（YAML） · what the clerk settles")
    var settle: String?

    @Option(help: "写成方案（YAML），可推演和决定 · the plan to simulate and decide")
    var plan: String?

    @Option(help: "写成附表（XLSX） · the annex")
    var annex: String?

    @Option(name: .customLong("absorbed-by"), help: "超出部分的消化期限，默认三年 · by when what is over is absorbed; three years")
    var absorbedBy: String?

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        let open = try desk.desk()
        let day = try rules.day(at: open)
        let register = open.history.register(on: day)
        var round = openRound(of: register, by: try rules.rulebook(at: open, on: day), on: day)
        if let settle { try round.settle(fromText: try readText(settle), in: register) }
        let absorbed = try absorbedBy.map { try readDay($0) } ?? day.advanced(by: 3 * 365)
        guard absorbed > day else {
            throw OfficeFailure(
                .input, "bad-term", zh: "消化期限\(absorbed)应在\(day)之后。",
                en: "The day of absorption \(absorbed) must be after \(day).")
        }
        let changes = round.changes(in: register)
        if let plan {
            guard !changes.isEmpty else {
                throw OfficeFailure(.input, "nothing-to-do", zh: "没有需要变动的职数。", en: "No posts would change.")
            }
            let name = desk.say("领导职数重新核定（\(day)）", "Re-approval of leader posts (\(day))")
            try writeText(planText(of: round, named: name, absorbed: absorbed, in: register), to: plan)
        }
        if let annex {
            do {
                try writeWorkbook(
                    roundAnnex(round, absorbed: absorbed, in: register, language: desk.lang), to: annex)
            } catch { throw OfficeFailure(error) }
        }
        if json { return print(try summary(round, changes).text()) }
        let groups = Standing.Group.allCases
        var table = Table(
            [desk.say("项目", "item")] + groups.map { desk.say($0.name) }, rightAligned: Set(1...groups.count))
        for item in round.items {
            let counts = round.counts(of: item)
            table.add([desk.say(item.name)] + groups.map { "\(counts[$0] ?? 0)" })
        }
        print(table.lines.joined(separator: "\n"))
        print(
            desk.say(
                "拟变动\(changes.count)个机构的领导职数，其中\(changes.count { $0.isOver })个须消化；待酌定\(undecided(round))项。",
                "Leader posts of \(changes.count) bodies would change, \(changes.count { $0.isOver }) with leaders to absorb; \(undecided(round)) rows wait to be settled."
            ))
        if let plan { print(desk.say("方案已写入 \(plan)", "The plan is in \(plan)")) }
        if let annex { print(desk.say("附表已写入 \(annex)", "The annex is in \(annex)")) }
    }

    private func undecided(_ round: Round) -> Int {
        round.rows.count { $0.group == .needsDiscretion && $0.settlement == nil }
    }

    private func summary(_ round: Round, _ changes: [RoundChange]) -> JSON {
        [
            "day": .string(round.day.description),
            "rows": .array(
                round.rows.map { row in
                    [
                        "body": .string(row.name), "item": .string("\(row.item)"), "group": .string("\(row.group)"),
                        "approved": JSON(row.verdict.figures.approved), "target": JSON(row.target),
                        "reason": JSON(row.settlement?.reason), "clause": JSON(row.verdict.ruling?.clause.number),
                        "pack": JSON(row.verdict.ruling?.pack.code),
                    ]
                }),
            "changes": .array(
                changes.map { change in
                    [
                        "body": .string(change.name), "absorb": .boolean(change.isOver),
                        "figures": .array(
                            change.figures.map {
                                ["what": .string($0.word), "from": .integer($0.old), "to": .integer($0.new)]
                            }
                        ),
                    ]
                }),
        ]
    }
}
