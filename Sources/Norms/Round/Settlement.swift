import Basics
import Registry

/// What a clerk decides for a row of a round: so many, for a reason.
package struct Settlement: Hashable, Sendable {
    /// The body.
    package let body: Institution.ID
    /// The item.
    package let item: NormItem
    /// The figure decided.
    package let number: Int
    /// Why; never empty once settled.
    package let reason: String

    /// A decision for a row.
    package init(body: Institution.ID, item: NormItem, number: Int, reason: String) {
        self.body = body
        self.item = item
        self.number = number
        self.reason = reason
    }
}

/// Why a settlement is refused.
package enum SettlementRefusal: Error, Hashable, Sendable {
    /// The round has no row for that body and item.
    case noRow(Institution.ID, NormItem)
    /// Facts or packs are missing: they are to be supplied, not guessed.
    case cannotTell(NormItem, Verdict.Missing)
    /// What the register has is unknown.
    case unknownFigure(NormItem)
    /// No rule gives ground for a figure.
    case noRule(NormItem)
    /// No reason is given.
    case noReason
    /// It is not a number of posts: negative, or more than a body can have.
    case notACount(Int)
    /// Outside what the rules allow.
    case outside(Int, NormItem, NumberRange)

    /// A stable code.
    package var code: String {
        switch self {
        case .noRow: "settlement-no-row"
        case .cannotTell: "settlement-cannot-tell"
        case .unknownFigure: "settlement-unknown-figure"
        case .noRule: "settlement-no-rule"
        case .noReason: "settlement-no-reason"
        case .notACount: "settlement-not-a-count"
        case .outside: "settlement-outside"
        }
    }

    /// What is wrong and what to do.
    package var wording: Wording {
        switch self {
        case .noRow(_, let item):
            Wording(
                zh: "本轮核定中没有该机构的\(item.name.zh)，请核对机构和项目。",
                en: "this round has no row for \(item.name.en) of that body; check body and item.")
        case .cannotTell(let item, let missing):
            Wording(
                zh: "\(item.name.zh)\(missing.wording.zh)。请先补全，再核定。",
                en: "\(item.name.en): \(missing.wording.en). Supply it first.")
        case .unknownFigure(let item):
            Wording(
                zh: "台账中现核定的\(item.name.zh)不明，请先补录台账，再核定。",
                en: "what the register has of \(item.name.en) is unknown; complete the register first.")
        case .noRule(let item):
            Wording(
                zh: "没有规则核定\(item.name.zh)，请先采用有此规定的规则包。",
                en: "no rule decides \(item.name.en); adopt a pack that does first.")
        case .noReason:
            Wording(zh: "没有写明理由，请补写。", en: "no reason is given; write one.")
        case .notACount(let number):
            Wording(
                zh: "“\(number)”不是职数，应为0到10000的整数。", en: "“\(number)” is no number of posts; write one from 0 to 10000."
            )
        case .outside(let number, let item, let range):
            Wording(
                zh: "\(number)不在规则核定的\(item.amount(range).zh)之内，请改为范围内的数。",
                en: "\(number) is outside \(item.amount(range).en), which the rules allow; choose a number within.")
        }
    }
}
