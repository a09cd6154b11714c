import ArgumentParser
import Basics
import Office

/// `sanding plan save FILE --as NAME`: keeps a plan as a draft, revision after revision.
struct PlanSaveCommand: Acting {
    static let configuration = CommandConfiguration(
        commandName: "save", abstract: "存为方案稿 · keep a plan as a draft",
        discussion: "从 sanding plan drafts 取出的文件首行写有所依据的稿次；也可用 --from 写明。他人已存新稿时不保存。")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "方案文件（YAML） · the plan")
    var plan: String

    @Option(name: .customLong("as"), help: "方案稿名 · the draft's name")
    var name: String?

    @Option(help: "所依据的稿次；新稿不写 · the revision it was made from")
    var from: Int?

    @Option(help: "经办人 · who saves it")
    var by: String

    var deed: TerminalDeed { TerminalDeed(action: .draftSaved, what: "plan save \(fileName(of: plan))", officer: by) }

    func act(at open: inout Desk) throws {
        let (written, mark) = try desk.readWrittenPlan(plan)
        let name = name ?? mark?.name ?? written.plan.name
        var source = SystemRandomNumberGenerator()
        let officer = try open.officer(named: by, from: &source)
        let saved = try open.saveDraft(
            written, named: name, from: from ?? (mark?.name == name ? mark?.revision : nil), by: officer, from: &source,
            at: now())
        print(
            desk.say(
                "已存“\(name)”第\(saved.revision)稿，所据台账至第\(saved.base)号决定。",
                "Saved revision \(saved.revision) of “\(name)”, drafted on the register as of Act \(saved.base)."))
    }
}
