import Basics
import Registry

/// Heads and posts moved, exchanged and put aside; ceilings, and what is unknown.
let ledgerForms: [ChangeForm] = [
    ChangeForm(
        "move", .ledger, Wording(zh: "划转编制或职数", en: "move heads or posts"),
        for: Wording(
            zh: "核增：统筹池 → 机构；核减：机构 → 统筹池；上级下达、上缴同此。",
            en: "From a pool to a body, back to it, or between bodies; from the grant, or returned."),
        [
            .commodity, .count, FormItem("from", Wording(zh: "划出", en: "from"), .holder, hint: .holders),
            FormItem("to", Wording(zh: "划入", en: "to"), .holder, hint: .holders),
        ]
    ) { filling in
        [
            .move(
                filling.commodity("commodity"), count: filling.number("count"), from: filling.holder("from"),
                to: filling.holder("to"))
        ]
    },
    ChangeForm(
        "exchange", .ledger, Wording(zh: "置换编制或职数", en: "exchange heads or posts"),
        for: Wording(
            zh: "一类换另一类，经上级下达账户，须有专门文件。", en: "One kind for another through the grant, on a document of its own."),
        [
            FormItem("holder", Wording(zh: "持有者", en: "holder"), .holder, hint: .holders), .count,
            FormItem("give", Wording(zh: "换出", en: "given"), .commodity),
            FormItem("take", Wording(zh: "换入", en: "taken"), .commodity),
        ]
    ) { filling in
        [
            .exchange(
                filling.holder("holder"), count: filling.number("count"), give: filling.commodity("give"),
                take: filling.commodity("take"))
        ]
    },
    ChangeForm(
        "ceiling", .ledger, Wording(zh: "核定总量上限", en: "ceiling"),
        for: Wording(zh: "上级下达的总量上限。", en: "How much the grant may give out."),
        [
            .commodity,
            FormItem(
                "count", Wording(zh: "上限", en: "ceiling"), .number(0...10_000_000), isRequired: false,
                hint: Wording(zh: "留空为未知", en: "empty: unknown")),
        ]
    ) { filling in [.setCeiling(filling.commodity("commodity"), filling.numberIfAny("count"))] },
    ChangeForm(
        "unknown", .ledger, Wording(zh: "核定数未知", en: "figures unknown"),
        for: Wording(zh: "机构的一组核定数记为未知，或改记已知。", en: "A group of a body's figures is unknown, or now known."),
        [
            .body,
            .terms(
                "group", Wording(zh: "数字", en: "figures"), FigureGroup.self,
                { $0 == .heads ? Wording(zh: "编制", en: "heads") : Wording(zh: "领导职数", en: "leader posts") }),
            FormItem("unknown", Wording(zh: "未知", en: "unknown"), .flag),
        ]
    ) { filling in [.setUnknown(filling.body(), filling.choice("group"), filling.flag("unknown"))] },
    ChangeForm(
        "reserve", .ledger, Wording(zh: "预留编制或职数", en: "put heads or posts aside"),
        for: Wording(
            zh: "为改革预留、周转借用或其他用途预留；用编请填“用编申请”。",
            en:
                "For a reform, a loan out of the turnover pool or a use; requests to use heads have a form of their own."
        ),
        [
            FormItem("holder", Wording(zh: "持有者", en: "holder"), .holder, hint: .holders), .commodity, .count,
            .terms("purpose", Wording(zh: "用途", en: "purpose"), Reservation.Purpose.self, \.name),
            FormItem(
                "for", Wording(zh: "使用单位", en: "for whom"), .body, isRequired: false,
                hint: Wording(zh: "持有者自用的留空", en: "empty where it is the holder")), .lastDay,
        ]
    ) { filling in
        [
            .reserve(
                Reservation(
                    id: filling.identifier(),
                    account: Account(filling.holder("holder"), filling.commodity("commodity")),
                    count: filling.number("count"), purpose: filling.choice("purpose"),
                    beneficiary: filling.bodyIfAny("for"), lastDay: filling.day("until")))
        ]
    },
]

extension Wording {
    fileprivate static let holders = Wording(
        zh: "机构全称，或 统筹池、周转池、上级下达总量、上缴", en: "a body, or: district pool, turnover pool, upper-level grant, returned")
}

extension Reservation.Purpose {
    /// What headcount is put aside for.
    package var name: Wording {
        switch self {
        case .headcountUse: Wording(zh: "用编", en: "headcount use")
        case .reform: Wording(zh: "改革后续波次", en: "a later wave of a reform")
        case .turnover: Wording(zh: "周转借用", en: "loan out of the turnover pool")
        }
    }
}
