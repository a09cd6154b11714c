import ArgumentParser
import Office
import Procedure

/// `sanding motion list`: what waits for whom.
struct MotionListCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "动议件和待办：等谁、等什么 · motions, and what waits for whom")

    @OptionGroup var desk: DeskOptions

    @Flag(help: "包括已办结和已撤回的 · those that are done or withdrawn as well")
    var all = false

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        let open = try desk.desk()
        let standings = try open.listMotions(at: now()).filter { all || $0.motion.isOpen || !$0.waiting.isEmpty }
        if json {
            print(try JSON.array(standings.map { $0.json(desk) }).text())
            return
        }
        guard !standings.isEmpty else {
            print(desk.say("没有待办的动议件。", "No motion waits for anything."))
            return
        }
        var table = Table([
            desk.say("号", "no."), desk.say("事项", "what"), desk.say("阶段", "stage"), desk.say("待办", "waits for"),
        ])
        for standing in standings {
            table.add([
                "\(standing.motion.number)", standing.title(desk), desk.say(standing.motion.standing),
                standing.waiting.map { desk.say($0.wording) }.joined(separator: desk.say("；", "; ")),
            ])
        }
        print(table.lines.joined(separator: "\n"))
    }
}
