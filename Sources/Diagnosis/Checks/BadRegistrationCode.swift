import Basics
import Registry

extension Check {
    /// Bad registration code (统一社会信用代码有误): the check character of GB 32100 does not fit.
    package static let badRegistrationCode: Check = Check(
        code: "bad-registration-code",
        title: Wording(zh: "统一社会信用代码有误", en: "Bad registration code"),
        rule: Wording(
            zh: "统一社会信用代码应为18位，字符和校验码正确；未填的不作判断。",
            en: "A unified social credit code has 18 characters of a fixed set, and the last checks the others. A "
                + "missing code says nothing."),
        clause: Wording(
            zh: "GB 32100—2015《法人和其他组织统一社会信用代码编码规则》",
            en: "GB 32100-2015"),
        severity: .warning
    ) { _, scope, _ in
        scope.institutions.compactMap { body in
            guard body.isActive, let code = body.profile.registrationCode,
                // Spaces around it are the table's, not the code's.
                creditCodeFault(code.filter { $0 != " " }) != nil
            else {
                return nil
            }
            return badRegistrationCode.finding(
                [.institution(body.id)],
                evidence: Wording(
                    zh: "“\(body.profile.name)”的代码“\(code)”校验不符。",
                    en: "The code \(code) of \(body.profile.name) does not check."),
                origins: [body.origin],
                mending: Wording(zh: "按登记证书更正。", en: "Correct it from the certificate."))
        }
    }
}
