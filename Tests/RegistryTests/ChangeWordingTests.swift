import Basics
import Registry
import Testing

/// What a change is said to do.
struct ChangeWordingTests {
    private let register: Register

    init() throws { register = try SmallDistrict().history.latest }

    private func said(_ change: Change, after: [Change] = []) throws -> String {
        var then = register
        try then.enact(
            after, basis: .plan, on: SmallDistrict.today, recorded: SmallDistrict.today, at: 9)
        return change.wording(from: register, to: then).zh
    }

    @Test func bodiesAndWhatTheyHave() throws {
        let id = Institution.ID(high: 7, low: 7)
        let establish = Change.establish(id, Profile(name: "文旅中心", type: .publicInstitution), origin: nil)
        #expect(try said(establish, after: [establish]) == "文旅中心：设立，事业单位")
        let rename = Change.amend(SmallDistrict.culture, .name("文化和旅游局"))
        #expect(try said(rename, after: [rename]) == "文化局：名称：文化局 → 文化和旅游局")
        #expect(try said(.amend(SmallDistrict.culture, .rank(.fuke))) == "文化局：级别：正科级 → 副科级")
        #expect(try said(.amend(SmallDistrict.culture, .supervisor(SmallDistrict.tourism))) == "文化局：主管部门：无 → 旅游局")
        #expect(try said(.abolish(SmallDistrict.tourism, successors: [SmallDistrict.culture])) == "旅游局：撤销，职能由文化局承接")
        #expect(try said(.hangPlate(SmallDistrict.culture, "文物局")) == "文化局：加挂牌子“文物局”")
    }

    @Test func headsAndPeople() throws {
        #expect(
            try said(
                .move(
                    SmallDistrict.heads, count: 2, from: .institution(SmallDistrict.culture), to: .districtPool))
                == "行政编制2名：文化局 → 统筹池")
        #expect(try said(.setCeiling(SmallDistrict.heads, nil)) == "行政编制：总量上限未知")
        #expect(
            try said(.leave(SmallDistrict.chen, SmallDistrict.culture, .administrative, .retirement))
                == "人员a1e00000下编：文化局行政编制，退休")
        #expect(try said(.setWorkplace(SmallDistrict.chen, SmallDistrict.tourism)) == "人员a1e00000工作单位：旅游局")
    }

    @Test func aDroppedDutyIsStillNamed() throws {
        let duty = try #require(register.duties[SmallDistrict.museums])
        let drop = Change.dropDuty(SmallDistrict.museums, reason: .none)
        let holder = try #require(register.institutions[duty.holder]?.profile.name)
        // The register after it has the text no longer.
        let leaving = register.matters(of: duty.id).map { Change.leaveMatter($0, duty.id) }
        let gaps = register.matters(of: duty.id).map { Change.setGap($0, .everywhere, true) }
        #expect(try said(drop, after: leaving + gaps + [drop]) == "\(holder)：取消职责“\(duty.text)”")
    }
}
