import Basics
import Diagnosis
import Registry

/// The diagnosis of a register (诊断报告) as it will be read: what there is, what was found, what can't be told. A value;
/// `sheets`, `markdown` and `page` are three ways of writing it.
///
/// Names of people are not in it: they stand by the row of the office's own table, or by identifier.
package struct DiagnosisReport: Sendable {
    /// What it is of.
    package let heading: ReportHeading
    /// The numbers that were applied.
    package let thresholds: Thresholds
    /// The counts and sums.
    package let baseline: BaselineSummary
    /// The checks that found something: the most severe first, then in the order of the list of checks.
    package let sections: [Section]
    /// The checks that found nothing.
    package let clear: [Check]
    /// What can't be told, with the names of those it is of.
    package let unknowns: [Unknown]

    /// What one check found.
    package struct Section: Sendable {
        /// The check.
        package let check: Check
        /// How much the gravest of its findings matters.
        package let severity: Severity
        /// Its findings, in their order.
        package let findings: [ReportedFinding]

        /// What would mend all of them, where it is the same.
        var sharedMending: Wording? {
            let mending = findings.first?.finding.mending
            return findings.count > 1 && findings.allSatisfy { $0.finding.mending == mending } ? mending : nil
        }

        /// The quantities that its findings count, in the order of `Quantity`.
        var quantities: [Quantity] {
            Quantity.allCases.filter { quantity in findings.contains { $0.finding.value(of: quantity) != nil } }
        }
    }

    /// A fact that is unknown, and of whom.
    package struct Unknown: Sendable {
        /// Which fact.
        package let fact: UnknownFacts.Fact
        /// Of whom.
        package let subjects: [NamedSubject]
    }

    /// Puts a report together.
    /// - Parameters:
    ///   - findings: what was found, in any order; findings of checks not in `checks` are left out.
    ///   - register: the register they were found in.
    ///   - thresholds: the numbers that were applied.
    ///   - checks: the checks that were made.
    ///   - states: what became of findings, where the office has said so: 已豁免, 整改中 …
    package init(
        _ findings: [Finding], in register: Register, heading: ReportHeading,
        thresholds: Thresholds = .standard, checks: [Check] = Check.all, states: [Finding.Key: Wording] = [:]
    ) {
        let groups = Dictionary(grouping: findings, by: \.check)
        self.heading = heading
        self.thresholds = thresholds
        baseline = BaselineSummary(of: register)
        let found = checks.enumerated().compactMap { place, check -> (place: Int, section: Section)? in
            guard let group = groups[check.code]?.sorted(), let severity = group.map(\.severity).max() else {
                return nil
            }
            let reported = group.enumerated().map { index, finding in
                ReportedFinding(finding, number: index + 1, in: register, state: states[finding.key])
            }
            return (place, Section(check: check, severity: severity, findings: reported))
        }
        sections = found.sorted { ($1.section.severity, $0.place) < ($0.section.severity, $1.place) }.map(\.section)
        clear = checks.filter { groups[$0.code] == nil }
        unknowns = baseline.unknowns.map { unknown in
            Unknown(fact: unknown.fact, subjects: unknown.subjects.map { NamedSubject($0, in: register) })
        }
    }

    /// How many findings there are.
    package var count: Int { sections.reduce(0) { $0 + $1.findings.count } }

    /// How many findings of a severity there are.
    package func count(of severity: Severity) -> Int {
        sections.reduce(0) { $0 + $1.findings.count { $0.finding.severity == severity } }
    }
}
