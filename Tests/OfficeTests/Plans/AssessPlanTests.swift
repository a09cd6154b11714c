import Basics
import Office
import Papers
import Reform
import Registry
import Samples
import Testing

@Suite("A plan looked at by the office")
struct AssessPlanTests {
    @Test("ages are counted from what is sealed, and no name or number comes out")
    func sealedAges() throws {
        let office = try TestOffice(jurisdiction: "330702")
        try office.open(with: try sampleDistrict(seed: 4, bodies: 60).bytes(), named: "样例.xlsx")
        let register = office.desk.register
        let small = register.institutions.values
            .filter { $0.isActive && $0.profile.type == .publicInstitution && $0.profile.supervisor != nil }
            .sorted { $0.profile.name < $1.profile.name }
        let pair = try #require(
            small.lazy.compactMap { one in
                small.first {
                    $0.id != one.id && $0.profile.supervisor == one.profile.supervisor
                        && $0.profile.funding == one.profile.funding
                        && register.presence(of: one.id).occupied > 2
                }.map { (one.profile.name, $0.profile.name) }
            }.first)
        let plan = try readPlan(
            "方案: 试\n施行: 2030-07-01\n步骤:\n  - {合并: [\(pair.0)], 并入: \(pair.1)}\n")
        let outcome = office.desk.tryPlan(
            plan, diagnosis: try office.desk.findings(before: plan), at: office.later())
        #expect(outcome.applies)
        let assessment = try office.desk.assess(outcome, retirement: try readRetirement())
        let touched = assessment.people.touched
        #expect(touched.count > 2)

        // The same counted here, from the sealed records one by one, by the tables of the rule.
        let texts = try office.desk.journal.texts(
            of: touched.compactMap { register.people[$0]?.personal }, in: office.desk.jurisdiction)
        let records = touched.compactMap {
            register.people[$0].flatMap { texts[$0.personal] }.flatMap { PersonalRecord($0) }
        }
        #expect(records.count == touched.count)
        let all = try office.desk.assess(
            outcome,
            retirement: try readRetirement(
                "near: 0\nretirement:\n  - {sex: 男, age: 1, document: 某}\n  - {sex: 女, age: 1, document: 某}\n"))
        let dated = records.count { ($0.birth != nil || $0.number != nil) && ($0.sex != nil || $0.number != nil) }
        #expect(all.people[.nearRetirement].people.count == dated)
        #expect(all.people[.nearRetirement].unknown == touched.count - dated)
        let nobody = try office.desk.assess(
            outcome, retirement: try readRetirement("near: 0\nretirement:\n  - {sex: 男, age: 99, document: 某}\n"))
        #expect(nobody.people[.nearRetirement].people.isEmpty)

        let paper = PlanPaper(assessment, heading: PlanDistrict.heading).paper
        let page = String(decoding: paper.page(in: .zh), as: UTF8.self) + paper.markdown(in: .zh)
        for record in records {
            if let number = record.number { #expect(!page.contains(number)) }
            // A name of two characters may occur in a text by chance.
            if record.name.count > 2 { #expect(!page.contains(record.name)) }
        }
    }

    @Test("the office's rules of the plan's day are asked")
    func adoptedRules() throws {
        let office = try TestOffice(jurisdiction: "330702")
        try office.open(with: try sampleDistrict(seed: 4, bodies: 60).bytes(), named: "样例.xlsx")
        let text = try WrittenRules(#require(ShippedPack.text(of: "province-leader-posts")))
        let day = try #require(Day(iso: "2020-07-01"))
        try office.desk.adoptRules(
            text, on: day, document: try office.words("样编〔2020〕3号", day), drafter: try office.officer("甲"),
            deciders: [try office.officer("乙")], from: &office.source, at: office.later())
        func rules(on day: String) throws -> Int? {
            let plan = try readPlan("方案: 试\n施行: \(day)\n步骤:\n  - {划转编制: 1, 编制类别: 行政编制, 从: 上级下达, 到: 统筹池}\n")
            return try office.desk.findings(before: plan).thresholds.rules?.packs.count
        }
        #expect(try rules(on: "2020-06-30") == 0)
        #expect(try rules(on: "2020-07-01") == 1)
    }
}
