import Basics

/// A subject whose state a change sets or reads (所涉对象): what has to be folded again where the change is taken away or
/// put in, and where to find all else that happened to it.
enum Mention: Hashable, Sendable {
    /// A body's own record.
    case body(Institution.ID)
    /// Whether its figures are known.
    case figures(Institution.ID)
    /// The balances of a holder.
    case account(Holder)
    /// Who was ever on its establishment.
    case staff(Institution.ID)
    /// A person.
    case person(Person.ID)
    /// A duty statement.
    case duty(DutyStatement.ID)
    /// A matter.
    case matter(Matter.ID)
    /// A reservation.
    case reservation(Reservation.ID)
    /// What was ever reserved on a body's accounts or for it.
    case reserved(Institution.ID)
    /// The ceiling of the grant.
    case ceiling(Commodity)
    /// A breach put up with.
    case tolerance(Invariant)
    /// A rule pack.
    case rules(String)
}

extension Change {
    /// What it is about; nothing for a reversal, which is about the change it takes back.
    var mentions: [Mention] {
        switch self {
        case .establish(let id, _, _), .abolish(let id, _), .restore(let id, _), .amend(let id, _),
            .hangPlate(let id, _), .removePlate(let id, _), .addUnit(let id, _), .dropUnit(let id, _),
            .lock(let id, _), .unlock(let id):
            [.body(id)]
        case .move(_, _, let from, let to): [.account(from), .account(to)]
        case .exchange(let holder, _, _, _): [.account(holder), .account(.grant)]
        case .setCeiling(let commodity, _): [.ceiling(commodity)]
        case .setUnknown(let id, _, _): [.figures(id)]
        case .reserve(let reservation):
            [.reservation(reservation.id)]
                + [reservation.account.holder.institution, reservation.beneficiary].compactMap { $0 }
                .map { .reserved($0) }
        case .settle(let id, _), .void(let id), .expire(let id): [.reservation(id)]
        case .stateDuty(let statement): [.duty(statement.id)]
        case .reviseDuty(let id, _), .moveDuty(let id, _, _), .dropDuty(let id, _): [.duty(id)]
        case .defineMatter(let id, _, _, _), .joinMatter(let id, _), .leaveMatter(let id, _), .setGap(let id, _, _):
            [.matter(id)]
        case .registerPerson(let id, _, _, _, _, _), .amendPersonal(let id, _), .setDisputed(let id, _),
            .setPosition(let id, _), .setWorkplace(let id, _), .setStatus(let id, _):
            [.person(id)]
        case .enrol(let id, let place): [.person(id), .staff(place.institution)]
        case .leave(let id, let institution, _, _), .appoint(let id, let institution, _, _):
            [.person(id), .staff(institution)]
        case .transfer(let id, let institution, _, let place):
            [.person(id), .staff(institution), .staff(place.institution)]
        case .openTolerance(let invariant, _, _), .closeTolerance(let invariant): [.tolerance(invariant)]
        case .moveTolerance(let from, let to): [.tolerance(from), .tolerance(to)]
        case .adoptRules(let code, _), .repealRules(let code): [.rules(code)]
        case .reverse: []
        }
    }
}
