import Basics
import Diagnosis
import Registry

/// A later wave of a decided plan on its day (波次复核): what it was expected to come to when the plan was decided, what it
/// comes to now, and where the difference comes from.
package struct WaveReview: Sendable {
    /// Which wave, from 0.
    package let wave: Int
    /// What it comes to now: exactly what an Act would carry.
    package let outcome: Outcome
    /// How each step stands against what was expected.
    package let steps: [StepDrift]
    /// Steps that differ from what people's coming and going alone would have made of them: these go back for decision.
    package let unexplained: [StepDrift]
    /// Who came and went since the plan was decided, by body.
    package let comings: [Comings]
    /// The wave's conditions, and how each stands.
    package let conditions: [(condition: WaveCondition, state: ConditionState)]

    /// What has to happen before the wave may be carried out.
    package enum Standing: String, Sendable {
        /// A condition is not met.
        case waits
        /// A step does not apply.
        case stuck
        /// It is as it was decided.
        case asDecided
        /// It differs by people's coming and going alone, or states what only an official can tell: to be confirmed.
        case toConfirm
        /// It differs otherwise: back for decision.
        case moved
    }

    /// What has to happen before the wave may be carried out.
    package var standing: Standing {
        if conditions.contains(where: { $0.state == .unmet }) { return .waits }
        if !outcome.applies { return .stuck }
        if !unexplained.isEmpty { return .moved }
        let differs = !steps.allSatisfy(\.isUnchanged)
        return differs || conditions.contains { $0.state == .toConfirm } ? .toConfirm : .asDecided
    }
}

/// Looks at a later wave of a decided plan against the register of now.
/// - Parameters:
///   - wave: the next wave to carry out, from 1; those before it stand in the journal.
///   - decided: the Act that decided the plan.
///   - day: the day it would take effect.
///   - diagnosis: the findings of a register at the end of a day.
package func review(
    _ plan: Plan, wave: Int, decided: Entry, in history: History, on day: Day, recorded: Day,
    diagnosis: (Register, Day) -> Findings
) -> WaveReview {
    let planned = plan.waves[wave].day
    func held(_ register: Register) -> [Reservation] { plan.reservations(of: wave, madeBy: decided.act, in: register) }

    // What was expected is never kept: it is made again from what was known when the plan was decided.
    let known = history.known(at: decided.position)
    var supposed = known
    for earlier in 1..<max(1, wave) {
        let before = supposed.register(on: plan.waves[earlier].day)
        let expanded = expand(
            plan, wave: earlier, on: before,
            releasing: plan.reservations(of: earlier, madeBy: decided.act, in: before))
        if let next = try? supposed.supposing(
            expanded.changes, plan: plan.digest, reform: plan.reform, on: expanded.day,
            recorded: max(recorded, expanded.day))
        {
            supposed = next
        }
    }
    let then = supposed.register(on: planned)
    let expected = expand(plan, wave: wave, on: then, releasing: held(then))

    // The same with nothing but people's coming and going: what then still differs from now comes from other work.
    var peopled = then
    for (_, change) in history.personWork(after: decided.position, through: day, except: plan.digest) {
        switch change {
        case .settle(let id, _), .void(let id), .expire(let id):
            guard peopled.ledger.reservations[id]?.purpose == .headcountUse else { continue }
        default: break
        }
        peopled.suppose(change)
    }
    let explained = expand(plan, wave: wave, on: peopled, releasing: held(peopled))

    let register = history.register(on: day)
    let actual = expand(plan, wave: wave, on: register, day: day, releasing: held(register))
    let since = Since(known, in: history, except: plan.digest)
    func drifts(_ other: WaveExpansion) -> [StepDrift] {
        compare([other], [actual], since: since) { since.touching($2).last }
    }
    return WaveReview(
        wave: wave,
        outcome: simulate(
            actual, of: plan, diagnosis: diagnosis(register, day), at: history.position + 1,
            recorded: max(recorded, day)),
        steps: drifts(expected), unexplained: drifts(explained).filter { !$0.isUnchanged },
        comings: history.comings(after: decided.position, through: day, except: plan.digest),
        conditions: plan.waves[wave].conditions.map { ($0, $0.state(in: register, on: day)) })
}
