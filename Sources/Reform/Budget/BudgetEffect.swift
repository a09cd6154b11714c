import Basics
import Diagnosis
import Registry

/// What a plan costs or saves the budget in a year (年经费影响): of the bodies touched, before and after.
///
/// Heads in the pools are nobody's and cost nothing. Where a rate is missing, or it is unknown how many heads a body
/// has, the sum can't be told; a difference still can where nothing changes.
package struct BudgetEffect: Hashable, Sendable {
    /// By kind, in order; kinds of which there are none before and after are left out.
    package let lines: [Line]

    /// What becomes of one kind.
    package struct Line: Hashable, Sendable {
        /// Of what.
        package let kind: BudgetRate.Kind
        /// Its rate on the plan's day; nil when the office has none.
        package let rate: BudgetRate?
        /// Approved (核定).
        package let approved: Count
        /// Filled (实有).
        package let occupied: Count

        /// The yuan a year of a number of them; nil when it can't be told.
        package func yuan(_ count: Int?) -> Int? {
            // Of none no rate needs to be known.
            if count == 0 { return 0 }
            guard let count, let rate else { return nil }
            return count * rate.yuan
        }
    }

    /// A number before and after.
    package struct Count: Hashable, Sendable {
        /// Before, as far as it is known.
        package fileprivate(set) var before = 0
        /// After, as far as it is known.
        package fileprivate(set) var after = 0
        /// Of how many bodies it is unknown before.
        package fileprivate(set) var unknownBefore = 0
        /// Of how many bodies it is unknown after.
        package fileprivate(set) var unknownAfter = 0
        // What changed where it is known on both sides; what is unknown on both didn't move.
        fileprivate var difference: Int? = 0

        /// The number before, nil when a part is unknown.
        package var wholeBefore: Int? { unknownBefore == 0 ? before : nil }
        /// The number after, nil when a part is unknown.
        package var wholeAfter: Int? { unknownAfter == 0 ? after : nil }
        /// By how much it changes; nil when that can't be told.
        package var change: Int? { difference }

        fileprivate mutating func add(_ before: Int?, _ after: Int?) {
            if let before { self.before += before } else { unknownBefore += 1 }
            if let after { self.after += after } else { unknownAfter += 1 }
            switch (before, after) {
            case (nil, nil): break
            case (let before?, let after?): difference = difference.map { $0 + after - before }
            default: difference = nil
            }
        }
    }

    /// The change of the yearly cost of what is approved; nil when it can't be told.
    package var approvedChange: Int? { change(\.approved) }

    /// The change of the yearly cost of what is filled; nil when it can't be told.
    package var occupiedChange: Int? { change(\.occupied) }

    private func change(_ part: KeyPath<Line, Count>) -> Int? {
        var sum = 0
        for line in lines {
            guard let yuan = line.yuan(line[keyPath: part].change) else { return nil }
            sum += yuan
        }
        return sum
    }

    /// Kinds that change in number and have no rate.
    package var kindsWithoutRate: [BudgetRate.Kind] {
        lines.filter { $0.rate == nil && ($0.approved.change != 0 || $0.occupied.change != 0) }.map(\.kind)
    }
}

extension Outcome {
    /// What the plan costs or saves by these rates on its day.
    package func budgetEffect(of touching: Touching, by rates: BudgetRates) -> BudgetEffect {
        let bodies = touching.institutions.sorted()
        let kinds =
            EstablishmentKind.allCases.map { BudgetRate.Kind.heads($0) }
            + (rates.haveLeaders ? LeaderRole.allCases.map { BudgetRate.Kind.leader($0) } : [])
        let lines = kinds.compactMap { kind -> BudgetEffect.Line? in
            var approved = BudgetEffect.Count()
            var occupied = BudgetEffect.Count()
            for body in bodies {
                let one = number(of: kind, of: body, in: before)
                let other = number(of: kind, of: body, in: after)
                approved.add(one.approved, other.approved)
                occupied.add(one.occupied, other.occupied)
            }
            guard [approved.before, approved.after, occupied.before, occupied.after].contains(where: { $0 != 0 })
            else { return nil }
            return BudgetEffect.Line(
                kind: kind, rate: rates.rate(of: kind, on: plan.day), approved: approved, occupied: occupied)
        }
        return BudgetEffect(lines: lines)
    }

    private func number(
        of kind: BudgetRate.Kind, of body: Institution.ID, in register: Register
    ) -> (approved: Int?, occupied: Int) {
        let presence = register.presence(of: body)
        switch kind {
        case .heads(let kind): return (register.approvedHeads(of: body, kind), presence.occupied(kind))
        case .leader(let role):
            let isUnknown = register.ledger.isUnknown(.posts, of: body)
            return (isUnknown ? nil : register.approvedPosts(role, of: body), presence.leading(role))
        }
    }
}
