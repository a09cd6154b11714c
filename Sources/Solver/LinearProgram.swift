import CCbc
import Consolidation

/// A set-partitioning model relaxed to fractions, kept open in Clp: each answer starts from the one before.
final class LinearProgram {
    private let model: UnsafeMutableRawPointer?
    private let rows: Int

    init(rows: Int) {
        self.rows = rows
        model = Clp_newModel()
        guard let model else { return }
        Clp_setLogLevel(model, 0)
        let ones = [Double](repeating: 1, count: rows)
        // Rows without columns yet: all bounds are one.
        let starts = [CoinBigIndex](repeating: 0, count: rows + 1)
        Clp_addRows(model, Int32(rows), ones, ones, starts, nil, nil)
    }

    deinit { if let model { Clp_deleteModel(model) } }

    /// Takes more columns, solves and tells prices; nil when Clp comes to no end.
    func answer(adding columns: [Column]) -> LinearAnswer? {
        guard let model else { return nil }
        if !columns.isEmpty {
            var starts: [CoinBigIndex] = [0]
            var indices: [Int32] = []
            for column in columns {
                indices += column.rows.map(Int32.init)
                starts.append(CoinBigIndex(indices.count))
            }
            Clp_addColumns(
                model, Int32(columns.count), [Double](repeating: 0, count: columns.count),
                [Double](repeating: .infinity, count: columns.count), columns.map { -Double($0.points) }, starts,
                indices,
                [Double](repeating: 1, count: indices.count))
        }
        guard Clp_primal(model, 0) == 0, let prices = Clp_dualRowSolution(model) else { return nil }
        return LinearAnswer(prices: (0..<rows).map { -prices[$0] }, points: -Clp_objectiveValue(model))
    }
}
