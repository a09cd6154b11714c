import Basics
import Diagnosis
import Reform
import Registry

extension Mending {
    /// The step in YAML, as a plan has it; what the finding leaves open stands as 待填, which reading the plan asks for.
    /// - Parameters:
    ///   - indent: how many blanks stand before the dash.
    ///   - note: what was found, for the clerk.
    func planLines(in register: Register, indent: Int, note: String) -> [String] {
        let (verb, subject, fields) = written(in: register)
        let margin = String(repeating: " ", count: indent)
        return ["\(margin)- \(verb.name.zh): \(subject)"] + fields.map { "\(margin)  \($0): \($1)" }
            + ["\(margin)  说明: \(quoted(note))"]
    }

    private func written(in register: Register) -> (Verb, String, [(String, String)]) {
        func name(_ id: Institution.ID) -> String {
            register.institutions[id].map { quoted($0.profile.name) } ?? PlanFields.open
        }
        switch self {
        case .merge(let bodies):
            let all = bodies.map(name).joined(separator: ", ")
            return (.merge, "[\(all)]", [("并入", PlanFields.open)])
        case .cut(let body, let kind, let count):
            return (
                .cut, name(body),
                [("编制类别", quoted(kind.name.zh)), ("为", "\(count)")]
                    + (register.presence(of: body).occupied(kind) > count ? [("消化期限", PlanFields.open)] : [])
            )
        case .exchange(let body, let count, let give, let take):
            return (
                .exchange, name(body),
                [("数量", "\(count)"), ("从", quoted(give.name.zh)), ("为", quoted(take.name.zh))]
            )
        case .setPosts(let body, let posts):
            let isOver = posts.contains { register.presence(of: body).leading($0.key) > $0.value }
            return (
                .setPosts, name(body),
                PlanFields.roles.compactMap { field, role in
                    posts[role].map { (PlanFields.chinese(field), "\($0)") }
                } + (isOver ? [("消化期限", PlanFields.open)] : [])
            )
        case .rename(let body): return (.rename, name(body), [("为", PlanFields.open)])
        case .endSecondPlace(let person, let kept):
            return (.endSecondPlace, "\"\(person)\"", [("保留", kept.map(name) ?? PlanFields.open)])
        case .callBack(let person, _): return (.callBack, "\"\(person)\"", [])
        }
    }
}

/// A new plan with the steps that would mend findings (纳入方案), or an existing text with them at its end.
/// - Parameter text: the plan to add to; its steps must stand last. A new one when nil.
package func planText(
    mending findings: [Finding], into text: String? = nil, named name: String, on day: Day, in register: Register
) throws(OfficeFailure) -> String {
    let stepless = findings.filter { $0.step == nil }
    guard stepless.isEmpty else {
        let handles = stepless.map { "#\($0.handle)" }.joined(separator: "、")
        throw OfficeFailure(
            .input, "no-mending-step", zh: "\(handles) 没有可直接采用的整改步骤，请自行在方案中写明步骤，再用 sanding finding planned 记录。",
            en:
                "\(handles): no step follows from the finding alone. Write one, and record it with sanding finding planned."
        )
    }
    var indent = 2
    var lines: [String]
    if let text {
        indent = try indentOfSteps(in: text)
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    } else {
        lines = ["方案: \(quoted(name))", "施行: \(day)", "步骤:"]
    }
    for finding in findings {
        guard let step = finding.step else { continue }
        lines += step.planLines(in: register, indent: indent, note: "#\(finding.handle) \(finding.evidence.zh)")
    }
    return lines.joined(separator: "\n") + "\n"
}

/// How far the steps of a plan's text are indented; they must be a list, stand last, and be written one a line.
private func indentOfSteps(in text: String) throws(OfficeFailure) -> Int {
    do throws(UnreadablePlan) {
        let root = try composeYAML(text)
        let fields = try PlanFields(root)
        guard let steps = fields.node("steps")?.sequence, let first = steps.first, let column = first.mark?.column,
            let end = root.mapping.map(Array.init)?.last?.value, end == fields.node("steps"), column > 2
        else {
            throw UnreadablePlan(
                line: nil, zh: "方案的“步骤”须是最后一项且逐行书写，才能在末尾添加。",
                en: "its steps must be a list, one a line, and stand last for more to be added.")
        }
        return column - 3
    } catch { throw OfficeFailure(error) }
}

/// What a plan's text calls the plan.
package func planName(in text: String) throws(OfficeFailure) -> String {
    do throws(UnreadablePlan) { return try PlanFields(try composeYAML(text)).required("plan") } catch {
        throw OfficeFailure(error)
    }
}
