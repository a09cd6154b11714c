import Basics
import Diagnosis
import Papers
import Registry

/// The diagnosis as a workbook: one sheet that counts, one sheet with every finding and its source cells.
package func diagnosisReport(_ findings: [Finding], in register: Register, language: Language) -> [OutputSheet] {
    func say(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en).said(in: language) }
    let counts = Check.all.compactMap { check -> [OutputCell]? in
        let found = findings.filter { $0.check == check.code }
        guard let first = found.first else { return nil }
        return [
            .text(check.title.said(in: language)), .text(first.severity.name.said(in: language)),
            .integer(found.count), .text(check.rule.said(in: language)), .text(check.code),
        ]
    }
    let rows = findings.map { finding -> [OutputCell] in
        [
            .text(Check.named(finding.check)?.title.said(in: language) ?? finding.check),
            .text(finding.severity.name.said(in: language)),
            .text(finding.subjects.compactMap { $0.name(in: register) }.joined(separator: "、")),
            .text(finding.evidence.said(in: language)),
            .text(finding.origins.map(\.description).joined(separator: " ")),
            .text(finding.mending?.said(in: language) ?? ""), .text(finding.check),
        ]
    }
    return [
        OutputSheet(
            name: say("汇总", "Summary"), title: say("机构编制诊断汇总", "Diagnosis of the register: summary"),
            columns: [
                OutputColumn(say("检查", "Check"), width: 28), OutputColumn(say("程度", "Severity"), width: 10),
                OutputColumn(say("数量", "Count"), width: 8, kind: .integer),
                OutputColumn(say("规则", "Rule"), width: 60, kind: .wrapped), OutputColumn(say("代码", "Code"), width: 26),
            ],
            rows: counts),
        OutputSheet(
            name: say("问题", "Findings"), title: say("机构编制诊断明细", "Diagnosis of the register: findings"),
            columns: [
                OutputColumn(say("检查", "Check"), width: 24), OutputColumn(say("程度", "Severity"), width: 10),
                OutputColumn(say("对象", "Subject"), width: 40, kind: .wrapped),
                OutputColumn(say("依据", "Evidence"), width: 60, kind: .wrapped),
                OutputColumn(say("来源", "Source"), width: 22, kind: .wrapped),
                OutputColumn(say("整改", "Mending"), width: 40, kind: .wrapped),
                OutputColumn(say("代码", "Code"), width: 24),
            ],
            rows: rows),
    ]
}

extension Subject {
    /// The name of a body or matter; people have none here.
    fileprivate func name(in register: Register) -> String? {
        switch self {
        case .institution(let id): register.institutions[id]?.profile.name
        case .matter(let id): register.matters[id]?.name
        case .commodity(let commodity): commodity.name.zh
        case .person: nil
        }
    }
}
