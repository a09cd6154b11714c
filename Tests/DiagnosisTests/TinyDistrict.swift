import Basics
import Registry
import Testing

/// A register of a few bodies, built by changes alone as the office would.
struct TinyDistrict {
    private(set) var register = Register()
    private var source = SeededSource(seed: 7)
    private var position = 0
    static let day = Day(number: 18_000)

    init() throws {
        try enact(.setCeiling(.heads(.administrative), 10_000), .setCeiling(.heads(.institutionFull), 10_000))
    }

    /// Enacts changes as one Act, or throws the refusal.
    mutating func enact(_ changes: [Change], basis: Act.Basis = .opening) throws {
        position += 1
        try register.enact(changes, basis: basis, on: Self.day, recorded: Self.day, at: position)
    }

    mutating func enact(_ changes: Change..., basis: Act.Basis = .opening) throws {
        try enact(changes, basis: basis)
    }

    mutating func id<Subject>() -> Identifier<Subject> { Identifier(from: &source) }

    /// Sets up a body with approved heads and posts; nil for an unknown group.
    mutating func body(
        _ name: String, _ type: InstitutionType = .publicInstitution, heads: [EstablishmentKind: Int]? = [:],
        posts: [LeaderRole: Int]? = [:], row: Int? = nil, profile edit: (inout Profile) -> Void = { _ in }
    ) throws -> Institution.ID {
        let id: Institution.ID = id()
        var profile = Profile(name: name, type: type, founding: Founding(document: "澄编〔2010〕1号", date: nil))
        edit(&profile)
        var changes: [Change] = [.establish(id, profile, origin: row.map { Origin(sheet: "机构", row: $0) })]
        if let heads {
            for (kind, count) in heads.sorted(by: { $0.key < $1.key }) where count > 0 {
                changes.append(.move(.heads(kind), count: count, from: .grant, to: .institution(id)))
            }
        } else {
            changes.append(.setUnknown(id, .heads, true))
        }
        if let posts {
            for (role, count) in posts.sorted(by: { $0.key < $1.key }) where count > 0 {
                let post = Commodity.posts(LeaderPost(role, .guji))
                changes.append(.move(post, count: count, from: .grant, to: .institution(id)))
            }
        } else {
            changes.append(.setUnknown(id, .posts, true))
        }
        try enact(changes)
        return id
    }

    /// Puts people on the establishment of a body, with the baseline tolerances that takes.
    @discardableResult
    mutating func people(
        _ count: Int, at body: Institution.ID, _ kind: EstablishmentKind = .institutionFull, role: LeaderRole? = nil,
        row: Int? = nil
    ) throws -> [Person.ID] {
        var people: [Person.ID] = []
        for offset in 0..<count {
            let person: Person.ID = id()
            let origin = row.map { Origin(sheet: "人员", row: $0 + offset) }
            try enact([
                .registerPerson(
                    person, personal: .none, status: .management, position: nil, entered: nil, origin: origin)
            ])
            try enrol(person, Place(institution: body, kind: kind, role: role, origin: origin))
            people.append(person)
        }
        return people
    }

    /// Registers a person with a status and position, and puts them in a place where they have one.
    mutating func person(_ status: PersonStatus, _ position: PositionKind?, at place: Place?) throws -> Person.ID {
        let person: Person.ID = id()
        try enact(
            .registerPerson(person, personal: .none, status: status, position: position, entered: nil, origin: nil))
        if let place { try enrol(person, place) }
        return person
    }

    /// Puts a registered person in a place, with the baseline tolerances that takes.
    mutating func enrol(_ person: Person.ID, _ place: Place) throws {
        var changes: [Change] = []
        var after = register
        let subjects: [Invariant] = [
            .headsWithinBalance(place.institution, place.kind), .onePlace(person),
            .postsWithinBalance(place.institution, place.role ?? .chief),
        ]
        // What would be broken is known by trying: a place is taken on a copy where everything is put up with.
        try after.enact(
            subjects.filter { after.tolerances[$0] == nil }.map { .openTolerance($0, measure: 99, .baseline) }
                + subjects.filter { after.tolerances[$0] != nil }.flatMap {
                    [.closeTolerance($0), .openTolerance($0, measure: 99, .baseline)]
                } + [.enrol(person, place)],
            basis: .opening, on: Self.day, recorded: Self.day, at: position)
        for invariant in subjects {
            let excess = invariant.excess(in: after)
            if register.tolerances[invariant] != nil, excess > 0 { changes.append(.closeTolerance(invariant)) }
            if excess > 0 { changes.append(.openTolerance(invariant, measure: excess, .baseline)) }
        }
        try enact(changes + [.enrol(person, place)])
    }
}
