import Basics

/// Hears the XML of one worksheet and gathers its cells.
final class SheetListener: XMLListener {
    /// What the whole workbook holds for its sheets.
    struct Context {
        let part: String
        let strings: [String]
        let styles: [CellStyle]
        let epoch: DateEpoch
        let limits: ReadingLimits
    }

    private let context: Context
    private let report: (Int) throws(UnreadableFile.Reason) -> Void
    private(set) var collector: RowCollector
    private(set) var pool: TextPool
    private(set) var merges: [Merge] = []

    private var row = -1
    private var rowIsNamed = false
    private var column = -1
    private var inRow = false
    private var inCell = false
    private var listening = false
    private var phonetic = false
    private var cell = CellUnderWay()

    init(
        _ context: Context, collector: RowCollector, pool: TextPool,
        report: @escaping (Int) throws(UnreadableFile.Reason) -> Void
    ) {
        self.context = context
        self.collector = collector
        self.pool = pool
        self.report = report
    }

    override func started(_ name: XMLName, _ attributes: XMLAttributes) {
        if inCell {
            // <v> holds a value, <t> the text of an inline string; <f>, a formula, is only noticed.
            if name == "v" || name == "t" {
                listening = !phonetic
                cell.hasValue = true
            } else if name == "f" {
                cell.hasFormula = true
            } else if name == "rPh" {
                phonetic = true
            }
        } else if inRow {
            if name == "c" { startCell(attributes) }
        } else if name == "row" {
            startRow(attributes)
        } else if name == "mergeCell" {
            addMerge(attributes)
        }
    }

    override func ended(_ name: XMLName) {
        if inCell {
            if name == "v" || name == "t" {
                listening = false
            } else if name == "rPh" {
                phonetic = false
            } else if name == "c" {
                inCell = false
                endCell()
            }
        } else if inRow, name == "row" {
            inRow = false
            do throws(UnreadableFile.Reason) {
                try collector.finishRow(row)
                if (row + 1) % 1000 == 0 { try report(row + 1) }
            } catch {
                failure = error
            }
        }
    }

    override func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        if listening { cell.bytes.append(contentsOf: bytes) }
    }

    /// The rows within the limits. Also reports the end of the sheet.
    func finish() throws(UnreadableFile.Reason) -> [[Cell]] {
        try report(row + 1)
        return try collector.finish()
    }

    private func startRow(_ attributes: XMLAttributes) {
        inRow = true
        column = -1
        let number = attributes.integer("r")
        rowIsNamed = number != nil
        row = number.map { max($0, 1) - 1 } ?? row + 1
    }

    private func startCell(_ attributes: XMLAttributes) {
        inCell = true
        column += 1
        if let name = attributes["r"], let place = cellPlace(name) {
            column = place.column
            if !rowIsNamed, place.row >= row {
                // The row does not say its number, but its first named cell does.
                row = place.row
                rowIsNamed = true
            }
        }
        cell.start(type: attributes["t"], style: attributes.integer("s"))
    }

    private func endCell() {
        do throws(UnreadableFile.Reason) {
            let value = try cell.finish(context, &pool, row: row, column: column)
            // Spaces typed far out on the right make no column.
            let isStray = column >= context.limits.columnCount && value.isBlank
            if value != .empty, !isStray { collector.put(value, column) }
        } catch {
            failure = error
        }
    }

    private func addMerge(_ attributes: XMLAttributes) {
        guard let reference = attributes["ref"] else { return }
        let corners = reference.split(separator: UInt8(ascii: ":"))
        guard let first = corners.first.flatMap(cellPlace), let last = corners.last.flatMap(cellPlace) else { return }
        guard merges.count < context.limits.mergeCount else {
            return failure = .tooLarge(.merges, limit: context.limits.mergeCount)
        }
        merges.append(Merge(top: first.row, left: first.column, bottom: last.row, right: last.column))
    }
}
