import Basics
import Registry

extension Expansion {
    /// The living body of that name.
    mutating func body(_ name: String) throws(StepProblem) -> Institution {
        let found = register.institutions(matching: name)
        self.name(found)
        if found.count == 1 { return found[0] }
        if found.count > 1 {
            throw .ambiguousBody(name, candidates: found.prefix(5).map(\.profile.name))
        }
        let closed = Set(register.institutions.values.lazy.filter { !$0.isActive }.map(\.profile.name))
        if closed.contains(name) { throw .closedBody(name) }
        let ending = closed.filter { $0.hasSuffix(name) }
        if ending.count == 1, let full = ending.first { throw .closedBody(full) }
        throw .unknownBody(name, candidates: candidates(for: name))
    }

    /// The living body of that name, or nil with the problem put down.
    mutating func lookUp(_ name: String) -> Institution? {
        do throws(StepProblem) { return try body(name) } catch {
            note(error)
            return nil
        }
    }

    /// Two living bodies; both are looked for before anything is said.
    mutating func bodies(_ one: String, _ other: String) throws(StepProblem) -> (Institution, Institution) {
        let first = lookUp(one)
        let second = try body(other)
        // What is wrong with the first is put down already.
        guard let first else { throw problems.last ?? .unknownBody(one, candidates: []) }
        return (first, second)
    }

    /// The holder of that name.
    mutating func holder(_ name: HolderName) throws(StepProblem) -> Holder {
        switch name {
        case .districtPool: .districtPool
        case .turnoverPool: .turnoverPool
        case .returned: .returned
        case .grant: .grant
        case .body(let name): .institution(try body(name).id)
        }
    }

    /// What people call a holder.
    func name(of holder: Holder) -> String {
        holder.name?.zh ?? holder.institution.flatMap { register.institutions[$0]?.profile.name } ?? ""
    }

    private func candidates(for name: String) -> [String] {
        let wanted = Set(name)
        let scored = register.institutions.values.filter(\.isActive).map { body in
            (Set(body.profile.name).intersection(wanted).count, body.profile.name)
        }
        let enough = max(2, wanted.count * 2 / 3)
        return scored.filter { $0.0 >= enough }.sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 > $1.0 }.prefix(3).map(\.1)
    }
}
