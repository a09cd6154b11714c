import Basics

extension Refusal {
    /// What to do about it.
    package func wayOut(in register: Register) -> Wording {
        let names = Naming(register: register)
        switch self {
        case .nothingToDo:
            return Wording(zh: "加上至少一项变动再提交。", en: "Add at least one change and send it again.")
        case .documentTaken:
            return Wording(
                zh: "核对文号；如果是同一份文件，选用已登记的那一份。",
                en: "Check the number. If it is the same document, choose the one that is recorded.")
        case .fourEyes:
            return Wording(zh: "请另一个人决定。", en: "Ask somebody else to decide it.")
        case .recordedTooEarly:
            return Wording(zh: "核对服务器时钟，然后重新提交。", en: "Check the clock of the server, then send it again.")
        case .alreadyOpened:
            return Wording(zh: "用更正来补录。", en: "Record what is missing as a correction.")
        case .notByThisAct:
            return Wording(
                zh: "撤回变动请用更正；容忍项只能由基线或已决定的方案设立，由方案转移。",
                en: "Take changes back with a correction. Only a baseline or a decided plan may put up with a breach, "
                    + "and only a plan may move that.")
        case .unknownInstitution:
            return Wording(zh: "从台账中选择机构，或者先设立它。", en: "Choose a body from the register, or set it up first.")
        case .closedInstitution:
            return Wording(
                zh: "改用承接它的机构，或者先恢复它。", en: "Use the body that took over, or reopen this one first.")
        case .identifierTaken:
            return Wording(
                zh: "刷新页面看是否已经提交过；如果没有，重新提交。",
                en: "Reload the page to see if it was sent already. If not, send it again.")
        case .nameTaken:
            return Wording(zh: "换一个名称，或者先给现存机构更名。", en: "Use another name, or rename the living body first.")
        case .notClosedBy(let id, _):
            if case .closed(let position, _)? = register.institutions[id]?.status {
                return Wording(zh: "引用第\(position)号决定。", en: "Name decision \(position), which closed it.")
            }
            return Wording(zh: "它没有撤销，不需要恢复。", en: "It is not closed, so it needs no reopening.")
        case .unknownPerson:
            return Wording(zh: "从台账中选择人员，或者先登记。", en: "Choose a person from the register, or record them first.")
        case .disputedIdentity:
            return Wording(zh: "先核清身份并取消存疑标记。", en: "Settle who they are first, and end the dispute in the register.")
        case .futurePersonMove:
            return Wording(
                zh: "到那一天再提交；编制和职数可以提前预留。",
                en: "Send it on that day. Headcount and posts can be reserved before.")
        case .unknownDuty:
            return Wording(zh: "从台账中选择职责，或者先录入。", en: "Choose a duty from the register, or state it first.")
        case .dutyHasMatter(let id):
            let held = register.matters(of: id).map { names.matter($0) }
            let zh = held.map(\.zh).joined(separator: "、")
            let en = held.map(\.en).joined(separator: ", ")
            return Wording(
                zh: "先解除它与\(zh.isEmpty ? "事项" : zh)的关联，另定牵头或者登记空缺。",
                en: "End its part first (\(en.isEmpty ? "matter" : en)), and name another lead or record the gap.")
        case .unknownMatter:
            return Wording(
                zh: "从事项目录中选择，或者先关联职责。", en: "Choose a matter from the catalogue, or join the duty to it first.")
        case .unknownReservation:
            return Wording(zh: "查看未用完的预留，或者新开一笔。", en: "Look at the open reservations, or make a new one.")
        case .plateOrUnit:
            return Wording(
                zh: "查看这个机构现有的牌子和内设机构。", en: "Look at the name plates and units the body has now.")
        case .locked(_, let reform):
            return Wording(
                zh: "在\(reform)的改革中办理，或者等解锁。退休等减员不受影响。",
                en: "Do it as part of \(reform), or wait until the lock ends. "
                    + "Exits such as retirement are always possible.")
        case .lockState:
            return Wording(zh: "查看这个机构的锁定状态。", en: "Look at whether the body is locked, and for which reform.")
        case .unknownTolerance:
            return Wording(
                zh: "查看现有容忍项；它可能已经消化完。", en: "Look at the open tolerances. It may have fallen to zero already.")
        case .unknownRules:
            return Wording(zh: "查看采用中的规则包。", en: "Look at the rule packs that are gone by.")
        case .unchanged:
            return Wording(zh: "去掉这项变动，或者改成新的值。", en: "Leave this change out, or give the new value.")
        case .supervisorCycle:
            return Wording(zh: "选择不受它主管的机构。", en: "Choose a supervisor that is not under it.")
        case .holdsNoAccounts:
            return Wording(
                zh: "把编制和人员放到主办或所在机构；改变类型之前先清空。",
                en: "Put headcount and people at another body. Before a change of type, move everything out.")
        case .blankText:
            return Wording(zh: "填写名称或内容。", en: "Write the name or text.")
        case .countOutOfRange:
            return Wording(
                zh: "填写1至10000000之间的数；总量可以为零。",
                en: "Enter a number from 1 to 10,000,000. A ceiling may be zero.")
        case .sameAccount:
            return Wording(
                zh: "选择不同的转出和转入；编制不能与职数互换，总量不能预留。",
                en: "Choose two that differ. Heads cannot be exchanged for posts, and nothing is reserved on the grant."
            )
        case .unknownBalance(_, let group):
            return Wording(
                zh: "先核实并录入它的\(group.name.zh)。", en: "Find out and record its \(group.name.en) first.")
        case .balanceNotEmpty:
            return Wording(zh: "先把核定数转走，或者更正原来的记录。", en: "Move the figures out first, or correct what was recorded.")
        case .beyondReservation(_, let held):
            return Wording(zh: "最多使用\(held)名，或者另开一笔预留。", en: "Use at most \(held), or make another reservation.")
        case .reservationTerm:
            return Wording(
                zh: "最后一天之内可以使用，过后只能到期；如果还需要，新开一笔。",
                en: "It can be used until its last day, and ends only after it. If it is still needed, make a new one.")
        case .notOnEstablishment:
            return Wording(
                zh: "核对人员现在的机构和编制类别。", en: "Check where the person is on the establishment, and on which kind.")
        case .alreadyThere:
            return Wording(
                zh: "不需要再办；如果是换编制类别，用转隶。", en: "Nothing is left to do. To change the kind, transfer the person.")
        case .statusHoldsNoPlace:
            return Wording(
                zh: "先更正身份，或者先下编。", en: "Correct the status first, or take the person off the establishment.")
        case .notTolerable:
            return Wording(
                zh: "改正问题本身；只有超编、超职数、重复占编和超总量可以容忍。",
                en: "Mend the breach itself. Only too many people, leaders, places or heads given out "
                    + "can be put up with.")
        case .nothingToReverse:
            return Wording(
                zh: "查看那项决定的变动；已撤回的如需恢复，另作决定。",
                en: "Look at the changes of that decision. What was taken back is brought back by a new decision.")
        case .breaks(let invariant, let excess):
            return names.mending(of: invariant, excess)
        case .breaksLaterAct(let position, let refusal):
            let rest = refusal.wayOut(in: register)
            return Wording(
                zh: "先更正第\(position)号决定，或者改变生效日期。\(rest.zh)",
                en: "Correct decision \(position) first, or change the day of effect. \(rest.en)")
        }
    }
}

extension Naming {
    /// What mends a breach before it is made.
    fileprivate func mending(of invariant: Invariant, _ excess: Int) -> Wording {
        switch invariant {
        case .notBelowZero:
            Wording(zh: "少转\(excess)名，或者先补足。", en: "Move \(excess) fewer, or add what is missing first.")
        case .headsWithinBalance:
            Wording(
                zh: "先增加核定数、减少人员或作废预留\(excess)名。",
                en: "First add \(excess) to what is approved, or have \(excess) fewer people or reserved heads.")
        case .postsWithinBalance:
            Wording(
                zh: "先增加职数、免去职务或作废预留\(excess)名。",
                en: "First add \(excess) to the posts, or have \(excess) fewer leaders or reserved posts.")
        case .poolCoversReservations:
            Wording(zh: "少用\(excess)名，或者先作废预留。", en: "Take \(excess) fewer, or give up reservations first.")
        case .onePlace:
            Wording(zh: "先从原来的编制下编，或者用转隶。", en: "Take the person off the first place, or transfer them.")
        case .closedHoldsNothing:
            Wording(
                zh: "在同一决定中写明每一项的去向（编随事走、人随编走）。",
                en: "Say in the same decision where each of them goes.")
        case .oneLead:
            Wording(
                zh: "每个区域定一个牵头单位，或者登记空缺。", en: "Name one lead for each area, or record the gap.")
        case .withinCeiling:
            Wording(zh: "少用\(excess)名，或者先登记新的总量文件。", en: "Give out \(excess) fewer, or record a higher ceiling first.")
        }
    }
}
