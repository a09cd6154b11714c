/// How much each character and pair says, in whole numbers, so that sums don't depend on their order.
///
/// What few holders have is object, what spreads over many is phrase: the weight is the square of how rare it is
/// among holders, beyond a floor. How often one holder says it doesn't count: a body with twenty statements about
/// tractors makes tractors no phrase. In a short list nothing has been seen often, so the background counts as
/// `pseudoHolders` more.
struct GramWeights: Sendable {
    /// In how many clauses each number is.
    let frequency: [Int32]
    /// What each number weighs anywhere.
    let weight: [Int32]
    /// What it weighs where it stands: what a holder, or a line of supervision, says again and again is its field
    /// and not the matter of one statement. Beside `ClauseStore.grams`.
    private(set) var local: [Int32]
    /// The sum of the local weights of a clause.
    private(set) var total: [Int64]

    private static let unit = 64.0
    private static let pseudoHolders = 500.0
    /// Among so few holders, three that share something are no crowd yet.
    private static let fewHolders = 20.0
    /// Sentences of the background are that much longer than clauses.
    private static let backgroundShare = 0.4
    /// What more than one holder in seven has is phrase.
    private static let floor = 2.0
    /// Of how rare something is, that much counts even where it is phrase: of many statements about one object, those
    /// that are also worded alike stand first.
    private static let phraseShare = 0.3
    private static let fieldShare = 0.4
    /// Of shared weight, that much is worth half: below it, two clauses have too little to say to be one matter. In a
    /// list of very many statements about few objects a clause says less, and half as much again as it usually does is
    /// the measure.
    private(set) var halfEvidence: Double
    private static let mostHalfEvidence = 80.0 * unit
    /// Of a replaced middle, that much is worth half, and more where the frame itself says more: 拖拉机〔档案封存〕 and
    /// 拖拉机〔转移登记〕 are about what is in the frame.
    static let halfMiddle = 4.0 * unit
    /// How much of the frame's weight stands against the middle's.
    static let frameShare = 0.3

    init(_ store: ClauseStore, statements: [OverlapStatement], background: Background) {
        var frequency = [Int32](repeating: 0, count: store.keys.count)
        for number in store.grams { frequency[Int(number)] += 1 }
        let byHolder = Dictionary(grouping: 0..<store.count) { statements[Int(store.statement[$0])].holder }
        let held = GramWeights.spread(store, over: byHolder.values)
        let holders = Double(byHolder.count)
        let weight = store.keys.indices.map { number -> Int32 in
            let seen = Double(held[number])
            let expected =
                GramWeights.pseudoHolders * GramWeights.backgroundShare * background.share(store.keys[number])
            let smooth = (seen + expected) / (holders + GramWeights.pseudoHolders)
            // Two holders that share it are two of those that have it; how usual it is, the others tell.
            let others = (seen - 2) / (holders + GramWeights.fewHolders)
            let rare = -naturalLogarithm(max(smooth, others))
            let beyond = max(0, rare - GramWeights.floor)
            return Int32((beyond * beyond + GramWeights.phraseShare * max(0, rare)) * GramWeights.unit)
        }
        self.frequency = frequency
        self.weight = weight
        local = store.grams.map { weight[Int($0)] }
        total = []
        halfEvidence = 0
        dampFields(store, statements: statements)
        total = (0..<store.count).map { clause in
            local[store.gramStart[clause]..<store.gramStart[clause + 1]].reduce(into: Int64(0)) { $0 += Int64($1) }
        }
        let said = total.filter { $0 > 0 }.sorted()
        let usual = said.isEmpty ? 0 : Double(said[said.count / 2])
        halfEvidence = max(GramWeights.unit, min(GramWeights.mostHalfEvidence, usual * 1.5))
    }

    /// In how many groups of clauses each number is.
    private static func spread(_ store: ClauseStore, over groups: some Sequence<[Int]>) -> [Int32] {
        var counts = [Int32](repeating: 0, count: store.keys.count)
        var last = [Int](repeating: -1, count: store.keys.count)
        for (group, clauses) in groups.enumerated() {
            for clause in clauses {
                for number in store.grams[store.gramStart[clause]..<store.gramStart[clause + 1]]
                where last[Int(number)] != group {
                    last[Int(number)] = group
                    counts[Int(number)] += 1
                }
            }
        }
        return counts
    }

    /// Lowers what a holder repeats, by the share of its clauses, and what other holders of its line have too, by
    /// the root of how many.
    private mutating func dampFields(_ store: ClauseStore, statements: [OverlapStatement]) {
        var counts = [Int32](repeating: 0, count: store.keys.count)
        let byHolder = Dictionary(grouping: 0..<store.count) { statements[Int(store.statement[$0])].holder }
        for members in byHolder.values where members.count > 1 {
            var seen: Set<UInt64> = []
            let different = members.filter { seen.insert(store.mark[$0]).inserted }
            for clause in different { GramWeights.count(clause, in: store, into: &counts) }
            scale(members, in: store, counts: &counts) {
                1 - GramWeights.fieldShare * $0 / Double(different.count)
            }
        }
        let byLine = Dictionary(grouping: byHolder.values) { statements[Int(store.statement[$0[0]])].line }
        for (line, holders) in byLine where line != nil && holders.count > 1 {
            var lastHolder: [Int32: Int] = [:]
            for (holder, members) in holders.enumerated() {
                for clause in members {
                    for number in store.grams[store.gramStart[clause]..<store.gramStart[clause + 1]]
                    where lastHolder.updateValue(holder, forKey: number) != holder {
                        counts[Int(number)] += 1
                    }
                }
            }
            scale(holders.flatMap(\.self), in: store, counts: &counts) { 1 / (1 + $0).squareRoot() }
        }
    }

    private static func count(_ clause: Int, in store: ClauseStore, into counts: inout [Int32]) {
        for number in store.grams[store.gramStart[clause]..<store.gramStart[clause + 1]] { counts[Int(number)] += 1 }
    }

    /// Scales the weights of clauses by how many others there are for each number, and empties the counts.
    private mutating func scale(
        _ members: [Int], in store: ClauseStore, counts: inout [Int32], by factor: (Double) -> Double
    ) {
        for clause in members {
            for place in store.gramStart[clause]..<store.gramStart[clause + 1] {
                let others = counts[Int(store.grams[place])] - 1
                if others > 0 { local[place] = Int32(Double(local[place]) * factor(Double(others))) }
            }
        }
        for clause in members {
            for number in store.grams[store.gramStart[clause]..<store.gramStart[clause + 1]] { counts[Int(number)] = 0 }
        }
    }
}
