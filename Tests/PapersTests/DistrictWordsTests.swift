import Registry
import Testing

@testable import Papers

/// Headers, values and names by their words.
@Suite struct DistrictWordsTests {
    let vocabulary: Vocabulary

    init() throws { vocabulary = try .bundled() }

    private func field(_ lines: String..., in meaning: Meaning = .bodies) -> Field? {
        vocabulary.headers.match(lines).candidates.filter { $0.field.meaning == meaning }.max {
            $0.confidence < $1.confidence
        }?.field
    }

    @Test func plainHeaders() {
        #expect(field("机构名称") == .bodyName)
        #expect(field(" 机 构\n名 称 ") == .bodyName)
        #expect(field("主管部门(单位)") == .bodySupervisor)
        #expect(field("统一社会信用代码(18位)") == .bodyRegistrationCode)
        #expect(field("Institution Name") == .bodyName)
        #expect(field("公民身份号码", in: .people) == .personIdentityNumber)
        #expect(field("基本情况", "机构名称") == .bodyName)
        #expect(field("批准", "文号") == .bodyDocument)
        #expect(field("其中:经营性收入(万元)") == .factBusinessIncome)
        #expect(field("完全不相干的一列") == nil)
    }

    @Test func figureHeaders() {
        #expect(field("核定编制数", "行政") == .headsAdministrative)
        #expect(field("核定编制数", "全额事业") == .headsFull)
        #expect(field("编制情况(名)", "事业编制", "差额拨款") == .headsPartial)
        #expect(field("行政编制(名)") == .headsAdministrative)
        #expect(field("核定全额拨款事业编制数") == .headsFull)
        #expect(field("机关工勤编制") == .headsWorker)
        #expect(field("政法专项编制") == .headsPoliticalLegal)
        #expect(field("事业编制") == .headsInstitution)
        #expect(field("核定编制总数") == .headsTotal)
        #expect(field("编制数", "小计") == .headsTotal)
        #expect(field("领导职数", "正职") == .postsChief)
        #expect(field("单位领导职数(副职)") == .postsDeputy)
        #expect(field("内设机构领导职数", "正职") == .postsInternalChief)
        #expect(field("中层干部职数", "副") == .postsInternalDeputy)
        #expect(field("党组织领导职数") == .postsParty)
        #expect(field("Approved headcount", "Political and legal") == .headsPoliticalLegal)
    }

    @Test func figuresThatAreNotApproved() {
        for lines in [["实有人数", "行政"], ["行政编制", "实有数"], ["空编数"], ["2019年实有", "事业"], ["原核定编制", "行政"], ["超编人数"]] {
            let match = vocabulary.headers.match(lines)
            #expect(match.isLeftOut, "\(lines)")
            #expect(!match.candidates.contains { $0.field.isFigure }, "\(lines)")
        }
        #expect(!vocabulary.headers.match(["核定编制数", "行政"]).isLeftOut)
    }

    @Test func unitsInHeaders() {
        #expect(vocabulary.headers.match(["年收入(万元)"]).scales["money"] == 1)
        #expect(vocabulary.headers.match(["年收入(单位:元)"]).scales["money"] == 0.0001)
        #expect(vocabulary.headers.match(["年收入(亿元)"]).scales["money"] == 10_000)
        #expect(vocabulary.headers.match(["服务人口(万人)"]).scales["count"] == 10_000)
        #expect(vocabulary.headers.match(["年收入"]).scales.isEmpty)
    }

    @Test func values() {
        let values = vocabulary.values
        #expect(values.types.read("区政府工作部门") == .value(.government))
        #expect(values.types.read("某区直属事业单位(参公)") == .understood(.publicInstitution))
        #expect(values.ranks.read("副科级") == .value(.fuke))
        #expect(values.ranks.read("相当于正科级(高配)").value == .zhengke)
        #expect(values.kinds.read("事业编制(全额)") == .value(.kind(.institutionFull)))
        #expect(values.kinds.read("编外") == .none)
        #expect(values.categories.read("公益Ⅱ类") == .value(.welfareTwo))
        #expect(values.fundings.read("自收自支") == .value(.selfFunded))
        #expect(values.fundings.read("天上掉下来") == .unknown)
        #expect(values.stages.read("九年一贯制学校") == .value(5))
    }

    @Test func partyColumns() {
        let systems = vocabulary.values.leadershipSystems
        for text in ["党组织领导的校长负责制", "党委领导下的院长负责制", "实行党支部领导的校长负责制", "党总支领导下的园长负责制"] {
            #expect(systems.read(text).value == 1, "\(text)")
        }
        for text in ["校长负责制", "行政首长负责制", "实行所长负责制"] { #expect(systems.read(text).value == 2, "\(text)") }
        #expect(systems.read("另行明确") == .unknown)
        let forms = vocabulary.values.partyOrganisations
        let written = ["未设": 0, "未建立党组织": 0, "无": 0, "党支部": 1, "联合党支部": 1, "党总支": 2, "党委": 3, "中共某中学总支部": 2]
        for (text, value) in written { #expect(forms.read(text).value == value, "\(text)") }
        #expect(forms.read("另行明确") == .unknown)
        #expect(field("领导体制") == .factLeadershipSystem && field("党组织设置形式") == .factPartyOrganisation)
        #expect(field("党组织领导职数") == .postsParty)
    }

    @Test func titles() {
        let titles = vocabulary.values.titles
        #expect(titles.role("局长") == .chief && titles.role("党组书记、局长") == .chief && titles.role("副局长") == .deputy)
        #expect(titles.role("党支部书记") == .party && titles.role("办公室主任") == .internalChief)
        #expect(titles.role("人事科副科长") == .internalDeputy && titles.role("办公室副主任") == .internalDeputy)
        #expect(titles.role("书记", of: .party) == .chief && titles.role("副书记", of: .party) == .deputy)
        #expect(titles.role("书记", of: .massOrganisation) == .chief && titles.role("书记", of: .township) == .party)
        #expect(titles.role("机关党委书记", of: .party) == .party && titles.role("书记") == .party)
        #expect(titles.role("一级科员") == nil && titles.role("主任医师") == nil && titles.role("") == nil)
    }

    @Test func dutiesOfOneCell() {
        #expect(splitDuties("1.拟订政策；2.指导生产；3.承办其他事项。") == ["拟订政策", "指导生产", "承办其他事项。"])
        #expect(splitDuties("1、养护道路 2、管理路灯") == ["养护道路", "管理路灯"])
        #expect(splitDuties("（一）水资源管理\n（二）农村供水") == ["水资源管理", "农村供水"])
        #expect(splitDuties("(一)防汛;(二)抗旱") == ["防汛", "抗旱"])
        // Numbers that don't count items: a decimal, a list that begins elsewhere, one inside a sentence.
        #expect(splitDuties("1.5米以上沟渠的养护；2.渠道清淤") == ["1.5米以上沟渠的养护；2.渠道清淤"])
        #expect(splitDuties("落实第2.条要求；3.其他") == ["落实第2.条要求；3.其他"])
        #expect(splitDuties("负责12345热线；2.不相干") == ["负责12345热线；2.不相干"])
    }

    @Test func numberingAndGroups() {
        #expect(withoutNumbering("一、党委机关") == "党委机关")
        #expect(withoutNumbering("(二)政府工作部门") == "政府工作部门")
        #expect(withoutNumbering("3.事业单位") == "事业单位")
        #expect(withoutNumbering("第一中学") == "第一中学")
        #expect(withoutNumbering("一中") == "一中")
        #expect(vocabulary.groups.group("(二)政府工作部门(25个)") == "government")
        #expect(vocabulary.groups.group("安和区教育局") == nil)
    }

    private func index(_ names: [String], prefix: String, given: [String: String] = [:]) -> NameIndex {
        NameIndex(
            names.map { NameIndex.Entry(name: $0) }, keys: NameKeys(prefix: prefix, words: vocabulary.names),
            given: given)
    }

    @Test(
        arguments: [
            ("安和区教育局", 0), ("教育局", 0), ("区教育局", 0), ("安和区 教育局", 0), ("金市安和区教育局", 0), ("中共安和区委办公室", 1), ("区委办公室", 1),
            ("安和区委办公室", 1),
            ("安和区政府办公室", 2), ("区政府办公室", 2), ("人力资源和社会保障局", 3), ("人社局", 3), ("安和区人力资源与社会保障局", 3), ("龙潭镇", 4),
            ("安和区龙潭镇", 4),
            ("东屏街道", 5), ("安和区东屏街道办事处", 5), ("教育局(本级)", 0), ("城关镇中心小学", 6),
        ])
    func namesAreFound(written: String, place: Int) {
        var index = index(
            ["安和区教育局", "中共安和区委办公室", "安和区人民政府办公室", "安和区人力资源和社会保障局", "安和区龙潭镇人民政府", "安和区人民政府东屏街道办事处", "安和区城关镇中心小学"],
            prefix: "安和区")
        guard case .one(let found, _) = index.find(written) else {
            Issue.record("\(written) was not found: \(index.find(written))")
            return
        }
        #expect(found == place)
    }

    @Test func namesAreNotGuessed() {
        var index = index(
            ["安和区卫生健康局", "安和区文物保护中心", "安和区便民服务中心", "安和区第一中学", "安和区枫泾镇第一中学", "安和区松岗镇第一中学"], prefix: "安和区")
        // A look-alike is a suggestion only.
        #expect(index.find("安和区文物保护中兴") == .none(alike: [1]))
        #expect(index.find("卫健局") == .one(0, .spelling))
        // A longer name is another body, unless only regions stand before it.
        #expect(index.find("东屏街道便民服务中心") == .none(alike: []))
        #expect(index.find("第一中学") == .one(3, .spelling))
        #expect(index.find("镇第一中学") == .several([4, 5]))
        #expect(index.find("泾镇第一中学") == .one(4, .suffix))
        #expect(index.find("某某公司") == .none(alike: []))
    }

    @Test func aClerksNameHolds() {
        var index = index(["安和区教育局", "安和区体育局"], prefix: "安和区", given: ["教体 局": "安和区体育局"])
        #expect(index.find("教体局") == .one(1, .spelling))
    }

    @Test func prefixes() {
        let words = vocabulary.names
        #expect(findPrefix(["安和区教育局", "安和区财政局", "中共安和区委办公室", "教育局"], hints: [], words: words) == "安和区")
        #expect(findPrefix(["菏泽市定陶区教育局", "菏泽市定陶区财政局", "山东省菏泽市定陶公证处"], hints: [], words: words) == "菏泽市定陶区")
        #expect(findPrefix(["教育局", "财政局"], hints: ["清水县机关事业单位一览表"], words: words) == "清水县")
        #expect(findPrefix(["教育局", "东风社区卫生站", "西街社区卫生站"], hints: [], words: words) == "")
    }
}
