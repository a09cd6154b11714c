import Basics

extension MissingStep.Lack {
    /// What is missing: 会议纪要.
    package var name: Wording {
        switch self {
        case .motion: Wording(zh: "缺动议", en: "no motion")
        case .review(let kind): Wording(zh: "缺\(kind.name.zh)意见", en: "no \(kind.name.en)")
        case .reviewInFavour(let kind):
            Wording(zh: "\(kind.name.zh)意见为不同意", en: "the \(kind.name.en) is not in favour")
        case .countersigning(let organ): Wording(zh: "缺\(organ)会签", en: "not countersigned by \(organ)")
        case .agenda: Wording(zh: "未列入会议议程", en: "on no agenda")
        case .meeting: Wording(zh: "缺会议记录", en: "no record of the meeting")
        case .quorum(let present, let needed):
            Wording(zh: "到会\(present)名，不足\(needed)名", en: "\(present) present, \(needed) needed")
        case .majority(let inFavour, let needed):
            Wording(zh: "赞成\(inFavour)名，不足\(needed)名", en: "\(inFavour) in favour, \(needed) needed")
        case .minutes: Wording(zh: "缺会议纪要", en: "no minutes")
        case .approval: Wording(zh: "缺上一级审批", en: "not approved by the next level")
        case .filing(let organ): Wording(zh: "未报\(organ)备案", en: "not filed with \(organ)")
        }
    }

    /// Whose turn it is.
    package var whose: Wording {
        switch self {
        case .motion: Wording(zh: "经办人", en: "the drafter")
        case .review, .reviewInFavour: Wording(zh: "论证审查人", en: "a reviewer")
        case .countersigning(let organ), .filing(let organ): Wording(zh: organ, en: organ)
        case .agenda: Wording(zh: "编办", en: "the office")
        case .meeting, .quorum, .majority: Wording(zh: "编委会", en: "the commission")
        case .minutes: Wording(zh: "编办", en: "the office")
        case .approval: Wording(zh: "上一级", en: "the next level")
        }
    }

    /// The way to it.
    package var way: Wording {
        let command =
            switch self {
            case .motion: "open"
            case .review, .reviewInFavour: "review"
            case .countersigning: "countersign"
            case .agenda: "agenda"
            case .meeting, .quorum, .majority, .minutes: "meeting"
            case .approval: "approve"
            case .filing: "file"
            }
        return Wording(zh: "用 sanding motion \(command) 办理。", en: "See to it with sanding motion \(command).")
    }
}

extension Needs.Ruling {
    /// What it is about, and who decides it: 机构更名由编委会审议.
    package var wording: Wording {
        let some = kinds.prefix(3)
        return Wording(
            zh: some.map(\.name.zh).joined(separator: "、") + (kinds.count > 3 ? "等" : "") + row.decider.deciding.zh,
            en: some.map(\.name.en).joined(separator: ", ") + (kinds.count > 3 ? " and others " : " ")
                + row.decider.deciding.en)
    }
}

extension Needs {
    /// The table's clause that asks for something: 依据《审批权限》第三条.
    package func basis(of row: CompetenceRow) -> Wording {
        Wording(zh: "依据《\(table.name)》\(row.clause)", en: "by “\(table.name)”, \(row.clause)")
    }
}

extension MissingStep {
    /// The step with its row and clause: 机构更名由编委会审议：缺会议纪要。依据《…》第三条。
    package func wording(of table: String) -> Wording {
        guard let ruling = need.rulings.first else { return lack.name }
        return Wording(
            zh: "\(ruling.wording.zh)：\(lack.name.zh)。依据《\(table)》\(ruling.row.clause)。",
            en: "\(ruling.wording.en): \(lack.name.en). By “\(table)”, \(ruling.row.clause).")
    }
}
