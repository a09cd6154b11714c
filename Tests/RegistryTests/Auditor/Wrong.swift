import Basics
import Registry

/// Something that should not be.
package struct Wrong: Hashable, Sendable, CustomStringConvertible {
    /// Which rule, in the auditor's words.
    package let rule: Rule
    /// Whom or what it is about.
    package let subject: String
    /// By how much, where it can be measured, beyond what is put up with.
    package let excess: Int
    /// What the register calls it, where it is one of the conditions that hold at the end of every Act.
    package let invariant: Invariant?

    /// The rules. The numbers are those of the plan of the house.
    package enum Rule: String, Sendable {
        /// 1: what one account gains another loses.
        case sumsToZero = "the accounts of a commodity don't sum to zero"
        /// 2.
        case belowZero = "an account other than the grant is below zero"
        /// 3, for heads.
        case tooManyPeople = "people and reserved heads exceed the balance"
        /// 3, for posts.
        case tooManyLeaders = "leaders and reserved posts exceed the posts"
        /// 3, for pools.
        case tooMuchReserved = "reservations exceed the balance of a pool"
        /// 4.
        case severalPlaces = "one person has several places"
        /// 5 and 14.
        case closedButNotEmpty = "a closed body still holds something"
        /// 6.
        case notOneLead = "a matter has no lead, or several in one area"
        /// 7.
        case oneNumberTwoDocuments = "two documents have one number"
        /// 8.
        case overCeiling = "more was given out than the ceiling allows"
        /// 13.
        case lockIgnored = "something locked moved under another reform"
        /// 4: who is who must be known before anything moves.
        case disputedMoved = "a person of disputed identity moved"
        /// Of the two axes: nobody is moved on a day that has not come.
        case movedAhead = "a person moved on a day after the Act was recorded"
        /// Of tolerances: they only fall, and are gone at zero.
        case toleranceTooWide = "a tolerance is wider than the breach"
        /// Of tolerances: some breaches are never put up with.
        case neverTolerable = "a breach is put up with that must not be"
        /// What a register means by a name.
        case nameTwice = "two living bodies have one name"
        /// Whom a body answers to.
        case supervisorLoop = "a body is its own supervisor"
        /// Types of bodies.
        case accountsWithoutRight = "a body of a type without accounts holds some, or has people"
        /// Statuses.
        case placeWithoutRight = "a person has a place whose status allows none"
        /// References.
        case pointsNowhere = "something refers to what is not there"
        /// Changes without ground.
        case groundless = "a change is about what is not there"
    }

    /// A wrong.
    package init(_ rule: Rule, _ subject: String, excess: Int = 0, invariant: Invariant? = nil) {
        self.rule = rule
        self.subject = subject
        self.excess = excess
        self.invariant = invariant
    }

    /// For a person who looks for the reason.
    package var description: String { "\(rule.rawValue): \(subject)" + (excess == 0 ? "" : " by \(excess)") }
}
