import Registry

/// What a finding asks a person to confirm (待确认): that these statements are about one matter.
package struct MatterQuestion: Hashable, Sendable {
    /// The statements, never empty.
    package let statements: [DutyStatement.ID]
    /// The matter, where a catalogue has it; nil where it is one that nobody has named yet.
    package let matter: Matter.ID?

    /// A question about these statements.
    package init(_ statements: [DutyStatement.ID], matter: Matter.ID? = nil) {
        self.statements = statements
        self.matter = matter
    }
}

extension Finding {
    /// The question it puts to the office, where it puts one: an overlap of two duties, or a matter of a catalogue that
    /// the duties of some bodies seem to hold, or that several share.
    package var question: MatterQuestion? {
        if let pair = duties { return MatterQuestion([pair.first, pair.second]) }
        guard case .matter(let matter) = focus else { return nil }
        let statements = related.compactMap { subject -> DutyStatement.ID? in
            if case .duty(let id) = subject { id } else { nil }
        }
        return statements.isEmpty ? nil : MatterQuestion(statements, matter: matter)
    }
}
