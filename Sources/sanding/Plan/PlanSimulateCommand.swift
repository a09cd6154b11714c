import ArgumentParser
import Basics
import Diagnosis
import Office
import Reform
import Registry

/// `sanding plan simulate FILE`: what would come of a plan.
struct PlanSimulateCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "推演一个方案 · what would come of a plan")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "方案文件（YAML）或方案稿名 · the plan, a file or a draft")
    var plan: String

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        let open = try desk.desk()
        let outcome = open.tryPlan(try desk.plan(at: plan).plan, at: now())
        print(json ? try outcome.json(desk).text() : outcome.lines(desk).joined(separator: "\n"))
        if !outcome.applies { throw ExitCode(2) }
    }
}

extension Outcome {
    /// The outcome as lines of text.
    func lines(_ desk: DeskOptions) -> [String] {
        var lines = [desk.say("方案“\(plan.name)”，\(plan.day)施行", "Plan “\(plan.name)”, in effect on \(plan.day)")]
        for (index, result) in steps.enumerated() {
            let what = "\(index + 1). \(desk.say(result.step.action.title)) \(result.step.action.subject)"
            if let problem = result.problem {
                lines.append(
                    "  ✗ \(what) (\(desk.say("第\(result.step.line)行", "line \(result.step.line)"))): \(desk.say(problem.wording))"
                )
            } else {
                lines.append(
                    "  ✓ \(what) (\(desk.say("变动\(result.changes.count)项", "\(result.changes.count) changes")))")
            }
        }
        if let refusal { lines.append("  ✗ \(desk.say(refusal.wording(in: before)))") }
        lines.append("")
        var table = Table([desk.say("指标", "measure"), desk.say("数值", "value")], rightAligned: [1])
        let values = measuresOfAllWaves
        for measure in PlanMeasure.allCases { table.add([desk.say(measure.name), "\(values[measure] ?? 0)"]) }
        lines += table.lines
        let moves = Movements(of: changes, in: before)
        lines.append("")
        lines.append(desk.say("去向：", "Where everything went:"))
        func name(_ holder: Holder) -> String {
            holder.name.map(desk.say) ?? holder.institution.map(name) ?? ""
        }
        func name(_ id: Institution.ID) -> String {
            (after.institutions[id] ?? before.institutions[id])?.profile.name ?? ""
        }
        for flow in moves.balances.prefix(60) {
            lines.append(
                "  \(desk.say(flow.commodity.name)) \(flow.count)\(desk.colon)\(name(flow.from)) → \(name(flow.to))")
        }
        for exchange in moves.exchanges {
            lines.append(
                "  \(name(exchange.holder))\(desk.colon)\(desk.say(exchange.give.name)) \(exchange.count) ⇄ \(desk.say(exchange.take.name))"
            )
        }
        for passage in moves.people.prefix(60) {
            lines.append(
                desk.say(
                    "  人员 \(passage.count) 名：\(name(passage.from)) → \(name(passage.to))",
                    "  \(passage.count) people: \(name(passage.from)) → \(name(passage.to))"))
        }
        for departure in moves.departures {
            let goal = departure.to.map(name) ?? desk.say("下编", "off the establishment")
            lines.append(
                desk.say(
                    "  人员 \(departure.count) 名：\(name(departure.from)) → \(goal)（下编）",
                    "  \(departure.count) people: \(name(departure.from)) → \(goal) (off the establishment)"))
        }
        for duty in moves.duties.prefix(60) {
            lines.append(
                desk.say("  职责“\(duty.text)”：", "  duty “\(duty.text)”: ") + "\(name(duty.from)) → "
                    + (duty.to.map(name) ?? desk.say("取消", "dropped")))
        }
        let comparison = diagnosisAfter.compared(with: diagnosisBefore)
        for (title, findings) in [
            (desk.say("消除的问题", "Findings resolved"), comparison.resolved),
            (desk.say("新增的问题", "Findings arisen"), comparison.arisen),
        ] where !findings.isEmpty {
            lines.append("")
            lines.append("\(title)\(desk.colon)\(findings.count)")
            for finding in findings.prefix(15) { lines.append("  [\(finding.check)] \(desk.say(finding.evidence))") }
            if findings.count > 15 { lines.append("  …") }
        }
        lines += laterWaves(desk)
        lines.append("")
        lines += digests(desk)
        return lines
    }

    /// The outcome as JSON.
    func json(_ desk: DeskOptions) -> JSON {
        let comparison = diagnosisAfter.compared(with: diagnosisBefore)
        return [
            "plan": .string(plan.name), "day": .string(plan.day.description), "applies": .boolean(applies),
            "digest": .string(after.digest.description), "footprint": .string(footprintDigest.description),
            "waves": .array(later.map { $0.waveJSON(desk) }),
            "reserved": .array(reserved.map { $0.json(desk, in: after) }),
            "refusal": JSON(refusal?.code),
            "steps": .array(
                steps.map {
                    [
                        "line": .integer($0.step.line), "what": .string(desk.say($0.step.action.title)),
                        "subject": .string($0.step.action.subject), "changes": .integer($0.changes.count),
                        "problem": JSON($0.problem?.code), "why": JSON($0.problem.map { desk.say($0.wording) }),
                    ]
                }),
            "measures": .object(
                Dictionary(measuresOfAllWaves.map { ($0.key.rawValue, JSON.integer($0.value)) }) { first, _ in first }),
            "movements": movements(desk),
            "resolved": .array(comparison.resolved.map { $0.json(in: before, desk.lang) }),
            "arisen": .array(comparison.arisen.map { $0.json(in: after, desk.lang) }),
        ]
    }
}

extension Outcome {
    /// Where everything went, as JSON.
    private func movements(_ desk: DeskOptions) -> JSON {
        let moves = Movements(of: changes, in: before)
        func name(_ id: Institution.ID) -> String {
            (after.institutions[id] ?? before.institutions[id])?.profile.name ?? ""
        }
        func name(_ holder: Holder) -> String { holder.name.map(desk.say) ?? holder.institution.map(name) ?? "" }
        return [
            "balances": .array(
                moves.balances.map {
                    [
                        "what": .string(desk.say($0.commodity.name)), "count": .integer($0.count),
                        "from": .string(name($0.from)), "to": .string(name($0.to)),
                    ]
                }),
            "people": .array(
                moves.people.map {
                    ["count": .integer($0.count), "from": .string(name($0.from)), "to": .string(name($0.to))]
                }),
            "departures": .array(
                moves.departures.map {
                    ["count": .integer($0.count), "from": .string(name($0.from)), "to": JSON($0.to.map(name))]
                }),
            "duties": .array(
                moves.duties.map {
                    ["text": .string($0.text), "from": .string(name($0.from)), "to": JSON($0.to.map(name))]
                }),
        ]
    }
}

extension Action {
    /// The verb of the step.
    var title: Wording {
        switch self {
        case .merge: Wording(zh: "合并入", en: "merge into")
        case .abolish: Wording(zh: "撤销", en: "abolish")
        case .establish: Wording(zh: "设立", en: "establish")
        case .rename: Wording(zh: "更名", en: "rename")
        case .amend: Wording(zh: "调整", en: "change")
        case .fund: Wording(zh: "调整经费", en: "fund")
        case .moveHeads: Wording(zh: "划转编制", en: "move heads")
        case .cut: Wording(zh: "核减", en: "cut")
        case .setPosts: Wording(zh: "核定职数", en: "set posts")
        case .moveDuties: Wording(zh: "划转、划出职责", en: "move duties")
        case .transfer: Wording(zh: "转隶", en: "transfer")
        case .place: Wording(zh: "安置", en: "place")
        }
    }
}
