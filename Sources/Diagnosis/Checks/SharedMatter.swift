import Basics
import Registry

extension Check {
    /// Shared matter (一事多头): a matter that several bodies have a part in on the same ground and that none of them
    /// leads, or that several lead.
    package static let sharedMatter: Check = Check(
        code: "shared-matter",
        title: Wording(zh: "一事多头", en: "Matter with several heads"),
        rule: Wording(
            zh: "同一事项在同一区域由两个以上单位承担而无单位牵头，或由两个以上单位牵头。",
            en: "Two bodies or more have a part in one matter on the same ground and none leads, or several lead."),
        clause: Wording(
            zh: "《地方各级人民政府机构设置和编制管理条例》（国务院令第486号）第十条",
            en: "State Council Order 486, Article 10"),
        severity: .warning
    ) { register, scope, _ in
        scope.matters.compactMap { matter in
            let leads = matter.parts.filter { $0.role == .lead }
            let rivals = leads.filter { lead in
                leads.contains { $0.statement != lead.statement && $0.area.meets(lead.area) }
            }
            // Two leads are refused everywhere, so where they stand all the same the register itself is broken.
            if !rivals.isEmpty { return sharedMatter.finding(matter, rivals, areLeads: true, in: register) }
            let unled = matter.parts.filter { part in !leads.contains { $0.area.meets(part.area) } }
            let holders = Dictionary(
                unled.map { ($0.statement, register.duties[$0.statement]?.holder) }, uniquingKeysWith: { $1 })
            let shared = unled.filter { part in
                unled.contains { $0.area.meets(part.area) && holders[$0.statement] != holders[part.statement] }
            }
            if !shared.isEmpty { return sharedMatter.finding(matter, shared, areLeads: false, in: register) }
            let likely = scope.likelyHolders(of: matter, in: register)
            guard likely.count > 1 else { return nil }
            let parts = likely.map { Matter.Part(statement: $0.id, role: .execute, area: .everywhere) }
            return sharedMatter.finding(matter, parts, areLeads: false, in: register)
        }
    }

    private func finding(
        _ matter: Matter, _ parts: [Matter.Part], areLeads: Bool, in register: Register
    ) -> Finding {
        var bodies: [Institution.ID] = []
        let statements = parts.compactMap { register.duties[$0.statement] }
        for holder in statements.map(\.holder) where !bodies.contains(holder) { bodies.append(holder) }
        let names = bodies.map { register.institutions[$0]?.profile.name ?? $0.description }
        let those = (zh: "“\(names.joined(separator: "”“"))”", en: names.joined(separator: ", "))
        return finding(
            [.matter(matter.id)], severity: areLeads ? .blocking : .warning,
            related: bodies.map { .institution($0) } + statements.map { .duty($0.id) },
            measures: [Measure(.bodies, bodies.count)],
            evidence: Wording(
                zh: "《\(matter.catalogue)》所列事项“\(matter.name)”由\(those.zh)"
                    + (areLeads ? "同时牵头。" : "分头承担，无单位牵头。"),
                en: "\"\(matter.name)\" (\(matter.catalogue)) is "
                    + (areLeads ? "led by \(those.en) at once." : "shared by \(those.en), and none leads it.")),
            texts: statements.map(\.text), origins: [matter.origin] + statements.map(\.origin),
            mending: Wording(
                zh: "由有关单位协商明确一个牵头单位，其余改为配合；协商不一致的，由编办提出协调意见报批。",
                en: "Let the bodies agree which one leads and the others assist; failing that, the office proposes and "
                    + "the government decides."))
    }
}
