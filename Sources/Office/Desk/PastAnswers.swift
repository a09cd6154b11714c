import Basics
import Registry
import Storage
import Synchronization

/// What was asked lately about the past (按日、按知查询): the register of a day as known at a position never changes once a
/// later Act is recorded, so that an answer stays good.
struct PastAnswers {
    private struct Question: Hashable {
        let day: Day
        let known: Int
    }

    private var axes: TimeAxes?
    private var answers: [Question: Register] = [:]
    private var asked: [Question] = []
    private static let most = 32

    /// The register of a day as known at a position of a history.
    mutating func register(on day: Day, known: Int, in history: @autoclosure () -> History) -> Register {
        let question = Question(day: day, known: known)
        if let answer = answers[question] { return answer }
        if axes.map({ $0.position < known }) ?? true {
            let history = history()
            if axes == nil { axes = TimeAxes(history) } else { axes?.follow(history) }
        }
        guard let answer = axes?.register(on: day, known: known) else { return Register() }
        answers[question] = answer
        asked.append(question)
        if asked.count > PastAnswers.most { answers[asked.removeFirst()] = nil }
        return answer
    }
}

extension SharedDesk {
    /// The register at the end of a day, as known at a position or, where none is given, now: what nobody can make
    /// otherwise any more, and what still can be.
    package func register(on day: Day, known position: Int? = nil) -> Register {
        let now = durable
        guard let position, position < now.position else { return now.register(on: day) }
        return past.withLock { $0.register(on: day, known: position, in: now) }
    }
}

extension SharedDesk {
    /// As far as was known at the end of a day on the offices' clocks.
    package func position(known day: Day) -> Int {
        let next = Instant(beginning: day.advanced(by: 1))
        return durable.position(at: Instant(milliseconds: next.milliseconds - 1))
    }

    /// A desk of one's own on what is durable now, over a journal that may keep a record of who writes. What it records,
    /// `refresh` takes in here.
    package func desk(over journal: Journal? = nil) -> Desk { Desk(journal ?? self.journal, history: durable) }

    /// The digest of the entry at a position, as it stands in the chain: made anew it would cost as much as the entry is long.
    /// Zeros where there is no entry.
    package func digest(at position: Int) -> Digest {
        let history = durable
        return position >= history.position ? history.head : history.entries[position].previous
    }

    /// The last entries up to a position, the last first.
    package func entries(last count: Int, through position: Int) -> [Entry] {
        Array(durable.entries.prefix(position).suffix(count).reversed())
    }
}

extension Desk {
    /// The same desk as it was once a position was recorded: what came later it doesn't know.
    package func known(at position: Int) -> Desk {
        position == history.position ? self : Desk(journal, history: history.known(at: position))
    }
}
