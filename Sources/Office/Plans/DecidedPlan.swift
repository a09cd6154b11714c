import Basics
import Reform
import Registry
import Storage

/// A plan that was decided, as the journal and the text sealed beside it have it.
package struct DecidedPlan: Sendable {
    /// As the clerk wrote it.
    package let written: WrittenPlan
    /// As it was read, with the digest under which its text stands sealed.
    package let plan: Plan
    /// The Act that decided it.
    package let entry: Entry
    /// How far it has come.
    package let progress: PlanProgress

    /// The next wave to carry out, from 1; nil when none is left.
    package var nextWave: Int? {
        progress.positions.count < plan.waves.count ? progress.positions.count : nil
    }
}

extension Desk {
    /// The decided plan of which the Act at a position carries out a wave.
    package func decidedPlan(at position: Int) throws(OfficeFailure) -> DecidedPlan {
        guard history.entries.indices.contains(position - 1) else {
            throw OfficeFailure(
                .input, "unknown-position", zh: "没有第\(position)号决定。用 sanding log 查看。",
                en: "There is no Act \(position). See sanding log.")
        }
        guard let digest = history.entries[position - 1].act.plan else {
            throw OfficeFailure(
                .input, "not-a-plan", zh: "第\(position)号决定不是改革方案。", en: "Act \(position) is no decided plan.")
        }
        return try decidedPlan(digest)
    }

    /// The decided plan of that name; of several the one decided last.
    package func decidedPlan(named name: String) throws(OfficeFailure) -> DecidedPlan {
        var seen: Set<Digest> = []
        for entry in history.entries.reversed() {
            guard let digest = entry.act.plan, entry.act.basis == .plan, seen.insert(digest).inserted,
                !history.progress(of: digest).positions.isEmpty, let found = try? decidedPlan(digest),
                found.plan.name == name
            else { continue }
            return found
        }
        throw OfficeFailure(
            .input, "unknown-plan", zh: "没有已决定的方案“\(name)”。用 sanding log 查看决定号。",
            en: "There is no decided plan “\(name)”. See sanding log for positions.")
    }

    private func decidedPlan(_ digest: Digest) throws(OfficeFailure) -> DecidedPlan {
        let progress = history.progress(of: digest)
        guard let first = progress.decidedAt else {
            throw OfficeFailure(.refusal, "already-undone", zh: "该方案已撤回。", en: "The plan was undone.")
        }
        let entry = history.entries[first - 1]
        let reason = entry.act.reason ?? .none
        let text = try storing { () throws(StorageFailure) in try journal.text(of: reason, in: jurisdiction) }
        guard case .text(let text) = text, let written = try? WrittenPlan(text), written.plan.digest == digest else {
            throw OfficeFailure(
                .refusal, "plan-text-gone", zh: "第\(first)号决定的方案文本已不可读，后续波次无法展开。请另拟方案。",
                en:
                    "The text of the plan decided by Act \(first) can't be read any more, so no later wave can be expanded. "
                    + "Draft another plan.")
        }
        var plan = written.plan
        plan.reason = reason
        return DecidedPlan(written: written, plan: plan, entry: entry, progress: progress)
    }
}
