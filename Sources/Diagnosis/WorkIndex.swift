import Registry

/// The small bodies by their kind of work, kept beside the findings so that a change costs what it touched.
struct WorkIndex: Equatable, Sendable {
    private var works: [Institution.ID: String] = [:]
    private var bodies: [String: Set<Institution.ID>] = [:]

    init() {}

    /// The small bodies of a register.
    init(of register: Register, _ thresholds: Thresholds) {
        for body in register.institutions.values { file(body, in: register, thresholds) }
    }

    /// The kind of work of a small body.
    func work(of id: Institution.ID) -> String? { works[id] }

    /// The small bodies with that kind of work.
    func bodies(with work: String) -> Set<Institution.ID> { bodies[work] ?? [] }

    /// Files bodies anew, as the register now has them.
    /// - Returns: all bodies that have, or had, the kind of work of one of them.
    mutating func refile(
        _ ids: Set<Institution.ID>, in register: Register, _ thresholds: Thresholds
    ) -> Set<Institution.ID> {
        var concerned: Set<String> = []
        var alike: Set<Institution.ID> = []
        for id in ids {
            if let work = works.removeValue(forKey: id) {
                bodies[work]?.remove(id)
                if bodies[work]?.isEmpty == true { bodies[work] = nil }
                concerned.insert(work)
            }
            if let body = register.institutions[id] { file(body, in: register, thresholds) }
            if let work = works[id] { concerned.insert(work) }
        }
        for work in concerned { alike.formUnion(bodies(with: work)) }
        return alike
    }

    private mutating func file(_ body: Institution, in register: Register, _ thresholds: Thresholds) {
        guard body.approvedIfSmall(in: register, thresholds) != nil else { return }
        let supervisor = body.profile.supervisor.flatMap { register.institutions[$0]?.profile.name }
        guard let work = kindOfWork(body.profile.name, under: supervisor) else { return }
        works[body.id] = work
        bodies[work, default: []].insert(body.id)
    }
}
