import Basics

extension Action {
    /// The verb of the step.
    package var title: Wording {
        switch self {
        case .merge: Wording(zh: "合并入", en: "merge into")
        case .abolish: Wording(zh: "撤销", en: "abolish")
        case .establish: Wording(zh: "设立", en: "establish")
        case .rename: Wording(zh: "更名", en: "rename")
        case .amend: Wording(zh: "调整", en: "change")
        case .fund: Wording(zh: "调整经费", en: "fund")
        case .moveHeads: Wording(zh: "划转编制", en: "move heads")
        case .cut: Wording(zh: "核减", en: "cut")
        case .setPosts: Wording(zh: "核定职数", en: "set posts")
        case .moveDuties: Wording(zh: "划转、划出职责", en: "move duties")
        case .transfer: Wording(zh: "转隶", en: "transfer")
        case .place: Wording(zh: "安置", en: "place")
        }
    }
}
