import ArgumentParser
import Basics
import Office
import Registry

/// `sanding lookups`: who looked at personal data, when and for what.
struct LookupsCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "lookups", abstract: "个人信息查询记录 · who looked at personal data, when and for what")

    @OptionGroup var desk: DeskOptions

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        let open = try desk.desk()
        // Who looks at the looks is on record, too.
        try desk.record(
            TerminalDeed(action: .auditRead, what: "lookups"), over: open.journal, in: open.jurisdiction)
        let lookups = try open.lookups()
        if json {
            let lines = lookups.map { lookup -> JSON in
                [
                    "at": .string(lookup.recorded.description), "by": JSON(lookup.officer),
                    "way": JSON(lookup.way.map { desk.say($0.name) }), "for": JSON(lookup.purpose),
                    "people": .array(lookup.people.map { .string($0.description) }),
                ]
            }
            return print(try JSON.array(lines).text())
        }
        var table = Table(
            [
                desk.say("时刻", "at"), desk.say("查询人", "by"), desk.say("方式", "way"), desk.say("涉及人数", "people"),
                desk.say("用途", "for"),
            ], rightAligned: [3])
        let erased = desk.say("（已删除）", "(erased)")
        for lookup in lookups {
            table.add([
                lookup.recorded.description, lookup.officer ?? erased, lookup.way.map { desk.say($0.name) } ?? "?",
                "\(lookup.people.count)", lookup.purpose ?? erased,
            ])
        }
        table.lines.forEach { print($0) }
        print(desk.say("共\(lookups.count)次查询。", "\(lookups.count) looks."))
    }
}
