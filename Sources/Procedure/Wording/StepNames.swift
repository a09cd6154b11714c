import Basics
import Registry

extension Decider {
    /// The name of who decides.
    package var name: Wording {
        switch self {
        case .office: Wording(zh: "编办", en: "the office")
        case .commission: Wording(zh: "编委会", en: "the commission")
        case .nextLevel: Wording(zh: "上一级", en: "the next level")
        }
    }

    /// What it does: 由编委会审议.
    package var deciding: Wording {
        switch self {
        case .office: Wording(zh: "由编办审批", en: "is decided by the office")
        case .commission: Wording(zh: "由编委会审议", en: "is decided by the commission")
        case .nextLevel: Wording(zh: "报上一级审批", en: "is decided by the next level")
        }
    }
}

extension ReviewKind {
    /// The name of the review.
    package var name: Wording {
        switch self {
        case .feasibility: Wording(zh: "论证", en: "review")
        case .legality: Wording(zh: "合法性审查", en: "legality review")
        case .risk: Wording(zh: "风险评估", en: "risk review")
        }
    }
}

extension FilingTime {
    /// When.
    package var name: Wording {
        switch self {
        case .before: Wording(zh: "决定前", en: "before the decision")
        case .after: Wording(zh: "决定后", en: "after the decision")
        }
    }
}

extension ProcedureStep {
    /// The name of the step: 区委组织部会签.
    package var name: Wording {
        switch self {
        case .review(let kind): kind.name
        case .countersigning(let organ): Wording(zh: "\(organ)会签", en: "countersigning by \(organ)")
        case .meeting: Wording(zh: "编委会审议", en: "a meeting of the commission")
        case .approval: Wording(zh: "上一级审批", en: "approval by the next level")
        case .filing(let organ, let time):
            Wording(zh: "\(time.name.zh)报\(organ)备案", en: "filing with \(organ) \(time.name.en)")
        }
    }
}

extension Side {
    /// The name of the side, as a table writes it.
    package var name: Wording {
        switch self {
        case .rank: Wording(zh: "级别", en: "rank")
        case .type: Wording(zh: "机构类型", en: "type")
        case .heads: Wording(zh: "编制类别", en: "kind of heads")
        case .role: Wording(zh: "职务", en: "role")
        case .direction: Wording(zh: "方向", en: "direction")
        case .counterpart: Wording(zh: "对方", en: "counterpart")
        }
    }

    /// The name of a code on this side; 0 is none.
    package func name(of code: UInt8) -> Wording? {
        if code == 0 { return Wording(zh: "无", en: "none") }
        switch self {
        case .rank: return Rank(rawValue: code)?.name
        case .type: return InstitutionType(rawValue: code)?.name
        case .heads: return EstablishmentKind(rawValue: code)?.name
        case .role: return LeaderRole(rawValue: code)?.name
        case .direction: return Direction(rawValue: code)?.name
        case .counterpart: return Counterpart(rawValue: code)?.name
        }
    }
}

extension Direction {
    /// The name of the direction.
    package var name: Wording {
        switch self {
        case .gain: Wording(zh: "增加", en: "gain")
        case .give: Wording(zh: "减少", en: "give")
        }
    }
}

extension Counterpart {
    /// The name of the other side.
    package var name: Wording {
        switch self {
        case .grant: Wording(zh: "上级下达", en: "grant")
        case .districtPool: Wording(zh: "统筹池", en: "pool")
        case .turnoverPool: Wording(zh: "周转池", en: "turnover pool")
        case .returned: Wording(zh: "上缴", en: "returned")
        case .body: Wording(zh: "其他机构", en: "body")
        }
    }
}
