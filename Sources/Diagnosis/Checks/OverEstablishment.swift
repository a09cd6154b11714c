import Basics
import Registry

extension Check {
    /// Over establishment by kind (超编): more people than approved heads of the kind.
    package static let overEstablishment: Check = Check(
        code: "over-establishment",
        title: Wording(zh: "分类超编", en: "Over establishment by kind"),
        rule: Wording(
            zh: "某类编制实有人数超过核定数；核定数未知的不作判断。",
            en: "More people hold heads of a kind than are approved; unknown figures say nothing."),
        clause: Wording(
            zh: "《地方各级人民政府机构设置和编制管理条例》（国务院令第486号）第六条、第二十六条第（四）项",
            en: "State Council Order 486, Articles 6 and 26(4)"),
        severity: .warning
    ) { register, scope, _ in
        scope.institutions.flatMap { body -> [Finding] in
            guard body.isActive else { return [] }
            let presence = register.presence(of: body.id)
            return presence.occupiedKinds.compactMap { kind in
                let occupied = presence.occupied(kind)
                // Who stands on a head lent out of the turnover pool is not over until it has to come back.
                guard let own = register.approvedHeads(of: body.id, kind) else { return nil }
                let approved = own + register.lentHeads(kind, to: body.id)
                guard occupied > approved else { return nil }
                return overEstablishment.finding(
                    [.institution(body.id)], aspect: .kind(kind),
                    measures: .excess(occupied: occupied, approved: approved),
                    evidence: Wording(
                        zh: "“\(body.profile.name)”\(kind.name.zh)" + .excess(occupied: occupied, approved: approved),
                        en: "\(body.profile.name), \(kind.name.en): \(occupied) in place, \(approved) approved, "
                            + "\(occupied - approved) over."),
                    origins: [body.origin],
                    mending: Wording(
                        zh: "超编部分只出不进，逐步消化；或按程序调剂编制、调整编制类别。",
                        en: "Let nobody in until the excess is gone, or move heads in by a decision of their own."),
                    step: body.exchange(for: kind, occupied - approved, in: register))
            }
        }
    }
}

extension Institution {
    /// The exchange of vacant heads for heads of a kind that lacks some, where just one other kind has enough of them.
    /// Only the kinds of public institutions stand for one another: they differ by who pays, and are of one use.
    fileprivate func exchange(for kind: EstablishmentKind, _ count: Int, in register: Register) -> Mending? {
        let kinds = Funding.allCases.map(EstablishmentKind.init(funding:))
        guard profile.type == .publicInstitution, kinds.contains(kind) else { return nil }
        let presence = register.presence(of: id)
        let spare = kinds.filter { (register.approvedHeads(of: id, $0) ?? 0) - presence.occupied($0) >= count }
        guard spare.count == 1, let give = spare.first else { return nil }
        return .exchange(id, count: count, give: give, take: kind)
    }
}

extension [Measure] {
    /// The three numbers of an excess.
    static func excess(occupied: Int, approved: Int) -> [Measure] {
        [Measure(.occupied, occupied), Measure(.approved, approved), Measure(.excess, occupied - approved)]
    }
}

extension String {
    /// 实有23名，核定22名，超1名。
    static func excess(occupied: Int, approved: Int) -> String {
        "实有\(occupied)名，核定\(approved)名，超\(occupied - approved)名。"
    }
}
