import Accounts
import Basics
import Procedure
import Reform
import Registry
import Storage

/// A motion as lists show it, without its text.
package struct MotionLine: Sendable {
    /// The motion.
    package let motion: Motion
    /// What it is about; nil where its text is gone.
    package let title: String?
    /// What it waits for, after its decision too.
    package let waiting: [Waiting]
    /// Which office of the chain is next; nil where none is.
    package let next: ChainOrgan?
    /// The bodies that an open one changes.
    package let bodies: Set<Institution.ID>
    /// Of daily work, the bodies it is about, each with whoever supervised it; nil where it is about more than bodies.
    let lineages: Set<Set<Institution.ID>>?

    /// Whether something is still to be done with it: what was decided may have to be filed or carried on.
    package var isUnderWay: Bool { motion.isOpen || !waiting.isEmpty || next != nil }

    /// Whether a department's contact sees it: it is daily work about nothing but bodies within reach, or their own.
    package func isSeen(within reach: Reach, by officer: Officer.ID) -> Bool {
        motion.subject.matter == .daily && (motion.drafters.contains(officer) || reach.holds(lineages))
    }
}

/// The motions as lists show them (动议件一览), brought up to date by what happened since: what was decided is read once.
package struct MotionShelf: Sendable {
    private var read: [Int: MotionLine] = [:]
    /// Which Acts stand on which digests, as far as the journal is read.
    private var decided: [Digest: Int] = [:]
    private var position = 0
    private var day: Day?
    private var tables: [Digest: CompetenceTable] = [:]
    /// The last moved first.
    package private(set) var lines: [MotionLine] = []

    /// Nothing is read yet.
    package init() {}

    /// The line of a motion; nil where there is none of that number.
    package subscript(number: Int) -> MotionLine? { read[number] }

    /// Reads what is new: motions to which something happened, and open ones where the register moved or a day passed.
    /// - Parameter desk: no older than the one before.
    package mutating func bringUpToDate(at desk: Desk, _ instant: Instant) throws(OfficeFailure) {
        var next = self
        for entry in desk.history.entries.dropFirst(position) { entry.note(in: &next.decided) }
        next.position = desk.history.position
        next.day = instant.officeDay
        let hasMoved = next.position != position || next.day != day
        let motions = try changed(at: desk).merging(hasMoved ? read.mapValues(\.motion) : [:]) { new, _ in new }
            .values.filter { hasChanged($0) || $0.isOpen }
            .map { $0.enacted(among: next.decided, in: desk.jurisdiction) }
        guard !motions.isEmpty else {
            self = next
            return
        }
        // From the first decision on, the register is followed from one to the next.
        var known: History?
        for motion in motions.sorted(by: { $0.isEarlier(than: $1) }) {
            guard let enactment = motion.enactment else {
                next.read[motion.number] = try line(ofOpen: motion, at: desk, instant)
                continue
            }
            let before = desk.history.following(known, to: enactment.position - 1)
            known = before
            next.read[motion.number] = try next.line(of: motion, decidedIn: enactment, on: before, at: desk)
        }
        next.lines = next.read.values.sorted { $0.motion.number > $1.motion.number }
        self = next
    }

    /// Whether a motion has more events than were read.
    private func hasChanged(_ motion: Motion) -> Bool {
        read[motion.number]?.motion.events.count != motion.events.count
    }

    /// The motions to which something happened.
    private func changed(at desk: Desk) throws(OfficeFailure) -> [Int: Motion] {
        let counts = try storing { () throws(StorageFailure) in try desk.journal.motionCounts(of: desk.jurisdiction) }
        let numbers = counts.filter { $0.value != read[$0.key]?.motion.events.count }.keys
        var motions: [Int: Motion] = [:]
        // Many are read at once.
        if numbers.count > 64 {
            for motion in try readMotions(in: desk.journal, of: desk.jurisdiction) where numbers.contains(motion.number)
            {
                motions[motion.number] = motion
            }
        } else {
            for number in numbers { motions[number] = try readMotion(number, in: desk.journal, of: desk.jurisdiction) }
        }
        return motions
    }

    private func line(ofOpen motion: Motion, at desk: Desk, _ instant: Instant) throws(OfficeFailure) -> MotionLine {
        let standing = try desk.standing(of: motion, at: instant)
        var bodies: Set<Institution.ID> = []
        var lineages: Set<Set<Institution.ID>>?
        if let paper = standing.paper, let parts = try? desk.changes(of: paper, at: instant) {
            for part in parts where motion.isOpen {
                let touched = Footprint(of: part.changes, in: part.register)
                bodies.formUnion(touched.bodies)
                bodies.formUnion(touched.accounts.compactMap(\.holder.institution))
            }
            if case .daily = paper { lineages = parts.first.flatMap { $0.changes.lineages(in: $0.register) } }
        }
        return MotionLine(
            motion: motion, title: standing.paper?.title, waiting: standing.waiting, next: nil, bodies: bodies,
            lineages: lineages)
    }

    /// The line of a decided motion, on the history before its Act.
    private mutating func line(
        of motion: Motion, decidedIn enactment: Motion.Enactment, on before: History, at desk: Desk
    ) throws(OfficeFailure) -> MotionLine {
        let act = desk.history.entries[enactment.position - 1].act
        let changes = act.changes.map(\.change)
        let register = act.changes.first.map { before.register(on: $0.day) } ?? Register()
        var waiting: [Waiting] = []
        // Most tables ask for nothing after most decisions, and then nothing has to be asked.
        if let table = try table(of: act, at: desk), table.mayOutlast(changes) {
            waiting = motion.waiting(needing: Procedure.needs(of: changes, in: register, by: table))
        }
        return MotionLine(
            motion: motion, title: try desk.paperIfThere(of: motion)?.title, waiting: waiting,
            next: try desk.chain(of: motion).first { $0.done == nil }?.organ, bodies: [],
            lineages: motion.subject.matter == .daily ? changes.lineages(in: register) : nil)
    }

    /// The table that an Act was decided by, read once; nil where there was none, or its text is gone: then it can't be told
    /// what it asked for, and the other motions are shown all the same.
    private mutating func table(of act: Act, at desk: Desk) throws(OfficeFailure) -> CompetenceTable? {
        guard let digest = act.rules.first else { return nil }
        if let known = tables[digest] { return known }
        do throws(OfficeFailure) {
            let table = try desk.competence(digest)
            tables[digest] = table
            return table
        } catch {
            guard error.code == "table-missing" else { throw error }
            return nil
        }
    }
}

extension Motion {
    /// In the order of the Acts that decided them.
    fileprivate func isEarlier(than other: Motion) -> Bool {
        (enactment?.position ?? .max, number) < (other.enactment?.position ?? .max, other.number)
    }
}

extension History {
    /// The history as known at a position: an earlier one followed up to it, which costs what happened between.
    fileprivate func following(_ earlier: History?, to position: Int) -> History {
        guard var known = earlier else { return self.known(at: position) }
        known.follow(Array(entries[known.position..<position]))
        return known
    }
}

extension CompetenceTable {
    /// Whether a row may ask for something that is done after such a decision.
    fileprivate func mayOutlast(_ changes: [Change]) -> Bool {
        let kinds = Set(rows.filter { $0.steps.contains(where: \.isAfterwards) }.flatMap(\.kinds))
        return !kinds.isEmpty && changes.contains { kinds.contains($0.kind) }
    }
}
