import Basics
import Diagnosis
import Registry
import Testing

/// A diagnosis brought up to date is the diagnosis of the register it was brought to.
struct UpdatedDiagnosisTests {
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func updatedEqualsDiagnosedAnew(seed: UInt64) throws {
        var edits = RandomEdits(seed: seed)
        var register = try seededDistrict()
        var thresholds = looseThresholds
        thresholds.day = TinyDistrict.day.advanced(by: 10)
        var facts = Facts.none
        var diagnosis = diagnose(register, thresholds: thresholds)
        var admitted = 0
        var fired: Set<String> = []
        for position in 1...1500 {
            let act = edits.act(in: register)
            var after = register
            do {
                try after.enact(
                    act.changes, basis: act.basis, on: TinyDistrict.day, recorded: TinyDistrict.day, at: position)
            } catch { continue }
            admitted += 1
            let touching = subjects(of: act.changes, in: register)
            // Facts stay as they were, but for now and then.
            let known: Facts? = position % 7 == 0 ? edits.facts(in: after) : nil
            facts = known ?? facts
            diagnosis = diagnosis.updated(from: register, to: after, touching: touching, facts: known)
            register = after
            let anew = diagnose(register, thresholds: thresholds, facts: facts)
            fired.formUnion(anew.findings.map(\.check))
            guard diagnosis == anew else {
                Issue.record("after \(act.changes): \(anew.compared(with: diagnosis))")
                return
            }
        }
        // Edits that nobody admits, or that no check notices, would prove nothing.
        #expect(admitted > 150)
        #expect(fired.count >= 18, "fired: \(fired.sorted())")
    }

    @Test(arguments: 21...24 as ClosedRange<UInt64>)
    func comparingFindsWhatListsShow(seed: UInt64) throws {
        var edits = RandomEdits(seed: seed)
        var register = try seededDistrict()
        var earlier = diagnose(register, thresholds: looseThresholds)
        var seen = (arisen: 0, resolved: 0, changed: 0)
        for position in 1...400 {
            let act = edits.act(in: register)
            try? register.enact(
                act.changes, basis: act.basis, on: TinyDistrict.day, recorded: TinyDistrict.day, at: position)
            guard position % 8 == 0 else { continue }
            let later = diagnose(register, thresholds: looseThresholds)
            let comparison = later.compared(with: earlier)
            // The same told naively, from the two lists alone.
            let (old, new) = (earlier.findings, later.findings)
            let (oldKeys, newKeys) = (Set(old.map(\.key)), Set(new.map(\.key)))
            #expect(comparison.arisen == new.filter { !oldKeys.contains($0.key) })
            #expect(comparison.resolved == old.filter { !newKeys.contains($0.key) })
            let moved = new.filter { finding in oldKeys.contains(finding.key) && !old.contains(finding) }
            #expect(comparison.changed.map(\.after) == moved)
            #expect(comparison.changed.allSatisfy { $0.before.key == $0.after.key && old.contains($0.before) })
            #expect(comparison.unchanged == new.count { old.contains($0) })
            seen.arisen += comparison.arisen.count
            seen.resolved += comparison.resolved.count
            seen.changed += comparison.changed.count
            earlier = later
        }
        #expect(seen.arisen > 5 && seen.resolved > 5 && seen.changed > 5, "\(seen)")
    }

    @Test func everyCheckFiresUnderRandomEdits() throws {
        var fired: Set<String> = []
        for seed in 1...6 as ClosedRange<UInt64> {
            var edits = RandomEdits(seed: seed)
            var register = try seededDistrict()
            for position in 1...600 {
                let act = edits.act(in: register)
                try? register.enact(
                    act.changes, basis: act.basis, on: TinyDistrict.day, recorded: TinyDistrict.day, at: position)
                if position % 20 == 0 {
                    let facts = edits.facts(in: register)
                    let findings = diagnose(register, thresholds: looseThresholds, facts: facts).findings
                    fired.formUnion(findings.map(\.check))
                }
            }
        }
        // These need texts compared, rules adopted, or what came of it.
        let elsewhere = [Check.dutyOverlap, .unconfirmedMatter, .approvedOverRule].map(\.code)
        #expect(fired == Set(Check.all.map(\.code)).subtracting(elsewhere))
    }

    @Test func findingsAreFoundInTheirScope() throws {
        var edits = RandomEdits(seed: 99)
        var register = try seededDistrict()
        for position in 1...400 {
            let act = edits.act(in: register)
            try? register.enact(
                act.changes, basis: act.basis, on: TinyDistrict.day, recorded: TinyDistrict.day, at: position)
        }
        let facts = edits.facts(in: register)
        let whole = diagnose(register, facts: facts).findings
        #expect(whole.count > 20)
        for finding in whole {
            var touching = Touching()
            switch finding.focus {
            case .institution(let id): touching.institutions = [id]
            case .person(let id): touching.people = [id]
            case .matter(let id): touching.matters = [id]
            case .duty: Issue.record("texts are compared elsewhere")
            case .commodity(let commodity): touching.commodities = [commodity]
            }
            let check = try #require(Check.named(finding.check))
            let look = try #require(check.look, "\(check.code) compares duties")
            let found = look(register, Scope(touching, in: register, facts: facts), .standard)
            #expect(found.contains(finding))
            #expect(found.allSatisfy { $0.focus == finding.focus })
        }
    }

    @Test func aReversalIsLookedAtWhole() throws {
        let register = try seededDistrict()
        let touching = subjects(of: [.reverse(position: 1, index: 0)], in: register)
        #expect(touching.isEverything)
        let nothing = diagnose(Register())
        #expect(nothing.updated(from: Register(), to: register, touching: touching) == diagnose(register))
    }

    @Test func touchingFollowsWhatIsLookedUp() throws {
        var district = try TinyDistrict()
        let holder = try district.body("澄岚区甲站", heads: [.institutionFull: 9])
        let taker = try district.body("澄岚区乙站", heads: [.institutionFull: 9])
        let person = try district.people(1, at: holder)[0]
        let reservation = Reservation(
            id: district.id(), account: Account(.institution(holder), .heads(.institutionFull)), count: 1,
            purpose: .headcountUse, beneficiary: taker, lastDay: TinyDistrict.day)
        try district.enact(.reserve(reservation), .setWorkplace(person, taker))
        #expect(
            subjects(of: [.void(reservation.id)], in: district.register).institutions == [holder, taker])
        let leaving = subjects(of: [.leave(person, holder, .institutionFull, .retirement)], in: district.register)
        #expect(leaving.institutions == [holder, taker])
        #expect(leaving.people == [person])
    }

    /// A renamed supervisor changes what its bodies' names tell, though nothing of theirs was touched.
    @Test func aRenamedSupervisorChangesKindsOfWork() throws {
        var district = try TinyDistrict()
        var supervisors: [Institution.ID] = []
        for (index, place) in ["梅林镇", "松岗乡", "云台街道"].enumerated() {
            let above = try district.body("澄岚区\(place)人民政府", .township)
            supervisors.append(above)
            _ = try district.body("澄岚区\(place)农技站", heads: [.institutionFull: 3], row: index + 1) {
                $0.supervisor = above
            }
        }
        let before = district.register
        let diagnosis = diagnose(before)
        #expect(diagnosis.count(of: "like-small-bodies") == 1)
        let changes: [Change] = [.amend(supervisors[2], .name("白水县某镇人民政府"))]
        try district.enact(changes)
        let after = diagnosis.updated(
            from: before, to: district.register, touching: subjects(of: changes, in: before))
        #expect(after.count(of: "like-small-bodies") == 0)
        #expect(after == diagnose(district.register))
    }

    private var looseThresholds: Thresholds {
        var thresholds = Thresholds()
        thresholds.scatteredBodies = 2
        thresholds.likeBodies = 2
        thresholds.rules = smallBodyRules([.guji: 2, .fuke: 7])
        thresholds.vacantFrom = 4
        return thresholds
    }

    private func seededDistrict() throws -> Register {
        var district = try TinyDistrict()
        let bureau = try district.body("澄岚区甲局", .government, heads: [.administrative: 9], row: 5)
        let hall = try district.body("澄岚区乙馆", heads: [.institutionFull: 8], posts: [.chief: 1, .deputy: 1], row: 6) {
            $0.supervisor = bureau
        }
        _ = try district.body("澄岚区丙站", heads: [.institutionFull: 3], row: 7) { $0.supervisor = bureau }
        _ = try district.body("澄岚区丁站", heads: nil, posts: nil, row: 8) { $0.supervisor = bureau }
        _ = try district.body("澄岚区戊公司", .outside)
        try district.people(3, at: hall, row: 10)
        return district.register
    }
}
