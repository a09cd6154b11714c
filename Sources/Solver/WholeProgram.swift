import CCbc
import Consolidation

/// Chooses among columns in whole numbers with Cbc, within so many nodes; one thread, so that it answers the same again.
func wholeAnswer(rows: Int, columns: [Column], nodes: Int) -> WholeAnswer? {
    guard let model = Cbc_newModel() else { return nil }
    defer { Cbc_deleteModel(model) }
    var starts: [CoinBigIndex] = [0]
    var indices: [Int32] = []
    for column in columns {
        indices += column.rows.map(Int32.init)
        starts.append(CoinBigIndex(indices.count))
    }
    let ones = [Double](repeating: 1, count: max(rows, columns.count))
    Cbc_setParameter(model, "log", "0")
    Cbc_loadProblem(
        model, Int32(columns.count), Int32(rows), starts, indices, [Double](repeating: 1, count: indices.count),
        [Double](repeating: 0, count: columns.count), ones, columns.map { -Double($0.points) }, ones, ones)
    for column in columns.indices { Cbc_setInteger(model, Int32(column)) }
    Cbc_setParameter(model, "maxNodes", String(nodes))
    Cbc_setParameter(model, "threads", "0")
    Cbc_setParameter(model, "randomSeed", "1")
    Cbc_setParameter(model, "randomCbcSeed", "1")
    Cbc_solve(model)
    let bound = -Cbc_getBestPossibleObjValue(model)
    guard let solution = Cbc_bestSolution(model) else { return WholeAnswer(chosen: [], bound: bound) }
    return WholeAnswer(chosen: columns.indices.filter { solution[$0] > 0.5 }, bound: bound)
}
