import Basics
import Registry

extension Expansion {
    /// Lends heads out of the turnover pool until a day (周转使用): they stay the pool's, and the borrower may fill them.
    mutating func lend(
        _ kind: EstablishmentKind, _ count: Int, to borrower: Institution, until day: Day
    ) throws(StepProblem) {
        guard borrower.profile.type.holdsAccounts else { throw .holdsNoHeads(borrower.profile.name) }
        let free = freeHeads(kind, of: .turnoverPool)
        guard count <= free else { throw .notEnoughHeads(name(of: .turnoverPool), asked: count, there: max(0, free)) }
        make(.reserve(loan(kind, count, to: borrower.id, until: day)))
    }

    /// Gives lent heads back, those first that are due first.
    mutating func giveBack(
        of borrower: Institution, _ kind: EstablishmentKind?, _ count: Int?
    ) throws(StepProblem) {
        let loans = register.loans(to: borrower.id).filter { kind == nil || $0.loan?.kind == kind }
        let there = loans.reduce(0) { $0 + $1.count }
        var left = count ?? there
        guard left <= there, there > 0 else {
            throw .notEnoughHeads(borrower.profile.name, asked: max(1, left), there: there)
        }
        for loan in loans where left > 0 {
            let returned = min(left, loan.count)
            left -= returned
            resize(loan, to: loan.count - returned, for: borrower.id)
        }
    }

    /// Passes the loans of a body that ends on to the taker of its people, as many as stand on them; the rest comes back.
    mutating func endLoans(to id: Institution.ID, takenBy taker: Institution.ID?) {
        var needed: [EstablishmentKind: Int] = [:]
        let presence = register.presence(of: id)
        for kind in presence.occupiedKinds where taker != nil { needed[kind] = presence.occupied(kind) }
        for loan in register.loans(to: id) {
            guard let kind = loan.loan?.kind else { continue }
            let kept = min(loan.count, needed[kind] ?? 0)
            needed[kind]? -= kept
            resize(loan, to: kept, for: taker ?? id)
        }
    }

    /// A reservation is settled whole or not at all, so that undoing finds the one it knows; what remains is a new one.
    private mutating func resize(_ old: Reservation, to count: Int, for borrower: Institution.ID) {
        guard let kind = old.loan?.kind, count != old.count || borrower != old.beneficiary else { return }
        make(.void(old.id))
        if count > 0 { make(.reserve(loan(kind, count, to: borrower, until: old.lastDay))) }
    }

    private mutating func loan(
        _ kind: EstablishmentKind, _ count: Int, to borrower: Institution.ID, until day: Day
    ) -> Reservation {
        Reservation(
            id: identifier(), account: Account(.turnoverPool, .heads(kind)), count: count, purpose: .turnover,
            beneficiary: borrower, lastDay: day)
    }
}
