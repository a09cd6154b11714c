import ArgumentParser
import Basics
import Office
import Registry

/// `sanding ledger BODY`: the entries behind any balance.
struct LedgerCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "编制账明细：每个余额背后的分录 · the entries behind any balance")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "机构，或 统筹池、周转池、上级、上缴 · a body, or pool, turnover, grant, returned")
    var holder: String

    @Option(help: "截至哪一天 yyyy-MM-dd · up to this day")
    var day: String?

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        let open = try desk.desk()
        let until = try day.map { try readDay($0) } ?? open.history.lastDay ?? now().officeDay
        let register = open.history.register(on: until)
        let account: Holder
        switch holder {
        case "统筹池", "pool": account = .districtPool
        case "周转池", "turnover": account = .turnoverPool
        case "上级", "grant": account = .grant
        case "上缴", "returned": account = .returned
        default: account = .institution(try desk.bodyOfAnyDay(holder, in: register).id)
        }
        let statement = LedgerStatement(of: account, in: open.history, until: until)
        func name(_ holder: Holder?) -> String {
            guard let holder else { return "" }
            return holder.name.map(desk.say) ?? holder.institution.flatMap { register.institutions[$0]?.profile.name }
                ?? ""
        }
        if json {
            print(
                try JSON.array(
                    statement.lines.map { line in
                        [
                            "act": .integer(line.position), "day": .string(line.day.description),
                            "document": .string(line.document.description),
                            "what": .string(desk.say(line.commodity.name)),
                            "amount": .integer(line.amount), "other": .string(name(line.other)),
                            "balance": .integer(line.balance),
                        ]
                    }
                ).text())
            return
        }
        var table = Table(
            [
                desk.say("决定", "act"), desk.say("生效日", "day"), desk.say("依据", "document"), desk.say("项目", "what"),
                desk.say("增减", "change"), desk.say("余额", "balance"), desk.say("对方", "from / to"),
            ], rightAligned: [0, 4, 5])
        for line in statement.lines {
            table.add([
                "\(line.position)", line.day.description, line.document.description, desk.say(line.commodity.name),
                line.amount > 0 ? "+\(line.amount)" : "\(line.amount)", "\(line.balance)", name(line.other),
            ])
        }
        print(desk.say("\(name(account)) 编制账（截至\(until)）", "\(name(account)): ledger up to \(until)"))
        if case .institution(let id) = account {
            for group in FigureGroup.allCases where register.ledger.isUnknown(group, of: id) {
                print(desk.say(group.unknown))
            }
        }
        print(table.isEmpty ? desk.say("没有分录。", "No entries.") : table.lines.joined(separator: "\n"))
    }
}
