import Basics
import Diagnosis
import Registry

/// The measures by which plans are compared (比选指标): each a number that means the same for every plan.
package enum PlanMeasure: String, CaseIterable, Sendable {
    /// Steps that do not apply.
    case stepsFailed
    /// Bodies closed.
    case bodiesClosed
    /// Bodies set up.
    case bodiesEstablished
    /// Small bodies left in the district.
    case smallBodies
    /// Heads that came into the pools or went back, less those taken out of them.
    case headsReleased
    /// Heads newly asked of the upper level.
    case headsGranted
    /// Leader posts that came into the pool, less those taken out of it.
    case postsReleased
    /// People who change bodies.
    case peopleMoved
    /// People who leave the establishment.
    case peopleLeft
    /// Leaders who give up their post.
    case leadersSteppedDown
    /// Duties that change holders.
    case dutiesMoved
    /// Duties dropped.
    case dutiesDropped
    /// Findings that are gone.
    case findingsResolved
    /// Findings that are new.
    case findingsArisen
    /// Heads, posts and places put up with over the rule, more (or less) than before.
    case toleratedChange

    /// The name of the measure.
    package var name: Wording {
        switch self {
        case .stepsFailed: Wording(zh: "不能执行的步骤", en: "steps that do not apply")
        case .bodiesClosed: Wording(zh: "撤并机构", en: "bodies closed")
        case .bodiesEstablished: Wording(zh: "新设机构", en: "bodies set up")
        case .smallBodies: Wording(zh: "全区小散弱机构", en: "small bodies in the district")
        case .headsReleased: Wording(zh: "收回编制", en: "heads released")
        case .headsGranted: Wording(zh: "需上级新增编制", en: "heads asked of the upper level")
        case .postsReleased: Wording(zh: "收回领导职数", en: "leader posts released")
        case .peopleMoved: Wording(zh: "转隶人员", en: "people moved")
        case .peopleLeft: Wording(zh: "下编人员", en: "people leaving the establishment")
        case .leadersSteppedDown: Wording(zh: "免去领导职务人员", en: "leaders giving up their post")
        case .dutiesMoved: Wording(zh: "划转职责", en: "duties moved")
        case .dutiesDropped: Wording(zh: "取消职责", en: "duties dropped")
        case .findingsResolved: Wording(zh: "消除问题", en: "findings resolved")
        case .findingsArisen: Wording(zh: "新增问题", en: "findings arisen")
        case .toleratedChange: Wording(zh: "容忍超额增减", en: "tolerated excess, change")
        }
    }
}

extension Outcome {
    /// All measures of the outcome.
    package var measures: [PlanMeasure: Int] {
        let moves = Movements(of: changes, in: before)
        let comparison = diagnosisAfter.compared(with: diagnosisBefore)
        func change(_ group: FigureGroup, _ holders: [Holder]) -> Int {
            holders.reduce(0) { $0 + sum(group, $1, in: after) - sum(group, $1, in: before) }
        }
        return [
            .stepsFailed: steps.count { $0.problem != nil },
            .bodiesClosed: moves.closed.count,
            .bodiesEstablished: moves.established.count,
            .smallBodies: diagnosisAfter.count(of: "small-body"),
            .headsReleased: change(.heads, [.districtPool, .turnoverPool, .returned]),
            .headsGranted: moves.balances.reduce(0) {
                $0 + ($1.from == .grant && $1.commodity.group == .heads ? $1.count : 0)
            },
            .postsReleased: change(.posts, [.districtPool, .turnoverPool, .returned]),
            .peopleMoved: moves.people.reduce(0) { $0 + $1.count },
            .peopleLeft: moves.left.count,
            .leadersSteppedDown: moves.steppedDown.count,
            .dutiesMoved: moves.duties.count { $0.to != nil },
            .dutiesDropped: moves.duties.count { $0.to == nil },
            .findingsResolved: comparison.resolved.count,
            .findingsArisen: comparison.arisen.count,
            .toleratedChange: tolerated(after) - tolerated(before),
        ]
    }

    private func sum(_ group: FigureGroup, _ holder: Holder, in register: Register) -> Int {
        register.ledger.holdings(of: holder).reduce(0) { $0 + ($1.commodity.group == group ? $1.amount : 0) }
    }

    private func tolerated(_ register: Register) -> Int { register.tolerances.values.reduce(0) { $0 + $1.measure } }
}
