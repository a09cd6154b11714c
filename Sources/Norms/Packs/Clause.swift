/// One clause of a pack (条款): for which bodies it decides what.
package struct Clause: Hashable, Sendable {
    /// Its number as a lawyer cites it: 第三十九条.
    package let number: String
    /// The words relied on.
    package let text: String?
    /// What it decides (核定).
    package let item: NormItem
    /// All of these must hold of the body (适用); none: it applies to all.
    package let conditions: [Condition]
    /// What it decides it to be.
    package let decision: Decision
    /// Where it is written.
    package let position: SourcePosition

    /// A clause.
    package init(
        number: String, text: String? = nil, item: NormItem, conditions: [Condition] = [], decision: Decision,
        position: SourcePosition = .start
    ) {
        self.number = number
        self.text = text
        self.item = item
        self.conditions = conditions
        self.decision = decision
        self.position = position
    }

    /// What a clause decides.
    package enum Decision: Hashable, Sendable {
        /// By bands of a number (依据, 分档).
        case bands(by: Fact, [Band])
        /// A fixed number or range (数).
        case value(Award)
        /// In proportion to a number (比例).
        case ratio(Ratio, by: Fact)
        /// Case by case by the office, for this reason (报批).
        case refer(String)
        /// None at all, for this reason (不核): zero, and nothing is added to it.
        case none(String)
        /// Rules elsewhere decide, for this reason (另按): this pack has no rule for such bodies.
        case elsewhere(String)
        /// So many on top of what the base clause of the same pack gave (增加).
        case adds(NumberRange)
    }

    /// Whether it adds to what another clause gave.
    package var isAddition: Bool { if case .adds = decision { true } else { false } }
}

/// One band of a clause (分档): what a body in this range is given.
package struct Band: Hashable, Sendable {
    /// The numbers it is for.
    package let range: NumberRange
    /// What they are given.
    package let award: Award
    /// Where it is written.
    package let position: SourcePosition

    /// A band.
    package init(_ range: NumberRange, _ award: Award, position: SourcePosition = .start) {
        self.range = range
        self.award = award
        self.position = position
    }
}

/// What a band or a fixed clause gives (核定数).
package struct Award: Hashable, Sendable {
    /// The least and the most; an open upper end is only met in shares (70%以上).
    package let range: NumberRange
    /// Why the office may give more than the most (酌情); nil when it may not.
    package let discretion: String?
    /// The posts by name (构成), in the order written.
    package let makeup: [MakeupPost]
    /// Where it is written.
    package let position: SourcePosition

    /// What is given.
    package init(
        _ range: NumberRange, discretion: String? = nil, makeup: [MakeupPost] = [], position: SourcePosition = .start
    ) {
        self.range = range
        self.discretion = discretion
        self.makeup = makeup
        self.position = position
    }
}

/// Some of the posts of an award, by name: 总务 1-2.
package struct MakeupPost: Hashable, Sendable {
    /// What they are called.
    package let name: String
    /// How many.
    package let range: NumberRange

    /// Posts of a name.
    package init(_ name: String, _ range: NumberRange) {
        self.name = name
        self.range = range
    }
}
