import Basics
import Diagnosis
import Registry

extension Desk {
    /// Confirms that statements are about one matter (确认为同一事项), by a decision that cites the office's document: who
    /// leads, who assists, who carries it out. A recorded gap ends where somebody leads from now on; who led until now
    /// assists. What was confirmed is not asked again.
    /// - Parameter questions: what findings ask, or a person names; several that hang together make one matter.
    /// - Returns: the entry, and the matters in the order of the questions.
    @discardableResult
    package mutating func confirm(
        _ questions: [MatterQuestion], as answer: MatterAnswer, on day: Day, document words: DocumentWords,
        drafter: Officer.ID, deciders: [Officer.ID], from source: inout some RandomNumberGenerator,
        at instant: Instant
    ) throws(OfficeFailure) -> (entry: Entry, matters: [Matter.ID]) {
        let register = history.register(on: day)
        var changes: [Change] = []
        var matters: [Matter.ID] = []
        for confirmation in try answer.confirmations(of: questions, in: register) {
            let id: Matter.ID
            if let known = confirmation.matter {
                id = known
            } else {
                id = Matter.ID(from: &source)
                let text = confirmation.lead.flatMap { register.duties[$0] }?.text ?? ""
                changes.append(
                    .defineMatter(id, name: answer.name ?? text, catalogue: answer.catalogue, origin: nil))
            }
            changes += answer.changes(of: register.matters[id], id, by: confirmation)
            matters.append(id)
        }
        guard !changes.isEmpty else { throw OfficeFailure(Refusal.unchanged, in: register) }
        let entry = try decide(
            changes, on: day, document: words, drafter: drafter, deciders: deciders, from: &source, at: instant)
        return (entry, matters)
    }
}

extension MatterAnswer {
    /// The changes that make a matter what a confirmation says; its parts that the answer says nothing of stay.
    fileprivate func changes(of matter: Matter?, _ id: Matter.ID, by confirmation: Confirmation) -> [Change] {
        var changes: [Change] = []
        let parts = matter?.parts ?? []
        func set(_ statement: DutyStatement.ID, _ role: MatterRole, _ area: Area) {
            let old = parts.first { $0.statement == statement }
            let new = Matter.Part(statement: statement, role: role, area: area)
            guard old != new else { return }
            if old != nil { changes.append(.leaveMatter(id, statement)) }
            changes.append(.joinMatter(id, new))
        }
        if let lead = confirmation.lead {
            for part in parts where part.role == .lead && part.statement != lead && part.area.meets(area) {
                set(part.statement, .assist, part.area)
            }
            set(lead, .lead, area)
            for gap in matter?.gaps ?? [] where gap.meets(area) { changes.append(.setGap(id, gap, false)) }
        }
        for statement in confirmation.statements where statement != confirmation.lead {
            if executing.contains(statement) {
                set(statement, .execute, area)
            } else if !parts.contains(where: { $0.statement == statement }) {
                set(statement, .assist, area)
            }
        }
        return changes
    }
}
