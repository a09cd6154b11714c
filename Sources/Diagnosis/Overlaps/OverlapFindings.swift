import Basics
import Overlap
import Registry

extension Check {
    /// Duty overlap (职责交叉): statements of two bodies that are likely to be one matter. They are found by comparing all
    /// texts at once.
    package static let dutyOverlap: Check = Check(
        code: "duty-overlap",
        title: Wording(zh: "职责交叉", en: "Duty overlap"),
        rule: Wording(
            zh: "两个单位的职责条文很可能是同一事项；在不同乡镇、学校、医疗机构各做各的不算，由人确认是同一事项还是不同事项。",
            en:
                "The duties of two bodies are likely to be one matter. The same work in different townships, schools or "
                + "clinics is none; a person says whether it is one matter or not."),
        clause: Wording(
            zh: "《地方各级人民政府机构设置和编制管理条例》（国务院令第486号）第十条",
            en: "State Council Order 486, Article 10"),
        severity: .notice, way: .comparingDuties)
}

extension DutyComparison {
    /// The likely pairs as findings, which keep their order by likeness.
    package func findings(in register: Register, different: Set<DutyPair> = []) -> [Finding] {
        pairs(in: register, different: different).compactMap {
            Finding(overlapOf: $0.duties, in: register, because: $0.overlap)
        }
    }
}

extension Finding {
    /// A pair of duties as a finding; nil where the register has one of them no longer.
    /// - Parameter overlap: why they are likely to be one matter; nil for a pair that is listed no longer.
    package init?(overlapOf pair: DutyPair, in register: Register, because overlap: OverlapPair? = nil) {
        guard let one = register.duties[pair.first], let other = register.duties[pair.second],
            let left = register.institutions[one.holder], let right = register.institutions[other.holder]
        else { return nil }
        let why = overlap?.why ?? Wording(zh: "已不在列。", en: "It is listed no longer.")
        self = Check.dutyOverlap.finding(
            [.duty(one.id), .duty(other.id)],
            related: [.institution(left.id), .institution(right.id)],
            measures: [Measure(.likeness, overlap?.score ?? 0)],
            evidence: Wording(
                zh: "“\(left.profile.name)”：\(one.text)；“\(right.profile.name)”：\(other.text)。\(why.zh)",
                en: "\(left.profile.name): \(one.text); \(right.profile.name): \(other.text). \(why.en)"),
            texts: [one.text, other.text], origins: [one.origin, other.origin],
            mending: Wording(
                zh: "是同一事项的，明确一个牵头单位，其余配合或划转职责；不是的，记为不同事项，不再提示。",
                en:
                    "If it is one matter, name who leads and who assists, or move a duty; if not, say that they differ, "
                    + "and it is not asked again."))
    }
}

extension Finding {
    /// The pair of duties it is about, where it is an overlap.
    package var duties: DutyPair? {
        guard check == Check.dutyOverlap.code, subjects.count == 2, case .duty(let one) = subjects[0],
            case .duty(let other) = subjects[1]
        else { return nil }
        return DutyPair(one, other)
    }
}

extension DutyPair {
    /// The pair that a finding of that key is about, as the key's text says; nil where it is about something else.
    package init?(keyOfFinding text: String) {
        let parts = text.split(separator: "/")
        guard parts.count == 3, parts[0] == Check.dutyOverlap.code, parts[1].hasPrefix("duty:"),
            parts[2].hasPrefix("duty:"), let one = DutyStatement.ID(parts[1].dropFirst(5)),
            let other = DutyStatement.ID(parts[2].dropFirst(5))
        else { return nil }
        self.init(one, other)
    }
}
