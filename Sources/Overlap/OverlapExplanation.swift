extension OverlapIndex {
    /// A pair with what it shares: the common runs of the two clauses that are nearest.
    package func explained(_ ranked: Ranked) -> OverlapPair {
        let first = statements[ranked.statements.first]
        let second = statements[ranked.statements.second]
        let (shared, joined) = common(ranked.statements)
        return OverlapPair(
            statements: ranked.statements, score: ranked.score, shared: shared, joined: joined,
            sameLine: first.line != nil && first.line == second.line)
    }

    /// Clauses longer than this are explained by their beginning.
    private static var readFurthest: Int { 600 }

    private func common(_ pair: StatementPair) -> (shared: [SharedPart], joined: [JoinedWords]) {
        let firstText = statements[pair.first].text
        let secondText = statements[pair.second].text
        let firstClauses = DutyText(firstText, thesaurus: thesaurus, without: without).clauses
        let secondClauses = DutyText(secondText, thesaurus: thesaurus, without: without).clauses
        var best: (weight: Int64, first: Int, second: Int, runs: [Run]) = (-1, 0, 0, [])
        for (left, one) in zip(store.clauses(of: pair.first), firstClauses.indices) where !silent[left] {
            for (right, two) in zip(store.clauses(of: pair.second), secondClauses.indices) where !silent[right] {
                let runs = commonRuns(left, right)
                let weight = runs.reduce(Int64(0)) { $0 + $1.weight }
                if weight > best.weight { best = (weight, one, two, runs) }
            }
        }
        guard best.weight > 0 else { return ([], []) }
        let firstScalars = Array(firstText.unicodeScalars)
        let secondScalars = Array(secondText.unicodeScalars)
        let one = firstClauses[best.first]
        let two = secondClauses[best.second]
        var shared: [SharedPart] = []
        var joined: [JoinedWords] = []
        for run in best.runs {
            let left = run.first..<run.first + run.length
            let right = run.second..<run.second + run.length
            let text = words(firstScalars, one.spans[left])
            if !shared.contains(where: { $0.text == text }) {
                shared.append(SharedPart(text: text, weight: Int(run.weight * 1000 / best.weight)))
            }
            for (here, there) in zip(left, right) where one.groups[here] >= 0 || two.groups[there] >= 0 {
                let words = JoinedWords(
                    first: words(firstScalars, one.spans[here...here]),
                    second: words(secondScalars, two.spans[there...there]))
                // The same word on both sides joins nothing, and a part of a word is told by the whole.
                if words.first != words.second, one.groups[here] == two.groups[there], !joined.contains(words) {
                    joined.append(words)
                }
            }
        }
        return (shared, joined)
    }

    /// A run of characters both clauses have.
    private struct Run {
        let first: Int
        let second: Int
        let length: Int
        let weight: Int64
    }

    /// The common runs of two clauses that don't meet, the weightiest first. One character alone counts only where
    /// it says much, as 涝 does.
    private func commonRuns(_ left: Int, _ right: Int) -> [Run] {
        let one = store.start[left]..<min(store.start[left + 1], store.start[left] + OverlapIndex.readFurthest)
        let two = store.start[right]..<min(store.start[right + 1], store.start[right] + OverlapIndex.readFurthest)
        var above = [Int](repeating: 0, count: two.count + 1)
        var found: [Run] = []
        for (row, here) in one.enumerated() {
            var current = [Int](repeating: 0, count: two.count + 1)
            for (column, there) in two.enumerated() where store.single[here] == store.single[there] {
                let goesOn = above[column] > 0 && (store.double[here] >= 0) == (store.double[there] >= 0)
                let length = goesOn ? above[column] + 1 : 1
                current[column + 1] = length
                let ends =
                    here + 1 == one.upperBound || there + 1 == two.upperBound
                    || store.single[here + 1] != store.single[there + 1]
                    || (store.double[here + 1] >= 0) != (store.double[there + 1] >= 0)
                if ends {
                    let weight = weight(of: here - length + 1...here)
                    if weight > 0 {
                        found.append(
                            Run(first: row - length + 1, second: column - length + 1, length: length, weight: weight))
                    }
                }
            }
            above = current
        }
        found.sort { ($1.weight, $0.first, $0.second) < ($0.weight, $1.first, $1.second) }
        var usedHere = Set<Int>()
        var usedThere = Set<Int>()
        var kept: [Run] = []
        for run in found where kept.count < 6 {
            let here = run.first..<run.first + run.length
            let there = run.second..<run.second + run.length
            guard usedHere.isDisjoint(with: here), usedThere.isDisjoint(with: there) else { continue }
            usedHere.formUnion(here)
            usedThere.formUnion(there)
            kept.append(run)
        }
        return kept
    }

    private func weight(of places: ClosedRange<Int>) -> Int64 {
        places.reduce(into: Int64(0)) { sum, place in
            sum += Int64(weights.weight[Int(store.single[place])])
            if place > places.lowerBound, store.double[place] >= 0 {
                sum += Int64(weights.weight[Int(store.double[place])])
            }
        }
    }

    private func words(_ scalars: [Unicode.Scalar], _ spans: ArraySlice<Range<Int>>) -> String {
        guard let from = spans.first?.lowerBound, let to = spans.last?.upperBound else { return "" }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[from..<to])
        return String(text)
    }
}
