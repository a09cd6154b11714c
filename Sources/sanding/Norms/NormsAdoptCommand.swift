import ArgumentParser
import Basics
import Norms
import Office
import Papers

/// `sanding norms adopt PACK`: the office goes by a pack from a day on.
struct NormsAdoptCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "采用规则包 · go by a pack from a day on")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: "规则包文件或随附代码 · a file, or the code of a shipped pack")
    var pack: String

    @Option(help: "自哪一天采用,默认决定日期 · from which day; by default when it was decided")
    var day: String?

    func answer() throws {
        var open = try desk.desk()
        let text = try packText(pack)
        let read = try readPack(pack)
        var source = SystemRandomNumberGenerator()
        let words = try decision.words(
            defaultTitle: desk.say("关于采用《\(read.name)》的通知", "On going by “\(read.name)”"), defaultDay: nil)
        let from = try day.map { try readDay($0) } ?? words.decided
        let (drafter, deciders) = try decision.officers(of: &open, from: &source)
        let made = try open.adoptRules(
            text, on: from, document: words, drafter: drafter, deciders: deciders, from: &source, at: now())
        print(
            desk.say(
                "已采用“\(made.pack.name)”(\(made.pack.code)):第\(made.entry.position)号决定，依据\(words.citation)，自\(from)起。",
                "“\(made.pack.name)” (\(made.pack.code)) is adopted: Act \(made.entry.position) on \(words.citation), from \(from)."
            ))
    }
}

/// `sanding norms repeal CODE`: the office no longer goes by a pack.
struct NormsRepealCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "repeal", abstract: "停用规则包 · go by a pack no longer")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: "规则包代码 · the code")
    var code: String

    @Option(help: "自哪一天停用,默认决定日期 · from which day; by default when it was decided")
    var day: String?

    func answer() throws {
        var open = try desk.desk()
        var source = SystemRandomNumberGenerator()
        let words = try decision.words(
            defaultTitle: desk.say("关于停用规则包\(code)的通知", "On going by \(code) no longer"), defaultDay: nil)
        let from = try day.map { try readDay($0) } ?? words.decided
        let (drafter, deciders) = try decision.officers(of: &open, from: &source)
        let entry = try open.repealRules(
            code, on: from, document: words, drafter: drafter, deciders: deciders, from: &source, at: now())
        print(
            desk.say(
                "已停用\(code):第\(entry.position)号决定，自\(from)起。",
                "\(code) is repealed: Act \(entry.position), from \(from)."))
    }
}
