import Basics
import Diagnosis
import Registry

/// A plan's outcome looked at from every side that a commission asks about (方案评估). Computed once; nothing here changes
/// what is decided.
package struct Assessment: Sendable {
    /// The outcome, whose own changes are those of the first wave: what deciding enacts.
    package let outcome: Outcome
    /// All its waves seen as one, from before the first to after the last: what everything here is said of.
    package let whole: Outcome
    /// Where everything went.
    package let movements: Movements
    /// Where name plates, internal units and registrations went.
    package let signs: SignMovements
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
    ///   - leave: who is on leave, where somebody has looked.
    package init(
        _ outcome: Outcome, rates: BudgetRates? = nil, retirement: RetirementFacts? = nil,
        leave: Set<Person.ID>? = nil
    ) {
        let whole = outcome.whole
        let touching = whole.touching
        self.outcome = outcome
        self.whole = whole
        movements = Movements(of: whole.changes, in: whole.before)
        signs = SignMovements(of: whole.changes, in: whole.before)
        bodies = whole.bodyChanges(of: touching)
        comparison = whole.diagnosisAfter.compared(with: whole.diagnosisBefore)
        left = whole.findingsLeft(of: touching, arisen: comparison.arisen)
        rules = whole.ruleChanges(of: touching)
        budget = rates.map { whole.budgetEffect(of: touching, by: $0) }
        people = whole.peopleEffect(of: touching, knowing: retirement ?? .unknown, leave: leave)
        nearRetirement = retirement?.near
    }
}

extension Outcome {
    /// All waves seen as one: every step and change, from the register before the first to that after the last. What else
    /// takes effect between the waves stands in the register after them.
    package var whole: Outcome {
        guard let last = later.last else { return self }
        return Outcome(
            plan: plan, wave: wave, day: day, steps: waves.flatMap(\.steps), changes: waves.flatMap(\.changes),
            refusal: waves.lazy.compactMap(\.refusal).first, moment: moment, before: before,
            after: last.after, diagnosisBefore: diagnosisBefore, diagnosisAfter: last.diagnosisAfter)
    }

    /// What is put aside for later waves.
    package var reserved: [Reservation] {
        changes.compactMap {
            if case .reserve(let reservation) = $0, reservation.purpose == .reform { reservation } else { nil }
        }
    }

    /// Findings about the bodies touched that were there before and still are, each once.
    fileprivate func findingsLeft(of touching: Touching, arisen: [Finding]) -> [Finding] {
        let news = Set(arisen.map(\.key))
        var seen: Set<Finding.Key> = []
        return touching.institutions.filter { after.institutions[$0]?.isActive == true }
            .flatMap { diagnosisAfter.findings(about: .institution($0)) }
            .filter { !news.contains($0.key) && seen.insert($0.key).inserted }.sorted()
    }
}
