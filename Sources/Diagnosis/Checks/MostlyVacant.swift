import Basics
import Registry

extension Check {
    /// Mostly vacant (长期空编): few of the approved heads are filled.
    package static let mostlyVacant: Check = Check(
        code: "mostly-vacant",
        title: Wording(zh: "空编过多", en: "Mostly vacant"),
        rule: Wording(
            zh: "核定编制达到规定名数（默认10名，含本数）而实有不足规定比例（默认50%，不含本数）；核定数未知的不作判断。",
            en: "As many approved heads as the threshold (10) or more and less than the share (50 %) of them filled; "
                + "unknown figures say nothing."),
        severity: .notice
    ) { register, scope, thresholds in
        scope.institutions.compactMap { body in
            guard body.isActive, let approved = register.approvedHeads(of: body.id), approved > 0,
                approved >= thresholds.vacantFrom
            else { return nil }
            let occupied = register.presence(of: body.id).occupied
            guard occupied * 100 < approved * thresholds.vacantShare else { return nil }
            return mostlyVacant.finding(
                [.institution(body.id)],
                measures: [
                    Measure(.approved, approved), Measure(.occupied, occupied), Measure(.vacant, approved - occupied),
                    Measure(.share, occupied * 100 / approved),
                ],
                evidence: Wording(
                    zh: "“\(body.profile.name)”核定\(approved)名，实有\(occupied)名，空编\(approved - occupied)名，"
                        + "到岗不足\(thresholds.vacantShare)%。",
                    en: "\(body.profile.name): \(approved) approved, \(occupied) in place, \(approved - occupied) "
                        + "vacant, less than \(thresholds.vacantShare) % filled."),
                origins: [body.origin],
                mending: Wording(
                    zh: "核减空编，收回统筹池。", en: "Reduce the vacant heads and bring them into the pool."),
                step: body.onlyKind(in: register).map { .cut(body.id, $0, to: occupied) })
        }
    }
}

extension Institution {
    /// The kind of all its heads, approved and filled; nil where there are several.
    fileprivate func onlyKind(in register: Register) -> EstablishmentKind? {
        let presence = register.presence(of: id)
        let kinds = EstablishmentKind.allCases.filter {
            (register.approvedHeads(of: id, $0) ?? 0) > 0 || presence.occupied($0) > 0
        }
        return kinds.count == 1 ? kinds.first : nil
    }
}
