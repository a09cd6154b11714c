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
    /// People whom the plan touches at all.
    case peopleTouched
    /// People touched who retire soon.
    case nearRetirement
    /// The most people who go the same way at once.
    case largestMove
    /// Duties that change holders.
    case dutiesMoved
    /// Duties dropped.
    case dutiesDropped
    /// Findings that are gone.
    case findingsResolved
    /// Findings that are new.
    case findingsArisen
    /// Rules newly broken by the bodies touched.
    case rulesBroken
    /// Rules that were broken and are kept now.
    case rulesMended
    /// Heads, posts and places put up with over the rule, more (or less) than before.
    case toleratedChange
    /// By how much the yearly cost of what is approved changes, in yuan.
    case approvedCost
    /// By how much the yearly cost of what is filled changes, in yuan.
    case occupiedCost

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
        case .peopleTouched: Wording(zh: "涉及人员", en: "people touched")
        case .nearRetirement: Wording(zh: "涉及临近退休人员", en: "people near retirement touched")
        case .largestMove: Wording(zh: "单次最大转隶人数", en: "largest single move of people")
        case .rulesBroken: Wording(zh: "新突破规则", en: "rules newly broken")
        case .rulesMended: Wording(zh: "已理顺规则", en: "broken rules mended")
        case .toleratedChange: Wording(zh: "容忍超额增减", en: "tolerated excess, change")
        case .approvedCost: Wording(zh: "核定编制年经费增减（元）", en: "yearly cost of approved heads, change (yuan)")
        case .occupiedCost: Wording(zh: "实有人员年经费增减（元）", en: "yearly cost of filled heads, change (yuan)")
        }
    }
}

extension Assessment {
    /// The measures of the plan; one that can't be told isn't there.
    package var measures: [PlanMeasure: Int] {
        var values: [PlanMeasure: Int] = [:]
        for measure in PlanMeasure.allCases { values[measure] = value(of: measure) }
        return values
    }

    /// A measure of the plan; nil when it can't be told.
    package func value(of measure: PlanMeasure) -> Int? {
        switch measure {
        case .stepsFailed: whole.steps.count { $0.problem != nil }
        case .bodiesClosed: movements.closed.count
        case .bodiesEstablished: movements.established.count
        case .smallBodies: whole.diagnosisAfter.count(of: "small-body")
        case .headsReleased: change(.heads)
        case .headsGranted:
            movements.balances.reduce(0) {
                $0 + ($1.from == .grant && $1.commodity.group == .heads ? $1.count : 0)
            }
        case .postsReleased: change(.posts)
        case .peopleMoved: people[.moved].people.count
        case .peopleLeft: people[.left].people.count
        case .leadersSteppedDown: people[.postLost].people.count
        case .peopleTouched: people.touched.count
        case .nearRetirement: people[.nearRetirement].unknown == 0 ? people[.nearRetirement].people.count : nil
        case .largestMove: movements.largestMove
        case .dutiesMoved: movements.duties.count { $0.to != nil && $0.to != $0.from }
        case .dutiesDropped: movements.duties.count { $0.to == nil }
        case .findingsResolved: comparison.resolved.count
        case .findingsArisen: comparison.arisen.count
        case .rulesBroken: rules.map { $0.count { $0.effect == .broken } }
        case .rulesMended: rules.map { $0.count { $0.effect == .mended } }
        case .toleratedChange: tolerated(whole.after) - tolerated(whole.before)
        case .approvedCost: budget.flatMap(\.approvedChange)
        case .occupiedCost: budget.flatMap(\.occupiedChange)
        }
    }

    /// What came into the pools or went back, less what was taken out of them.
    private func change(_ group: FigureGroup) -> Int {
        [Holder.districtPool, .turnoverPool, .returned].reduce(0) {
            $0 + sum(group, $1, in: whole.after) - sum(group, $1, in: whole.before)
        }
    }

    private func sum(_ group: FigureGroup, _ holder: Holder, in register: Register) -> Int {
        register.ledger.holdings(of: holder).reduce(0) { $0 + ($1.commodity.group == group ? $1.amount : 0) }
    }

    private func tolerated(_ register: Register) -> Int { register.tolerances.values.reduce(0) { $0 + $1.measure } }
}
