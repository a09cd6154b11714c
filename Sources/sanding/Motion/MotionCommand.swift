import ArgumentParser
import Basics
import Office
import Procedure

/// `sanding motion`: from motion to enactment.
struct MotionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "motion", abstract: "动议件：动议、论证、审议决定、组织实施 · from motion to enactment",
        subcommands: [
            MotionListCommand.self, MotionShowCommand.self, MotionTryCommand.self, MotionOpenCommand.self,
            MotionReviewCommand.self,
            MotionReturnCommand.self, MotionWithdrawCommand.self, MotionAgendaCommand.self, MotionMeetingCommand.self,
            MotionCountersignCommand.self, MotionApproveCommand.self, MotionFileCommand.self,
            MotionDecideCommand.self,
        ])
}

/// Who does something to a motion, and on which day.
struct StrokeOptions: ParsableArguments {
    @Option(help: "办理人 · who")
    var by: String

    @Option(help: "办理日期 yyyy-MM-dd，默认今天 · on which day, by default today")
    var day: String?

    @Option(help: "说明 · a note")
    var note: String = ""

    func stroke(at open: inout Desk) throws -> MotionStroke {
        var source = SystemRandomNumberGenerator()
        let instant = now()
        let officer = try open.officer(named: by, from: &source)
        return MotionStroke(by: officer, on: try day.map { try readDay($0) } ?? instant.officeDay, at: instant)
    }
}

/// A document's number that a person typed.
func readCitation(_ text: String) throws -> Citation {
    guard let citation = Citation(text) else {
        throw OfficeFailure(
            .input, "bad-document", zh: "“\(text)”不是文号，应写作 某编〔2020〕12号。",
            en: "“\(text)” is no document number; write it as 某编〔2020〕12号.")
    }
    return citation
}

extension DeskOptions {
    /// Says what was entered, and what the motion waits for now.
    func report(_ motion: Motion, of open: Desk) throws {
        let standing = try open.standing(of: motion, at: now())
        let said = motion.events.last.map { say($0.deed.wording) } ?? ""
        print(say("第\(motion.number)号动议件：\(said)。", "Motion \(motion.number): \(said)."))
        for waiting in standing.waiting { print("  → \(say(waiting.wording))") }
    }
}
