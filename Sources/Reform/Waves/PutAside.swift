import Basics
import Registry

extension Plan {
    /// What is put aside when the plan is decided, for each later wave: the heads it takes from bodies that are there
    /// and the heads and posts it takes from the pools, as far as they are free on the first day and on its own.
    /// - Parameters:
    ///   - waves: what each wave expands to.
    ///   - after: the register of the first day with the first wave.
    func reservations(for waves: [WaveExpansion], after: Register) -> [Int: [Reservation]] {
        var reservations: [Int: [Reservation]] = [:]
        var taken: [Account: Int] = [:]
        for wave in waves.dropFirst() {
            for (account, count) in outflows(of: wave.changes).sorted(by: { $0.key < $1.key }) {
                let free = [after, wave.before].map { $0.canReserve(on: account) }.min() ?? 0
                let held = min(count, free - (taken[account] ?? 0))
                guard held > 0 else { continue }
                taken[account, default: 0] += held
                reservations[wave.wave, default: []].append(
                    Reservation(
                        id: reservation(reservations[wave.wave]?.count ?? 0, of: wave.wave), account: account,
                        count: held, purpose: .reform, beneficiary: nil, lastDay: self.waves[wave.wave].heldUntil))
            }
        }
        return reservations
    }

    /// What the Act that decided the plan put aside for a wave, and still stands.
    package func reservations(of wave: Int, madeBy act: Act, in register: Register) -> [Reservation] {
        let made = act.changes.compactMap { dated -> Reservation.ID? in
            if case .reserve(let reservation) = dated.change { reservation.id } else { nil }
        }
        let own = Set(made.indices.map { reservation($0, of: wave) })
        return made.filter(own.contains).compactMap { register.ledger.reservations[$0] }
    }

    /// The identifier of a reservation for a wave, by its number from 0. Its place in the plan is apart from those of
    /// steps, which count up from the wave's number in the upper half.
    private func reservation(_ number: Int, of wave: Int) -> Reservation.ID {
        var bits = source(1 << 63 | UInt64(wave) << 32 | UInt64(number))
        return Identifier(from: &bits)
    }
}

extension Register {
    /// How much of an account can be put aside for a reform; nothing of posts in bodies, which go with their holders.
    fileprivate func canReserve(on account: Account) -> Int {
        switch account.holder {
        case .grant, .returned: return 0
        case .districtPool, .turnoverPool:
            return max(0, ledger.balance(of: account) - ledger.reserved(on: account))
        case .institution(let id):
            guard case .heads(let kind) = account.commodity, institutions[id]?.isActive == true,
                !ledger.isUnknown(.heads, of: id)
            else { return 0 }
            return max(0, freeHeads(kind, of: account.holder))
        }
    }
}
