import ArgumentParser
import Basics
import Office

/// `sanding plan drafts [NAME]`: the drafts and whom they meet, or the text of one.
struct PlanDraftsCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "drafts", abstract: "方案稿目录，或取出一稿 · the drafts, or the text of one")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "方案稿名；不写则列出全部 · the draft to take out")
    var name: String?

    @Option(help: "写到哪里，默认打印 · where to write it")
    var out: String?

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        let open = try desk.desk()
        if let name {
            let draft = try open.draft(named: name)
            let mark = DraftMark(name: name, revision: draft.last.revision)
            let text = mark.line + "\n" + draft.written.text
            if let out { try writeText(text, to: out) } else { print(text, terminator: "") }
            return
        }
        let listed = try open.listDrafts(at: now())
        let officers = try open.officers()
        if json {
            print(try JSON.array(listed.map { $0.json(desk, officers[$0.draft.last.officer]) }).text())
            return
        }
        var table = Table(
            [
                desk.say("方案稿", "draft"), desk.say("稿次", "revision"), desk.say("所据决定", "as of Act"),
                desk.say("经办", "by"), desk.say("状态", "state"),
            ], rightAligned: [1, 2])
        for one in listed {
            table.add([
                one.draft.name, "\(one.draft.last.revision)", "\(one.draft.last.base)",
                officers[one.draft.last.officer] ?? "—", one.state(desk),
            ])
        }
        table.lines.forEach { print($0) }
        // Each pair is said once, from the draft that comes first by name.
        for one in listed {
            for meeting in one.meets where one.draft.name < meeting.other { print(one.words(desk, meeting)) }
        }
    }
}

extension ListedDraft {
    /// Open, or decided by which Acts and how many waves are left.
    func state(_ desk: DeskOptions) -> String {
        guard !decided.isEmpty else { return desk.say("草拟", "open") }
        let acts = decided.map(String.init).joined(separator: desk.say("、", ", "))
        let left = wavesLeft > 0 ? desk.say("，尚余\(wavesLeft)波", ", \(wavesLeft) waves left") : ""
        return desk.say("第\(acts)号决定", "decided by Act \(acts)") + left
    }

    /// What it has in common with another open draft.
    func words(_ desk: DeskOptions, _ meeting: Meeting) -> String {
        var same: [String] = []
        if meeting.sharesAccount { same.append(desk.say("同一编制账户", "one account")) }
        if meeting.sharesPerson { same.append(desk.say("同一人员", "one person")) }
        if meeting.sharesDuty { same.append(desk.say("同一职责", "one duty")) }
        let more = meeting.bodies.count > 8 ? desk.say("等", " …") : ""
        let bodies = meeting.bodies.prefix(8).joined(separator: desk.say("、", ", ")) + more
        return desk.say(
            "“\(draft.name)”与“\(meeting.other)”都涉及\(meeting.bodies.count)个机构：\(bodies)",
            "“\(draft.name)” and “\(meeting.other)” both change \(meeting.bodies.count) bodies: \(bodies)")
            + (same.isEmpty ? "" : desk.say("；并变动", "; both move ") + same.joined(separator: desk.say("、", ", ")))
    }

    /// The draft as JSON.
    func json(_ desk: DeskOptions, _ officer: String?) -> JSON {
        [
            "name": .string(draft.name), "plan": .string(draft.written.plan.name),
            "revision": .integer(draft.last.revision), "base": .integer(draft.last.base), "by": JSON(officer),
            "recorded": .string(draft.last.recorded.description), "decided": .array(decided.map { .integer($0) }),
            "wavesLeft": .integer(wavesLeft),
            "meets": .array(
                meets.map {
                    [
                        "other": .string($0.other), "bodies": .array($0.bodies.map { .string($0) }),
                        "account": .boolean($0.sharesAccount), "person": .boolean($0.sharesPerson),
                        "duty": .boolean($0.sharesDuty),
                    ]
                }),
        ]
    }
}
