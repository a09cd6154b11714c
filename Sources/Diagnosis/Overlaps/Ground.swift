import Overlap
import Registry

/// Where the bodies of a register stand to one another when their duties are compared: under which department, and in
/// which area of their own.
struct Ground: Sendable {
    /// The living bodies, in the order of their identifiers.
    let bodies: [Institution.ID]
    /// Names that say nothing in a duty of this district: its own and its townships'.
    let names: [String]
    private let lines: [Institution.ID: Int]
    private let areas: [Institution.ID: Int]
    private let holders: [Institution.ID: Int]

    init(of register: Register) {
        let living = register.institutions.values.filter(\.isActive).sorted { $0.id < $1.id }
        bodies = living.map(\.id)
        var holders: [Institution.ID: Int] = [:]
        for (number, body) in living.enumerated() { holders[body.id] = number }
        var lines: [Institution.ID: Int] = [:]
        var areas: [Institution.ID: Int] = [:]
        for body in living {
            let supervisor = body.profile.supervisor.flatMap { register.institutions[$0] }
            lines[body.id] = holders[supervisor?.id ?? body.id]
            if let area = Ground.area(of: body, under: supervisor) { areas[body.id] = holders[area] }
        }
        self.holders = holders
        self.lines = lines
        self.areas = areas
        names = Ground.names(of: living)
    }

    /// A statement as the comparison sees it.
    func statement(_ duty: DutyStatement) -> OverlapStatement {
        OverlapStatement(
            holder: holders[duty.holder] ?? -1, line: lines[duty.holder], area: areas[duty.holder], text: duty.text)
    }

    /// The same duty in two townships, schools or clinics is no overlap: a township with what stands under it is an area
    /// of its own, and so is a body whose size is told in classes, pupils or beds.
    private static func area(of body: Institution, under supervisor: Institution?) -> Institution.ID? {
        if body.profile.type == .township { return body.id }
        if supervisor?.profile.type == .township { return supervisor?.id }
        let sizes: [ScaleMeasure] = [.stage, .classes, .pupils, .beds]
        return sizes.contains { body.profile.value(of: $0) ?? 0 > 0 } ? body.id : nil
    }

    /// The beginning that most names of bodies share, and the names of townships after it.
    private static func names(of living: [Institution]) -> [String] {
        var counts: [Substring: Int] = [:]
        for body in living {
            for length in 2...6 where body.profile.name.count > length {
                counts[body.profile.name.prefix(length), default: 0] += 1
            }
        }
        let shared = counts.filter { $0.value * 2 > living.count }.keys.max { $0.count < $1.count }
        let townships = living.filter { $0.profile.type == .township }.map { body -> String in
            let name = body.profile.name
            guard let shared, name.hasPrefix(shared) else { return name }
            return String(name.dropFirst(shared.count))
        }
        return ([shared.map(String.init)].compactMap { $0 } + townships).sorted()
    }
}
