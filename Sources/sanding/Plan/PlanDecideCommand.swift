import ArgumentParser
import Basics
import Office

/// `sanding plan decide FILE`: enacts exactly what simulating it shows.
struct PlanDecideCommand: Acting {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "决定一个方案，与推演完全一致 · enact exactly what was simulated")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: "方案文件（YAML）或方案稿名 · the plan, a file or a draft")
    var plan: String

    @Option(help: "推演时所见的方案涉及范围摘要（或全台账摘要）；不同则不办理 · the digest that simulating it showed")
    var expecting: String?

    var deed: TerminalDeed {
        TerminalDeed(action: .registerAct, what: "plan decide \(fileName(of: plan))", officer: decision.drafter)
    }

    func act(at open: inout Desk) throws {
        let written = try desk.plan(at: plan)
        let read = written.plan
        let expected = try expecting.map { try readDigest($0) }
        var source = SystemRandomNumberGenerator()
        let words = try decision.words(defaultTitle: read.name, defaultDay: nil)
        let (drafter, deciders) = try decision.officers(of: &open, from: &source)
        let made = try open.decidePlan(
            written, document: words, drafter: drafter, deciders: deciders, expecting: expected, from: &source,
            at: now())
        print(
            desk.say(
                "已决定：第\(made.entry.position)号决定，依据\(words.citation)，变动\(made.entry.act.changes.count)项，\(read.day)起生效。",
                "Decided: Act \(made.entry.position) on \(words.citation), \(made.entry.act.changes.count) changes, in effect on \(read.day)."
            ))
        if !made.outcome.later.isEmpty { made.outcome.laterWaves(desk).forEach { print($0) } }
        print(
            desk.say(
                made.digest == made.outcome.after.digest
                    ? "台账摘要 \(made.digest)，与推演一致。" : "台账摘要 \(made.digest)（其后另有已决定的变动）。",
                made.digest == made.outcome.after.digest
                    ? "Digest of the register \(made.digest), as simulated."
                    : "Digest of the register \(made.digest) (other decided changes follow)."))
        print(
            made.entry.act.rules.isEmpty
                ? desk.say("没有采用审批权限表，未核对审批程序。", "No competence table is adopted; the procedure was not looked at.")
                : desk.say("已按审批权限表核对程序，步骤齐备。", "By the competence table every step is there."))
    }
}
