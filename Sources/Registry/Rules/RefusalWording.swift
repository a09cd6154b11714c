import Basics

extension Refusal {
    /// All codes in the order of precedence: what is wrong with the Act, whom it is about, what it does, what would be
    /// at the end of it.
    package static let catalogue = [
        "nothing-to-do", "document-taken", "four-eyes", "recorded-too-early", "already-opened", "not-by-this-act",
        "unknown-institution", "closed-institution", "identifier-taken", "name-taken", "not-closed-by",
        "unknown-person", "disputed-identity", "future-person-move", "unknown-duty", "duty-has-matter",
        "unknown-matter", "unknown-reservation", "plate-or-unit", "locked", "lock-state", "unknown-tolerance",
        "unknown-rules",
        "unchanged", "supervisor-cycle", "holds-no-accounts", "blank-text", "count-out-of-range", "same-account",
        "unknown-balance",
        "balance-not-empty", "beyond-reservation", "reservation-term", "not-on-establishment", "already-there",
        "status-holds-no-place", "not-tolerable", "nothing-to-reverse", "below-zero", "heads-over-balance",
        "posts-over-balance", "pool-over-reserved", "second-place", "closed-holds-something", "no-single-lead",
        "over-ceiling", "breaks-later-act",
    ]

    /// What was refused and why, with the names that bodies have in this register. People and other things that have
    /// no name in it are given by the first eight digits of their identifier.
    package func wording(in register: Register) -> Wording {
        let names = Naming(register: register)
        func body(_ id: Institution.ID, zh: (String) -> String, en: (String) -> String) -> Wording {
            let name = names.body(id)
            return Wording(zh: zh(name.zh), en: en(name.en))
        }
        switch self {
        case .nothingToDo:
            return Wording(zh: "这项决定没有任何变动。", en: "The decision changes nothing.")
        case .documentTaken(let citation):
            return Wording(
                zh: "文号\(citation)已登记在另一份文件名下，标题或日期不同。",
                en: "The number \(citation) is already recorded for a document with another title or date.")
        case .fourEyes:
            return Wording(
                zh: "起草人不能决定自己起草的事项，方案须有人决定。",
                en: "Nobody may decide what they drafted, and somebody must decide a plan.")
        case .recordedTooEarly:
            return Wording(
                zh: "记录时间早于上一条记录。", en: "The time of recording is before that of the last entry.")
        case .alreadyOpened:
            return Wording(
                zh: "台账启用后已有日常记录，不能再录入基线。",
                en: "The register is in daily use, so no baseline can be recorded any more.")
        case .notByThisAct:
            return Wording(
                zh: "这类决定不能作这种变动。", en: "A decision of this kind may not make this change.")
        case .unknownInstitution(let id):
            return Wording(zh: "台账中没有机构\(names.short(id))。", en: "There is no body \(names.short(id)).")
        case .closedInstitution(let id):
            return body(id, zh: { "\($0)已经撤销。" }, en: { "\($0) is closed." })
        case .identifierTaken:
            return Wording(
                zh: "新登记事项的标识已被使用。", en: "The identifier of what is to be new is already in use.")
        case .nameTaken(let name, let id):
            return Wording(
                zh: "名称“\(name)”已由现存机构（\(names.short(id))）使用。",
                en: "A living body (\(names.short(id))) already has the name “\(name)”.")
        case .notClosedBy(let id, let position):
            return body(
                id, zh: { "\($0)不是由第\(position)号决定撤销的。" },
                en: { "\($0) was not closed by decision \(position)." })
        case .unknownPerson(let id):
            return Wording(zh: "台账中没有人员\(names.short(id))。", en: "There is no person \(names.short(id)).")
        case .disputedIdentity(let id):
            return Wording(
                zh: "人员\(names.short(id))的身份存疑。", en: "The identity of person \(names.short(id)) is disputed.")
        case .futurePersonMove(let id):
            return Wording(
                zh: "人员\(names.short(id))的变动写在了将来的日期。",
                en: "Person \(names.short(id)) would move on a day that has not come yet.")
        case .unknownDuty(let id):
            return Wording(zh: "台账中没有职责\(names.short(id))。", en: "There is no duty \(names.short(id)).")
        case .dutyHasMatter(let id):
            return Wording(
                zh: "\(names.duty(id).zh)还关联着事项。", en: "\(names.duty(id).en) still has a part in a matter.")
        case .unknownMatter(let id):
            return Wording(
                zh: "\(names.matter(id).zh)不存在，或者没有关联这条职责。",
                en: "\(names.matter(id).en) does not exist, or the duty has no part in it.")
        case .unknownReservation(let id):
            return Wording(
                zh: "没有预留\(names.short(id))，或者已经用完、作废、到期。",
                en: "There is no reservation \(names.short(id)), or it is used up, given up or expired.")
        case .plateOrUnit(let id, let name):
            return body(
                id, zh: { "\($0)的牌子或内设机构“\(name)”已经存在，或者并不存在。" },
                en: { "\($0) already has, or does not have, a name plate or unit “\(name)”." })
        case .locked(let id, let reform):
            return body(
                id, zh: { "\($0)的编制和人员已按\(reform)锁定。" },
                en: { "The headcount and people of \($0) are locked for \(reform)." })
        case .lockState(let id):
            return body(
                id, zh: { "\($0)已经锁定，或者并未锁定。" }, en: { "\($0) is locked already, or is not locked." })
        case .unknownTolerance(let invariant):
            let subject = names.subject(of: invariant)
            return Wording(
                zh: "\(subject.zh)没有容忍项。", en: "Nothing is put up with for \(subject.en).")
        case .unknownRules(let code):
            return Wording(
                zh: "没有采用代码为“\(code)”的规则包。", en: "The office goes by no rule pack with the code “\(code)”.")
        case .unchanged:
            return Wording(
                zh: "变动前后没有区别。", en: "Nothing would be different from what is recorded.")
        case .supervisorCycle(let id):
            return body(
                id, zh: { "\($0)会直接或间接成为自己的主管部门。" },
                en: { "\($0) would be its own supervisor, directly or through others." })
        case .holdsNoAccounts(let id):
            return body(
                id, zh: { "\($0)属于不核定编制的机构类型。" },
                en: { "\($0) is of a type that holds no headcount." })
        case .blankText:
            return Wording(zh: "名称或内容是空的。", en: "A name or text is empty.")
        case .countOutOfRange(let count):
            return Wording(zh: "数量不能是\(count)。", en: "The count cannot be \(count).")
        case .sameAccount:
            return Wording(
                zh: "转出与转入相同，或者不能互换。", en: "What gives and what takes are the same, or cannot be exchanged.")
        case .unknownBalance(let id, let group):
            return body(
                id, zh: { "\($0)的\(group.name.zh)不清楚。" },
                en: { "The \(group.name.en) of \($0) are unknown." })
        case .balanceNotEmpty(let id):
            return body(
                id, zh: { "\($0)还有核定数，不能记为不清楚。" },
                en: { "\($0) still holds figures, so they cannot become unknown." })
        case .beyondReservation(let id, let held):
            return Wording(
                zh: "预留\(names.short(id))只剩\(held)名。", en: "Reservation \(names.short(id)) has only \(held) left.")
        case .reservationTerm(let id, let lastDay):
            return Wording(
                zh: "预留\(names.short(id))的最后一天是\(lastDay)，与这次变动的日期不符。",
                en: "The last day of reservation \(names.short(id)) is \(lastDay), "
                    + "which does not fit the day of this change.")
        case .notOnEstablishment(let person, let id):
            return body(
                id, zh: { "人员\(names.short(person))不在\($0)的这类编制上。" },
                en: { "Person \(names.short(person)) has no such place at \($0)." })
        case .alreadyThere(let person, let id):
            return body(
                id, zh: { "人员\(names.short(person))已经在\($0)。" },
                en: { "Person \(names.short(person)) is at \($0) already." })
        case .statusHoldsNoPlace(let person, let status):
            return Wording(
                zh: "人员\(names.short(person))的身份是\(status.name.zh)，不占编制。",
                en: "Person \(names.short(person)) has the status “\(status.name.en)”, which holds no place.")
        case .notTolerable(let invariant):
            let subject = names.subject(of: invariant)
            return Wording(
                zh: "\(subject.zh)的问题不能容忍，或者已有容忍项。",
                en: "A breach for \(subject.en) cannot be put up with, or is put up with already.")
        case .nothingToReverse(let position, let index):
            return Wording(
                zh: "第\(position)号决定没有第\(index + 1)项变动可以撤回，或者已经撤回。",
                en: "Decision \(position) has no change \(index + 1) to take back, or it was taken back already.")
        case .breaks(let invariant, let excess):
            return names.breach(of: invariant, by: excess)
        case .breaksLaterAct(let position, let refusal):
            let reason = refusal.wording(in: register)
            return Wording(
                zh: "之后的第\(position)号决定会不再成立：\(reason.zh)",
                en: "The later decision \(position) would no longer hold. \(reason.en)")
        }
    }
}

extension FigureGroup {
    /// The name of the group of figures.
    package var name: Wording {
        switch self {
        case .heads: Wording(zh: "编制数", en: "headcount figures")
        case .posts: Wording(zh: "领导职数", en: "leader post figures")
        }
    }
}
