/// Finding what a clause is worth comparing with.
extension OverlapSearch {
    /// Candidates compared in full for each clause. What is among the best by shared weight alone and is not the same
    /// frame about something else is among the first few.
    private static let compared = 16

    /// How many entries of lists are gone through for a clause, beyond the first list. More find hardly any more.
    private static let entries = 4000

    /// The clauses that share most, among those that may meet.
    ///
    /// What few clauses have finds them; what many have would find nearly all, and only tells those apart that were
    /// found. So the short lists are gone through first, until enough is; where all are wanted, all of them.
    mutating func nearest(to clause: Int, unbounded: Bool) -> [Int] {
        var touched: [Int32] = []
        let places = lookedFor(clause)
        var left = unbounded ? Int.max : OverlapSearch.entries
        var used = 0
        while used < places.count {
            let length = index.postings.length(of: index.store.grams[places[used]])
            if length > left, !touched.isEmpty { break }
            add(places[used], to: &touched)
            left -= length
            used += 1
        }
        let usual = index.usual.wanted(by: clause, places[used...].map { index.store.grams[$0] })
        // What the best have without the usual, others must be able to reach with it.
        var known = Nearest(most: unbounded ? Int.max : OverlapSearch.compared)
        if !unbounded, touched.count > OverlapSearch.compared {
            for other in touched where sums[Int(other)] >= known.least && mayMeet(clause, Int(other)) {
                known.take(sum: sums[Int(other)], mark: index.store.mark[Int(other)], clause: Int(other))
            }
        }
        var best = Nearest(most: unbounded ? Int.max : OverlapSearch.compared)
        for other in touched {
            var sum = sums[Int(other)]
            sums[Int(other)] = 0
            if touched.count > OverlapSearch.compared {
                guard sum &+ index.usual.most(usual, with: Int(other)) >= max(known.least, best.least) else { continue }
                sum &+= index.usual.shared(usual, with: Int(other))
            }
            guard sum >= best.least, mayMeet(clause, Int(other)) else { continue }
            best.take(sum: sum, mark: index.store.mark[Int(other)], clause: Int(other))
        }
        return best.kept.map(\.clause)
    }

    /// Whether two clauses belong to different holders in areas that aren't disjoint, and nobody has settled them.
    private func mayMeet(_ clause: Int, _ other: Int) -> Bool {
        let one = Int(index.store.statement[clause])
        let two = Int(index.store.statement[other])
        guard index.statements[one].holder != index.statements[two].holder else { return false }
        if let area = index.statements[one].area, let their = index.statements[two].area, area != their {
            return false
        }
        return settled.isEmpty || !settled.contains(StatementPair(one, two))
    }

    /// Where the numbers of a clause stand, the shorter lists first.
    private func lookedFor(_ clause: Int) -> [Int] {
        (index.store.gramStart[clause]..<index.store.gramStart[clause + 1])
            .filter { index.postings.own[$0] > 0 }
            .sorted { one, two in
                let (first, second) = (index.store.grams[one], index.store.grams[two])
                let (short, long) = (index.postings.length(of: first), index.postings.length(of: second))
                return short != long ? short < long : index.store.keys[Int(first)] < index.store.keys[Int(second)]
            }
    }

    private mutating func add(_ place: Int, to touched: inout [Int32]) {
        let own = UInt32(index.postings.own[place])
        let number = Int(index.store.grams[place])
        sums.withUnsafeMutableBufferPointer { sums in
            index.postings.clause.withUnsafeBufferPointer { clauses in
                index.postings.part.withUnsafeBufferPointer { parts in
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
