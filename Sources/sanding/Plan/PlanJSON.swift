import Basics
import Diagnosis
import Norms
import Office
import Reform
import Registry

extension Assessment {
    /// The outcome as JSON; people are counted only.
    func json(_ desk: DeskOptions) -> JSON {
        [
            "plan": .string(outcome.plan.name), "day": .string(outcome.plan.day.description),
            "applies": .boolean(outcome.applies), "digest": .string(outcome.after.digest.description),
            "footprint": .string(outcome.footprintDigest.description),
            "waves": .array(outcome.later.map { $0.waveJSON(desk) }),
            "reserved": .array(outcome.reserved.map { $0.json(desk, in: outcome.after) }),
            "refusal": JSON(outcome.refusal?.code), "steps": .array(outcome.steps.map { $0.json(desk) }),
            "measures": .object(
                Dictionary(PlanMeasure.allCases.map { ($0.rawValue, JSON(value(of: $0))) }) { first, _ in first }),
            "bodies": .array(bodies.map { body($0, desk) }), "movements": flows(desk),
            "resolved": .array(comparison.resolved.map { $0.json(in: whole.before, desk.lang) }),
            "arisen": .array(comparison.arisen.map { $0.json(in: whole.after, desk.lang) }),
            "left": .array(left.map { $0.json(in: whole.after, desk.lang) }),
            "rules": rules.map { .array($0.map { rule($0, desk) }) } ?? .null,
            "budget": budget.map { $0.json(desk) } ?? .null,
            "people": [
                "touched": .integer(people.touched.count),
                "groups": .object(
                    Dictionary(
                        people.groups.map { members in
                            let value: JSON = [
                                "people": members.unknown > 0 && members.unknown == people.touched.count
                                    ? .null : .integer(members.people.count),
                                "cannotTell": .integer(members.unknown),
                            ]
                            return (members.group.rawValue, value)
                        }
                    ) { first, _ in first }),
            ],
        ]
    }

    private func name(_ id: Institution.ID) -> String {
        (whole.after.institutions[id] ?? whole.before.institutions[id])?.profile.name ?? ""
    }

    private func name(_ holder: Holder, _ desk: DeskOptions) -> String {
        holder.name.map(desk.say) ?? holder.institution.map(name) ?? ""
    }

    private func body(_ change: BodyChange, _ desk: DeskOptions) -> JSON {
        func snapshot(_ snapshot: BodyChange.Snapshot?) -> JSON {
            guard let snapshot else { return .null }
            return [
                "name": .string(snapshot.profile.name),
                "supervisor": JSON(snapshot.profile.supervisor.map(name)),
                "approved": JSON(snapshot.approved), "occupied": .integer(snapshot.occupied),
                "posts": JSON(snapshot.posts), "duties": .integer(snapshot.duties),
            ]
        }
        return [
            "name": .string(change.name), "fates": .array(change.fates.map { .string("\($0)") }),
            "before": snapshot(change.before), "after": snapshot(change.after),
            "successors": .array(change.successors.map { .string(name($0)) }),
        ]
    }

    private func flows(_ desk: DeskOptions) -> JSON {
        [
            "balances": .array(
                movements.balances.map {
                    [
                        "what": .string(desk.say($0.commodity.name)), "count": .integer($0.count),
                        "from": .string(name($0.from, desk)), "to": .string(name($0.to, desk)),
                    ]
                }),
            "exchanges": .array(
                movements.exchanges.map {
                    [
                        "holder": .string(name($0.holder, desk)), "count": .integer($0.count),
                        "give": .string(desk.say($0.give.name)), "take": .string(desk.say($0.take.name)),
                    ]
                }),
            "people": .array(
                movements.people.map {
                    ["count": .integer($0.count), "from": .string(name($0.from)), "to": .string(name($0.to))]
                }),
            "departures": .array(
                movements.departures.map {
                    ["count": .integer($0.count), "from": .string(name($0.from)), "to": JSON($0.to.map(name))]
                }),
            "duties": .array(
                movements.dutyFlows.map { flow in
                    let texts = movements.duties.filter { $0.from == flow.from && $0.to == flow.to }.map(\.text)
                    return [
                        "count": .integer(flow.count), "from": .string(name(flow.from)),
                        "to": JSON(flow.to.map(name)), "texts": .array(texts.map { .string($0) }),
                    ]
                }),
            "signs": .array(
                signs.passages.map {
                    [
                        "what": .string(desk.say($0.sign.wording)), "from": JSON($0.from.map(name)),
                        "to": JSON($0.to.map(name)),
                    ]
                }),
        ]
    }

    private func rule(_ change: RuleChange, _ desk: DeskOptions) -> JSON {
        func said(_ verdict: Verdict?) -> JSON {
            guard let verdict else { return .null }
            return [
                "standing": .string("\(verdict.standing.group)"), "approved": JSON(verdict.figures.approved),
                "allowed": .string(desk.say(verdict.outcome.wording(of: verdict.item))),
            ]
        }
        return [
            "body": .string(name(change.body)), "item": JSON((change.verdict?.item).map { "\($0)" }),
            "effect": .string("\(change.effect)"), "before": said(change.before), "after": said(change.after),
            "clause": JSON((change.verdict?.ruling).map { desk.say($0.wording) }),
        ]
    }
}

extension Outcome.StepResult {
    /// The step as JSON.
    func json(_ desk: DeskOptions) -> JSON {
        [
            "line": .integer(step.line), "what": .string(desk.say(step.action.title)),
            "subject": .string(step.action.subject), "changes": .integer(changes.count),
            "problem": JSON(problem?.code), "why": JSON(problem.map { desk.say($0.wording) }),
        ]
    }
}

extension BudgetEffect {
    fileprivate func json(_ desk: DeskOptions) -> JSON {
        func count(_ line: Line, _ count: Count) -> JSON {
            [
                "before": JSON(count.wholeBefore), "after": JSON(count.wholeAfter), "change": JSON(count.change),
                "yuanBefore": JSON(line.yuan(count.wholeBefore)), "yuanAfter": JSON(line.yuan(count.wholeAfter)),
                "yuanChange": JSON(line.yuan(count.change)),
            ]
        }
        return [
            "approvedChange": JSON(approvedChange), "occupiedChange": JSON(occupiedChange),
            "lines": .array(
                lines.map { line in
                    [
                        "kind": .string(desk.say(line.kind.name)), "yuan": JSON(line.rate?.yuan),
                        "document": JSON(line.rate?.document), "approved": count(line, line.approved),
                        "occupied": count(line, line.occupied),
                    ]
                }),
        ]
    }
}
