/// The conditions of all clauses of a rulebook as one row of nodes: a tree walk over it allocates nothing, which is what
/// judging a whole province comes down to.
struct ConditionProgram: Sendable {
    private var nodes: [Node] = []
    /// The parts of all text conditions, one after another, and where each begins; the last ends where it all ends.
    private var letters: [UInt8] = []
    private var starts = [0]
    /// The text conditions that differ, and the number each has in a `TextMemory`.
    private var textNumbers: [TextKey: Int] = [:]
    private(set) var facts = FactSet()

    private struct Node {
        let operation: Operation
        var fact: Fact = .type
        /// Of a number the least; of a choice the codes as bits; of a text the place of its first part.
        var low = 0
        /// Of a number the most; of a text the place after its last part.
        var high = 0
        /// The node after this one and all below it.
        var end = 0
        /// Of a text condition, its number in a `TextMemory`.
        var text = 0
    }

    private struct TextKey: Hashable {
        let operation: Operation
        let fact: Fact
        let parts: [String]
    }

    private enum Operation: UInt8 { case all, any, not, choice, number, known, unknown, contains, ends, undefined }

    /// Takes up the conditions of a clause, which all must hold, and says where they begin.
    mutating func add(_ conditions: [Condition], of pack: RulePack) -> Int {
        let definitions = Dictionary(pack.definitions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let start = nodes.count
        group(.all, conditions, definitions, inside: [])
        return start
    }

    private mutating func group(
        _ operation: Operation, _ parts: [Condition], _ definitions: [String: Definition], inside: Set<String>
    ) {
        let place = nodes.count
        nodes.append(Node(operation: operation))
        for part in parts { add(part.test, definitions, inside) }
        nodes[place].end = nodes.count
    }

    private mutating func add(_ test: Condition.Test, _ definitions: [String: Definition], _ inside: Set<String>) {
        switch test {
        case .all(let parts): group(.all, parts, definitions, inside: inside)
        case .any(let parts): group(.any, parts, definitions, inside: inside)
        case .not(let part): group(.not, [part], definitions, inside: inside)
        case .choice(let fact, let codes):
            leaf(.choice, fact, low: codes.reduce(0) { (0..<63).contains($1) ? $0 | 1 << $1 : $0 })
        case .number(let fact, let range):
            leaf(.number, fact, low: range.low ?? .min, high: range.high ?? .max)
        case .known(let fact): leaf(.known, fact)
        case .unknown(let fact): leaf(.unknown, fact)
        case .contains(let fact, let parts): texts(.contains, fact, parts)
        case .ends(let fact, let parts): texts(.ends, fact, parts)
        case .defined(let name):
            // A name without a definition, or inside its own: nothing can be said, and the reader points at it.
            guard let definition = definitions[name], !inside.contains(name) else { return leaf(.undefined, nil) }
            group(.all, definition.conditions, definitions, inside: inside.union([name]))
        }
    }

    private mutating func texts(_ operation: Operation, _ fact: Fact, _ parts: [String]) {
        let first = starts.count - 1
        for part in parts {
            letters += Array(part.utf8)
            starts.append(letters.count)
        }
        let key = TextKey(operation: operation, fact: fact, parts: parts)
        let number = textNumbers[key] ?? textNumbers.count
        textNumbers[key] = number
        leaf(operation, fact, low: first, high: starts.count - 1)
        nodes[nodes.count - 1].text = number
    }

    private mutating func leaf(_ operation: Operation, _ fact: Fact?, low: Int = 0, high: Int = 0) {
        if let fact { facts.insert(fact) }
        nodes.append(Node(operation: operation, fact: fact ?? .type, low: low, high: high, end: nodes.count + 1))
    }

    /// Whether the conditions that begin at a place hold; nil when that can't be told.
    func value(at place: Int, for sheet: FactSheet, _ memory: inout TextMemory) -> Bool? {
        let node = nodes[place]
        switch node.operation {
        case .all: return groupValue(node, place, sheet, &memory, decisive: false)
        case .any: return groupValue(node, place, sheet, &memory, decisive: true)
        case .not: return value(at: place + 1, for: sheet, &memory).map { !$0 }
        case .choice:
            let code = sheet.raw(node.fact)
            guard code != FactSheet.unknown else { return nil }
            return code < 63 && node.low & (1 << code) != 0
        case .number:
            let number = sheet.raw(node.fact)
            guard number != FactSheet.unknown else { return nil }
            return number >= node.low && number <= node.high
        case .known: return sheet.knows(node.fact)
        case .unknown: return !sheet.knows(node.fact)
        case .contains, .ends: return textValue(node, sheet, &memory)
        case .undefined: return nil
        }
    }

    private func groupValue(
        _ node: Node, _ place: Int, _ sheet: FactSheet, _ memory: inout TextMemory, decisive: Bool
    ) -> Bool? {
        var result: Bool? = !decisive
        var next = place + 1
        while next < node.end {
            switch value(at: next, for: sheet, &memory) {
            case decisive?: return decisive
            case nil: result = nil
            default: break
            }
            next = nodes[next].end
        }
        return result
    }

    private func textValue(_ node: Node, _ sheet: FactSheet, _ memory: inout TextMemory) -> Bool? {
        guard sheet.knows(node.fact) else { return nil }
        if let known = memory[node.text] { return known }
        let isSo: Bool
        if node.fact == .name {
            isSo = sheet.name.map { holds($0, node) } ?? false
        } else {
            isSo = (sheet.dutyTexts ?? []).contains { holds($0, node) }
        }
        memory[node.text] = isSo
        return isSo
    }

    /// Byte by byte: UTF-8 in one normal form allows it, and Character by Character costs much more.
    private func holds(_ text: String, _ node: Node) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            letters.withUnsafeBufferPointer { letters in
                for part in node.low..<node.high {
                    let part = UnsafeBufferPointer(rebasing: letters[starts[part]..<starts[part + 1]])
                    let isFound = node.operation == .ends ? isEnd(part, of: bytes) : isPart(part, of: bytes)
                    if isFound { return true }
                }
                return false
            }
        }
    }

    /// The unknown facts for which the conditions that begin at a place can't be told; none when they can.
    func missing(at place: Int, for sheet: FactSheet, _ memory: inout TextMemory) -> FactSet {
        var set = FactSet()
        guard value(at: place, for: sheet, &memory) == nil else { return set }
        let node = nodes[place]
        switch node.operation {
        case .all, .any, .not:
            var next = place + 1
            while next < node.end {
                set.formUnion(missing(at: next, for: sheet, &memory))
                next = nodes[next].end
            }
        case .undefined: break
        default: set.insert(node.fact)
        }
        return set
    }

    /// The facts that the conditions beginning at a place name.
    func facts(at place: Int) -> FactSet {
        var set = FactSet()
        for node in nodes[place..<nodes[place].end] {
            switch node.operation {
            case .all, .any, .not, .undefined: break
            default: set.insert(node.fact)
            }
        }
        return set
    }

    /// Where a number's conditions turn: each first number of a range and each first after one.
    func turns(of fact: Fact, at place: Int) -> [Int] {
        nodes[place..<nodes[place].end].filter { $0.operation == .number && $0.fact == fact }.flatMap { node in
            [node.low, node.high == .max ? .max : node.high + 1]
        }
    }
}

extension FactSheet {
    func raw(_ fact: Fact) -> Int { values[Int(fact.rawValue)] }
}

/// Which text conditions a body was found to meet: the same ones stand in many clauses, and its texts don't change while
/// it is judged. What has a number beyond the bits is looked at anew each time.
struct TextMemory {
    private var known: UInt64 = 0
    private var met: UInt64 = 0

    subscript(number: Int) -> Bool? {
        get {
            guard number < 64, known & (1 << UInt64(number)) != 0 else { return nil }
            return met & (1 << UInt64(number)) != 0
        }
        set {
            guard number < 64, let newValue else { return }
            known |= 1 << UInt64(number)
            if newValue { met |= 1 << UInt64(number) }
        }
    }
}

private typealias Letters = UnsafeBufferPointer<UInt8>

private func isEnd(_ part: Letters, of text: Letters) -> Bool {
    text.count >= part.count && text.suffix(part.count).elementsEqual(part)
}

private func isPart(_ part: Letters, of text: Letters) -> Bool {
    guard let first = part.first else { return true }
    guard text.count >= part.count else { return false }
    for start in 0...(text.count - part.count) where text[start] == first {
        var length = 1
        while length < part.count, text[start + length] == part[length] { length += 1 }
        if length == part.count { return true }
    }
    return false
}
