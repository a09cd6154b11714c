import Basics
import Registry

/// A wave of a plan (波次): steps that take effect together, on a day and under conditions.
package struct Wave: Sendable, Hashable {
    /// The day it is to take effect.
    package let day: Day
    /// What must be so before it is carried out; nothing for the first, which is enacted when the plan is decided.
    package let conditions: [WaveCondition]
    /// The last day for which what it needs is put aside.
    package let heldUntil: Day
    /// What to do, in order.
    package let steps: [Step]

    /// How long what a later wave needs stays put aside after its day unless the plan says otherwise, in days.
    package static let term = 180

    /// A wave.
    package init(day: Day, conditions: [WaveCondition] = [], heldUntil: Day? = nil, steps: [Step]) {
        self.day = day
        self.conditions = conditions
        self.heldUntil = heldUntil ?? day.advanced(by: Self.term)
        self.steps = steps
    }
}

/// What must be so before a wave is carried out (波次条件).
package enum WaveCondition: Sendable, Hashable {
    /// A body is there.
    case exists(String)
    /// So many heads of a body, of a kind or of all kinds, are neither filled nor reserved.
    case free(Int, String, EstablishmentKind?)
    /// This day has passed.
    case passed(Day)
    /// Something only an official can tell; who carries the wave out confirms it.
    case stated(String)
}

/// How a condition of a wave stands.
package enum ConditionState: Sendable, Hashable {
    /// It is so.
    case met
    /// It is not so.
    case unmet
    /// An official has to say.
    case toConfirm
}

extension WaveCondition {
    /// How it stands in a register at the end of a day.
    package func state(in register: Register, on day: Day) -> ConditionState {
        switch self {
        case .exists(let name): return register.institutions(matching: name).isEmpty ? .unmet : .met
        case .passed(let other): return day > other ? .met : .unmet
        case .stated: return .toConfirm
        case .free(let count, let name, let kind):
            let found = register.institutions(matching: name)
            guard found.count == 1, let body = found.first, !register.ledger.isUnknown(.heads, of: body.id) else {
                return .unmet
            }
            let kinds = kind.map { [$0] } ?? EstablishmentKind.allCases
            return kinds.reduce(0) { $0 + max(0, register.freeHeads($1, of: .institution(body.id))) } >= count
                ? .met : .unmet
        }
    }

    /// The condition in words.
    package var wording: Wording {
        switch self {
        case .exists(let name): Wording(zh: "“\(name)”已设立", en: "“\(name)” is set up")
        case .passed(let day): Wording(zh: "\(day) 已过", en: "\(day) has passed")
        case .stated(let text): Wording(zh: text, en: text)
        case .free(let count, let name, let kind):
            Wording(
                zh: "“\(name)”空编\(kind.map { "（\($0.name.zh)）" } ?? "")不少于\(count)名",
                en: "“\(name)” has at least \(count) free heads\(kind.map { " (\($0.name.en))" } ?? "")")
        }
    }
}

extension Register {
    /// Heads of a kind that are neither filled nor reserved; below zero where more are filled than approved and lent.
    func freeHeads(_ kind: EstablishmentKind, of holder: Holder) -> Int {
        let account = Account(holder, .heads(kind))
        // Who stands on a head lent by the turnover pool leaves the body's own free.
        let used = holder.institution.map { max(0, presence(of: $0).occupied(kind) - lentHeads(kind, to: $0)) } ?? 0
        return ledger.balance(of: account) - ledger.reserved(on: account) - used
    }
}
