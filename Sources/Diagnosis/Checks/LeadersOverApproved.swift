import Basics
import Registry

extension Check {
    /// Leaders over approved posts (超职数配备): more leaders in place in a role than posts approved for it.
    package static let leadersOverApproved: Check = Check(
        code: "leaders-over-approved",
        title: Wording(zh: "超职数配备", en: "Leaders over approved posts"),
        rule: Wording(
            zh: "某类领导实配人数超过核定职数；核定职数未知的不作判断。",
            en: "More leaders are in place in a role than posts are approved; unknown figures say nothing."),
        clause: Wording(
            zh: "《地方各级人民政府机构设置和编制管理条例》（国务院令第486号）第六条、第二十六条第（五）项",
            en: "State Council Order 486, Articles 6 and 26(5)"),
        severity: .warning
    ) { register, scope, _ in
        scope.institutions.flatMap { body -> [Finding] in
            guard body.isActive, !register.ledger.isUnknown(.posts, of: body.id) else { return [] }
            let presence = register.presence(of: body.id)
            return LeaderRole.allCases.compactMap { role in
                let leading = presence.leading(role)
                guard leading > 0 else { return nil }
                let approved = register.approvedPosts(role, of: body.id)
                guard leading > approved else { return nil }
                return leadersOverApproved.finding(
                    [.institution(body.id)], aspect: .role(role),
                    measures: .excess(occupied: leading, approved: approved),
                    evidence: Wording(
                        zh: "“\(body.profile.name)”\(role.name.zh)实配\(leading)名，核定\(approved)名，"
                            + "超\(leading - approved)名。",
                        en: "\(body.profile.name), \(role.name.en): \(leading) in place, \(approved) approved, "
                            + "\(leading - approved) over."),
                    origins: [body.origin],
                    mending: Wording(
                        zh: "商组织部门免去或交流超配人员，消化前不再提任。",
                        en: "With the Organisation Department, move the leaders in excess; appoint none until then."))
            }
        }
    }
}
