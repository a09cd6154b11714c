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
    /// What became of the earlier findings; a finding is the same when its key is. Since the key begins with the focus,
    /// only foci of which something else is kept now are gone through: what came out of `updated` costs what it touched.
    package func compared(with earlier: Findings) -> Comparison {
        var comparison = Comparison()
        for (focus, now) in byFocus {
            guard let then = earlier.byFocus[focus] else {
                comparison.arisen += now
                continue
            }
            // Equal at once where the two share their storage.
            if then == now { comparison.unchanged += now.count } else { comparison.add(now, comparedWith: then) }
        }
        for (focus, then) in earlier.byFocus where byFocus[focus] == nil { comparison.resolved += then }
        comparison.arisen.sort()
        comparison.resolved.sort()
        comparison.changed.sort { $0.after < $1.after }
        return comparison
    }
}

extension Comparison {
    fileprivate mutating func add(_ now: [Finding], comparedWith then: [Finding]) {
        var before = Dictionary(then.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        for finding in now {
            switch before.removeValue(forKey: finding.key) {
            case nil: arisen.append(finding)
            case finding: unchanged += 1
            case let old?: changed.append(Pair(before: old, after: finding))
            }
        }
        resolved += before.values
    }
}
