import Norms

/// One row of a competence table: these changes, where they are such, are decided by this one, with these steps.
package struct CompetenceRow: Hashable, Sendable {
    /// The clause as cited (条): 第三条第二款.
    package let clause: String
    /// The text of the clause (文), for the reader.
    package let text: String?
    /// Which kinds of change (事项).
    package let kinds: Set<ChangeKind>
    /// Where they are such (适用).
    package let scope: Scope
    /// Who decides (审批).
    package let decider: Decider
    /// The steps it names (须有), without those that go with the decider.
    package let named: [ProcedureStep]
    /// Where it is written.
    package let position: SourcePosition

    /// A row.
    package init(
        clause: String, text: String? = nil, kinds: Set<ChangeKind>, scope: Scope = .any, decider: Decider,
        named: [ProcedureStep] = [], position: SourcePosition = .start
    ) {
        self.clause = clause
        self.text = text
        self.kinds = kinds
        self.scope = scope
        self.decider = decider
        self.named = named
        self.position = position
    }

    /// All steps it asks for, in the order in which they are taken: the commission decides in a meeting, the next level by
    /// its approval.
    package var steps: [ProcedureStep] {
        var steps = Set(named)
        switch decider {
        case .office: break
        case .commission: steps.insert(.meeting)
        case .nextLevel: steps.insert(.approval)
        }
        return steps.sorted()
    }
}

/// Who decides (审批机关), the lowest first.
package enum Decider: UInt8, CaseIterable, Comparable, Sendable {
    /// The establishment office (编办).
    case office = 1
    /// The establishment commission, in a meeting (编委).
    case commission
    /// The next higher level (上一级).
    case nextLevel

    /// The lowest first.
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A step on the way of a motion (程序步骤), in the order in which they are taken.
package enum ProcedureStep: Hashable, Comparable, Sendable {
    /// A review in favour of that kind, by somebody else than the drafter (论证, 合法性审查, 风险评估).
    case review(ReviewKind)
    /// Countersigned by that organ, with its document (会签).
    case countersigning(String)
    /// Decided in a meeting of the commission: agenda item, quorum, minutes (审议).
    case meeting
    /// Approved by the next higher level, with its document (报批).
    case approval
    /// Filed with that organ (备案), before or after the decision.
    case filing(String, FilingTime)

    private var order: (Int, Int, String) {
        switch self {
        case .review(let kind): (0, Int(kind.rawValue), "")
        case .countersigning(let organ): (1, 0, organ)
        case .meeting: (2, 0, "")
        case .approval: (3, 0, "")
        case .filing(let organ, let time): (4, Int(time.rawValue), organ)
        }
    }

    /// In the order in which they are taken.
    package static func < (left: Self, right: Self) -> Bool { left.order < right.order }

    /// Whether it comes only when the decision is made.
    package var isAfterwards: Bool { if case .filing(_, .after) = self { true } else { false } }
}

/// What is looked at in a review. Codes stand in the database: a case is added, never altered.
package enum ReviewKind: UInt8, CaseIterable, Sendable {
    /// Whether it is needed and can be done (论证).
    case feasibility = 1
    /// Whether it is lawful (合法性审查).
    case legality
    /// What may come of it (风险评估).
    case risk
}

/// When something is filed.
package enum FilingTime: UInt8, CaseIterable, Sendable {
    /// Before it is decided (决定前).
    case before = 1
    /// When it is decided (决定后), as the law has it of new departments (国务院令第486号第九条).
    case after
}
