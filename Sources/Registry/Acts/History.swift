import Basics

/// A jurisdiction's journal folded into registers: one at the end of every day on which something took effect.
///
/// Register(D, K) folds the changes of the Acts at positions up to K in the order (day, position, index in the Act).
/// Registers share what did not change, so that a day costs what it changed.
package struct History: Sendable {
    /// The division code of the jurisdiction.
    package let jurisdiction: String
    /// The entries admitted, in order.
    package private(set) var entries: [Entry] = []
    /// The digest of the last entry, or zeros.
    package private(set) var head: Digest = .none
    /// By what the next entry's digest is made: as the last one's.
    private var algorithm: DigestAlgorithm
    private var days: [DayRecord] = []
    private var reversed: Set<Coordinate> = []
    private var documents: [Citation: Document] = [:]
    private var commands: [Identifier<Act>: Int] = [:]

    /// Nothing has happened yet.
    /// - Parameter algorithm: by what the digests of its entries are to be made.
    package init(jurisdiction: String, algorithm: DigestAlgorithm = .sha256) {
        self.jurisdiction = jurisdiction
        self.algorithm = algorithm
    }

    /// Where a change stands in the journal.
    struct Coordinate: Hashable, Sendable {
        let position: Int
        let index: Int
    }

    /// What took effect on a day, and the register at its end.
    struct DayRecord: Sendable {
        let day: Day
        var groups: DayGroups
        var register: Register
    }

    /// An Act that was judged and may be recorded: what `accept` adds to the history.
    package struct Admission: Sendable {
        /// The entry to append to the journal.
        package let entry: Entry
        /// The register at the end of the last day that the Act changes.
        package let register: Register
        fileprivate let firstDay: Int
        fileprivate let tail: [DayRecord]
        fileprivate let reversed: Set<Coordinate>
    }
}

extension History {
    /// The position of the last entry; zero when there is none.
    package var position: Int { entries.count }

    /// When the last entry was recorded.
    package var lastRecorded: Instant? { entries.last?.recorded }

    /// The last day on which something takes effect.
    package var lastDay: Day? { days.last?.day }

    /// The document of that citation, as first cited.
    package func document(_ citation: Citation) -> Document? { documents[citation] }

    /// The position at which a command was recorded, if it was.
    package func position(of command: Identifier<Act>) -> Int? { commands[command] }

    /// Whether a later Act took this change back.
    package func isReversed(position: Int, index: Int) -> Bool {
        reversed.contains(Coordinate(position: position, index: index))
    }

    /// The register at the end of a day, as known now.
    package func register(on day: Day) -> Register {
        let index = days.partition { $0.day > day }
        return index == 0 ? Register() : days[index - 1].register
    }

    /// The register at the end of a day as it would be without changes of earlier Acts that are to be taken back: for
    /// trying what else the Act does. Nothing is judged, and what is not there is not taken back.
    package func register(on day: Day, takingBack changes: [Change]) -> Register {
        var taken = reversed
        var start: Day?
        for case .reverse(let position, let index) in changes where entries.indices.contains(position - 1) {
            let act = entries[position - 1].act
            guard act.changes.indices.contains(index) else { continue }
            taken.insert(Coordinate(position: position, index: index))
            start = min(start ?? act.changes[index].day, act.changes[index].day)
        }
        guard let start, start <= day else { return register(on: day) }
        let first = days.partition { $0.day >= start }
        var register = first == 0 ? Register() : days[first - 1].register
        for record in days[first...].prefix(while: { $0.day <= day }) {
            for group in record.groups { register.fold(self.changes(of: group, without: taken), at: group.position) }
        }
        return register
    }

    /// The register as everything recorded makes it, future days included.
    package var latest: Register { days.last?.register ?? Register() }

    /// The history as known at a position: later entries are left out. A past answer never changes.
    ///
    /// Days before the first one on which a later entry changes something are as they were, and are not folded again.
    package func known(at position: Int) -> History {
        guard position < entries.count else { return self }
        guard position > 0 else { return History(jurisdiction: jurisdiction, algorithm: algorithm) }
        var first: Day?
        for entry in entries[position...] {
            for dated in entry.act.changes {
                first = min(first ?? dated.day, dated.day)
                if case .reverse(let earlier, let index) = dated.change {
                    first = min(first ?? dated.day, entries[earlier - 1].act.changes[index].day)
                }
            }
        }
        var known = History(jurisdiction: jurisdiction)
        known.entries = Array(entries.prefix(position))
        known.head = entries[position].previous
        for entry in known.entries { known.index(entry) }
        known.noteReversals()
        let kept = first.map { day in days.partition { $0.day >= day } } ?? days.count
        known.days = Array(days.prefix(kept))
        known.foldDays(after: known.days.last?.day)
        return known
    }

    /// Whether something takes effect after a day and no later than another.
    package func takesEffect(after day: Day, through last: Day) -> Bool {
        let index = days.partition { $0.day > day }
        return index < days.count && days[index].day <= last
    }

    /// The last position recorded at or before an instant.
    package func position(at instant: Instant) -> Int { entries.partition { $0.recorded > instant } }

    /// Folds entries that were admitted before, without judging them again.
    /// - Parameter algorithm: by what the digests are to be made where there is no entry yet.
    package init(folding entries: [Entry], of jurisdiction: String, algorithm: DigestAlgorithm = .sha256) {
        self.init(jurisdiction: jurisdiction, algorithm: algorithm)
        self.entries = entries
        for entry in entries { index(entry) }
        head = entries.last?.digest ?? .none
        noteReversals()
        foldDays(after: nil)
    }

    private mutating func noteReversals() {
        for entry in entries {
            for dated in entry.act.changes {
                if case .reverse(let position, let index) = dated.change {
                    reversed.insert(Coordinate(position: position, index: index))
                }
            }
        }
    }

    /// The register that entries fold to, all days included, without keeping those of the days before.
    package static func register(folding entries: [Entry]) -> Register {
        var history = History(jurisdiction: entries.first?.jurisdiction ?? "")
        history.entries = entries
        history.noteReversals()
        var register = Register()
        for (_, groups) in history.groupsByDay(after: nil) {
            for group in groups {
                register.fold(history.changes(of: group, without: history.reversed), at: group.position)
            }
        }
        return register
    }

    /// Folds the entries' changes day by day onto the days that stand, from the first day after the last of them.
    private mutating func foldDays(after last: Day?) {
        var register = days.last?.register ?? Register()
        for (day, groups) in groupsByDay(after: last) {
            for group in groups { register.fold(changes(of: group, without: reversed), at: group.position) }
            days.append(DayRecord(day: day, groups: groups, register: register))
        }
    }

    /// What took effect on each day after one, or on all, in order.
    private func groupsByDay(after last: Day?) -> [(day: Day, groups: DayGroups)] {
        var grouped: [Day: DayGroups] = [:]
        for entry in entries {
            for (day, indices) in entry.act.indicesByDay where last.map({ day > $0 }) ?? true {
                grouped[day, default: DayGroups()].append(DayGroups.Group(position: entry.position, indices: indices))
            }
        }
        return grouped.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private mutating func note(_ entry: Entry) {
        entries.append(entry)
        head = entry.digest
        index(entry)
    }

    /// Notes the command, the document and the digests of an entry.
    private mutating func index(_ entry: Entry) {
        algorithm = entry.algorithm
        commands[entry.act.command] = entry.position
        if documents[entry.act.document.citation] == nil {
            documents[entry.act.document.citation] = entry.act.document
        }
    }

    private func changes(of group: DayGroups.Group, without reversed: Set<Coordinate>) -> [Change] {
        let act = entries[group.position - 1].act
        return group.indices.compactMap { index in
            reversed.contains(Coordinate(position: group.position, index: index)) ? nil : act.changes[index].change
        }
    }
}

extension History {
    /// Decides whether an Act may be, recorded at this instant: the one admission there is.
    ///
    /// Every day the Act touches and every later day must hold; a later Act that would no longer hold is named.
    package func judge(_ act: Act, recorded: Instant) throws(Refusal) -> Admission {
        try examine(act, recorded: recorded)
        return try place(act, recorded: recorded)
    }

    /// The history as it would be with these changes of a plan on a day, recorded on it: for trying what comes later.
    /// Every later day must hold, as when an Act is judged; nothing that was recorded is in it that was not before.
    package func supposing(
        _ changes: [Change], plan: Digest, reform: Citation?, on day: Day, recorded: Day
    ) throws(Refusal) -> History {
        guard let like = entries.last, !changes.isEmpty else { return self }
        let act = Act(
            command: Identifier(high: UInt64(position), low: UInt64(bitPattern: Int64(day.number))),
            document: like.act.document, basis: .plan, reform: reform, drafter: like.act.drafter, plan: plan,
            changes: changes.map { DatedChange(day, $0) })
        let noon = Instant(milliseconds: Int64(recorded.number) * 86_400_000)
        var supposed = self
        supposed.accept(try place(act, recorded: noon))
        return supposed
    }

    /// The days as they would be with an Act; every day it touches and every later day must hold.
    private func place(_ act: Act, recorded: Instant) throws(Refusal) -> Admission {
        let position = self.position + 1
        let entry = Entry(
            jurisdiction: jurisdiction, position: position, recorded: recorded, previous: head, act: act,
            algorithm: algorithm)
        let taken = try reversals(in: act)
        let newGroups = act.indicesByDay
        let reversedDays = taken.map { entries[$0.position - 1].act.changes[$0.index].day }
        guard let start = (newGroups.map(\.day) + reversedDays).min() else { throw .nothingToDo }
        let firstDay = days.partition { $0.day >= start }
        var register = firstDay == 0 ? Register() : days[firstDay - 1].register
        var tail: [DayRecord] = []
        var added = newGroups[...]
        var old = days[firstDay...]
        let allReversed = reversed.union(taken)
        let firstReversed = reversedDays.min()
        while let day = [added.first?.day, old.first?.day].compactMap({ $0 }).min() {
            var groups = DayGroups()
            if let record = old.first, record.day == day {
                old.removeFirst()
                groups = record.groups
                // On the first day the Act comes after what is there, so that nothing before it is judged again.
                if day == start, firstReversed.map({ $0 > day }) ?? true {
                    register = record.register
                } else {
                    for group in groups { try rejudge(group, on: day, without: allReversed, in: &register) }
                }
            }
            if let group = added.first, group.day == day {
                added.removeFirst()
                try register.enact(
                    group.indices.map { act.changes[$0].change }, basis: act.basis, reform: act.reform, on: day,
                    recorded: recorded.officeDay, at: position)
                groups.append(DayGroups.Group(position: position, indices: group.indices))
            }
            tail.append(DayRecord(day: day, groups: groups, register: register))
        }
        let last = newGroups.last.flatMap { group in tail.last { $0.day == group.day } }
        return Admission(
            entry: entry, register: last?.register ?? register, firstDay: firstDay, tail: tail, reversed: taken)
    }

    /// Adds what was judged. The admission must come from this very history.
    package mutating func accept(_ admission: Admission) {
        precondition(
            admission.entry.position == position + 1 && admission.entry.previous == head,
            "an admission is accepted by the history that judged it")
        note(admission.entry)
        reversed.formUnion(admission.reversed)
        days.replaceSubrange(admission.firstDay..., with: admission.tail)
    }

    /// Takes in entries that another writer recorded after the last one here. Each is judged here as it was there, which
    /// costs what it changes; where that should differ, what is recorded counts, and all is folded.
    package mutating func follow(_ news: [Entry]) {
        for (index, entry) in news.enumerated() {
            guard let admission = try? judge(entry.act, recorded: entry.recorded), admission.entry == entry else {
                self = History(folding: entries + news[index...], of: jurisdiction)
                return
            }
            accept(admission)
        }
    }

    private func rejudge(
        _ group: DayGroups.Group, on day: Day, without reversed: Set<Coordinate>, in register: inout Register
    ) throws(Refusal) {
        let entry = entries[group.position - 1]
        do {
            try register.enact(
                changes(of: group, without: reversed), basis: entry.act.basis, reform: entry.act.reform, on: day,
                recorded: entry.recorded.officeDay, at: group.position)
        } catch {
            throw .breaksLaterAct(position: group.position, error)
        }
    }

    private func examine(_ act: Act, recorded: Instant) throws(Refusal) {
        guard !act.changes.isEmpty else { throw .nothingToDo }
        if let known = documents[act.document.citation], known != act.document {
            throw .documentTaken(act.document.citation)
        }
        let needsDecision = act.basis == .plan || act.basis == .counter
        guard !act.deciders.contains(act.drafter), !(needsDecision && act.deciders.isEmpty) else { throw .fourEyes }
        guard recorded >= lastRecorded ?? recorded, Instant.recordable.contains(recorded) else {
            throw .recordedTooEarly
        }
        if act.basis == .opening, entries.contains(where: { $0.act.basis != .opening }) { throw .alreadyOpened }
        let takesBack = act.changes.contains { if case .reverse = $0.change { true } else { false } }
        guard !takesBack || act.basis.mayTakeBack else { throw .notByThisAct }
    }

    private func reversals(in act: Act) throws(Refusal) -> Set<Coordinate> {
        var taken: Set<Coordinate> = []
        for dated in act.changes {
            guard case .reverse(let position, let index) = dated.change else { continue }
            let place = Coordinate(position: position, index: index)
            guard entries.indices.contains(position - 1),
                entries[position - 1].act.changes.indices.contains(index),
                !reversed.contains(place), taken.insert(place).inserted
            else { throw .nothingToReverse(position: position, index: index) }
            if case .reverse = entries[position - 1].act.changes[index].change {
                throw .nothingToReverse(position: position, index: index)
            }
        }
        return taken
    }
}

extension Act {
    /// The indices of its changes by day, days in order, indices as they stand.
    fileprivate var indicesByDay: [(day: Day, indices: [Int])] {
        if let day = changes.first?.day, changes.allSatisfy({ $0.day == day }) {
            return [(day, Array(changes.indices))]
        }
        var grouped: [Day: [Int]] = [:]
        for (index, dated) in changes.enumerated() { grouped[dated.day, default: []].append(index) }
        return grouped.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

extension RandomAccessCollection where Index == Int {
    /// The index of the first element for which the condition holds, where it holds for all after it.
    fileprivate func partition(_ holds: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
