import Basics
import Registry

extension Check {
    /// Scattered bodies (小散弱之“散”): several small public institutions under one supervisor.
    package static let scatteredBodies: Check = Check(
        code: "scattered-bodies",
        title: Wording(zh: "设置分散", en: "Scattered bodies"),
        rule: Wording(
            zh: "同一主管部门下规模过小的事业单位达到规定个数（默认3个，含本数）。",
            en: "One supervisor has as many small public institutions as the threshold (3) or more."),
        severity: .notice
    ) { register, scope, thresholds in
        scope.institutions.compactMap { supervisor in
            let small = register.dependents(of: supervisor.id).compactMap { register.institutions[$0] }
                .compactMap { body in
                    body.approvedIfSmall(in: register, thresholds).map { (body: body, approved: $0) }
                }
                .sorted { $0.body.comesBefore($1.body) }
            guard supervisor.isActive, small.count >= max(1, thresholds.scatteredBodies) else { return nil }
            let approved = small.reduce(0) { $0 + $1.approved }
            let names = small.map(\.body.profile.name)
            let limits = Set(small.map { thresholds.smallBody(of: $0.body, in: register) }).sorted().map(String.init)
            return scatteredBodies.finding(
                [.institution(supervisor.id)],
                related: small.map { .institution($0.body.id) },
                measures: [
                    Measure(.bodies, small.count), Measure(.approved, approved),
                    Measure(.threshold, thresholds.scatteredBodies),
                ],
                evidence: Wording(
                    zh: "“\(supervisor.profile.name)”下有\(small.count)个单位核定编制不超过\(limits.joined(separator: "、"))名，"
                        + "合计\(approved)名：\(names.joined(separator: "、"))。",
                    en: "\(supervisor.profile.name) has \(small.count) bodies with no more than "
                        + "\(limits.joined(separator: ", ")) approved, \(approved) together: \(names.joined(separator: ", "))."
                ),
                origins: [supervisor.origin] + small.map(\.body.origin),
                mending: Wording(zh: "将这些单位归并为一个。", en: "Merge these bodies into one."),
                step: .merge(small.map(\.body.id)))
        }
    }
}

extension Institution {
    /// Whether it stands before another in the office's table; those that stand in none come last.
    func comesBefore(_ other: Institution) -> Bool {
        (origin?.row ?? .max, id) < (other.origin?.row ?? .max, other.id)
    }
}
