import Basics
import Reform
import Registry
import Yams

/// A plan with the text it was read from, which is what stands sealed beside the Act that decides it.
package struct WrittenPlan: Sendable {
    /// As the clerk wrote it.
    package let text: String
    /// As it was read.
    package let plan: Plan

    /// Reads it, in normal form C, as it will stand sealed: read again from there it is the same plan.
    package init(_ text: String) throws(UnreadablePlan) {
        self.text = text.normalised
        plan = try readPlan(self.text)
    }
}

/// Reads a plan from the YAML a clerk writes, with field names in Chinese or English (`docs/plans.md`).
///
/// Every line is checked before anything is tried: an unknown field, a negative number or a day that is not in the
/// calendar is named with its line.
package func readPlan(_ text: String) throws(UnreadablePlan) -> Plan {
    let fields = try PlanFields(try composeYAML(text))
    let inWaves = fields.has("waves")
    try fields.allow(inWaves ? ["plan", "reform", "waves"] : ["plan", "effective", "reform", "steps"])
    let waves = inWaves ? try readWaves(fields) : [try readWave(fields)]
    var reform: Citation?
    if let written = try fields.text("reform") {
        guard let citation = Citation(written) else {
            throw UnreadablePlan(
                line: fields.node("reform")?.mark?.line, zh: "“\(written)”不是文号，应写作 某编〔2020〕12号。",
                en: "“\(written)” is no document number; write it as 某编〔2020〕12号.")
        }
        reform = citation
    }
    return Plan(
        name: try fields.required("plan"), reform: reform, first: waves[0], later: Array(waves.dropFirst()),
        digest: Digest(sha256: text.utf8))
}

/// The steps of a plan or of a wave.
func readSteps(_ fields: PlanFields) throws(UnreadablePlan) -> [Step] {
    let list = fields.node("steps")
    guard let steps = list?.sequence, !steps.isEmpty else {
        throw fields.missing("steps", list?.mark?.line ?? fields.line)
    }
    var read: [Step] = []
    for step in steps { read.append(try readStep(step)) }
    return read
}

/// The root of a YAML text that a clerk wrote.
func composeYAML(_ text: String) throws(UnreadablePlan) -> Node {
    do {
        guard let composed = try Yams.compose(yaml: text) else {
            throw UnreadablePlan(line: nil, zh: "文件是空的。", en: "the file is empty.")
        }
        return composed
    } catch let error as UnreadablePlan {
        throw error
    } catch YamlError.duplicatedKeysInMapping {
        throw UnreadablePlan(
            line: nil, zh: "同一处有重复的名称，请删去一处。", en: "a name stands twice in one place; remove one of them.")
    } catch let error as YamlError {
        throw UnreadablePlan(
            line: error.line, zh: "YAML 格式有误，请检查缩进和冒号。", en: "this is not YAML; check indents and colons.")
    } catch {
        throw UnreadablePlan(line: nil, zh: "文件无法读取。", en: "the file can't be read.")
    }
}

extension YamlError {
    fileprivate var line: Int? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: nil
        }
    }
}
