import Basics
import Norms

/// What is wrong with a competence table that was read: rows never reached, kinds left open, numbers that can't be.
package func lint(_ table: CompetenceTable) -> [PackFault] {
    var faults: [PackFault] = []
    if table.rows.isEmpty {
        faults.append(
            PackFault(
                .emptyPack, at: table.positions.clauses, zh: "权限表没有条款，请至少写一条。",
                en: "the table has no row; write at least one."))
    }
    if let from = table.from, let until = table.until, until < from {
        faults.append(
            PackFault(
                .untilBeforeFrom, at: table.positions.until, zh: "失效日期（\(until)）早于施行日期（\(from)），请核对。",
                en: "it ends (\(until)) before it comes into force (\(from)); check."))
    }
    faults += quorumFaults(table) + rowFaults(table)
    return faults.sorted()
}

private func quorumFaults(_ table: CompetenceTable) -> [PackFault] {
    guard let quorum = table.quorum else {
        guard let row = table.rows.first(where: { $0.steps.contains(.meeting) }) else { return [] }
        return [
            PackFault(
                .noQuorum, at: row.position, zh: "有条款由编委会审议，但没有写“会议”的到会和赞成人数；只核对议题和纪要。",
                en: "a row is decided in a meeting, but nothing says how many must be present and in favour; "
                    + "only agenda and minutes are looked at.")
        ]
    }
    if let members = quorum.members, members < quorum.present || members < quorum.inFavour {
        return [
            PackFault(
                .badQuorum, at: quorum.position, zh: "成员只有\(members)名，到会、赞成人数不能超过，请核对。",
                en: "there are only \(members) members; no more can be present or in favour. Check.")
        ]
    }
    return []
}

private func rowFaults(_ table: CompetenceTable) -> [PackFault] {
    var faults: [PackFault] = []
    for kind in ChangeKind.allCases {
        let rows = table.rows.filter { $0.kinds.contains(kind) }
        let open = remainder(of: kind.domain, without: rows.map(\.scope))
        guard !rows.isEmpty else {
            faults.append(
                PackFault(
                    .uncoveredChange, at: table.positions.clauses,
                    zh: "没有条款规定“\(kind.name.zh)”由谁审批，办理时会被拒绝；请补写，或加一条“事项: 全部”。",
                    en: "no row says who decides “\(kind.name.en)”, so it would be refused; add one, or one for all."))
            continue
        }
        if let case_ = open?.first, let last = rows.last {
            faults.append(
                PackFault(
                    .uncoveredChange, at: last.position,
                    zh: "“\(kind.name.zh)”在这种情形下没有条款规定由谁审批：\(case_.wording.zh)。",
                    en: "no row says who decides “\(kind.name.en)” where: \(case_.wording.en)."))
        }
    }
    for (index, row) in table.rows.enumerated() where !row.kinds.isEmpty {
        let isReached = row.kinds.contains { kind in
            let earlier = table.rows[..<index].filter { $0.kinds.contains(kind) }
            let own = kind.domain.compactMap { $0.meeting(row.scope) }
            return remainder(of: own, without: earlier.map(\.scope))?.isEmpty != true
        }
        guard !isReached else { continue }
        faults.append(
            PackFault(
                .unreachable, at: row.position,
                zh: "“\(row.clause)”永远用不到：前面的条款已包括它的全部情形，或它的条件对这些事项不会成立；请调整顺序或条件。",
                en:
                    "“\(row.clause)” is never reached: earlier rows have all its cases, or its conditions never hold for "
                    + "these changes; change their order or conditions."))
    }
    return faults
}

/// What is left of cases when all rows took theirs; nil where the rows cut them into more pieces than are looked at, so
/// that nothing is said which isn't certain.
func remainder(of cases: [Scope], without rows: [Scope]) -> [Scope]? {
    var left = cases
    for row in rows {
        left = left.flatMap { $0.without(row) }
        if left.isEmpty { return [] }
        if left.count > 4096 { return nil }
    }
    return left
}
