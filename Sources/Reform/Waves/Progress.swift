import Basics
import Registry

/// How far a decided plan has come (方案进度): read from the journal, where its Acts carry its digest.
package struct PlanProgress: Hashable, Sendable {
    /// The positions of the Acts that carried out its waves, in order, without those that were undone.
    package let positions: [Int]

    /// The position at which it was decided.
    package var decidedAt: Int? { positions.first }
}

extension History {
    /// How far the plan of that digest has come. A counter-Act takes back the last wave that stands; where none stands,
    /// it takes a counter-Act back.
    package func progress(of plan: Digest) -> PlanProgress {
        var standing: [Int] = []
        for entry in entries where entry.act.plan == plan {
            if entry.act.basis == .counter, !standing.isEmpty {
                standing.removeLast()
            } else {
                standing.append(entry.position)
            }
        }
        return PlanProgress(positions: standing)
    }
}
