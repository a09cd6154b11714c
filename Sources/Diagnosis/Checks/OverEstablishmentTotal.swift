import Basics
import Registry

extension Check {
    /// Over establishment in total (总量超编): more people than approved heads of all kinds.
    package static let overEstablishmentTotal: Check = Check(
        code: "over-establishment-total",
        title: Wording(zh: "总量超编", en: "Over establishment in total"),
        rule: Wording(
            zh: "各类编制实有人数合计超过核定总数；核定数未知的不作判断。",
            en: "More people hold heads of any kind than are approved in all; unknown figures say nothing."),
        clause: Wording(
            zh: "《地方各级人民政府机构设置和编制管理条例》（国务院令第486号）第六条、第二十六条第（四）项",
            en: "State Council Order 486, Articles 6 and 26(4)"),
        severity: .warning
    ) { register, scope, _ in
        scope.institutions.compactMap { body in
            let occupied = register.presence(of: body.id).occupied
            guard body.isActive, let own = register.approvedHeads(of: body.id) else { return nil }
            let approved = own + register.loans(to: body.id).reduce(0) { $0 + $1.count }
            guard occupied > approved else { return nil }
            return overEstablishmentTotal.finding(
                [.institution(body.id)],
                measures: .excess(occupied: occupied, approved: approved),
                evidence: Wording(
                    zh: "“\(body.profile.name)”编制合计" + .excess(occupied: occupied, approved: approved),
                    en: "\(body.profile.name), all kinds: \(occupied) in place, \(approved) approved, "
                        + "\(occupied - approved) over."),
                origins: [body.origin],
                mending: Wording(
                    zh: "超编部分只出不进，逐步消化，或随职责调整划入编制。",
                    en: "Let nobody in until the excess is gone, or bring heads in with duties."))
        }
    }
}
