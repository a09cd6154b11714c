import Basics
import Reform
import Registry

/// Plans drawn at random for a district, most of which can be carried out; every kind of step occurs.
struct RandomPlans {
    let district: TestDistrict
    private var source: SeededSource
    private var taken: Set<String> = []

    init(_ district: TestDistrict, seed: UInt64) {
        self.district = district
        source = SeededSource(seed: seed)
    }

    mutating func plan(_ index: Int) -> Plan {
        taken = []
        let count = roll(1...6)
        let steps = (0..<count).map { Step(line: $0 + 1, action: action(roll(0...11), index, $0)) }
        return Plan(
            name: "方案\(index)", day: TestDistrict.day.advanced(by: 30), reform: nil, steps: steps,
            digest: Digest(sha256: "plan \(index)".utf8))
    }

    private mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &source) }

    /// A body that no earlier step of the plan has touched; seldom one that was.
    private mutating func body() -> String {
        while true {
            let name = district.institutions[roll(0...district.institutions.count - 1)]
            if taken.insert(name).inserted || roll(0...60) == 0 { return name }
        }
    }

    private func institution(_ name: String) -> Institution? { district.register.institution(named: name) }

    /// Another body of the same funding.
    private mutating func likeness(of name: String) -> String {
        let funding = institution(name)?.profile.funding
        for _ in 0..<40 {
            let other = body()
            if institution(other)?.profile.funding == funding { return other }
            taken.remove(other)
        }
        return body()
    }

    private mutating func action(_ kind: Int, _ plan: Int, _ step: Int) -> Action {
        let name = body()
        switch kind {
        case 0:
            let others = (0..<roll(1...3)).map { _ in likeness(of: name) }
            if roll(0...2) == 0 {
                return .merge(
                    [name] + others, into: "新中心\(plan)-\(step)", MergeTerms(new: Establishment(), posts: [.chief: 1]))
            }
            return .merge(others, into: name, MergeTerms(headsToPool: roll(0...3) == 0 ? 1 : 0))
        case 1:
            let taker = likeness(of: name)
            var duties = [Disposal.DutyDisposal(.numbers([1]), taker: taker), .init(.all, taker: nil)]
            if roll(0...9) == 0 { duties.removeLast() }
            return .abolish(
                name, Disposal(heads: roll(0...1) == 0 ? .districtPool : .returned, people: taker, duties: duties))
        case 2:
            return .establish(
                "新设中心\(plan)-\(step)",
                Establishment(
                    type: .publicInstitution, rank: .guji, category: .welfareOne, funding: .full,
                    supervisor: district.departments[roll(0...district.departments.count - 1)]))
        case 3: return .rename(name, to: "更名中心\(plan)-\(step)")
        case 4:
            let settings: [Setting] = [
                .rank(.fuke), .category(.welfareTwo),
                .supervisor(district.departments[roll(0...district.departments.count - 1)]),
                .sponsor(district.departments[0]),
            ]
            return .amend(name, [settings[roll(0...3)]])
        case 5:
            let funding = institution(name)?.profile.funding
            return .fund(
                name, funding == .full || roll(0...1) == 0 ? (funding == .partial ? .selfFunded : .partial) : .full)
        case 6:
            let funding = institution(name)?.profile.funding ?? .full
            return roll(0...1) == 0
                ? .moveHeads(EstablishmentKind(funding: funding), count: roll(1...3), from: .grant, to: .body(name))
                : .moveHeads(EstablishmentKind(funding: funding), count: 1, from: .body(name), to: .districtPool)
        case 7:
            let id = institution(name)?.id
            let now = id.flatMap { district.register.approvedHeads(of: $0) } ?? 0
            return .cut(
                name, kind: nil, remaining: max(0, now - roll(1...4)), to: .districtPool,
                absorb: roll(0...9) == 0 ? nil : TestDistrict.day.advanced(by: 700))
        case 8:
            return .setPosts(
                name, [.chief: 1, .deputy: roll(0...3), .party: roll(0...1)],
                absorb: roll(0...9) == 0 ? nil : TestDistrict.day.advanced(by: 700))
        case 9:
            let taker = roll(0...2) == 0 ? district.enterprises[roll(0...2)] : body()
            return .moveDuties(roll(0...2) == 0 ? .all : .numbers([roll(1...2)]), of: name, to: taker)
        case 10:
            return .transfer(
                roll(0...3) == 0 ? .all : .count(roll(1...2)), from: name, to: likeness(of: name), kind: nil,
                withHeads: roll(0...9) != 0)
        default:
            for _ in 0..<40 {
                let candidate = body()
                if let id = institution(candidate)?.id {
                    let workplaces = district.register.presence(of: id).staff.compactMap {
                        district.register.people[$0]?.workplace
                    }.sorted()
                    if let workplace = workplaces.first.flatMap({ district.register.institutions[$0] }) {
                        let goOver = workplace.profile.type == .outside && roll(0...1) == 0
                        return .place(of: candidate, workingAt: workplace.profile.name, goOver ? .goOver : .callBack)
                    }
                }
                taken.remove(candidate)
            }
            return .rename(name, to: "更名中心\(plan)-\(step)")
        }
    }
}
