import Basics
import Reform
import Registry

extension PlanPaper {
    /// What the plan costs or saves in a year; without rates a sentence that says so.
    var budget: ReportPaper.Part {
        let title = Wording(zh: "年经费影响", en: "Cost to the budget")
        let columns = [
            Wording(zh: "类别", en: "Kind"), Wording(zh: "口径", en: "Of"), Wording(zh: "人数（前）", en: "Number before"),
            Wording(zh: "人数（后）", en: "Number after"), Wording(zh: "标准（元/年）", en: "Yuan a year for one"),
            Wording(zh: "经费（前）", en: "Cost before"), Wording(zh: "经费（后）", en: "Cost after"),
            Wording(zh: "增减", en: "Change"), Wording(zh: "标准依据", en: "Rate by"),
        ]
        guard let budget = assessment.budget else {
            return ReportPaper.Part(
                ReportTable(id: "budget", title: title, columns: columns, rows: []),
                lead: [
                    Wording(
                        zh: "没有给出经费标准，无法判断（用 --rates 指定）。", en: "No rates are given, so this can't be told (--rates).")
                ])
        }
        func rows(_ part: KeyPath<BudgetEffect.Line, BudgetEffect.Count>, _ of: Wording) -> [[ReportTable.Cell]] {
            budget.lines.compactMap { line in
                let count = line[keyPath: part]
                guard count.before + count.after + count.unknownBefore + count.unknownAfter > 0 else { return nil }
                return [
                    .text(line.kind.name.capitalised), .text(of), number(count.before, count.unknownBefore),
                    number(count.after, count.unknownAfter), .told(line.rate?.yuan),
                    .told(line.yuan(count.wholeBefore)), .told(line.yuan(count.wholeAfter)),
                    .told(line.yuan(count.change)), line.rate?.document.map { .name($0) } ?? .none,
                ]
            }
        }
        let approved = Wording(zh: "核定", en: "approved")
        let occupied = Wording(zh: "实有", en: "in place")
        return ReportPaper.Part(
            ReportTable(
                id: "budget", title: title, columns: columns,
                rows: rows(\.approved, approved) + rows(\.occupied, occupied), notes: notes(of: budget)),
            lead: [
                Wording(
                    zh: "所涉机构一年经费：核定编制\(change(budget.approvedChange).zh)，实有人员\(change(budget.occupiedChange).zh)。",
                    en: "A year of the bodies touched: approved heads \(change(budget.approvedChange).en), "
                        + "people in place \(change(budget.occupiedChange).en).")
            ])
    }

    private func number(_ count: Int, _ unknown: Int) -> ReportTable.Cell {
        unknown == 0 ? .number(count) : .atLeast(count)
    }

    private func change(_ yuan: Int?) -> Wording {
        guard let yuan else { return .cannotTell }
        if yuan == 0 { return Wording(zh: "不变", en: "unchanged") }
        let amount = Int(yuan.magnitude).grouped
        return yuan > 0
            ? Wording(zh: "增加\(amount)元", en: "\(amount) yuan more")
            : Wording(zh: "减少\(amount)元", en: "\(amount) yuan less")
    }

    private func notes(of budget: BudgetEffect) -> [Wording] {
        var notes = [
            Wording(
                zh: "统筹池、周转池中的编制未使用，不计经费。标准按施行之日（\(outcome.plan.day)）取用。",
                en: "Heads in the pools are not in use and cost nothing. Rates are those of the plan's day, "
                    + "\(outcome.plan.day).")
        ]
        let missing = budget.kindsWithoutRate
        if !missing.isEmpty {
            notes.append(
                Wording(
                    zh: "没有标准：\(missing.map(\.name.zh).joined(separator: "、"))，合计无法判断。",
                    en: "Without a rate: \(missing.map(\.name.en).joined(separator: ", ")); the sum can't be told."))
        }
        let unknown = budget.lines.map { max($0.approved.unknownBefore, $0.approved.unknownAfter) }.max() ?? 0
        if unknown > 0 {
            notes.append(
                Wording(
                    zh: "有\(unknown)个机构核定数未知，只计已知部分（≥）。",
                    en: "The approved numbers of \(unknown) bodies are unknown; only what is known is counted (≥)."))
        }
        return notes
    }

    /// The people touched, by group; only counted.
    var groups: ReportPaper.Part {
        let people = assessment.people
        return ReportPaper.Part(
            ReportTable(
                id: "groups", title: Wording(zh: "涉及人员", en: "People touched"),
                columns: [
                    Wording(zh: "人群", en: "Group"), Wording(zh: "人数", en: "People"),
                    Wording(zh: "无法判断", en: "Can't be told"), Wording(zh: "说明", en: "Note"),
                ],
                rows: people.groups.map { members in
                    [
                        .text(members.group.name.capitalised),
                        members.unknown == people.touched.count && members.unknown > 0
                            ? .unknown : .number(members.people.count), .number(members.unknown),
                        note(on: members.group).map { .text($0) } ?? .none,
                    ]
                }),
            lead: [
                Wording(
                    zh: "共涉及\(people.touched.count)名；同一人可在几类之中。",
                    en: "\(people.touched.count) people in all; one may be in several groups.")
            ])
    }

    private func note(on group: PeopleGroup) -> Wording? {
        switch group {
        case .nearRetirement:
            guard let near = assessment.nearRetirement else { return nil }
            return Wording(
                zh: "自施行之日起\(near)个月内到法定退休年龄，或已到龄",
                en: "reach the age of retirement within \(near) months of the plan's day, or have reached it")
        case .onLeave:
            return assessment.people[.onLeave].unknown > 0
                ? Wording(
                    zh: "台账不记载休假情况，可用 --leave 给出名单", en: "the register doesn't keep leave; give a list with --leave")
                : Wording(zh: "按本单位名单，施行之日在休", en: "on the plan's day, by the office's list")
        case .postLost:
            return Wording(
                zh: "不再担任原领导职务，须由组织部门安排", en: "no longer in the post they had; for the Organisation Department")
        case .disputed: return Wording(zh: "身份问题解决前不能转隶", en: "can't be moved until that is settled")
        case .moved, .left, .workingElsewhere: return nil
        }
    }
}
