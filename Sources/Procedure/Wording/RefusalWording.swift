import Basics

extension MotionRefusal {
    /// Why not, and the way out.
    /// - Parameter table: the name of the competence table, where one is adopted.
    package func wording(of table: String) -> Wording {
        switch self {
        case .withdrawn:
            Wording(zh: "动议件已撤回，需要时请重新提出。", en: "The motion was withdrawn; open another if need be.")
        case .decided(let position):
            Wording(
                zh: "动议件已由第\(position)号决定办结，只可补录备案。",
                en: "The motion was decided by Act \(position); it can only be filed now.")
        case .returned:
            Wording(
                zh: "动议件已退回，请修改后用 sanding motion open --again 重新提出。",
                en: "The motion was returned; mend it and move it again with sanding motion open --again.")
        case .ownDraft:
            Wording(
                zh: "起草人不能论证、退回、表决或决定自己的动议；列席会议不计入到会。",
                en:
                    "Whoever drafted a motion does not review, return, vote on or decide it; sitting in is not being present."
            )
        case .notTakenOn:
            Wording(
                zh: "部门申报的动议件须先由经办受理，再论证、审议和决定。",
                en: "What a department filed is taken on by a clerk before it is reviewed, deliberated or decided.")
        case .ownRequest:
            Wording(
                zh: "本人申报的动议件应由其他经办受理；不再需要的，请撤回。",
                en: "What you filed yourself is taken on by another clerk; withdraw it if it is needed no more.")
        case .notDrafter:
            Wording(
                zh: "只有提出动议的经办人可以撤回；其他人请用退回。", en: "Only whoever drafted it withdraws it; others return it.")
        case .sameText:
            Wording(
                zh: "文本没有变化，动议件已在办理中。", en: "The text is the same as the one that is moved already.")
        case .beforeMotion(let day):
            Wording(zh: "\(day)早于前一步骤，请核对日期。", en: "\(day) is before the step it follows; check the day.")
        case .notYet(let day): Wording(zh: "\(day)还没有到，请在办理后登记。", en: "\(day) has not come yet.")
        case .notOnAgenda(let day, let other):
            Wording(
                zh: (other.map { "议题列在\($0)的会议，不是\(day)。" } ?? "议题没有列入\(day)的会议议程。")
                    + "先用 sanding motion agenda 列入。",
                en: (other.map { "It is on the agenda of \($0), not of \(day)." }
                    ?? "It is not on the agenda of a meeting on \(day).")
                    + " Put it there first with sanding motion agenda.")
        case .nobodyPresent: Wording(zh: "没有写明到会人员。", en: "Nobody is named as present.")
        case .namedTwice:
            Wording(zh: "同一名成员重复出现，请核对到会和缺席名单。", en: "A member is named twice; check who was present and absent.")
        case .moreThanPresent(let inFavour, let present):
            Wording(
                zh: "赞成\(inFavour)名与到会\(present)名不符，请核对。",
                en: "\(inFavour) in favour of \(present) present can't be; check.")
        case .tooManyMembers(let named, let members):
            Wording(
                zh: "到会和缺席共\(named)名，而编委会只有\(members)名成员；列席人员请不要计入。",
                en: "\(named) are named, but the commission has \(members) members; leave out who only sat in.")
        case .missing(let step):
            Wording(
                zh: step.wording(of: table).zh + step.lack.way.zh,
                en: step.wording(of: table).en + " " + step.lack.way.en)
        case .noRow(let kind, let table):
            Wording(
                zh: "《\(table)》没有条款规定“\(kind.name.zh)”在这种情形下由谁审批，请补充权限表。",
                en: "“\(table)” has no row that says who decides “\(kind.name.en)” here; complete the table.")
        case .afterDecision(let day, let decided):
            Wording(
                zh: "有步骤办理于\(day)，晚于文件的决定日期\(decided)，请核对。",
                en: "A step was taken on \(day), after the document was decided on \(decided); check.")
        }
    }
}
