import Basics
import Dispatch
import Registry
import Storage
import Synchronization

/// A jurisdiction's desk that many clients use at once (共用台账).
///
/// Acts are judged one after another, each on those judged before it. Those that come while a commit is under way share the
/// next one, so that many small Acts cost one sync; whoever records something waits until it is durable. Where another node
/// was faster, all that is not durable yet is judged again on what it recorded, and refused where it no longer applies.
///
/// Only the queue of commits moves what is durable, and nothing waits for the database while the state is locked: readers
/// go on while the server is away.
package final class SharedDesk: Sendable {
    let journal: Journal
    let jurisdiction: String
    let following = Following()
    let past = Mutex(PastAnswers())
    private let state: Mutex<State>
    private let commits = DispatchQueue(label: "sanding.commits")

    private struct State {
        /// All that was judged, durable or not.
        var history: History
        /// As far as it is durable. A history of its own: what isn't durable is let go of without folding anything again.
        var durable: History
        /// What was judged and is not being committed yet, in order.
        var waiting: [Submitted] = []
        /// What was refused on what this node knows. Another may know more, so that it is asked before the answer is given.
        var doubtful: [Submitted] = []
        /// What is not durable yet, by command: sent again, a command waits for its first answer.
        var open: [Identifier<Act>: Submitted] = [:]
        var isCommitting = false
        /// Whether another node was faster the last time.
        var wasSlower = false

        /// Takes in what others recorded after what is durable here, and lets go of all that isn't.
        mutating func takeIn(_ news: [Entry]) {
            guard !news.isEmpty || history.position > durable.position else { return }
            // Let go of first, so that the arrays of what is durable grow in place.
            history = History(jurisdiction: durable.jurisdiction)
            durable.follow(news)
            history = durable
        }
    }

    /// What is committed at once, with what was refused beside it.
    private struct Batch {
        let judged: [Submitted]
        let doubtful: [Submitted]

        var all: [Submitted] { judged + doubtful }
    }

    /// Loads the jurisdiction's journal.
    package init(_ journal: Journal, jurisdiction: String) throws(OfficeFailure) {
        self.journal = journal
        self.jurisdiction = jurisdiction
        let history = History(
            folding: try storing { () throws(StorageFailure) in try journal.entries(of: jurisdiction) },
            of: jurisdiction)
        state = Mutex(State(history: history, durable: history))
    }

    /// The register as far as it is durable, and the position it is of.
    package var register: (register: Register, position: Int) {
        state.withLock { ($0.durable.latest, $0.durable.position) }
    }

    /// The history as far as it is durable. Whoever keeps it makes the next Act copy its lists.
    var durable: History { state.withLock { $0.durable } }

    /// How many changes its journal has, by which its memory goes.
    var weight: Int { state.withLock { $0.history.entries.reduce(0) { $0 + $1.act.changes.count } } }

    /// Takes in what other nodes recorded, and gives the position that the register is of then: so a node that records
    /// nothing follows, and whoever wrote on another reads what they wrote.
    @discardableResult
    package func refresh() throws(OfficeFailure) -> Int {
        let failed = commits.sync { () -> StorageFailure? in
            do throws(StorageFailure) { try takeInNews() } catch { return error }
            return nil
        }
        if let failed { throw OfficeFailure(failed) }
        return register.position
    }

    /// Takes in what others recorded, as soon as nothing is on its way into the journal, and doesn't wait for it.
    func refreshLater(then done: @escaping @Sendable () -> Void) {
        commits.async {
            try? self.takeInNews()
            done()
        }
    }

    /// In the line of commits, so that nothing is on its way into the journal.
    private func takeInNews() throws(StorageFailure) {
        let news = try news()
        guard !news.isEmpty else { return }
        state.withLock { state in
            // What waits is committed next, which takes in what others recorded.
            if state.waiting.isEmpty, state.doubtful.isEmpty { state.takeIn(news) }
        }
        following.tellMoved()
    }

    /// What others recorded after what is durable here.
    private func news() throws(StorageFailure) -> [Entry] {
        try journal.entries(of: jurisdiction, after: state.withLock { $0.durable.position })
    }

    /// Records an Act, and comes back when it is durable. A command that is recorded already has no second effect.
    package func record(
        _ act: Act, sealing texts: [SealedText] = [], tokens: [TokenEntry] = [], at instant: Instant
    ) throws(OfficeFailure) -> Entry {
        let submitted = Submitted(act, texts, tokens, at: instant)
        let (answer, begins) = state.withLock { state -> (Submitted, Bool) in
            if let open = state.open[act.command] { return (open, false) }
            guard SharedDesk.judge(submitted, in: &state) else { return (submitted, false) }
            defer { state.isCommitting = true }
            return (submitted, !state.isCommitting)
        }
        if begins { commits.async { self.commitAll() } }
        return try answer.wait()
    }

    /// Judges on all that was judged before; false where that is an answer already.
    /// - Parameter isFresh: nothing is known elsewhere that isn't here; so a refusal is the answer, unless it rests on what
    ///   isn't durable.
    private static func judge(_ submitted: Submitted, in state: inout State, isFresh: Bool = false) -> Bool {
        if let position = state.history.position(of: submitted.act.command) {
            submitted.finish(.success(state.history.entries[position - 1]))
            return false
        }
        let recorded = max(submitted.instant, state.history.lastRecorded ?? submitted.instant)
        do throws(Refusal) {
            let admission = try state.history.judge(submitted.act, recorded: recorded)
            state.history.accept(admission)
            submitted.judged(.success(admission))
            state.waiting.append(submitted)
            state.open[submitted.act.command] = submitted
            return true
        } catch {
            let failure = OfficeFailure(error, in: state.history.latest)
            guard isFresh, state.history.position == state.durable.position else {
                submitted.judged(.failure(failure))
                state.doubtful.append(submitted)
                state.open[submitted.act.command] = submitted
                return true
            }
            submitted.finish(.failure(failure))
            return false
        }
    }

    /// Commits what waits, and what comes meanwhile, until nothing waits.
    private func commitAll() {
        while let taken = state.withLock({ SharedDesk.nextBatch(&$0) }) {
            guard !taken.judged.isEmpty else {
                judgeAgain(taken.doubtful)
                continue
            }
            // Where others are at it too, trying first would be to lose again.
            guard !state.withLock({ $0.wasSlower }) else {
                commitAlone(taken)
                continue
            }
            do throws(StorageFailure) {
                try journal.append(all: taken.judged.map(\.submission))
                settle(taken)
            } catch {
                switch error {
                case .headMoved, .commandKnown: commitAlone(taken)
                default: giveUp(taken, with: error)
                }
            }
        }
    }

    /// What is committed next, or is only doubtful; nil when there is nothing any more.
    private static func nextBatch(_ state: inout State) -> Batch? {
        guard !state.waiting.isEmpty || !state.doubtful.isEmpty else {
            state.isCommitting = false
            return nil
        }
        defer { (state.waiting, state.doubtful) = ([], []) }
        return Batch(judged: state.waiting, doubtful: state.doubtful)
    }

    /// What was judged is durable. Nobody came in between, so what was refused beside it is refused.
    private func settle(_ batch: Batch) {
        state.withLock { state in
            for item in batch.judged { state.durable.accept(item.admission) }
            for item in batch.all { state.open[item.act.command] = nil }
        }
        for item in batch.all { item.answer() }
        following.tellMoved()
    }

    /// Judges the doubtful on what others recorded meanwhile. Nothing is on its way into the journal then.
    private func judgeAgain(_ doubtful: [Submitted]) {
        do throws(StorageFailure) {
            let news = try news()
            state.withLock { state in SharedDesk.judgeAll(doubtful, after: news, in: &state) }
            if !news.isEmpty { following.tellMoved() }
        } catch {
            state.withLock { state in for item in doubtful { state.open[item.act.command] = nil } }
            for item in doubtful { item.finish(.failure(OfficeFailure(error))) }
        }
    }

    /// Judges these and all that came meanwhile anew, on what others recorded.
    private static func judgeAll(_ items: [Submitted], after news: [Entry], in state: inout State) {
        let open = items + state.waiting + state.doubtful
        (state.waiting, state.doubtful, state.open) = ([], [], [:])
        state.takeIn(news)
        for item in open { _ = judge(item, in: &state, isFresh: true) }
    }

    /// Commits while no other node can record anything, judged again on what they recorded before.
    private func commitAlone(_ batch: Batch) {
        var taken = batch
        do throws(StorageFailure) {
            let position = state.withLock { $0.durable.position }
            try journal.append(to: jurisdiction, after: position) { news in
                state.withLock { state in
                    state.wasSlower = !news.isEmpty
                    guard !news.isEmpty else { return }
                    SharedDesk.judgeAll(taken.all, after: news, in: &state)
                    taken = Batch(judged: state.waiting, doubtful: state.doubtful)
                    (state.waiting, state.doubtful) = ([], [])
                }
                return taken.judged.map(\.submission)
            }
            settle(taken)
        } catch {
            giveUp(taken, with: error)
        }
    }

    /// Lets go of all that isn't durable. What was lost on the way may have arrived all the same.
    private func giveUp(_ batch: Batch, with failure: StorageFailure) {
        let news = (try? news()) ?? []
        state.withLock { state in
            let open = batch.all + state.waiting + state.doubtful
            (state.waiting, state.doubtful, state.open) = ([], [], [:])
            state.takeIn(news)
            for item in open {
                if let position = state.durable.position(of: item.act.command) {
                    item.finish(.success(state.durable.entries[position - 1]))
                } else {
                    // Who sends a command knows of no head.
                    if case .headMoved = failure {
                        item.finish(.failure(OfficeFailure(.busy)))
                    } else {
                        item.finish(.failure(OfficeFailure(failure)))
                    }
                }
            }
        }
        following.tellMoved()
    }
}
