import AuditComparison
import Basics
import NaiveAuditor
import Registry
import Testing
@Suite struct TmpSpeed {
    @Test func speed() throws {
        var source = SeededSource(seed: 1)
        var register = Register()
        var changes: [Change] = [.move(.heads(.institutionFull), count: 9000, from: .grant, to: .districtPool)]
        let bodies = (0..<300).map { _ in Institution.ID(from: &source) }
        for (n, id) in bodies.enumerated() {
            changes.append(.establish(id, Profile(name: "机构\(n)", type: .publicInstitution), origin: nil))
            changes.append(.move(.heads(.institutionFull), count: 20, from: .districtPool, to: .institution(id)))
        }
        for n in 0..<4000 {
            let p = Person.ID(from: &source)
            changes.append(.registerPerson(p, personal: .none, status: .management, position: nil, entered: nil, origin: nil))
            changes.append(.enrol(p, Place(institution: bodies[n % 300], kind: .institutionFull)))
            if n % 4 == 0 { changes.append(.stateDuty(DutyStatement(id: Identifier(from: &source), holder: bodies[n % 300], number: n, text: "t"))) }
        }
        let day = Day(number: 100)
        let group = Group(day: day, position: 1, recorded: day, basis: .opening, reform: nil, changes: changes)
        try register.enact(changes, basis: .opening, on: day, recorded: day, at: 1)
        var auditor = Auditor()
        #expect(auditor.apply(group).isEmpty)
        let clock = ContinuousClock()
        let one = Group(day: day, position: 2, recorded: day, basis: .daily, reform: nil, changes: [.move(.heads(.institutionFull), count: 1, from: .institution(bodies[0]), to: .districtPool), .transfer(register.presence(of: bodies[1]).staff.first!, from: bodies[1], .institutionFull, to: Place(institution: bodies[0], kind: .institutionFull))])
        var n = 0
        let t = clock.measure { for _ in 0..<100 { var a = auditor; n += a.apply(one).count } }
        let t2 = clock.measure { for _ in 0..<100 { n += differences(between: register, and: auditor).count } }
        print("apply", t / 100, "differences", t2 / 100, n)
    }
}
