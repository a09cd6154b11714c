import Basics
import Diagnosis
import Registry

/// A plan's outcome looked at from every side that a commission asks about (方案评估). Computed once; nothing here changes
/// what is decided.
package struct Assessment: Sendable {
    /// The outcome.
    package let outcome: Outcome
    /// Where everything went.
    package let movements: Movements
    /// The bodies of which something is another, by name.
    package let bodies: [BodyChange]
    /// Findings that are gone, new, and changed.
    package let comparison: Comparison
    /// Findings about the bodies touched that are there still, in order.
    package let left: [Finding]
    /// How the bodies touched stand to the office's rules; nil when it has adopted none.
    package let rules: [RuleChange]?
    /// The cost to the budget; nil when the office gave no rates.
    package let budget: BudgetEffect?
    /// The people touched, by group.
    package let people: PeopleEffect
    /// How near is near retirement, in months; nil when nobody looked.
    package let nearRetirement: Int?

    /// Looks at an outcome.
    /// - Parameters:
    ///   - rates: what heads cost, where the office says so.
    ///   - retirement: who has how long, where somebody has looked.
    package init(_ outcome: Outcome, rates: BudgetRates? = nil, retirement: RetirementFacts? = nil) {
        let touching = outcome.touching
        self.outcome = outcome
        movements = Movements(of: outcome.changes, in: outcome.before)
        bodies = outcome.bodyChanges(of: touching)
        comparison = outcome.diagnosisAfter.compared(with: outcome.diagnosisBefore)
        left = outcome.findingsLeft(of: touching, arisen: comparison.arisen)
        rules = outcome.ruleChanges(of: touching)
        budget = rates.map { outcome.budgetEffect(of: touching, by: $0) }
        people = outcome.peopleEffect(of: touching, knowing: retirement ?? .unknown)
        nearRetirement = retirement?.near
    }
}

extension Outcome {
    /// Findings about the bodies touched that were there before and still are, each once.
    fileprivate func findingsLeft(of touching: Touching, arisen: [Finding]) -> [Finding] {
        let news = Set(arisen.map(\.key))
        var seen: Set<Finding.Key> = []
        return touching.institutions.filter { after.institutions[$0]?.isActive == true }
            .flatMap { diagnosisAfter.findings(about: .institution($0)) }
            .filter { !news.contains($0.key) && seen.insert($0.key).inserted }.sorted()
    }
}
