import Basics

/// The domain's no (拒绝): why an Act may not be. Closed, and ordered by precedence: the first that applies is given.
///
/// Each has a stable `code`, a sentence in both languages and a way out; `docs/refusals.md` is made from it.
package enum Refusal: Error, Hashable, Sendable {
    // The Act itself
    /// It carries no change.
    case nothingToDo
    /// Its document's number belongs to another title or day.
    case documentTaken(Citation)
    /// Its drafter is among the deciders, or nobody decided a plan.
    case fourEyes
    /// It would be recorded before the entry that it follows.
    case recordedTooEarly
    /// Only a register without history can be opened.
    case alreadyOpened
    /// A change of another kind of Act: who may open a tolerance, who may reverse.
    case notByThisAct

    // Whom it is about
    /// No such body.
    case unknownInstitution(Institution.ID)
    /// The body is closed.
    case closedInstitution(Institution.ID)
    /// The identifier of a new body, person, duty, matter or reservation is taken.
    case identifierTaken
    /// A living body has this name.
    case nameTaken(String, Institution.ID)
    /// The body is not closed, or was closed by another Act.
    case notClosedBy(Institution.ID, position: Int)
    /// No such person.
    case unknownPerson(Person.ID)
    /// Their identity is disputed.
    case disputedIdentity(Person.ID)
    /// A future-dated Act moves a named person.
    case futurePersonMove(Person.ID)
    /// No such duty statement.
    case unknownDuty(DutyStatement.ID)
    /// The statement still has a part in a matter.
    case dutyHasMatter(DutyStatement.ID)
    /// No such matter, or the statement has no part in it.
    case unknownMatter(Matter.ID)
    /// No such reservation.
    case unknownReservation(Reservation.ID)
    /// No such name plate or internal unit, or it is there already.
    case plateOrUnit(Institution.ID, String)
    /// The body is under the lock of another reform.
    case locked(Institution.ID, Citation)
    /// The body is not locked, or locked already.
    case lockState(Institution.ID)
    /// No such tolerance.
    case unknownTolerance(Invariant)

    /// The office goes by no rule pack of this code.
    case unknownRules(String)

    // What it does
    /// Nothing would be different.
    case unchanged
    /// A body would be its own supervisor, directly or through others.
    case supervisorCycle(Institution.ID)
    /// This type of body holds no accounts.
    case holdsNoAccounts(Institution.ID)
    /// A name or text has nothing to read in it.
    case blankText
    /// A count is not positive, or beyond all sense.
    case countOutOfRange(Int)
    /// From and to, or given and taken, are the same.
    case sameAccount
    /// The account is unknown, so nothing can be moved on it.
    case unknownBalance(Institution.ID, FigureGroup)
    /// Known figures can't become unknown while the account holds something.
    case balanceNotEmpty(Institution.ID)
    /// More than the reservation holds.
    case beyondReservation(Reservation.ID, held: Int)
    /// The reservation's last day has not passed, or passed already.
    case reservationTerm(Reservation.ID, lastDay: Day)
    /// The person has no such place.
    case notOnEstablishment(Person.ID, Institution.ID)
    /// The person has that place already.
    case alreadyThere(Person.ID, Institution.ID)
    /// The status of the person allows no place on the establishment.
    case statusHoldsNoPlace(Person.ID, PersonStatus)
    /// The invariant can't be put up with, or the tolerance is not what is really broken.
    case notTolerable(Invariant)
    /// The change named for reversal is not there, or reversed already.
    case nothingToReverse(position: Int, index: Int)

    // What would be at the end of it
    /// An invariant would be broken by so much more than is tolerated.
    case breaks(Invariant, by: Int)
    /// A later Act would no longer hold; the first such one, and why.
    indirect case breaksLaterAct(position: Int, Refusal)
}

extension Refusal {
    /// The stable code.
    package var code: String {
        switch self {
        case .nothingToDo: "nothing-to-do"
        case .documentTaken: "document-taken"
        case .fourEyes: "four-eyes"
        case .recordedTooEarly: "recorded-too-early"
        case .alreadyOpened: "already-opened"
        case .notByThisAct: "not-by-this-act"
        case .unknownInstitution: "unknown-institution"
        case .closedInstitution: "closed-institution"
        case .identifierTaken: "identifier-taken"
        case .nameTaken: "name-taken"
        case .notClosedBy: "not-closed-by"
        case .unknownPerson: "unknown-person"
        case .disputedIdentity: "disputed-identity"
        case .futurePersonMove: "future-person-move"
        case .unknownDuty: "unknown-duty"
        case .dutyHasMatter: "duty-has-matter"
        case .unknownMatter: "unknown-matter"
        case .unknownReservation: "unknown-reservation"
        case .plateOrUnit: "plate-or-unit"
        case .locked: "locked"
        case .lockState: "lock-state"
        case .unknownTolerance: "unknown-tolerance"
        case .unknownRules: "unknown-rules"
        case .unchanged: "unchanged"
        case .supervisorCycle: "supervisor-cycle"
        case .holdsNoAccounts: "holds-no-accounts"
        case .blankText: "blank-text"
        case .countOutOfRange: "count-out-of-range"
        case .sameAccount: "same-account"
        case .unknownBalance: "unknown-balance"
        case .balanceNotEmpty: "balance-not-empty"
        case .beyondReservation: "beyond-reservation"
        case .reservationTerm: "reservation-term"
        case .notOnEstablishment: "not-on-establishment"
        case .alreadyThere: "already-there"
        case .statusHoldsNoPlace: "status-holds-no-place"
        case .notTolerable: "not-tolerable"
        case .nothingToReverse: "nothing-to-reverse"
        case .breaks(let invariant, _):
            switch invariant {
            case .notBelowZero: "below-zero"
            case .headsWithinBalance: "heads-over-balance"
            case .postsWithinBalance: "posts-over-balance"
            case .poolCoversReservations: "pool-over-reserved"
            case .onePlace: "second-place"
            case .closedHoldsNothing: "closed-holds-something"
            case .oneLead: "no-single-lead"
            case .withinCeiling: "over-ceiling"
            }
        case .breaksLaterAct: "breaks-later-act"
        }
    }
}
