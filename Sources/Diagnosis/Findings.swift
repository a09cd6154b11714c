import Registry

/// All findings of a register, kept by what they were found at so that a change costs what it touched.
package struct Findings: Sendable {
    /// The numbers that were applied.
    package let thresholds: Thresholds
    /// What was known of the people beside the register.
    package internal(set) var facts: Facts
    let checks: [Check]
    var works: WorkIndex
    private(set) var byFocus: [Subject: [Finding]] = [:]
    // Where else a subject is named: at which other foci, and in how many of their findings.
    private var namedAt: [Subject: [Subject: Int]] = [:]
    private var byCheck: [String: Int] = [:]
    private var bySeverity: [Severity: Int] = [:]

    init(thresholds: Thresholds, facts: Facts, checks: [Check], works: WorkIndex) {
        self.thresholds = thresholds
        self.facts = facts
        self.works = works
        self.checks = checks
    }

    /// All findings in their order. Sorts each time it is asked.
    package var findings: [Finding] { byFocus.values.joined().sorted() }

    /// How many findings there are.
    package var count: Int { bySeverity.values.reduce(0, +) }

    /// Nothing was found.
    package var isEmpty: Bool { byFocus.isEmpty }

    /// How many findings of a check there are.
    package func count(of check: String) -> Int { byCheck[check] ?? 0 }

    /// How many findings of a severity there are.
    package func count(of severity: Severity) -> Int { bySeverity[severity] ?? 0 }

    /// Every finding that names the subject, in order.
    package func findings(about subject: Subject) -> [Finding] {
        let elsewhere = (namedAt[subject] ?? [:]).keys.flatMap { focus in
            (byFocus[focus] ?? []).filter { $0.subjects.contains(subject) || $0.related.contains(subject) }
        }
        return ((byFocus[subject] ?? []) + elsewhere).sorted()
    }

    /// Forgets what was found at the subjects.
    mutating func forget(_ foci: [Subject]) {
        for focus in foci {
            guard let findings = byFocus.removeValue(forKey: focus) else { continue }
            for finding in findings { count(finding, by: -1) }
        }
    }

    /// Takes in what was found, at foci of which nothing is kept yet.
    mutating func add(_ findings: [Finding]) {
        for finding in findings {
            byFocus[finding.focus, default: []].append(finding)
            count(finding, by: 1)
        }
        // A set of people has no order of its own, so what is kept must not depend on how it was walked.
        for focus in Set(findings.map(\.focus)) { byFocus[focus]?.sort() }
    }

    private mutating func count(_ finding: Finding, by amount: Int) {
        Findings.add(amount, to: &byCheck, finding.check)
        Findings.add(amount, to: &bySeverity, finding.severity)
        for subject in Set(finding.subjects.dropFirst()).union(finding.related) where subject != finding.focus {
            Findings.add(amount, to: &namedAt[subject, default: [:]], finding.focus)
            if namedAt[subject]?.isEmpty == true { namedAt[subject] = nil }
        }
    }

    private static func add<Key>(_ amount: Int, to counts: inout [Key: Int], _ key: Key) {
        let total = (counts[key] ?? 0) + amount
        counts[key] = total == 0 ? nil : total
    }
}

extension Findings: Equatable {
    /// Whether the same was found by the same numbers.
    package static func == (left: Findings, right: Findings) -> Bool {
        left.thresholds == right.thresholds && left.facts == right.facts && left.works == right.works
            && left.byFocus == right.byFocus && left.namedAt == right.namedAt && left.byCheck == right.byCheck
            && left.bySeverity == right.bySeverity
    }
}
