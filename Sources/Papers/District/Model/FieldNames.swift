import Basics

extension Field {
    /// What a person calls it, within its table.
    package var name: Wording {
        switch self {
        case .bodySerial: Wording(zh: "序号", en: "serial number")
        case .bodyName: Wording(zh: "机构名称", en: "name")
        case .bodyShortName: Wording(zh: "简称", en: "short name")
        case .bodyOfficeCode: Wording(zh: "机构编码", en: "office code")
        case .bodyPlates: Wording(zh: "加挂牌子", en: "name plates")
        case .bodyType: Wording(zh: "机构类型", en: "type")
        case .bodyRank: Wording(zh: "机构规格", en: "rank")
        case .bodySupervisor: Wording(zh: "主管部门", en: "supervisor")
        case .bodySponsor: Wording(zh: "举办单位", en: "sponsor")
        case .bodyHost: Wording(zh: "合署单位", en: "host of a joint office")
        case .bodyCategory: Wording(zh: "分类", en: "class")
        case .bodyFunding: Wording(zh: "经费形式", en: "funding")
        case .bodyRegistrationCode: Wording(zh: "统一社会信用代码", en: "unified social credit code")
        case .headsAdministrative: Wording(zh: "行政编制", en: "administrative heads")
        case .headsPoliticalLegal: Wording(zh: "政法专项编制", en: "political-legal heads")
        case .headsFull: Wording(zh: "全额事业编制", en: "institution heads, fully funded")
        case .headsPartial: Wording(zh: "差额事业编制", en: "institution heads, partly funded")
        case .headsSelf: Wording(zh: "自收自支事业编制", en: "institution heads, self-supporting")
        case .headsWorker: Wording(zh: "工勤编制", en: "worker heads")
        case .headsInstitution: Wording(zh: "事业编制（按经费形式归类）", en: "institution heads, by the body's funding")
        case .headsTotal: Wording(zh: "编制合计", en: "heads in all")
        case .postsChief: Wording(zh: "正职职数", en: "chief posts")
        case .postsDeputy: Wording(zh: "副职职数", en: "deputy posts")
        case .postsParty: Wording(zh: "党组织职数", en: "Party posts")
        case .postsInternalChief: Wording(zh: "内设机构正职职数", en: "chief posts of internal units")
        case .postsInternalDeputy: Wording(zh: "内设机构副职职数", en: "deputy posts of internal units")
        case .postsTotal: Wording(zh: "领导职数合计", en: "leader posts in all")
        case .postsInternalTotal: Wording(zh: "内设机构职数合计", en: "posts of internal units in all")
        case .bodyDocument: Wording(zh: "批准文号", en: "founding document")
        case .bodyDocumentDate: Wording(zh: "批准时间", en: "date of the founding document")
        case .bodyFounding: Wording(zh: "批准文号及时间", en: "founding document with its date")
        case .factInternalUnits: Wording(zh: "内设机构数", en: "internal units")
        case .factStage: Wording(zh: "学段", en: "school stage")
        case .factClasses: Wording(zh: "班级数", en: "classes")
        case .factPupils: Wording(zh: "学生数", en: "pupils")
        case .factBeds: Wording(zh: "床位数", en: "beds")
        case .factPopulation: Wording(zh: "服务人口", en: "people served")
        case .factIncome: Wording(zh: "年收入", en: "yearly income")
        case .factBusinessIncome: Wording(zh: "经营收入", en: "business income")
        case .factLeadershipSystem: Wording(zh: "领导体制", en: "system of leadership")
        case .factPartyOrganisation: Wording(zh: "党组织形式", en: "form of the Party organisation")
        case .bodyDuties: Wording(zh: "主要职责（一格多条）", en: "duties, all in one cell")
        case .bodyRemark: Wording(zh: "备注", en: "remark")
        case .bodyNode: Wording(zh: "节点编号", en: "number of the node")
        case .bodyParent: Wording(zh: "上级节点编号", en: "number of the node above")
        case .bodyLevel: Wording(zh: "层级", en: "level")
        case .bodyLevelName: Wording(zh: "分级名称", en: "name by level")
        case .bodyInnerUnit: Wording(zh: "内设机构名称", en: "name of an internal unit")
        case .bodyOther: Wording(zh: "其他（不导入）", en: "other, not imported")
        case .personSerial: Wording(zh: "序号", en: "serial number")
        case .personName: Wording(zh: "姓名", en: "name")
        case .personSex: Wording(zh: "性别", en: "sex")
        case .personIdentityNumber: Wording(zh: "身份证号", en: "identity number")
        case .personBirth: Wording(zh: "出生日期", en: "date of birth")
        case .personBody: Wording(zh: "编制所在单位", en: "body of the place")
        case .personBodyCode: Wording(zh: "单位编码", en: "code of the body")
        case .personKind: Wording(zh: "编制类型", en: "kind of establishment")
        case .personFunding: Wording(zh: "经费形式", en: "funding of the place")
        case .personPosition: Wording(zh: "岗位类别", en: "kind of position")
        case .personStatus: Wording(zh: "人员身份", en: "status")
        case .personOnEstablishment: Wording(zh: "是否在编", en: "on the establishment or not")
        case .personRole: Wording(zh: "领导职务层次", en: "leader post")
        case .personTitle: Wording(zh: "职务", en: "title")
        case .personWorkplace: Wording(zh: "实际工作单位", en: "workplace")
        case .personEntryForm: Wording(zh: "进入形式", en: "way of entry")
        case .personEntered: Wording(zh: "入编时间", en: "date of entry")
        case .personRemark: Wording(zh: "备注", en: "remark")
        case .personOther: Wording(zh: "其他（不导入）", en: "other, not imported")
        case .dutySerial: Wording(zh: "序号", en: "serial number")
        case .dutyBody: Wording(zh: "单位名称", en: "body")
        case .dutyBodyCode: Wording(zh: "单位编码", en: "code of the body")
        case .dutyText: Wording(zh: "职责内容", en: "text of the duty")
        case .dutyRemark: Wording(zh: "备注", en: "remark")
        case .matterSerial: Wording(zh: "序号", en: "serial number")
        case .matterName: Wording(zh: "事项名称", en: "name of the matter")
        case .matterCatalogue: Wording(zh: "清单名称", en: "catalogue")
        case .matterRemark: Wording(zh: "备注", en: "remark")
        }
    }

    /// The fields that a column of a table can be given, in their order.
    package static func all(of meaning: Meaning) -> [Field] { allCases.filter { $0.meaning == meaning } }
}

extension Meaning {
    /// What a person calls it.
    package var name: Wording {
        switch self {
        case .bodies: Wording(zh: "机构", en: "bodies")
        case .people: Wording(zh: "人员", en: "people")
        case .duties: Wording(zh: "职责", en: "duties")
        case .matters: Wording(zh: "清单事项", en: "matters")
        case .ignore: Wording(zh: "不读取", en: "left out")
        }
    }
}

extension Problem.Severity {
    /// What a person calls it.
    package var name: Wording {
        switch self {
        case .error: Wording(zh: "错误", en: "error")
        case .warning: Wording(zh: "警告", en: "warning")
        case .note: Wording(zh: "说明", en: "note")
        }
    }
}
