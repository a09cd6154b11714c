import Basics
import Reform
import Registry
import Storage

extension Desk {
    /// The indices of the changes that steps of a decided plan came to: the plan's text stands sealed beside the journal,
    /// and expanding it on the register it was decided on gives the same changes again.
    /// - Parameter steps: which steps of the wave, from 1.
    func changes(ofSteps steps: [Int], at position: Int) throws(OfficeFailure) -> Set<Int> {
        let decided = try decidedPlan(at: position)
        let act = history.entries[position - 1].act
        guard let wave = decided.progress.positions.firstIndex(of: position), let day = act.changes.first?.day else {
            throw OfficeFailure(
                .input, "not-a-plan", zh: "第\(position)号决定不是改革方案，不能分步撤回。",
                en: "Act \(position) is no decided plan and can't be undone step by step.")
        }
        let before = history.known(at: position - 1).register(on: day)
        let expanded = expand(
            decided.plan, wave: wave, on: before, day: day,
            releasing: decided.plan.reservations(of: wave, madeBy: decided.entry.act, in: before))
        guard act.changes.prefix(expanded.changes.count).map(\.change) == expanded.changes else {
            throw OfficeFailure(
                .refusal, "steps-unknown", zh: "第\(position)号决定的变动与方案各步骤对不上，只能整体撤回。",
                en:
                    "The changes of Act \(position) are not those the plan's steps come to; it can only be undone whole."
            )
        }
        var part: Set<Int> = []
        for step in steps {
            guard expanded.steps.indices.contains(step - 1) else {
                throw OfficeFailure(
                    .input, "unknown-step", zh: "方案没有第\(step)步，共\(expanded.steps.count)步。",
                    en: "The plan has no step \(step); it has \(expanded.steps.count).")
            }
            part.formUnion(expanded.steps[step - 1].changes)
        }
        return part
    }

    /// The later Act that stands in the way of undoing a change of a decided one: the change could be undone just before
    /// it and not after it. Nil when it never could.
    package func obstacle(
        to position: Int, steps: [Int] = [], losing index: Int, on day: Day, at instant: Instant
    ) throws(OfficeFailure) -> Entry? {
        let entry = history.entries[position - 1]
        let part = steps.isEmpty ? nil : try changes(ofSteps: steps, at: position)
        let before = history.known(at: position - 1).register(on: entry.act.changes.first?.day ?? day)
        let recorded = max(instant, history.lastRecorded ?? instant).officeDay
        func isLost(at known: Int) -> Bool {
            counter(
                entry, before: before, now: history.known(at: known).register(on: day), on: day, recorded: recorded,
                at: history.position + 1, reason: .none, part: part
            ).lost.contains { $0.index == index }
        }
        // Possible just after the Act, impossible now: somewhere between the two it turned.
        var low = position
        var high = history.position
        guard low < high, !isLost(at: low), isLost(at: high) else { return nil }
        while high - low > 1 {
            let middle = (low + high) / 2
            if isLost(at: middle) { high = middle } else { low = middle }
        }
        return history.entries[high - 1]
    }
}
