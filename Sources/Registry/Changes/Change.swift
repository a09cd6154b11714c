import Basics

/// One change of the register (变动). Acts carry these and nothing else changes anything.
///
/// Raw codes and field order are fixed by `docs/journal-format.md`; a case is added, never altered.
package enum Change: Hashable, Sendable {
    // Bodies
    /// Sets up a body (设立).
    indirect case establish(Institution.ID, Profile, origin: Origin?)
    /// Closes a body (撤销) into its successors; all it has must have come out somewhere by the end of the Act.
    case abolish(Institution.ID, successors: [Institution.ID])
    /// Reopens a closed body under its identifier, naming the Act that closed it.
    case restore(Institution.ID, closedBy: Int)
    /// Sets an attribute: name, rank, class, funding, supervisor …
    indirect case amend(Institution.ID, Attribute)
    /// Hangs an additional name plate (加挂牌子).
    case hangPlate(Institution.ID, String)
    /// Takes a name plate down.
    case removePlate(Institution.ID, String)
    /// Sets up an internal unit.
    case addUnit(Institution.ID, InternalUnit)
    /// Closes an internal unit, by name.
    case dropUnit(Institution.ID, name: String)

    // The ledger
    /// Moves heads or posts from one holder to another: two lines that sum to zero.
    case move(Commodity, count: Int, from: Holder, to: Holder)
    /// Exchanges heads or posts of a holder for others through the grant: four lines, zero for each commodity.
    case exchange(Holder, count: Int, give: Commodity, take: Commodity)
    /// Sets the ceiling of what the grant may give out; nil when it is unknown.
    case setCeiling(Commodity, Int?)
    /// A body's table leaves this group of figures empty, or it is now known.
    case setUnknown(Institution.ID, FigureGroup, Bool)
    /// Puts heads or posts aside.
    case reserve(Reservation)
    /// Uses a reservation up, in part or whole.
    case settle(Reservation.ID, count: Int)
    /// Gives a reservation up.
    case void(Reservation.ID)
    /// Ends a reservation whose last day has passed.
    case expire(Reservation.ID)
    /// Locks heads and people of a body for a reform.
    case lock(Institution.ID, reform: Citation)
    /// Ends the lock.
    case unlock(Institution.ID)

    // Duties
    /// States a duty of a body.
    indirect case stateDuty(DutyStatement)
    /// Changes the text of a statement.
    case reviseDuty(DutyStatement.ID, text: String)
    /// Moves a statement to another holder, as this number of its text (编随事走).
    case moveDuty(DutyStatement.ID, to: Institution.ID, number: Int)
    /// Drops a statement, for a reason that stands sealed beside the journal.
    case dropDuty(DutyStatement.ID, reason: Digest)
    /// Defines a matter.
    indirect case defineMatter(Matter.ID, name: String, catalogue: String, origin: Origin?)
    /// Confirms what a statement is for a matter.
    case joinMatter(Matter.ID, Matter.Part)
    /// Ends a statement's part in a matter.
    case leaveMatter(Matter.ID, DutyStatement.ID)
    /// Puts on record that nobody leads a matter in an area, or ends that.
    case setGap(Matter.ID, Area, Bool)

    // People
    /// Takes a person into the register, without a place yet.
    indirect case registerPerson(
        Person.ID, personal: Digest, status: PersonStatus, position: PositionKind?, entered: FactDate?, origin: Origin?)
    /// New personal data stand beside the journal.
    case amendPersonal(Person.ID, Digest)
    /// Two people share an identity number, or that is settled.
    case setDisputed(Person.ID, Bool)
    /// Puts a person on the establishment (上编).
    indirect case enrol(Person.ID, Place)
    /// Takes a person off the establishment of a body for good or out of a second place (下编).
    case leave(Person.ID, Institution.ID, EstablishmentKind, ExitCause?)
    /// Moves a person from one place to another (转隶); the head stays where it is.
    indirect case transfer(Person.ID, from: Institution.ID, EstablishmentKind, to: Place)
    /// Puts a person in a leader post at a place they hold, or out of it.
    case appoint(Person.ID, Institution.ID, EstablishmentKind, LeaderRole?)
    /// Sets the position.
    case setPosition(Person.ID, PositionKind?)
    /// Sets where they work; nil where they are on the establishment.
    case setWorkplace(Person.ID, Institution.ID?)
    /// Sets the status.
    case setStatus(Person.ID, PersonStatus)

    // The rules gone by
    /// The office goes by a rule pack of this code and text from this day (采用规则包); it takes the place of another text
    /// under the same code.
    case adoptRules(String, Digest)
    /// The office no longer goes by the rule pack (停用规则包).
    case repealRules(String)

    // The record itself
    /// Puts up with a breach; only an opening Act or a decided plan may.
    case openTolerance(Invariant, measure: Int, Tolerance.Cause)
    /// Moves a tolerance to another subject, as in a merger, where it adds to what is there.
    case moveTolerance(Invariant, to: Invariant)
    /// Ends a tolerance before it has fallen to zero.
    case closeTolerance(Invariant)
    /// Skips a change of an earlier Act that never should have been, from this Act on.
    case reverse(position: Int, index: Int)
}

/// A change with the day it takes effect (生效日期).
package struct DatedChange: Hashable, Sendable {
    /// The day at whose end it holds.
    package let day: Day
    /// What changes.
    package let change: Change

    /// A change on a day.
    package init(_ day: Day, _ change: Change) {
        self.day = day
        self.change = change
    }
}

extension Change {
    /// The lines of its ledger entry; they sum to zero for each commodity. Empty for changes that move nothing.
    package var lines: [LedgerLine] {
        switch self {
        case .move(let commodity, let count, let from, let to):
            [LedgerLine(Account(from, commodity), -count), LedgerLine(Account(to, commodity), count)]
        case .exchange(let holder, let count, let give, let take):
            [
                LedgerLine(Account(holder, give), -count), LedgerLine(Account(.grant, give), count),
                LedgerLine(Account(.grant, take), -count), LedgerLine(Account(holder, take), count),
            ]
        default: []
        }
    }
}
