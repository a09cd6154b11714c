import Basics

/// Names that are not defined, defined twice, defined by themselves or never used.
func definitionFaults(_ pack: RulePack) -> [PackFault] {
    var faults: [PackFault] = []
    var defined: [String: Definition] = [:]
    for definition in pack.definitions {
        if let first = defined[definition.name] {
            faults.append(
                PackFault(
                    .repeatedDefinition, at: definition.position,
                    zh: "“\(definition.name)”在第\(first.position.line)行已有定义，请删去一处。",
                    en: "“\(definition.name)” is defined on line \(first.position.line) already; remove one."))
        } else {
            defined[definition.name] = definition
        }
    }
    var used: Set<String> = []
    for use in pack.clauses.flatMap({ uses($0.conditions) }) + pack.definitions.flatMap({ uses($0.conditions) }) {
        used.insert(use.name)
        guard defined[use.name] == nil else { continue }
        let names = pack.definitions.map(\.name)
        faults.append(
            PackFault(
                .undefinedName, at: use.position,
                zh: "没有定义“\(use.name)”" + (names.isEmpty ? "" : "，已定义的有：\(names.joined(separator: "、"))")
                    + "。请在“定义”里写明。",
                en: "“\(use.name)” is not defined"
                    + (names.isEmpty ? "" : "; defined are: \(names.joined(separator: ", "))")
                    + ". Define it under 定义 (definitions)."))
    }
    for definition in pack.definitions where defined[definition.name]?.position == definition.position {
        if reaches(definition.name, from: definition, defined) {
            faults.append(
                PackFault(
                    .definitionCycle, at: definition.position, zh: "“\(definition.name)”的定义绕回了自己，请改。",
                    en: "the definition of “\(definition.name)” leads back to itself."))
        } else if !used.contains(definition.name) {
            faults.append(
                PackFault(
                    .unusedDefinition, at: definition.position, zh: "没有条款用到“\(definition.name)”，请确认。",
                    en: "no clause uses “\(definition.name)”."))
        }
    }
    return faults
}

/// A use of a name and its place.
private struct Use {
    let name: String
    let position: SourcePosition
}

private func uses(_ conditions: [Condition]) -> [Use] {
    conditions.flatMap { condition -> [Use] in
        switch condition.test {
        case .all(let parts), .any(let parts): uses(parts)
        case .not(let part): uses([part])
        case .defined(let name): [Use(name: name, position: condition.position)]
        default: []
        }
    }
}

/// Whether a definition's conditions lead to a name.
private func reaches(_ name: String, from start: Definition, _ defined: [String: Definition]) -> Bool {
    var seen: Set<String> = []
    var open = uses(start.conditions).map(\.name)
    while let next = open.popLast() {
        if next == name { return true }
        guard seen.insert(next).inserted, let definition = defined[next] else { continue }
        open += uses(definition.conditions).map(\.name)
    }
    return false
}
