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
        var kept: [StatementPair: Int] = [:]
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
                kept[pair] = match.score
            }
        }
        return OverlapIndex.inOrder(kept).map(explained)
    }

    /// The same as `pairs(settled:)`, on several threads.
    package func pairsInParallel(settled: Set<StatementPair> = [], workers: Int = 2) async -> [OverlapPair] {
        await rankedInParallel(settled: settled, workers: workers).prefix(settings.limit).map(explained)
    }

    /// All pairs in order, without what they share.
    package func ranked(settled: Set<StatementPair> = []) -> [Ranked] {
        OverlapIndex.inOrder(matched(in: statements.indices, settled: settled))
    }

    /// The same as `ranked(settled:)`, on several threads.
    package func rankedInParallel(settled: Set<StatementPair> = [], workers: Int = 2) async -> [Ranked] {
        let parts = max(1, min(workers, statements.count))
        let all = await withTaskGroup(of: [StatementPair: Int].self) { group in
            for part in 0..<parts {
                let range = statements.count * part / parts..<statements.count * (part + 1) / parts
                group.addTask { matched(in: range, settled: settled) }
            }
            var all: [StatementPair: Int] = [:]
            for await found in group { all.merge(found) { one, _ in one } }
            return all
        }
        return OverlapIndex.inOrder(all)
    }

    private func matched(in range: Range<Int>, settled: Set<StatementPair>) -> [StatementPair: Int] {
        var search = OverlapSearch(self, settled: settled)
        var kept: [StatementPair: Int] = [:]
        for one in range {
            for match in search.matches(of: one) { kept[StatementPair(one, match.statement)] = match.score }
        }
        return kept
    }

    private static func inOrder(_ kept: [StatementPair: Int]) -> [Ranked] {
        kept.map { Ranked(statements: $0.key, score: $0.value) }.sorted {
            $0.score != $1.score ? $0.score > $1.score : $0.statements < $1.statements
        }
    }
}
