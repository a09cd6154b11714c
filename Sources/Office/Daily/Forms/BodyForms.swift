import Basics
import Registry

/// Bodies set up, closed, reopened; their plates, units and locks.
let bodyForms: [ChangeForm] = [
    ChangeForm(
        "establish", .bodies, Wording(zh: "设立机构", en: "establish a body"),
        for: Wording(
            zh: "设立一个机构；编制和职数另填“划转”。", en: "Sets up a body; its heads and posts are moved to it by other forms."),
        [
            FormItem("name", Wording(zh: "全称", en: "full name"), .name),
            FormItem("short", Wording(zh: "简称", en: "short name"), .name, isRequired: false),
            .terms("type", Wording(zh: "类型", en: "type"), InstitutionType.self, \.name),
            .terms("rank", Wording(zh: "级别", en: "rank"), Rank.self, \.name, isRequired: false),
            .terms("class", Wording(zh: "类别", en: "class"), InstitutionCategory.self, \.name, isRequired: false),
            .terms("funding", Wording(zh: "经费形式", en: "funding"), Funding.self, \.name, isRequired: false),
            FormItem("supervisor", Wording(zh: "主管部门", en: "supervisor"), .body, isRequired: false),
            FormItem("sponsor", Wording(zh: "举办单位", en: "sponsor"), .body, isRequired: false),
            FormItem("host", Wording(zh: "合署单位", en: "host"), .body, isRequired: false),
            FormItem("office-code", Wording(zh: "机构编码", en: "office code"), .name, isRequired: false),
            FormItem("registration", Wording(zh: "统一社会信用代码", en: "registration code"), .name, isRequired: false),
            FormItem("document", Wording(zh: "批准文号", en: "founding document"), .name, isRequired: false),
            FormItem("date", Wording(zh: "批准时间", en: "founding date"), .date, isRequired: false),
        ]
    ) { filling in
        let profile = Profile(
            name: filling.text("name"), type: filling.choice("type"), shortName: filling.textIfAny("short"),
            rank: filling.choiceIfAny("rank"), category: filling.choiceIfAny("class"),
            funding: filling.choiceIfAny("funding"), supervisor: filling.bodyIfAny("supervisor"),
            sponsor: filling.bodyIfAny("sponsor"), host: filling.bodyIfAny("host"),
            officeCode: filling.textIfAny("office-code"), registrationCode: filling.registrationCode(),
            founding: filling.founding())
        return [.establish(filling.identifier(), profile, origin: nil)]
    },
    ChangeForm(
        "abolish", .bodies, Wording(zh: "撤销机构", en: "abolish a body"),
        for: Wording(
            zh: "撤销前，编制、人员、职责、牌子等须在本件中各有去向。", en: "All that it has must come out somewhere by the end of the draft."),
        [
            .body,
            FormItem(
                "successors", Wording(zh: "承接机构", en: "successors"), .bodies, isRequired: false,
                hint: Wording(zh: "可写多个，用顿号分开", en: "several with 、 between them")),
        ]
    ) { filling in [.abolish(filling.body(), successors: filling.bodies("successors"))] },
    ChangeForm(
        "restore", .bodies, Wording(zh: "恢复机构", en: "restore a body"),
        for: Wording(zh: "恢复已撤销的机构，沿用原标识。", en: "Reopens a closed body under its identifier."),
        [FormItem("body", Wording(zh: "已撤销机构", en: "closed body"), .closedBody)]
    ) { filling in
        guard case .closed(let position, _)? = filling.register.institutions[filling.body()]?.status else { return [] }
        return [.restore(filling.body(), closedBy: position)]
    },
    ChangeForm(
        "hang-plate", .bodies, Wording(zh: "加挂牌子", en: "hang a plate"),
        for: Wording(zh: "加挂一块牌子。", en: "Hangs an additional name plate."),
        [.body, FormItem("plate", Wording(zh: "牌子", en: "plate"), .name)]
    ) { filling in [.hangPlate(filling.body(), filling.text("plate"))] },
    ChangeForm(
        "remove-plate", .bodies, Wording(zh: "摘除牌子", en: "remove a plate"),
        for: Wording(zh: "摘下一块牌子。", en: "Takes a name plate down."),
        [.body, FormItem("plate", Wording(zh: "牌子", en: "plate"), .name)]
    ) { filling in [.removePlate(filling.body(), filling.text("plate"))] },
    ChangeForm(
        "add-unit", .bodies, Wording(zh: "设内设机构", en: "add a unit"),
        for: Wording(zh: "设一个内设机构；其职数另填“划转”。", en: "Sets up an internal unit; its posts are moved by another form."),
        [
            .body, FormItem("unit", Wording(zh: "内设机构", en: "unit"), .name),
            .terms("rank", Wording(zh: "级别", en: "rank"), Rank.self, \.name, isRequired: false),
        ]
    ) { filling in
        [.addUnit(filling.body(), InternalUnit(name: filling.text("unit"), rank: filling.choiceIfAny("rank")))]
    },
    ChangeForm(
        "drop-unit", .bodies, Wording(zh: "撤内设机构", en: "drop a unit"),
        for: Wording(zh: "撤一个内设机构。", en: "Closes an internal unit."),
        [.body, FormItem("unit", Wording(zh: "内设机构", en: "unit"), .name)]
    ) { filling in [.dropUnit(filling.body(), name: filling.text("unit"))] },
    ChangeForm(
        "lock", .bodies, Wording(zh: "锁定编制和人员", en: "lock"),
        for: Wording(zh: "改革期间锁定，只有该项改革可以变动。", en: "Only the reform that locks a body moves its heads and people."),
        [.body, FormItem("reform", Wording(zh: "改革文件", en: "reform"), .citation)]
    ) { filling in [.lock(filling.body(), reform: filling.citation("reform"))] },
    ChangeForm(
        "unlock", .bodies, Wording(zh: "解除锁定", en: "unlock"),
        for: Wording(zh: "本件须写明锁定所依据的改革文件。", en: "The draft must name the document of the reform that locked it."),
        [.body]
    ) { filling in [.unlock(filling.body())] },
]

extension Filling {
    /// The founding that a form says; nil where it says nothing.
    func founding() -> Founding? {
        let (document, date) = (textIfAny("document"), date("date"))
        return document == nil && date == nil ? nil : Founding(document: document, date: date)
    }
}
