import ArgumentParser
import Office
import Procedure

/// `sanding motion review NUMBER`: the opinion of a review.
struct MotionReviewCommand: Acting {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "登记论证、合法性审查、风险评估意见 · the opinion of a review")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var stroke: StrokeOptions

    @Argument(help: "动议件编号 · the motion")
    var number: Int

    @Option(help: "意见 · the opinion")
    var opinion: String

    @Flag(help: "不同意 · not in favour")
    var against = false

    @Option(help: "论证、合法性审查、风险评估 · feasibility, legality, risk")
    var kind: ReviewKind = .feasibility

    var deed: TerminalDeed { TerminalDeed(action: .motionEvent, what: "motion review \(number)", officer: stroke.by) }

    func act(at open: inout Desk) throws {
        let motion = try open.reviewMotion(
            number, kind, inFavour: !against, opinion: opinion, try stroke.stroke(at: &open))
        try desk.report(motion, of: open)
    }
}

extension ReviewKind: ExpressibleByArgument {
    /// The kind by its name in Chinese or English.
    package init?(argument: String) {
        guard let kind = ReviewKind.allCases.first(where: { $0.name.zh == argument || "\($0)" == argument }) else {
            return nil
        }
        self = kind
    }
}

/// `sanding motion return NUMBER`: back to its drafter, with the reason.
struct MotionReturnCommand: Acting {
    static let configuration = CommandConfiguration(
        commandName: "return", abstract: "退回动议件 · return a motion to its drafter")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var stroke: StrokeOptions

    @Argument(help: "动议件编号 · the motion")
    var number: Int

    @Option(help: "理由 · why")
    var reason: String

    var deed: TerminalDeed { TerminalDeed(action: .motionEvent, what: "motion return \(number)", officer: stroke.by) }

    func act(at open: inout Desk) throws {
        let motion = try open.returnMotion(number, because: reason, try stroke.stroke(at: &open))
        try desk.report(motion, of: open)
    }
}

/// `sanding motion withdraw NUMBER`: its drafter gives it up.
struct MotionWithdrawCommand: Acting {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "撤回动议件 · withdraw a motion")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var stroke: StrokeOptions

    @Argument(help: "动议件编号 · the motion")
    var number: Int

    @Option(help: "理由 · why")
    var reason: String

    var deed: TerminalDeed { TerminalDeed(action: .motionEvent, what: "motion withdraw \(number)", officer: stroke.by) }

    func act(at open: inout Desk) throws {
        let motion = try open.withdrawMotion(number, because: reason, try stroke.stroke(at: &open))
        try desk.report(motion, of: open)
    }
}
