import Consolidation

extension Solvers {
    /// Clp and Cbc of COIN-OR, the solvers that Debian has.
    package static let coin = Solvers(
        linear: { rows in
            let program = LinearProgram(rows: rows)
            return { program.answer(adding: $0) }
        }, whole: wholeAnswer)
}
