import Basics
import Registry

/// A synthetic county of 500 bodies and 12,000 people, and thirty years of its daily work: people come, go and move, heads
/// are granted and moved, duties are revised. One Act in thirty takes effect up to ninety days before it is recorded, one
/// in three hundred up to ten years before, one in fifty up to half a year after.
struct LongCounty {
    private(set) var history = History(jurisdiction: "339981")
    private(set) var changes = 0
    private let title: Digest
    private let personal: Digest
    private var source = SeededSource(seed: 30)
    private let opening = Day(number: 9_131)
    private static let years = 30
    private static let bodies = 500

    init(changes goal: Int = 100_000, title: Digest, personal: Digest) throws {
        self.title = title
        self.personal = personal
        let drafter: Officer.ID = Identifier(from: &source)
        try record(
            countyChanges(bodies: LongCounty.bodies, people: 12_000, personal: personal), .opening, on: opening,
            after: 0, drafter)
        let ids = history.latest.institutions.keys.sorted()
        let people = history.latest.people.keys.sorted()
        let days = 365 * LongCounty.years
        let begun = changes
        while changes < goal {
            let today = 1 + (changes - begun) * days / (goal - begun)
            let distance =
                number(300) == 0 ? -number(3650) : number(30) == 0 ? -number(90) : number(50) == 0 ? number(180) : 0
            let day = opening.advanced(by: max(1, today + distance))
            let register = history.register(on: day)
            // What can't be on that day is not done.
            try? record(daily(register, ids, people), .daily, on: day, after: today, drafter)
        }
    }

    private mutating func daily(_ register: Register, _ ids: [Institution.ID], _ people: [Person.ID]) -> [Change] {
        let (here, there) = (ids[number(ids.count)], ids[number(ids.count)])
        let kind = EstablishmentKind.institutionFull
        switch number(8) {
        case 0, 1:
            let newcomer: Person.ID = Identifier(from: &source)
            return [
                .registerPerson(
                    newcomer, personal: personal, status: .management, position: .management, entered: nil, origin: nil),
                .move(.heads(kind), count: 1, from: .grant, to: .institution(here)),
                .enrol(newcomer, Place(institution: here, kind: kind)),
            ]
        case 2, 3:
            guard let person = someone(in: register, people) else { return [] }
            return [
                .leave(person.id, person.places[0].institution, person.places[0].kind, .retirement),
                .move(
                    .heads(person.places[0].kind), count: 1, from: .institution(person.places[0].institution),
                    to: .districtPool),
            ]
        case 4, 5:
            guard let person = someone(in: register, people), person.places[0].institution != there else { return [] }
            let place = person.places[0]
            return [
                .move(
                    .heads(place.kind), count: 1, from: .institution(place.institution), to: .institution(there)),
                .transfer(
                    person.id, from: place.institution, place.kind, to: Place(institution: there, kind: place.kind)),
            ]
        case 6:
            guard let duty = register.duties(of: here).first else { return [] }
            return [.reviseDuty(duty.id, text: "职责\(changes)"), .moveDuty(duty.id, to: there, number: 9)]
        default:
            return [.move(.heads(kind), count: 1, from: .grant, to: .institution(here))]
        }
    }

    private mutating func someone(in register: Register, _ people: [Person.ID]) -> Person? {
        for _ in 0..<8 {
            let person = register.people[people[number(people.count)]]
            if let person, let place = person.places.first, place.role == nil { return person }
        }
        return nil
    }

    private mutating func record(
        _ changes: [Change], _ basis: Act.Basis, on day: Day, after days: Int, _ drafter: Officer.ID
    ) throws {
        guard let citation = Citation(issuer: "样编", year: 1995 + days / 365, number: history.position + 1) else {
            return
        }
        let act = Act(
            command: Identifier(from: &source),
            document: Document(citation: citation, title: title, decided: day), basis: basis, drafter: drafter,
            changes: changes.map { DatedChange(day, $0) })
        let recorded = Instant(milliseconds: Int64(Int(opening.number) + days) * 86_400_000)
        history.accept(try history.judge(act, recorded: max(recorded, history.lastRecorded ?? recorded)))
        self.changes += changes.count
    }

    private mutating func number(_ below: Int) -> Int { Int.random(in: 0..<below, using: &source) }
}
