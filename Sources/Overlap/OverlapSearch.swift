/// One worker's tables for looking through an index, and the looking.
struct OverlapSearch {
    let index: OverlapIndex
    let settled: Set<StatementPair>
    /// For each clause, what it shares with the clause looked at; zero between looks.
    var sums: [UInt32]
    /// For each character and pair, what it weighs in the clause looked at, or −1.
    var looked: [Int32]
    /// The same for the middle of the clause looked at.
    var middle: [Int32]
    /// For each statement, the last look that found it, so that it is found once.
    private var foundAt: [Int32]
    private var looks: Int32 = 0

    init(_ index: OverlapIndex, settled: Set<StatementPair>) {
        self.index = index
        self.settled = settled
        sums = Array(repeating: 0, count: index.store.count)
        looked = Array(repeating: -1, count: index.store.keys.count)
        middle = Array(repeating: -1, count: index.store.keys.count)
        foundAt = Array(repeating: 0, count: index.statements.count)
    }

    /// A statement and its score with the one looked at.
    struct Match {
        let statement: Int
        /// In millionths.
        let score: Int
        let mark: UInt64

        /// The likelier first; of equal scores, what is said decides and not the place in the list.
        func isBefore(_ other: Match) -> Bool {
            score != other.score ? score > other.score : (mark, statement) < (other.mark, other.statement)
        }
    }

    /// The best matches of a statement, best first; all of them above the lowest score where `unbounded`.
    ///
    /// What all candidates cover of it is counted first. That can only fall when frames are looked for, which costs
    /// more, so that those that can't come in any more are not looked at again.
    mutating func matches(of statement: Int, unbounded: Bool = false) -> [Match] {
        let clauses = heard(of: statement)
        let others = candidates(of: clauses, unbounded: unbounded)
        let tables = coverage(of: clauses, with: others.map(heard))
        let inOrder = zip(others, tables).map { (statement: $0, table: $1, most: combined($1)) }
            .sorted { $0.most > $1.most }
        let most = unbounded ? Int.max : index.settings.perStatement
        let least = max(1, index.settings.minimumScore) * 1000
        var best: [Match] = []
        for candidate in inOrder {
            if candidate.most < least { break }
            if best.count >= most, let last = best.last, candidate.most < last.score { break }
            let score = combined(withoutFrames(candidate.table))
            guard score >= least else { continue }
            let match = Match(statement: candidate.statement, score: score, mark: mark(of: candidate.statement))
            if unbounded {
                best.append(match)
                continue
            }
            let place = best.firstIndex { match.isBefore($0) } ?? best.count
            best.insert(match, at: place)
            if best.count > most { best.removeLast() }
        }
        return unbounded ? best.sorted { $0.isBefore($1) } : best
    }

    /// The clauses of a statement that make pairs.
    private func heard(of statement: Int) -> [Int] {
        index.store.clauses(of: statement).filter { !index.silent[$0] && index.weights.total[$0] > 0 }
    }

    /// The statements that share most with one of the clauses, each once.
    private mutating func candidates(of clauses: [Int], unbounded: Bool) -> [Int] {
        looks += 1
        var found: [Int] = []
        for clause in clauses {
            for near in nearest(to: clause, unbounded: unbounded) {
                let other = Int(index.store.statement[near])
                if foundAt[other] != looks {
                    foundAt[other] = looks
                    found.append(other)
                }
            }
        }
        return found
    }

    private func mark(of statement: Int) -> UInt64 {
        index.store.clauses(of: statement).reduce(UInt64(0)) { ($0 &* 31) ^ index.store.mark[$1] }
    }
}
