import ArgumentParser
import Office

/// What the commands about another organ ask for.
struct OrganOptions: ParsableArguments {
    @Argument(help: "动议件编号 · the motion")
    var number: Int

    @Option(help: "机关名称，与权限表所写一致 · the organ, as the table names it")
    var organ: String

    @Option(help: "文号 · its document")
    var document: String
}

/// A command that enters what another organ did.
protocol OrganAnswering: Acting {
    static var deed: OrganDeed { get }
    var stroke: StrokeOptions { get }
    var options: OrganOptions { get }
}

extension OrganAnswering {
    var deed: TerminalDeed {
        TerminalDeed(action: .motionEvent, what: "motion \(Self.deed) \(options.number)", officer: stroke.by)
    }

    func act(at open: inout Desk) throws {
        let motion = try open.countersign(
            options.number, Self.deed, organ: options.organ, document: try readCitation(options.document),
            note: stroke.note, try stroke.stroke(at: &open))
        try desk.report(motion, of: open)
    }
}

/// `sanding motion countersign NUMBER`: as the Organisation Department does for leader posts.
struct MotionCountersignCommand: OrganAnswering {
    static let configuration = CommandConfiguration(
        commandName: "countersign", abstract: "登记会签 · countersigned by an organ")
    static let deed = OrganDeed.countersigned
    @OptionGroup var desk: DeskOptions
    @OptionGroup var stroke: StrokeOptions
    @OptionGroup var options: OrganOptions
}

/// `sanding motion approve NUMBER`: by the next higher level.
struct MotionApproveCommand: OrganAnswering {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "登记上一级审批 · approved by the next level")
    static let deed = OrganDeed.approved
    @OptionGroup var desk: DeskOptions
    @OptionGroup var stroke: StrokeOptions
    @OptionGroup var options: OrganOptions
}

/// `sanding motion file NUMBER`: as with the people's congress standing committee.
struct MotionFileCommand: OrganAnswering {
    static let configuration = CommandConfiguration(
        commandName: "file", abstract: "登记备案 · filed with an organ")
    static let deed = OrganDeed.filed
    @OptionGroup var desk: DeskOptions
    @OptionGroup var stroke: StrokeOptions
    @OptionGroup var options: OrganOptions
}
