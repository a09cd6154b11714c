import Basics
import Procedure
import Registry

/// A motion with what it waits for.
package struct MotionStanding: Sendable {
    /// The motion.
    package let motion: Motion
    /// What it is about; nil when its text is gone.
    package let paper: MotionPaper?
    /// What deciding it needs by the table in force now; nil where none is, or when it was decided or withdrawn.
    package let needs: Needs?
    /// What it waits for, and for whom.
    package let waiting: [Waiting]
}

extension Desk {
    /// Every motion with what it waits for and whose turn it is, the last moved first (待办). A motion that was decided is
    /// asked with the changes of its Act.
    package func listMotions(at instant: Instant) throws(OfficeFailure) -> [MotionStanding] {
        var standings: [MotionStanding] = []
        for motion in try motions().reversed() { standings.append(try standing(of: motion, at: instant)) }
        return standings
    }

    /// One motion with what it waits for.
    package func standing(of motion: Motion, at instant: Instant) throws(OfficeFailure) -> MotionStanding {
        let paper = try paperIfThere(of: motion)
        guard !motion.isWithdrawn, let paper else {
            return MotionStanding(motion: motion, paper: paper, needs: nil, waiting: [])
        }
        guard let needs = try needs(of: motion, paper, at: instant) else {
            let waiting: [Waiting] =
                !motion.isOpen
                ? [] : motion.isReturned ? [.drafter] : motion.isRequest ? [.takingOn] : [.decision(.office)]
            return MotionStanding(motion: motion, paper: paper, needs: nil, waiting: waiting)
        }
        return MotionStanding(motion: motion, paper: paper, needs: needs, waiting: motion.waiting(needing: needs))
    }

    private func needs(of motion: Motion, _ paper: MotionPaper, at instant: Instant) throws(OfficeFailure) -> Needs? {
        guard let enactment = motion.enactment else { return try needs(of: paper, at: instant) }
        let act = history.entries[enactment.position - 1].act
        guard let first = act.changes.first, let table = try competence(of: act) else { return nil }
        // Asked as it was when it was decided: by the table of then, on the register that the Act changed.
        let known = history.known(at: enactment.position - 1)
        let changes = act.changes.map(\.change)
        let ground = known.register(on: first.day, takingBack: changes)
        return Procedure.needs(of: known.asked(of: changes, on: ground), by: table)
    }
}
