import ArgumentParser
import Basics
import Office
import Procedure
import Registry

/// `sanding motion show NUMBER`: the whole way, with who and when.
struct MotionShowCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "查看动议件全过程 · the whole way of a motion, with who and when")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "动议件编号 · the motion")
    var number: Int

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        let open = try desk.desk()
        let standing = try open.standing(of: open.motion(number), at: now())
        if json {
            print(try standing.json(desk).text())
            return
        }
        let names = try open.officers()
        func name(_ officer: Officer.ID) -> String { names[officer] ?? officer.description }
        let motion = standing.motion
        let paper = standing.paper.map { desk.say($0.matter.name) } ?? ""
        print("\(desk.say("第\(motion.number)号动议件", "Motion \(motion.number)")) · \(paper) “\(standing.title(desk))”")
        var steps = motion.events.map { "\(desk.say($0.deed.wording)) \($0.day) \(name($0.officer))" }
        if let enactment = motion.enactment {
            let entry = open.history.entries[enactment.position - 1]
            let deciders = entry.act.deciders.map(name).joined(separator: desk.say("、", ", "))
            steps.insert(
                desk.say(
                    "决定（\(entry.act.document.citation)，第\(entry.position)号决定） \(entry.act.document.decided) \(deciders)",
                    "decided (\(entry.act.document.citation), Act \(entry.position)) \(entry.act.document.decided) \(deciders)"
                ), at: enactment.events)
        }
        print("  " + steps.joined(separator: " → "))
        for event in motion.events.dropFirst() {
            if let text = try open.text(of: event), !text.isEmpty, event.deed.subject == nil {
                print("  \(desk.say(event.deed.wording))：\(text)")
            }
        }
        print("  \(desk.say("阶段", "stage")): \(desk.say(motion.standing))")
        for line in standing.needs?.lines(desk) ?? [] { print(line) }
        for waiting in standing.waiting { print("  → \(desk.say(waiting.wording))") }
    }
}

extension Motion {
    /// The stage it has reached, or that it was returned or withdrawn.
    var standing: Wording {
        if isWithdrawn { return Wording(zh: "已撤回", en: "withdrawn") }
        if isReturned { return Wording(zh: "已退回", en: "returned") }
        return stage.name
    }
}

extension MotionStanding {
    /// What it is called.
    func title(_ desk: DeskOptions) -> String { paper?.title ?? desk.say("（文本已不在）", "(its text is gone)") }

    /// As JSON; people by identifier only.
    func json(_ desk: DeskOptions) -> JSON {
        [
            "number": .integer(motion.number), "title": JSON(paper?.title),
            "matter": JSON(paper.map { "\($0.matter)" }),
            "stage": .string("\(motion.stage)"), "returned": .boolean(motion.isReturned),
            "withdrawn": .boolean(motion.isWithdrawn), "act": JSON(motion.enactment?.position),
            "events": .array(
                motion.events.map {
                    [
                        "what": .string(desk.say($0.deed.wording)), "code": .integer(Int($0.deed.code)),
                        "officer": .string($0.officer.description), "day": .string($0.day.description),
                        "recorded": .string($0.recorded.description),
                    ]
                }),
            "waiting": .array(waiting.map { .string(desk.say($0.wording)) }),
            "needs": needs?.json(desk) ?? .null,
        ]
    }
}
