import Consolidation
import Samples
import Solver
import Testing

/// The MPS text says what was generated.
@Test func modelForOtherSolvers() throws {
    let instance = mergerSample(bodies: 12, seed: 11)
    let result = try consolidate(instance, seed: 1, work: 5_000_000, solvers: .coin)
    let lines = result.model(of: instance, named: "T").split(separator: "\n").map(String.init)
    #expect(lines.first == "NAME T" && lines.last == "ENDATA")
    #expect(lines.count { $0.hasPrefix(" E ") } == 12)
    #expect(lines.count { $0.hasPrefix(" BV ") } == result.columns.count)
    // Each chosen group stands there with its points, turned around to be made least.
    var sum = 0
    for group in result.grouping.groups {
        let points = instance.points(of: instance.appraisal(of: group))
        let number = try #require(result.columns.firstIndex { $0.rows == group })
        #expect(lines.contains(" g\(number + 1) points \(-points)"))
        for body in group { #expect(lines.contains(" g\(number + 1) b\(body + 1) 1")) }
        sum += points
    }
    #expect(sum == 290)
}
