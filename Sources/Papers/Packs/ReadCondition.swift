import Norms
import Yams

extension PackReading {
    /// Conditions that must all hold: a mapping, or a list of mappings.
    mutating func conditions(_ node: Node) -> [Condition] {
        switch node {
        case .mapping(let mapping): return mapping.compactMap { condition($0.key, $0.value) }
        case .sequence(let sequence): return sequence.flatMap { conditions($0) }
        default:
            note(
                .wrongShape, at: node.position, zh: "条件应为“事实: 值”的形式，如 {机构类型: 事业单位}。",
                en: "conditions should be “fact: value” pairs: {type: public institution}.")
            return []
        }
    }

    private mutating func condition(_ key: Node, _ value: Node) -> Condition? {
        let word = text(of: key) ?? ""
        let position = key.position
        if let test = combined(PackNames.combinators[word] ?? word, value) { return Condition(test, at: position) }
        guard !isCombinator(word) else { return nil }
        guard let fact = PackNames.facts[word] else {
            unknownWord(
                .unknownFact, word, at: position,
                among: (Array(PackNames.facts.keys) + PackNames.combinators.keys + PackNames.combinators.values)
                    .sorted())
            return nil
        }
        if let text = text(of: value) {
            if PackNames.known.contains(text) { return Condition(.known(fact), at: position) }
            if PackNames.unknown.contains(text) { return Condition(.unknown(fact), at: position) }
        }
        return (fact.kind == .choice ? choice(fact, value) : number(fact, value)).map { Condition($0, at: position) }
    }

    private func isCombinator(_ word: String) -> Bool {
        PackNames.combinators[word] != nil || PackNames.combinators.values.contains(word)
    }

    private mutating func combined(_ name: String, _ value: Node) -> Condition.Test? {
        switch name {
        case "not":
            let parts = conditions(value)
            return .not(parts.count == 1 ? parts[0] : Condition(.all(parts), at: value.position))
        case "all": return .all(conditions(value))
        case "any":
            // Of a list each entry is one alternative, however many facts it names; of a mapping each fact is one.
            guard case .sequence(let sequence) = value else { return .any(conditions(value)) }
            return .any(
                sequence.map { element in
                    let parts = conditions(element)
                    return parts.count == 1 ? parts[0] : Condition(.all(parts), at: element.position)
                })
        case "is":
            let names = texts(value)
            return names.count == 1
                ? .defined(names[0].0) : .any(names.map { Condition(.defined($0.0), at: $0.1) })
        case "name contains": return .contains(.name, texts(value).map(\.0))
        case "name ends": return .ends(.name, texts(value).map(\.0))
        case "duties contain": return .contains(.dutyTexts, texts(value).map(\.0))
        default: return nil
        }
    }

    /// One text or a list of them, with their places.
    private mutating func texts(_ node: Node) -> [(String, SourcePosition)] {
        let elements: [Node] = if case .sequence(let sequence) = node { Array(sequence) } else { [node] }
        let texts = elements.compactMap { element in text(of: element).map { ($0, element.position) } }
        if texts.isEmpty || texts.count < elements.count {
            note(
                .wrongShape, at: node.position, zh: "这里应写文字，或 [文字, 文字]。", en: "this should be a text or [text, text].")
        }
        return texts
    }

    private mutating func choice(_ fact: Fact, _ value: Node) -> Condition.Test? {
        let table = PackNames.codes(of: fact)
        var codes: [Int] = []
        for (word, position) in texts(value) {
            codes += term(word, at: position, among: table) ?? []
        }
        return .choice(fact, codes)
    }

    private mutating func number(_ fact: Fact, _ value: Node) -> Condition.Test? {
        guard case .sequence(let sequence) = value else { return range(value).map { .number(fact, $0) } }
        return .any(
            sequence.compactMap { element in
                range(element).map { Condition(.number(fact, $0), at: element.position) }
            })
    }
}
