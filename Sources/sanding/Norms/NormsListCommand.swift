import ArgumentParser
import Basics
import Norms
import Office
import Papers

/// `sanding norms list`: the packs that come with the system, and those the office goes by.
struct NormsListCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "随附的和采用中的规则包 · packs shipped and adopted")

    @OptionGroup var desk: DeskOptions

    @Option(help: "截至哪一天 yyyy-MM-dd · the day")
    var day: String?

    @Flag(help: "只列随附的，不打开台账 · the shipped ones only, without a register")
    var shipped = false

    @Option(help: "显示一个随附规则包的全文 · the text of a shipped pack")
    var show: String?

    func answer() throws {
        if let show {
            guard let text = ShippedPack.text(of: show) else {
                throw OfficeFailure(
                    .input, "unknown-pack", zh: "没有随附的规则包“\(show)”。", en: "No pack “\(show)” is shipped.")
            }
            print(text, terminator: "")
            return
        }
        var table = Table([
            desk.say("代码", "code"), desk.say("规则包", "pack"), desk.say("层级", "level"), desk.say("可信度", "certainty"),
        ])
        for code in ShippedPack.codes {
            guard let text = ShippedPack.text(of: code), let pack = readRulePack(text).pack else { continue }
            table.add([code, pack.name, desk.say(pack.level.name), desk.say(pack.certainty.name)])
        }
        print(desk.say("随附的规则包：", "Shipped:"))
        print(table.lines.joined(separator: "\n"))
        guard !shipped else { return }
        let open = try desk.desk()
        let today = try day.map { try readDay($0) } ?? open.history.lastDay ?? now().officeDay
        let rules = try open.rulebook(on: today)
        print("")
        print(desk.say("\(today)采用中的规则包：", "Adopted on \(today):"))
        var adopted = Table([desk.say("代码", "code"), desk.say("规则包", "pack"), desk.say("采用自", "since")])
        for (pack, since) in zip(rules.packs, rules.adoptionDays) {
            adopted.add([pack.code, pack.name, since.description])
        }
        for gone in rules.missing {
            adopted.add([
                gone.code, desk.say("（文本缺失，所涉意见一律为无法判断）", "(text missing: verdicts can't be told)"),
                gone.day.description,
            ])
        }
        print(adopted.isEmpty ? desk.say("  没有。", "  none.") : adopted.lines.joined(separator: "\n"))
    }
}
