import Basics
import Registry

extension Check {
    /// Open tolerances (未销容忍项): what is broken and put up with for now.
    package static let openTolerance: Check = Check(
        code: "open-tolerance",
        title: Wording(zh: "未销容忍项", en: "Open tolerance"),
        rule: Wording(
            zh: "登记在案、尚未消化的超编、超职数、多处占编或总量超限；消化期限已过的升为阻断。",
            en: "A breach on record that is not absorbed yet; it blocks once its last day has passed."),
        severity: .notice
    ) { register, scope, thresholds in
        // Most districts have few of these and many bodies, so an empty list ends the matter.
        guard !register.tolerances.isEmpty else { return [] }
        var invariants: [Invariant] = scope.commodities.map { .withinCeiling($0) }
        // A tolerance goes with its breach at the end of every Act, so who has one place has none.
        for person in scope.people where person.places.count > 1 { invariants.append(.onePlace(person.id)) }
        for body in scope.institutions {
            invariants += EstablishmentKind.allCases.map { .headsWithinBalance(body.id, $0) }
            invariants += LeaderRole.allCases.map { .postsWithinBalance(body.id, $0) }
        }
        return invariants.compactMap { register.tolerances[$0] }.map { tolerance in
            let subject = Subject(of: tolerance.invariant)
            let what = tolerance.invariant.wording(in: register)
            let why = tolerance.cause.wording
            let isOver =
                if case .absorption(let last) = tolerance.cause, let day = thresholds.day { day > last } else { false }
            return openTolerance.finding(
                [subject], aspect: tolerance.invariant.aspect, severity: isOver ? .blocking : .notice,
                measures: [Measure(.excess, tolerance.measure)],
                evidence: Wording(
                    zh: "\(what.zh)\(tolerance.measure)，\(why.zh)\(isOver ? "，期限已过" : "")。",
                    en: "\(what.en) by \(tolerance.measure); \(why.en)\(isOver ? ", which has passed" : "")."),
                origins: [subject.institution.flatMap { register.institutions[$0]?.origin }]
                    + [subject.person.flatMap { register.people[$0]?.origin }],
                mending: Wording(zh: "只减不增，直至销项。", en: "Let it fall to zero; it may not grow."))
        }
    }
}

extension Invariant {
    fileprivate var aspect: Aspect {
        switch self {
        case .headsWithinBalance(_, let kind): .kind(kind)
        case .postsWithinBalance(_, let role): .role(role)
        default: .whole
        }
    }

    fileprivate func wording(in register: Register) -> Wording {
        func name(_ id: Institution.ID) -> String { register.institutions[id]?.profile.name ?? id.description }
        return switch self {
        case .headsWithinBalance(let id, let kind):
            Wording(zh: "“\(name(id))”\(kind.name.zh)超", en: "\(name(id)), \(kind.name.en): over establishment")
        case .postsWithinBalance(let id, let role):
            Wording(zh: "“\(name(id))”\(role.name.zh)超", en: "\(name(id)), \(role.name.en): over approved posts")
        case .onePlace: Wording(zh: "多处占编，多", en: "Holds too many places")
        case .withinCeiling(let commodity):
            Wording(zh: "\(commodity.name.zh)下达总量超", en: "\(commodity.name.en): the grant is over its ceiling")
        case .notBelowZero, .poolCoversReservations, .closedHoldsNothing, .oneLead:
            // These are never put up with; the sentence is for a journal of another version.
            Wording(zh: "不变量\(code)超", en: "Invariant \(code) is broken")
        }
    }
}

extension Tolerance.Cause {
    fileprivate var wording: Wording {
        switch self {
        case .baseline: Wording(zh: "基线所有", en: "it was there at the baseline")
        case .absorption(let day): Wording(zh: "消化期限\(day)", en: "to be absorbed by \(day)")
        }
    }
}
