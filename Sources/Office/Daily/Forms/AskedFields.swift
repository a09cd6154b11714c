import Basics
import Papers
import Registry

// The fields that several forms ask for.

extension FormField {
    static let body = FormField("body", Wording(zh: "机构", en: "body"), .body)
    static let person = FormField(
        "person", Wording(zh: "人员", en: "person"), .person,
        hint: Wording(zh: "人员标识；#2 指本件第2项登记的新人员", en: "the person's identifier; #2 is whoever form 2 registers"))
    static let count = FormField("count", Wording(zh: "数量", en: "count"), .number(HeadcountLedger.counts))
    static let commodity = FormField("commodity", Wording(zh: "编制或职数", en: "heads or posts"), .commodity)
    static let lastDay = FormField(
        "until", Wording(zh: "截止日期", en: "last day"), .day,
        hint: Wording(zh: "到期未用即失效", en: "what is not used by then lapses"))
    static let duty = FormField("duty", Wording(zh: "职责", en: "duty"), .duty)
    static let matter = FormField("matter", Wording(zh: "事项", en: "matter"), .matter)
    static let area = FormField(
        "area", Wording(zh: "区域", en: "area"), .name, isRequired: false,
        hint: Wording(zh: "留空为全域", en: "empty: everywhere"))

    static func kind(
        _ key: String = "kind", _ label: Wording = Wording(zh: "编制类别", en: "kind of heads")
    ) -> FormField { .terms(key, label, EstablishmentKind.self, \.name) }

    static func role(_ hint: Wording = Wording(zh: "非领导留空", en: "empty for who leads nothing")) -> FormField {
        .terms("role", Wording(zh: "领导职务", en: "leader role"), LeaderRole.self, \.name, isRequired: false, hint: hint)
    }

    /// The use that an enrolment draws on.
    static let use = FormField(
        "use", Wording(zh: "所用编制", en: "headcount use"), .reservation, isRequired: false,
        hint: Wording(zh: "编制使用通知单的标识；不凭通知单的留空", en: "the notice drawn on; empty without one"))

    /// A field that asks for one of the terms of a kind.
    static func terms<Term: CaseIterable>(
        _ key: String, _ label: Wording, _: Term.Type, _ name: (Term) -> Wording, isRequired: Bool = true,
        hint: Wording? = nil, isPersonal: Bool = false
    ) -> FormField {
        FormField(
            key, label, .choice(Term.allCases.map(name)), isRequired: isRequired, hint: hint, isPersonal: isPersonal)
    }

    /// What a form asks about a person that stands sealed.
    static func personal(isNew: Bool) -> [FormField] {
        [
            FormField("name", Wording(zh: "姓名", en: "name"), .name, isRequired: isNew, isPersonal: true),
            FormField(
                "number", Wording(zh: "身份证号", en: "identity number"), .identityNumber, isRequired: isNew,
                isPersonal: true),
            .terms(
                "sex", Wording(zh: "性别", en: "sex"), Sex.self,
                { $0 == .male ? Wording(zh: "男", en: "male") : Wording(zh: "女", en: "female") }, isRequired: false,
                hint: Wording(zh: "留空按身份证号", en: "empty: as the number says"), isPersonal: true),
            FormField(
                "birth", Wording(zh: "出生日期", en: "birth date"), .day, isRequired: false,
                hint: Wording(zh: "留空按身份证号", en: "empty: as the number says"), isPersonal: true),
            FormField("entry", Wording(zh: "进入形式", en: "form of entry"), .line, isRequired: false, isPersonal: true),
            FormField("remark", Wording(zh: "备注", en: "remark"), .text, isRequired: false, isPersonal: true),
        ]
    }

    /// What a form asks about a new person that the register knows.
    static let facts: [FormField] = [
        .terms("status", Wording(zh: "身份", en: "status"), PersonStatus.self, \.name),
        .terms("position", Wording(zh: "岗位", en: "position"), PositionKind.self, \.name, isRequired: false),
        FormField("entered", Wording(zh: "入编时间", en: "entered"), .date, isRequired: false),
    ]
}
