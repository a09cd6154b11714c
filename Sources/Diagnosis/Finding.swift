import Basics
import Registry

/// What a check found: collected, never thrown.
package struct Finding: Hashable, Sendable {
    /// The stable code of the check.
    package let check: String
    /// How much it matters.
    package let severity: Severity
    /// What it is about, never empty; the first is the one it was found at. With the check and the aspect they make
    /// the key, so a finding stays the same while its numbers change.
    package let subjects: [Subject]
    /// What else it mentions.
    package let related: [Subject]
    /// Which of several things the check says of the subjects.
    package let aspect: Aspect
    /// The numbers it stands on.
    package let measures: [Measure]
    /// What is the case, with the numbers. Bodies and matters stand by name, people by identifier in `subjects` only:
    /// their names are not known here.
    package let evidence: Wording
    /// The texts it compares, word for word: whoever decided about it decided about these.
    package let texts: [String]
    /// Where the office's own tables say so, in order.
    package let origins: [Origin]
    /// What would mend it, where something plain would.
    package let mending: Wording?
    /// The step of a plan that would mend it, where the finding alone determines one.
    package let step: Mending?

    /// What makes a finding the same before and after a change.
    package struct Key: Hashable, Sendable {
        /// The code of the check.
        package let check: String
        /// The aspect.
        package let aspect: Aspect
        /// The subjects.
        package let subjects: [Subject]
    }

    /// The key.
    package var key: Key { Key(check: check, aspect: aspect, subjects: subjects) }

    /// What was the case, as a stable text: the key, how much it matters, the numbers it stands on, what else it
    /// mentions and the texts it compares. A finding that was dismissed and now has another fingerprint is the same finding and not what was
    /// dismissed. A renaming alone changes nothing.
    package var fingerprint: String {
        // How alike two texts are moves with every other text in the register, so it is no change of theirs.
        let numbers = measures.filter { $0.quantity != .likeness }.map { "\($0.quantity.rawValue)=\($0.value)" }
        let others = Set(related).sorted().map(\.description)
        return
            ([
                key.description, "\(severity.rawValue)", numbers.joined(separator: ","), others.joined(separator: ","),
            ] + texts).joined(separator: "|")
    }

    /// The subject it was found at.
    package var focus: Subject { subjects[0] }

    /// The number of that quantity, nil when the finding has none.
    package func value(of quantity: Quantity) -> Int? { measures.first { $0.quantity == quantity }?.value }
}

extension Finding: Comparable {
    /// The one order of findings: the most severe first, then by check, the likeliest first, by place in the office's tables (those
    /// without a place last), by key.
    package static func < (left: Finding, right: Finding) -> Bool {
        if left.severity != right.severity { return left.severity > right.severity }
        if left.check != right.check { return left.check < right.check }
        if let one = left.value(of: .likeness), let other = right.value(of: .likeness), one != other {
            return one > other
        }
        switch (left.origins.first, right.origins.first) {
        case (let one?, let other?) where one != other: return one < other
        case (_?, nil): return true
        case (nil, _?): return false
        default: return left.key < right.key
        }
    }
}

extension Finding.Key: Comparable, CustomStringConvertible {
    /// By check, subjects, aspect.
    package static func < (left: Self, right: Self) -> Bool {
        if left.check != right.check { return left.check < right.check }
        if left.subjects != right.subjects { return left.subjects.lexicographicallyPrecedes(right.subjects) }
        return left.aspect < right.aspect
    }

    /// A stable text: `over-establishment/institution:…/kind:2`.
    package var description: String {
        ([check] + subjects.map(\.description) + (aspect == .whole ? [] : [aspect.description])).joined(separator: "/")
    }
}
