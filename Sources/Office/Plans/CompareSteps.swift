import Basics
import Reform
import Registry
import Yams

/// What plans do differently with one body (方案差异): for each plan its steps about it, in the clerk's own words.
package struct StepDifference: Hashable, Sendable {
    /// What the steps do.
    package let verb: Wording
    /// With which body.
    package let subject: String
    /// For each plan, in order, what its steps say; empty where it does no such thing.
    package let said: [[String]]
}

/// Step by step, what two or more plans do differently.
package struct StepComparison: Sendable {
    /// What is not the same in all plans, in the order in which the plans name it.
    package let differences: [StepDifference]
    /// How many things all plans do alike.
    package let alike: Int
}

/// Compares the steps of plans by what they do with which body. A merger of several bodies counts once for each of them,
/// so that two plans that merge one body into different ones are seen side by side.
/// - Parameter register: where short names and office codes are looked up, so that one body is one however it is named.
package func compareSteps(of plans: [WrittenPlan], in register: Register) -> StepComparison {
    var order: [StepKey] = []
    var found: [StepKey: [[StepItem]]] = [:]
    for (index, written) in plans.enumerated() {
        let texts = stepTexts(in: written.text)
        for (wave, step) in written.plan.waves.enumerated().flatMap({ wave in
            wave.element.steps.map { (wave.offset, $0) }
        }) {
            for (key, action) in step.action.parts(in: register) {
                if found[key] == nil {
                    order.append(key)
                    found[key] = Array(repeating: [], count: plans.count)
                }
                let text = texts[step.line] ?? "\(step.action.title.zh) \(step.action.subject)"
                found[key]?[index].append(
                    StepItem(terms: .init(action: action, wave: wave), text: (wave > 0 ? "第\(wave + 1)波：" : "") + text))
            }
        }
    }
    var differences: [StepDifference] = []
    for key in order {
        let items = found[key] ?? []
        let terms = items.map { Set($0.map(\.terms)) }
        if let first = terms.first, terms.allSatisfy({ $0 == first }) { continue }
        differences.append(
            StepDifference(verb: key.verb, subject: key.subject, said: items.map { $0.map(\.text) }))
    }
    return StepComparison(differences: differences, alike: order.count - differences.count)
}

private struct StepKey: Hashable {
    let verb: Wording
    let subject: String
}

private struct StepItem {
    /// What two steps must share to be one: what is done, and in which wave.
    struct Terms: Hashable {
        let action: Action
        let wave: Int
    }

    let terms: Terms
    let text: String
}

extension Action {
    /// The step taken apart by the bodies it is about, each with what is done with that body alone.
    fileprivate func parts(in register: Register) -> [(StepKey, Action)] {
        func whole(_ name: String) -> String {
            let bodies = register.institutions(matching: name)
            return bodies.count == 1 ? bodies[0].profile.name : name
        }
        switch self {
        case .merge(let sources, let target, let terms):
            return sources.map {
                (StepKey(verb: title, subject: whole($0)), .merge([whole($0)], into: whole(target), terms))
            }
        default: return [(StepKey(verb: title, subject: whole(subject)), self)]
        }
    }
}

/// The fields of each step as the clerk wrote them, by the line the step stands on.
private func stepTexts(in text: String) -> [Int: String] {
    var texts: [Int: String] = [:]
    func walk(_ node: Node) {
        switch node {
        case .mapping(let mapping):
            if let line = node.mark?.line, texts[line] == nil {
                let fields = mapping.filter { !notes.contains($0.key.said) }
                texts[line] = fields.map { "\($0.key.said)：\($0.value.said)" }.joined(separator: "；")
            }
            for pair in mapping { walk(pair.value) }
        case .sequence(let sequence): sequence.forEach(walk)
        case .scalar, .alias: break
        }
    }
    if let root = try? Yams.compose(yaml: text) { walk(root) }
    return texts
}

// What may stand in any step and changes nothing.
private let notes: Set = ["说明", "理由", "note"]

extension Node {
    /// The value on one line, as a person reads it.
    fileprivate var said: String {
        switch self {
        case .scalar(let scalar): scalar.string
        case .sequence(let sequence): sequence.map(\.said).joined(separator: "、")
        case .mapping(let mapping):
            "（" + mapping.map { "\($0.key.said)：\($0.value.said)" }.joined(separator: "，") + "）"
        case .alias: ""
        }
    }
}
