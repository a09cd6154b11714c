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

        #expect(nobody.people[.onLeave].unknown == touched.count)
        let leave = try list(
            of: touched.prefix(3).compactMap { id in
                register.people[id].flatMap { texts[$0.personal] }.flatMap { PersonalRecord($0)?.number }
            })
        let away = try office.desk.peopleOnLeave(leave, on: plan.day)
        #expect(away.people == [touched[0], touched[2]] && away.strangers == 1)
        let known = try office.desk.assess(outcome, retirement: try readRetirement(), leave: away)
        #expect(known.people[.onLeave].people == [touched[0], touched[2]])
        #expect(known.people[.onLeave].unknown == 0)

        let paper = PlanPaper(assessment, heading: PlanDistrict.heading).paper
        let page = String(decoding: paper.page(in: .zh), as: UTF8.self) + paper.markdown(in: .zh)
        for record in records {
            if let number = record.number { #expect(!page.contains(number)) }
            // A name of two characters may occur in a text by chance.
            if record.name.count > 2 { #expect(!page.contains(record.name)) }
        }
    }

    /// A list as an office keeps it: away now, back already, away without an end, and somebody of another office.
    private func list(of numbers: [String], until end: String = "2030/8/31") throws -> Workbook {
        try #require(numbers.count == 3)
        let rows = [
            "2030年休假人员名单,,,", "序号,证件号码,开始日期,截止日期", "1,\(numbers[0]),2030-06-01,\(end)",
            "2,\(numbers[1]),2030-01-01,2030-06-30", "3,\(numbers[2]),2029.5.1,", "4,110101199003078515,,", ",合计4人,,",
        ]
        return try readWorkbook(bytes: Array((rows.joined(separator: "\n") + "\n").utf8), named: "休假.csv")
    }

    @Test("a list of leave that can't be read whole is refused, with the rows")
    func unreadableLeave() throws {
        let office = try TestOffice(jurisdiction: "330702")
        let day = try #require(Day(iso: "2030-07-01"))
        let numbers = ["110101199003078515", "11010119900307", "110101199003078515"]
        for (list, code, place) in [
            (try list(of: numbers), "leave-unreadable", "休假!4"),
            (try list(of: [numbers[0], numbers[0], numbers[0]], until: "八月底前"), "leave-unreadable", "休假!3"),
            (try readWorkbook(bytes: Array("姓名,天数\n张三,3\n".utf8), named: "假.csv"), "no-leave-list", "身份证号"),
        ] {
            let failure = #expect(throws: OfficeFailure.self) { try office.desk.peopleOnLeave(list, on: day) }
            #expect(failure?.code == code)
            #expect(failure?.wording.zh.contains(place) == true, "\(failure?.wording.zh ?? "")")
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
