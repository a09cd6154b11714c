import Basics
import Diagnosis
import Registry

/// Draws changes that an office might make, sensible or not; the register refuses the rest.
struct RandomEdits {
    private var source: SeededSource
    private var counter = 0
    private var lockReform: Citation? { Citation("澄编〔2020〕9号") }

    init(seed: UInt64) { source = SeededSource(seed: seed) }

    /// One to four changes, with tolerances opened for what they might break.
    mutating func act(in register: Register) -> (changes: [Change], basis: Act.Basis) {
        let basis: Act.Basis = flip(3) ? .plan : .opening
        var changes: [Change] = []
        for _ in 0..<Int.random(in: 1...4, using: &source) {
            let change = self.change(in: register)
            if flip(3) {
                for invariant in breakable(by: change) where register.tolerances[invariant] == nil {
                    let measure = Int.random(in: 1...9, using: &source)
                    let cause: Tolerance.Cause =
                        basis == .plan ? .absorption(until: TinyDistrict.day.advanced(by: 9)) : .baseline
                    changes.append(.openTolerance(invariant, measure: measure, cause))
                }
            }
            changes.append(change)
            // A matter is only admitted with a lead or a gap on record.
            if case .defineMatter(let id, _, _, _) = change {
                let lead = Matter.Part(statement: duty(register), role: .lead, area: .part("甲"))
                changes.append(flip(2) ? .setGap(id, .everywhere, true) : .joinMatter(id, lead))
            }
        }
        return (changes, basis)
    }

    private mutating func flip(_ sides: Int) -> Bool { Int.random(in: 0..<sides, using: &source) == 0 }

    private mutating func pick<Value>(_ values: some Collection<Value>) -> Value? {
        values.randomElement(using: &source)
    }

    private mutating func new<Of>() -> Identifier<Of> { Identifier(from: &source) }

    private mutating func count() -> Int { Int.random(in: 1...9, using: &source) }

    private mutating func body(_ register: Register) -> Institution.ID {
        pick(register.institutions.keys.sorted()) ?? new()
    }

    private mutating func person(_ register: Register) -> Person.ID { pick(register.people.keys.sorted()) ?? new() }

    private mutating func matter(_ register: Register) -> Matter.ID { pick(register.matters.keys.sorted()) ?? new() }

    private mutating func duty(_ register: Register) -> DutyStatement.ID {
        pick(register.duties.keys.sorted()) ?? new()
    }

    private mutating func kind() -> EstablishmentKind { pick(EstablishmentKind.allCases.prefix(3)) ?? .worker }

    private mutating func commodity() -> Commodity {
        flip(3) ? .posts(LeaderPost(flip(2) ? .chief : .deputy, .guji)) : .heads(kind())
    }

    private mutating func holder(_ register: Register) -> Holder {
        switch Int.random(in: 0..<6, using: &source) {
        case 0: .grant
        case 1: .districtPool
        default: .institution(body(register))
        }
    }

    private mutating func name() -> String {
        counter += 1
        if flip(4) {
            // Some bodies do the same work by their names.
            let work = pick(["农技", "环卫"]) ?? "", form = pick(["站", "所", "队", "中心", "服务中心", "管理所"]) ?? ""
            return "澄岚区" + work + form
        }
        return "澄岚区\(counter)" + (pick(["站", "中心", "局", "公司"]) ?? "")
    }

    private mutating func profile(_ register: Register) -> Profile {
        let type = pick([.publicInstitution, .publicInstitution, .government, .outside]) ?? InstitutionType.government
        var profile = Profile(name: name(), type: type, category: .welfareOne)
        if flip(2) { profile.supervisor = body(register) }
        profile.rank = rank()
        if flip(2) { profile.founding = Founding(document: "澄编〔2010〕1号", date: nil) }
        if flip(2) { profile.facts = [ScaleFact(.income, 10), ScaleFact(.businessIncome, count())] }
        return profile
    }

    private mutating func rank() -> Rank? { pick([nil, .ungraded, .guji, .fuke, .zhengke]) ?? nil }

    private mutating func status() -> PersonStatus {
        pick([.civilServant, .byReference, .management, .professional, .worker, .contract]) ?? .agency
    }

    private mutating func position() -> PositionKind? { pick([nil] + PositionKind.allCases) ?? nil }

    /// What is known beside a register: some of its people have a bad number, now these and now those.
    mutating func facts(in register: Register) -> Facts {
        let people = register.people.keys.sorted()
        return Facts(badIdentityNumbers: Set(people.filter { _ in flip(8) }))
    }

    private mutating func attribute(_ register: Register) -> Attribute {
        switch Int.random(in: 0..<9, using: &source) {
        case 7: .rank(rank())
        case 0: .name(name())
        case 1: .type(flip(2) ? .publicInstitution : flip(2) ? .outside : .government)
        case 2: .category(flip(2) ? .welfareOne : .welfareTwo)
        case 3: .supervisor(flip(4) ? nil : body(register))
        case 4: .founding(flip(2) ? nil : Founding(document: "澄编〔2011〕2号", date: nil))
        case 5: .fact(.businessIncome, count())
        case 6: .registrationCode(flip(2) ? nil : "91350100M000100Y4\(count())")
        default: .sponsor(body(register))
        }
    }

    private mutating func place(_ register: Register) -> Place {
        Place(
            institution: body(register), kind: kind(), role: pick([nil, nil, nil, .chief, .deputy]) ?? nil,
            origin: Origin(sheet: "人员", row: count()))
    }

    private func breakable(by change: Change) -> [Invariant] {
        switch change {
        case .enrol(let person, let place), .transfer(let person, _, _, let place):
            [.onePlace(person), .headsWithinBalance(place.institution, place.kind)]
                + (place.role.map { [.postsWithinBalance(place.institution, $0)] } ?? [])
        case .move(.heads(let kind), _, .institution(let id), _): [.headsWithinBalance(id, kind)]
        case .move(let commodity, _, .grant, _), .setCeiling(let commodity, _): [.withinCeiling(commodity)]
        case .appoint(_, let id, _, let role?): [.postsWithinBalance(id, role)]
        default: []
        }
    }

    private mutating func change(in register: Register) -> Change {
        let anyPerson = person(register)
        let held = register.people[anyPerson]?.places.first
        switch Int.random(in: 0..<40, using: &source) {
        case 0, 1: return .establish(new(), profile(register), origin: Origin(sheet: "机构", row: count()))
        case 2: return .abolish(body(register), successors: flip(2) ? [] : [body(register)])
        case 3:
            let closed = register.institutions.values.filter { !$0.isActive }.sorted { $0.id < $1.id }
            if let body = pick(closed), case .closed(let position, _) = body.status {
                return .restore(body.id, closedBy: position)
            }
            return .hangPlate(body(register), name())
        case 4...7: return .amend(body(register), attribute(register))
        case 8: return .addUnit(body(register), InternalUnit(name: "办公室", rank: nil))
        case 9...13: return .move(commodity(), count: count(), from: holder(register), to: holder(register))
        case 14: return .exchange(holder(register), count: 1, give: .heads(kind()), take: .heads(kind()))
        case 15: return .setCeiling(.heads(kind()), flip(2) ? nil : count() * 5)
        case 16: return .setUnknown(body(register), flip(2) ? .heads : .posts, flip(2))
        case 17:
            return .reserve(
                Reservation(
                    id: new(), account: Account(holder(register), commodity()), count: 1, purpose: .headcountUse,
                    beneficiary: flip(2) ? body(register) : nil, lastDay: TinyDistrict.day))
        case 18:
            guard let id = pick(register.ledger.reservations.keys.sorted()) else { return .void(new()) }
            return flip(2) ? .void(id) : .settle(id, count: 1)
        case 19:
            guard let reform = lockReform, flip(3) else { return .unlock(body(register)) }
            return .lock(body(register), reform: reform)
        case 20: return .stateDuty(DutyStatement(id: new(), holder: body(register), number: 1, text: name()))
        case 21:
            return flip(2)
                ? .moveDuty(duty(register), to: body(register), number: 2) : .reviseDuty(duty(register), text: name())
        case 22: return .dropDuty(duty(register), reason: .none)
        case 23: return .defineMatter(new(), name: name(), catalogue: "权责清单", origin: nil)
        case 24, 25:
            let part = Matter.Part(
                statement: duty(register), role: pick([.assist, .execute, .lead]) ?? .lead,
                area: flip(2) ? .everywhere : .part("甲"))
            return .joinMatter(matter(register), part)
        case 26: return .leaveMatter(matter(register), duty(register))
        case 27: return .setGap(matter(register), flip(2) ? .everywhere : .part("乙"), flip(2))
        case 28, 29:
            return .registerPerson(
                new(), personal: .none, status: status(), position: position(), entered: nil,
                origin: Origin(sheet: "人员", row: count()))
        case 30: return .setDisputed(anyPerson, flip(3))
        case 31...34: return .enrol(anyPerson, place(register))
        case 35:
            guard let held else { return .setPosition(anyPerson, position()) }
            return .leave(anyPerson, held.institution, held.kind, flip(2) ? nil : .retirement)
        case 36:
            guard let held else { return .setStatus(anyPerson, status()) }
            return .transfer(anyPerson, from: held.institution, held.kind, to: place(register))
        case 37:
            guard let held else { return .amendPersonal(anyPerson, .none) }
            return .appoint(anyPerson, held.institution, held.kind, flip(2) ? .chief : nil)
        case 38: return .setWorkplace(anyPerson, flip(4) ? nil : body(register))
        default:
            guard let tolerance = pick(register.tolerances.keys.sorted()) else { return .setDisputed(anyPerson, true) }
            guard case .headsWithinBalance(_, let kind) = tolerance, flip(2) else { return .closeTolerance(tolerance) }
            return .moveTolerance(tolerance, to: .headsWithinBalance(body(register), kind))
        }
    }
}
