import Norms
import Procedure
import Registry
import Yams

extension PackReading {
    mutating func row(_ node: Node) -> CompetenceRow? {
        guard
            let fields = fields(of: node, allowed: ["clause", "text", "kinds", "applies", "decider", "steps", "note"])
        else { return nil }
        let position = node.position
        let clause = required(fields, "clause", at: position)
        let kinds = kinds(fields["kinds"], position)
        var decider: Decider?
        if let text = required(fields, "decider", at: position), let field = fields["decider"] {
            decider = term(text, at: field.value.position, among: CompetenceNames.deciders)
        }
        let scope = fields["applies"].map { self.scope($0.value) } ?? Scope.any
        let steps = fields["steps"].map { self.steps($0.value) } ?? []
        guard let clause, let decider, !kinds.isEmpty else { return nil }
        return CompetenceRow(
            clause: clause, text: text(fields, "text"), kinds: kinds, scope: scope, decider: decider, named: steps,
            position: position)
    }

    /// One element or a list of them.
    private func elements(_ node: Node) -> [Node] {
        if case .sequence(let sequence) = node { Array(sequence) } else { [node] }
    }

    private mutating func kinds(_ field: Field?, _ position: SourcePosition) -> Set<ChangeKind> {
        guard let field else {
            missing("kinds", at: position)
            return []
        }
        var kinds: Set<ChangeKind> = []
        for element in elements(field.value) {
            kinds.formUnion(term(text(of: element) ?? "", at: element.position, among: CompetenceNames.kinds) ?? [])
        }
        return kinds
    }

    private mutating func scope(_ node: Node) -> Scope {
        guard case .mapping(let mapping) = node else {
            note(
                .wrongShape, at: node.position, zh: "条件应为“名称: 值”的形式，如 {级别: 股级以下}。",
                en: "conditions should be “name: value” pairs: {rank: at most guji}.")
            return .any
        }
        var scope = Scope.any
        for (key, value) in mapping {
            let word = text(of: key) ?? ""
            if CompetenceNames.counts.contains(word) {
                scope = self.counts(value).map { scope.with(counts: $0) } ?? scope
            } else if let side = CompetenceNames.sides[word] {
                let codes = elements(value).flatMap { self.codes(of: side, $0) }
                if !codes.isEmpty { scope = scope.with(side, codes) }
            } else {
                unknownWord(
                    .unknownFact, word, at: key.position,
                    among: (Array(CompetenceNames.sides.keys) + Array(CompetenceNames.counts)).sorted())
            }
        }
        return scope
    }

    private mutating func counts(_ node: Node) -> ClosedRange<Int>? {
        guard let range = range(node) else { return nil }
        let low = max(range.low ?? 1, 1)
        let high = min(range.high ?? Scope.most, Scope.most)
        guard low <= high else {
            note(
                .emptyRange, at: node.position, zh: "“\(range.zh)”里没有数，请核对。",
                en: "there is no number in “\(range.en)”; check.")
            return nil
        }
        return low...high
    }

    /// The codes a word stands for; of ranks also 副科级以上 and 股级以下, at least fuke and at most guji.
    private mutating func codes(of side: Side, _ node: Node) -> [UInt8] {
        let word = RangeText.folded(text(of: node) ?? "")
        let table = CompetenceNames.codes(of: side)
        if let codes = table[word] { return codes }
        if side == .rank {
            for (before, after, isUp) in [
                ("at least ", "", true), ("at most ", "", false), ("", "及以上", true), ("", "及以下", false),
                ("", "以上", true),
                ("", "以下", false),
            ] where word.hasPrefix(before) && word.hasSuffix(after) && (!before.isEmpty || !after.isEmpty) {
                let name = String(word.dropFirst(before.count).dropLast(after.count))
                guard let codes = table[name], let low = codes.min(), let high = codes.max() else { continue }
                return Rank.allCases.map(\.rawValue).filter { isUp ? $0 >= low : $0 <= high }
            }
        }
        unknownWord(.unknownValue, word, at: node.position, among: table.keys.sorted())
        return []
    }

    private mutating func steps(_ node: Node) -> [ProcedureStep] { elements(node).compactMap { step($0) } }

    private mutating func step(_ node: Node) -> ProcedureStep? {
        guard case .mapping = node else {
            return term(text(of: node) ?? "", at: node.position, among: CompetenceNames.steps)
        }
        guard let fields = fields(of: node, allowed: ["countersigning", "filing", "when"]) else { return nil }
        switch (text(fields, "countersigning"), text(fields, "filing")) {
        case (let organ?, nil):
            if let field = fields["when"] {
                note(
                    .unknownField, at: field.position, zh: "“何时”要与“备案”写在一起，会签总在决定前。",
                    en: "“when” goes with filing; countersigning always comes before the decision.")
            }
            return .countersigning(organ)
        case (nil, let organ?):
            guard let field = fields["when"] else { return .filing(organ, .after) }
            return term(text(of: field.value) ?? "", at: field.value.position, among: CompetenceNames.times)
                .map { .filing(organ, $0) }
        default:
            note(
                .manyDecisions, at: node.position, zh: "须有且只有一项：会签、备案，后面写机关名称。",
                en: "there is exactly one of: countersigning, filing, with the name of the organ.")
            return nil
        }
    }
}
