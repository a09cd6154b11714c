import ArgumentParser
import Basics
import Foundation
import Office
import Reform

/// `sanding plan rebase PLAN`: what daily work since it was drafted did to each step.
struct PlanRebaseCommand: Acting {
    static let configuration = CommandConfiguration(
        commandName: "rebase", abstract: "起草以来台账变动对各步骤的影响 · what happened to each step since it was drafted",
        discussion: "方案稿以保存时的决定号为准；文件须用 --base 写明。方案稿写明 --by 时，另存一稿并以现在的台账为准。")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "方案稿名，或方案文件 · a draft, or a file")
    var plan: String

    @Option(help: "起草时的决定号（文件必写） · the position it was drafted at")
    var base: Int?

    @Option(help: "经办人；写明则另存一稿 · who takes the draft to the register of now")
    var by: String?

    @Flag(help: "只列有变化的步骤 · only steps that are not unchanged")
    var changed = false

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    var deed: TerminalDeed { TerminalDeed(action: .draftSaved, what: "plan rebase \(fileName(of: plan))", officer: by) }

    func act(at open: inout Desk) throws {
        let draft =
            FileManager.default.fileExists(atPath: plan) ? nil : try open.drafts().first { $0.name == plan }
        guard let from = base ?? draft?.last.base else {
            // A name that is neither says so; a file needs to say when it was drafted.
            _ = try desk.plan(at: plan)
            throw OfficeFailure(
                .input, "base-missing", zh: "请用 --base 写明起草时的决定号。",
                en: "Say with --base at which Act it was drafted.")
        }
        let written = try draft?.written ?? desk.plan(at: plan)
        let rebase = try open.rebasePlan(written.plan, from: from, at: now())
        var saved: Int?
        if let by, let draft {
            var source = SystemRandomNumberGenerator()
            saved = try open.moveDraft(draft, by: open.officer(named: by, from: &source), at: now()).revision
        }
        if json {
            print(
                try JSON.object([
                    "plan": .string(written.plan.name), "base": .integer(rebase.base), "head": .integer(rebase.head),
                    "unchanged": .boolean(rebase.isUnchanged), "revision": JSON(saved),
                    "steps": .array(rebase.steps.map { $0.json(desk) }),
                ]).text())
            return
        }
        let same = rebase.steps.count(where: \.isUnchanged)
        print(
            desk.say(
                "方案“\(written.plan.name)”：第\(rebase.base)号决定起草，现至第\(rebase.head)号决定；\(rebase.steps.count)步中不变\(same)步。",
                "Plan “\(written.plan.name)”: drafted as of Act \(rebase.base), now Act \(rebase.head); \(same) of \(rebase.steps.count) steps unchanged."
            ))
        for step in rebase.steps where !changed || !step.isUnchanged { print(step.text(desk)) }
        if let saved {
            print(
                desk.say(
                    "已另存第\(saved)稿，以第\(rebase.head)号决定的台账为准。", "Saved as revision \(saved), on Act \(rebase.head)."))
        }
    }
}
