import Basics
import Office
import Procedure
import Reform
import Registry

/// A motion as lists show it, without its text.
struct MotionLine: Sendable {
    /// The motion.
    let motion: Motion
    /// What it is about; nil where its text is gone.
    let title: String?
    /// What it waits for.
    let waiting: [Waiting]
    /// Which office of the chain is next; nil where none is.
    let next: ChainOrgan?
    /// The bodies that an open one changes.
    let bodies: Set<Institution.ID>
}

/// The motions as they were read last (动议件一览): good until something happens to one, the register moves, or a day passes.
struct MotionShelf: Sendable {
    /// What it is of.
    struct Key: Hashable, Sendable {
        let position: Int
        let events: Int
        let day: Day
    }

    let key: Key
    /// The last moved first.
    let lines: [MotionLine]

    /// Reads them at a desk.
    init(_ motions: [Motion], _ key: Key, at desk: Desk, _ instant: Instant) throws(OfficeFailure) {
        self.key = key
        var lines: [MotionLine] = []
        for motion in motions.reversed() {
            // What is done needs no table: what is still to be filed stands on its own page.
            guard motion.isOpen else {
                let title = (try? desk.paper(of: motion))?.title
                let next = try desk.chain(of: motion).first { $0.done == nil }?.organ
                lines.append(MotionLine(motion: motion, title: title, waiting: [], next: next, bodies: []))
                continue
            }
            let standing = try desk.standing(of: motion, at: instant)
            var bodies: Set<Institution.ID> = []
            if let paper = standing.paper, let parts = try? desk.changes(of: paper, at: instant) {
                for part in parts {
                    let touched = Footprint(of: part.changes, in: part.register)
                    bodies.formUnion(touched.bodies)
                    bodies.formUnion(touched.accounts.compactMap(\.holder.institution))
                }
            }
            lines.append(
                MotionLine(
                    motion: motion, title: standing.paper?.title, waiting: standing.waiting, next: nil,
                    bodies: bodies))
        }
        self.lines = lines
    }
}

extension Visit {
    /// The motions, the last moved first.
    func motionLines() throws(OfficeFailure) -> [MotionLine] {
        try workbench.derived.motions(at: workbench.desk.desk(), today: today, now: now).lines
    }
}
