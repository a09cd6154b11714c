import Basics

extension Register {
    /// Applies the changes of one Act that take effect on one day, or refuses and leaves the register as it was.
    ///
    /// This is the one way in which changes are tried and made: simulation, decision and replay all come here.
    /// - Parameters:
    ///   - basis: what kind of decision they are.
    ///   - reform: the reform they are part of.
    ///   - day: the day they take effect.
    ///   - recorded: the day the Act is recorded on the offices' clocks.
    ///   - position: the Act's position in the journal.
    package mutating func enact(
        _ changes: [Change], basis: Act.Basis, reform: Citation? = nil, on day: Day, recorded: Day, at position: Int
    ) throws(Refusal) {
        var trial = Trial(basis: basis, reform: reform, on: day, recorded: recorded, at: position)
        var after = self
        for change in changes { try trial.admit(change, in: &after) }
        try trial.finish(&after)
        self = after
    }

    /// Folds the changes of one Act that take effect on one day; never refuses.
    mutating func fold(_ changes: [Change], at position: Int) {
        var touched: [Invariant] = []
        for change in changes {
            if !tolerances.isEmpty || change.opensTolerance { touched += change.touched(in: self) }
            fold(change, at: position)
        }
        ratchet(touched)
    }

    /// The first invariant, in the order of their codes, that is broken beyond what is tolerated.
    fileprivate func breach(among invariants: some Sequence<Invariant>) -> Refusal? {
        var first: (Invariant, Int)?
        for invariant in invariants {
            let excess = invariant.excess(in: self) - (tolerances[invariant]?.measure ?? 0)
            if excess > 0, first.map({ invariant < $0.0 }) ?? true { first = (invariant, excess) }
        }
        return first.map { .breaks($0.0, by: $0.1) }
    }
}

extension Change {
    fileprivate var opensTolerance: Bool {
        if case .openTolerance = self { true } else { false }
    }
}

extension Register {
    /// Supposes that a change was made, without a look at whether it may be: the one door for forks that are thrown
    /// away. What counts goes through `enact`.
    package mutating func suppose(_ change: Change) { fold(change, at: 0) }

    /// Throws unless there is ground for a change on that day, as `enact` would see it; sums are looked at when the whole
    /// Act is enacted.
    package func requireGround(
        for change: Change, basis: Act.Basis, reform: Citation?, on day: Day, recorded: Day
    ) throws(Refusal) {
        try permit(change, Circumstances(basis: basis, reform: reform, day: day, isFuture: day > recorded))
    }
}

/// The changes of one Act on one day, made one after another: what `enact` is made of, so that whoever finds out what the
/// changes are while making them pays for each once.
package struct Trial: Sendable {
    private let now: Circumstances
    private let position: Int
    // Some twice: measuring costs no more than finding out, as `script/bench verify` shows.
    private var touched: [Invariant] = []
    private var refusal: Refusal?

    /// Nothing is made yet; the parameters are those of `enact`.
    package init(basis: Act.Basis, reform: Citation?, on day: Day, recorded: Day, at position: Int) {
        now = Circumstances(basis: basis, reform: reform, day: day, isFuture: day > recorded)
        self.position = position
    }

    /// Makes a change, or refuses and leaves the register as it was.
    mutating func admit(_ change: Change, in register: inout Register) throws(Refusal) {
        try register.permit(change, now)
        touched += change.touched(in: register)
        register.fold(change, at: position)
    }

    /// Makes a change on a fork. Where there is no ground for it, that is kept for the end, and the change is supposed,
    /// so that what follows can still be looked at.
    package mutating func make(_ change: Change, in register: inout Register) {
        if refusal == nil {
            do throws(Refusal) { return try admit(change, in: &register) } catch { refusal = error }
        }
        register.suppose(change)
    }

    /// Measures what was touched. Throws the first refusal; what was made on the fork is then void.
    package mutating func finish(_ register: inout Register) throws(Refusal) {
        if let refusal { throw refusal }
        if let broken = register.breach(among: touched) { throw broken }
        register.ratchet(touched)
    }
}
