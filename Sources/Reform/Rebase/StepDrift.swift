import Basics
import Registry

/// How a step stands on another register than the one it was drafted on (步骤变化).
package struct StepDrift: Sendable, Hashable {
    /// Which wave, from 0.
    package let wave: Int
    /// The step.
    package let step: Step
    /// How it stands.
    package let standing: Standing

    /// How a step stands.
    package enum Standing: Sendable, Hashable {
        /// It comes to the same changes.
        case unchanged
        /// It comes to other changes.
        case adjusted([Difference])
        /// It no longer applies: why, and the first Act since which it does not, where one can be named.
        case stopped(StepProblem, by: Int?)
        /// It no longer applies because an earlier step on this line doesn't.
        case followed(StepProblem, line: Int)
        /// It did not apply and now does.
        case begun
        /// It still does not apply.
        case stillNot(StepProblem)
    }

    /// One difference in what a step comes to, with the Acts it comes from.
    package struct Difference: Sendable, Hashable {
        /// What was and what is, in words.
        package let wording: Wording
        /// The positions of the Acts, in order.
        package let acts: [Int]
    }

    /// Whether the step comes to the same as before.
    package var isUnchanged: Bool {
        switch standing {
        case .unchanged, .stillNot: true
        default: false
        }
    }
}

extension StepDrift {
    /// How it stands, in words: 不变、调整（……）、不再可行（……）.
    package var wording: Wording {
        switch standing {
        case .unchanged: return Wording(zh: "不变", en: "unchanged")
        case .begun: return Wording(zh: "原不可行，现可行", en: "did not apply and now does")
        case .stillNot(let problem):
            return Wording(zh: "仍不可行：" + problem.wording.zh, en: "still does not apply: " + problem.wording.en)
        case .followed(let problem, let line):
            return Wording(
                zh: "不再可行，因第\(line)行的步骤不再可行：" + problem.wording.zh,
                en: "no longer applies, because the step on line \(line) doesn't: " + problem.wording.en)
        case .stopped(let problem, let position):
            let act = position.map { [$0] } ?? []
            return Wording(
                zh: "不再可行" + acts(act, zh: true) + "：" + problem.wording.zh,
                en: "no longer applies" + acts(act, zh: false) + ": " + problem.wording.en)
        case .adjusted(let differences):
            return Wording(
                zh: "调整：" + differences.map(\.wording.zh).joined(separator: "；"),
                en: "adjusted: " + differences.map(\.wording.en).joined(separator: "; "))
        }
    }
}

/// The Acts in brackets: （第9号决定）; nothing where there are none.
func acts(_ positions: [Int], zh: Bool) -> String {
    guard !positions.isEmpty else { return "" }
    let numbers = positions.prefix(6).map(String.init).joined(separator: zh ? "、" : ", ")
    let more = positions.count > 6
    return zh
        ? "（第\(numbers)号\(more ? "等" : "")决定）"
        : " (Act\(positions.count > 1 ? "s" : "") \(numbers)\(more ? " …" : ""))"
}
