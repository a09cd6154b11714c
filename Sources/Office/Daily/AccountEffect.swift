import Basics
import Registry

/// What a draft does to one account (编制变化): approved, occupied and reserved, before and after.
package struct AccountEffect: Hashable, Sendable {
    /// The account.
    package let account: Account
    /// The figures before.
    package let before: Figures
    /// The figures after.
    package let after: Figures

    /// The figures of an account on a day.
    package struct Figures: Hashable, Sendable {
        /// The balance (核定); nil when unknown.
        package let approved: Int?
        /// Places filled, or leaders in place of the role (实有、实配); zero for a pool.
        package let occupied: Int
        /// What is put aside (预留).
        package let reserved: Int

        /// What is neither filled nor put aside; nil when unknown.
        package var free: Int? { approved.map { $0 - occupied - reserved } }
    }
}

/// What changes do to the accounts they touch, in the order of accounts; what stays as it was is left out.
func accountEffects(of changes: [Change], from before: Register, to after: Register) -> [AccountEffect] {
    let accounts = Set(changes.flatMap { $0.accounts(in: before) + $0.accounts(in: after) })
    return accounts.sorted().compactMap { account in
        let effect = AccountEffect(
            account: account, before: before.figures(of: account), after: after.figures(of: account))
        return effect.before == effect.after ? nil : effect
    }
}

extension Register {
    /// What an account holds, how much of it is filled and put aside.
    func figures(of account: Account) -> AccountEffect.Figures {
        guard let body = account.holder.institution else {
            return AccountEffect.Figures(
                approved: ledger.balance(of: account), occupied: 0, reserved: ledger.reserved(on: account))
        }
        let occupied =
            switch account.commodity {
            case .heads(let kind): presence(of: body).occupied(kind)
            case .posts(let post): presence(of: body).leading(post.role)
            }
        let isUnknown = ledger.isUnknown(account.commodity.group, of: body)
        return AccountEffect.Figures(
            approved: isUnknown ? nil : ledger.balance(of: account), occupied: occupied,
            reserved: ledger.reserved(on: account))
    }

    /// Where leader posts of a role stand in a body's accounts; at its own rank where there are none.
    fileprivate func posts(_ role: LeaderRole?, of body: Institution.ID) -> [Account] {
        guard let role else { return [] }
        let held = ledger.holdings(of: .institution(body)).map(\.commodity).filter {
            if case .posts(let post) = $0 { post.role == role } else { false }
        }
        let own = Commodity.posts(LeaderPost(role, institutions[body]?.profile.rank ?? .ungraded))
        return (held.isEmpty ? [own] : held).map { Account(.institution(body), $0) }
    }

    fileprivate func accounts(of person: Person.ID, _ body: Institution.ID, _ kind: EstablishmentKind) -> [Account] {
        let role = people[person]?.places.first { $0.institution == body && $0.kind == kind }?.role
        return [Account(.institution(body), .heads(kind))] + posts(role, of: body)
    }
}

extension Change {
    /// The accounts whose figures it changes.
    fileprivate func accounts(in register: Register) -> [Account] {
        switch self {
        case .reserve(let reservation): [reservation.account]
        case .settle(let id, _), .void(let id), .expire(let id):
            (register.ledger.reservations[id]?.account).map { [$0] } ?? []
        case .enrol(let person, let place): register.accounts(of: person, place.institution, place.kind)
        case .leave(let person, let body, let kind, _): register.accounts(of: person, body, kind)
        case .transfer(let person, let body, let kind, let place):
            register.accounts(of: person, body, kind) + register.accounts(of: person, place.institution, place.kind)
        case .appoint(let person, let body, let kind, let role):
            register.accounts(of: person, body, kind) + register.posts(role, of: body)
        case .setUnknown(let body, let group, _):
            EstablishmentKind.allCases.filter { _ in group == .heads }.map { Account(.institution(body), .heads($0)) }
        default: lines.map(\.account)
        }
    }
}
