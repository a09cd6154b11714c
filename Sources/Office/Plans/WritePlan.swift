import Basics
import Reform
import Registry

/// A merger to be written into a plan.
package struct PlannedMerger: Sendable {
    /// The bodies that end, by name.
    package let sources: [String]
    /// The body that takes them over.
    package let target: String
    /// The leader posts it is to have; empty to leave them.
    package let posts: [LeaderRole: Int]
    /// Why, for who reads the plan.
    package let note: String

    /// A merger.
    package init(sources: [String], target: String, posts: [LeaderRole: Int] = [:], note: String) {
        self.sources = sources
        self.target = target
        self.posts = posts
        self.note = note
    }

    /// What is suggested.
    package init(_ suggestion: MergeSuggestion) {
        self.init(
            sources: suggestion.sources.map(\.profile.name), target: suggestion.target.profile.name,
            note: suggestion.supervisor.profile.name + "所属")
    }
}

/// A plan in YAML that merges, ready to be changed by a clerk; each line of the notes stands above it as a comment.
package func planText(merging mergers: [PlannedMerger], named name: String, on day: Day, notes: [Wording]) -> String {
    var lines = notes.flatMap { ["# \($0.zh)", "# \($0.en)"] } + ["方案: \(quoted(name))", "施行: \(day)", "步骤:"]
    for merger in mergers {
        lines.append("  - 合并: [\(merger.sources.map(quoted).joined(separator: ", "))]")
        lines.append("    并入: \(quoted(merger.target))")
        if !merger.posts.isEmpty {
            let posts = merger.posts.sorted { $0.key < $1.key }.map { "\($0.key.name.zh): \($0.value)" }
            lines.append("    领导职数: {\(posts.joined(separator: ", "))}")
        }
        lines.append("    说明: \(quoted(merger.note))")
    }
    return lines.joined(separator: "\n") + "\n"
}

/// A name as YAML reads it back: quoted, since a name may hold a colon or a bracket.
func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ") + "\""
}
