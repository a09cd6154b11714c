import ArgumentParser
import Basics
import Office
import Registry

/// `sanding history BODY`: what became of a body, and on which document.
struct HistoryCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "机构沿革：每次变动及其依据 · what became of a body, and on which document")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "机构，已撤销的也可以 · a body, closed ones too")
    var body: String

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        let open = try desk.desk()
        let register = open.register
        let found = try desk.bodyOfAnyDay(body, in: register)
        let history = BodyHistory(of: found.id, in: open.history)
        func name(_ kin: BodyHistory.Kin) -> String {
            let name = register.institutions[kin.id]?.profile.name ?? ""
            return desk.say(
                "\(name)（第\(kin.position)号决定 \(kin.document)）", "\(name) (Act \(kin.position), \(kin.document))")
        }
        if json {
            print(try json(history, of: found, in: register).text())
            return
        }
        print(found.profile.name + (found.isActive ? "" : desk.say("（已撤销）", " (closed)")))
        if !history.predecessors.isEmpty {
            print(
                desk.say("前身：", "Came out of: ") + history.predecessors.map(name).joined(separator: desk.say("、", ", "))
            )
        }
        if !history.successors.isEmpty {
            print(
                desk.say("承接机构：", "Went into: ") + history.successors.map(name).joined(separator: desk.say("、", ", ")))
        }
        for chapter in history.chapters {
            print("")
            print(
                desk.say(
                    "第\(chapter.position)号决定 依据\(chapter.document)", "Act \(chapter.position) on \(chapter.document)"))
            print(chapter.lines.map { $0.text(desk) }.joined(separator: "\n"))
        }
    }

    private func json(_ history: BodyHistory, of body: Institution, in register: Register) -> JSON {
        func kin(_ kin: BodyHistory.Kin) -> JSON {
            [
                "institution": .string(kin.id.description), "name": JSON(register.institutions[kin.id]?.profile.name),
                "act": .integer(kin.position), "document": .string(kin.document.description),
            ]
        }
        return [
            "institution": .string(body.id.description), "name": .string(body.profile.name),
            "active": .boolean(body.isActive), "predecessors": .array(history.predecessors.map(kin)),
            "successors": .array(history.successors.map(kin)),
            "acts": .array(
                history.chapters.map {
                    [
                        "position": .integer($0.position), "document": .string($0.document.description),
                        "changes": .array($0.lines.map { $0.json(desk) }),
                    ]
                }),
        ]
    }
}

extension ActContents.Line {
    /// The change on a line of text.
    func text(_ desk: DeskOptions) -> String {
        "  \(day) \(desk.say(wording))" + (isReversed ? desk.say("（已取消）", " (taken back)") : "")
    }

    /// The change as JSON.
    func json(_ desk: DeskOptions) -> JSON {
        [
            "index": .integer(index), "day": .string(day.description), "what": .string(desk.say(wording)),
            "reversed": .boolean(isReversed),
        ]
    }
}
