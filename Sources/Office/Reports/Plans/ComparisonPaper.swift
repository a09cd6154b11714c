import Basics
import Reform
import Registry

/// Plans side by side, as a report for the commission (方案比选报告).
package struct ComparisonPaper: Sendable {
    let assessments: [Assessment]
    let steps: StepComparison
    let weighing: Weighing?
    let heading: ReportHeading

    /// A report of plans, in the order in which they were given.
    package init(
        _ assessments: [Assessment], steps: StepComparison, weighing: Weighing?, heading: ReportHeading
    ) {
        self.assessments = assessments
        self.steps = steps
        self.weighing = weighing
        self.heading = heading
    }

    /// The report in parts.
    package var paper: ReportPaper {
        ReportPaper(
            title: Wording(zh: "方案比选", en: "Plans compared"), heading: heading, summary: summary,
            parts: [ranking, contributions, measures, differences, problems].compactMap { $0 },
            closing: [
                Wording(
                    zh: "报告中不出现姓名和身份证号：人员只计数。",
                    en: "No names and no identity numbers of people stand in this report: people are only counted.")
            ]
                + zip(names, assessments).map { name, assessment in
                    Wording(
                        zh: "\(name)推演后台账摘要 \(assessment.outcome.after.digest)",
                        en: "Digest of the register after \(name): \(assessment.outcome.after.digest)")
                })
    }

    /// What the plans are called here: with a letter, since two may bear one name.
    private var names: [String] {
        zip("ABCDEF", assessments).map { "\($0) \($1.outcome.plan.name)" }
    }

    private var columns: [Wording] { names.map { Wording(zh: $0, en: $0) } }

    private var summary: [Wording] {
        var sentences = [
            Wording(
                zh: "比选\(assessments.count)个方案：\(names.joined(separator: "；"))。",
                en: "\(assessments.count) plans: \(names.joined(separator: "; ")).")
        ]
        if let weighing {
            let first = zip(names, weighing.plans).filter { $0.1.rank == 1 }.map(\.0)
            sentences.append(
                first.count == 1
                    ? Wording(zh: "按所给权重，\(first[0])得分最高。", en: "By the weights given, \(first[0]) scores highest.")
                    : Wording(
                        zh: "按所给权重，\(first.joined(separator: "、"))得分相同，并列第一。",
                        en:
                            "By the weights given, \(first.joined(separator: ", ")) score the same and share the first place."
                    ))
        }
        let unfit = zip(names, assessments).filter { !$0.1.outcome.applies }.map(\.0)
        if !unfit.isEmpty {
            sentences.append(
                Wording(
                    zh: "\(unfit.joined(separator: "、"))不能整体执行，现在不能决定。",
                    en: "\(unfit.joined(separator: ", ")) can't be decided as it stands."))
        }
        return sentences
    }

    private var ranking: ReportPaper.Part? {
        guard let weighing else { return nil }
        return ReportPaper.Part(
            ReportTable(
                id: "ranking", title: Wording(zh: "综合得分", en: "Ranking"),
                columns: [
                    Wording(zh: "名次", en: "Place"), Wording(zh: "方案", en: "Plan"), Wording(zh: "得分", en: "Score"),
                    Wording(zh: "可否决定", en: "Can be decided"),
                ],
                rows: zip(zip(names, assessments), weighing.plans).sorted { $0.1.rank < $1.1.rank }.map { plan, score in
                    let isTied = weighing.plans.count { $0.rank == score.rank } > 1
                    let applies = plan.1.outcome.applies
                    return [
                        .text(
                            Wording(
                                zh: "\(score.rank)\(isTied ? "（并列）" : "")",
                                en: "\(score.rank)\(isTied ? " (tied)" : "")")),
                        .name(plan.0), .name(hundredths(score.total)),
                        .text(applies ? Wording(zh: "可", en: "yes") : Wording(zh: "否", en: "no")),
                    ]
                }),
            lead: [
                Wording(
                    zh: "每项指标在所比方案之间换算为百分：最好的100分，最差的0分，其余按比例，都相同的各100分；得分是按权重的加权平均。",
                    en:
                        "Each measure is put on a scale between the plans compared: the best has 100, the worst 0, the others "
                        + "in proportion, all have 100 where they are equal; the score is the mean by weight.")
            ])
    }

    private var contributions: ReportPaper.Part? {
        guard let weighing else { return nil }
        let rows = weighing.weights.enumerated().map { index, weight -> [ReportTable.Cell] in
            [.text(weight.measure.name.capitalised), .number(weight.weight), .text(direction(of: weight))]
                + zip(assessments, weighing.plans).map { assessment, score in
                    let value = assessment.value(of: weight.measure)?.grouped ?? ""
                    let text =
                        "\(value) → \(hundredths(score.points[index])) → \(hundredths(score.contributions[index]))"
                    return .name(text)
                }
        }
        return ReportPaper.Part(
            ReportTable(
                id: "contributions", title: Wording(zh: "各指标贡献", en: "What each measure contributes"),
                columns: [
                    Wording(zh: "指标", en: "Measure"), Wording(zh: "权重", en: "Weight"),
                    Wording(zh: "取向", en: "Better is"),
                ] + columns,
                rows: rows,
                total: [.text(.total.capitalised), .number(weighing.weights.reduce(0) { $0 + $1.weight }), .none]
                    + weighing.plans.map { .name(hundredths($0.total)) },
                notes: weighing.leftOut.map { weight in
                    let unknown = zip(names, assessments).filter { $0.1.value(of: weight.measure) == nil }.map(\.0)
                    return Wording(
                        zh: "“\(weight.measure.name.zh)”（权重\(weight.weight)）在\(unknown.joined(separator: "、"))无法判断，"
                            + "各方案都不计此项。",
                        en: "“\(weight.measure.name.en)” (weight \(weight.weight)) can't be told of "
                            + "\(unknown.joined(separator: ", ")), so it counts for no plan.")
                }),
            lead: [
                Wording(
                    zh: "每格为：数值 → 换算分 → 对得分的贡献。",
                    en: "Each cell: value → points → what it contributes to the score.")
            ])
    }

    private func direction(of weight: MeasureWeight) -> Wording {
        weight.moreIsBetter ? Wording(zh: "越多越好", en: "more") : Wording(zh: "越少越好", en: "less")
    }

    private var measures: ReportPaper.Part {
        let values = assessments.map(\.measures)
        let decidable = assessments.map { assessment -> ReportTable.Cell in
            .text(assessment.outcome.applies ? Wording(zh: "可", en: "yes") : Wording(zh: "否", en: "no"))
        }
        return ReportPaper.Part(
            ReportTable(
                id: "measures", title: Wording(zh: "比选指标", en: "Measures"),
                columns: [Wording(zh: "指标", en: "Measure")] + columns,
                rows: PlanMeasure.allCases.map { measure in
                    [.text(measure.name.capitalised)] + values.map { .told($0[measure]) }
                },
                total: [.text(Wording(zh: "可否决定", en: "Can be decided"))] + decidable))
    }

    private var differences: ReportPaper.Part {
        ReportPaper.Part(
            ReportTable(
                id: "differences", title: Wording(zh: "逐步差异", en: "What differs, step by step"),
                columns: [Wording(zh: "对象", en: "Subject"), Wording(zh: "动作", en: "Verb")] + columns,
                rows: steps.differences.map { difference in
                    [.name(difference.subject), .text(difference.verb)]
                        + difference.said.map { $0.isEmpty ? .none : .name($0.joined(separator: "\n")) }
                }),
            lead: [
                Wording(
                    zh: "各方案相同的\(steps.alike)项，不同的\(steps.differences.count)项；“—”表示该方案没有这一步。",
                    en:
                        "\(steps.alike) alike in all plans, \(steps.differences.count) not; “—” where a plan has no such step."
                )
            ])
    }

    private var problems: ReportPaper.Part? {
        let rows = zip(names, assessments).flatMap { name, assessment in
            assessment.whole.steps.compactMap { step -> [ReportTable.Cell]? in
                guard let problem = step.problem else { return nil }
                return [
                    .name(name), .number(step.step.line), .text(step.step.action.title),
                    .name(step.step.action.subject), .text(problem.wording),
                ]
            }
        }
        guard !rows.isEmpty else { return nil }
        return ReportPaper.Part(
            ReportTable(
                id: "problems", title: Wording(zh: "不能执行的步骤", en: "Steps that do not apply"),
                columns: [
                    Wording(zh: "方案", en: "Plan"), Wording(zh: "行", en: "Line"), Wording(zh: "动作", en: "Verb"),
                    Wording(zh: "对象", en: "Subject"), Wording(zh: "原因和办法", en: "Why, and what to do"),
                ], rows: rows))
    }

    /// Hundredths with two decimals: 73.40.
    private func hundredths(_ number: Int) -> String {
        let rest = number % 100
        return "\(number / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
