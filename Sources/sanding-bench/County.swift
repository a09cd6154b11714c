import Basics
import Registry

/// A synthetic county of a size, straight in the register: departments, small and large institutions, people.
func county(bodies: Int, people: Int, day: Day) throws(Refusal) -> Register {
    var register = Register()
    try register.enact(
        countyChanges(bodies: bodies, people: people), basis: .opening, on: day, recorded: day, at: 1)
    return register
}

/// The changes that open a synthetic county.
func countyChanges(bodies: Int, people: Int, personal: Digest = .none) -> [Change] {
    var source = SeededSource(seed: 1)
    var changes: [Change] = []
    var departments: [Institution.ID] = []
    let small = bodies / 7
    let perBody = (people - small * 4) / (bodies - small)
    for index in 0..<bodies {
        let id: Institution.ID = Identifier(from: &source)
        let isDepartment = index < bodies / 20
        let kind: EstablishmentKind = isDepartment ? .administrative : .institutionFull
        let size = isDepartment ? perBody : index % 7 == 0 ? 4 : perBody + index % 11 - 5
        changes.append(
            .establish(
                id,
                Profile(
                    name: "合成县第\(index)\(isDepartment ? "局" : "中心")",
                    type: isDepartment ? .government : .publicInstitution, rank: isDepartment ? .zhengke : .guji,
                    category: isDepartment ? nil : .welfareOne, funding: isDepartment ? nil : .full,
                    supervisor: isDepartment ? nil : departments[index % departments.count]), origin: nil))
        if isDepartment { departments.append(id) }
        changes.append(.move(.heads(kind), count: size + 1, from: .grant, to: .institution(id)))
        changes.append(.move(.posts(LeaderPost(.chief, .guji)), count: 1, from: .grant, to: .institution(id)))
        for number in 1...3 {
            changes.append(
                .stateDuty(
                    DutyStatement(
                        id: Identifier(from: &source), holder: id, number: number, text: "职责\(index)-\(number)")))
        }
        for member in 0..<size {
            let person: Person.ID = Identifier(from: &source)
            changes.append(
                .registerPerson(
                    person, personal: personal, status: .management, position: .management, entered: nil,
                    origin: Origin(sheet: "人员", row: member)))
            changes.append(.enrol(person, Place(institution: id, kind: kind, role: member == 0 ? .chief : nil)))
        }
    }
    return changes
}
