import Basics
import Registry

/// Duty statements, and the matters that they are about.
let dutyForms: [ChangeForm] = [
    ChangeForm(
        "state-duty", .duties, Wording(zh: "新增职责", en: "state a duty"),
        for: Wording(zh: "在一个机构的职责中新增一条。", en: "Adds a statement to a body's duties."),
        [
            .body,
            FormItem(
                "number", Wording(zh: "序号", en: "number"), .number(1...9999), isRequired: false,
                hint: Wording(zh: "留空接在最后", en: "empty: after the last")),
            FormItem("text", Wording(zh: "内容", en: "text"), .text),
        ]
    ) { filling in
        let number = filling.numberIfAny("number") ?? filling.nextNumber(of: filling.body())
        return [
            .stateDuty(
                DutyStatement(
                    id: filling.identifier(), holder: filling.body(), number: number, text: filling.text("text")))
        ]
    },
    ChangeForm(
        "revise-duty", .duties, Wording(zh: "修改职责", en: "revise a duty"),
        for: Wording(zh: "改写一条职责。", en: "Changes the text of a statement."),
        [.duty, FormItem("text", Wording(zh: "内容", en: "text"), .text)]
    ) { filling in [.reviseDuty(filling.duty(), text: filling.text("text"))] },
    ChangeForm(
        "move-duty", .duties, Wording(zh: "划转职责", en: "move a duty"),
        for: Wording(zh: "一条职责划入另一机构。", en: "Moves a statement to another holder."),
        [
            .duty, FormItem("to", Wording(zh: "划入机构", en: "to body"), .body),
            FormItem(
                "number", Wording(zh: "序号", en: "number"), .number(1...9999), isRequired: false,
                hint: Wording(zh: "留空接在最后", en: "empty: after the last")),
        ]
    ) { filling in
        let number = filling.numberIfAny("number") ?? filling.nextNumber(of: filling.body("to"))
        return [.moveDuty(filling.duty(), to: filling.body("to"), number: number)]
    },
    ChangeForm(
        "drop-duty", .duties, Wording(zh: "取消职责", en: "drop a duty"),
        for: Wording(zh: "取消一条职责，写明理由。", en: "Drops a statement, for a reason."),
        [.duty, FormItem("reason", Wording(zh: "理由", en: "reason"), .text)]
    ) { filling in [.dropDuty(filling.duty(), reason: filling.seals.reason)] },
    ChangeForm(
        "define-matter", .duties, Wording(zh: "确定事项", en: "define a matter"),
        for: Wording(
            zh: "在目录中确定一个事项；尚无牵头的记为踏空。", en: "Defines a matter; while nobody leads it, that is a gap on record."),
        [
            FormItem("name", Wording(zh: "事项名称", en: "name of the matter"), .line),
            FormItem("catalogue", Wording(zh: "目录", en: "catalogue"), .line),
            FormItem(
                "lead", Wording(zh: "牵头职责", en: "duty that leads"), .duty, isRequired: false,
                hint: Wording(zh: "留空记为踏空", en: "empty: a gap on record")),
        ]
    ) { filling in
        let id: Matter.ID = filling.identifier()
        let define = Change.defineMatter(
            id, name: filling.text("name"), catalogue: filling.text("catalogue"), origin: nil)
        guard filling.values["lead"] != nil else { return [define, .setGap(id, .everywhere, true)] }
        return [
            define, .joinMatter(id, Matter.Part(statement: filling.duty("lead"), role: .lead, area: .everywhere)),
        ]
    },
    ChangeForm(
        "join-matter", .duties, Wording(zh: "确认承担事项", en: "join a matter"),
        for: Wording(zh: "确认一条职责在事项中牵头、配合或实施。", en: "Confirms what a statement is for a matter."),
        [.matter, .duty, .terms("role", Wording(zh: "承担方式", en: "role"), MatterRole.self, \.name), .area]
    ) { filling in
        [
            .joinMatter(
                filling.matter(),
                Matter.Part(statement: filling.duty(), role: filling.choice("role"), area: filling.area()))
        ]
    },
    ChangeForm(
        "leave-matter", .duties, Wording(zh: "退出事项", en: "leave a matter"),
        for: Wording(zh: "一条职责不再承担某事项。", en: "Ends a statement's part in a matter."), [.matter, .duty]
    ) { filling in [.leaveMatter(filling.matter(), filling.duty())] },
    ChangeForm(
        "gap", .duties, Wording(zh: "职责踏空", en: "gap"),
        for: Wording(zh: "登记某区域无人牵头，或消除。", en: "Puts on record that nobody leads a matter in an area, or ends that."),
        [.matter, .area, FormItem("gap", Wording(zh: "踏空", en: "gap"), .flag)]
    ) { filling in [.setGap(filling.matter(), filling.area(), filling.flag("gap"))] },
]

extension Filling {
    /// The number after the last of a body's statements.
    fileprivate func nextNumber(of body: Institution.ID) -> Int {
        (register.duties(of: body).map(\.number).max() ?? 0) + 1
    }
}
