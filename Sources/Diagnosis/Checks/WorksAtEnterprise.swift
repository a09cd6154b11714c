import Basics
import Registry

extension Check {
    /// Working at an enterprise (在编在企业工作): a head paid by the public for work done in a company (事企不分).
    package static let worksAtEnterprise: Check = Check(
        code: "works-at-enterprise",
        title: Wording(zh: "在编人员在企业工作", en: "Works at an enterprise"),
        rule: Wording(
            zh: "占机关事业单位编制而实际在企业工作。",
            en: "Holds a head of a public body and works at an enterprise."),
        clause: Wording(
            zh: "《地方各级人民政府机构设置和编制管理条例》（国务院令第486号）第十五条、第二十六条第（三）项",
            en: "State Council Order 486, Articles 15 and 26(3)"),
        severity: .warning
    ) { register, scope, _ in
        scope.people.compactMap { person in
            guard let workplace = person.otherWorkplace(in: register), workplace.profile.type == .outside else {
                return nil
            }
            return worksAtEnterprise.finding(
                working: person, at: workplace, in: register,
                mending: Wording(
                    zh: "随养护、经营等职责一并划转企业，或清退回原单位，编制相应核减。",
                    en: "Move them into the enterprise with the duty they do, or bring them back, and adjust the "
                        + "heads."))
        }
    }
}
