import ArgumentParser
import Basics
import Office
import Registry

/// `sanding motion decide NUMBER`: enacts what was moved.
struct MotionDecideCommand: Acting {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "决定并实施动议件 · decide a motion, which enacts it")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "动议件编号 · the motion")
    var number: Int

    @Option(help: "文号，如 某编〔2020〕12号 · the document's number")
    var document: String

    @Option(help: "文件标题 · the document's title")
    var title: String?

    @Option(help: "决定日期 yyyy-MM-dd · when it was decided")
    var decided: String

    @Option(help: "决定人，可多次；不能是经办人 · who decided it; never the drafter")
    var decider: [String] = []

    @Option(help: "规则包、权限表自哪一天采用，默认决定日期 · from which day rules or a table are adopted")
    var day: String?

    var deed: TerminalDeed {
        TerminalDeed(action: .registerAct, what: "motion decide \(number) \(document)", officer: decider.first)
    }

    func act(at open: inout Desk) throws {
        var source = SystemRandomNumberGenerator()
        let found = try open.motion(number)
        let words = DocumentWords(
            citation: try readCitation(document), title: try title ?? open.paper(of: found).title,
            decided: try readDay(decided))
        let deciders = try decider.map { try open.officer(named: $0, from: &source) }
        let (entry, motion) = try open.decideMotion(
            number, document: words, deciders: deciders, on: try day.map { try readDay($0) }, from: &source, at: now())
        print(
            desk.say(
                "已决定第\(number)号动议件：第\(entry.position)号决定，依据\(words.citation)，变动\(entry.act.changes.count)项。",
                "Motion \(number) is decided: Act \(entry.position) on \(words.citation), \(entry.act.changes.count) changes."
            ))
        for waiting in try open.standing(of: motion, at: now()).waiting { print("  → \(desk.say(waiting.wording))") }
    }
}
