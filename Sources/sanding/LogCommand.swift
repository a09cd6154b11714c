import ArgumentParser
import Basics
import Office
import Registry
import Storage

/// `sanding log [POSITION]`: the Acts of the journal, or what one of them did.
struct LogCommand: Answering {
    static let configuration = CommandConfiguration(commandName: "log", abstract: "决定目录 · the Acts of the journal")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "只看第几号决定，逐项列出变动 · one Act, change by change")
    var position: Int?

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        let open = try desk.desk()
        if let position {
            try answer(position, of: open)
            return
        }
        let titles: [Digest: String]
        do {
            titles = try open.journal.texts(of: open.history.entries.map(\.act.document.title), in: open.jurisdiction)
        } catch { throw OfficeFailure(error) }
        let officers = try open.officers()
        if json {
            print(
                try JSON.array(
                    open.history.entries.map { entry in
                        [
                            "position": .integer(entry.position), "recorded": .string(entry.recorded.description),
                            "document": .string(entry.act.document.citation.description),
                            "title": JSON(titles[entry.act.document.title]),
                            "basis": .string(desk.say(entry.act.basis.name)),
                            "changes": .integer(entry.act.changes.count),
                            "digest": .string(entry.digest.description),
                        ]
                    }
                ).text())
            return
        }
        var table = Table(
            [
                desk.say("决定", "act"), desk.say("类别", "basis"), desk.say("依据", "document"), desk.say("标题", "title"),
                desk.say("生效", "day"), desk.say("变动", "changes"), desk.say("经办/决定", "drafted / decided"),
                desk.say("摘要", "digest"),
            ], rightAligned: [0, 5])
        for entry in open.history.entries {
            let people = [entry.act.drafter] + entry.act.deciders
            table.add([
                "\(entry.position)", desk.say(entry.act.basis.name), entry.act.document.citation.description,
                titles[entry.act.document.title] ?? "—", entry.act.changes.first?.day.description ?? "",
                "\(entry.act.changes.count)", people.map { officers[$0] ?? "—" }.joined(separator: " / "),
                entry.digest.short,
            ])
        }
        table.lines.forEach { print($0) }
    }

    private func answer(_ position: Int, of open: Desk) throws {
        guard open.history.entries.indices.contains(position - 1) else {
            throw OfficeFailure(
                .input, "unknown-position", zh: "没有第\(position)号决定。用 sanding log 查看。",
                en: "There is no Act \(position). See sanding log.")
        }
        let entry = open.history.entries[position - 1]
        let lines = ActContents(of: entry, in: open.history).lines
        if json {
            print(try JSON.array(lines.map { $0.json(desk) }).text())
            return
        }
        print(
            desk.say(
                "第\(position)号决定（\(entry.act.basis.name.zh)）依据\(entry.act.document.citation)，变动\(lines.count)项：",
                "Act \(position) (\(entry.act.basis.name.en)) on \(entry.act.document.citation), \(lines.count) changes:"
            ))
        print(lines.map { $0.text(desk) }.joined(separator: "\n"))
    }
}
