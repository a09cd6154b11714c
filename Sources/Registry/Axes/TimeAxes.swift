import Basics

/// The register of any day as known at any position (两个时间轴), without folding the journal for it.
///
/// What is known now of a day stands in the history. What was known then differs by few changes: those recorded since
/// with an earlier day, and those taken back since. So the register of a day near what was known last is taken as it is
/// now, the subjects of those changes are folded anew, each from what happened to it alone, and put in their place; then
/// the changes known then of the days between are folded. The day to begin from is the one that makes least work.
package struct TimeAxes: Sendable {
    private var history: History
    private var index = ChangeIndex()
    private let workOfSubject: Int

    /// Both axes of a history.
    /// - Parameter workOfSubject: what folding a subject anew costs, against folding a change (`script/bench axes`). It
    ///   decides which way an answer is come by, not what it is.
    package init(_ history: History, workOfSubject: Int = 8) {
        self.history = history
        self.workOfSubject = workOfSubject
        for entry in history.entries { index.take(entry) }
    }

    /// Takes in what was recorded since; the history must go on from the one there is.
    package mutating func follow(_ history: History) {
        precondition(history.position >= index.position, "a journal only grows")
        for entry in history.entries[index.position...] { index.take(entry) }
        self.history = history
    }

    /// The position of the last Act.
    package var position: Int { index.position }

    /// The register at the end of a day, as known at a position: the same bytes as folding the journal up to there.
    package func register(on day: Day, known: Int) -> Register {
        guard known < position else { return history.register(on: day) }
        guard known > 0, let first = index.firstDay, first <= day else { return Register() }
        let base = base(for: day, from: first, known: known)
        var altered: [ChangeIndex.Stamp] = []
        var later: [ChangeIndex.Stamp] = []
        for stamp in index.stamps where stamp.day <= day {
            if stamp.day >= base {
                if stamp.counts(at: known) { later.append(stamp) }
            } else if stamp.counts(at: known) != stamp.counts(at: position) {
                altered.append(stamp)
            }
        }
        var register = history.register(on: base.advanced(by: -1))
        register.graft(alterations(altered, before: base, known: known))
        fold(later, into: &register)
        return register
    }

    /// The first day that is folded and not taken from what is known now, by what is least work.
    private func base(for day: Day, from first: Day, known: Int) -> Day {
        // By day: changes that would be put in or taken out, and changes that would be folded.
        var altered = [Int32](repeating: 0, count: Int(day.number - first.number) + 1)
        var folded = altered
        for stamp in index.stamps where stamp.day <= day {
            let place = Int(stamp.day.number - first.number)
            let counts = stamp.counts(at: known)
            if counts { folded[place] += 1 }
            if counts != stamp.counts(at: position) { altered[place] += 1 }
        }
        var work = folded.reduce(0) { $0 + Int($1) }
        var best = (day: first, work: work)
        for place in altered.indices {
            work += Int(altered[place]) * workOfSubject - Int(folded[place])
            if work <= best.work { best = (first.advanced(by: place + 1), work) }
        }
        return best.day
    }

    /// The subjects of changes that counted otherwise, as they stood before a day as known then, folded for themselves.
    private func alterations(_ altered: [ChangeIndex.Stamp], before day: Day, known: Int) -> Alterations {
        var subjects: Set<Mention> = []
        var lines: [LedgerLine] = []
        for stamp in altered {
            let change = change(stamp)
            subjects.formUnion(change.mentions)
            let sign = stamp.counts(at: known) ? 1 : -1
            lines += change.lines.map { LedgerLine($0.account, $0.amount * sign) }
        }
        var numbers: Set<Int32> = []
        func add(_ mention: Mention) { numbers.formUnion(index.numbers[mention] ?? []) }
        for subject in subjects where subject.isFolded { add(subject) }
        let tolerances = index.tolerances(touchedBy: subjects) { change(index.stamps[Int($0)]) }
        for invariant in tolerances {
            for mention in invariant.ground {
                add(mention)
                for number in index.numbers[mention] ?? [] {
                    for other in change(index.stamps[Int(number)]).mentions where other.leadsOn { add(other) }
                }
            }
        }
        var apart = Register()
        fold(numbers.map { index.stamps[Int($0)] }.filter { $0.day < day && $0.counts(at: known) }, into: &apart)
        return Alterations(subjects: subjects, tolerances: tolerances, lines: lines, apart: apart)
    }

    /// Folds changes by day and position, Act by Act, as the history does.
    private func fold(_ stamps: [ChangeIndex.Stamp], into register: inout Register) {
        var rest = stamps.sorted { ($0.day, $0.position, $0.index) < ($1.day, $1.position, $1.index) }[...]
        while let first = rest.first {
            let group = rest.prefix { $0.day == first.day && $0.position == first.position }
            register.fold(group.map(change), at: Int(first.position))
            rest = rest.dropFirst(group.count)
        }
    }

    private func change(_ stamp: ChangeIndex.Stamp) -> Change {
        history.entries[Int(stamp.position) - 1].act.changes[Int(stamp.index)].change
    }
}

/// Subjects as they were known, to be put in the place of what is known of them now.
struct Alterations {
    /// Which subjects.
    let subjects: Set<Mention>
    /// Which breaches put up with.
    let tolerances: Set<Invariant>
    /// Balances add up, so that they need no folding: what is to be added to them.
    let lines: [LedgerLine]
    /// A register in which the subjects and tolerances stand as they were known; nothing else in it is of use.
    let apart: Register
}

extension Mention {
    /// Whether its state is folded from what mentions it; balances add up, and the other two only lead to people and
    /// reservations.
    fileprivate var isFolded: Bool {
        switch self {
        case .account, .staff, .reserved: false
        default: true
        }
    }

    /// People lead on to all bodies they were ever on the establishment of, reservations to those they were for; and what
    /// a body's measure hangs on leads to them.
    fileprivate var leadsOn: Bool {
        switch self {
        case .person, .reservation: true
        default: false
        }
    }
}

extension Invariant {
    /// What its measure hangs on.
    fileprivate var ground: [Mention] {
        switch self {
        case .headsWithinBalance(let id, _), .postsWithinBalance(let id, _):
            [.tolerance(self), .staff(id), .account(.institution(id)), .figures(id), .reserved(id)]
        case .onePlace(let id): [.tolerance(self), .person(id)]
        case .withinCeiling(let commodity): [.tolerance(self), .account(.grant), .ceiling(commodity)]
        // Never put up with.
        case .notBelowZero, .poolCoversReservations, .closedHoldsNothing, .oneLead: []
        }
    }
}

extension ChangeIndex {
    /// The breaches put up with whose measure may hang on these subjects, and those they went over into.
    fileprivate func tolerances(touchedBy subjects: Set<Mention>, _ change: (Int32) -> Change) -> Set<Invariant> {
        guard !tolerated.isEmpty else { return [] }
        var all = subjects
        for subject in subjects where subject.leadsOn {
            for number in numbers[subject] ?? [] { all.formUnion(change(number).mentions) }
        }
        var open = tolerated.filter { !all.isDisjoint(with: $0.ground) }
        var found: Set<Invariant> = []
        while let next = open.popFirst() {
            found.insert(next)
            open.formUnion((merged[next] ?? []).subtracting(found))
        }
        return found
    }
}
