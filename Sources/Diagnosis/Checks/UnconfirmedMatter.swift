import Basics
import Registry

extension Check {
    /// Unconfirmed matter (事项待确认): a required matter that one body's duties seem to hold, and nobody has confirmed it.
    package static let unconfirmedMatter: Check = Check(
        code: "unconfirmed-matter",
        title: Wording(zh: "事项承担单位待确认", en: "Holder of a matter to be confirmed"),
        rule: Wording(
            zh: "清单事项尚未确认由谁承担，按文字比对只有一个单位的职责与之相符。",
            en: "Nobody has confirmed who holds a required matter; by their words the duties of one body do."),
        severity: .notice
    ) { register, scope, _ in
        scope.matters.compactMap { matter in
            let likely = scope.likelyHolders(of: matter, in: register)
            guard likely.count == 1, let duty = likely.first, let body = register.institutions[duty.holder] else {
                return nil
            }
            return unconfirmedMatter.finding(
                [.matter(matter.id)], related: [.institution(body.id), .duty(duty.id)],
                evidence: Wording(
                    zh: "《\(matter.catalogue)》所列事项“\(matter.name)”，应由“\(body.profile.name)”承担：\(duty.text)。",
                    en:
                        "\"\(matter.name)\" (\(matter.catalogue)) seems to be held by \(body.profile.name): \(duty.text)."
                ),
                texts: [duty.text], origins: [matter.origin, duty.origin],
                mending: Wording(zh: "核实后确认其牵头。", en: "Check it and confirm that it leads."))
        }
    }
}

extension Scope {
    /// The statements likely to hold a matter that nobody is confirmed to hold, one a body, the likeliest first.
    func likelyHolders(of matter: Matter, in register: Register) -> [DutyStatement] {
        guard matter.parts.isEmpty else { return [] }
        var bodies: Set<Institution.ID> = []
        return (facts.likelyHolders[matter.id] ?? []).compactMap { register.duties[$0] }.filter {
            bodies.insert($0.holder).inserted
        }
    }
}
