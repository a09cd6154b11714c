import Basics
import Reform
import Registry

extension PlanPaper {
    /// The bodies of which something is another: trees of each supervisor before and after, and the table.
    var bodies: ReportPaper.Part {
        let trees = trees
        let shown = trees.prefix(Self.drawnTrees)
        var lead: [Wording] = []
        if assessment.bodies.isEmpty { lead.append(Wording(zh: "机构没有变化。", en: "No body changes.")) }
        if trees.count > shown.count {
            lead.append(
                Wording(
                    zh: "图中为\(shown.count)个主管部门，其余\(trees.count - shown.count)个见表。",
                    en: "\(shown.count) supervisors are drawn; \(trees.count - shown.count) more stand in the table."))
        }
        return ReportPaper.Part(
            ReportTable(
                id: "bodies", title: Wording(zh: "机构变化", en: "Bodies before and after"),
                columns: [
                    Wording(zh: "机构", en: "Body"), Wording(zh: "变化", en: "What becomes of it"),
                    Wording(zh: "主管部门", en: "Supervisor"), Wording(zh: "核定（前）", en: "Approved before"),
                    Wording(zh: "核定（后）", en: "Approved after"), Wording(zh: "实有（前）", en: "In place before"),
                    Wording(zh: "实有（后）", en: "In place after"), Wording(zh: "职数（前）", en: "Posts before"),
                    Wording(zh: "职数（后）", en: "Posts after"), Wording(zh: "说明", en: "Note"),
                ],
                rows: sortedBodies.map(row)), lead: lead, pictures: shown.map { .tree($0) })
    }

    private static let drawnTrees = 40

    // By supervisor, those that end first, as they stand in the trees.
    private var sortedBodies: [BodyChange] {
        assessment.bodies.map { (supervisorName($0), $0) }.sorted {
            ($0.0, $0.1.name, $0.1.id) < ($1.0, $1.1.name, $1.1.id)
        }.map(\.1)
    }

    private func supervisorName(_ change: BodyChange) -> String {
        ((change.after ?? change.before)?.profile.supervisor).map(name) ?? ""
    }

    private func row(_ change: BodyChange) -> [ReportTable.Cell] {
        func pair(
            _ part: (BodyChange.Snapshot) -> Int?
        ) -> [ReportTable.Cell] {
            [change.before, change.after].map { $0.map { .told(part($0)) } ?? .none }
        }
        let fates = change.fates.map(\.name)
        return [
            .name(change.name),
            .text(
                Wording(
                    zh: fates.map(\.zh).joined(separator: "、"), en: fates.map(\.en).joined(separator: ", "))),
            .name(supervisorName(change)),
        ] + pair(\.approved) + pair(\.occupied) + pair(\.posts) + [note(of: change).map { .text($0) } ?? .none]
    }

    /// Where it went or came from, its former name, and what else changed.
    private func note(of change: BodyChange) -> Wording? {
        var zh: [String] = []
        var en: [String] = []
        if !change.successors.isEmpty {
            let names = change.successors.map(name)
            zh.append("由\(names.joined(separator: "、"))承接")
            en.append("taken over by \(names.joined(separator: ", "))")
        }
        if let before = change.before, let after = change.after {
            if before.profile.name != after.profile.name {
                zh.append("原名\(before.profile.name)")
                en.append("formerly \(before.profile.name)")
            }
            if before.profile.supervisor != after.profile.supervisor {
                let old = before.profile.supervisor.map(name)
                zh.append("原主管部门：\(old ?? "无")")
                en.append("former supervisor: \(old ?? "none")")
            }
            for difference in attributes(before.profile, after.profile) {
                zh.append(difference.zh)
                en.append(difference.en)
            }
            if before.duties != after.duties {
                zh.append("职责\(before.duties)条→\(after.duties)条")
                en.append("duties \(before.duties) → \(after.duties)")
            }
            if before.parts != after.parts {
                let gone = before.parts.filter { !after.parts.contains($0) }
                let new = after.parts.filter { !before.parts.contains($0) }
                if !new.isEmpty {
                    zh.append("增牌子、内设机构：\(new.joined(separator: "、"))")
                    en.append("new plates and units: \(new.joined(separator: ", "))")
                }
                if !gone.isEmpty {
                    zh.append("减牌子、内设机构：\(gone.joined(separator: "、"))")
                    en.append("plates and units gone: \(gone.joined(separator: ", "))")
                }
            }
        }
        return zh.isEmpty ? nil : Wording(zh: zh.joined(separator: "；"), en: en.joined(separator: "; "))
    }

    private func attributes(_ before: Profile, _ after: Profile) -> [Wording] {
        func pair(_ zh: String, _ en: String, _ old: Wording?, _ new: Wording?) -> Wording? {
            guard old != new else { return nil }
            let none = Wording(zh: "未定", en: "none")
            return Wording(
                zh: "\(zh)\((old ?? none).zh)→\((new ?? none).zh)",
                en: "\(en) \((old ?? none).en) → \((new ?? none).en)")
        }
        return [
            pair("机构类型", "type", before.type.name, after.type.name),
            pair("规格", "rank", before.rank?.name, after.rank?.name),
            pair("分类", "class", before.category?.name, after.category?.name),
            pair("经费形式", "funding", before.funding?.name, after.funding?.name),
        ].compactMap { $0 }
    }
}

extension PlanPaper {
    /// A tree for each supervisor of whose bodies something changes, by name.
    var trees: [TreeChart] {
        var groups: [Institution.ID?: [BodyChange]] = [:]
        for change in assessment.bodies {
            let ends = [change.before, change.after].compactMap { $0 }.map(\.profile.supervisor)
            for supervisor in Set(ends) { groups[supervisor, default: []].append(change) }
        }
        let named = groups.map { (name: $0.key.map(name) ?? "", id: $0.key, changes: $0.value) }
        return named.sorted { ($0.name, $0.id.map { "\($0)" } ?? "") < ($1.name, $1.id.map { "\($0)" } ?? "") }
            .enumerated().map { tree($1.id, named: $1.name, $1.changes, number: $0 + 1) }
    }

    private func tree(
        _ supervisor: Institution.ID?, named title: String, _ changes: [BodyChange], number: Int
    ) -> TreeChart {
        let before = changes.filter { $0.before.map { $0.profile.supervisor == supervisor } ?? false }
        let after = changes.filter { $0.after.map { $0.profile.supervisor == supervisor } ?? false }
        var becomes: [String: [String]] = [:]
        for change in before {
            becomes["\(change.id)"] = (change.after == nil ? change.successors : [change.id]).map { "\($0)" }
        }
        let all = supervisor.map { outcome.after.dependents(of: $0).count } ?? after.count
        return TreeChart(
            id: "tree-\(number)",
            title: title.isEmpty ? Wording(zh: "（无主管部门）", en: "(no supervisor)") : Wording(zh: title, en: title),
            before: before.map { leaf(before: $0, under: supervisor) },
            after: after.map { leaf(after: $0, under: supervisor) }, becomes: becomes,
            unchanged: max(0, all - after.count))
    }

    private func leaf(before change: BodyChange, under supervisor: Institution.ID?) -> TreeChart.Leaf {
        let isGone = change.after == nil
        let leaves = !isGone && change.after?.profile.supervisor != supervisor
        let goal = change.after?.profile.supervisor.map(name) ?? ""
        return TreeChart.Leaf(
            key: "\(change.id)", name: change.before?.profile.name ?? "",
            mark: isGone
                ? BodyChange.Fate.ended.name : leaves ? Wording(zh: "划归\(goal)", en: "to \(goal)") : nil,
            figure: heads(change.before?.approved), look: isGone ? .ended : .plain)
    }

    private func leaf(after change: BodyChange, under supervisor: Institution.ID?) -> TreeChart.Leaf {
        let old = change.before
        let arrives = old.map { $0.profile.supervisor != supervisor } ?? false
        let origin = old?.profile.supervisor.map(name) ?? ""
        let mark: Wording? =
            old == nil
            ? BodyChange.Fate.began.name
            : arrives
                ? Wording(zh: "来自\(origin)", en: "from \(origin)")
                : old?.profile.name != change.after?.profile.name ? BodyChange.Fate.renamed.name : nil
        let now = change.after?.approved
        var figure = heads(now)
        if let was = old?.approved, let now, was != now {
            let by = now > was ? "+\(now - was)" : "\(now - was)"
            figure = Wording(zh: "核定 \(was) → \(now)（\(by)）", en: "\(was) → \(now) heads (\(by))")
        }
        return TreeChart.Leaf(
            key: "\(change.id)", name: change.name, mark: mark, figure: figure, look: old == nil ? .began : .plain)
    }

    private func heads(_ count: Int?) -> Wording {
        count.map { Wording(zh: "核定 \($0)", en: "\($0) heads") } ?? Wording(zh: "核定未知", en: "heads unknown")
    }
}
