import Basics
import Registry

/// What a body is, one attribute a form.
let attributeForms: [ChangeForm] = [
    amendment(
        "rename", Wording(zh: "机构更名", en: "rename a body"),
        FormItem("name", Wording(zh: "新名称", en: "new name"), .name)
    ) { .name($0.text("name")) },
    amendment(
        "short-name", Wording(zh: "变更简称", en: "change of short name"), .mayBeNone("short", .shortName(nil), .name)
    ) {
        .shortName($0.textIfAny("short"))
    },
    amendment(
        "type", Wording(zh: "变更类型", en: "change of type"),
        .terms("type", Wording(zh: "类型", en: "type"), InstitutionType.self, \.name)
    ) { .type($0.choice("type")) },
    amendment(
        "rank", Wording(zh: "变更级别", en: "change of rank"),
        .mayBeNone("rank", .rank(nil), .choice(Rank.allCases.map(\.name)))
    ) { .rank($0.choiceIfAny("rank")) },
    amendment(
        "class", Wording(zh: "变更类别", en: "change of class"),
        .mayBeNone("class", .category(nil), .choice(InstitutionCategory.allCases.map(\.name)))
    ) { .category($0.choiceIfAny("class")) },
    amendment(
        "funding", Wording(zh: "变更经费形式", en: "change of funding"),
        .mayBeNone("funding", .funding(nil), .choice(Funding.allCases.map(\.name)))
    ) { .funding($0.choiceIfAny("funding")) },
    amendment(
        "supervisor", Wording(zh: "变更主管部门", en: "change of supervisor"),
        .mayBeNone("supervisor", .supervisor(nil), .body)
    ) { .supervisor($0.bodyIfAny("supervisor")) },
    amendment(
        "sponsor", Wording(zh: "变更举办单位", en: "change of sponsor"), .mayBeNone("sponsor", .sponsor(nil), .body)
    ) { .sponsor($0.bodyIfAny("sponsor")) },
    amendment("host", Wording(zh: "变更合署单位", en: "change of host"), .mayBeNone("host", .host(nil), .body)) {
        .host($0.bodyIfAny("host"))
    },
    amendment(
        "office-code", Wording(zh: "变更机构编码", en: "change of office code"),
        .mayBeNone("office-code", .officeCode(nil), .name)
    ) { .officeCode($0.textIfAny("office-code")) },
    amendment(
        "registration", Wording(zh: "变更统一社会信用代码", en: "change of registration code"),
        .mayBeNone("registration", .registrationCode(nil), .name)
    ) { filling in
        let code = filling.registrationCode()
        return .registrationCode(code)
    },
    ChangeForm(
        "founding", .attributes, Wording(zh: "变更批准文号和时间", en: "change of founding"),
        for: Wording(zh: "更正设立的批准文号和时间。", en: "Sets the document and date that set a body up."),
        [
            .body, FormItem("document", Wording(zh: "批准文号", en: "founding document"), .name, isRequired: false),
            FormItem("date", Wording(zh: "批准时间", en: "founding date"), .date, isRequired: false),
        ]
    ) { filling in [.amend(filling.body(), .founding(filling.founding()))] },
    ChangeForm(
        "fact", .attributes, Wording(zh: "登记规模数据", en: "scale fact"),
        for: Wording(zh: "班级、学生、床位、收入等核定依据的数据。", en: "Classes, pupils, beds, income: what figures are approved by."),
        [
            .body, .terms("measure", Wording(zh: "指标", en: "measure"), ScaleMeasure.self, \.name),
            FormItem(
                "value", Wording(zh: "数值", en: "value"), .number(0...100_000_000), isRequired: false,
                hint: Wording(zh: "留空为未知", en: "empty: unknown")),
        ]
    ) { filling in
        let measure: ScaleMeasure = filling.choice("measure")
        let value = filling.numberIfAny("value")
        if let value, !measure.choices.isEmpty, measure.name(of: value) == nil {
            let said = measure.choices.map { choice in
                let name = measure.said(choice)
                return Wording(zh: "\(choice)（\(name.zh)）", en: "\(choice) (\(name.en))")
            }
            filling.refuse(
                "value", "not-a-choice", zh: "可填：\(said.map(\.zh).joined(separator: "、"))。",
                en: "Write one of: \(said.map(\.en).joined(separator: ", ")).")
        }
        return [.amend(filling.body(), .fact(measure, value))]
    },
]

/// A form that sets one attribute of a body.
private func amendment(
    _ code: String, _ name: Wording, _ field: FormItem,
    _ attribute: @escaping @Sendable (inout Filling) -> Attribute
) -> ChangeForm {
    ChangeForm(
        code, .attributes, name,
        for: Wording(zh: "\(name.zh)，自生效日起。", en: "Sets the \(field.label.en) of a body from the day on."),
        [.body, field]
    ) { filling in
        let attribute = attribute(&filling)
        return [.amend(filling.body(), attribute)]
    }
}

extension FormItem {
    /// A field for an attribute that a body may have none of.
    fileprivate static func mayBeNone(_ key: String, _ attribute: Attribute, _ kind: FieldKind) -> FormItem {
        FormItem(
            key, attribute.title, kind, isRequired: false, hint: Wording(zh: "留空为无或未知", en: "empty: none or unknown"))
    }
}

extension Filling {
    /// The registration code that a form says, which is checked.
    mutating func registrationCode() -> String? {
        let code = textIfAny("registration")
        if let code, creditCodeFault(code) != nil {
            refuse(
                "registration", "bad-credit-code", zh: "不是有效的统一社会信用代码（18位，末位为校验码）。",
                en: "No unified social credit code: 18 characters, the last a check.")
        }
        return code
    }
}
