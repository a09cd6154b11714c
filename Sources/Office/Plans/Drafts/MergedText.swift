import Reform

/// What begins the line of a conflict that nobody has settled yet.
let conflictMark = "#! 冲突"

/// Whether a text still has conflicts of a merge in it.
func hasOpenConflicts(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { $0.drop { $0 == " " }.hasPrefix(conflictMark) }
}

/// Writes merged items as a plan again. In a conflict what the common ancestor says stands, so that nobody's change is
/// taken before somebody chooses; both sides stand above it as comments.
struct MergedText {
    /// What the two sides are called.
    let names: [String]
    /// Whether the plan is written in waves.
    let isInWaves: Bool

    func written(_ merged: [Merged<PlanItems.Key>]) -> DraftMerge {
        var conflicts: [DraftMerge.Conflict] = []
        var headings: [String] = []
        var waves: [Int: (headings: [String], steps: [String])] = [:]
        for item in merged {
            let lines = lines(of: item, &conflicts)
            switch item.key {
            case .heading: headings += lines
            case .waveHeading(let wave, _): waves[wave, default: ([], [])].headings += lines
            case .step(let wave, _, _): waves[wave, default: ([], [])].steps += lines
            }
        }
        var text = headings
        for wave in waves.keys.sorted() {
            let part = waves[wave] ?? ([], [])
            if isInWaves {
                if wave == waves.keys.min() { text.append("波次:") }
                text += item(part.headings, indent: "  ")
                text.append("    步骤:")
                text += part.steps.map { "      " + $0 }
            } else {
                text += part.headings + ["步骤:"] + part.steps.map { "  " + $0 }
            }
        }
        return DraftMerge(text: text.joined(separator: "\n") + "\n", conflicts: conflicts)
    }

    private func lines(of item: Merged<PlanItems.Key>, _ conflicts: inout [DraftMerge.Conflict]) -> [String] {
        let isStep = if case .step = item.key { true } else { false }
        func shown(_ text: String) -> [String] {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            return isStep ? self.item(lines, indent: "") : lines
        }
        switch item {
        case .settled(let settled): return shown(settled.text)
        case .conflict(_, let ours, let theirs, let ancestor, let kind):
            conflicts.append(DraftMerge.Conflict(kind: kind, ours: ours, theirs: theirs, ancestor: ancestor))
            let why = kind == .bothChanged ? "两稿改得不同 · changed differently" : "两稿涉及同一对象 · the same subject"
            var lines = ["\(conflictMark)\(conflicts.count)：\(why)。选定后删去本行 · choose, then remove this line"]
            for (name, text) in zip(names + ["共同底稿 · ancestor"], [ours, theirs, ancestor]) {
                lines.append("#  \(name)：\(text == nil ? "无此项 · not in it" : "")")
                lines += text.map { shown($0).map { "#    " + $0 } } ?? []
            }
            return lines + (ancestor.map(shown) ?? [])
        }
    }

    /// The lines of one element of a list; a comment stays before the dash.
    private func item(_ lines: [String], indent: String) -> [String] {
        var isFirst = true
        return lines.map { line in
            defer { if !line.hasPrefix("#") { isFirst = false } }
            return indent + (line.hasPrefix("#") ? "" : isFirst ? "- " : "  ") + line
        }
    }
}
