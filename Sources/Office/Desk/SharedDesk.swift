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
package final class SharedDesk: Sendable {
    private let journal: Journal
    private let jurisdiction: String
    private let state: Mutex<State>
    private let commits = DispatchQueue(label: "sanding.commits")

    private struct State {
        /// All that was judged, durable or not.
        var history: History
        /// The register as far as it is durable.
        var durable: Register
        /// How far that is.
        var position: Int
        /// What was judged and is not being committed yet, in order.
        var waiting: [Submitted] = []
        /// What was refused on what this node knows. Another may know more, so that it is asked before the answer is given.
        var doubtful: [Submitted] = []
        /// What is not durable yet, by command: sent again, a command waits for its first answer.
        var open: [Identifier<Act>: Submitted] = [:]
        var isCommitting = false
    }

    /// What is committed at once, with what was refused beside it.
    private struct Batch {
        let judged: [Submitted]
        let doubtful: [Submitted]
        let register: Register
        let position: Int
    }

    /// Loads the jurisdiction's journal.
    package init(_ journal: Journal, jurisdiction: String) throws(OfficeFailure) {
        self.journal = journal
        self.jurisdiction = jurisdiction
        let history = History(
            folding: try storing { () throws(StorageFailure) in try journal.entries(of: jurisdiction) },
            of: jurisdiction)
        state = Mutex(State(history: history, durable: history.latest, position: history.position))
    }

    /// The register as far as it is durable, and the position it is of.
    package var register: (register: Register, position: Int) { state.withLock { ($0.durable, $0.position) } }

    /// Takes in what other nodes recorded, and gives the position that the register is of then: so a node that records
    /// nothing follows, and whoever wrote on another reads what they wrote.
    @discardableResult
    package func refresh() throws(OfficeFailure) -> Int {
        // In the line of commits, so that nothing is on its way into the journal.
        let failed = commits.sync {
            state.withLock { state -> StorageFailure? in
                // What waits is committed next, which takes in what others recorded.
                guard state.waiting.isEmpty, state.doubtful.isEmpty else { return nil }
                do throws(StorageFailure) { try catchUp(&state) } catch { return error }
                return nil
            }
        }
        if let failed { throw OfficeFailure(failed) }
        return register.position
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
    /// - Parameter isFinal: nothing is known elsewhere that isn't here, so that a refusal is the answer.
    private static func judge(_ submitted: Submitted, in state: inout State, isFinal: Bool = false) -> Bool {
        if let position = state.history.position(of: submitted.act.command) {
            submitted.finish(.success(state.history.entries[position - 1]))
            return false
        }
        let recorded = max(submitted.instant, state.history.lastRecorded ?? submitted.instant)
        do throws(Refusal) {
            let admission = try state.history.judge(submitted.act, recorded: recorded)
            state.history.accept(admission)
            submitted.judged(as: admission.entry)
            state.waiting.append(submitted)
            state.open[submitted.act.command] = submitted
            return true
        } catch {
            let failure = OfficeFailure(error, in: state.history.latest)
            guard isFinal else {
                submitted.refused(failure)
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
        while true {
            let taken = state.withLock { state -> Batch? in
                if state.waiting.isEmpty { judgeAgain(&state) }
                guard !state.waiting.isEmpty else {
                    state.isCommitting = false
                    return nil
                }
                defer { (state.waiting, state.doubtful) = ([], []) }
                return Batch(
                    judged: state.waiting, doubtful: state.doubtful, register: state.history.latest,
                    position: state.history.position)
            }
            guard let taken else { return }
            do throws(StorageFailure) {
                try journal.append(all: taken.judged.map(\.submission))
                state.withLock { state in
                    state.durable = taken.register
                    state.position = taken.position
                    for item in taken.judged + taken.doubtful { state.open[item.act.command] = nil }
                }
                // Nobody came in between, so what was refused on the way is refused.
                for item in taken.judged + taken.doubtful { item.answer() }
            } catch {
                startOver(taken.judged + taken.doubtful, after: error)
            }
        }
    }

    /// Judges the doubtful on what others recorded meanwhile. Nothing is on its way into the journal then.
    private func judgeAgain(_ state: inout State) {
        let doubtful = state.doubtful
        guard !doubtful.isEmpty else { return }
        state.doubtful = []
        for item in doubtful { state.open[item.act.command] = nil }
        do throws(StorageFailure) { try catchUp(&state) } catch {
            for item in doubtful { item.finish(.failure(OfficeFailure(error))) }
            return
        }
        for item in doubtful { _ = SharedDesk.judge(item, in: &state, isFinal: true) }
    }

    /// Takes in what others recorded after what is durable here, and lets go of all that isn't.
    private func catchUp(_ state: inout State) throws(StorageFailure) {
        if state.history.position > state.position { state.history = state.history.known(at: state.position) }
        state.history.follow(try journal.entries(of: jurisdiction, after: state.position))
        state.durable = state.history.latest
        state.position = state.history.position
    }

    /// Judges again what is not durable, on what others recorded. Where the store itself failed, it all fails.
    private func startOver(_ batch: [Submitted], after failure: StorageFailure) {
        state.withLock { state in
            let open = batch + state.waiting + state.doubtful
            state.waiting = []
            state.doubtful = []
            state.open = [:]
            let position = state.position
            do throws(StorageFailure) { try catchUp(&state) } catch {
                for item in open { item.finish(.failure(OfficeFailure(error))) }
                return
            }
            switch failure {
            case .headMoved where state.position > position, .commandKnown:
                for item in open { _ = SharedDesk.judge(item, in: &state, isFinal: true) }
            case .headMoved:
                for item in open { item.finish(.failure(OfficeFailure(.busy))) }
            default:
                // What was lost on the way may have arrived all the same.
                for item in open {
                    if let position = state.history.position(of: item.act.command) {
                        item.finish(.success(state.history.entries[position - 1]))
                    } else {
                        item.finish(.failure(OfficeFailure(failure)))
                    }
                }
            }
        }
    }
}

/// An Act on its way into the journal, and whoever waits for it.
private final class Submitted: Sendable {
    let act: Act
    let texts: [SealedText]
    let tokens: [TokenEntry]
    let instant: Instant
    private let judgement = Mutex<Result<Entry, OfficeFailure>?>(nil)
    private let result = Mutex<Result<Entry, OfficeFailure>?>(nil)
    private let isDone = DispatchGroup()

    init(_ act: Act, _ texts: [SealedText], _ tokens: [TokenEntry], at instant: Instant) {
        self.act = act
        self.texts = texts
        self.tokens = tokens
        self.instant = instant
        isDone.enter()
    }

    var submission: Submission {
        guard case .success(let entry) = judgement.withLock({ $0 }) else {
            preconditionFailure("what is committed was judged")
        }
        return Submission(entry, sealing: texts, tokens: tokens)
    }

    func judged(as entry: Entry) { judgement.withLock { $0 = .success(entry) } }

    func refused(_ failure: OfficeFailure) { judgement.withLock { $0 = .failure(failure) } }

    /// Gives the judgement as the answer.
    func answer() { if let judgement = judgement.withLock({ $0 }) { finish(judgement) } }

    func finish(_ result: Result<Entry, OfficeFailure>) {
        self.result.withLock { $0 = result }
        isDone.leave()
    }

    func wait() throws(OfficeFailure) -> Entry {
        isDone.wait()
        guard let result = result.withLock({ $0 }) else { throw OfficeFailure(.busy) }
        return try result.get()
    }
}
