import Dispatch
import Synchronization

extension OverlapIndex {
    /// A pair before it is explained.
    package struct Ranked: Hashable, Sendable {
        /// Which two.
        package let statements: StatementPair
        /// How likely they are one matter, in per mille.
        package let score: Int
    }

    /// The pairs likely to be one matter, best first, ties by the lower indices, `settings.limit` at most. Pairs
    /// that a person has settled, as one matter or as different, are left out and take nobody's place.
    package func pairs(settled: Set<StatementPair> = []) -> [OverlapPair] {
        ranked(settled: settled).prefix(settings.limit).map(explained)
    }

    /// The pairs of the whole list in which at least one of these takes part, before the limit.
    package func pairs(of some: [Int], settled: Set<StatementPair> = []) -> [OverlapPair] {
        var search = OverlapSearch(self, settled: settled)
        var kept: [Ranked] = []
        var listed: [Int: Set<Int>] = [:]
        for one in Set(some).sorted() where statements.indices.contains(one) {
            for (rank, match) in search.matches(of: one, unbounded: true).enumerated() {
                let pair = StatementPair(one, match.statement)
                if rank >= settings.perStatement {
                    let theirs =
                        listed[match.statement] ?? Set(search.matches(of: match.statement).map(\.statement))
                    listed[match.statement] = theirs
                    guard theirs.contains(one) else { continue }
                }
                kept.append(Ranked(statements: pair, score: match.score / 1000))
            }
        }
        return OverlapIndex.inOrder(kept).map(explained)
    }

    /// All pairs in order, without what they share. A long list is looked through in parts, as many at once as there are
    /// cores; into how many changes nothing in the result.
    package func ranked(settled: Set<StatementPair> = [], parts: Int? = nil) -> [Ranked] {
        let parts = max(1, parts ?? min(OverlapIndex.mostParts, statements.count / OverlapIndex.leastOfPart))
        let found = Mutex<[Ranked]>([])
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let some = matched(in: stride(from: part, to: statements.count, by: parts), settled: settled)
            found.withLock { $0 += some }
        }
        return OverlapIndex.inOrder(found.withLock { $0 })
    }

    private static var mostParts: Int { 8 }
    private static var leastOfPart: Int { 500 }

    private func matched(in some: some Sequence<Int>, settled: Set<StatementPair>) -> [Ranked] {
        var search = OverlapSearch(self, settled: settled)
        var found: [Ranked] = []
        for one in some {
            for match in search.matches(of: one) {
                found.append(Ranked(statements: StatementPair(one, match.statement), score: match.score / 1000))
            }
        }
        return found
    }

    /// The best first, ties by the lower indices; a pair that both statements list, once.
    private static func inOrder(_ found: [Ranked]) -> [Ranked] {
        var sorted = found.sorted {
            $0.score != $1.score ? $0.score > $1.score : $0.statements < $1.statements
        }
        var kept = 0
        for place in sorted.indices where place == 0 || sorted[place] != sorted[kept - 1] {
            sorted[kept] = sorted[place]
            kept += 1
        }
        sorted.removeSubrange(kept...)
        return sorted
    }
}
