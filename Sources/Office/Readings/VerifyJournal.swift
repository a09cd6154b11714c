import Basics
import Procedure
import Registry
import Storage

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
package func verifyJournal(
    _ journal: Journal, jurisdiction: String, against outside: [OutsideDigest] = [],
    progress: (Int, Int) -> Void = { _, _ in }
) throws(OfficeFailure) -> Verification {
    let chain = try storing { () throws(StorageFailure) in try journal.checkChain(of: jurisdiction) }
    let met = try storing { () throws(StorageFailure) in try journal.check(against: outside) }
    var faults = (chain + met).map { Verification.Fault(position: $0.position, code: $0.code, wording: $0.wording) }
    // A broken chain can't be replayed: what the entries say is not what was recorded.
    guard chain.isEmpty else {
        return Verification(
            jurisdiction: jurisdiction, entries: 0, changes: 0, faults: faults, outside: nil, register: .none)
    }
    let entries = try storing { () throws(StorageFailure) in try journal.entries(of: jurisdiction) }
    var history = History(jurisdiction: jurisdiction)
    for (index, entry) in entries.enumerated() {
        progress(index, entries.count)
        do {
            let admission = try history.judge(entry.act, recorded: entry.recorded)
            guard admission.entry == entry else {
                faults.append(
                    Verification.Fault(
                        position: entry.position, code: "not-as-judged",
                        wording: Wording(
                            zh: "第\(entry.position)号决定与重新判定的记录不一致。请从备份恢复并查明原因。",
                            en:
                                "Act \(entry.position) is not what judging it again gives. Restore a backup and find out why."
                        )))
                break
            }
            history.accept(admission)
        } catch {
            let why = error.wording(in: history.latest)
            faults.append(
                Verification.Fault(
                    position: entry.position, code: error.code,
                    wording: Wording(
                        zh: "第\(entry.position)号决定重新判定不能成立：\(why.zh)",
                        en: "Act \(entry.position) does not hold when judged again: \(why.en)")))
            break
        }
    }
    let folded = History(folding: entries, of: jurisdiction)
    if faults.isEmpty, folded.latest.bytes != history.latest.bytes {
        faults.append(
            Verification.Fault(
                position: 0, code: "fold-differs",
                wording: Wording(zh: "重放得到的台账与判定得到的不同。", en: "Folding gives another register than judging.")))
    }
    for commodity in history.latest.unbalanced {
        faults.append(
            Verification.Fault(
                position: 0, code: "unbalanced",
                wording: Wording(
                    zh: "编制账不平：\(commodity.name.zh)各户之和不为零。",
                    en: "The ledger does not balance: \(commodity.name.en) does not sum to zero.")))
    }
    for (invariant, excess) in history.latest.brokenInvariants {
        let why = Refusal.breaks(invariant, by: excess).wording(in: history.latest)
        faults.append(
            Verification.Fault(position: 0, code: Refusal.breaks(invariant, by: excess).code, wording: why))
    }
    faults += try faultsOfMotions(entries, in: journal, of: jurisdiction)
    let head = try storing { () throws(StorageFailure) in try journal.outsideDigest(of: jurisdiction) }
    return Verification(
        jurisdiction: jurisdiction, entries: entries.count,
        changes: entries.reduce(0) { $0 + $1.act.changes.count }, faults: faults, outside: head,
        register: history.latest.digest)
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
