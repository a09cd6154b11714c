import ArgumentParser
import Basics
import Office
import Registry

/// `sanding matter list`: all matters, with who leads each.
struct MatterListCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "事项目录及牵头单位 · all matters with who leads them")

    @OptionGroup var desk: DeskOptions

    @Option(help: "截至哪一天 yyyy-MM-dd · the day")
    var day: String?

    @Flag(help: "只列无人牵头的 · only those nobody leads")
    var unled = false

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        let register = try desk.register(of: try desk.desk(), on: day)
        let matters = register.matters.values
            .filter { !unled || !$0.parts.contains { $0.role == .lead } }
            .sorted { ($0.catalogue, $0.name, $0.id) < ($1.catalogue, $1.name, $1.id) }
        if json { return print(try JSON.array(matters.map { $0.json(in: register, desk.lang) }).text()) }
        var table = Table(
            [
                desk.say("事项", "matter"), desk.say("清单", "catalogue"), desk.say("牵头", "lead"), desk.say("其他", "others"),
                desk.say("踏空", "gap"),
            ], rightAligned: [3])
        for matter in matters {
            let leads = matter.parts.filter { $0.role == .lead }
            table.add([
                matter.name, matter.catalogue, leads.map { $0.holder(in: register) }.joined(separator: "、"),
                "\(matter.parts.count - leads.count)", matter.gaps.map { desk.say($0.name) }.joined(separator: "、"),
            ])
        }
        print(table.isEmpty ? desk.say("没有事项。", "No matters.") : table.lines.joined(separator: "\n"))
    }
}

extension DeskOptions {
    /// The register of a day, or as everything recorded makes it.
    func register(of open: Desk, on day: String?) throws -> Register {
        try day.map { open.history.register(on: try readDay($0)) } ?? open.register
    }
}

extension Matter {
    /// The matter with its parts as JSON.
    func json(in register: Register, _ language: Language) -> JSON {
        [
            "id": .string(id.description), "name": .string(name), "catalogue": .string(catalogue),
            "origin": JSON(origin?.description), "gaps": .array(gaps.map { .string($0.name.said(in: language)) }),
            "parts": .array(
                parts.map { part in
                    [
                        "body": .string(part.holder(in: register)), "role": .string("\(part.role)"),
                        "area": .string(part.area.name.said(in: language)), "duty": .string(part.statement.description),
                        "number": JSON(register.duties[part.statement]?.number),
                        "text": JSON(register.duties[part.statement]?.text),
                    ]
                }),
        ]
    }
}

extension Matter.Part {
    /// The name of who holds the statement.
    func holder(in register: Register) -> String {
        register.duties[statement].flatMap { register.institutions[$0.holder]?.profile.name } ?? "—"
    }
}
