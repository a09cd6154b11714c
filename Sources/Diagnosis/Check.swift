import Basics
import Registry

/// One thing to look for in a register.
package struct Check: Sendable {
    /// The stable code, in lower case with hyphens.
    package let code: String
    /// Its name.
    package let title: Wording
    /// What it looks for, and by which numbers, in one sentence.
    package let rule: Wording
    /// The law or document that makes it a rule; nil where it is the office's own yardstick.
    package let clause: Wording?
    /// How much its findings matter unless they say otherwise.
    package let severity: Severity
    /// How it finds what it finds.
    package let way: Way

    /// Looks at what is in the scope and at nothing else; the first subject of every finding is in the scope. What it
    /// may read beside that is written in the `README.md` of this folder.
    package typealias Look = @Sendable (Register, Scope, Thresholds) -> [Finding]

    /// How a check finds what it finds (查法).
    package enum Way: Sendable {
        /// By looking at a part of the register at a time, so that only what was touched is looked at again.
        case inScope(Look)
        /// By comparing the duties of all bodies at once, in a `DutyComparison`: its `findings` are the check's.
        case comparingDuties
    }

    /// Its look, where it looks at a part at a time.
    package var look: Look? { if case .inScope(let look) = way { look } else { nil } }

    /// A check that looks at a part of the register at a time. Those of this house stand in `Check.all`.
    package init(
        code: String, title: Wording, rule: Wording, clause: Wording? = nil, severity: Severity,
        look: @escaping Look
    ) {
        self.init(code: code, title: title, rule: rule, clause: clause, severity: severity, way: .inScope(look))
    }

    /// A check that finds in this way.
    package init(
        code: String, title: Wording, rule: Wording, clause: Wording? = nil, severity: Severity, way: Way
    ) {
        self.code = code
        self.title = title
        self.rule = rule
        self.clause = clause
        self.severity = severity
        self.way = way
    }

    /// A finding of this check.
    package func finding(
        _ subjects: [Subject], aspect: Aspect = .whole, severity: Severity? = nil, related: [Subject] = [],
        measures: [Measure] = [], evidence: Wording, texts: [String] = [], origins: [Origin?],
        mending: Wording? = nil, step: Mending? = nil
    ) -> Finding {
        precondition(!subjects.isEmpty, "a finding is about something")
        return Finding(
            check: code, severity: severity ?? self.severity, subjects: subjects, related: related, aspect: aspect,
            measures: measures, evidence: evidence, texts: texts,
            origins: Set(origins.compactMap { $0 }).sorted(), mending: mending, step: step)
    }
}
