import Basics
import Registry

/// What a wave of a plan comes to on a register: changes, without a look at what comes of them.
package struct WaveExpansion: Sendable {
    /// Which wave, from 0.
    package let wave: Int
    /// The day it takes effect.
    package let day: Day
    /// The register it was expanded on.
    package let before: Register
    /// What becomes of each step.
    package let steps: [Outcome.StepResult]
    /// What is done with reservations made for this wave, then the changes of all steps that apply.
    package let changes: [Change]

    /// The changes of a step, by its place in the wave.
    package func changes(ofStep index: Int) -> ArraySlice<Change> { changes[steps[index].changes] }
}

/// Expands the steps of a wave one after another.
/// - Parameters:
///   - register: the register at the end of the day, without the wave.
///   - day: the day it takes effect; the day the plan says when nil.
///   - held: what stands put aside for this wave: it is used as far as the wave takes it, and the rest given up.
package func expand(
    _ plan: Plan, wave: Int, on register: Register, day: Day? = nil, releasing held: [Reservation] = []
) -> WaveExpansion {
    let day = day ?? plan.waves[wave].day
    var freed = register
    for reservation in held { freed.suppose(.void(reservation.id)) }
    var expansion = Expansion(plan, wave: wave, on: freed, day: day)
    var made: [Change] = []
    var results: [(step: Step, count: Int, problem: StepProblem?, footprint: Footprint)] = []
    for step in plan.waves[wave].steps {
        do {
            let changes = try expansion.expand(step)
            made += changes
            results.append((step, changes.count, nil, expansion.footprint))
        } catch {
            results.append((step, 0, error, expansion.footprint))
        }
    }
    let releases = release(held, for: outflows(of: made), on: day)
    var start = releases.count
    let steps = results.map { result in
        defer { start += result.count }
        return Outcome.StepResult(
            step: result.step, changes: start..<start + result.count, problem: result.problem,
            footprint: result.footprint)
    }
    return WaveExpansion(wave: wave, day: day, before: register, steps: steps, changes: releases + made)
}

/// Expands all waves of a plan, each on the register of its day with the waves before it.
/// - Parameter recorded: the day it is done; a wave to come is expanded as if its day had come.
package func expand(_ plan: Plan, in history: History, recorded: Day) -> [WaveExpansion] {
    var supposed = history
    var waves: [WaveExpansion] = []
    for index in plan.waves.indices {
        let wave = expand(plan, wave: index, on: supposed.register(on: plan.waves[index].day))
        waves.append(wave)
        guard index + 1 < plan.waves.count else { break }
        // Where a wave may not be as a whole, what comes later is tried without it.
        if let next = try? supposed.supposing(
            wave.changes, plan: plan.digest, reform: plan.reform, on: wave.day, recorded: max(recorded, wave.day))
        {
            supposed = next
        }
    }
    return waves
}

/// How much changes take from each account, less what they bring.
func outflows(of changes: [Change]) -> [Account: Int] {
    var sums: [Account: Int] = [:]
    for change in changes { for line in change.lines { sums[line.account, default: 0] -= line.amount } }
    return sums.filter { $0.value > 0 }
}

/// What is done with reservations on a day: used as far as something is taken from their account, the rest given up;
/// one whose last day has passed ends.
private func release(_ held: [Reservation], for outflows: [Account: Int], on day: Day) -> [Change] {
    var left = outflows
    var changes: [Change] = []
    for reservation in held {
        guard reservation.lastDay >= day else {
            changes.append(.expire(reservation.id))
            continue
        }
        let used = min(reservation.count, left[reservation.account] ?? 0)
        left[reservation.account, default: 0] -= used
        if used > 0 { changes.append(.settle(reservation.id, count: used)) }
        if used < reservation.count { changes.append(.void(reservation.id)) }
    }
    return changes
}
