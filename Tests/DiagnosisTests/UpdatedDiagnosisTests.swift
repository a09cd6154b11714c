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
        var thresholds = Thresholds()
        thresholds.scatteredBodies = 2
        thresholds.vacantFrom = 4
        thresholds.day = TinyDistrict.day.advanced(by: 10)
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
            diagnosis = diagnosis.updated(from: register, to: after, touching: touching)
            register = after
            let anew = diagnose(register, thresholds: thresholds)
            fired.formUnion(anew.findings.map(\.check))
            guard diagnosis == anew else {
                Issue.record("after \(act.changes): \(anew.compared(with: diagnosis))")
                return
            }
        }
        // Edits that nobody admits, or that no check notices, would prove nothing.
        #expect(admitted > 150)
        #expect(fired.count >= 14, "fired: \(fired.sorted())")
    }

    @Test func everyCheckFiresUnderRandomEdits() throws {
        var fired: Set<String> = []
        for seed in 1...6 as ClosedRange<UInt64> {
            var edits = RandomEdits(seed: seed)
            var register = try seededDistrict()
            var thresholds = Thresholds()
            thresholds.scatteredBodies = 2
            thresholds.vacantFrom = 4
            for position in 1...600 {
                let act = edits.act(in: register)
                try? register.enact(
                    act.changes, basis: act.basis, on: TinyDistrict.day, recorded: TinyDistrict.day, at: position)
                if position % 20 == 0 {
                    fired.formUnion(diagnose(register, thresholds: thresholds).findings.map(\.check))
                }
            }
        }
        #expect(fired == Set(Check.all.map(\.code)))
    }

    @Test func findingsAreFoundInTheirScope() throws {
        var edits = RandomEdits(seed: 99)
        var register = try seededDistrict()
        for position in 1...400 {
            let act = edits.act(in: register)
            try? register.enact(
                act.changes, basis: act.basis, on: TinyDistrict.day, recorded: TinyDistrict.day, at: position)
        }
        let whole = diagnose(register).findings
        #expect(whole.count > 20)
        for finding in whole {
            var touching = Touching()
            switch finding.focus {
            case .institution(let id): touching.institutions = [id]
            case .person(let id): touching.people = [id]
            case .matter(let id): touching.matters = [id]
            case .commodity(let commodity): touching.commodities = [commodity]
            }
            let check = try #require(Check.named(finding.check))
            let found = check.look(register, Scope(touching, in: register), .standard)
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
