import Basics
import Diagnosis
import Registry
import Testing

/// Matters that several bodies have a part in (一事多头).
struct SharedMatterTests {
    private var district: TinyDistrict
    private let one: Institution.ID
    private let other: Institution.ID
    private let matter: Matter.ID

    init() throws {
        district = try TinyDistrict()
        one = try district.body("澄岚区甲站", heads: [.institutionFull: 9])
        other = try district.body("澄岚区乙站", heads: [.institutionFull: 9])
        matter = district.id()
        try district.enact(
            .defineMatter(matter, name: "餐厨垃圾收运", catalogue: "权责清单", origin: Origin(sheet: "清单", row: 4)),
            .setGap(matter, .everywhere, true))
    }

    @Test mutating func twoHoldersWithoutALeadAreFound() throws {
        try join(one, .execute)
        #expect(findings("shared-matter", in: district).isEmpty)
        // Another statement of the same body makes no second holder.
        try join(one, .assist)
        #expect(findings("shared-matter", in: district).isEmpty)
        try join(other, .assist)
        let found = findings("shared-matter", in: district)
        #expect(found.map(\.subjects) == [[.matter(matter)]])
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.related.prefix(2) == [.institution(one), .institution(other)])
        #expect(found.first?.question?.matter == matter)
        #expect(found.first?.question?.statements.count == 3)
        #expect(found.first?.value(of: .bodies) == 2)
        #expect(found.first?.evidence.zh == "《权责清单》所列事项“餐厨垃圾收运”由“澄岚区甲站”“澄岚区乙站”分头承担，无单位牵头。")
        #expect(found.first?.origins == [Origin(sheet: "清单", row: 4)])
    }

    @Test mutating func underALeadHoldersShareNothing() throws {
        try join(one, .execute)
        try join(other, .execute)
        let lead = try state(one)
        try district.enact(
            .setGap(matter, .everywhere, false),
            .joinMatter(matter, Matter.Part(statement: lead, role: .lead, area: .everywhere)))
        #expect(findings("shared-matter", in: district).isEmpty)
    }

    @Test mutating func holdersInDifferentPlacesShareNothing() throws {
        try join(one, .execute, .part("白沙镇"))
        try join(other, .execute, .part("青石镇"))
        #expect(findings("shared-matter", in: district).isEmpty)
        try join(other, .assist, .everywhere)
        #expect(findings("shared-matter", in: district).count == 1)
    }

    @Test mutating func aRenamedHolderIsNamedAnew() throws {
        try join(one, .execute)
        try join(other, .execute)
        let before = district.register
        let changes: [Change] = [.amend(other, .name("澄岚区丙站"))]
        try district.enact(changes)
        let after = diagnose(before).updated(
            from: before, to: district.register, touching: subjects(of: changes, in: before))
        #expect(after == diagnose(district.register))
        #expect(findings("shared-matter", in: district).first?.evidence.zh.contains("“澄岚区丙站”") == true)
    }

    // No Act brings it about, so the register is made as a journal of another version might have left it.
    @Test mutating func twoLeadsBlock() throws {
        let statements = [try state(one), try state(other)]
        var register = district.register
        register.suppose(.setGap(matter, .everywhere, false))
        for (statement, area) in zip(statements, [Area.everywhere, .part("白沙镇")]) {
            register.suppose(.joinMatter(matter, Matter.Part(statement: statement, role: .lead, area: area)))
        }
        let found = diagnose(register).findings.filter { $0.check == "shared-matter" }
        #expect(found.map(\.severity) == [.blocking])
        #expect(found.first?.evidence.zh.hasSuffix("由“澄岚区甲站”“澄岚区乙站”同时牵头。") == true)
    }

    private mutating func state(_ holder: Institution.ID) throws -> DutyStatement.ID {
        let statement: DutyStatement.ID = district.id()
        try district.enact(.stateDuty(DutyStatement(id: statement, holder: holder, number: 1, text: "餐厨垃圾")))
        return statement
    }

    private mutating func join(_ holder: Institution.ID, _ role: MatterRole, _ area: Area = .everywhere) throws {
        let statement = try state(holder)
        try district.enact(.joinMatter(matter, Matter.Part(statement: statement, role: role, area: area)))
    }
}
