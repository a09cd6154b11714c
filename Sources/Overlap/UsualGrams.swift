/// The characters and pairs that most clauses have, as one bit each (常用字位图), so that how many two clauses share is
/// counted at once.
struct UsualGrams: Sendable {
    /// The bit of a number, or −1.
    private let bit: [Int16]
    /// The bits of a clause begin at `words` times its number.
    private let bits: [UInt64]
    /// The root of what one of them is of the clause's weight on the average, of `Postings.whole`.
    private let root: [Float]

    private static let words = 8
    /// What so few clauses have is nothing usual, however short the list.
    private static let few = 64

    init(_ store: ClauseStore, weights: GramWeights) {
        let usual = store.keys.indices.filter { weights.frequency[$0] > UsualGrams.few }.sorted {
            let (one, two) = (weights.frequency[$0], weights.frequency[$1])
            return one != two ? one > two : store.keys[$0] < store.keys[$1]
        }
        var bit = [Int16](repeating: -1, count: store.keys.count)
        for (place, number) in usual.prefix(UsualGrams.words * 64).enumerated() { bit[number] = Int16(place) }
        var bits = [UInt64](repeating: 0, count: usual.isEmpty ? 0 : store.count * UsualGrams.words)
        var root = [Float](repeating: 0, count: store.count)
        for clause in 0..<store.count where weights.total[clause] > 0 {
            var count = 0
            var weight: Int64 = 0
            for place in store.gramStart[clause]..<store.gramStart[clause + 1] {
                let bit = Int(bit[Int(store.grams[place])])
                guard bit >= 0 else { continue }
                bits[clause * UsualGrams.words + bit / 64] |= 1 << UInt64(bit % 64)
                count += 1
                weight += Int64(weights.local[place])
            }
            guard count > 0 else { continue }
            let share = Double(weight) / Double(count) / Double(weights.total[clause])
            root[clause] = Float(share.squareRoot() * (Postings.whole - 1))
        }
        self.bit = bit
        self.bits = bits
        self.root = root
    }

    /// Which of them a clause looks for.
    struct Wanted {
        /// The words that have a bit, each with its place.
        var words: [(place: Int, bits: UInt64)] = []
        /// How many bits.
        var count: Float = 0
        /// The clause's own root.
        var root: Float = 0
    }

    /// Those among the numbers of a clause that are usual.
    func wanted(by clause: Int, _ numbers: [Int32]) -> Wanted {
        var wanted = Wanted(root: root[clause])
        for number in numbers where bit[Int(number)] >= 0 {
            let bit = Int(bit[Int(number)])
            let word = UInt64(1) << UInt64(bit % 64)
            if let place = wanted.words.firstIndex(where: { $0.place == bit / 64 }) {
                wanted.words[place].bits |= word
            } else {
                wanted.words.append((bit / 64, word))
            }
            wanted.count += 1
        }
        return wanted
    }

    /// The most that a clause can share of them with another.
    func most(_ wanted: Wanted, with other: Int) -> UInt32 { UInt32(wanted.count * wanted.root * root[other]) }

    /// What it does share, each as heavy as another.
    func shared(_ wanted: Wanted, with other: Int) -> UInt32 {
        var shared = 0
        for (place, word) in wanted.words { shared += (word & bits[other * UsualGrams.words + place]).nonzeroBitCount }
        return UInt32(Float(shared) * wanted.root * root[other])
    }
}
