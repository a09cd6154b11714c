import Basics
import Registry

extension Draft {
    /// Puts in what a diagnosis is to find, each in bodies of its own so that one doesn't hide another.
    mutating func plantFindings() {
        var free = bodies.indices.filter { bodies[$0].isOrdinary && bodies[$0].approved >= 8 }.shuffled(using: &source)
        // A small sample has fewer bodies than findings; what comes first is planted first.
        func take(_ count: Int, where fits: (DraftBody) -> Bool = { _ in true }) -> [Int] {
            let taken = Array(free.filter { fits(bodies[$0]) }.prefix(count))
            free.removeAll { taken.contains($0) }
            return taken
        }
        for index in take(scaled(7)) { plantOverEstablishment(at: index) }
        for index in take(scaled(6)) { plantLeaders(at: index) }
        for index in take(scaled(5)) { plantMixedKind(at: index) }
        for index in take(scaled(6)) { plantSecondPlace(at: index) }
        for index in take(scaled(6), where: { $0.approved >= 12 }) { plantVacancy(at: index) }
        for index in take(scaled(5)) { (bodies[index].document, bodies[index].founded) = (nil, nil) }
        for index in take(scaled(5), where: { $0.sort == .station && $0.category == .welfareOne }) {
            bodies[index].businessIncome = (bodies[index].income ?? 0) * number(45...75) / 100
        }
        for index in take(scaled(3), where: { $0.sort == .station }) { plantName(at: index) }
        for index in take(scaled(5), where: { $0.sort == .station }) {
            bodies[index].deputies = leadersAllowed(bodies[index].approved) + 1
        }
        for index in take(scaled(12)) { plantWorkplace(at: index) }
        for index in bodies.indices where bodies[index].sort == .road { plantEnterprise(at: index) }
        plantMatters()
    }

    private mutating func plantOverEstablishment(at index: Int) {
        let kind = bodies[index].mainKind
        let wanted = (bodies[index].heads[kind] ?? 0) + number(1...3)
        while people[index].count < wanted { people[index].append(person(at: index, kind)) }
    }

    private mutating func plantLeaders(at index: Int) {
        let wanted = bodies[index].deputies + number(1...2)
        var deputies = 0
        for place in people[index].indices where people[index][place].role != .chief {
            people[index][place].role = deputies < wanted ? .deputy : nil
            deputies += 1
        }
    }

    private mutating func plantMixedKind(at index: Int) {
        people[index].removeLast()
        var person = person(at: index, .administrative)
        person.mark = .mixedKind
        people[index].append(person)
    }

    private mutating func plantSecondPlace(at index: Int) {
        let others = bodies.indices.filter { bodies[$0].sort == .organ || bodies[$0].sort == .clinic }
        let other = pick(others.filter { $0 != index })
        guard var twin = people[other].last(where: { $0.role == nil && $0.mark == nil }) else { return }
        people[index].removeLast()
        twin.body = index
        twin.kind = bodies[index].mainKind
        twin.position = .management
        twin.mark = .secondPlace
        people[index].append(twin)
    }

    private mutating func plantVacancy(at index: Int) {
        let filled = bodies[index].approved * number(18...45) / 100
        people[index].removeLast(max(0, people[index].count - max(filled, 2)))
    }

    private mutating func plantName(at index: Int) {
        let ending = stationEndings.first { bodies[index].name.hasSuffix($0) } ?? ""
        let name = String(bodies[index].name.dropLast(ending.count)) + pick(["局", "管理处", "委员会"])
        // Two stations of one theme would come to one name.
        if !bodies.contains(where: { $0.name == name }) { bodies[index].name = name }
    }

    private mutating func plantWorkplace(at index: Int) {
        let organ = pick(bodies.indices.filter { bodies[$0].sort == .organ || bodies[$0].sort == .township })
        guard let place = people[index].lastIndex(where: { $0.role == nil && $0.mark == nil }) else { return }
        people[index][place].workplace = bodies[organ].name
        people[index][place].mark = .elsewhere
    }

    private mutating func plantEnterprise(at index: Int) {
        let places = people[index].indices.filter { people[index][$0].role == nil }.prefix(28)
        for place in places {
            people[index][place].workplace = enterprise(of: bodies[index])
            people[index][place].mark = .enterprise
        }
    }

    private mutating func plantMatters() {
        let stations = bodies.indices.filter { bodies[$0].sort == .station }.shuffled(using: &source)
        var next = 0
        for words in overlapWords.shuffled(using: &source).prefix(8) {
            guard next + 1 < stations.count else { break }
            let one = stations[next]
            // The same matter under one supervisor would be its own affair.
            let far = stations[(next + 1)...].first { bodies[$0].supervisor != bodies[one].supervisor }
            guard let other = far else { break }
            next = (stations.firstIndex(of: other) ?? next) + 1
            duties[one].insert(words.one, at: duties[one].count - 1)
            duties[other].insert(words.other, at: duties[other].count - 1)
            matters.append((words.matter, "区级权责清单"))
            key.overlaps.append(
                PlantedKey.Overlap(
                    matter: words.matter, one: bodies[one].name, oneText: words.one, other: bodies[other].name,
                    otherText: words.other))
        }
        for gap in gapWords { matters.append((gap, "市级下放事项目录")) }
        key.gaps = gapWords
        matters.shuffle(using: &source)
    }
}
