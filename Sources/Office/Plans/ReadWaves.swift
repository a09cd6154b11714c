import Basics
import Reform
import Registry
import Yams

/// The waves of a plan, in the order of their days.
func readWaves(_ fields: PlanFields) throws(UnreadablePlan) -> [Wave] {
    let list = fields.node("waves")
    guard let nodes = list?.sequence, !nodes.isEmpty else {
        throw fields.missing("waves", list?.mark?.line ?? fields.line)
    }
    var waves: [Wave] = []
    for node in nodes {
        let part = try PlanFields(node)
        try part.allow(["effective", "when", "held until", "steps"])
        let wave = try readWave(part)
        if let last = waves.last, wave.day <= last.day {
            throw UnreadablePlan(
                line: part.line, zh: "每一波的施行日期应晚于前一波（\(last.day)）。",
                en: "each wave takes effect after the one before it (\(last.day)).")
        }
        guard !waves.isEmpty || wave.conditions.isEmpty else {
            throw UnreadablePlan(
                line: part.line, zh: "第一波在决定时施行，不能另设条件。",
                en: "the first wave is enacted when the plan is decided and can't wait for a condition.")
        }
        waves.append(wave)
    }
    return waves
}

/// A wave; a plan without waves reads as one.
func readWave(_ fields: PlanFields) throws(UnreadablePlan) -> Wave {
    guard let day = try fields.day("effective") else { throw fields.missing("effective", fields.line) }
    let held = try fields.day("held until")
    if let held, held < day {
        throw UnreadablePlan(
            line: fields.line, zh: "“预留至”不能早于施行日期 \(day)。",
            en: "“held until” can't be earlier than the day it takes effect, \(day).")
    }
    return Wave(day: day, conditions: try readConditions(fields), heldUntil: held, steps: try readSteps(fields))
}

private func readConditions(_ fields: PlanFields) throws(UnreadablePlan) -> [WaveCondition] {
    guard let node = fields.node("when") else { return [] }
    if let text = node.string, !text.isEmpty { return [.stated(text)] }
    var conditions: [WaveCondition] = []
    for element in node.sequence ?? [] {
        if let text = element.string, !text.isEmpty {
            conditions.append(.stated(text))
        } else {
            conditions.append(try readCondition(try PlanFields(element)))
        }
    }
    guard !conditions.isEmpty else { throw fields.missing("when", node.mark?.line ?? fields.line) }
    return conditions
}

private func readCondition(_ fields: PlanFields) throws(UnreadablePlan) -> WaveCondition {
    if let name = try fields.text("exists") {
        try fields.allow(["exists"])
        return .exists(name)
    }
    if let day = try fields.day("passed") {
        try fields.allow(["passed"])
        return .passed(day)
    }
    if let count = try fields.number("free") {
        try fields.allow(["free", "body", "kind"])
        return .free(count, try fields.required("body"), try fields.term("kind", \.name))
    }
    throw UnreadablePlan(
        line: fields.line, zh: "条件可写：机构存在、空编不少于（另写机构）、已过，或一句话。",
        en: "a condition is one of: exists, free (with body), passed, or a sentence.")
}
