import Basics
import Reform
import Registry
import Storage

extension Desk {
    /// Looks at a draft from the register of now, step by step.
    package func rebaseDraft(_ draft: PlanDraft, at instant: Instant) throws(OfficeFailure) -> Rebase {
        try rebasePlan(draft.written.plan, from: draft.last.base, at: instant)
    }

    /// Takes a draft to the register of now: a next revision of the same text, based on the last Act.
    @discardableResult
    package mutating func moveDraft(
        _ draft: PlanDraft, by officer: Officer.ID, at instant: Instant
    ) throws(OfficeFailure) -> DraftRevision {
        guard draft.last.base < history.position else { return draft.last }
        return try save(
            draft.written, named: draft.name, as: draft.last.draft, revision: draft.last.revision + 1,
            parent: DraftRevision.Reference(draft.last.draft, draft.last.revision), base: history.position, by: officer,
            at: instant)
    }
}
