import Basics

extension Motion.Stage {
    /// The name of the stage.
    package var name: Wording {
        switch self {
        case .motion: Wording(zh: "动议", en: "motion")
        case .review: Wording(zh: "论证", en: "review")
        case .deliberation: Wording(zh: "审议决定", en: "decision")
        case .implementation: Wording(zh: "组织实施", en: "implementation")
        }
    }
}

extension MotionMatter {
    /// The name of what is moved.
    package var name: Wording {
        switch self {
        case .plan: Wording(zh: "改革方案", en: "plan")
        case .rules: Wording(zh: "采用规则包", en: "adoption of rules")
        case .competence: Wording(zh: "采用权限表", en: "adoption of a competence table")
        case .counter: Wording(zh: "撤回决定", en: "undoing of an Act")
        case .wave: Wording(zh: "后续波次", en: "later wave of a plan")
        case .daily: Wording(zh: "日常事项", en: "daily work")
        }
    }
}

extension MotionDeed {
    /// What happened, without who and when.
    package var wording: Wording {
        switch self {
        case .moved(_, _, let organ): Wording(zh: "\(organ)动议", en: "moved by \(organ)")
        case .reviewed(let kind, let inFavour):
            Wording(
                zh: kind.name.zh + (inFavour ? "同意" : "不同意"),
                en: kind.name.en + (inFavour ? " in favour" : " not in favour"))
        case .returned: Wording(zh: "退回", en: "returned")
        case .placed(let day, let item):
            Wording(zh: "列入\(day)会议第\(item)项议程", en: "item \(item) of the meeting on \(day)")
        case .met(let meeting):
            Wording(
                zh: "编委会审议，到会\(meeting.present.count)名、缺席\(meeting.absent.count)名、赞成\(meeting.inFavour)名，"
                    + (meeting.minutes.map { "纪要\($0)" } ?? "尚无纪要"),
                en: "deliberated: \(meeting.present.count) present, \(meeting.absent.count) absent, "
                    + "\(meeting.inFavour) in favour, "
                    + (meeting.minutes.map { "minutes \($0)" } ?? "no minutes yet"))
        case .countersigned(let organ, let document):
            Wording(zh: "\(organ)会签（\(document)）", en: "countersigned by \(organ) (\(document))")
        case .approved(let organ, let document):
            Wording(zh: "\(organ)审批（\(document)）", en: "approved by \(organ) (\(document))")
        case .filed(let organ, let document):
            Wording(zh: "报\(organ)备案（\(document)）", en: "filed with \(organ) (\(document))")
        case .withdrawn: Wording(zh: "撤回", en: "withdrawn")
        case .remarked: Wording(zh: "意见", en: "remark")
        case .requested(_, _, let organ): Wording(zh: "\(organ)申报", en: "filed by \(organ)")
        }
    }
}

extension Waiting {
    /// What it waits for and whose turn it is.
    package var wording: Wording {
        switch self {
        case .drafter: Wording(zh: "待经办人修改后重新提出", en: "the drafter: to be mended and moved again")
        case .takingOn: Wording(zh: "待编办受理", en: "the office: to be taken on")
        case .step(let step), .filing(let step):
            Wording(
                zh: "待\(step.lack.whose.zh)：\(step.lack.name.zh)", en: "\(step.lack.whose.en): \(step.lack.name.en)")
        case .decision(let decider):
            Wording(zh: "步骤齐备，待决定（\(decider.name.zh)）", en: "every step is there: to be decided (\(decider.name.en))")
        case .table(let kind):
            Wording(
                zh: "权限表没有规定“\(kind.name.zh)”由谁审批", en: "the table doesn't say who decides “\(kind.name.en)”")
        }
    }
}
