import ArgumentParser
import Basics
import Office

/// `sanding plan branch NAME --as NEW`: a draft of its own from the last revision of another.
struct PlanBranchCommand: Acting {
    static let configuration = CommandConfiguration(
        commandName: "branch", abstract: "从一稿分支或复制 · a draft from the last revision of another")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "方案稿名 · the draft")
    var name: String

    @Option(name: .customLong("as"), help: "新方案稿名 · the new draft's name")
    var newName: String

    @Option(help: "经办人 · who branches it")
    var by: String

    @Flag(help: "复制：与原稿不再相干，不能合并回去 · a copy that has no tie to it")
    var copy = false

    var deed: TerminalDeed { TerminalDeed(action: .draftSaved, what: "plan branch \(name) \(newName)", officer: by) }

    func act(at open: inout Desk) throws {
        var source = SystemRandomNumberGenerator()
        let officer = try open.officer(named: by, from: &source)
        let made =
            copy
            ? try open.copyDraft(name, as: newName, by: officer, from: &source, at: now())
            : try open.branchDraft(name, as: newName, by: officer, from: &source, at: now())
        print(
            desk.say(
                "已\(copy ? "复制" : "分支")为“\(newName)”，所据台账至第\(made.base)号决定。",
                "\(copy ? "Copied" : "Branched") as “\(newName)”, on the register as of Act \(made.base)."))
    }
}
