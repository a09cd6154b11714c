import Basics
import Foundation
import Norms
import Papers
import Registry

extension Bench {
    /// A hundred thousand bodies judged by all shipped packs, on one core.
    static func rules(in folder: String) throws {
        let day = Day(number: 18_412)
        let register = try bodies(100_000, on: day)
        let packs = ShippedPack.codes.compactMap { ShippedPack.text(of: $0).flatMap { readRulePack($0).pack } }
        let rulebook = Rulebook(packs.map { Adoption($0, on: day) }, on: day)
        let all = register.institutions.keys.sorted()
        var told = 0
        let timing = Timing(runs: 5) { _ in
            told = 0
            for body in all { told += verdicts(for: body, in: register, by: rulebook).count { $0.allowed != nil } }
        }
        say(
            "\(all.count) bodies judged by \(packs.count) packs (\(rulebook.packs.count) in force, "
                + "\(rulebook.items.count) items, \(told) ranges): \(timing.line)")
    }

    /// Bodies of all sizes with their departments, without people.
    private static func bodies(_ count: Int, on day: Day) throws(Refusal) -> Register {
        var source = SeededSource(seed: 3)
        var changes: [Change] = []
        var department: Institution.ID?
        for index in 0..<count {
            let id: Institution.ID = Identifier(from: &source)
            let isDepartment = index.isMultiple(of: 20)
            let profile = Profile(
                name: "合成市第\(index)\(isDepartment ? "局" : "中心")",
                type: isDepartment ? .government : .publicInstitution, rank: isDepartment ? .zhengke : .guji,
                category: isDepartment ? nil : .welfareOne, funding: isDepartment ? nil : .full,
                supervisor: isDepartment ? nil : department)
            changes.append(.establish(id, profile, origin: nil))
            let kind: EstablishmentKind = isDepartment ? .administrative : .institutionFull
            changes.append(.move(.heads(kind), count: 3 + index * 7 % 90, from: .grant, to: .institution(id)))
            changes.append(.move(.posts(LeaderPost(.chief, .guji)), count: 1, from: .grant, to: .institution(id)))
            if isDepartment { department = id }
        }
        var register = Register()
        try register.enact(changes, basis: .opening, on: day, recorded: day, at: 1)
        return register
    }
}
