import Basics
import Dispatch
import Procedure
import Registry
import Storage
import Synchronization

/// What `sanding verify` found (校验结果).
package struct Verification: Sendable {
    /// The jurisdiction.
    package let jurisdiction: String
    /// Entries looked at.
    package let entries: Int
    /// Changes replayed.
    package let changes: Int
    /// Everything that does not meet: the chain, the digests kept outside, the replay, the invariants.
    package let faults: [Fault]
    /// The digest to keep outside the database.
    package let outside: OutsideDigest?
    /// The digest of the audit to keep outside; nil where it is empty, or the chain is broken.
    package let audit: OutsideDigest?
    /// The digest of the register as replayed.
    package let register: Digest

    /// One thing that does not meet.
    package struct Fault: Sendable, Hashable {
        /// The position of the first Act concerned; zero when it is the journal as a whole.
        package let position: Int
        /// The stable code.
        package let code: String
        /// What, and what to do.
        package let wording: Wording
    }
}

/// Replays a jurisdiction's journal from nothing: the chain and the digests kept outside, each Act judged again as it
/// was, the folded register byte for byte, every invariant over everything, and the motions that decisions stand on.
///
/// Entries are judged on a thread of their own, while the chain is walked and all is folded on this one.
package func verifyJournal(
    _ journal: Journal, jurisdiction: String, against outside: [OutsideDigest] = [],
    progress: (Int, Int) -> Void = { _, _ in }
) throws(OfficeFailure) -> Verification {
    let replay = Replay(of: jurisdiction)
    var entries: [Entry] = []
    let chain = try storing { () throws(StorageFailure) in
        let all = try journal.head(of: jurisdiction)?.position ?? 0
        entries.reserveCapacity(all)
        defer { replay.take(Array(entries.suffix(entries.count % Replay.batch))) }
        return try journal.checkChain(of: jurisdiction) { entry in
            progress(entry.position, all)
            entries.append(entry)
            if entries.count.isMultiple(of: Replay.batch) { replay.take(Array(entries.suffix(Replay.batch))) }
        }
    }
    let met = try storing { () throws(StorageFailure) in try journal.check(against: outside) }
    var faults = (chain + met).map { Verification.Fault(position: $0.position, code: $0.code, wording: $0.wording) }
    // A broken chain can't be replayed: what the entries say is not what was recorded.
    guard chain.isEmpty else {
        return Verification(
            jurisdiction: jurisdiction, entries: 0, changes: 0, faults: faults, outside: nil, audit: nil,
            register: .none)
    }
    let folded = History.register(folding: entries).digest
    let (history, fault) = replay.judged
    if let fault { faults.append(fault) }
    let register = history.latest.digest
    if faults.isEmpty, folded != register {
        faults.append(
            Verification.Fault(
                position: 0, code: "fold-differs",
                wording: Wording(zh: "重放得到的台账与判定得到的不同。", en: "Folding gives another register than judging.")))
    }
    faults += history.latest.brokenParts
    faults += try faultsOfMotions(history.entries, in: journal, of: jurisdiction)
    faults += try faultsOfSummary(history, in: journal)
    let (head, audit) = try storing { () throws(StorageFailure) in
        (try journal.outsideDigest(of: jurisdiction), try journal.outsideDigest(ofAudit: jurisdiction))
    }
    return Verification(
        jurisdiction: jurisdiction, entries: history.entries.count,
        changes: history.entries.reduce(0) { $0 + $1.act.changes.count }, faults: faults, outside: head,
        audit: audit, register: register)
}

/// Entries judged again as they come, on a thread of its own.
private final class Replay: Sendable {
    /// How many entries are handed over at once.
    static let batch = 32

    private let queue = DispatchQueue(label: "sanding.verify")
    private let state: Mutex<State>

    private struct State {
        var history: History
        var fault: Verification.Fault?
    }

    init(of jurisdiction: String) { state = Mutex(State(history: History(jurisdiction: jurisdiction))) }

    /// Judges the next entries, until one does not hold.
    func take(_ entries: [Entry]) {
        queue.async {
            self.state.withLock { state in
                for entry in entries where state.fault == nil { state.fault = state.history.judgeAgain(entry) }
            }
        }
    }

    /// What judging gave; waits for it.
    var judged: (history: History, fault: Verification.Fault?) {
        queue.sync { state.withLock { ($0.history, $0.fault) } }
    }
}

extension History {
    /// Judges an entry again and takes it in; what is wrong where that does not give the entry.
    fileprivate mutating func judgeAgain(_ entry: Entry) -> Verification.Fault? {
        if position == 0 { self = History(jurisdiction: jurisdiction, algorithm: entry.algorithm) }
        do {
            let admission = try judge(entry.act, recorded: entry.recorded)
            guard admission.entry == entry else {
                return Verification.Fault(
                    position: entry.position, code: "not-as-judged",
                    wording: Wording(
                        zh: "第\(entry.position)号决定与重新判定的记录不一致。请从备份恢复并查明原因。",
                        en:
                            "Act \(entry.position) is not what judging it again gives. Restore a backup and find out why."
                    ))
            }
            accept(admission)
            return nil
        } catch {
            let why = error.wording(in: latest)
            return Verification.Fault(
                position: entry.position, code: error.code,
                wording: Wording(
                    zh: "第\(entry.position)号决定重新判定不能成立：\(why.zh)",
                    en: "Act \(entry.position) does not hold when judged again: \(why.en)"))
        }
    }
}

extension Register {
    /// Sums and invariants that don't hold.
    fileprivate var brokenParts: [Verification.Fault] {
        unbalanced.map { commodity in
            Verification.Fault(
                position: 0, code: "unbalanced",
                wording: Wording(
                    zh: "编制账不平：\(commodity.name.zh)各户之和不为零。",
                    en: "The ledger does not balance: \(commodity.name.en) does not sum to zero."))
        }
            + brokenInvariants.map { invariant, excess in
                let refusal = Refusal.breaks(invariant, by: excess)
                return Verification.Fault(position: 0, code: refusal.code, wording: refusal.wording(in: self))
            }
    }
}

/// The summary that is kept of a head, where it is not what the register comes to.
private func faultsOfSummary(
    _ history: History, in journal: Journal
) throws(OfficeFailure) -> [Verification.Fault] {
    let kept = try storing { () throws(StorageFailure) in try journal.summaries() }
        .first { $0.jurisdiction == history.jurisdiction }
    guard let kept, kept.digest == history.head, kept.content != CountySummary(of: history.latest).bytes else {
        return []
    }
    return [
        Verification.Fault(
            position: 0, code: "summary-differs",
            wording: Wording(
                zh: "保存的区划汇总与台账不符。用 sanding counties --anew 重新汇总，并查明原因。",
                en: "The summary that is kept is not what the register comes to. Make it again with "
                    + "sanding counties --anew, and find out why."))
    ]
}

/// Decisions whose motion is not, event by event, what it was when they were made.
private func faultsOfMotions(
    _ entries: [Entry], in journal: Journal, of jurisdiction: String
) throws(OfficeFailure) -> [Verification.Fault] {
    let motions: [Motion]
    do throws(OfficeFailure) { motions = try readMotions(in: journal, of: jurisdiction) } catch {
        return [Verification.Fault(position: 0, code: error.code, wording: error.wording)]
    }
    var stood: Set<Digest> = []
    for motion in motions {
        for count in 1...motion.events.count { stood.insert(motion.digest(of: count, in: jurisdiction)) }
    }
    return entries.filter { $0.act.standsOnMotions && !stood.isSuperset(of: $0.act.attachments) }.map { entry in
        Verification.Fault(
            position: entry.position, code: "motion-altered",
            wording: Wording(
                zh: "第\(entry.position)号决定所依据的动议件记录与决定时不同，或已不在。请从备份恢复并查明原因。",
                en: "The motion on which Act \(entry.position) stands is not as it was when that was decided, or gone. "
                    + "Restore a backup and find out why."))
    }
}

extension Act {
    /// Whether all it is attached to are motions; what a workbook brought has the digest of the file.
    fileprivate var standsOnMotions: Bool {
        switch basis {
        case .plan, .counter: true
        case .opening, .correction: false
        case .daily: changes.allSatisfy { if case .adoptRules = $0.change { true } else { false } }
        }
    }
}
