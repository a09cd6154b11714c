/// Gathers the cells of a sheet into ragged rows within the limits. Rows and columns beyond a limit are counted
/// and not kept, so that the message can say how many there are.
struct RowCollector {
    private let sheet: String
    private let limits: ReadingLimits
    private var rows: [[Cell]] = []
    private var current: [Cell] = []
    private var rowsSeen = 0
    private var columnsSeen = 0
    /// Cells stored so far, a row counting as one more.
    private(set) var stored: Int

    /// Starts a sheet; `stored` is what the sheets before it hold already.
    init(sheet: String, limits: ReadingLimits, stored: Int = 0) {
        self.sheet = sheet
        self.limits = limits
        self.stored = stored
    }

    /// Puts a cell that is not empty into the current row at a zero-based column.
    mutating func put(_ cell: Cell, _ column: Int) {
        columnsSeen = max(columnsSeen, column + 1)
        guard column < limits.columnCount else { return }
        if column == current.count {
            current.append(cell)
        } else if column < current.count {
            current[column] = cell
        } else {
            while current.count < column { current.append(.empty) }
            current.append(cell)
        }
    }

    /// Ends the current row and stores it as the zero-based `row`; a row without cells leaves no trace.
    mutating func finishRow(_ row: Int) throws(UnreadableFile.Reason) {
        guard !current.isEmpty || columnsSeen > limits.columnCount else { return }
        rowsSeen = max(rowsSeen, row + 1)
        let width = current.count
        defer {
            current = []
            current.reserveCapacity(width)
        }
        guard row < limits.rowCount else { return }
        stored += width + max(0, row + 1 - rows.count)
        guard stored <= limits.cellCount else { throw .tooLarge(.cells, limit: limits.cellCount) }
        while rows.count < row { rows.append([]) }
        if row == rows.count {
            rows.append(current)
        } else {
            // A row given twice, or out of order: the later cells win.
            let earlier = rows[row]
            rows[row] = current + earlier.dropFirst(width)
            for column in current.indices where current[column] == .empty && column < earlier.count {
                rows[row][column] = earlier[column]
            }
        }
    }

    /// The rows of the sheet, or how many rows or columns too many it has.
    func finish() throws(UnreadableFile.Reason) -> [[Cell]] {
        guard rowsSeen <= limits.rowCount else {
            throw .tooManyRows(sheet: sheet, count: rowsSeen, limit: limits.rowCount)
        }
        guard columnsSeen <= limits.columnCount else {
            throw .tooManyColumns(sheet: sheet, count: columnsSeen, limit: limits.columnCount)
        }
        return rows
    }
}
