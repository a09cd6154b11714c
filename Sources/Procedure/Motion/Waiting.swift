import Basics

/// What a motion waits for next, and whose turn it is (待办).
package enum Waiting: Hashable, Sendable {
    /// Its drafter, to mend what it was returned for.
    case drafter
    /// A clerk, to take on what a contact filed (受理).
    case takingOn
    /// This step, by whoever takes it.
    case step(MissingStep)
    /// Whoever decides.
    case decision(Decider)
    /// To be filed with that organ, now that it is decided.
    case filing(MissingStep)
    /// A row of the table that says who decides such a change.
    case table(ChangeKind)
}

extension Motion {
    /// The stage to which belongs what it waits for: the one that was reached may lie before it.
    package func stage(awaiting waiting: [Waiting]) -> Stage {
        guard isOpen, !waiting.isEmpty else { return stage }
        if waiting.contains(where: { $0 == .drafter || $0 == .takingOn }) { return .motion }
        let isReviewed = waiting.allSatisfy {
            guard case .step(let step) = $0, case .review = step.need.step else { return true }
            return false
        }
        return isReviewed ? .deliberation : .review
    }

    /// What it waits for; nothing when it was withdrawn, or is done.
    package func waiting(needing needs: Needs) -> [Waiting] {
        if isWithdrawn { return [] }
        if enactment != nil { return needs.outstanding(for: self).map(Waiting.filing) }
        if isReturned { return [.drafter] }
        if isRequest { return [.takingOn] }
        if let open = needs.uncovered.first { return [.table(open.kind)] }
        let missing = needs.missing(from: self)
        // Reviews and countersigning wait for nothing, a meeting waits for the reviews.
        guard missing.isEmpty else {
            let reviews = missing.filter { if case .review = $0.need.step { true } else { false } }
            return (reviews.isEmpty ? missing : reviews).map(Waiting.step)
        }
        return [.decision(needs.decider ?? .office)]
    }
}
