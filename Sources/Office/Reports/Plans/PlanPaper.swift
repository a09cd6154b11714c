import Basics
import Diagnosis
import Reform
import Registry

/// What would come of a plan, as a report to read (方案推演报告).
package struct PlanPaper: Sendable {
    let assessment: Assessment
    let heading: ReportHeading

    // All waves of the plan.
    var outcome: Outcome { assessment.whole }

    /// A report of an assessment.
    package init(_ assessment: Assessment, heading: ReportHeading) {
        self.assessment = assessment
        self.heading = heading
    }

    /// The report in parts.
    package var paper: ReportPaper {
        let name = outcome.plan.name
        return ReportPaper(
            title: Wording(zh: "方案推演：\(name)", en: "Plan: \(name)"), heading: heading, summary: summary,
            parts: [
                steps, reserved, measures, bodies, heads, posts, people, duties, signs, findings, rules, budget, groups,
            ].compactMap { $0 },
            closing: [
                Wording(
                    zh: "报告中不出现姓名和身份证号：人员只计数。",
                    en: "No names and no identity numbers of people stand in this report: people are only counted."),
                Wording(
                    zh: "方案涉及范围摘要 \(assessment.outcome.footprintDigest)（决定时用于 --expecting）",
                    en: "Digest of the footprint, for --expecting: \(assessment.outcome.footprintDigest)"),
                Wording(
                    zh: "推演后台账摘要 \(assessment.outcome.after.digest)",
                    en: "Digest of the register after it: \(assessment.outcome.after.digest)"),
            ])
    }

    private var summary: [Wording] {
        let day = outcome.plan.day
        let count = assessment.outcome.waves.count
        let waves = count == 1 ? Wording(zh: "", en: "") : Wording(zh: "，分\(count)波", en: ", in \(count) waves")
        let failed = outcome.steps.count { $0.problem != nil }
        var sentences = [
            Wording(
                zh: "\(day)施行，共\(outcome.steps.count)步\(waves.zh)，" + (failed == 0 ? "全部可以执行。" : "其中\(failed)步不能执行。"),
                en: "In effect on \(day)\(waves.en); \(outcome.steps.count) steps, "
                    + (failed == 0 ? "all of which apply." : "\(failed) of which do not apply."))
        ]
        if let refusal = outcome.refusal {
            let said = refusal.wording(in: outcome.before)
            sentences.append(Wording(zh: "合并各步后台账不予接受：\(said.zh)", en: "Together the register refuses: \(said.en)"))
        }
        func bodies(_ fate: BodyChange.Fate) -> Int { assessment.bodies.count { $0.fates.contains(fate) } }
        let released = assessment.value(of: .headsReleased) ?? 0
        sentences.append(
            Wording(
                zh: "撤并机构\(bodies(.ended))个，新设\(bodies(.began))个，更名\(bodies(.renamed))个，调整隶属\(bodies(.moved))个；"
                    + "转隶\(assessment.people[.moved].people.count)名，下编\(assessment.people[.left].people.count)名，"
                    + "收回编制\(released)名；消除问题\(assessment.comparison.resolved.count)个，"
                    + "新增\(assessment.comparison.arisen.count)个。",
                en: "\(bodies(.ended)) bodies end, \(bodies(.began)) begin, \(bodies(.renamed)) are renamed, "
                    + "\(bodies(.moved)) get another supervisor; \(assessment.people[.moved].people.count) people move, "
                    + "\(assessment.people[.left].people.count) leave the establishment, \(released) heads are released; "
                    + "\(assessment.comparison.resolved.count) findings resolved, "
                    + "\(assessment.comparison.arisen.count) arisen."))
        return sentences
    }

    private var measures: ReportPaper.Part {
        let values = assessment.measures
        return ReportPaper.Part(
            ReportTable(
                id: "measures", title: Wording(zh: "比选指标", en: "Measures"),
                columns: [Wording(zh: "指标", en: "Measure"), Wording(zh: "数值", en: "Value")],
                rows: PlanMeasure.allCases.map { [.text($0.name.capitalised), .told(values[$0])] }))
    }

    /// What a body is called after the plan, or before it where it ends.
    func name(_ id: Institution.ID) -> String {
        (outcome.after.institutions[id] ?? outcome.before.institutions[id])?.profile.name ?? ""
    }

    /// What a holder is called.
    func name(_ holder: Holder) -> Wording {
        let body = holder.institution.map(name) ?? ""
        return holder.name ?? Wording(zh: body, en: body)
    }
}
