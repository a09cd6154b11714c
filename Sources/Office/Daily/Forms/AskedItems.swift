import Basics
import Papers
import Registry

// The fields that several forms ask for.

extension FormItem {
    static let body = FormItem("body", Wording(zh: "机构", en: "body"), .body)
    static let person = FormItem(
        "person", Wording(zh: "人员", en: "person"), .person,
        hint: Wording(zh: "人员标识；#2 指本件第2项登记的新人员", en: "the person's identifier; #2 is whoever form 2 registers"))
    static let count = FormItem("count", Wording(zh: "数量", en: "count"), .number(HeadcountLedger.counts))
    static let commodity = FormItem("commodity", Wording(zh: "编制或职数", en: "heads or posts"), .commodity)
    static let lastDay = FormItem(
        "until", Wording(zh: "截止日期", en: "last day"), .day,
        hint: Wording(zh: "到期未用即失效", en: "what is not used by then lapses"))
    static let duty = FormItem("duty", Wording(zh: "职责", en: "duty"), .duty)
    static let matter = FormItem("matter", Wording(zh: "事项", en: "matter"), .matter)
    static let area = FormItem(
        "area", Wording(zh: "区域", en: "area"), .name, isRequired: false,
        hint: Wording(zh: "留空为全域", en: "empty: everywhere"))

    static func kind(
        _ key: String = "kind", _ label: Wording = Wording(zh: "编制类别", en: "kind of heads")
    ) -> FormItem { .terms(key, label, EstablishmentKind.self, \.name) }

    static func role(_ hint: Wording = Wording(zh: "非领导留空", en: "empty for who leads nothing")) -> FormItem {
        .terms("role", Wording(zh: "领导职务", en: "leader role"), LeaderRole.self, \.name, isRequired: false, hint: hint)
    }

    /// The use that an enrolment draws on.
    static let use = FormItem(
        "use", Wording(zh: "所用编制", en: "headcount use"), .reservation, isRequired: false,
        hint: Wording(zh: "编制使用通知单的标识；不凭通知单的留空", en: "the notice drawn on; empty without one"))

    /// A field that asks for one of the terms of a kind.
    static func terms<Term: CaseIterable>(
        _ key: String, _ label: Wording, _: Term.Type, _ name: (Term) -> Wording, isRequired: Bool = true,
        hint: Wording? = nil, isPersonal: Bool = false
    ) -> FormItem {
        FormItem(
            key, label, .choice(Term.allCases.map(name)), isRequired: isRequired, hint: hint, isPersonal: isPersonal)
    }

    /// What a form asks about a person that stands sealed.
    static func personal(isNew: Bool) -> [FormItem] {
        [
            FormItem("name", Wording(zh: "姓名", en: "name"), .name, isRequired: isNew, isPersonal: true),
            FormItem(
                "number", Wording(zh: "身份证号", en: "identity number"), .identityNumber, isRequired: isNew,
                isPersonal: true),
            .terms(
                "sex", Wording(zh: "性别", en: "sex"), Sex.self,
                { $0 == .male ? Wording(zh: "男", en: "male") : Wording(zh: "女", en: "female") }, isRequired: false,
                hint: Wording(zh: "留空按身份证号", en: "empty: as the number says"), isPersonal: true),
            FormItem(
                "birth", Wording(zh: "出生日期", en: "birth date"), .day, isRequired: false,
                hint: Wording(zh: "留空按身份证号", en: "empty: as the number says"), isPersonal: true),
            FormItem("entry", Wording(zh: "进入形式", en: "form of entry"), .line, isRequired: false, isPersonal: true),
            FormItem("remark", Wording(zh: "备注", en: "remark"), .text, isRequired: false, isPersonal: true),
        ]
    }

    /// What a form asks about a new person that the register knows.
    static let facts: [FormItem] = [
        .terms("status", Wording(zh: "身份", en: "status"), PersonStatus.self, \.name),
        .terms("position", Wording(zh: "岗位", en: "position"), PositionKind.self, \.name, isRequired: false),
        FormItem("entered", Wording(zh: "入编时间", en: "entered"), .date, isRequired: false),
    ]
}
