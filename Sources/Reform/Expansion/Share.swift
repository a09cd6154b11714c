import Basics
import Registry

extension Expansion {
    /// Settles who leads, assists in and carries out a matter; where somebody leads, a gap on record ends.
    mutating func share(_ sharing: Sharing) throws(StepProblem) {
        let id = try matter(sharing)
        for name in sharing.leaving {
            attempt { (work) throws(StepProblem) in try work.leave(id, named: sharing.matter, name) }
        }
        for part in sharing.parts {
            attempt { (work) throws(StepProblem) in try work.join(id, part, of: sharing) }
        }
        for gap in sharing.gaps where register.matters[id]?.gaps.contains(gap) == false { make(.setGap(id, gap, true)) }
        guard problems.isEmpty, let matter = register.matters[id], matter.faults > 0 else { return }
        let leads = matter.parts.filter { $0.role == .lead }
        let met = leads.filter { one in
            leads.contains { $0.statement != one.statement && $0.area.meets(one.area) }
                || matter.gaps.contains { $0.meets(one.area) }
        }
        guard !met.isEmpty else { throw .leadMissing(matter: sharing.matter) }
        throw .leadTaken(matter: sharing.matter, met.compactMap { holder(of: $0.statement)?.profile.name })
    }

    private mutating func matter(_ sharing: Sharing) throws(StepProblem) -> Matter.ID {
        let found = register.matters.values.filter {
            $0.name == sharing.matter && (sharing.catalogue == nil || $0.catalogue == sharing.catalogue)
        }
        guard found.count < 2 else {
            throw .ambiguousMatter(sharing.matter, catalogues: found.map(\.catalogue).sorted())
        }
        if let known = found.first { return known.id }
        let id: Matter.ID = identifier()
        make(.defineMatter(id, name: sharing.matter, catalogue: sharing.catalogue ?? "", origin: nil))
        return id
    }

    private mutating func leave(_ id: Matter.ID, named matter: String, _ name: String) throws(StepProblem) {
        let body = try body(name)
        let parts = register.matters[id]?.parts.filter { holder(of: $0.statement)?.id == body.id } ?? []
        guard !parts.isEmpty else { throw .whichDuty(body.profile.name, matter: matter) }
        for part in parts { make(.leaveMatter(id, part.statement)) }
    }

    private mutating func join(_ id: Matter.ID, _ part: Sharing.Part, of sharing: Sharing) throws(StepProblem) {
        let body = try body(part.body)
        let statement = try statement(of: body, in: id, part, of: sharing)
        let wanted = Matter.Part(statement: statement.id, role: part.role, area: part.area)
        let current = register.matters[id]?.parts.first { $0.statement == statement.id }
        guard current != wanted else { return }
        if current != nil { make(.leaveMatter(id, statement.id)) }
        make(.joinMatter(id, wanted))
        guard part.role == .lead else { return }
        for gap in register.matters[id]?.gaps ?? [] where gap.meets(part.area) { make(.setGap(id, gap, false)) }
    }

    /// Which of a body's statements is about the matter: the one that is said, or has a part already, or names it.
    private func statement(
        of body: Institution, in id: Matter.ID, _ part: Sharing.Part, of sharing: Sharing
    ) throws(StepProblem) -> DutyStatement {
        if let selection = part.duty { return try one(selection, of: body) }
        let duties = register.duties(of: body.id)
        let parts = register.matters[id]?.parts ?? []
        for likely in [
            duties.filter { duty in parts.contains { $0.statement == duty.id } },
            duties.filter { $0.text.contains(sharing.matter) },
        ] where !likely.isEmpty {
            guard likely.count == 1 else { throw .whichDuty(body.profile.name, matter: sharing.matter) }
            return likely[0]
        }
        throw .whichDuty(body.profile.name, matter: sharing.matter)
    }

    private func holder(of statement: DutyStatement.ID) -> Institution? {
        register.duties[statement].flatMap { register.institutions[$0.holder] }
    }
}
