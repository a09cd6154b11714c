import Norms
import Registry

/// The words of a pack's file: each in Chinese and English, in one table each.
enum PackNames {
    /// Field names in Chinese and what they are called here; the English name is accepted as well.
    static let fields: [String: String] = [
        "规则包": "pack", "代码": "code", "地区": "region", "层级": "level", "文件": "document", "施行": "from",
        "施行日期": "from", "失效": "until", "失效日期": "until", "可信度": "certainty", "来源": "source", "说明": "note",
        "定义": "definitions", "条款": "clauses", "名称": "title", "文号": "number", "印发": "issued", "印发日期": "issued",
        "条": "clause", "文": "text", "核定": "decides", "适用": "applies", "依据": "by", "分档": "bands", "数": "value",
        "比例": "ratio", "取整": "rounding", "报批": "refer", "不核": "none", "另按": "elsewhere", "增加": "adds",
        "构成": "makeup", "酌情": "discretion", "每": "per", "系数": "factor",
        "生效日期": "from", "施行时间": "from", "失效时间": "until", "印发时间": "issued", "发布日期": "issued",
        "文件名称": "title", "核定事项": "decides", "适用范围": "applies", "适用对象": "applies", "条文": "text", "档次": "bands",
        // Of a competence table.
        "审批权限表": "table", "会议": "meeting", "成员": "members", "到会": "present", "赞成": "in favour", "事项": "kinds",
        "审批": "decider", "须有": "steps", "会签": "countersigning", "备案": "filing", "何时": "when",
    ]

    /// What a clause can decide by, of which it has exactly one.
    static let decisions = ["bands", "value", "ratio", "refer", "none", "elsewhere", "adds"]

    /// Words that put conditions together or ask for texts.
    static let combinators: [String: String] = [
        "不": "not", "非": "not", "任一": "any", "均": "all", "是": "is", "属于": "is", "名称含": "name contains",
        "名称尾": "name ends", "职责含": "duties contain",
    ]

    static let levels: [String: RulePack.Level] = [
        "国家": .nation, "nation": .nation, "省": .province, "province": .province, "市": .city, "city": .city,
        "区县": .district, "区": .district, "县": .district, "district": .district, "国家级": .nation, "省级": .province,
        "自治区": .province, "直辖市": .province, "provincial": .province, "市级": .city, "地市": .city, "地级市": .city,
        "州": .city, "自治州": .city, "盟": .city, "municipal": .city, "县级": .district, "区级": .district, "县市区": .district,
        "县级市": .district, "旗": .district, "county": .district,
    ]

    static let certainties: [String: RulePack.Certainty] = [
        "原文": .original, "原件": .original, "original": .original, "转引": .quoted, "quoted": .quoted, "推断": .inferred,
        "inferred": .inferred, "样板": .model, "model": .model,
    ]

    static let roundings: [String: Rounding] = [
        "进一": .up, "向上取整": .up, "进位": .up, "up": .up, "四舍五入": .nearest, "nearest": .nearest, "舍去": .down, "向下取整": .down,
        "down": .down,
    ]

    static let unknown: Set<String> = ["未知", "unknown"]
    static let known: Set<String> = ["已知", "known"]
    static let undated: Set<String> = ["不详", "unknown"]

    static let items: [String: NormItem] = {
        var names: [String: NormItem] = [
            "leaders": .leaders, "chief": .chief, "deputy": .deputy, "party": .party, "unit leaders": .unitLeaders,
            "mid-level": .midLevel, "internal units": .internalUnits, "staff": .staff, "small body": .smallBody,
            "management share": .managementShare, "professional share": .professionalShare,
            "worker share": .workerShare, "工勤技能岗位比例": .workerShare, "单位领导职数": .leaders, "正职职数": .chief,
            "副职职数": .deputy, "党组织领导职数": .party, "中层干部职数": .midLevel, "中层领导职数": .midLevel, "小机构": .smallBody,
            "编制标准": .staff, "编制": .staff,
        ]
        for item in NormItem.allCases { names[item.name.zh] = item }
        return names
    }()

    /// Facts that conditions and 依据 name; texts are asked for by combinators.
    static let facts: [String: Fact] = {
        var names: [String: Fact] = [
            "级别": .rank, "分类": .category, "经费": .funding, "学校类型": .stage, "事业编制（全额）": .fullHeads,
            "事业编制（差额）": .partialHeads, "事业编制（自收自支）": .selfFundedHeads, "实有人数": .occupied,
            "类型": .type, "核定编制": .heads, "核定编制数": .heads, "总编制": .heads, "编制": .heads, "行政编制数": .administrativeHeads,
            "内设机构编制数": .unitHeads, "班级": .classes, "班数": .classes, "学生": .pupils, "在校生数": .pupils, "床位": .beds,
            "病床数": .beds, "人口": .population, "unit headcount": .unitHeads, "internal unit heads": .unitHeads,
        ]
        for fact in Fact.allCases where fact.kind != .text {
            names[fact.name.zh] = fact
            names[fact.name.en] = fact
        }
        for (name, fact) in names { names[halfWidth(name)] = fact }
        return names
    }()

    /// What the values of a choice are called; a word may stand for several codes (科级, 机关).
    static func codes(of fact: Fact) -> [String: [Int]] {
        var names: [String: [Int]] = [:]
        for code in fact.codes {
            guard let name = fact.name(of: code) else { continue }
            for word in name.zh.split(separator: "/") + name.en.split(separator: "/") { names[String(word)] = [code] }
            names[name.zh] = [code]
            names[halfWidth(name.zh)] = [code]
        }
        for (word, codes) in others[fact] ?? [:] { names[word] = codes }
        if fact == .rank { for rank in Rank.allCases { names["\(rank)"] = ranks(rank) } }
        return names
    }

    /// A word with its brackets as they are typed in a hurry.
    private static func halfWidth(_ word: String) -> String {
        word.replacing("（", with: "(").replacing("）", with: ")")
    }

    private static let organs: [InstitutionType] = [
        .party, .congress, .government, .consultative, .supervisory, .judicial, .massOrganisation,
    ]

    private static let types: [String: [Int]] = [
        "机关": organs.map { Int($0.rawValue) }, "organ": organs.map { Int($0.rawValue) },
        "党的机关": [Int(InstitutionType.party.rawValue)], "政府部门": [Int(InstitutionType.government.rawValue)],
        "政府工作部门": [Int(InstitutionType.government.rawValue)], "群团": [Int(InstitutionType.massOrganisation.rawValue)],
        "群众团体": [Int(InstitutionType.massOrganisation.rawValue)],
        "乡镇": [Int(InstitutionType.township.rawValue)], "街道": [Int(InstitutionType.township.rawValue)],
        "乡镇街道": [Int(InstitutionType.township.rawValue)], "township": [Int(InstitutionType.township.rawValue)],
        "企业": [Int(InstitutionType.outside.rawValue)], "government": [Int(InstitutionType.government.rawValue)],
        "party": [Int(InstitutionType.party.rawValue)], "congress": [Int(InstitutionType.congress.rawValue)],
    ]

    private static func ranks(_ ranks: Rank...) -> [Int] { ranks.map { Int($0.rawValue) } }

    private static let others: [Fact: [String: [Int]]] = [
        .type: types, .supervisorType: types,
        .rank: [
            "科级": ranks(.fuke, .zhengke), "处级": ranks(.fuchu, .zhengchu), "厅级": ranks(.futing, .zhengting),
            "正科": ranks(.zhengke), "副科": ranks(.fuke), "正处": ranks(.zhengchu), "副处": ranks(.fuchu),
            "正县级": ranks(.zhengchu), "副县级": ranks(.fuchu), "县级": ranks(.fuchu, .zhengchu), "股所级": ranks(.guji),
            "未定规格": ranks(.ungraded),
        ],
        .category: ["行政类": [1], "公益类": [2, 3], "administrative": [1], "class I": [2], "class II": [3]],
        .funding: [
            "全额": [1], "全额拨款": [1], "full": [1], "差额": [2], "差额拨款": [2], "partial": [2], "自收自支": [3], "自理": [3],
            "self": [3],
        ],
        .stage: ["职高": [7], "中职": [7], "职业学校": [7], "nine-year": [5], "twelve-year": [6]],
        .leadershipSystem: [
            "党组织领导的校长负责制": [1], "党委领导下的院长负责制": [1], "校长负责制": [2], "院长负责制": [2], "party": [1], "chief": [2],
        ],
        .partyOrganisation: ["党的基层委员会": [3], "总支": [2], "支部": [1]],
    ]
}
