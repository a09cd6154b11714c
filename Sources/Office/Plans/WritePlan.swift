import Basics
import Reform
import Registry

/// A plan in YAML that merges what is suggested, ready to be changed by a clerk.
package func planText(
    merging suggestions: [MergeSuggestion], named name: String, on day: Day, note: Wording
) -> String {
    var lines = ["# \(note.zh)", "# \(note.en)", "方案: \(name)", "施行: \(day)", "步骤:"]
    for suggestion in suggestions {
        lines.append("  - 合并: [\(suggestion.sources.map { quoted($0.profile.name) }.joined(separator: ", "))]")
        lines.append("    并入: \(quoted(suggestion.target.profile.name))")
        lines.append("    说明: \(quoted(suggestion.supervisor.profile.name + "所属"))")
    }
    return lines.joined(separator: "\n") + "\n"
}

/// A name as YAML reads it back: quoted, since a name may hold a colon or a bracket.
func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}
