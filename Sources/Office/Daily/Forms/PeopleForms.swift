import Basics
import Registry

/// What happens to people beside coming onto the establishment and leaving it.
let peopleForms: [ChangeForm] = [
    ChangeForm(
        "register-person", .people, Wording(zh: "登记人员", en: "register a person"),
        for: Wording(zh: "编外人员等只登记、不上编。", en: "Takes somebody into the register without a place."),
        FormItem.personal(isNew: true) + FormItem.facts
    ) { filling in filling.registering(filling.identifier()) },
    ChangeForm(
        "amend-personal", .people, Wording(zh: "更正个人信息", en: "correct personal data"),
        for: Wording(zh: "只填要更正的项。", en: "Fill in only what is to be corrected."),
        [.person] + FormItem.personal(isNew: false)
    ) { filling in
        let edit = filling.personalEdit()
        if edit.isEmpty {
            filling.refuse("name", "missing", zh: "请填写要更正的项。", en: "Fill in what is to be corrected.")
        }
        let person = filling.person()
        return [.amendPersonal(person, filling.seal(edit, of: person, isNew: false))]
    },
    ChangeForm(
        "disputed", .people, Wording(zh: "身份存疑", en: "identity disputed"),
        for: Wording(zh: "两人身份证号相同时记为存疑，核实后解除。", en: "Puts a dispute about an identity on record, or ends it."),
        [.person, FormItem("disputed", Wording(zh: "存疑", en: "disputed"), .flag)]
    ) { filling in [.setDisputed(filling.person(), filling.flag("disputed"))] },
    ChangeForm(
        "transfer", .people, Wording(zh: "转隶", en: "transfer"),
        for: Wording(zh: "从一处编制转到另一处；编制本身不动。", en: "Moves a person from one place to another; the head stays."),
        [
            .person, FormItem("from", Wording(zh: "转出机构", en: "from body"), .body),
            .kind("from-kind", Wording(zh: "转出编制类别", en: "from kind")),
            FormItem("to", Wording(zh: "转入机构", en: "to body"), .body),
            .kind("to-kind", Wording(zh: "转入编制类别", en: "to kind")), .role(),
        ]
    ) { filling in
        let place = Place(
            institution: filling.body("to"), kind: filling.choice("to-kind"), role: filling.choiceIfAny("role"))
        return [.transfer(filling.person(), from: filling.body("from"), filling.choice("from-kind"), to: place)]
    },
    ChangeForm(
        "appoint", .people, Wording(zh: "任免领导职务", en: "appoint"),
        for: Wording(zh: "在所占编制上任领导职务，或免去。", en: "Puts a person in a leader post at a place they hold, or out of it."),
        [.person, .body, .kind(), .role(Wording(zh: "免职留空", en: "empty: out of the post"))]
    ) { filling in
        [.appoint(filling.person(), filling.body(), filling.choice("kind"), filling.choiceIfAny("role"))]
    },
    ChangeForm(
        "position", .people, Wording(zh: "岗位变动", en: "position"), for: Wording(zh: "定岗或换岗。", en: "Sets the position."),
        [
            .person,
            .terms(
                "position", Wording(zh: "岗位", en: "position"), PositionKind.self, \.name, isRequired: false,
                hint: Wording(zh: "留空为未知", en: "empty: unknown")),
        ]
    ) { filling in [.setPosition(filling.person(), filling.choiceIfAny("position"))] },
    ChangeForm(
        "workplace", .people, Wording(zh: "实际工作单位", en: "workplace"),
        for: Wording(zh: "借调、挂职等在别处工作，或回到编制所在单位。", en: "Says where somebody works who works elsewhere."),
        [
            .person,
            FormItem(
                "body", Wording(zh: "工作单位", en: "works at"), .body, isRequired: false,
                hint: Wording(zh: "留空为编制所在单位", en: "empty: where they are on the establishment")),
        ]
    ) { filling in [.setWorkplace(filling.person(), filling.bodyIfAny("body"))] },
    ChangeForm(
        "status", .people, Wording(zh: "身份变动", en: "status"), for: Wording(zh: "身份登记变动。", en: "Sets the status."),
        [.person, .terms("status", Wording(zh: "身份", en: "status"), PersonStatus.self, \.name)]
    ) { filling in [.setStatus(filling.person(), filling.choice("status"))] },
]

extension Filling {
    /// Takes somebody new into the register as the form says.
    mutating func registering(_ person: Person.ID) -> [Change] {
        let personal = seal(personalEdit(), of: person, isNew: true)
        return [
            .registerPerson(
                person, personal: personal, status: choice("status"), position: choiceIfAny("position"),
                entered: date("entered"), origin: nil)
        ]
    }
}
