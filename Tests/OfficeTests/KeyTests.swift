import Basics
import Diagnosis
import Foundation
import Office
import Papers
import Registry
import Testing

/// The sample district against what was planted in it: the province's rule adopted, the thresholds of the key.
@Suite struct KeyTests {
    private struct Key: Decodable {
        struct Planted: Decodable {
            let grade: String?
            let a_text: String
            let b_text: String
        }
        let small: [String]
        let weak_welfare: [String]
        let mostly_vacant: [String]
        let leaders_approved_over_rule: [String]
        let gap: [String]
        let held_twice: [String]
        let unfit_name: [String]
        let missing_document: [String]
        let overlap_true: [Planted]
        let overlap_no: [Planted]
    }

    @Test func everyListOfTheKeyIsMet() throws {
        let key = try JSONDecoder().decode(Key.self, from: Data(try sharedFile("workbooks/anhe-key.json")))
        let office = try TestOffice(jurisdiction: "339902")
        try office.open(with: try sharedFile("workbooks/anhe-district.xlsx"), named: "anhe-district.xlsx")
        let day = try #require(Day(iso: "2020-12-31"))
        _ = try office.desk.adoptRules(
            try #require(ShippedPack.text(of: "province-leader-posts")), on: day,
            document: office.words("样编〔2020〕30号", day), drafter: office.officer("甲"),
            deciders: [office.officer("乙")], from: &office.source, at: office.later())
        var thresholds = Thresholds.standard
        thresholds.day = day
        thresholds.rules = try office.desk.rulebook(on: day)
        let register = office.desk.history.register(on: day)
        let found = try office.desk.look(at: register, thresholds: thresholds)
        func names(_ check: Check) -> [String] {
            found.filter { $0.check == check.code }.compactMap { finding in
                switch finding.focus {
                case .institution(let id): register.institutions[id]?.profile.name
                case .matter(let id): register.matters[id]?.name
                default: nil
                }
            }.sorted()
        }
        #expect(names(.smallBody) == key.small.sorted())
        #expect(names(.weakWelfare) == key.weak_welfare.sorted())
        #expect(names(.mostlyVacant) == key.mostly_vacant.sorted())
        #expect(names(.approvedOverRule) == key.leaders_approved_over_rule.sorted())
        #expect(names(.unledMatter) == key.gap.sorted())
        #expect(names(.sharedMatter) == key.held_twice.sorted())
        #expect(names(.unfitName) == key.unfit_name.sorted())
        #expect(names(.missingDocument) == key.missing_document.sorted())
        #expect(found.count { $0.check == Check.badIdentityNumber.code } == 4)

        let pairs = found.compactMap(\.duties).map { pair in
            Set([pair.first, pair.second].compactMap { register.duties[$0]?.text })
        }
        func within(_ limit: Int, _ planted: [Key.Planted]) -> Int {
            planted.count { pairs.prefix(limit).contains(Set([$0.a_text, $0.b_text])) }
        }
        #expect(within(60, key.overlap_true.filter { $0.grade == "easy" }) == 6)
        #expect(within(150, key.overlap_true.filter { $0.grade == "middle" }) >= 4)
        #expect(within(30, key.overlap_no) <= 1)
    }

    @Test func whatWasDismissedIsNotAskedAgain() throws {
        let office = try TestOffice(jurisdiction: "339902")
        try office.open(with: try sharedFile("workbooks/anhe-district.xlsx"), named: "anhe-district.xlsx")
        let found = try office.desk.look(at: office.desk.register, thresholds: .standard)
        let pair = try #require(found.first { $0.duties != nil })
        let small = try #require(found.first { $0.check == Check.smallBody.code })
        let clerk = try office.officer("甲")
        try office.desk.decide([pair, small], as: .dismissed, because: "不是一回事", by: clerk, at: office.later())
        for desk in [office.desk, try office.reopened()] {
            let states = try desk.findingStates(of: found)
            #expect(Set(states.keys) == [pair.key, small.key])
            #expect(states.values.allSatisfy { $0.isSettled && $0.reason == "不是一回事" && $0.officer == clerk })
            #expect(try desk.differentDuties(among: found) == [try #require(pair.duties)])
            #expect(try desk.officers()[clerk] == "甲")
        }
        // A smaller body than the one dismissed is another matter.
        let worse = try office.desk.look(at: office.desk.register, thresholds: .standard)
        #expect(worse.first { $0.key == small.key } == small)
        try office.desk.decide([small], as: .open, because: "重看", by: clerk, at: office.later())
        #expect(try office.desk.findingStates(of: found).keys.contains(small.key) == false)
        #expect(throws: OfficeFailure.self) {
            try office.desk.decide([pair], as: .accepted, because: " ", by: clerk, at: office.later())
        }
    }
}
