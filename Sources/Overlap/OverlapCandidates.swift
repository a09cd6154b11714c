/// Finding what a clause is worth comparing with.
extension OverlapSearch {
    /// Candidates compared in full for each clause. What is among the best by shared weight alone and is not the same
    /// frame about something else is among the first few.
    private static let compared = 16

    /// The clauses that share most, among those that may meet.
    ///
    /// What few clauses have finds them; what many have would find nearly all, and only tells those apart that were
    /// found. Where nothing rare is shared, and where all are wanted, it finds too.
    mutating func nearest(to clause: Int, unbounded: Bool) -> [Int] {
        let (rare, usual) = lookedFor(clause)
        var touched: [Int32] = []
        add(rare, to: &touched)
        if unbounded || touched.count < 2 {
            add(usual, to: &touched)
        } else if touched.count > OverlapSearch.compared {
            index.usual.add(for: clause, to: &sums, of: touched)
        }
        var best = Nearest(most: unbounded ? Int.max : OverlapSearch.compared)
        for other in touched {
            let sum = sums[Int(other)]
            sums[Int(other)] = 0
            guard best.wouldTake(sum), mayMeet(clause, Int(other)) else { continue }
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

    /// Where the numbers of a clause stand that few clauses have, and where the usual ones.
    private func lookedFor(_ clause: Int) -> (rare: [Int], usual: [Int]) {
        var rare: [Int] = []
        var usual: [Int] = []
        for place in index.store.gramStart[clause]..<index.store.gramStart[clause + 1]
        where index.postings.own[place] > 0 {
            if index.usual.isUsual[Int(index.store.grams[place])] {
                usual.append(place)
            } else {
                rare.append(place)
            }
        }
        return (rare, usual)
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
}
