import Basics
import Registry

/// The names in principles, looked up in a register.
struct NamedPrinciples {
    let supervisors: Set<Institution.ID>
    let neighbours: [[Institution.ID]]
    let together: [[Institution.ID]]
    let apart: [[Institution.ID]]
    let keep: Set<Institution.ID>
    let leaveOut: Set<Institution.ID>
    /// Bodies to be grouped whatever their size.
    var mentioned: Set<Institution.ID> { keep.union(together.flatMap(\.self)) }

    init(_ principles: Principles, in register: Register) throws(OfficeFailure) {
        supervisors = Set(try Self.bodies(principles.supervisors, in: register))
        neighbours = try Self.lists(principles.neighbours, in: register)
        together = try Self.lists(principles.together, in: register)
        apart = try Self.lists(principles.apart, in: register)
        keep = Set(try Self.bodies(principles.keep, in: register))
        leaveOut = Set(try Self.bodies(principles.leaveOut, in: register))
    }

    private static func lists(
        _ lists: [[String]], in register: Register
    ) throws(OfficeFailure) -> [[Institution.ID]] {
        var found: [[Institution.ID]] = []
        for list in lists { found.append(try bodies(list, in: register)) }
        return found
    }

    private static func bodies(_ names: [String], in register: Register) throws(OfficeFailure) -> [Institution.ID] {
        var found: [Institution.ID] = []
        for name in names {
            let bodies = register.institutions(matching: name)
            guard bodies.count == 1 else {
                let candidates = bodies.prefix(5).map(\.profile.name).joined(separator: "、")
                throw OfficeFailure(
                    .input, bodies.isEmpty ? "unknown-body" : "ambiguous-body",
                    zh: bodies.isEmpty
                        ? "台账中没有整合原则所写的“\(name)”，请核对名称。" : "整合原则所写的“\(name)”可指：\(candidates)。请写全称。",
                    en: bodies.isEmpty
                        ? "The register has no “\(name)”, which the principles name. Check it."
                        : "“\(name)” in the principles fits: \(candidates). Write the full name.")
            }
            found.append(bodies[0].id)
        }
        return found
    }
}
