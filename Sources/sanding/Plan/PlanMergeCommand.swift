import ArgumentParser
import Basics
import Office

/// `sanding plan merge A B`: takes what B changed into A, item by item.
struct PlanMergeCommand: Acting {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "合并两个方案稿，冲突逐项列出 · merge two drafts, conflicts item by item",
        discussion: "不写 --by 时仅显示；写明时存为甲稿的下一稿，冲突处以共同底稿为准并加注，选定前不能决定。")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "并入的方案稿（甲稿） · the draft that takes it in")
    var into: String

    @Argument(help: "另一方案稿（乙稿） · the other draft")
    var other: String

    @Option(help: "经办人；写明则保存 · who saves it")
    var by: String?

    @Option(help: "合并后的文本写到哪里 · where to write the merged text")
    var out: String?

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    var deed: TerminalDeed { TerminalDeed(action: .draftSaved, what: "plan merge \(into) \(other)", officer: by) }

    func act(at open: inout Desk) throws {
        let (ours, theirs) = (try open.draft(named: into), try open.draft(named: other))
        let merge = try open.mergeDrafts(ours, theirs, at: now())
        var saved: Int?
        if let by {
            var source = SystemRandomNumberGenerator()
            let officer = try open.officer(named: by, from: &source)
            saved = try open.saveMerge(merge, of: ours, theirs, by: officer, at: now()).revision
        }
        if let out { try writeText(merge.text, to: out) }
        if json {
            print(
                try JSON.object([
                    "text": .string(merge.text), "revision": JSON(saved),
                    "conflicts": .array(
                        merge.conflicts.map {
                            [
                                "kind": .string($0.kind.rawValue), "ours": JSON($0.ours), "theirs": JSON($0.theirs),
                                "ancestor": JSON($0.ancestor),
                            ]
                        }),
                ]).text())
            return
        }
        if out == nil { print(merge.text, terminator: "") }
        if let saved {
            print(desk.say("已存“\(into)”第\(saved)稿。", "Saved as revision \(saved) of “\(into)”."))
        }
        print(
            merge.conflicts.isEmpty
                ? desk.say("没有冲突。", "No conflicts.")
                : desk.say(
                    "冲突\(merge.conflicts.count)项，见文中“#! 冲突”。",
                    "\(merge.conflicts.count) conflicts, marked “#! 冲突” in the text."))
    }
}
