extension Regrouping {
    /// The set-partitioning model of the generated groups as free MPS, for another solver to check: each body once, minus
    /// the points to be made least. Solved in fractions it comes to the bound, in whole numbers to no more than that.
    package func model(of instance: Instance, named name: String) -> String {
        var lines = ["NAME \(name)", "ROWS", " N points"]
        for body in instance.bodies.indices { lines.append(" E b\(body + 1)") }
        lines += ["COLUMNS", " M1 'MARKER' 'INTORG'"]
        for (number, column) in columns.enumerated() {
            lines.append(" g\(number + 1) points \(-column.points)")
            for body in column.rows { lines.append(" g\(number + 1) b\(body + 1) 1") }
        }
        lines += [" M2 'MARKER' 'INTEND'", "RHS"]
        for body in instance.bodies.indices { lines.append(" rhs b\(body + 1) 1") }
        lines.append("BOUNDS")
        for number in columns.indices { lines.append(" BV bound g\(number + 1)") }
        return lines.joined(separator: "\n") + "\nENDATA\n"
    }
}
