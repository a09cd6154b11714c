import Basics
import Diagnosis
import Norms
import Reform
import Registry

extension PlanPaper {
    /// Findings gone, new, with other numbers, and those about the bodies touched that are there still.
    var findings: ReportPaper.Part {
        let comparison = assessment.comparison
        let changed = Set(comparison.changed.map(\.after.key))
        let groups: [(Wording, [Finding])] = [
            (Wording(zh: "新增", en: "new"), comparison.arisen),
            (Wording(zh: "消除", en: "resolved"), comparison.resolved),
            (Wording(zh: "有变化", en: "changed"), comparison.changed.map(\.after)),
            (Wording(zh: "仍在", en: "left"), assessment.left.filter { !changed.contains($0.key) }),
        ]
        let counts = groups.map { Wording(zh: "\($0.0.zh)\($0.1.count)个", en: "\($0.1.count) \($0.0.en)") }
        return ReportPaper.Part(
            ReportTable(
                id: "findings", title: Wording(zh: "问题变化", en: "Findings"),
                columns: [
                    Wording(zh: "变化", en: "Change"), Wording(zh: "程度", en: "Severity"), Wording(zh: "检查", en: "Check"),
                    Wording(zh: "依据", en: "Evidence"),
                ],
                rows: groups.flatMap { state, findings in
                    findings.map { finding in
                        [
                            .text(state), .text(finding.severity.name),
                            .text(Check.named(finding.check)?.title ?? Wording(zh: finding.check, en: finding.check)),
                            .text(finding.evidence),
                        ]
                    }
                }),
            lead: [
                Wording(
                    zh: counts.map(\.zh).joined(separator: "，") + "；仍在的只列所涉机构的问题。",
                    en: counts.map(\.en).joined(separator: ", ") + "; of those left, the ones about bodies touched.")
            ])
    }

    /// How the bodies touched and planned stand to the office's rules before and after.
    var rules: ReportPaper.Part {
        let title = Wording(zh: "规则符合情况", en: "Rules met or broken")
        let columns = [
            Wording(zh: "机构", en: "Body"), Wording(zh: "项目", en: "Item"), Wording(zh: "结论", en: "Conclusion"),
            Wording(zh: "前", en: "Before"), Wording(zh: "后", en: "After"), Wording(zh: "条款", en: "Clause"),
        ]
        guard let changes = assessment.rules else {
            return ReportPaper.Part(
                ReportTable(id: "rules", title: title, columns: columns, rows: []),
                lead: [
                    Wording(
                        zh: "施行之日没有采用任何规则包，无法判断（用 sanding norms adopt 采用）。",
                        en: "No rule pack is adopted on the plan's day, so this can't be told (sanding norms adopt).")
                ])
        }
        let order = RuleChange.Effect.allCases
        let counts = order.map { effect in (effect, changes.count { $0.effect == effect }) }.filter { $0.1 > 0 }
        let shown = order.filter { $0 != .kept }.flatMap { effect in changes.filter { $0.effect == effect } }
        return ReportPaper.Part(
            ReportTable(id: "rules", title: title, columns: columns, rows: shown.map(row)),
            lead: [
                counts.isEmpty
                    ? Wording(zh: "所涉机构没有适用的规则。", en: "No rule is for the bodies touched.")
                    : Wording(
                        zh: counts.map { "\($0.0.name.zh)\($0.1)项" }.joined(separator: "，") + "；符合的不逐项列出。",
                        en: counts.map { "\($0.1) \($0.0.name.en)" }.joined(separator: ", ")
                            + "; those kept are not listed.")
            ])
    }

    private func row(_ change: RuleChange) -> [ReportTable.Cell] {
        func said(_ verdict: Verdict?) -> ReportTable.Cell {
            guard let verdict else { return .none }
            let standing = verdict.standing.wording(of: verdict.item)
            let now = verdict.figures.approved.map { verdict.item.amount(NumberRange($0)) }
            let opinion = verdict.outcome.wording(of: verdict.item)
            return .text(
                Wording(
                    zh: [now.map { "现\($0.zh)" }, "规则：\(opinion.zh)", standing.zh].compactMap { $0 }
                        .joined(separator: "，"),
                    en: [now.map { "has \($0.en)" }, "rule: \(opinion.en)", standing.en].compactMap { $0 }
                        .joined(separator: ", ")))
        }
        let verdict = change.verdict
        return [
            .name(name(change.body)), .text(verdict?.item.name.capitalised ?? Wording(zh: "", en: "")),
            .text(change.effect.name), said(change.before), said(change.after),
            verdict?.ruling.map { .text($0.wording) } ?? .none,
        ]
    }
}
