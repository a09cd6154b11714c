/// For each character and pair, the clauses that have it: what candidates are looked for by.
struct Postings: Sendable {
    /// Where the clauses of a number begin; one more than there are numbers.
    private(set) var start: [Int]
    /// The clauses, ascending.
    private(set) var clause: [Int32]
    /// The root of the number's part of the clause's weight, of `whole`.
    private(set) var part: [UInt16]
    /// Beside `ClauseStore.grams`: the same part, 0 where the number is not looked for.
    private(set) var own: [UInt16]

    /// A part of one: the product of two sums to 2^30 at most, up to rounding.
    static let whole = 32_768.0

    /// How many clauses have a number.
    func length(of number: Int32) -> Int { start[Int(number) + 1] - start[Int(number)] }

    init(_ store: ClauseStore, weights: GramWeights, leavingOut silent: [Bool]) {
        // A single character that many clauses have finds little that pairs don't, and takes most of the time.
        let usual = max(64, store.count / 200)
        var own = [UInt16](repeating: 0, count: store.grams.count)
        var start = [Int](repeating: 0, count: store.keys.count + 1)
        for clause in 0..<store.count where !silent[clause] && weights.total[clause] > 0 {
            for place in store.gramStart[clause]..<store.gramStart[clause + 1] {
                let number = Int(store.grams[place])
                if store.keys[number] & 0xFFFF_FFFF == 0, weights.frequency[number] > usual { continue }
                if weights.frequency[number] < 2 { continue }
                let share = Double(weights.local[place]) / Double(weights.total[clause])
                own[place] = UInt16(share.squareRoot() * (Postings.whole - 1))
                if own[place] > 0 { start[number + 1] += 1 }
            }
        }
        for number in store.keys.indices { start[number + 1] += start[number] }
        var next = start
        clause = Array(repeating: 0, count: start[store.keys.count])
        part = Array(repeating: 0, count: clause.count)
        for index in 0..<store.count {
            for place in store.gramStart[index]..<store.gramStart[index + 1] where own[place] > 0 {
                let number = Int(store.grams[place])
                clause[next[number]] = Int32(index)
                part[next[number]] = own[place]
                next[number] += 1
            }
        }
        self.start = start
        self.own = own
    }
}
