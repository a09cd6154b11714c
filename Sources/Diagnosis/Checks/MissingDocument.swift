import Basics
import Registry

extension Check {
    /// No founding document (无批准文件).
    package static let missingDocument: Check = Check(
        code: "missing-document",
        title: Wording(zh: "缺批准文件", en: "No founding document"),
        rule: Wording(
            zh: "台账中没有该单位设立的批准文号。", en: "The register has no document that set the body up."),
        clause: Wording(
            zh: "《地方各级人民政府机构设置和编制管理条例》（国务院令第486号）第六条",
            en: "State Council Order 486, Article 6"),
        severity: .notice
    ) { _, scope, _ in
        scope.institutions.compactMap { body in
            guard body.isActive, body.profile.type.holdsAccounts,
                body.profile.founding?.document?.allSatisfy(\.isWhitespace) ?? true
            else { return nil }
            return missingDocument.finding(
                [.institution(body.id)],
                evidence: Wording(
                    zh: "“\(body.profile.name)”没有设立的批准文号。",
                    en: "\(body.profile.name) has no document that set it up."),
                origins: [body.origin],
                mending: Wording(zh: "查档补填，或补办批复。", en: "Look it up in the files, or obtain an approval."))
        }
    }
}
