import Basics
import Reform
import Registry

extension PlanPaper {
    /// The steps of all waves; of one that does not apply the reason and the way out.
    var steps: ReportPaper.Part {
        let waves = assessment.outcome.waves
        let inWaves = waves.count > 1
        let columns =
            [Wording(zh: "序号", en: "No.")] + (inWaves ? [Wording(zh: "波次", en: "Wave")] : []) + [
                Wording(zh: "行", en: "Line"), Wording(zh: "动作", en: "Verb"), Wording(zh: "对象", en: "Subject"),
                Wording(zh: "结果", en: "Result"), Wording(zh: "变动", en: "Changes"),
                Wording(zh: "不能执行的原因和办法", en: "Why not, and what to do"),
            ]
        let steps = waves.flatMap { wave in wave.steps.map { (wave.wave + 1, $0) } }
        let rows = steps.enumerated().map { index, step -> [ReportTable.Cell] in
            let (wave, result) = step
            return [.number(index + 1)] + (inWaves ? [.number(wave)] : []) + [
                .number(result.step.line), .text(result.step.action.title), .name(result.step.action.subject),
                .text(Self.said(of: result)), .number(result.changes.count),
                result.problem.map { .text($0.wording) } ?? .none,
            ]
        }
        return ReportPaper.Part(
            ReportTable(id: "steps", title: Wording(zh: "步骤", en: "Steps"), columns: columns, rows: rows),
            lead: inWaves ? waves.map(lead) : [])
    }

    private static func said(of result: Outcome.StepResult) -> Wording {
        result.problem == nil
            ? Wording(zh: "✓ 可执行", en: "✓\u{A0}applies") : Wording(zh: "✗ 不能执行", en: "✗\u{A0}does not apply")
    }

    private func lead(of wave: Outcome) -> Wording {
        let conditions = outcome.plan.waves[wave.wave].conditions.map(\.wording)
        let later = wave.wave > 0
        let zh = conditions.isEmpty ? "" : "，条件：" + conditions.map(\.zh).joined(separator: "、")
        let en = conditions.isEmpty ? "" : ", when: " + conditions.map(\.en).joined(separator: ", ")
        return Wording(
            zh: "第\(wave.wave + 1)波\(wave.day)施行\(later ? "（到时再展开）" : "")\(zh)。",
            en: "Wave \(wave.wave + 1) on \(wave.day)\(later ? " (expanded again on its day)" : "")\(en).")
    }

    /// What is put aside for later waves; no part of a plan of one wave.
    var reserved: ReportPaper.Part? {
        let rows = assessment.outcome.reserved.map { one -> [ReportTable.Cell] in
            [
                .text(name(one.account.holder)), .text(one.account.commodity.name), .number(one.count),
                .name(one.lastDay.description),
            ]
        }
        guard !rows.isEmpty else { return nil }
        return ReportPaper.Part(
            ReportTable(
                id: "reserved", title: Wording(zh: "为以后各波预留", en: "Put aside for later waves"),
                columns: [
                    Wording(zh: "持有者", en: "Holder"), Wording(zh: "类别", en: "Kind"), Wording(zh: "数量", en: "Count"),
                    Wording(zh: "预留至", en: "Until"),
                ], rows: rows))
    }
}
