import Papers
import Registry

extension Draft {
    /// Spoils cells as offices do, each in a row of its own. The workbook's total is spoiled when it is written.
    mutating func plantFaults() {
        var free = bodies.indices.filter {
            bodies[$0].sort == .station && people[$0].contains { $0.role == nil && $0.mark == nil }
        }.shuffled(using: &source)
        func spoil(_ kind: PlantedFault.Kind, _ times: Int, _ change: (inout DraftPerson) -> Void) {
            for _ in 0..<times {
                guard let index = free.popLast(),
                    let place = people[index].lastIndex(where: { $0.role == nil && $0.mark == nil })
                else { return }
                people[index][place].mark = .fault(kind)
                change(&people[index][place])
            }
        }
        spoil(.identityCheck, 3) { person in
            let last: Character = person.number.last == "0" ? "1" : "0"
            person.number = String(person.number.dropLast()) + String(last)
        }
        spoil(.identityAsNumber, 2) { person in
            person.spoiled[.number] = .decimal(Double(person.number.dropLast(3) + "000") ?? 0)
        }
        let shared = people.lazy.joined().first { $0.mark == nil && $0.role == nil }
        spoil(.identityShared, 1) { person in person.number = shared?.number ?? person.number }
        spoil(.unreadableDate, 2) { $0.spoiled[.entered] = "不详" }
        spoil(.impossibleDate, 1) { $0.spoiled[.entered] = "2009-02-30" }
        spoil(.unknownBody, 2) { $0.spoiled[.body] = .text(regionName + "农机推广总站") }
        for (offset, text) in ["约10", "8+2"].enumerated() where free.count > offset {
            let index = free[offset]
            bodies[index].unreadableHeads = (bodies[index].mainKind, text)
        }
        if free.count > 2, let code = bodies[free[2]].code {
            bodies[free[2]].code = String(code.dropLast()) + (code.last == "0" ? "1" : "0")
            spoiledCode = free[2]
        }
        if free.count > 3 { listedTwice = free[3] }
        hasWrongTotal = true
    }
}
