import ArgumentParser
import Basics
import Office
import Reform
import Registry

/// `sanding plan wave POSITION`: the next wave of a decided plan, looked at again and carried out.
struct PlanWaveCommand: Acting {
    static let configuration = CommandConfiguration(
        commandName: "wave", abstract: "复核并施行已决定方案的下一波 · the next wave of a decided plan",
        discussion: "只写决定号或方案名时仅复核；给出 --drafter、--decider 时施行。依据文件默认为原决定的文件。")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: "决定号，或方案名 · the position of the Act, or the plan's name")
    var plan: String

    @Option(help: "施行日期 yyyy-MM-dd，默认为方案写明的日期 · the day it takes effect")
    var day: String?

    @Flag(help: "已核对人员进出引起的差异和只能由人判断的条件 · the differences were looked at")
    var confirm = false

    @Option(help: "复核时所见的摘要；不同则不办理 · the digest that reviewing it showed")
    var expecting: String?

    @Option(help: "写成送审件，供动议和论证 · write it as a text that can be moved")
    var write: String?

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    var deed: TerminalDeed {
        TerminalDeed(action: .registerAct, what: "plan wave \(fileName(of: plan))", officer: decision.drafter)
    }

    func act(at open: inout Desk) throws {
        let decided = try Int(plan).map { try open.decidedPlan(at: $0) } ?? open.decidedPlan(named: plan)
        let effective = try day.map { try readDay($0) }
        guard decision.drafter != nil || decision.document != nil else {
            let review = try open.reviewWave(of: decided, on: effective, at: now())
            if let write {
                let written = WrittenWave(
                    of: decided.entry.position, on: review.outcome.day, expecting: review.outcome.footprintDigest)
                try writeText(written.text, to: write)
            }
            print(json ? try review.json(desk).text() : review.lines(desk).joined(separator: "\n"))
            if review.standing == .waits || review.standing == .stuck { throw ExitCode(2) }
            return
        }
        var source = SystemRandomNumberGenerator()
        let words = try decision.document.map { _ in
            try decision.words(defaultTitle: decided.plan.name, defaultDay: nil)
        }
        let (drafter, deciders) = try decision.officers(of: &open, from: &source)
        let made = try open.decideWave(
            of: decided, on: effective, document: words, drafter: drafter, deciders: deciders, isConfirmed: confirm,
            expecting: try expecting.map { try readDigest($0) }, from: &source, at: now())
        let left = decided.plan.waves.count - made.review.wave - 1
        print(
            desk.say(
                "已施行第\(made.review.wave + 1)波：第\(made.entry.position)号决定，变动\(made.entry.act.changes.count)项，\(made.review.outcome.day)起生效；尚余\(left)波。",
                "Wave \(made.review.wave + 1) carried out: Act \(made.entry.position), \(made.entry.act.changes.count) changes, in effect on \(made.review.outcome.day); \(left) left."
            ))
    }
}

extension WaveReview {
    /// The review as lines of text.
    func lines(_ desk: DeskOptions) -> [String] {
        var lines = [
            desk.say(
                "方案“\(outcome.plan.name)”第\(wave + 1)波，\(outcome.day)施行",
                "Plan “\(outcome.plan.name)”, wave \(wave + 1), on \(outcome.day)")
        ]
        for (condition, state) in conditions {
            let said =
                switch state {
                case .met: desk.say("已具备", "met")
                case .unmet: desk.say("尚不具备", "not met")
                case .toConfirm: desk.say("待经办人确认", "to be confirmed")
                }
            lines.append(desk.say("  条件：", "  when: ") + desk.say(condition.wording) + " — " + said)
        }
        if !comings.isEmpty { lines.append(desk.say("决定以来的人员进出：", "Who came and went since it was decided:")) }
        for coming in comings { lines.append("  " + coming.words(desk, in: outcome.before)) }
        lines.append(desk.say("与决定时相比：", "Against what was expected:"))
        lines += steps.map { $0.text(desk) }
        lines += outcome.stepLines(desk).filter { $0.contains("✗") }
        lines.append("")
        let verdict =
            switch standing {
            case .waits: desk.say("条件尚不具备，不能施行。", "It has to wait for its conditions.")
            case .stuck: desk.say("有步骤不可行，不能施行；请另拟方案。", "A step does not apply; draft another plan.")
            case .asDecided: desk.say("与决定时一致，可以施行。", "As decided; it can be carried out.")
            case .toConfirm: desk.say("差异仅来自人员进出或待确认的条件，核对后加 --confirm 施行。", "To be confirmed with --confirm.")
            case .moved:
                desk.say(
                    "有人员进出以外的差异，须送回决定（新文号，并写明 --expecting）。",
                    "It goes back for decision, on a document of its own, with --expecting.")
            }
        lines.append(verdict)
        lines += outcome.digests(desk)
        return lines
    }

    /// The review as JSON.
    func json(_ desk: DeskOptions) -> JSON {
        [
            "plan": .string(outcome.plan.name), "wave": .integer(wave + 1), "day": .string(outcome.day.description),
            "standing": .string(standing.rawValue), "footprint": .string(outcome.footprintDigest.description),
            "digest": .string(outcome.after.digest.description),
            "conditions": .array(
                conditions.map {
                    ["condition": .string(desk.say($0.condition.wording)), "state": .string("\($0.state)")]
                }),
            "comings": .array(
                comings.map { coming in
                    [
                        "body": .string(outcome.before.institutions[coming.body]?.profile.name ?? ""),
                        "left": .integer(coming.left.values.reduce(0) { $0 + $1.count }),
                        "came": .integer(coming.came.count), "said": .string(coming.words(desk, in: outcome.before)),
                    ]
                }),
            "steps": .array(steps.map { $0.json(desk) }), "unexplained": .array(unexplained.map { $0.json(desk) }),
        ]
    }
}

extension Comings {
    /// The body, who left by cause and who came, with the Acts.
    func words(_ desk: DeskOptions, in register: Register) -> String {
        var parts: [String] = []
        for (cause, acts) in left.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            parts.append(
                desk.say(
                    "\(acts.count) 人\(cause.name.zh)（\(numbers(acts))）",
                    "\(acts.count) \(cause.name.en) (\(numbers(acts)))"))
        }
        if !came.isEmpty {
            parts.append(desk.say("\(came.count) 人上编（\(numbers(came))）", "\(came.count) enrolled (\(numbers(came)))"))
        }
        let name = register.institutions[body]?.profile.name ?? ""
        func numbers(_ acts: [Int]) -> String {
            let list = Set(acts).sorted().map(String.init)
            return desk.say("第\(list.joined(separator: "、"))号决定", "Act \(list.joined(separator: ", "))")
        }
        return name + desk.say("：", ": ") + parts.joined(separator: desk.say("，", ", "))
    }
}
