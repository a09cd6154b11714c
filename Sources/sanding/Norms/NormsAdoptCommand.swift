import ArgumentParser
import Basics
import Norms
import Office
import Papers

/// `sanding norms adopt PACK`: the office goes by a pack from a day on.
struct NormsAdoptCommand: Acting {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "采用规则包 · go by a pack from a day on")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: "规则包文件或随附代码 · a file, or the code of a shipped pack")
    var pack: String

    @Option(help: "自哪一天采用，默认决定日期 · from which day; by default when it was decided")
    var day: String?

    var deed: TerminalDeed {
        TerminalDeed(action: .registerAct, what: "norms adopt \(fileName(of: pack))", officer: decision.drafter)
    }

    func act(at open: inout Desk) throws {
        let written = try writtenRules(pack)
        let (name, code) = (written.pack.name, written.pack.code)
        var source = SystemRandomNumberGenerator()
        let named = try decision.named(
            title: desk.say("关于采用《\(name)》的通知", "On going by “\(name)”"), from: day, at: &open, source: &source)
        let entry = try open.adoptRules(
            written, on: named.day, document: named.words, drafter: named.drafter, deciders: named.deciders,
            from: &source, at: now())
        print(
            desk.say(
                "已采用“\(name)”（\(code)）：第\(entry.position)号决定，依据\(named.words.citation)，自\(named.day)起。",
                "“\(name)” (\(code)) is adopted: Act \(entry.position) on \(named.words.citation), from \(named.day)."
            ))
    }
}

/// `sanding norms repeal CODE`: the office no longer goes by a pack.
struct NormsRepealCommand: Acting {
    static let configuration = CommandConfiguration(
        commandName: "repeal", abstract: "停用规则包 · go by a pack no longer")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: "规则包代码 · the code")
    var code: String

    @Option(help: "自哪一天停用，默认决定日期 · from which day; by default when it was decided")
    var day: String?

    var deed: TerminalDeed {
        TerminalDeed(action: .registerAct, what: "norms repeal \(code)", officer: decision.drafter)
    }

    func act(at open: inout Desk) throws {
        var source = SystemRandomNumberGenerator()
        let named = try decision.named(
            title: desk.say("关于停用规则包\(code)的通知", "On going by \(code) no longer"), from: day, at: &open,
            source: &source)
        let entry = try open.repealRules(
            code, on: named.day, document: named.words, drafter: named.drafter, deciders: named.deciders,
            from: &source, at: now())
        print(
            desk.say(
                "已停用\(code)：第\(entry.position)号决定，自\(named.day)起。",
                "\(code) is repealed: Act \(entry.position), from \(named.day)."))
    }
}
