/// What changed between two diagnoses, finding by finding.
package struct Comparison: Hashable, Sendable {
    /// Findings that were not there before, in order.
    package var arisen: [Finding] = []
    /// Findings that are gone, in order.
    package var resolved: [Finding] = []
    /// Findings that are there still, with other numbers or words, in the order of the later ones.
    package var changed: [Pair] = []
    /// How many are just as they were.
    package var unchanged = 0

    /// A finding before and after.
    package struct Pair: Hashable, Sendable {
        /// As it was.
        package let before: Finding
        /// As it is.
        package let after: Finding
    }
}

extension Findings {
    /// What became of the earlier findings; a finding is the same when its key is.
    package func compared(with earlier: Findings) -> Comparison {
        var before = Dictionary(earlier.findings.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var comparison = Comparison()
        for finding in findings {
            switch before.removeValue(forKey: finding.key) {
            case nil: comparison.arisen.append(finding)
            case finding: comparison.unchanged += 1
            case let old?: comparison.changed.append(Comparison.Pair(before: old, after: finding))
            }
        }
        comparison.resolved = before.values.sorted()
        return comparison
    }
}
