import Basics
import Registry

extension StepProblem {
    /// What is in the way, and what to do.
    package var wording: Wording {
        switch self {
        case .several(let all):
            Wording(
                zh: all.enumerated().map { "（\($0.offset + 1)）\($0.element.wording.zh)" }.joined(),
                en: all.enumerated().map { "(\($0.offset + 1)) \($0.element.wording.en)" }.joined(separator: " "))
        case .unknownBody, .ambiguousBody, .closedBody, .repeatedBody, .notBelow, .notClosed, .notOutside,
            .notAnEnterprise, .holdsNoHeads, .nothingToDo, .missing:
            wordingOfBodies
        case .dutiesWithoutTaker, .noSuchDuty, .whichDuty, .leadTaken, .leadMissing, .ambiguousMatter:
            wordingOfDuties
        case .peopleWithoutPlace, .childrenWithoutSupervisor, .notEnoughPeople, .headsWithoutTaker, .signsWithoutTaker,
            .noSuchSign, .unknownPerson, .placeNotHeld:
            wordingOfBelongings
        case .notEnoughHeads, .unknownFigures, .notACut, .kindNotSaid, .absorptionMissing:
            wordingOfFigures
        case .refused(_, let words): words
        }
    }

    private var wordingOfBodies: Wording {
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
        case .notBelow(let name, let parent):
            Wording(
                zh: "“\(name)”不是“\(parent)”所属的单位。请核对名称。",
                en: "“\(name)” is not under “\(parent)”. Check the name.")
        case .notClosed(let name):
            Wording(
                zh: "没有已撤销的“\(name)”，不能恢复。请写撤销时的全称。",
                en:
                    "No closed body is named “\(name)”, so none can be restored. Write its full name when it was closed."
            )
        case .notOutside(let name):
            Wording(
                zh: "“\(name)”不是企业、乡镇（街道）或垂直管理机构。请改用“划转职责”。",
                en: "“\(name)” is no enterprise, township or body managed from above. Use “move duties”.")
        case .notAnEnterprise(let name):
            Wording(
                zh: "“\(name)”不是企业，人员不能转入企业。请改用“带编转隶”“转隶”或“回原单位”。",
                en: "“\(name)” is no enterprise. Use “move with heads”, “move without heads” or “call back”.")
        case .holdsNoHeads(let name):
            Wording(
                zh: "“\(name)”没有编制，人员不能转隶到那里。请改用“转入企业”或“回原单位”。",
                en: "“\(name)” holds no heads, so nobody can be moved there. Use “go over” or “call back”.")
        case .nothingToDo(let name):
            Wording(
                zh: "“\(name)”现状已是如此，此步骤无变化。请删去。",
                en: "“\(name)” is like that already, so the step does nothing. Remove it.")
        case .missing(let what):
            Wording(zh: "此步骤缺少“\(what)”，请补写。", en: "This step lacks “\(what)”. Write it.")
        default: Wording(zh: "", en: "")
        }
    }

    private var wordingOfDuties: Wording {
        switch self {
        case .dutiesWithoutTaker(let name, let duties):
            Wording(
                zh: "“\(name)”有\(duties.count)项职责无承接单位：\(duties.joined(separator: "；"))。请写明去向或注明取消。",
                en: "\(duties.count) duties of “\(name)” have no taker: \(duties.joined(separator: "; ")). "
                    + "Say who takes them, or that they are dropped.")
        case .noSuchDuty(let name, let selection):
            Wording(
                zh: "“\(name)”没有\(selection.words.zh)的职责。请核对序号或文字。",
                en: "“\(name)” has no duty \(selection.words.en). Check the number or the words.")
        case .whichDuty(let name, let matter):
            Wording(
                zh: "“\(name)”的哪条职责对应“\(matter)”不明。请写明序号或“含”，或先新增职责。",
                en:
                    "Which duty of “\(name)” is about “\(matter)” can't be told. Give its number or words, or state it first."
            )
        case .leadTaken(let matter, let leads):
            Wording(
                zh: "“\(matter)”已由\(leads.joined(separator: "、"))牵头。请将其列入“配合”“实施”或“退出”。",
                en:
                    "“\(matter)” is led by \(leads.joined(separator: ", ")) already. Name it under assist, execute or leave."
            )
        case .leadMissing(let matter):
            Wording(
                zh: "“\(matter)”将无人牵头。请写明“牵头”，或以“踏空”记录在案。",
                en: "Nobody would lead “\(matter)”. Name a lead, or put a gap on record.")
        case .ambiguousMatter(let name, let catalogues):
            Wording(
                zh: "名为“\(name)”的事项在\(catalogues.joined(separator: "、"))中都有。请写明目录。",
                en: "“\(name)” stands in several catalogues: \(catalogues.joined(separator: ", ")). Say which.")
        default: Wording(zh: "", en: "")
        }
    }

    private var wordingOfBelongings: Wording {
        switch self {
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
        case .headsWithoutTaker(let name, let count):
            Wording(
                zh: "“\(name)”的\(count)名编制没有去向。请写明各部分的编制数，或由一个部分承接其余。",
                en: "\(count) heads of “\(name)” go nowhere. Give each part its number, or let one take the rest.")
        case .signsWithoutTaker(let name, let signs):
            Wording(
                zh: "“\(name)”的牌子或内设机构没有去向：\(signs.joined(separator: "、"))。请写入某一部分。",
                en:
                    "Name plates or units of “\(name)” go nowhere: \(signs.joined(separator: ", ")). Name them under a part."
            )
        case .noSuchSign(let name, let signs):
            Wording(
                zh: "“\(name)”没有\(signs.joined(separator: "、"))。请核对牌子或内设机构的名称。",
                en: "“\(name)” has no \(signs.joined(separator: ", ")). Check the name of the plate or unit.")
        case .unknownPerson(let id):
            Wording(
                zh: "台账中没有编号为\(id)的人员。请核对编号。", en: "The register has no person \(id). Check the identifier.")
        case .placeNotHeld(let id, let name):
            Wording(
                zh: "人员\(id)在“\(name)”以外没有别的占编，或不在其编。请核对。",
                en: "Person \(id) holds no place but at “\(name)”, or none there. Check both.")
        default: Wording(zh: "", en: "")
        }
    }

    private var wordingOfFigures: Wording {
        switch self {
        case .notEnoughHeads(let name, let asked, let there):
            Wording(
                zh: "“\(name)”可划转的编制为\(there)名，不足\(asked)名。请减少名额。",
                en: "“\(name)” has \(there) heads that can be moved, not \(asked). Move fewer.")
        case .unknownFigures(let name):
            Wording(
                zh: "“\(name)”的编制或职数未知，不能变动。请先补录核定数。",
                en: "The figures of “\(name)” are unknown, so nothing can be moved. Record them first.")
        case .notACut(let name, let remaining, let now):
            Wording(
                zh: "“\(name)”现有编制\(now)名，不能核减为\(remaining)名。请写更小的数，或改用“划转编制”。",
                en: "“\(name)” has \(now) heads; it can't be cut to \(remaining). Write less, or use “move heads”.")
        case .kindNotSaid(let name, let kinds):
            Wording(
                zh: "“\(name)”有多类编制（\(kinds.map(\.name.zh).joined(separator: "、"))），请写明编制类别。",
                en: "“\(name)” has heads of several kinds (\(kinds.map(\.name.en).joined(separator: ", "))). Say which."
            )
        case .absorptionMissing(let name, let over):
            Wording(
                zh: "“\(name)”实有将超出\(over)名，请写明消化期限。",
                en: "“\(name)” would be over by \(over). Say by which day they are absorbed.")
        default: Wording(zh: "", en: "")
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
