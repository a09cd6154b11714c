/// The characters and pairs that many clauses have, as one bit each (常用字位图), so that how many two clauses share is
/// counted at once.
struct UsualGrams: Sendable {
    /// Whether a number is in so many clauses that it finds nothing.
    let isUsual: [Bool]
    /// The bits of a clause begin at `words` times its number.
    private let bits: [UInt64]
    /// The root of what one of them is of the clause's weight on the average, of `Postings.whole`.
    private let root: [Float]

    private static let words = 8

    init(_ store: ClauseStore, weights: GramWeights) {
        let most = Int32(max(64, store.count / 100))
        isUsual = weights.frequency.map { $0 > most }
        // There is a bit for the most usual ones; the others of a very long list tell nobody apart.
        let usual = store.keys.indices.filter { weights.frequency[$0] > most }.sorted {
            let (one, two) = (weights.frequency[$0], weights.frequency[$1])
            return one != two ? one > two : store.keys[$0] < store.keys[$1]
        }
        var bit = [Int](repeating: -1, count: store.keys.count)
        for (place, number) in usual.prefix(UsualGrams.words * 64).enumerated() { bit[number] = place }
        var bits = [UInt64](repeating: 0, count: usual.isEmpty ? 0 : store.count * UsualGrams.words)
        var root = [Float](repeating: 0, count: store.count)
        for clause in 0..<store.count where weights.total[clause] > 0 {
            var count = 0
            var weight: Int64 = 0
            for place in store.gramStart[clause]..<store.gramStart[clause + 1] {
                let bit = bit[Int(store.grams[place])]
                guard bit >= 0 else { continue }
                bits[clause * UsualGrams.words + bit / 64] |= 1 << UInt64(bit % 64)
                count += 1
                weight += Int64(weights.local[place])
            }
            guard count > 0 else { continue }
            let share = Double(weight) / Double(count) / Double(weights.total[clause])
            root[clause] = Float(share.squareRoot() * (Postings.whole - 1))
        }
        self.bits = bits
        self.root = root
    }

    /// Adds to the sums of the clauses found what they share with a clause of the usual, each as heavy as another.
    func add(for clause: Int, to sums: inout [UInt32], of found: [Int32]) {
        guard !bits.isEmpty else { return }
        let words = UsualGrams.words
        let mine = root[clause]
        sums.withUnsafeMutableBufferPointer { sums in
            bits.withUnsafeBufferPointer { bits in
                root.withUnsafeBufferPointer { root in
                    for other in found {
                        var shared = 0
                        for word in 0..<words {
                            shared += (bits[clause * words + word] & bits[Int(other) * words + word]).nonzeroBitCount
                        }
                        sums[Int(other)] &+= UInt32(Float(shared) * mine * root[Int(other)])
                    }
                }
            }
        }
    }
}
