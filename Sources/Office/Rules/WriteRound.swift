import Basics
import Norms
import Reform
import Registry

/// The re-approval round (重新核定) as a plan in YAML: one step (核定方案) with a row for each body whose leader or mid-level
/// posts become others, with the clause it goes by. Deciding the plan is the one Act of the round; nothing else carries it
/// out.
///
/// What the rules leave open and nobody settled is not in it.
/// - Parameter absorbed: the day by which leaders beyond the new posts are absorbed (消化期限).
package func planText(of round: Round, named name: String, absorbed: Day, in register: Register) -> String {
    var lines = [
        "# 由重新核定生成，可以修改。每一行的说明是依据；多出的领导在消化期限内消化。",
        "# Made by a re-approval round; change it as you like. Each note is the ground of its row.",
        "方案: \(quoted(name))", "施行: \(round.day)", "步骤:",
    ]
    let changes = round.changes(in: register)
    if !changes.isEmpty { lines.append("  - \(Verb.approve.name.zh):") }
    for change in changes {
        lines.append("      - 机构: \(quoted(change.name))")
        for (word, _, new) in change.figures { lines.append("        \(word): \(new)") }
        if change.isOver { lines.append("        消化期限: \(absorbed)") }
        lines.append("        说明: \(quoted(change.ground.zh))")
    }
    return lines.joined(separator: "\n") + "\n"
}

/// What a plan calls the posts of each role.
private let postWords: [(LeaderRole, String)] = [
    (.chief, "正职"), (.deputy, "副职"), (.party, "党组织"), (.internalChief, "内设正职"), (.internalDeputy, "内设副职"),
]

/// What a round changes at one body.
package struct RoundChange: Sendable {
    /// The body.
    package let body: Institution.ID
    /// Its name.
    package let name: String
    /// The figures that become others: the plan's word, as approved, as it is to be.
    package let figures: [(word: String, old: Int, new: Int)]
    /// Whether more leaders are in place than the new posts: they are absorbed by a day.
    package let isOver: Bool
    /// What the rules say, or what the clerk decided and why.
    package let ground: Wording
}

extension Round {
    /// What it changes, body by body; a body whose posts are unknown, or that stays as it is, is left out.
    package func changes(in register: Register) -> [RoundChange] {
        var seen: Set<Institution.ID> = []
        return rows.compactMap { row in
            guard seen.insert(row.body).inserted, !register.ledger.isUnknown(.posts, of: row.body) else { return nil }
            let targets = targets(of: row.body, in: register)
            var figures: [(word: String, old: Int, new: Int)] = []
            var isOver = false
            for (role, word) in postWords {
                let old = register.approvedPosts(role, of: row.body)
                guard let target = targets.posts(of: role), target != old else { continue }
                figures.append((word, old, target))
                if register.presence(of: row.body).leading(role) > target { isOver = true }
            }
            guard !figures.isEmpty else { return nil }
            return RoundChange(
                body: row.body, name: row.name, figures: figures, isOver: isOver, ground: ground(of: row.body))
        }
    }

    private func ground(of body: Institution.ID) -> Wording {
        let parts = rows(of: body).filter { $0.target != nil }.map { row -> Wording in
            if let settled = row.settlement {
                return Wording(
                    zh: "\(row.item.name.zh)酌定\(settled.number)名：\(settled.reason)",
                    en: "\(row.item.name.en) settled at \(settled.number): \(settled.reason)")
            }
            let ruling = row.verdict.ruling?.wording ?? Wording(zh: "", en: "")
            return Wording(
                zh: "\(row.item.name.zh)\(row.verdict.opinion.zh)，依据\(ruling.zh)",
                en: "\(row.item.name.en): \(row.verdict.opinion.en) by \(ruling.en)")
        }
        return Wording(
            zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
    }
}
