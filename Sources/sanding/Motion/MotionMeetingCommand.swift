import ArgumentParser
import Basics
import Office
import Procedure
import Registry

/// `sanding motion agenda NUMBER`: puts a motion on the agenda of a meeting.
struct MotionAgendaCommand: Acting {
    static let configuration = CommandConfiguration(
        commandName: "agenda", abstract: "列入编委会会议议程 · put a motion on a meeting's agenda")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var stroke: StrokeOptions

    @Argument(help: "动议件编号 · the motion")
    var number: Int

    @Option(help: "会议日期 yyyy-MM-dd · the day of the meeting")
    var meeting: String

    @Option(help: "议程第几项 · the item of the agenda")
    var item: Int = 1

    var deed: TerminalDeed { TerminalDeed(action: .motionEvent, what: "motion agenda \(number)", officer: stroke.by) }

    func act(at open: inout Desk) throws {
        let motion = try open.putOnAgenda(
            number, meeting: try readDay(meeting), item: item, note: stroke.note, try stroke.stroke(at: &open))
        try desk.report(motion, of: open)
    }
}

/// `sanding motion meeting NUMBER`: the meeting that deliberated it.
struct MotionMeetingCommand: Acting {
    static let configuration = CommandConfiguration(
        commandName: "meeting", abstract: "登记会议审议情况和纪要 · the meeting, with its minutes",
        discussion: "纪要印发后再登记一次并写明 --minutes，以最后一次为准。")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var stroke: StrokeOptions

    @Argument(help: "动议件编号 · the motion")
    var number: Int

    @Option(help: "到会成员，可多次 · a member present")
    var present: [String] = []

    @Option(help: "缺席成员，可多次 · a member absent")
    var absent: [String] = []

    @Option(name: .customLong("in-favour"), help: "赞成人数 · how many were in favour")
    var inFavour: Int

    @Option(help: "会议纪要文号 · the document of the minutes")
    var minutes: String?

    var deed: TerminalDeed { TerminalDeed(action: .motionEvent, what: "motion meeting \(number)", officer: stroke.by) }

    func act(at open: inout Desk) throws {
        let minutes = try minutes.map { try readCitation($0) }
        var source = SystemRandomNumberGenerator()
        let here = try present.map { try open.officer(named: $0, from: &source) }
        let away = try absent.map { try open.officer(named: $0, from: &source) }
        let meeting = Meeting(present: here, absent: away, inFavour: inFavour, minutes: minutes)
        let motion = try open.recordMeeting(number, meeting, note: stroke.note, try stroke.stroke(at: &open))
        try desk.report(motion, of: open)
    }
}
