import Basics
import Diagnosis
import Registry
import Testing

/// Identity numbers that do not check, as far as who may unseal them says so.
struct IdentityNumberTests {
    @Test func onlyWhoIsNamedIsFound() throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲站", heads: [.institutionFull: 9])
        let people = try district.people(2, at: body, row: 5)
        #expect(diagnose(district.register).count(of: "bad-identity-number") == 0)
        let stranger: Person.ID = district.id()
        let found = diagnose(district.register, facts: Facts(badIdentityNumbers: [people[1], stranger])).findings
            .filter { $0.check == "bad-identity-number" }
        #expect(found.map(\.subjects) == [[.person(people[1])]])
        #expect(found.first?.related == [.institution(body)])
        #expect(found.first?.origins == [Origin(sheet: "人员", row: 6)])
        #expect(found.first?.evidence.zh.contains { $0.isNumber } == false)
    }

    @Test func newFactsAreLookedAtWithoutAChange() throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲站", heads: [.institutionFull: 9])
        let people = try district.people(3, at: body)
        let register = district.register
        let first = diagnose(register, facts: Facts(badIdentityNumbers: [people[0], people[1]]))
        let facts = Facts(badIdentityNumbers: [people[1], people[2]])
        let second = first.updated(from: register, to: register, touching: Touching(), facts: facts)
        #expect(second == diagnose(register, facts: facts))
        #expect(second.compared(with: first).arisen.map(\.focus) == [.person(people[2])])
        // What is not said anew stays known.
        let third = second.updated(
            from: register, to: register, touching: subjects(of: [.setDisputed(people[1], true)], in: register))
        #expect(third == second)
    }
}
