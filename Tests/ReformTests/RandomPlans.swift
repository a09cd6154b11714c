import Basics
import Reform
import Registry

/// Plans drawn at random for a district, most of which can be carried out; every kind of step occurs.
struct RandomPlans {
    let district: TestDistrict
    private var source: SeededSource
    private var taken: Set<String> = []
    private var label = ""

    init(_ district: TestDistrict, seed: UInt64) {
        self.district = district
        source = SeededSource(seed: seed)
    }

    mutating func plan(_ index: Int) -> Plan {
        taken = []
        var steps: [Step] = []
        for line in 1...roll(1...6) {
            label = "\(index)-\(line)"
            steps.append(Step(line: line, action: action(Verb.allCases[roll(0...Verb.allCases.count - 1)])))
        }
        return Plan(
            name: "方案\(index)", day: TestDistrict.day.advanced(by: 30), reform: TestDistrict.reform, steps: steps,
            digest: Digest(sha256: "plan \(index)".utf8))
    }

    private mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &source) }

    private mutating func one<Element>(of all: [Element]) -> Element { all[roll(0...all.count - 1)] }

    private var register: Register { district.register }

    private func institution(_ name: String) -> Institution? { register.institution(named: name) }

    private func presence(_ name: String) -> Presence {
        register.presence(of: institution(name)?.id ?? Identifier(high: 0, low: 0))
    }

    private func kind(_ name: String) -> EstablishmentKind {
        EstablishmentKind(funding: institution(name)?.profile.funding ?? .full)
    }

    private func heads(_ name: String) -> Int { institution(name).flatMap { register.approvedHeads(of: $0.id) } ?? 0 }

    /// A body that no earlier step of the plan has touched, seldom one that was; one for which it holds, if one is found.
    private mutating func body(where holds: (RandomPlans, String) -> Bool = { _, _ in true }) -> String {
        var last = ""
        for _ in 0..<200 {
            last = one(of: district.institutions)
            guard holds(self, last), !taken.contains(last) || roll(0...60) == 0 else { continue }
            break
        }
        taken.insert(last)
        return last
    }

    /// Another body of the same funding.
    private mutating func likeness(of name: String) -> String {
        let funding = institution(name)?.profile.funding
        return body { $0.institution($1)?.profile.funding == funding }
    }

    private mutating func action(_ verb: Verb) -> Action {
        switch verb {
        case .merge, .split, .abolish, .restore, .establish, .rename, .amend, .fund: bodyAction(verb)
        case .hangPlates, .removePlates, .addUnits, .closeUnits, .renameUnit, .moveUnits, .lock, .unlock:
            signAction(verb)
        case .moveHeads, .cut, .exchange, .lend, .giveBack, .setPosts, .approve: figureAction(verb)
        case .stateDuties, .reviseDuty, .dropDuties, .moveDuties, .hiveOff, .share: dutyAction(verb)
        case .transfer, .place, .callBack, .endSecondPlace: peopleAction(verb)
        }
    }

    private mutating func bodyAction(_ verb: Verb) -> Action {
        switch verb {
        case .merge:
            let name = body()
            let others = (0..<roll(1...3)).map { _ in likeness(of: name) }
            if roll(0...2) == 0 {
                return .merge(
                    [name] + others, into: "新中心\(label)", MergeTerms(new: Establishment(), posts: [.chief: 1]))
            }
            return .merge(others, into: name, MergeTerms(headsToPool: roll(0...9) == 0 ? 1 : 0))
        case .split: return split(body { $0.heads($1) >= 4 })
        case .abolish:
            let name = body()
            let taker = likeness(of: name)
            var duties = [Disposal.DutyDisposal(.numbers([1]), taker: taker), .init(.all, taker: nil)]
            if roll(0...9) == 0 { duties.removeLast() }
            return .abolish(
                name,
                Disposal(
                    heads: roll(0...1) == 0 ? .districtPool : .returned,
                    posts: roll(0...1) == 0 ? .districtPool : .body(taker), people: taker, duties: duties,
                    plates: roll(0...1) == 0 ? taker : nil, units: roll(0...1) == 0 ? taker : nil,
                    registration: roll(0...3) == 0 ? taker : nil))
        case .restore:
            let name = one(of: district.closed)
            return .restore(taken.insert(name).inserted ? name : one(of: district.closed))
        case .establish:
            return .establish(
                "新设中心\(label)",
                Establishment(
                    type: roll(0...5) == 0 ? .managedFromAbove : .publicInstitution, rank: .guji, category: .welfareOne,
                    funding: .full, supervisor: one(of: district.departments), sponsor: one(of: district.departments)))
        case .rename: return .rename(body(), to: "更名中心\(label)")
        case .fund:
            let name = body()
            let funding = institution(name)?.profile.funding
            return .fund(
                name, funding == .full || roll(0...1) == 0 ? (funding == .partial ? .selfFunded : .partial) : .full)
        default:
            let name = body()
            let above = institution(name)?.profile.supervisor.flatMap { register.institutions[$0]?.profile.name }
            let other = one(of: district.departments.filter { $0 != above })
            let settings: [Setting] = [
                .rank(.fuke), .category(.administrative), .supervisor(other), .supervisor(nil), .sponsor(other),
                .host(other),
            ]
            return .amend(name, [one(of: settings)])
        }
    }

    private mutating func split(_ name: String) -> Action {
        let occupied = presence(name).occupied
        // People and heads go in step: as many heads as people, so that neither side is over.
        let gone = min(occupied, heads(name), 1 + roll(0...2))
        let first = SplitPart(
            "分立中心\(label)", new: Establishment(), heads: [kind(name): gone],
            people: gone > 0 ? .count(gone) : nil, duties: [.numbers([roll(1...2)])], posts: [.chief: roll(0...1)],
            plates: institution(name)?.plates ?? [])
        switch roll(0...2) {
        case 0: return .split(name, [first, SplitPart(name)])
        case 1:
            return .split(name, [first, SplitPart("其余中心\(label)", new: Establishment(), takesRest: roll(0...9) != 0)])
        default: return .split(name, [first, SplitPart(likeness(of: name), takesRest: true)])
        }
    }

    private mutating func signAction(_ verb: Verb) -> Action {
        switch verb {
        case .hangPlates: return .hangPlates(body(), ["牌子\(label)"])
        case .removePlates:
            let name = body { $0.institution($1)?.plates.isEmpty == false }
            return .removePlates(name, institution(name)?.plates ?? [])
        case .addUnits:
            return .addUnits(
                body(), [InternalUnit(name: "办公室\(label)", rank: nil), InternalUnit(name: "业务科", rank: .guji)])
        case .lock: return .lock([body { $0.institution($1)?.lock == nil }])
        case .unlock: return .unlock([body { $0.institution($1)?.lock != nil }])
        default:
            let name = body { $0.institution($1)?.units.isEmpty == false }
            let units = institution(name)?.units.map(\.name) ?? []
            switch verb {
            case .closeUnits: return .closeUnits(name, units)
            case .moveUnits: return .moveUnits(units, of: name, to: body())
            default: return .renameUnit(name, from: units.first ?? "", to: "综合科\(label)")
            }
        }
    }

    private mutating func figureAction(_ verb: Verb) -> Action {
        let later = TestDistrict.day.advanced(by: 700)
        switch verb {
        case .moveHeads:
            let name = body()
            let pool = one(of: [HolderName.grant, .turnoverPool, .districtPool])
            if roll(0...1) == 0 { return .moveHeads(kind(name), count: roll(1...3), from: pool, to: .body(name)) }
            return .moveHeads(kind(name), count: 1, from: .body(name), to: pool)
        case .cut:
            let name = body()
            return .cut(
                name, kind: kind(name), remaining: max(0, heads(name) - roll(1...4)), to: .districtPool,
                absorb: roll(0...19) == 0 ? nil : later)
        case .exchange:
            let name = body { $0.heads($1) > $0.presence($1).occupied }
            return .exchange(name, count: 1, give: kind(name), take: .worker)
        case .lend:
            return .lend(one(of: [.institutionFull, .institutionSelf]), count: roll(1...3), to: body(), until: later)
        case .giveBack:
            let name = body { plans, name in
                plans.institution(name).map { !plans.register.loans(to: $0.id).isEmpty } ?? false
            }
            return .giveBack(name, kind: nil, count: roll(0...1) == 0 ? 1 : nil)
        case .setPosts: return .setPosts([approval(of: body())])
        default: return .setPosts((0..<roll(2...4)).map { _ in approval(of: body()) })
        }
    }

    private mutating func approval(of name: String) -> PostsApproval {
        PostsApproval(
            name, [.chief: 1, .deputy: roll(0...3), .party: roll(0...1)],
            absorb: roll(0...29) == 0 ? nil : TestDistrict.day.advanced(by: 700))
    }

    private mutating func dutyAction(_ verb: Verb) -> Action {
        switch verb {
        case .stateDuties: return .stateDuties(body(), ["新职责甲\(label)", "新职责乙\(label)"])
        case .reviseDuty: return .reviseDuty(.numbers([roll(1...2)]), of: body(), to: "修订职责\(label)")
        case .dropDuties: return .dropDuties(.numbers([roll(0...9) == 0 ? 1 : 2]), of: body())
        case .moveDuties: return .moveDuties(roll(0...2) == 0 ? .all : .numbers([roll(1...2)]), of: body(), to: body())
        case .hiveOff: return .hiveOff(.numbers([roll(1...2)]), of: body(), to: one(of: district.outsiders))
        default:
            let helper = body()
            if roll(0...1) == 0 {
                return .share(
                    Sharing(
                        "新事项\(label)", catalogue: "下放清单",
                        parts: [
                            .init(body(), .lead, duty: .numbers([2])), .init(helper, .assist, duty: .numbers([2])),
                        ]))
            }
            let matter = one(of: district.matters)
            let gap = roll(0...3) == 0
            guard !gap else {
                return .share(Sharing(matter, parts: [.init(helper, .execute, duty: .numbers([2]))]))
            }
            // The body that leads it now assists from then on.
            let lead = register.matters.values.first { $0.name == matter }?.parts.first { $0.role == .lead }
            let holder = lead.flatMap { register.duties[$0.statement] }.flatMap { register.institutions[$0.holder] }
            let name = holder?.profile.name ?? ""
            taken.insert(name)
            return .share(
                Sharing(matter, parts: [.init(name, .assist), .init(helper, .lead, duty: .numbers([2]))]))
        }
    }

    private mutating func peopleAction(_ verb: Verb) -> Action {
        switch verb {
        case .transfer:
            let name = body()
            return .transfer(
                roll(0...3) == 0 ? .all : .count(roll(1...2)), from: name, to: likeness(of: name), kind: nil,
                withHeads: roll(0...9) != 0)
        case .place:
            let name = body { !$0.workplaces(of: $1).isEmpty }
            guard let workplace = workplaces(of: name).first else { return .rename(name, to: "更名中心\(label)") }
            let choices: [Placement] =
                workplace.profile.type == .outside ? [.callBack, .goOver] : [.callBack, .moveWithHeads]
            return .place(of: name, workingAt: workplace.profile.name, one(of: choices))
        case .callBack:
            let name = body { !$0.workplaces(of: $1).isEmpty }
            let people = presence(name).staff.filter { register.people[$0]?.workplace != nil }.sorted()
            return .callBack(people.isEmpty ? Identifier(from: &source) : one(of: people))
        default:
            let name = body { !$0.twice($1).isEmpty }
            let people = twice(name)
            return .endSecondPlace(people.isEmpty ? Identifier(from: &source) : one(of: people), keeping: name)
        }
    }

    private func workplaces(of name: String) -> [Institution] {
        presence(name).staff.compactMap { register.people[$0]?.workplace }.sorted()
            .compactMap { register.institutions[$0] }
    }

    private func twice(_ name: String) -> [Person.ID] {
        presence(name).staff.filter { (register.people[$0]?.places.count ?? 0) > 1 }.sorted()
    }
}
