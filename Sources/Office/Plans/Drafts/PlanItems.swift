import Basics
import Reform
import Registry
import Yams

/// A plan's text taken apart into headings and steps, so that two versions can be merged item by item.
struct PlanItems {
    /// What an item is: a heading of the plan or of a wave, or a step by what it does and to whom.
    enum Key: Hashable, Sendable {
        case heading(String)
        case waveHeading(Int, String)
        case step(wave: Int, String, Int)
    }

    /// In the order of the text.
    private(set) var items: [MergeItem<Key>] = []
    /// The place of each step among the plan's steps, by key.
    private(set) var places: [Key: (wave: Int, step: Int)] = [:]
    /// Whether the text is written in waves.
    let isInWaves: Bool

    init(_ text: String) throws(UnreadablePlan) {
        let root = try composeYAML(text)
        let fields = try PlanFields(root)
        isInWaves = fields.has("waves")
        guard case .mapping(let mapping) = root else { return }
        for (key, value) in mapping {
            switch PlanFields.name(of: key.string ?? "") {
            case "steps": try addSteps(value, wave: 0)
            case "waves":
                for (index, wave) in (value.sequence ?? []).map({ $0 }).enumerated() {
                    guard case .mapping(let parts) = wave else { continue }
                    for (name, part) in parts {
                        if PlanFields.name(of: name.string ?? "") == "steps" {
                            try addSteps(part, wave: index)
                        } else {
                            let word = PlanFields.name(of: name.string ?? "")
                            items.append(MergeItem(.waveHeading(index, word), try written([(name, part)])))
                        }
                    }
                }
            // What is said once of a plan in one piece is said of its only wave.
            case "effective": items.append(MergeItem(.waveHeading(0, "effective"), try written([(key, value)])))
            case let name: items.append(MergeItem(.heading(name), try written([(key, value)])))
            }
        }
    }

    private mutating func addSteps(_ node: Node, wave: Int) throws(UnreadablePlan) {
        var seen: [String: Int] = [:]
        for (index, element) in (node.sequence ?? []).map({ $0 }).enumerated() {
            let action = try readStep(element).action
            // What it does is the name of its case; the terms may differ between two versions of one step.
            let name = "\(action)".prefix { $0 != "(" } + " " + action.subject
            let key = Key.step(wave: wave, String(name), seen[String(name), default: 0])
            seen[String(name), default: 0] += 1
            places[key] = (wave, index)
            items.append(MergeItem(key, try written(element)))
        }
    }

    private func written(_ pairs: [(Node, Node)]) throws(UnreadablePlan) -> String { try written(Node(pairs)) }

    private func written(_ node: Node) throws(UnreadablePlan) -> String {
        do {
            return try Yams.serialize(node: node, width: -1, allowUnicode: true).trimmingTrailingNewlines
        } catch {
            throw UnreadablePlan(line: node.mark?.line, zh: "此处无法写出。", en: "this can't be written.")
        }
    }
}

extension PlanFields {
    /// The name by which a field is known here, whichever language it was written in.
    static func name(of word: String) -> String { names[word] ?? word.lowercased() }
}

extension String {
    fileprivate var trimmingTrailingNewlines: String {
        var text = self[...]
        while let last = text.last, last.isNewline { text = text.dropLast() }
        return String(text)
    }
}
