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
    /// Looks at what is in the scope and at nothing else; the first subject of every finding is in the scope. What it
    /// may read beside that is written in the `README.md` of this folder.
    package let look: @Sendable (Register, Scope, Thresholds) -> [Finding]

    /// A check. Those of this house stand in `Check.all`.
    package init(
        code: String, title: Wording, rule: Wording, clause: Wording? = nil, severity: Severity,
        look: @escaping @Sendable (Register, Scope, Thresholds) -> [Finding]
    ) {
        self.code = code
        self.title = title
        self.rule = rule
        self.clause = clause
        self.severity = severity
        self.look = look
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
