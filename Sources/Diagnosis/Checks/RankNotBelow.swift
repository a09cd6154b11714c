import Basics
import Registry

extension Check {
    /// Rank not below the supervisor's (规格不低于主管部门): a public institution that ranks with its supervisor or
    /// above it. Organs and townships answer to bodies of their own rank by design, so they are left out.
    package static let rankNotBelow: Check = Check(
        code: "rank-not-below",
        title: Wording(zh: "规格不低于主管部门", en: "Rank not below the supervisor's"),
        rule: Wording(
            zh: "事业单位的规格等于或高于其主管部门；高于的为警示；任一方规格未知或未定级的不作判断。",
            en: "A public institution ranks with its supervisor, or above it, which is a warning; a rank that is "
                + "unknown or not given says nothing."),
        severity: .notice
    ) { register, scope, _ in
        scope.institutions.compactMap { body in
            guard body.isActive, body.profile.type == .publicInstitution, let rank = body.profile.rank,
                rank != .ungraded, let supervisor = body.profile.supervisor.flatMap({ register.institutions[$0] }),
                let above = supervisor.profile.rank, above != .ungraded, rank >= above
            else { return nil }
            return rankNotBelow.finding(
                [.institution(body.id)], severity: rank > above ? .warning : .notice,
                related: [.institution(supervisor.id)],
                evidence: Wording(
                    zh: "“\(body.profile.name)”为\(rank.name.zh)，主管部门“\(supervisor.profile.name)”为\(above.name.zh)。",
                    en: "\(body.profile.name) is of \(rank.name.en), its supervisor \(supervisor.profile.name) of "
                        + "\(above.name.en)."),
                origins: [body.origin, supervisor.origin],
                mending: Wording(
                    zh: "核对规格的批准文件；无依据的按程序核低，或调整隶属关系。",
                    en: "Look the rank up in its document; without one, lower it, or change the supervisor."))
        }
    }
}
