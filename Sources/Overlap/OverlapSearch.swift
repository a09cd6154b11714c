/// One worker's tables for looking through an index, and the looking.
struct OverlapSearch {
    private let index: OverlapIndex
    private let settled: Set<StatementPair>
    /// For each clause, what it shares with the clause looked at; zero between looks.
    private var sums: [UInt32]
    /// For each character and pair, what it weighs in the clause looked at, or −1.
    private var looked: [Int32]
    /// The same for the middle of the clause looked at.
    private var middle: [Int32]

    /// Candidates compared in full for each clause. What is among the best by shared weight alone and is not the same
    /// frame about something else is among the first few.
    private static let candidates = 32
    private static let usualLookedFor = 3

    init(_ index: OverlapIndex, settled: Set<StatementPair>) {
        self.index = index
        self.settled = settled
        sums = Array(repeating: 0, count: index.store.count)
        looked = Array(repeating: -1, count: index.store.keys.count)
        middle = Array(repeating: -1, count: index.store.keys.count)
    }

    /// A statement and its score with the one looked at.
    struct Match {
        let statement: Int
        let score: Int
        let mark: UInt64
    }

    /// The best matches of a statement, best first; all of them above the lowest score where `unbounded`.
    mutating func matches(of statement: Int, unbounded: Bool = false) -> [Match] {
        let clauses = index.store.clauses(of: statement).filter { !index.silent[$0] && index.weights.total[$0] > 0 }
        var found: Set<Int32> = []
        for clause in clauses {
            for candidate in nearest(to: clause, unbounded: unbounded) {
                found.insert(index.store.statement[candidate])
            }
        }
        var best: [Match] = []
        for (other, score) in zip(found, scores(of: clauses, with: Array(found)))
        where score >= max(1, index.settings.minimumScore) {
            best.append(Match(statement: Int(other), score: score, mark: mark(of: Int(other))))
        }
        best.sort {
            $0.score != $1.score
                ? $0.score > $1.score : ($0.mark, $0.statement) < ($1.mark, $1.statement)
        }
        return unbounded ? best : Array(best.prefix(index.settings.perStatement))
    }

    /// The scores of one statement's clauses with other statements: three quarters are the best two clauses, the
    /// rest is how much of both statements finds its like, so that those that agree throughout stand before those
    /// that agree once.
    private mutating func scores(of clauses: [Int], with others: [Int32]) -> [Int] {
        var best = [Int](repeating: 0, count: others.count)
        var matched = [Int64](repeating: 0, count: others.count)
        var theirs = [Int](repeating: 0, count: others.reduce(0) { $0 + index.store.clauses(of: Int($1)).count })
        var whole: Int64 = 0
        for clause in clauses {
            whole += index.weights.total[clause]
            look(at: clause)
            var place = 0
            for (number, other) in others.enumerated() {
                var mine = 0
                for theirClause in index.store.clauses(of: Int(other)) {
                    let score = index.silent[theirClause] ? 0 : score(clause, theirClause)
                    mine = max(mine, score)
                    theirs[place] = max(theirs[place], score)
                    place += 1
                }
                best[number] = max(best[number], mine)
                matched[number] += index.weights.total[clause] * Int64(mine)
            }
            forget(clause)
        }
        var place = 0
        for (number, other) in others.enumerated() {
            var both = whole
            for theirClause in index.store.clauses(of: Int(other)) {
                if !index.silent[theirClause] {
                    both += index.weights.total[theirClause]
                    matched[number] += index.weights.total[theirClause] * Int64(theirs[place])
                }
                place += 1
            }
            if both > 0 { best[number] = (3 * best[number] + Int(matched[number] / both)) / 4 }
        }
        return best
    }

    /// Of equal scores, what is said decides and not the place in the list.
    private func mark(of statement: Int) -> UInt64 {
        index.store.clauses(of: statement).reduce(UInt64(0)) { ($0 &* 31) ^ index.store.mark[$1] }
    }

    /// Which numbers of a clause to look for: those that few clauses have, and of the usual ones the weightiest
    /// few, which tell those apart that the rare ones found.
    private func lookedFor(_ clause: Int) -> (rare: [Int], usual: [Int]) {
        let most = max(64, index.store.count / 100)
        let places = (index.store.gramStart[clause]..<index.store.gramStart[clause + 1]).filter {
            index.postings.own[$0] > 0
        }
        let rare = places.filter { index.weights.frequency[Int(index.store.grams[$0])] <= most }
        guard rare.count < places.count else { return (rare, []) }
        var usual = places.filter { index.weights.frequency[Int(index.store.grams[$0])] > most }
        usual.sort {
            let one = index.postings.own[$0]
            let two = index.postings.own[$1]
            if one != two { return one > two }
            return index.store.keys[Int(index.store.grams[$0])] < index.store.keys[Int(index.store.grams[$1])]
        }
        return (rare, Array(usual.prefix(OverlapSearch.usualLookedFor)))
    }

    /// The clauses that share most, among those that may meet.
    private mutating func nearest(to clause: Int, unbounded: Bool) -> [Int] {
        let (rare, usual) = lookedFor(clause)
        var touched: [Int32] = []
        add(rare, to: &touched)
        // Where nothing rare is shared, and where all are wanted, the usual finds; else it only orders what was
        // found.
        if unbounded || touched.count < 2 {
            add(usual, to: &touched)
        } else if touched.count > OverlapSearch.candidates {
            addToFound(usual)
        }
        var best = Nearest(most: unbounded ? Int.max : OverlapSearch.candidates)
        let statement = Int(index.store.statement[clause])
        let mine = (holder: index.statements[statement].holder, area: index.statements[statement].area)
        for other in touched {
            let sum = sums[Int(other)]
            sums[Int(other)] = 0
            guard best.wouldTake(sum) else { continue }
            let theirs = Int(index.store.statement[Int(other)])
            guard mine.holder != index.statements[theirs].holder else { continue }
            if let area = mine.area, let their = index.statements[theirs].area, area != their { continue }
            guard settled.isEmpty || !settled.contains(StatementPair(statement, theirs)) else { continue }
            best.take(sum: sum, mark: index.store.mark[Int(other)], clause: Int(other))
        }
        return best.kept.map(\.clause)
    }

    private mutating func add(_ places: [Int], to touched: inout [Int32]) {
        sums.withUnsafeMutableBufferPointer { sums in
            index.postings.clause.withUnsafeBufferPointer { clauses in
                index.postings.part.withUnsafeBufferPointer { parts in
                    for place in places {
                        let own = UInt32(index.postings.own[place])
                        let number = Int(index.store.grams[place])
                        for entry in index.postings.start[number]..<index.postings.start[number + 1] {
                            let other = Int(clauses[entry])
                            if sums[other] == 0 { touched.append(clauses[entry]) }
                            sums[other] &+= own &* UInt32(parts[entry])
                        }
                    }
                }
            }
        }
    }

    private mutating func addToFound(_ places: [Int]) {
        sums.withUnsafeMutableBufferPointer { sums in
            index.postings.clause.withUnsafeBufferPointer { clauses in
                index.postings.part.withUnsafeBufferPointer { parts in
                    for place in places {
                        let own = UInt32(index.postings.own[place])
                        let number = Int(index.store.grams[place])
                        for entry in index.postings.start[number]..<index.postings.start[number + 1]
                        where sums[Int(clauses[entry])] != 0 {
                            sums[Int(clauses[entry])] &+= own &* UInt32(parts[entry])
                        }
                    }
                }
            }
        }
    }

    private mutating func look(at clause: Int) {
        for place in index.store.gramStart[clause]..<index.store.gramStart[clause + 1] {
            looked[Int(index.store.grams[place])] = index.weights.local[place]
        }
    }

    private mutating func forget(_ clause: Int) {
        for place in index.store.gramStart[clause]..<index.store.gramStart[clause + 1] {
            looked[Int(index.store.grams[place])] = -1
        }
    }

    /// How likely the clause looked at and another are one matter, in per mille: what both cover of each other's
    /// weight, less where little is shared, where they are one frame about different things, and under one
    /// department.
    private mutating func score(_ clause: Int, _ other: Int) -> Int {
        var mine: Int64 = 0
        var theirs: Int64 = 0
        let places = index.store.gramStart[other]..<index.store.gramStart[other + 1]
        looked.withUnsafeBufferPointer { looked in
            index.store.grams.withUnsafeBufferPointer { grams in
                index.weights.local.withUnsafeBufferPointer { local in
                    for place in places {
                        let here = looked[Int(grams[place])]
                        if here >= 0 {
                            mine += Int64(here)
                            theirs += Int64(local[place])
                        }
                    }
                }
            }
        }
        guard mine > 0, theirs > 0 else { return 0 }
        let cover =
            (Double(mine) / Double(index.weights.total[clause]) * (Double(theirs) / Double(index.weights.total[other])))
            .squareRoot()
        let evidence = (Double(mine) * Double(theirs)).squareRoot()
        var score = cover * evidence / (evidence + GramWeights.halfEvidence)
        if index.store.mark[clause] != index.store.mark[other] { score *= 1 - replaced(clause, other) }
        let line = index.statements[Int(index.store.statement[clause])].line
        if line != nil, line == index.statements[Int(index.store.statement[other])].line {
            score *= Double(index.settings.sameLine) / 1000
        }
        return Int((score * 1000).rounded())
    }

    /// How far two clauses are one frame with something else in the middle (推进〔婚姻〕登记档案数字化): the part of the text that
    /// is frame, where both middles say something and not the same.
    private mutating func replaced(_ clause: Int, _ other: Int) -> Double {
        let left = index.store.start[clause]..<index.store.start[clause + 1]
        let right = index.store.start[other]..<index.store.start[other + 1]
        let shorter = min(left.count, right.count)
        var head = 0
        var tail = 0
        index.store.single.withUnsafeBufferPointer { single in
            while head < shorter, single[left.lowerBound + head] == single[right.lowerBound + head] { head += 1 }
            while tail < shorter - head, single[left.upperBound - 1 - tail] == single[right.upperBound - 1 - tail] {
                tail += 1
            }
        }
        guard head + tail > 0, head + tail < shorter else { return 0 }
        let one = left.lowerBound + head..<left.upperBound - tail
        let two = right.lowerBound + head..<right.upperBound - tail
        let (first, second, shared) = compare(one, two)
        guard first > 0, second > 0 else { return 0 }
        let alike = shared / (first * second).squareRoot()
        let least = min(first, second)
        let before = compare(left.lowerBound..<one.lowerBound, left.lowerBound..<left.lowerBound).0
        let after = compare(one.upperBound..<left.upperBound, left.lowerBound..<left.lowerBound).0
        let against = GramWeights.halfMiddle + GramWeights.frameShare * (before + after)
        return Double(head + tail) / Double(shorter) * (1 - alike * alike) * least / (least + against)
    }

    /// The weights of two runs of characters and of what they share, each different character and pair once.
    private mutating func compare(_ one: Range<Int>, _ two: Range<Int>) -> (Double, Double, Double) {
        let weight = index.weights.weight
        let single = index.store.single
        let double = index.store.double
        func numbers(_ run: Range<Int>, _ body: (Int) -> Void) {
            for place in run {
                body(Int(single[place]))
                if place > run.lowerBound, double[place] >= 0 { body(Int(double[place])) }
            }
        }
        var first: Int64 = 0
        var second: Int64 = 0
        var shared: Int64 = 0
        middle.withUnsafeMutableBufferPointer { seen in
            numbers(one) { number in
                if seen[number] < 0 { first += Int64(weight[number]) }
                seen[number] = 1
            }
            numbers(two) { number in
                if seen[number] == 0 || seen[number] == 2 { return }
                second += Int64(weight[number])
                if seen[number] == 1 { shared += Int64(weight[number]) }
                seen[number] = seen[number] == 1 ? 2 : 0
            }
            numbers(one) { seen[$0] = -1 }
            numbers(two) { seen[$0] = -1 }
        }
        return (Double(first), Double(second), Double(shared))
    }
}
