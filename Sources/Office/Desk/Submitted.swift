import Basics
import Dispatch
import Registry
import Storage
import Synchronization

/// An Act on its way into the journal, and whoever waits for it.
final class Submitted: Sendable {
    let act: Act
    let texts: [SealedText]
    let tokens: [TokenEntry]
    let instant: Instant
    private let judgement = Mutex<Result<History.Admission, OfficeFailure>?>(nil)
    private let result = Mutex<Result<Entry, OfficeFailure>?>(nil)
    private let isDone = DispatchGroup()

    init(_ act: Act, _ texts: [SealedText], _ tokens: [TokenEntry], at instant: Instant) {
        self.act = act
        self.texts = texts
        self.tokens = tokens
        self.instant = instant
        isDone.enter()
    }

    /// How it was admitted when it was last judged.
    var admission: History.Admission {
        guard case .success(let admission) = judgement.withLock({ $0 }) else {
            preconditionFailure("what is committed was judged")
        }
        return admission
    }

    var submission: Submission { Submission(admission.entry, sealing: texts, tokens: tokens) }

    func judged(_ judgement: Result<History.Admission, OfficeFailure>) {
        self.judgement.withLock { $0 = judgement }
    }

    /// Gives the judgement as the answer.
    func answer() { if let judgement = judgement.withLock({ $0 }) { finish(judgement.map(\.entry)) } }

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
