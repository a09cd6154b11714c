import ArgumentParser
import Office

/// `sanding motion open FILE`: moves a plan, daily work, or the adoption of rules or of a competence table.
struct MotionOpenCommand: Acting {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "提出动议：方案、日常事项、规则包或权限表 · move a plan, daily work, rules or a competence table")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var stroke: StrokeOptions

    @Argument(help: "方案、日常事项、规则包或权限表文件 · a plan, draft of daily work, pack or table")
    var file: String

    @Option(help: "提出单位 · the organ it is moved by")
    var organ: String

    @Option(help: "修改后重新提出的动议件编号 · the motion to be moved again")
    var again: Int?

    var deed: TerminalDeed {
        TerminalDeed(action: .motionEvent, what: "motion open \(fileName(of: file))", officer: stroke.by)
    }

    func act(at open: inout Desk) throws {
        let paper = try MotionPaper(try readText(file))
        let motion = try open.openMotion(paper, by: organ, again: again, try stroke.stroke(at: &open))
        try desk.report(motion, of: open)
    }
}
