import Basics
import Reform

/// The undoing of a decided Act as a text (撤回件), so that it can be moved, reviewed and decided as a plan is.
package struct WrittenCounter: Hashable, Sendable {
    /// The position of the Act to undo.
    package let position: Int
    /// The steps of its plan to undo, from 1; all of them when empty.
    package let steps: [Int]
    /// The day on which it is undone.
    package let day: Day
    /// Why.
    package let reason: String

    /// The undoing of an Act, or of some of its steps, on a day.
    package init(of position: Int, steps: [Int] = [], on day: Day, because reason: String) {
        self.position = position
        self.steps = Array(Set(steps)).sorted()
        self.day = day
        self.reason = reason.normalised
    }

    /// Reads it from YAML.
    package init(_ text: String) throws(UnreadablePlan) {
        let fields = try PlanFields(try composeYAML(text))
        try fields.allow(["undone act", "steps", "effective", "note"])
        guard let position = try fields.number("undone act") else { throw fields.missing("undone act", fields.line) }
        guard let day = try fields.day("effective") else { throw fields.missing("effective", fields.line) }
        var steps: [Int] = []
        for written in fields.has("steps") ? try fields.texts("steps") : [] {
            guard let step = Int(written), step > 0 else {
                throw UnreadablePlan(
                    line: fields.node("steps")?.mark?.line, zh: "“\(written)”不是步骤的序号，应从1数起。",
                    en: "“\(written)” is no number of a step, from 1.")
            }
            steps.append(step)
        }
        self.init(of: position, steps: steps, on: day, because: try fields.required("note"))
    }

    /// Its text, the same for the same undoing: what a motion is on.
    package var text: String {
        var lines = ["撤回决定: \(position)"]
        if !steps.isEmpty { lines.append("步骤: [\(steps.map(String.init).joined(separator: ", "))]") }
        return (lines + ["施行: \(day)", "理由: \(quoted(reason))"]).joined(separator: "\n") + "\n"
    }
}
