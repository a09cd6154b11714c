/// How likely two clauses, and two statements, are one matter.
extension OverlapSearch {
    /// Clauses of two statements against one another: for each of the first, the scores with those of the second.
    struct Table {
        let mine: [Int]
        let theirs: [Int]
        /// From 0 to 1; row by row.
        var scores: [Double]
    }

    /// What the clauses of a statement and of others cover of each other's weight, less where little is shared, and
    /// under one department.
    mutating func coverage(of mine: [Int], with others: [[Int]]) -> [Table] {
        var tables = others.map {
            Table(mine: mine, theirs: $0, scores: Array(repeating: 0, count: mine.count * $0.count))
        }
        for (row, clause) in mine.enumerated() {
            look(at: clause)
            for number in tables.indices {
                let theirs = others[number]
                for (column, other) in theirs.enumerated() {
                    tables[number].scores[row * theirs.count + column] = coverage(clause, other)
                }
            }
            forget(clause)
        }
        return tables
    }

    /// The same with less where two clauses are one frame about different things.
    mutating func withoutFrames(_ table: Table) -> Table {
        var table = table
        var place = 0
        for clause in table.mine {
            for other in table.theirs {
                let (one, two) = (index.store.mark[clause], index.store.mark[other])
                // The same either way round, and whatever the order of the list.
                if table.scores[place] > 0, one != two {
                    table.scores[place] *= 1 - (one < two ? replaced(clause, other) : replaced(other, clause))
                }
                place += 1
            }
        }
        return table
    }

    /// The score of two statements, in millionths, so that those that say nearly the same don't come out equal: three quarters are the best two clauses, the rest is how much of both
    /// statements finds its like, so that those that agree throughout stand before those that agree once.
    func combined(_ table: Table) -> Int {
        var best = 0
        var matched: Int64 = 0
        var whole: Int64 = 0
        var theirs = [Int](repeating: 0, count: table.theirs.count)
        var place = 0
        for clause in table.mine {
            var mine = 0
            for other in table.theirs.indices {
                let score = Int((table.scores[place] * 1_000_000).rounded())
                mine = max(mine, score)
                theirs[other] = max(theirs[other], score)
                place += 1
            }
            best = max(best, mine)
            matched += index.weights.total[clause] * Int64(mine)
            whole += index.weights.total[clause]
        }
        for (other, clause) in table.theirs.enumerated() {
            matched += index.weights.total[clause] * Int64(theirs[other])
            whole += index.weights.total[clause]
        }
        return whole > 0 ? (3 * best + Int(matched / whole)) / 4 : 0
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

    private func coverage(_ clause: Int, _ other: Int) -> Double {
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
        let score = cover * evidence / (evidence + index.weights.halfEvidence)
        let line = index.statements[Int(index.store.statement[clause])].line
        guard line != nil, line == index.statements[Int(index.store.statement[other])].line else { return score }
        return score * Double(index.settings.sameLine) / 1000
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
