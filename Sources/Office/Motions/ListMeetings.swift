import Basics
import Procedure
import Registry

/// A meeting of the commission (编委会会议) as the events of its motions tell it: the day, the agenda, who came, the minutes.
package struct MeetingRecord: Sendable {
    /// The day it was or is to be.
    package let day: Day
    /// The agenda, in the order of its items.
    package let items: [Item]

    /// One item of an agenda.
    package struct Item: Sendable {
        /// Its number on the agenda.
        package let number: Int
        /// The motion.
        package let motion: Motion
        /// What the motion is about; nil when its text is gone.
        package let paper: MotionPaper?
        /// What the meeting came to on it; nil while it was not held, or this was not entered.
        package let outcome: Meeting?
        /// What was noted with it; nil when there is nothing or it was erased.
        package let note: String?
        /// Whether the motion was put on the agenda of another meeting instead, or was moved again.
        package let isPutOff: Bool
        /// What it comes to.
        package let resolution: Resolution
    }

    /// What a meeting comes to on an item (议定结果).
    package enum Resolution: Sendable {
        /// It is to be deliberated, or what came of it isn't entered yet.
        case pending
        /// It was not deliberated: put off, or moved again.
        case putOff
        /// Enough were present and in favour: as many as the table asks for, more than half where it asks for none.
        case carried
        /// Too few were present or in favour.
        case notCarried

        /// What it is called.
        package var name: Wording {
            switch self {
            case .pending: Wording(zh: "待审议", en: "to be deliberated")
            case .putOff: Wording(zh: "未审议，改期", en: "not deliberated: put off")
            case .carried: Wording(zh: "审议通过", en: "carried")
            case .notCarried: Wording(zh: "未通过", en: "not carried")
            }
        }
    }

    /// Whether anything of it is entered.
    package var isHeld: Bool { items.contains { $0.outcome != nil } }

    /// Who was present at any item, in the order in which they were entered.
    package var present: [Officer.ID] { items.flatMap { $0.outcome?.present ?? [] }.eachOnce }

    /// Who was absent from all of them.
    package var absent: [Officer.ID] {
        let present = Set(present)
        return items.flatMap { $0.outcome?.absent ?? [] }.filter { !present.contains($0) }.eachOnce
    }

    /// The documents of its minutes.
    package var minutes: [Citation] { Set(items.compactMap { $0.outcome?.minutes }).sorted() }
}

extension Desk {
    /// Every meeting of the commission with its agenda and what came of it, the latest first.
    package func listMeetings() throws(OfficeFailure) -> [MeetingRecord] {
        var items: [Day: [MeetingRecord.Item]] = [:]
        var quorums: [Day: Quorum?] = [:]
        for motion in try motions() {
            guard motion.events.contains(where: { if case .placed = $0.deed { true } else { false } }) else { continue }
            let paper = try paperIfThere(of: motion)
            for (place, event) in motion.events.enumerated() {
                guard case .placed(let day, let number) = event.deed else { continue }
                let rest = motion.events[(place + 1)...].prefix {
                    if case .placed = $0.deed { false } else { $0.deed.subject == nil }
                }
                let held = rest.last { if case .met = $0.deed { true } else { false } }
                var outcome: Meeting?
                if case .met(let meeting)? = held?.deed { outcome = meeting }
                var note: String?
                if let held, let text = try text(of: held), !text.isEmpty { note = text }
                let isPutOff = outcome == nil && place + 1 + rest.count < motion.events.count
                if quorums[day] == nil { quorums[day] = .some(try competence(on: day)?.quorum) }
                let resolution: MeetingRecord.Resolution =
                    outcome.map { $0.isCarried(by: quorums[day] ?? nil) ? .carried : .notCarried }
                    ?? (isPutOff ? .putOff : .pending)
                items[day, default: []].append(
                    MeetingRecord.Item(
                        number: number, motion: motion, paper: paper, outcome: outcome, note: note, isPutOff: isPutOff,
                        resolution: resolution))
            }
        }
        return items.sorted { $0.key > $1.key }.map { day, items in
            MeetingRecord(
                day: day, items: items.sorted { ($0.number, $0.motion.number) < ($1.number, $1.motion.number) })
        }
    }
}

extension [Officer.ID] {
    /// Each where it comes first.
    fileprivate var eachOnce: [Officer.ID] {
        var seen: Set<Officer.ID> = []
        return filter { seen.insert($0).inserted }
    }
}

extension Meeting {
    /// Whether enough were present and in favour; where nothing says how many, more than half of those present.
    fileprivate func isCarried(by quorum: Quorum?) -> Bool {
        guard let quorum else { return inFavour * 2 > present.count }
        return present.count >= quorum.present && inFavour >= quorum.inFavour
    }
}
