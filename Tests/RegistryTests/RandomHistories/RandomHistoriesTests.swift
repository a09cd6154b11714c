import AuditComparison
import Basics
import NaiveAuditor
import Registry
import Testing

/// The register against the naive auditor, on journals nobody thought of. The first difference in a share ends it, with
/// the seed and step in the message.
@Suite struct RandomHistoriesTests {
    static let histories = 240
    static let acts = 60
    static let shares = 8

    /// What came up in a share of the histories, so that a generator gone dull is noticed.
    struct Census {
        var admitted = 0
        var refused: [String: Int] = [:]
        var changes: Set<UInt8> = []
        var reversed = 0
        var tolerances = 0
        var closed = 0
        var backdated = 0
    }

    @Test(arguments: 0..<shares)
    func registerAndAuditorAgree(share: Int) throws {
        var census = Census()
        for seed in stride(from: share, to: Self.histories, by: Self.shares) {
            try follow(seed: UInt64(seed), &census)
        }
        let tried = Self.histories / Self.shares * Self.acts
        #expect(census.admitted > tried * 2 / 5, "too little is admitted: \(census.admitted) of \(tried)")
        #expect(census.refused.count >= 38, "kinds of refusal that came up: \(census.refused.keys.sorted())")
        #expect(census.changes.count >= 38, "codes of changes that were admitted: \(census.changes.sorted())")
        let rare = [census.reversed, census.tolerances, census.closed, census.backdated]
        #expect(rare.allSatisfy { $0 > 20 }, "\(census)")
    }

    private func follow(seed: UInt64, _ census: inout Census) throws {
        var chaos = Chaos(seed: seed)
        var history = History(jurisdiction: "330702")
        var placed: [PlacedAct] = []
        var trail = Trail()
        var beliefs: [(position: Int, day: Day, digest: Digest)] = []
        for step in 0..<Self.acts {
            var (act, recorded) = chaos.act(on: history)
            var attempts = 0
            let here: Comment = "seed \(seed), step \(step)"
            while true {
                do {
                    let admission = try history.judge(act, recorded: recorded)
                    history.accept(admission)
                    break
                } catch {
                    census.refused[error.code, default: 0] += 1
                    try check(error, of: act, recorded, trail, placed, here)
                    attempts += 1
                    guard attempts < 8, let softer = chaos.softened(act, after: error) else {
                        act = act.with(changes: []); break
                    }
                    act = softer
                }
            }
            guard !act.changes.isEmpty, let entry = history.entries.last, entry.act.command == act.command else {
                #expect(history.position == placed.count, here)
                continue
            }
            note(entry, history, &census)
            placed.append(PlacedAct(entry))
            let first = trail.follow(placed)
            try compare(history, trail, from: first, entry, here)
            if let day = history.lastDay, let some = chaos.one(of: (0..<90).map { day.advanced(by: -$0) }) {
                beliefs.append((history.position, some, history.register(on: some).digest))
                beliefs.append((history.position, day, history.latest.digest))
            }
        }
        try close(history, placed, beliefs, seed)
    }

    /// Every day from the first that is new on: the same state, and nothing wrong.
    private func compare(_ history: History, _ trail: Trail, from first: Day?, _ entry: Entry, _ here: Comment) throws {
        try #require(trail.firstWrong == nil, here)
        guard let first else { return }
        var days = Set(history.entries.flatMap { $0.act.changes.map(\.day) }.filter { $0 >= first })
        days.formUnion([first, first.advanced(by: -1), first.advanced(by: 1)])
        for day in days.sorted() {
            let apart = differences(between: history.register(on: day), and: trail.auditor(on: day))
            try #require(apart.isEmpty, "\(here.rawValue), position \(entry.position), \(day): \(apart.prefix(6))")
        }
        try #require(
            differences(between: history.latest, and: trail.auditor(on: history.lastDay ?? first)).isEmpty, here)
    }

    /// A refusal for what would be at the end: the auditor, who doesn't refuse, finds the very breach.
    private func check(
        _ refusal: Refusal, of act: Act, _ recorded: Instant, _ trail: Trail, _ placed: [PlacedAct], _ here: Comment
    ) throws {
        let expected: (position: Int, invariant: Invariant, excess: Int)
        switch refusal {
        case .breaks(let invariant, let excess): expected = (placed.count + 1, invariant, excess)
        case .breaksLaterAct(let position, .breaks(let invariant, let excess)): expected = (position, invariant, excess)
        default: return
        }
        var trail = trail
        trail.follow(placed + [PlacedAct(position: placed.count + 1, recorded: recorded.officeDay, act: act)])
        guard let (group, wrongs) = trail.firstWrong else {
            Issue.record("\(here.rawValue): the auditor finds nothing wrong where \(refusal) was given")
            return
        }
        let breaches = wrongs.compactMap { wrong in wrong.invariant.map { ($0, wrong.excess) } }.sorted { $0.0 < $1.0 }
        try #require(group.position == expected.position, here)
        let isTheSame = breaches.first?.0 == expected.invariant && breaches.first?.1 == expected.excess
        try #require(isTheSame, "\(here.rawValue): \(refusal), \(wrongs)")
        try #require(wrongs.allSatisfy { $0.invariant != nil }, "\(here.rawValue): \(wrongs)")
    }

    /// Once a history is made: folded anew it is the same, and the past answers as it did.
    private func close(
        _ history: History, _ placed: [PlacedAct], _ beliefs: [(position: Int, day: Day, digest: Digest)],
        _ seed: UInt64
    ) throws {
        let (auditor, wrongs) = Auditor.audit(placed)
        #expect(wrongs.isEmpty, "seed \(seed): \(wrongs.prefix(3))")
        #expect(differences(between: history.latest, and: auditor).isEmpty, "seed \(seed)")
        let folded = History(folding: history.entries, of: history.jurisdiction)
        #expect(folded.head == history.head && folded.lastDay == history.lastDay)
        for day in Set(history.entries.flatMap { $0.act.changes.map(\.day) }) {
            #expect(folded.register(on: day).bytes == history.register(on: day).bytes, "seed \(seed), \(day)")
        }
        for belief in beliefs {
            let then = history.known(at: belief.position).register(on: belief.day).digest
            #expect(then == belief.digest, "seed \(seed): position \(belief.position), \(belief.day)")
        }
        try compareAxes(of: history, beliefs, seed)
        followInChunks(history, seed)
        var previous = Digest.none
        for (index, entry) in history.entries.enumerated() {
            #expect(try Entry(bytes: entry.bytes) == entry, "seed \(seed), position \(entry.position)")
            #expect(entry.position == index + 1 && entry.previous == previous)
            previous = Digest(sha256: entry.bytes)
        }
        #expect(history.head == previous)
    }

    /// A history goes on from any position, in pieces of any length, to the same bytes on every day.
    private func followInChunks(_ history: History, _ seed: UInt64) {
        var source = SeededSource(seed: seed ^ 0xC0FFEE)
        let days = Set(history.entries.flatMap { $0.act.changes.map(\.day) }).sorted()
        for _ in 0..<3 {
            let start = Int.random(in: 0...history.position, using: &source)
            var going =
                Bool.random(using: &source)
                ? history.known(at: start)
                : History(folding: Array(history.entries.prefix(start)), of: history.jurisdiction)
            var rest = history.entries.dropFirst(start)
            while !rest.isEmpty {
                let count = Int.random(in: 1...rest.count, using: &source)
                going.follow(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
            #expect(going.head == history.head && going.position == history.position, "seed \(seed)")
            for day in days {
                #expect(
                    going.register(on: day).bytes == history.register(on: day).bytes,
                    "seed \(seed), from \(start), \(day)")
            }
        }
    }

    /// Any day as known at any position is what folding the journal up to there gives, whichever way it is come by.
    private func compareAxes(
        of history: History, _ beliefs: [(position: Int, day: Day, digest: Digest)], _ seed: UInt64
    ) throws {
        let days = Set(history.entries.flatMap { $0.act.changes.map(\.day) }).sorted()
        let ways = [TimeAxes(history), TimeAxes(history, workOfSubject: 0)]
        for belief in beliefs {
            for axes in ways {
                let answer = axes.register(on: belief.day, known: belief.position)
                #expect(answer.digest == belief.digest, "seed \(seed): position \(belief.position), \(belief.day)")
            }
        }
        var grown = TimeAxes(history.known(at: history.position / 2), workOfSubject: 0)
        grown.follow(history)
        for position in stride(from: Int(seed % 5), through: history.position, by: 5) {
            let known = history.known(at: position)
            for day in days.enumerated().filter({ $0.offset % 3 == position % 3 }).map(\.element) {
                let folded = known.register(on: day)
                for axes in ways + [grown] {
                    let answer = axes.register(on: day, known: position)
                    let here: Comment = "seed \(seed): position \(position), \(day)"
                    try #require(answer.bytes == folded.bytes, here)
                    try #require(DerivedParts(of: answer) == DerivedParts(of: folded), here)
                }
            }
        }
    }

    private func note(_ entry: Entry, _ history: History, _ census: inout Census) {
        census.admitted += 1
        for dated in entry.act.changes {
            var writer = CanonicalWriter()
            dated.change.encode(to: &writer)
            census.changes.insert(writer.bytes[0])
            if case .reverse = dated.change { census.reversed += 1 }
            if case .abolish = dated.change { census.closed += 1 }
            if dated.day < entry.recorded.officeDay { census.backdated += 1 }
        }
        census.tolerances += history.latest.tolerances.count
    }
}
