import Basics
import Registry

extension Check {
    /// Small bodies (小散弱之“小”): public institutions with few approved heads. The number differs by place, so it is
    /// a threshold.
    package static let smallBody: Check = Check(
        code: "small-body",
        title: Wording(zh: "规模过小", en: "Small body"),
        rule: Wording(
            zh: "事业单位核定编制总数不超过规定名数（默认5名，含本数，可按级别分别规定）；核定数未知的不作判断。",
            en: "A public institution with no more approved heads than the threshold (5, included; a rank may have its "
                + "own); unknown figures say nothing."),
        severity: .notice
    ) { register, scope, thresholds in
        scope.institutions.compactMap { body in
            guard let approved = body.approvedIfSmall(in: register, thresholds) else { return nil }
            let limit = thresholds.smallBody(of: body, in: register)
            return smallBody.finding(
                [.institution(body.id)],
                measures: [
                    Measure(.approved, approved), Measure(.occupied, register.presence(of: body.id).occupied),
                    Measure(.threshold, limit),
                ],
                evidence: Wording(
                    zh: "“\(body.profile.name)”核定编制\(approved)名，不超过\(limit)名。",
                    en: "\(body.profile.name) has \(approved) approved, not more than \(limit)."),
                origins: [body.origin],
                mending: Wording(
                    zh: "并入同一主管部门下职能相近的单位，或撤销并明确职责、编制、人员去向。",
                    en: "Merge it into a like body of the same supervisor, or abolish it and say where duties, heads "
                        + "and people go."))
        }
    }
}

extension Institution {
    /// Its approved heads, if it is a living public institution that is small.
    func approvedIfSmall(in register: Register, _ thresholds: Thresholds) -> Int? {
        guard isActive, profile.type == .publicInstitution, let approved = register.approvedHeads(of: id),
            approved <= thresholds.smallBody(of: self, in: register)
        else { return nil }
        return approved
    }
}
