import Basics

/// A step that is needed and not there, or not there whole (缺少的步骤).
package struct MissingStep: Hashable, Sendable {
    /// What is missing.
    package let lack: Lack
    /// What asks for it.
    package let need: Need

    /// What of a step is missing.
    package enum Lack: Hashable, Sendable {
        /// Nobody moved it.
        case motion
        /// No review of that kind.
        case review(ReviewKind)
        /// The last review of that kind was not in favour.
        case reviewInFavour(ReviewKind)
        /// That organ has not countersigned.
        case countersigning(String)
        /// It is on no agenda.
        case agenda
        /// The meeting was not held, or not entered.
        case meeting
        /// Fewer present than needed.
        case quorum(present: Int, needed: Int)
        /// Fewer in favour than needed.
        case majority(inFavour: Int, needed: Int)
        /// The minutes are not out.
        case minutes
        /// The next level has not approved.
        case approval
        /// It is not filed with that organ.
        case filing(String)
    }

    /// The stable code of the refusal it leads to.
    package var code: String {
        switch lack {
        case .motion: "missing-motion"
        case .review: "missing-review"
        case .reviewInFavour: "review-against"
        case .countersigning: "missing-countersigning"
        case .agenda: "missing-agenda"
        case .meeting: "missing-meeting"
        case .quorum: "no-quorum"
        case .majority: "no-majority"
        case .minutes: "missing-minutes"
        case .approval: "missing-approval"
        case .filing: "missing-filing"
        }
    }
}

extension Needs {
    /// The steps that a motion still lacks before it can be decided, in the order in which they are taken. Without a motion
    /// it is the motion that is missing, unless nothing is needed but the decision itself (daily work of the office).
    package func missing(from motion: Motion?) -> [MissingStep] {
        let before = steps.filter(\.isBefore)
        guard let motion else { return before.first.map { [MissingStep(lack: .motion, need: $0)] } ?? [] }
        return before.compactMap { need in
            lack(of: need.step, in: motion).map { MissingStep(lack: $0, need: need) }
        }
    }

    /// What is still to be done when it is decided: what is filed afterwards.
    package func outstanding(for motion: Motion) -> [MissingStep] {
        steps.filter { !$0.isBefore }.compactMap { need in
            lack(of: need.step, in: motion).map { MissingStep(lack: $0, need: need) }
        }
    }

    private func lack(of step: ProcedureStep, in motion: Motion) -> MissingStep.Lack? {
        switch step {
        case .review(let kind):
            let last = motion.current.last { if case .reviewed(kind, _) = $0.deed { true } else { false } }
            guard let last else { return .review(kind) }
            return last.deed == .reviewed(kind, inFavour: true) ? nil : .reviewInFavour(kind)
        case .countersigning(let organ):
            let isThere = motion.current.contains {
                if case .countersigned(organ, _) = $0.deed { true } else { false }
            }
            return isThere ? nil : .countersigning(organ)
        case .meeting: return lackOfMeeting(in: motion)
        case .approval:
            let isThere = motion.current.contains { if case .approved = $0.deed { true } else { false } }
            return isThere ? nil : .approval
        case .filing(let organ, _):
            let isThere = motion.current.contains { if case .filed(organ, _) = $0.deed { true } else { false } }
            return isThere ? nil : .filing(organ)
        }
    }

    private func lackOfMeeting(in motion: Motion) -> MissingStep.Lack? {
        guard motion.agenda != nil else { return .agenda }
        guard let meeting = motion.meeting?.meeting else { return .meeting }
        if let quorum = table.quorum {
            if meeting.present.count < quorum.present {
                return .quorum(present: meeting.present.count, needed: quorum.present)
            }
            if meeting.inFavour < quorum.inFavour {
                return .majority(inFavour: meeting.inFavour, needed: quorum.inFavour)
            }
        }
        return meeting.minutes == nil ? .minutes : nil
    }
}
