import Basics
import Registry

/// What the rules say of one item of one body (核定意见): values only, the sentences are made on demand.
package struct Verdict: Hashable, Sendable {
    /// What was asked.
    package let item: NormItem
    /// Of which body; nil for one that is planned or supposed.
    package let body: Institution.ID?
    /// What was known of it.
    package let sheet: FactSheet
    /// What the rules allow.
    package let outcome: Outcome
    /// The clause that decided; with cannot tell, the first that could not be told, if any was; with no rule, the first
    /// that left the matter to rules elsewhere (另按), if one did.
    package let ruling: Ruling?
    /// Clauses that added to it, in order.
    package let additions: [Ruling]
    /// How fractions were rounded, where a ratio decided.
    package let rounding: Rounding?
    /// What the register has.
    package let figures: Figures
    /// How what the register has stands to what the rules allow.
    package let standing: Standing

    /// What the rules say.
    package enum Outcome: Hashable, Sendable {
        /// This many, additions included; open above where the office may give more for a reason (酌情).
        case allowed(NumberRange, isOpen: Bool)
        /// Decided case by case (报批).
        case refer
        /// It can't be told without these.
        case cannotTell(Missing)
        /// No pack has a rule for it.
        case noRule
    }

    /// What stands in the way of a verdict.
    package struct Missing: Hashable, Sendable {
        /// Facts that are unknown.
        package let facts: FactSet
        /// Codes of adopted packs whose text is not to hand.
        package let packs: [String]

        /// Facts and packs.
        package init(facts: FactSet, packs: [String] = []) {
            self.facts = facts
            self.packs = packs
        }
    }

    /// The range allowed, additions included; nil for every other outcome.
    package var allowed: NumberRange? { if case .allowed(let range, _) = outcome { range } else { nil } }

    /// Why the office may give more, or decides case by case, or gives none; nil where there is no such reason.
    package var reason: String? {
        switch (outcome, ruling?.clause.decision) {
        case (.allowed, .none(let reason)?), (.refer, .refer(let reason)?), (.noRule, .elsewhere(let reason)?): reason
        case (.allowed(_, isOpen: true), _): ruling?.award?.discretion
        default: nil
        }
    }

    /// The known facts that the deciding clauses went by, in the fixed order of facts.
    package var inputs: [Input] {
        var facts = FactSet()
        for ruling in [ruling].compactMap({ $0 }) + additions { facts.formUnion(ruling.facts) }
        return facts.facts.compactMap { fact in sheet[fact].map { Input(fact: fact, value: $0) } }
    }

    /// A fact and its value.
    package struct Input: Hashable, Sendable {
        /// Which.
        package let fact: Fact
        /// The code of a choice or the value of a number.
        package let value: Int
    }
}

/// Which clause of which pack decided, and by which band.
package struct Ruling: Hashable, Sendable {
    /// The rules it was decided by.
    package let rulebook: Rulebook
    /// The place of the pack in the rulebook.
    package let packIndex: Int
    /// The place of the clause in the pack.
    package let clauseIndex: Int
    /// The place of the band in the clause, where it has bands and one was met.
    package let bandIndex: Int?

    /// The pack.
    package var pack: RulePack { rulebook.packs[packIndex] }

    /// The clause.
    package var clause: Clause { pack.clauses[clauseIndex] }

    /// The band.
    package var band: Band? {
        guard let bandIndex, case .bands(_, let bands) = clause.decision else { return nil }
        return bands[bandIndex]
    }

    /// What the band or the fixed clause gives.
    package var award: Award? {
        if case .value(let award) = clause.decision { award } else { band?.award }
    }

    /// The facts that its conditions and its bands name, definitions looked into.
    package var facts: FactSet {
        var facts = clause.decision.by.map { FactSet([$0]) } ?? FactSet()
        if let root = rulebook.contents.root(ofClause: clauseIndex, pack: packIndex, item: clause.item) {
            facts.formUnion(rulebook.contents.program.facts(at: root))
        }
        return facts
    }
}

extension RulebookContents {
    func root(ofClause index: Int, pack: Int, item: NormItem) -> Int? {
        for case .pack(let part) in steps[Int(item.rawValue)] where part.pack == pack {
            return entries[part.base.lowerBound..<part.additions.upperBound].first { $0.index == index }?.root
        }
        return nil
    }
}
