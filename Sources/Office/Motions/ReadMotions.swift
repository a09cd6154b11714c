import Basics
import Procedure
import Registry
import Storage

extension Desk {
    /// All motions (动议件), in the order in which they were first moved, with the Acts that decided them.
    package func motions() throws(OfficeFailure) -> [Motion] {
        let decided = positionsOfAttachments
        return try readMotions(in: journal, of: jurisdiction).map { $0.enacted(among: decided, in: jurisdiction) }
    }

    /// The motion of that number.
    package func motion(_ number: Int) throws(OfficeFailure) -> Motion {
        guard let motion = try readMotion(number, in: journal, of: jurisdiction) else {
            throw OfficeFailure(
                .input, "unknown-motion", zh: "没有第\(number)号动议件。用 sanding motion list 查看。",
                en: "There is no motion \(number). See sanding motion list.")
        }
        return motion.enacted(among: positionsOfAttachments, in: jurisdiction)
    }

    /// The text of an event; nil when it was erased.
    package func text(of event: MotionEvent) throws(OfficeFailure) -> String? {
        let text = try storing { () throws(StorageFailure) in try journal.text(of: event.text, in: jurisdiction) }
        if case .text(let text) = text { return text }
        return nil
    }

    /// What a motion is about, as it was last moved.
    package func paper(of motion: Motion) throws(OfficeFailure) -> MotionPaper {
        guard let text = try motion.current.first.flatMap({ event throws(OfficeFailure) in try self.text(of: event) })
        else {
            throw OfficeFailure(
                .failure, "motion-text-missing", zh: "第\(motion.number)号动议件的文本已不在，不能办理。",
                en: "The text of motion \(motion.number) is gone, so nothing can be done with it.")
        }
        return try MotionPaper(text)
    }

    /// What a motion is about; nil where its text was erased or can't be read any more.
    func paperIfThere(of motion: Motion) throws(OfficeFailure) -> MotionPaper? {
        do throws(OfficeFailure) { return try paper(of: motion) } catch {
            // What the world fails at now may be there later, and is not taken for erased.
            guard error.kind == .failure, error.code != "motion-text-missing" else { return nil }
            throw error
        }
    }

    /// What the Acts stand on, with their positions.
    private var positionsOfAttachments: [Digest: Int] {
        var positions: [Digest: Int] = [:]
        for entry in history.entries { entry.note(in: &positions) }
        return positions
    }
}

extension Entry {
    /// Notes by which digests a motion knows that this is its decision.
    func note(in positions: inout [Digest: Int]) {
        guard act.basis != .opening else { return }
        for digest in act.attachments { positions[digest] = position }
    }
}

extension MotionEvent {
    /// An event as it was kept.
    init(row: MotionRow) throws(OfficeFailure) {
        do throws(MalformedRecord) {
            try self.init(
                officer: row.officer, recorded: row.recorded, code: row.deed, content: row.content, text: row.text)
        } catch { throw OfficeFailure(StorageFailure.corrupt) }
    }
}

/// All motions as their events stand in the journal, without what was decided on them.
func readMotions(in journal: Journal, of jurisdiction: String) throws(OfficeFailure) -> [Motion] {
    let rows = try storing { () throws(StorageFailure) in try journal.motionEvents(of: jurisdiction) }
    var events: [Int: [MotionEvent]] = [:]
    for row in rows { events[row.motion, default: []].append(try MotionEvent(row: row)) }
    return events.sorted { $0.key < $1.key }.compactMap { Motion(number: $0.key, events: $0.value) }
}

/// One motion as its events stand in the journal, without what was decided on it; nil where there is none of that number.
func readMotion(_ number: Int, in journal: Journal, of jurisdiction: String) throws(OfficeFailure) -> Motion? {
    let rows = try storing { () throws(StorageFailure) in try journal.motionEvents(of: jurisdiction, motion: number) }
    var events: [MotionEvent] = []
    for row in rows { events.append(try MotionEvent(row: row)) }
    return Motion(number: number, events: events)
}

extension Motion {
    /// The same, with the Act that stands on its events, if there is one.
    func enacted(among decided: [Digest: Int], in jurisdiction: String) -> Motion {
        guard !decided.isEmpty else { return self }
        for count in stride(from: events.count, to: 0, by: -1) {
            if let position = decided[digest(of: count, in: jurisdiction)] {
                return Motion(
                    number: number, events: events, enactment: Enactment(position: position, events: count)) ?? self
            }
        }
        return self
    }
}
