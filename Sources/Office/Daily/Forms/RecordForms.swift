import Basics
import Procedure
import Registry

/// What was recorded and never should have been; breaches that are over; rules no longer gone by.
let recordForms: [ChangeForm] = [
    ChangeForm(
        ChangeForm.takingBack, .record, Wording(zh: "撤销变动", en: "take changes back"),
        for: Wording(
            zh: "决定中本不应有的变动，视为自始没有发生；沿革中照留。后来的决定以它为前提的，先要更正后来的。",
            en: "What never should have been counts as never having happened, and stays in the history. "
                + "Later Acts that build upon it have to be put right first."),
        [
            FormItem(
                "act", Wording(zh: "决定号", en: "number of the Act"), .number(1...99_999_999),
                hint: Wording(zh: "决定在台账中的序号", en: "its number in the register")),
            FormItem(
                "changes", Wording(zh: "第几项", en: "which changes"), .line, isRequired: false,
                hint: Wording(zh: "留空为全部；否则如 3、5-8", en: "empty: all of them; else such as 3, 5-8")),
            FormItem(
                "reason", Wording(zh: "理由", en: "reason"), .text,
                hint: Wording(
                    zh: "为什么本不应有；后来才变的，不撤销，另作变动",
                    en: "why it never should have been; what only changed later is another change, not this")),
        ]
    ) { $0.takingBack() },
    ChangeForm(
        "close-tolerance", .record, Wording(zh: "容忍项销号", en: "close a tolerance"),
        for: Wording(
            zh: "超出的已消化，不再容忍；仍有超出的不能销号，可在同一件中先办消化。",
            en:
                "Ends a tolerance whose breach is over. While it is not, this is refused; what mends it may be done in the "
                + "same draft."),
        [FormItem("tolerance", Wording(zh: "容忍项", en: "tolerance"), .tolerance)]
    ) { [.closeTolerance($0.tolerance())] },
    ChangeForm(
        "repeal-rules", .record, Wording(zh: "停用规则包", en: "repeal rules"),
        for: Wording(zh: "自生效日起不再按这个规则包核定。", en: "From the day on the office no longer goes by this rule pack."),
        [FormItem("rules", Wording(zh: "规则包代码", en: "code of the rule pack"), .rules)]
    ) { [.repealRules($0.text("rules"))] },
]

extension ChangeForm {
    /// The code of the form that takes changes of earlier Acts back.
    static let takingBack = "reverse"
    /// How many changes one form takes back at most.
    private static let mostTakenBack = 500

    fileprivate static func tooMany(_ count: Int) -> AnswerFault? {
        guard count > mostTakenBack else { return nil }
        return AnswerFault(
            "too-many", zh: "一次最多撤销\(mostTakenBack)项，现为\(count)项。",
            en: "At most \(mostTakenBack) are taken back at once; these are \(count).")
    }
}

extension Filling {
    /// The changes of an Act that the form takes back, the last first, as they would be undone by hand. Whether each is
    /// there to be taken back, and what later hangs on it, is for the judge to say.
    fileprivate mutating func takingBack() -> [Change] {
        let position = number("act")
        guard history.entries.indices.contains(position - 1) else {
            refuse("act", "unknown-position", zh: "台账中没有第\(position)号决定。", en: "There is no Act \(position).")
            return []
        }
        let act = history.entries[position - 1].act
        do throws(AnswerFault) {
            let chosen =
                if let text = textIfAny("changes") { try readIndices(text) } else { try whole(act, at: position) }
            if let fault = ChangeForm.tooMany(chosen.count) { throw fault }
            // The day is when everything counts that is shown: what takes effect only later would not be among it.
            if let late = chosen.first(where: { act.changes.indices.contains($0) && act.changes[$0].day > day }) {
                let starts = act.changes[late].day
                throw AnswerFault(
                    "takes-effect-later", zh: "第\(late + 1)项自\(starts)起生效，本件的生效日期不能早于该日。",
                    en: "Change \(late + 1) takes effect on \(starts); this draft can't be of an earlier day.")
            }
            return chosen.sorted(by: >).map { .reverse(position: position, index: $0) }
        } catch {
            refuse("changes", error.code, zh: error.wording.zh, en: error.wording.en)
            return []
        }
    }

    /// All of an Act that was not taken back yet, but what takes others back, which stays.
    private func whole(_ act: Act, at position: Int) throws(AnswerFault) -> [Int] {
        guard act.basis != .plan, act.basis != .counter else {
            throw AnswerFault(
                "a-plan", zh: "这是改革方案的决定，整体请用“撤回方案”；这里只撤销写明的各项。",
                en: "This Act carries out a plan, which is undone whole as a plan; here say which changes are meant.")
        }
        let left = act.changes.indices.filter { index in
            if case .reverse = act.changes[index].change { return false }
            return !history.isReversed(position: position, index: index)
        }
        guard !left.isEmpty else {
            throw AnswerFault(
                "nothing-to-reverse", zh: "第\(position)号决定没有可撤销的变动。", en: "Act \(position) has nothing to take back.")
        }
        return left
    }
}

/// Reads `3、5-8` as indices from 0, each once and in order.
private func readIndices(_ text: String) throws(AnswerFault) -> [Int] {
    let fault = AnswerFault("not-numbers", zh: "应写作 3、5-8。", en: "Write them as 3, 5-8.")
    var found: Set<Int> = []
    for part in text.split(whereSeparator: { ["、", "，", ",", "；", ";", " "].contains($0) }) {
        let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first >= 1,
            last >= first
        else { throw fault }
        if let tooMany = ChangeForm.tooMany(last - first + 1) { throw tooMany }
        found.formUnion(first - 1...last - 1)
    }
    guard !found.isEmpty else { throw fault }
    return found.sorted()
}

extension Register {
    /// The open tolerance that is about what an answer names, in either language.
    func tolerated(_ answer: String) throws(AnswerFault) -> Invariant {
        let found = tolerances.keys.filter { invariant in
            let subject = invariant.subject(in: self)
            return subject.zh == answer || subject.en == answer
        }
        guard let first = found.first else {
            throw AnswerFault(
                "unknown-tolerance", zh: "没有这个容忍项，请从所列中选择。",
                en: "There is no such tolerance; choose one of those listed.")
        }
        guard found.count == 1 else {
            throw AnswerFault(
                "several-tolerances", zh: "有\(found.count)个容忍项同名。", en: "\(found.count) tolerances have that name.")
        }
        return first
    }

    /// The code of a rule pack that is gone by. The competence table is none: the office always decides by one.
    func rulesGoneBy(_ answer: String) throws(AnswerFault) -> String {
        guard answer != CompetenceTable.code, rules[answer] != nil else {
            throw AnswerFault(
                "unknown-rules", zh: "没有采用这个代码的规则包。", en: "The office goes by no rule pack of this code.")
        }
        return answer
    }
}
