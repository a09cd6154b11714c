import Diagnosis
import Registry

/// How a person answers questions about matters (事项确认): who leads, who carries out, where, and under which name. All
/// others assist.
package struct MatterAnswer: Sendable {
    /// What all the statements are about, where they belong to one matter that stands already.
    package var matter: Matter.ID?
    /// The name of a matter that is new; without one it bears the text of the statement that leads.
    package var name: String?
    /// The catalogue in which a new matter stands.
    package var catalogue: String
    /// Who leads: for each, the statements that may be meant, of which the first among those asked about counts.
    package var leads: [[DutyStatement.ID]]
    /// The statements of those who carry it out rather than assist.
    package var executing: Set<DutyStatement.ID>
    /// Where.
    package var area: Area

    /// An answer; unless said otherwise the matter is done everywhere and nobody but its lead is told apart.
    package init(
        matter: Matter.ID? = nil, name: String? = nil, catalogue: String, leads: [[DutyStatement.ID]] = [],
        executing: Set<DutyStatement.ID> = [], area: Area = .everywhere
    ) {
        self.matter = matter
        self.name = name
        self.catalogue = catalogue
        self.leads = leads
        self.executing = executing
        self.area = area
    }
}

/// What is confirmed of one matter by one answer.
struct Confirmation {
    /// The matter, where it stands already.
    var matter: Matter.ID?
    /// The statements that are about it, in the order asked.
    var statements: [DutyStatement.ID]
    /// The one that leads from now on; nil where that stays as it is.
    var lead: DutyStatement.ID?
}

extension MatterAnswer {
    /// The matters that the answer confirms: questions that share a statement or a matter are about one, as are all of
    /// them where the answer names it.
    func confirmations(of questions: [MatterQuestion], in register: Register) throws(OfficeFailure) -> [Confirmation] {
        var confirmations: [Confirmation] = []
        for question in questions {
            var joined = Confirmation(matter: matter ?? question.matter, statements: question.statements)
            if joined.matter == nil {
                // A statement that has a part in a matter already brings the others to it.
                let known = Set(question.statements.flatMap(register.matters(of:))).sorted()
                guard known.count < 2 else { throw .severalMatters(known, in: register) }
                joined.matter = known.first
            }
            let isSame = { (other: Confirmation) in
                matter != nil || (other.matter != nil && other.matter == joined.matter)
                    || !Set(other.statements).isDisjoint(with: joined.statements)
            }
            for other in confirmations where isSame(other) {
                guard joined.matter == nil || other.matter == nil || joined.matter == other.matter else {
                    throw .severalMatters([joined.matter, other.matter].compactMap { $0 }, in: register)
                }
                joined.matter = joined.matter ?? other.matter
                joined.statements = other.statements + joined.statements.filter { !other.statements.contains($0) }
            }
            confirmations.removeAll(where: isSame)
            confirmations.append(joined)
        }
        try require(confirmations, in: register)
        for place in confirmations.indices {
            confirmations[place].lead = try lead(of: confirmations[place], in: register)
        }
        return confirmations
    }

    /// Throws where a lead is named that leads nothing asked about, a statement stands alone, or a name would be given
    /// twice.
    private func require(_ confirmations: [Confirmation], in register: Register) throws(OfficeFailure) {
        let all = Set(confirmations.flatMap { $0.candidates(in: register) })
        for lead in leads where all.isDisjoint(with: lead) {
            let body = lead.first.flatMap { register.duties[$0] }.flatMap { register.institutions[$0.holder] }
            let name = body?.profile.name ?? "—"
            throw OfficeFailure(
                .input, "lead-not-among", zh: "“\(name)”不在所选职责的承担单位之中，不能牵头。",
                en: "“\(name)” holds none of the duties chosen and can't lead.")
        }
        let new = confirmations.filter { $0.matter == nil }
        if let single = new.first(where: { $0.statements.count < 2 }),
            let duty = single.statements.first.flatMap({ register.duties[$0] })
        {
            throw OfficeFailure(
                .input, "nothing-to-join", zh: "只选了“\(duty.text)”一条职责，没有可与之合为一事的；请用 --matter 写明事项。",
                en: "“\(duty.text)” stands alone; name its matter with --matter, or another duty that is the same.")
        }
        guard name == nil || new.count == 1 else {
            throw OfficeFailure(
                .input, "one-name", zh: "--name 只能用于一个新事项，所选职责为\(new.count)个新事项。",
                en: "--name names one new matter; these are \(new.count) new ones.")
        }
    }

    /// The statement that leads from now on; nil where somebody leads already and that stays.
    private func lead(
        of confirmation: Confirmation, in register: Register
    ) throws(OfficeFailure) -> DutyStatement.ID? {
        let candidates = confirmation.candidates(in: register)
        let named = Set(leads.compactMap { lead in lead.first(where: candidates.contains) })
        guard named.count < 2 else {
            throw OfficeFailure(
                .input, "two-leads", zh: "同一事项只能由一个单位牵头，请只写一个 --lead。",
                en: "One matter has one lead; name one with --lead.")
        }
        let isLed = confirmation.matter.flatMap { register.matters[$0] }?.isLed(in: area) ?? false
        guard named.isEmpty, !isLed else { return named.first }
        // Where one body alone seems to hold a matter of a catalogue, nobody else can lead it.
        let holders = Set(confirmation.statements.compactMap { register.duties[$0]?.holder })
        if confirmation.matter != nil, holders.count == 1 { return confirmation.statements.first }
        let names = holders.compactMap { register.institutions[$0]?.profile.name }.sorted()
        throw OfficeFailure(
            .input, "lead-missing", zh: "请用 --lead 写明由谁牵头：\(names.joined(separator: "、"))。",
            en: "Say with --lead who leads: \(names.joined(separator: ", ")).")
    }
}

extension Confirmation {
    /// The statements of which one may lead: those asked about, and what the matter has already.
    fileprivate func candidates(in register: Register) -> [DutyStatement.ID] {
        statements + (matter.flatMap { register.matters[$0] }?.parts ?? []).map(\.statement)
    }
}

extension Matter {
    /// Whether somebody leads it somewhere in an area.
    func isLed(in area: Area) -> Bool { parts.contains { $0.role == .lead && $0.area.meets(area) } }
}

extension OfficeFailure {
    fileprivate static func severalMatters(_ matters: [Matter.ID], in register: Register) -> OfficeFailure {
        let names = matters.compactMap { register.matters[$0]?.name }
        return OfficeFailure(
            .input, "several-matters", zh: "所选职责涉及多个事项：\(names.joined(separator: "、"))。请用 --matter 写明是哪一个。",
            en: "These duties are parts of several matters: \(names.joined(separator: ", ")). Name one with --matter.")
    }
}
