import Basics
import Diagnosis
import Registry
import Testing

/// The diagnosis as a whole: codes, order, index, comparison.
struct DiagnosisTests {
    @Test func codesAreStable() {
        #expect(
            Check.all.map(\.code).sorted() == [
                "approved-over-rule", "approved-unknown", "bad-identity-number", "bad-registration-code",
                "disputed-identity", "duty-overlap",
                "leaders-over-approved", "like-small-bodies", "missing-document", "mixed-kind", "mixed-status",
                "mostly-vacant", "open-tolerance", "over-establishment", "over-establishment-total",
                "rank-not-below", "scattered-bodies", "second-place", "shared-matter", "small-body",
                "unconfirmed-matter", "unfit-name",
                "unled-matter", "weak-welfare", "works-at-enterprise", "works-elsewhere",
            ])
        #expect(Check.named("small-body")?.title.zh == "规模过小")
        #expect(Check.named("no-such-check") == nil)
    }

    @Test func everyCheckSpeaksBothLanguages() {
        for check in Check.all {
            for wording in [check.title, check.rule] + [check.clause].compactMap({ $0 }) {
                #expect(wording.zh.unicodeScalars.contains { $0.value > 0x4E00 }, "\(check.code)")
                #expect(wording.en.contains(" "), "\(check.code)")
            }
        }
    }

    @Test func onlyWhatComparesDutiesHasNoLook() {
        #expect(Check.all.filter { $0.look == nil }.map(\.code) == ["duty-overlap"])
    }

    @Test func clausesStandBesideRules() {
        for check in Check.all {
            #expect(!check.rule.zh.contains("《"), "\(check.code)")
            #expect(!check.rule.en.contains("Order 486"), "\(check.code)")
        }
        #expect(Check.mixedKind.clause?.zh == "《地方各级人民政府机构设置和编制管理条例》（国务院令第486号）第十五条")
        // A number that an office sets is no law.
        #expect(Check.smallBody.clause == nil)
    }

    @Test func closedBodiesAndThoseWhoLeftAreNotFound() throws {
        var district = try TinyDistrict()
        let bureau = try district.body("澄岚区甲局", .government) { $0.rank = .zhengke }
        let body = try district.body("澄岚区乙局", heads: [.institutionFull: 3]) {
            $0.supervisor = bureau
            $0.rank = .zhengke
            $0.founding = nil
            $0.category = .welfareOne
            $0.facts = [ScaleFact(.income, 10), ScaleFact(.businessIncome, 9)]
        }
        let person = try district.person(.professional, .worker, at: Place(institution: body, kind: .institutionFull))
        let facts = Facts(badIdentityNumbers: [person])
        let before = diagnose(district.register, facts: facts)
        #expect(
            Set(before.findings.map(\.check)).isSuperset(of: [
                "small-body", "rank-not-below", "missing-document", "weak-welfare", "unfit-name", "mixed-status",
                "bad-identity-number",
            ]))
        try district.enact(
            .leave(person, body, .institutionFull, .retirement),
            .move(.heads(.institutionFull), count: 3, from: .institution(body), to: .districtPool),
            .abolish(body, successors: []))
        #expect(diagnose(district.register, facts: facts).isEmpty)
    }

    @Test func findingsComeMostSevereFirstThenByRow() throws {
        var district = try TinyDistrict()
        _ = try district.body("澄岚区乙站", heads: [.institutionFull: 3], row: 30)
        _ = try district.body("澄岚区甲站", heads: [.institutionFull: 3], row: 4)
        _ = try district.body("澄岚区丙站", heads: [.institutionFull: 3])
        let over = try district.body("澄岚区丁局", heads: [.institutionFull: 6], row: 50)
        let person = try district.people(7, at: over)[0]
        try district.enact(.setDisputed(person, true))
        let findings = diagnose(district.register).findings
        #expect(
            findings.map(\.check) == [
                "disputed-identity", "over-establishment", "over-establishment-total", "open-tolerance", "small-body",
                "small-body", "small-body", "unfit-name",
            ])
        #expect(findings.filter { $0.check == "small-body" }.map { $0.origins.first?.row } == [4, 30, nil])
    }

    @Test func findingsAreFoundByEverySubjectTheyName() throws {
        var district = try TinyDistrict()
        let one = try district.body("澄岚区甲站", heads: [.institutionFull: 9])
        let other = try district.body("澄岚区乙站", heads: [.institutionFull: 9])
        let person = try district.people(1, at: one)[0]
        try district.enrol(person, Place(institution: other, kind: .institutionFull))
        let diagnosis = diagnose(district.register)
        for subject: Subject in [.person(person), .institution(one), .institution(other)] {
            #expect(diagnosis.findings(about: subject).contains { $0.check == "second-place" })
        }
        #expect(diagnosis.count(of: "second-place") == 1)
        #expect(diagnosis.count(of: .blocking) == 1)
        #expect(diagnosis.count == diagnosis.findings.count)
        #expect(diagnosis.findings(about: .matter(district.id())).isEmpty)
    }

    @Test func comparisonGoesByKey() throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲站", heads: [.institutionFull: 4])
        _ = try district.body("澄岚区乙站", heads: [.institutionFull: 2])
        let before = diagnose(district.register)
        try district.people(5, at: body)
        try district.enact(
            .move(.heads(.institutionFull), count: 1, from: .institution(body), to: .districtPool),
            .openTolerance(
                .headsWithinBalance(body, .institutionFull), measure: 2, .absorption(until: TinyDistrict.day)),
            basis: .plan, replacing: .headsWithinBalance(body, .institutionFull))
        let comparison = diagnose(district.register).compared(with: before)
        #expect(
            comparison.arisen.map(\.check) == ["over-establishment", "over-establishment-total", "open-tolerance"])
        #expect(comparison.changed.map(\.after.check) == ["small-body"])
        #expect(comparison.changed.first?.before.value(of: .approved) == 4)
        #expect(comparison.changed.first?.after.value(of: .approved) == 3)
        #expect(comparison.unchanged == 1)
        #expect(comparison.resolved.isEmpty)
        #expect(before.compared(with: diagnose(district.register)).resolved.count == 3)
    }

    @Test func keysAreStableTexts() throws {
        let id: Institution.ID = try #require(Identifier("000000000000000a000000000000000b"))
        let finding = Check.overEstablishment.finding(
            [.institution(id)], aspect: .kind(.institutionPartial), evidence: Wording(zh: "", en: ""), origins: [])
        #expect(finding.key.description == "over-establishment/institution:000000000000000a000000000000000b/kind:4")
    }
}

extension TinyDistrict {
    /// Enacts changes after closing the tolerance that one of them opens anew.
    fileprivate mutating func enact(_ changes: Change..., basis: Act.Basis, replacing old: Invariant) throws {
        let close: [Change] = register.tolerances[old] == nil ? [] : [.closeTolerance(old)]
        try enact(close + changes, basis: basis)
    }
}
