import Basics
import Registry

extension Check {
    /// Small bodies with one kind of work (同类小机构): under whichever supervisors. The kind of work is told from the
    /// names, so the finding asks to compare duties and does not say that they are the same.
    package static let likeSmallBodies: Check = Check(
        code: "like-small-bodies",
        title: Wording(zh: "同类小机构", en: "Small bodies of one kind"),
        rule: Wording(
            zh: "名称去掉区域和“中心、站、所”等后业务相同的规模过小事业单位达到规定个数（默认3个，含本数），不论主管部门。",
            en: "As many small public institutions as the threshold (3) or more have, but for region and form word, "
                + "the same name, under whichever supervisors."),
        severity: .notice
    ) { register, scope, thresholds in
        guard !scope.institutions.isEmpty else { return [] }
        let works = scope.works(of: register, thresholds)
        return scope.institutions.compactMap { body in
            guard let work = works.work(of: body.id) else { return nil }
            let ids = works.bodies(with: work)
            guard ids.count >= max(2, thresholds.likeBodies) else { return nil }
            let alike = ids.compactMap { register.institutions[$0] }.sorted { $0.comesBefore($1) }
            // They are found once, at the first of them.
            guard alike.first?.id == body.id else { return nil }
            let approved = alike.reduce(0) { $0 + (register.approvedHeads(of: $1.id) ?? 0) }
            let names = alike.map(\.profile.name)
            return likeSmallBodies.finding(
                [.institution(body.id)],
                related: alike.dropFirst().map { .institution($0.id) },
                measures: [
                    Measure(.bodies, alike.count), Measure(.approved, approved),
                    Measure(.threshold, thresholds.likeBodies),
                ],
                evidence: Wording(
                    zh: "\(alike.count)个规模过小的单位业务同为“\(work)”，核定编制合计\(approved)名："
                        + "\(names.joined(separator: "、"))。",
                    en: "\(alike.count) small bodies do \(work), \(approved) approved together: "
                        + "\(names.joined(separator: ", "))."),
                origins: alike.map(\.origin),
                mending: Wording(
                    zh: "比对职责；相同的归并为一个，或按片区统筹设置。",
                    en: "Compare their duties; where they are the same, merge the bodies or have one for several areas."
                ),
                step: .merge(alike.map(\.id)))
        }
    }
}
