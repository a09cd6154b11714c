import Basics
import Registry

/// To ask for heads, to use them person by person, and to give them up.
let headcountUseForms: [ChangeForm] = [
    ChangeForm(
        "headcount-use", .headcountUse, Wording(zh: "用编申请", en: "headcount-use request"),
        for: Wording(
            zh: "申请使用空编；批准后为编制使用通知单，逐人使用，到期失效。",
            en: "Asks to fill vacant heads; once decided it is a notice that is used person by person and lapses."),
        [.body, .kind(), .count, .lastDay]
    ) { filling in
        let body = filling.body()
        return [
            .reserve(
                Reservation(
                    id: filling.identifier(), account: Account(.institution(body), .heads(filling.choice("kind"))),
                    count: filling.number("count"), purpose: .headcountUse, beneficiary: nil,
                    lastDay: filling.day("until")))
        ]
    },
    ChangeForm(
        "enrol-new", .headcountUse, Wording(zh: "新进人员上编", en: "enrol somebody new"),
        for: Wording(
            zh: "登记新人员并上编；凭通知单的同时使用1名。",
            en: "Registers somebody and puts them on the establishment, drawing on a notice where there is one."),
        FormItem.personal(isNew: true) + FormItem.facts + [.body, .kind(), .role(), .use]
    ) { filling in
        let person: Person.ID = filling.identifier()
        let registering = filling.registering(person)
        return registering + filling.enrolling(person)
    },
    ChangeForm(
        "enrol", .headcountUse, Wording(zh: "上编", en: "enrol"),
        for: Wording(zh: "台账中已有的人员上编；凭通知单的同时使用1名。", en: "Puts somebody whom the register knows on the establishment."),
        [.person, .body, .kind(), .role(), .use]
    ) { filling in filling.enrolling(filling.person()) },
    ChangeForm(
        "leave", .headcountUse, Wording(zh: "下编", en: "leave"),
        for: Wording(
            zh: "退休、死亡、辞职等离开编制，凭编办备案单办理；编制留在原单位。",
            en: "Takes somebody off the establishment on the office's filing slip; the head stays."),
        [
            .person, .body, .kind(),
            .terms(
                "cause", Wording(zh: "下编原因", en: "cause"), ExitCause.self, \.name, isRequired: false,
                hint: Wording(zh: "只退出重复占编的留空", en: "empty to come out of a second place only")),
        ]
    ) { filling in
        [.leave(filling.person(), filling.body(), filling.choice("kind"), filling.choiceIfAny("cause"))]
    },
    ChangeForm(
        "settle", .headcountUse, Wording(zh: "使用预留", en: "use what is put aside"),
        for: Wording(zh: "不随上编使用预留的编制或职数。", en: "Uses what is put aside without an enrolment."),
        [FormItem("use", Wording(zh: "预留", en: "what is put aside"), .reservation), .count]
    ) { filling in [.settle(filling.reservation(), count: filling.number("count"))] },
    ChangeForm(
        "void", .headcountUse, Wording(zh: "取消用编或预留", en: "give up what is put aside"),
        for: Wording(zh: "未用的不再使用。", en: "What was not used is given up."),
        [FormItem("use", Wording(zh: "预留", en: "what is put aside"), .reservation)]
    ) { filling in [.void(filling.reservation())] },
    ChangeForm(
        "expire", .headcountUse, Wording(zh: "预留到期失效", en: "lapse"),
        for: Wording(
            zh: "截止日期已过的预留失效；日终处理会自动办理。",
            en: "Ends what is put aside after its last day; the daily run does so by itself."),
        [FormItem("use", Wording(zh: "预留", en: "what is put aside"), .reservation)]
    ) { filling in [.expire(filling.reservation())] },
]

extension Filling {
    /// Puts a person on the establishment as the form says, and uses one head of the notice it draws on.
    fileprivate mutating func enrolling(_ person: Person.ID) -> [Change] {
        let place = Place(institution: body(), kind: choice("kind"), role: choiceIfAny("role"))
        guard let use = reservationIfAny() else { return [.enrol(person, place)] }
        let account = register.ledger.reservations[use]?.account
        if account != Account(.institution(place.institution), .heads(place.kind)) {
            refuse(
                "use", "another-use", zh: "该通知单不是这一机构、这一类编制的。",
                en: "This notice is for another body or another kind of heads.")
        }
        return [.settle(use, count: 1), .enrol(person, place)]
    }
}
