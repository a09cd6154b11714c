import Norms
import Procedure
import Registry

/// The words of a competence table's file: each in Chinese and English, in one table each.
enum CompetenceNames {
    /// Kinds of change, one by one or together.
    static let kinds: [String: Set<ChangeKind>] = {
        var names: [String: Set<ChangeKind>] = [
            "设立": [.establish], "撤销": [.abolish], "恢复": [.restore], "更名": [.rename], "规格": [.rank], "分类": [.category],
            "经费": [.funding], "牌子": [.hangPlate, .removePlate], "编制划转": [.moveHeads], "核定编制": [.moveHeads],
            "核定领导职数": [.movePosts], "预留": [.reserve, .settle, .voidReservation, .expire], "任职": [.appoint],
            "上编": [.enrol], "下编": [.leave], "转隶": [.transfer],
            "容忍项": [.openTolerance, .moveTolerance, .closeTolerance],
        ]
        for kind in ChangeKind.allCases {
            names[kind.name.zh] = [kind]
            names[kind.name.en] = [kind]
        }
        for group in ChangeKind.Group.allCases {
            names[group.name.zh] = group.kinds
            names[group.name.en] = group.kinds
        }
        return names
    }()

    static let deciders: [String: Decider] = [
        "编办": .office, "office": .office, "编委": .commission, "编委会": .commission, "commission": .commission,
        "上一级": .nextLevel, "上级": .nextLevel, "next level": .nextLevel,
    ]

    /// Steps that name no organ.
    static let steps: [String: ProcedureStep] = [
        "论证": .review(.feasibility), "review": .review(.feasibility), "合法性审查": .review(.legality),
        "legality review": .review(.legality), "风险评估": .review(.risk), "risk review": .review(.risk),
        "会议": .meeting, "meeting": .meeting, "上级审批": .approval, "approval": .approval,
    ]

    static let times: [String: FilingTime] = [
        "决定前": .before, "before": .before, "决定后": .after, "after": .after,
    ]

    /// What conditions are about.
    static let sides: [String: Side] = {
        var names: [String: Side] = ["规格": .rank, "类型": .type]
        for side in Side.allCases {
            names[side.name.zh] = side
            names[side.name.en] = side
        }
        return names
    }()

    static let counts: Set<String> = ["数量", "count"]

    /// The values of a side; a word may stand for several codes (科级, 机关).
    static func codes(of side: Side) -> [String: [UInt8]] {
        var names: [String: [UInt8]] = [:]
        switch side {
        case .rank: names = PackNames.codes(of: .rank).mapValues { $0.map(UInt8.init) }
        case .type: names = PackNames.codes(of: .type).mapValues { $0.map(UInt8.init) }
        case .heads:
            names["事业编制"] = [EstablishmentKind.institutionFull, .institutionPartial, .institutionSelf].map(\.rawValue)
            names["institution"] = names["事业编制"]
        case .role:
            names["单位领导"] = [LeaderRole.chief, .deputy, .party].map(\.rawValue)
            names["leaders"] = names["单位领导"]
            names["内设机构领导"] = [LeaderRole.internalChief, .internalDeputy].map(\.rawValue)
            names["internal leaders"] = names["内设机构领导"]
        case .direction, .counterpart: break
        }
        for code in UInt8(1)...15 {
            guard let name = side.name(of: code) else { continue }
            names[name.zh] = [code]
            names[name.en] = [code]
        }
        return names
    }
}
