import Basics
import Registry

/// What a decision needs by a competence table: who decides, which steps, by which rows and for which changes.
package struct Needs: Sendable {
    /// The table that was asked.
    package let table: CompetenceTable
    /// The rows that ask for something, in the order of the table.
    package let rulings: [Ruling]
    /// The changes that no row covers.
    package let uncovered: [Uncovered]

    /// A row that applies.
    package struct Ruling: Hashable, Sendable {
        /// The row.
        package let row: CompetenceRow
        /// The indices of the changes it applies to, in order.
        package internal(set) var changes: [Int]
        /// Their kinds, in order.
        package internal(set) var kinds: [ChangeKind]
        /// Sides on which it can't be told whether it applies or another row; it is gone by all the same.
        package internal(set) var unknown: Set<Side>
    }

    /// A change that no row covers.
    package struct Uncovered: Hashable, Sendable {
        /// Its index.
        package let change: Int
        /// Its kind.
        package let kind: ChangeKind
    }

    /// Who decides: the highest of all rows that apply. Nil where none does.
    package var decider: Decider? { rulings.map(\.row.decider).max() }

    /// The steps, in the order in which they are taken, each with the rows that ask for it.
    package var steps: [Need] {
        let steps = Set(rulings.flatMap(\.row.steps)).sorted()
        return steps.map { step in Need(step: step, rulings: rulings.filter { $0.row.steps.contains(step) }) }
    }
}

/// A step that is needed, with the rows that ask for it; there is always one at least.
package struct Need: Hashable, Sendable {
    /// The step.
    package let step: ProcedureStep
    /// The rows, in the order of the table.
    package let rulings: [Needs.Ruling]

    /// Whether it must be taken before the decision.
    package var isBefore: Bool { !step.isAfterwards }
}

/// Asks a competence table what changes need, on the register before them.
///
/// Each change is asked for each body it is about, and the first row that fits is the one; where it can't be told which,
/// because a rank is unknown, every row that may be it counts. What is counted is counted over all changes together, so
/// that a large movement does not pass in small pieces.
package func needs(of changes: [Change], in register: Register, by table: CompetenceTable) -> Needs {
    needs(of: [(changes: changes, register: register)], by: table)
}

/// The same of changes in waves, each with the register before it: they are counted and numbered through.
package func needs(of parts: [(changes: [Change], register: Register)], by table: CompetenceTable) -> Needs {
    var facets: [(change: Int, facet: Facet)] = []
    var sums: [Facet.Sum: Int] = [:]
    var index = 0
    for (changes, register) in parts {
        var trace = register
        for change in changes {
            for facet in change.facets(in: trace) {
                facets.append((index, facet))
                sums[facet.sum, default: 0] += facet.amount
            }
            trace.suppose(change)
            index += 1
        }
    }
    var rulings: [Int: Needs.Ruling] = [:]
    var uncovered: [Needs.Uncovered] = []
    for (index, facet) in facets {
        let count = min(max(sums[facet.sum] ?? 1, 1), Scope.most)
        let (rows, rest) = table.rows(for: facet.kind, facet.scope.with(counts: count...count))
        let unknown = rows.count + (rest ? 1 : 0) > 1 ? facet.scope.unknownSides : []
        for row in rows {
            var ruling =
                rulings[row] ?? Needs.Ruling(row: table.rows[row], changes: [], kinds: [], unknown: [])
            if ruling.changes.last != index { ruling.changes.append(index) }
            if !ruling.kinds.contains(facet.kind) { ruling.kinds.append(facet.kind) }
            ruling.unknown.formUnion(unknown)
            rulings[row] = ruling
        }
        let open = Needs.Uncovered(change: index, kind: facet.kind)
        if rest, uncovered.last != open { uncovered.append(open) }
    }
    return Needs(
        table: table, rulings: rulings.sorted { $0.key < $1.key }.map(\.value), uncovered: uncovered)
}

extension CompetenceTable {
    /// The rows that are or may be the first to fit these cases of a kind, and whether some case fits none.
    func rows(for kind: ChangeKind, _ cases: Scope) -> (rows: [Int], rest: Bool) {
        var left = [cases]
        var found: [Int] = []
        for (index, row) in rows.enumerated() where row.kinds.contains(kind) {
            guard left.contains(where: { $0.meeting(row.scope) != nil }) else { continue }
            found.append(index)
            left = left.flatMap { $0.without(row.scope) }
            if left.isEmpty { break }
        }
        return (found, !left.isEmpty)
    }
}

extension Scope {
    /// The sides on which more than one code is possible.
    fileprivate var unknownSides: Set<Side> { Set(Side.allCases.filter { (codes($0)?.count ?? 16) > 1 }) }
}
