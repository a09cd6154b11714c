/// The sums of a table's columns over any run of its data rows, each cell read once: a table with many totals would
/// otherwise be added up anew for every one of them.
struct RunningSums {
    /// What a cell adds to its column.
    enum Amount {
        /// Nothing: it is blank, or covered by a merged cell.
        case none
        /// A number.
        case value(Double)
        /// Something is written there that is no number.
        case unread
    }

    /// The sum of a column over rows, and the rows of it that can't be read.
    struct Sum {
        let value: Double
        let unread: [Int]
    }

    // How many data rows stand before each place, one entry more than places; in a column, how much they hold and how
    // many of them can't be read.
    private var data = [0]
    private var columns: [Int: Column] = [:]

    private struct Column {
        var before = [0.0]
        var unreadBefore = [0]
        var unread: [Int] = []
    }

    init(_ table: Table, columns wanted: [Int], amount: (_ row: Int, _ column: Int) -> Amount) {
        for row in table.rows { data.append((data.last ?? 0) + (row.kind == .data ? 1 : 0)) }
        for index in wanted where columns[index] == nil {
            var column = Column()
            var total = 0.0
            for row in table.rows {
                if row.kind == .data {
                    switch amount(row.row, index) {
                    case .none: break
                    case .value(let value): total += value
                    case .unread: column.unread.append(row.row)
                    }
                }
                column.before.append(total)
                column.unreadBefore.append(column.unread.count)
            }
            columns[index] = column
        }
    }

    /// Whether any data row stands at these places.
    func hasData(_ places: Range<Int>) -> Bool { data[places.upperBound] > data[places.lowerBound] }

    /// The sum of a column over the data rows at these places.
    func sum(of column: Int, over places: Range<Int>) -> Sum {
        guard let column = columns[column] else { return Sum(value: 0, unread: []) }
        // A difference of two sums of decimals is off in the last digits; tables are kept to the hundredth.
        let difference = column.before[places.upperBound] - column.before[places.lowerBound]
        return Sum(
            value: (difference * 1_000_000).rounded() / 1_000_000,
            unread: Array(
                column.unread[column.unreadBefore[places.lowerBound]..<column.unreadBefore[places.upperBound]]))
    }
}
