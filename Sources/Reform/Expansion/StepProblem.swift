import Basics
import Registry

/// Why a step does not apply to the register of its day, with the way out.
package enum StepProblem: Error, Hashable, Sendable {
    /// No living body of that name; those it may have meant.
    case unknownBody(String, candidates: [String])
    /// Several bodies fit the name.
    case ambiguousBody(String, candidates: [String])
    /// The body was closed by an earlier step or Act.
    case closedBody(String)
    /// A body can't be merged into itself or listed twice.
    case repeatedBody(String)
    /// These duties of the body have no taker.
    case dutiesWithoutTaker(String, [String])
    /// No duty of the body is meant by this selection.
    case noSuchDuty(String, Selection)
    /// So many people of the body have no place to go.
    case peopleWithoutPlace(String, Int)
    /// The bodies it supervises have no new supervisor.
    case childrenWithoutSupervisor(String, [String])
    /// So many people are not there to be moved.
    case notEnoughPeople(String, asked: Int, there: Int)
    /// So many heads are not there to be moved.
    case notEnoughHeads(String, asked: Int, there: Int)
    /// The body's figures are unknown.
    case unknownFigures(String)
    /// The body already has that funding, name or number, so the step would do nothing.
    case nothingToDo(String)
    /// The heads would be more than before: a cut only cuts.
    case notACut(String, remaining: Int, now: Int)
    /// The body has heads of several kinds; the step must say which.
    case kindNotSaid(String, [EstablishmentKind])
    /// So many in place would be over the new number; a day by which they are absorbed is missing.
    case absorptionMissing(String, over: Int)
    /// A step needs what the text doesn't say.
    case missing(String)
    /// The register refuses what the step expands to; the refusal and its words.
    case refused(Refusal, Wording)
}

extension StepProblem {
    /// The stable code.
    package var code: String {
        switch self {
        case .unknownBody: "unknown-body"
        case .ambiguousBody: "ambiguous-body"
        case .closedBody: "closed-body"
        case .repeatedBody: "repeated-body"
        case .dutiesWithoutTaker: "duties-without-taker"
        case .noSuchDuty: "no-such-duty"
        case .peopleWithoutPlace: "people-without-place"
        case .childrenWithoutSupervisor: "children-without-supervisor"
        case .notEnoughPeople: "not-enough-people"
        case .notEnoughHeads: "not-enough-heads"
        case .unknownFigures: "unknown-figures"
        case .nothingToDo: "nothing-to-do"
        case .notACut: "not-a-cut"
        case .kindNotSaid: "kind-not-said"
        case .absorptionMissing: "absorption-missing"
        case .missing: "missing"
        case .refused(let refusal, _): refusal.code
        }
    }

    /// What is in the way, and what to do.
    package var wording: Wording {
        switch self {
        case .unknownBody(let name, let candidates):
            Wording(
                zh: "台账中没有“\(name)”。" + (candidates.isEmpty ? "请核对名称。" : "是否指：\(candidates.joined(separator: "、"))？"),
                en: "The register has no “\(name)”. "
                    + (candidates.isEmpty ? "Check the name." : "Did you mean: \(candidates.joined(separator: ", "))?"))
        case .ambiguousBody(let name, let candidates):
            Wording(
                zh: "“\(name)”可指多个机构：\(candidates.joined(separator: "、"))。请写全称。",
                en: "“\(name)” fits several bodies: \(candidates.joined(separator: ", ")). Write the full name.")
        case .closedBody(let name):
            Wording(
                zh: "“\(name)”已撤销或已被前面的步骤并走。请改用承接机构。",
                en: "“\(name)” is closed, or an earlier step took it. Name the body that took over.")
        case .repeatedBody(let name):
            Wording(
                zh: "“\(name)”重复出现，机构不能并入自己。请删去一处。",
                en: "“\(name)” stands twice; a body can't be merged into itself. Remove one of them.")
        case .dutiesWithoutTaker(let name, let duties):
            Wording(
                zh: "“\(name)”有\(duties.count)项职责无承接单位：\(duties.joined(separator: "；"))。请写明去向或注明取消。",
                en: "\(duties.count) duties of “\(name)” have no taker: \(duties.joined(separator: "; ")). "
                    + "Say who takes them, or that they are dropped.")
        case .noSuchDuty(let name, let selection):
            Wording(
                zh: "“\(name)”没有\(selection.words.zh)的职责。请核对序号或文字。",
                en: "“\(name)” has no duty \(selection.words.en). Check the number or the words.")
        case .peopleWithoutPlace(let name, let count):
            Wording(
                zh: "“\(name)”的\(count)名人员没有去向。请写明由哪个单位接收。",
                en: "\(count) people of “\(name)” have no place to go. Say which body takes them.")
        case .childrenWithoutSupervisor(let name, let children):
            Wording(
                zh: "“\(name)”所属的\(children.joined(separator: "、"))没有新的主管部门。请写明。",
                en: "The bodies under “\(name)” have no new supervisor: \(children.joined(separator: ", ")). Name one.")
        case .notEnoughPeople(let name, let asked, let there):
            Wording(
                zh: "“\(name)”可转隶的人员为\(there)名，不足\(asked)名。请减少人数。",
                en: "“\(name)” has \(there) people who can be moved, not \(asked). Move fewer.")
        case .notEnoughHeads(let name, let asked, let there):
            Wording(
                zh: "“\(name)”可划转的编制为\(there)名，不足\(asked)名。请减少名额。",
                en: "“\(name)” has \(there) heads that can be moved, not \(asked). Move fewer.")
        case .unknownFigures(let name):
            Wording(
                zh: "“\(name)”的编制或职数未知，不能变动。请先补录核定数。",
                en: "The figures of “\(name)” are unknown, so nothing can be moved. Record them first.")
        case .nothingToDo(let name):
            Wording(
                zh: "“\(name)”现状已是如此，此步骤无变化。请删去。",
                en: "“\(name)” is like that already, so the step does nothing. Remove it.")
        case .notACut(let name, let remaining, let now):
            Wording(
                zh: "“\(name)”现有编制\(now)名，不能核减为\(remaining)名。",
                en: "“\(name)” has \(now) heads; it can't be cut to \(remaining).")
        case .kindNotSaid(let name, let kinds):
            Wording(
                zh: "“\(name)”有多类编制（\(kinds.map(\.name.zh).joined(separator: "、"))），请写明编制类别。",
                en: "“\(name)” has heads of several kinds (\(kinds.map(\.name.en).joined(separator: ", "))). Say which."
            )
        case .absorptionMissing(let name, let over):
            Wording(
                zh: "“\(name)”实有将超出\(over)名，请写明消化期限。",
                en: "“\(name)” would be over by \(over). Say by which day they are absorbed.")
        case .missing(let what):
            Wording(zh: "此步骤缺少“\(what)”。", en: "This step lacks “\(what)”.")
        case .refused(_, let words): words
        }
    }
}

extension Selection {
    /// The selection in words.
    package var words: Wording {
        switch self {
        case .all: Wording(zh: "任何", en: "at all")
        case .numbers(let numbers):
            Wording(
                zh: "序号为\(numbers.map(String.init).joined(separator: "、"))",
                en: "number \(numbers.map(String.init).joined(separator: ", "))")
        case .containing(let text): Wording(zh: "含“\(text)”", en: "containing “\(text)”")
        }
    }
}
