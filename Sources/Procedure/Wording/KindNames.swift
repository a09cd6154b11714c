import Basics

extension ChangeKind {
    /// The name of the kind, as a table writes it: 机构更名, rename.
    package var name: Wording { Wording(zh: chinese, en: rawValue) }

    private var chinese: String {
        switch self {
        case .establish: "设立机构"
        case .abolish: "撤销机构"
        case .restore: "恢复机构"
        case .rename: "机构更名"
        case .shortName: "规范简称"
        case .type: "机构类型"
        case .rank: "机构规格"
        case .category: "机构分类"
        case .funding: "经费形式"
        case .supervisor: "主管部门"
        case .sponsor: "举办单位"
        case .host: "合署办公"
        case .officeCode: "机构编码"
        case .registration: "信用代码"
        case .founding: "设立文件"
        case .scaleFact: "规模数据"
        case .hangPlate: "加挂牌子"
        case .removePlate: "摘除牌子"
        case .addUnit: "增设内设机构"
        case .dropUnit: "撤销内设机构"
        case .moveHeads: "调整编制"
        case .movePosts: "调整领导职数"
        case .exchange: "编制置换"
        case .ceiling: "编制总量"
        case .unknownFigures: "数据待核"
        case .reserve: "用编预留"
        case .settle: "使用预留"
        case .voidReservation: "取消预留"
        case .expire: "预留到期"
        case .lock: "锁定编制"
        case .unlock: "解除锁定"
        case .stateDuty: "明确职责"
        case .reviseDuty: "修改职责"
        case .moveDuty: "划转职责"
        case .dropDuty: "取消职责"
        case .defineMatter: "设立事项"
        case .joinMatter: "认定事项"
        case .leaveMatter: "退出事项"
        case .gap: "职责踏空"
        case .registerPerson: "人员登记"
        case .amendPersonal: "人员信息"
        case .disputed: "身份存疑"
        case .enrol: "人员上编"
        case .leave: "人员下编"
        case .transfer: "人员转隶"
        case .appoint: "领导任职"
        case .position: "人员岗位"
        case .workplace: "工作单位"
        case .status: "人员身份"
        case .adoptRules: "采用规则"
        case .repealRules: "停用规则"
        case .competence: "审批权限"
        case .openTolerance: "设容忍项"
        case .moveTolerance: "转移容忍项"
        case .closeTolerance: "取消容忍项"
        case .reverse: "撤销变动"
        }
    }
}

extension ChangeKind.Group {
    /// The name of the group, as a table writes it.
    package var name: Wording {
        switch self {
        case .bodies: Wording(zh: "机构", en: rawValue)
        case .units: Wording(zh: "内设机构", en: rawValue)
        case .heads: Wording(zh: "编制", en: rawValue)
        case .posts: Wording(zh: "领导职数", en: rawValue)
        case .duties: Wording(zh: "职责", en: rawValue)
        case .people: Wording(zh: "人员", en: rawValue)
        case .rules: Wording(zh: "规则", en: rawValue)
        case .record: Wording(zh: "台账", en: rawValue)
        case .all: Wording(zh: "全部", en: rawValue)
        }
    }
}
