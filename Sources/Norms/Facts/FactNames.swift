import Basics
import Registry

extension Fact {
    /// The name of the fact as packs write it.
    package var name: Wording {
        switch self {
        case .type: Wording(zh: "机构类型", en: "type")
        case .rank: Wording(zh: "规格", en: "rank")
        case .category: Wording(zh: "类别", en: "class")
        case .funding: Wording(zh: "经费形式", en: "funding")
        case .stage: Wording(zh: "学段", en: "stage")
        case .leadershipSystem: Wording(zh: "领导体制", en: "leadership system")
        case .partyOrganisation: Wording(zh: "党组织形式", en: "party organisation")
        case .supervisorType: Wording(zh: "主管部门类型", en: "supervisor type")
        case .heads: Wording(zh: "编制数", en: "heads")
        case .administrativeHeads: Wording(zh: "行政编制", en: "administrative heads")
        case .politicalLegalHeads: Wording(zh: "政法专项编制", en: "political and legal heads")
        case .fullHeads: Wording(zh: "全额事业编制", en: "fully funded heads")
        case .partialHeads: Wording(zh: "差额事业编制", en: "partly funded heads")
        case .selfFundedHeads: Wording(zh: "自收自支事业编制", en: "self-funded heads")
        case .workerHeads: Wording(zh: "工勤编制", en: "worker heads")
        case .occupied: Wording(zh: "实有数", en: "occupied")
        case .internalUnits: Wording(zh: "内设机构数", en: "internal units")
        case .unitHeads: Wording(zh: "内设机构编制", en: "unit heads")
        case .classes: Wording(zh: "班级数", en: "classes")
        case .pupils: Wording(zh: "学生数", en: "pupils")
        case .beds: Wording(zh: "床位数", en: "beds")
        case .population: Wording(zh: "服务人口", en: "population")
        case .income: Wording(zh: "年收入", en: "income")
        case .businessIncome: Wording(zh: "经营收入", en: "business income")
        case .subordinates: Wording(zh: "所属机构数", en: "subordinates")
        case .duties: Wording(zh: "职责条数", en: "duties")
        case .name: Wording(zh: "名称", en: "name")
        case .dutyTexts: Wording(zh: "职责", en: "duty texts")
        }
    }

    /// What one of it is called: 名 for heads, 个 for classes; empty for choices and texts.
    package var unit: Wording {
        switch self {
        case .heads, .administrativeHeads, .politicalLegalHeads, .fullHeads, .partialHeads, .selfFundedHeads,
            .workerHeads, .unitHeads:
            Wording(zh: "名", en: "")
        case .occupied, .pupils, .population: Wording(zh: "人", en: "")
        case .internalUnits, .classes, .subordinates: Wording(zh: "个", en: "")
        case .beds: Wording(zh: "张", en: "")
        case .income, .businessIncome: Wording(zh: "万元", en: " (10,000 yuan)")
        case .duties: Wording(zh: "条", en: "")
        default: Wording(zh: "", en: "")
        }
    }

    /// The codes a choice fact can have, in order; empty for numbers and texts.
    package var codes: [Int] {
        switch self {
        case .type, .supervisorType: InstitutionType.allCases.map { Int($0.rawValue) }
        case .rank: Rank.allCases.map { Int($0.rawValue) }
        case .category: InstitutionCategory.allCases.map { Int($0.rawValue) }
        case .funding: Funding.allCases.map { Int($0.rawValue) }
        case .stage: ScaleMeasure.stage.choices
        case .leadershipSystem: ScaleMeasure.leadershipSystem.choices
        case .partyOrganisation: ScaleMeasure.partyOrganisation.choices
        default: []
        }
    }

    /// The name of a code of a choice fact; nil for a code it does not have.
    package func name(of code: Int) -> Wording? {
        guard codes.contains(code), let raw = UInt8(exactly: code) else { return nil }
        switch self {
        case .type, .supervisorType: return InstitutionType(rawValue: raw)?.name
        case .rank: return Rank(rawValue: raw)?.name
        case .category: return InstitutionCategory(rawValue: raw)?.name
        case .funding: return Funding(rawValue: raw)?.name
        case .stage: return ScaleMeasure.stage.name(of: code)
        case .leadershipSystem: return ScaleMeasure.leadershipSystem.name(of: code)
        case .partyOrganisation: return ScaleMeasure.partyOrganisation.name(of: code)
        default: return nil
        }
    }
}
