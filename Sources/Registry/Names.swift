import Basics

// The names of the register's terms in both languages, as `docs/glossary.md` has them.

extension EstablishmentKind {
    /// The name of the kind.
    package var name: Wording {
        switch self {
        case .administrative: Wording(zh: "行政编制", en: "administrative")
        case .politicalLegal: Wording(zh: "政法专项编制", en: "political and legal")
        case .institutionFull: Wording(zh: "事业编制（全额）", en: "institution, full funding")
        case .institutionPartial: Wording(zh: "事业编制（差额）", en: "institution, partial funding")
        case .institutionSelf: Wording(zh: "事业编制（自收自支）", en: "institution, self-funded")
        case .worker: Wording(zh: "工勤编制", en: "worker")
        }
    }
}

extension LeaderRole {
    /// The name of the role.
    package var name: Wording {
        switch self {
        case .chief: Wording(zh: "正职", en: "chief")
        case .deputy: Wording(zh: "副职", en: "deputy")
        case .party: Wording(zh: "党组织领导", en: "Party leader")
        case .internalChief: Wording(zh: "内设机构正职", en: "internal chief")
        case .internalDeputy: Wording(zh: "内设机构副职", en: "internal deputy")
        }
    }
}

extension Rank {
    /// The name of the rank.
    package var name: Wording {
        switch self {
        case .ungraded: Wording(zh: "未定级", en: "ungraded")
        case .guji: Wording(zh: "股级", en: "sub-section level")
        case .fuke: Wording(zh: "副科级", en: "deputy section level")
        case .zhengke: Wording(zh: "正科级", en: "section level")
        case .fuchu: Wording(zh: "副处级", en: "deputy division level")
        case .zhengchu: Wording(zh: "正处级", en: "division level")
        case .futing: Wording(zh: "副厅级", en: "deputy bureau level")
        case .zhengting: Wording(zh: "正厅级", en: "bureau level")
        }
    }
}

extension InstitutionType {
    /// The name of the type.
    package var name: Wording {
        switch self {
        case .party: Wording(zh: "党委机关", en: "Party organ")
        case .congress: Wording(zh: "人大机关", en: "people's congress")
        case .government: Wording(zh: "行政机关", en: "government department")
        case .consultative: Wording(zh: "政协机关", en: "consultative conference")
        case .supervisory: Wording(zh: "监察机关", en: "supervisory organ")
        case .judicial: Wording(zh: "审判检察机关", en: "court or procuratorate")
        case .massOrganisation: Wording(zh: "群团机关", en: "mass organisation")
        case .township: Wording(zh: "乡镇（街道）", en: "township or subdistrict")
        case .publicInstitution: Wording(zh: "事业单位", en: "public institution")
        case .leadingGroup: Wording(zh: "议事协调机构", en: "leading group")
        case .outside: Wording(zh: "系统外单位（企业）", en: "outside body (enterprise)")
        case .managedFromAbove: Wording(zh: "垂直管理机构", en: "managed from above")
        }
    }
}

extension InstitutionCategory {
    /// The name of the class.
    package var name: Wording {
        switch self {
        case .administrative: Wording(zh: "行政职能类", en: "administrative functions")
        case .welfareOne: Wording(zh: "公益一类", en: "public welfare class I")
        case .welfareTwo: Wording(zh: "公益二类", en: "public welfare class II")
        case .business: Wording(zh: "生产经营类", en: "business")
        }
    }
}

extension Funding {
    /// The name of the funding.
    package var name: Wording {
        switch self {
        case .full: Wording(zh: "财政全额补助", en: "full funding")
        case .partial: Wording(zh: "财政差额补助", en: "partial funding")
        case .selfFunded: Wording(zh: "经费自理", en: "self-funded")
        }
    }
}

extension PositionKind {
    /// The name of the position.
    package var name: Wording {
        switch self {
        case .civilService: Wording(zh: "公务员职位", en: "civil service")
        case .management: Wording(zh: "管理岗位", en: "management")
        case .professional: Wording(zh: "专业技术岗位", en: "professional")
        case .worker: Wording(zh: "工勤岗位", en: "worker")
        }
    }
}

extension PersonStatus {
    /// The name of the status.
    package var name: Wording {
        switch self {
        case .civilServant: Wording(zh: "公务员", en: "civil servant")
        case .byReference: Wording(zh: "参公人员", en: "managed by reference")
        case .management: Wording(zh: "管理人员", en: "management staff")
        case .professional: Wording(zh: "专业技术人员", en: "professional staff")
        case .worker: Wording(zh: "工勤人员", en: "worker")
        case .filedQuota: Wording(zh: "报备员额", en: "filed quota")
        case .contract: Wording(zh: "合同制", en: "on contract")
        case .agency: Wording(zh: "劳务派遣", en: "through an agency")
        case .auxiliary: Wording(zh: "辅助人员", en: "auxiliary")
        }
    }
}

extension ExitCause {
    /// The name of the cause.
    package var name: Wording {
        switch self {
        case .retirement: Wording(zh: "退休", en: "retirement")
        case .death: Wording(zh: "死亡", en: "death")
        case .resignation: Wording(zh: "辞职", en: "resignation")
        case .dismissal: Wording(zh: "辞退开除", en: "dismissal")
        case .transferOut: Wording(zh: "调出", en: "moved out of the district")
        case .toEnterprise: Wording(zh: "转企", en: "into an enterprise")
        }
    }
}

extension ScaleMeasure {
    /// The name of the measure with its unit.
    package var name: Wording {
        switch self {
        case .internalUnits: Wording(zh: "内设机构数", en: "internal units")
        case .classes: Wording(zh: "班级数", en: "classes")
        case .pupils: Wording(zh: "学生数", en: "pupils")
        case .beds: Wording(zh: "床位数", en: "beds")
        case .income: Wording(zh: "年收入（万元）", en: "yearly income (10,000 yuan)")
        case .businessIncome: Wording(zh: "经营收入（万元）", en: "business income (10,000 yuan)")
        case .stage: Wording(zh: "学段", en: "school stage")
        case .population: Wording(zh: "服务人口", en: "people served")
        case .leadershipSystem: Wording(zh: "领导体制", en: "leadership system")
        case .partyOrganisation: Wording(zh: "党组织形式", en: "Party organisation")
        }
    }
}

extension Holder {
    /// The name of a holder that is no body.
    package var name: Wording? {
        switch self {
        case .grant: Wording(zh: "上级下达总量", en: "upper-level grant")
        case .districtPool: Wording(zh: "统筹池", en: "district pool")
        case .turnoverPool: Wording(zh: "周转池", en: "turnover pool")
        case .returned: Wording(zh: "上缴", en: "returned")
        case .institution: nil
        }
    }
}

extension Commodity {
    /// The name of what is counted: 事业编制(全额), 正职(股级).
    package var name: Wording {
        switch self {
        case .heads(let kind): kind.name
        case .posts(let post):
            Wording(
                zh: "\(post.role.name.zh)（\(post.rank.name.zh)）", en: "\(post.role.name.en) (\(post.rank.name.en))")
        }
    }
}

extension MatterRole {
    /// The name of the role.
    package var name: Wording {
        switch self {
        case .lead: Wording(zh: "牵头", en: "leads")
        case .assist: Wording(zh: "配合", en: "assists in")
        case .execute: Wording(zh: "实施", en: "carries out")
        }
    }
}

extension Area {
    /// Where that is.
    package var name: Wording {
        switch self {
        case .everywhere: Wording(zh: "全域", en: "everywhere")
        case .part(let name): Wording(zh: name, en: name)
        }
    }
}

extension Attribute {
    /// What the attribute is called.
    package var title: Wording {
        switch self {
        case .name: Wording(zh: "名称", en: "name")
        case .shortName: Wording(zh: "简称", en: "short name")
        case .type: Wording(zh: "类型", en: "type")
        case .rank: Wording(zh: "级别", en: "rank")
        case .category: Wording(zh: "类别", en: "class")
        case .funding: Wording(zh: "经费形式", en: "funding")
        case .supervisor: Wording(zh: "主管部门", en: "supervisor")
        case .sponsor: Wording(zh: "举办单位", en: "sponsor")
        case .host: Wording(zh: "合署单位", en: "host")
        case .officeCode: Wording(zh: "机构编码", en: "office code")
        case .registrationCode: Wording(zh: "统一社会信用代码", en: "registration code")
        case .founding: Wording(zh: "批准文号和时间", en: "founding document")
        case .fact(let measure, _): measure.name
        }
    }
}

extension Act.Basis {
    /// The name of the kind of decision.
    package var name: Wording {
        switch self {
        case .opening: Wording(zh: "基线", en: "opening")
        case .daily: Wording(zh: "日常", en: "daily")
        case .plan: Wording(zh: "改革方案", en: "plan")
        case .counter: Wording(zh: "撤回", en: "counter")
        case .correction: Wording(zh: "更正", en: "correction")
        }
    }
}
