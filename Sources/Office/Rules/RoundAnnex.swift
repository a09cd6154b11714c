import Basics
import Norms
import Papers
import Registry

/// The annex of a re-approval round (重新核定附表) as a workbook: how many bodies stand how, each body with its verdict, and
/// what changes by the round.
package func roundAnnex(
    _ round: Round, absorbed: Day, in register: Register, language: Language
) -> [OutputSheet] {
    let annex = Annex(round: round, absorbed: absorbed, register: register, language: language)
    return [annex.summary, annex.verdicts, annex.changes]
}

private struct Annex {
    let round: Round
    let absorbed: Day
    let register: Register
    let language: Language

    func say(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en).said(in: language) }

    var summary: OutputSheet {
        let groups = Standing.Group.allCases
        let rows = round.items.map { item -> [OutputCell] in
            let counts = round.counts(of: item)
            return [.text(item.name.said(in: language))] + groups.map { .integer(counts[$0] ?? 0) }
                + [.integer(round.rows.count { $0.item == item && $0.settlement != nil })]
        }
        return OutputSheet(
            name: say("汇总", "Summary"), title: say("重新核定汇总（\(round.day)）", "Re-approval round of \(round.day)"),
            columns: [OutputColumn(say("项目", "Item"), width: 20)]
                + groups.map { OutputColumn($0.name.said(in: language), width: 12, kind: .integer) }
                + [OutputColumn(say("已酌定", "Settled"), width: 10, kind: .integer)],
            rows: rows,
            notes: round.rulebook.packs.map { pack in
                say("规则：\(pack.name)（\(pack.certainty.name.zh)）", "Rules: \(pack.name) (\(pack.certainty.name.en))")
            })
    }

    var verdicts: OutputSheet {
        let rows = round.rows.map { row -> [OutputCell] in
            let body = register.institutions[row.body]
            let supervisor = body?.profile.supervisor.flatMap { register.institutions[$0]?.profile.name }
            let verdict = row.verdict
            return [
                .text(row.name), .text(supervisor ?? ""), .text(body?.profile.rank?.name.said(in: language) ?? ""),
                cell(register.approvedHeads(of: row.body)), .text(row.item.name.said(in: language)),
                .text(verdict.opinion.said(in: language)), cell(verdict.figures.approved),
                cell(verdict.figures.inPlace), .text(row.group.name.said(in: language)),
                .text(verdict.standing.wording(of: row.item).said(in: language)), cell(row.target),
                .text(row.settlement?.reason ?? ""), .text(verdict.basis?.said(in: language) ?? ""),
                .text(
                    verdict.nearestChanges.map { $0.wording(of: row.item).said(in: language) }.joined(separator: "；")),
            ]
        }
        return OutputSheet(
            name: say("逐个核定", "Verdicts"), title: say("逐个核定意见", "Verdict for each body"),
            columns: [
                OutputColumn(say("机构", "Body"), width: 36), OutputColumn(say("主管部门", "Supervisor"), width: 24),
                OutputColumn(say("规格", "Rank"), width: 10),
                OutputColumn(say("编制数", "Heads"), width: 8, kind: .integer),
                OutputColumn(say("项目", "Item"), width: 12),
                OutputColumn(say("核定意见", "Allowed"), width: 30, kind: .wrapped),
                OutputColumn(say("现核定", "Approved"), width: 8, kind: .integer),
                OutputColumn(say("现实配", "In place"), width: 8, kind: .integer),
                OutputColumn(say("分组", "Group"), width: 12), OutputColumn(say("比较", "Standing"), width: 12),
                OutputColumn(say("拟核定", "To be"), width: 8, kind: .integer),
                OutputColumn(say("酌定理由", "Reason settled"), width: 30, kind: .wrapped),
                OutputColumn(say("依据", "Clause"), width: 60, kind: .wrapped),
                OutputColumn(say("邻近变化", "What would change it"), width: 40, kind: .wrapped),
            ],
            rows: rows)
    }

    var changes: OutputSheet {
        let rows = round.changes(in: register).flatMap { change in
            change.figures.map { figure -> [OutputCell] in
                [
                    .text(change.name), .text(figure.word), .integer(figure.old), .integer(figure.new),
                    .integer(figure.new - figure.old), change.isOver ? .day(absorbed) : .empty,
                    .text(change.ground.said(in: language)),
                ]
            }
        }
        return OutputSheet(
            name: say("职数变动", "Changes"), title: say("拟变动的领导职数", "Leader posts that change"),
            columns: [
                OutputColumn(say("机构", "Body"), width: 36), OutputColumn(say("职数", "Posts"), width: 10),
                OutputColumn(say("现核定", "Approved"), width: 8, kind: .integer),
                OutputColumn(say("拟核定", "To be"), width: 8, kind: .integer),
                OutputColumn(say("增减", "Change"), width: 8, kind: .integer),
                OutputColumn(say("消化期限", "Absorbed by"), width: 14, kind: .day),
                OutputColumn(say("依据", "Ground"), width: 70, kind: .wrapped),
            ],
            rows: rows)
    }

    private func cell(_ number: Int?) -> OutputCell { number.map { .integer($0) } ?? .empty }
}
