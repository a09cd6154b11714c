import AuditComparison
import Basics
import NaiveAuditor
import Registry
import Testing

/// Faults put in on purpose: a check that has never failed is no check.
@Suite struct MutationTests {
    /// Journals that were admitted, made once.
    static let journals: [[Entry]] = (0..<24).map { seed in
        var chaos = Chaos(seed: UInt64(seed) + 5000)
        var history = History(jurisdiction: "330702")
        for _ in 0..<60 {
            let (act, recorded) = chaos.act(on: history)
            if let admission = chaos.persuade(history, act, recorded) { history.accept(admission) }
        }
        return history.entries
    }

    /// What the auditor makes of each.
    static let trails: [Trail] = journals.map { entries in
        var trail = Trail()
        trail.follow(entries.map { PlacedAct($0) })
        return trail
    }

    @Test(arguments: Mutation.all.map(\.name))
    func everyFaultIsNoticed(name: String) throws {
        let mutation = try #require(Mutation.all.first { $0.name == name })
        var tried = 0
        var missed: [String] = []
        for index in Self.journals.indices {
            for (place, isNoticed) in outcomes(of: mutation, inJournal: index) {
                tried += 1
                if !isNoticed { missed.append("journal \(index), \(place)") }
            }
        }
        #expect(tried >= 3, "the fault could be put in at \(tried) places only")
        #expect(missed.isEmpty, "\(missed.count) of \(tried) went unnoticed: \(missed.prefix(5))")
    }

    /// Without a fault the two agree, or all of the above would say nothing.
    @Test func withoutAFaultNothingIsNoticed() {
        for (entries, trail) in zip(Self.journals, Self.trails) {
            #expect(entries.count > 10)
            #expect(!isNoticed(History(folding: entries, of: "330702"), on: trail.groups.map(\.day), by: trail))
        }
    }

    private func outcomes(of mutation: Mutation, inJournal index: Int) -> [(String, Bool)] {
        let (entries, trail) = (Self.journals[index], Self.trails[index])
        let history = History(folding: entries, of: "330702")
        guard let auditor = trail.opinions.last?.auditor else { return [] }
        switch mutation.fault {
        case .change(let fault):
            return sites(of: fault, in: history).compactMap { site in
                let faulty = History(folding: spoilt(entries, at: site), of: "330702")
                // A fault that leaves the register the same on every day, byte for byte, is none.
                let days = trail.groups.map(\.day).filter { $0 >= site.entry.act.changes[site.index].day }
                let first = days.first { faulty.register(on: $0).bytes != history.register(on: $0).bytes }
                guard let first else { return nil }
                return ("\(site.entry.position).\(site.index)", isNoticed(faulty, on: [first], by: trail))
            }
        case .journal(let fault):
            return fault(entries).map {
                [("whole", isNoticed(History(folding: $0, of: "330702"), on: trail.groups.map(\.day), by: trail))]
            } ?? []
        case .state(let fault):
            return fault(State(of: history.latest)).map { state in
                let isWrong = !Tally(of: state).wrongs(in: state).isEmpty
                return [("latest", isWrong && !differences(between: state, and: auditor).isEmpty)]
            } ?? []
        case .tally(let fault):
            return fault(Tally(of: history.latest)).map { [("latest", $0 != auditor.tally)] } ?? []
        }
    }

    private struct Site {
        let entry: Entry
        let index: Int
        let replacement: Mutation.Replacement
    }

    /// Where a fault would do something: the first three places of a journal, among changes that still stand.
    private func sites(of fault: (Change, Register) -> Mutation.Replacement?, in history: History) -> [Site] {
        var sites: [Site] = []
        for entry in history.entries.reversed() {
            for (index, dated) in entry.act.changes.enumerated()
            where !history.isReversed(position: entry.position, index: index) {
                guard let replacement = fault(dated.change, history.register(on: dated.day)) else { continue }
                sites.append(Site(entry: entry, index: index, replacement: replacement))
                if sites.count == 3 { return sites }
            }
        }
        return sites
    }

    private func spoilt(_ entries: [Entry], at site: Site) -> [Entry] {
        entries.map { entry in
            guard entry.position == site.entry.position else { return entry }
            var changes = entry.act.changes
            let dated = changes[site.index]
            var instead = site.replacement.changes(for: dated.change)
            changes[site.index] = DatedChange(dated.day, instead.removeFirst())
            // What comes in addition goes to the end, so that indices stay.
            return entry.with(changes: changes + instead.map { DatedChange(dated.day, $0) })
        }
    }

    /// Whether a history differs on one of these days from what the auditor makes of its journal.
    private func isNoticed(_ history: History, on days: [Day], by trail: Trail) -> Bool {
        Set(days).contains { day in
            !differences(between: history.register(on: day), and: trail.auditor(on: day)).isEmpty
        }
    }
}

extension Chaos {
    /// An admission for the Act, softened where that helps.
    mutating func persuade(_ history: History, _ act: Act, _ recorded: Instant) -> History.Admission? {
        var act = act
        for _ in 0..<8 {
            do {
                return try history.judge(act, recorded: recorded)
            } catch {
                guard let softer = softened(act, after: error) else { return nil }
                act = softer
            }
        }
        return nil
    }
}
