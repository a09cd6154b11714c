import ArgumentParser
import Basics
import Office

/// `sanding competence adopt FILE`: the jurisdiction decides by a table from a day on.
struct CompetenceAdoptCommand: Acting {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "采用权限表 · decide by a table from a day on")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: "权限表文件或随附名称 · a file, or the name of a shipped table")
    var file: String

    @Option(help: "自哪一天采用，默认决定日期 · from which day; by default when it was decided")
    var day: String?

    var deed: TerminalDeed {
        TerminalDeed(action: .registerAct, what: "competence adopt \(fileName(of: file))", officer: decision.drafter)
    }

    func act(at open: inout Desk) throws {
        let text = try tableText(file)
        let read = try readTable(file)
        var source = SystemRandomNumberGenerator()
        let words = try decision.words(
            defaultTitle: desk.say("关于印发《\(read.name)》的通知", "On “\(read.name)”"), defaultDay: nil)
        let from = try day.map { try readDay($0) } ?? words.decided
        let (drafter, deciders) = try decision.officers(of: &open, from: &source)
        let made = try open.adoptCompetence(
            text, on: from, document: words, drafter: drafter, deciders: deciders, from: &source, at: now())
        print(
            desk.say(
                "已采用“\(made.table.name)”：第\(made.entry.position)号决定，依据\(words.citation)，自\(from)起。停用请用 sanding norms repeal competence。",
                "“\(made.table.name)” is adopted: Act \(made.entry.position) on \(words.citation), from \(from). To end it: sanding norms repeal competence."
            ))
    }
}
