/// Chooses groups that cover every item once at the least loss, where only little may be lost in all: what is left to do
/// once prices are known. Searched to its end, it proves what it finds.
struct ExactCover {
    private let rows: Int
    private let words: Int
    private let losses: [Int]
    private let masks: [UInt64]
    private let lists: [[Int]]
    /// The columns of each row, the least loss first.
    private let ofRow: [[Int]]
    private(set) var work = 0
    private let limit: Int
    private var covered: [UInt64]
    private var chosen: [Int] = []
    private(set) var best: [Int]?
    private var budget: Int

    /// Groups with what they lose, which is their surplus turned around and never below zero; looks for a loss of at most
    /// `budget`.
    init(rows: Int, columns: [PricedGroup], budget: Int, limit: Int) {
        self.rows = rows
        self.budget = budget
        self.limit = limit
        words = (rows + 63) / 64
        let sorted = columns.indices.sorted {
            columns[$0].surplus == columns[$1].surplus ? $0 < $1 : columns[$0].surplus > columns[$1].surplus
        }
        losses = columns.map { -$0.surplus }
        lists = columns.map(\.items)
        var masks = [UInt64](repeating: 0, count: columns.count * words)
        var ofRow = [[Int]](repeating: [], count: rows)
        for column in sorted {
            for item in columns[column].items {
                masks[column * words + item / 64] |= 1 << UInt64(item % 64)
                ofRow[item].append(column)
            }
        }
        self.masks = masks
        self.ofRow = ofRow
        covered = [UInt64](repeating: 0, count: words)
    }

    /// Whether the search came to its end.
    mutating func search() -> Bool { extend(0) }

    private mutating func extend(_ lost: Int) -> Bool {
        work += 1
        if work > limit { return false }
        // The row with the fewest columns that still fit is covered next: none means a dead end.
        var next: [Int]?
        for row in 0..<rows where covered[row / 64] & (1 << UInt64(row % 64)) == 0 {
            var fitting: [Int] = []
            for column in ofRow[row] {
                if lost + losses[column] > budget { break }
                if fits(column) { fitting.append(column) }
                if let least = next, fitting.count >= least.count { break }
            }
            if fitting.isEmpty { return true }
            if next.map({ fitting.count < $0.count }) ?? true { next = fitting }
            if fitting.count == 1 { break }
        }
        guard let next else {
            best = chosen
            budget = lost - 1
            return true
        }
        for column in next where lost + losses[column] <= budget {
            flip(column)
            chosen.append(column)
            let ended = extend(lost + losses[column])
            chosen.removeLast()
            flip(column)
            if !ended { return false }
        }
        return true
    }

    private func fits(_ column: Int) -> Bool {
        for word in 0..<words where covered[word] & masks[column * words + word] != 0 { return false }
        return true
    }

    private mutating func flip(_ column: Int) {
        for word in 0..<words { covered[word] ^= masks[column * words + word] }
    }
}
