import Basics
import Norms
import Registry

extension Check {
    /// Approved over the rule (超规定核定): more leader posts are approved than the rules the office goes by allow. Without
    /// adopted rules it says nothing.
    package static let approvedOverRule: Check = Check(
        code: "approved-over-rule",
        title: Wording(zh: "核定职数超规定", en: "Approved over the rule"),
        rule: Wording(
            zh: "核定的领导职数多于采用的规则包所许可的；无法判断、可以酌情的不在其内；没有采用规则包的不作判断。",
            en: "More leader posts are approved than the adopted rule packs allow. What can't be told or is left to "
                + "the office is not meant; without a pack nothing is said."),
        clause: Wording(
            zh: "见每个问题所引条款；《地方各级人民政府机构设置和编制管理条例》（国务院令第486号）第二十六条",
            en: "The clause each finding cites; State Council Order 486, Article 26"),
        severity: .warning
    ) { register, scope, thresholds in
        guard let rules = thresholds.rules else { return [] }
        let items = rules.items.filter { posts.contains($0) }
        guard !items.isEmpty else { return [] }
        return scope.institutions.flatMap { body -> [Finding] in
            guard body.isActive, body.profile.type.holdsAccounts else { return [] }
            return verdicts(on: items, for: body.id, in: register, by: rules).compactMap { finding($0, of: body) }
        }
    }

    private static let posts: Set<NormItem> = [.leaders, .chief, .deputy, .party, .midLevel]

    private static func finding(_ verdict: Verdict, of body: Institution) -> Finding? {
        guard case .over(let excess) = verdict.standing, let most = verdict.allowed?.high else { return nil }
        let said = verdict.wording
        return approvedOverRule.finding(
            [.institution(body.id)], aspect: .item(verdict.item),
            measures: [
                Measure(.approved, verdict.figures.approved ?? 0), Measure(.threshold, most), Measure(.excess, excess),
            ],
            evidence: Wording(
                zh: "“\(body.profile.name)”\(verdict.item.name.zh)：\(said.zh)。",
                en: "\(body.profile.name), \(verdict.item.name.en): \(said.en)."),
            origins: [body.origin],
            mending: Wording(
                zh: "在重新核定中核减\(excess)名，多出的人员定期消化。",
                en: "Cut \(excess) in a re-approval round, with a term for whoever is over."))
    }
}
