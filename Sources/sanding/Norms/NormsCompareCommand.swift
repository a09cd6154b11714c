import ArgumentParser
import Basics
import Norms
import Office
import Papers
import Registry

/// `sanding norms compare`: which bodies two sets of rules treat differently, or one pack and a changed copy of it.
struct NormsCompareCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "比较两个规则包，或试改一档 · two packs over the district, or one band changed")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "规则包（文件或随附代码）：一个加 --change，或两个 · one with --change, or two")
    var packs: [String]

    @Option(name: .customLong("change"), help: "试改一档，如 第三十九条：11-50=3-4，可多次 · change a band of a copy")
    var changed: [String] = []

    @Option(help: "截至哪一天 yyyy-MM-dd · the day")
    var day: String?

    @Option(help: "最多列出多少 · list at most so many")
    var limit: Int = 40

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        let open = try desk.desk()
        let today = try day.map { try readDay($0) } ?? open.history.lastDay ?? now().officeDay
        let register = open.history.register(on: today)
        guard packs.count == (changed.isEmpty ? 2 : 1) else {
            throw OfficeFailure(
                .input, "which-packs", zh: "请给出两个规则包，或一个规则包和至少一处 --change。",
                en: "Name two packs, or one pack and at least one --change.")
        }
        let first = try writtenRules(packs[0]).pack
        var second = first
        if changed.isEmpty { second = try writtenRules(packs[1]).pack }
        for text in changed {
            do { second = try readPackChange(text, in: second) } catch {
                throw OfficeFailure(.input, "bad-change", zh: error.wording.zh, en: error.wording.en)
            }
        }
        let differences = compare(
            Rulebook([Adoption(first, on: today)], on: today), Rulebook([Adoption(second, on: today)], on: today),
            over: register)
        func name(_ change: VerdictChange) -> String {
            change.body.flatMap { register.institutions[$0]?.profile.name } ?? ""
        }
        if json {
            print(
                try JSON.array(
                    differences.map { change in
                        [
                            "body": .string(name(change)), "item": .string("\(change.item)"),
                            "before": .string(desk.say(change.before.opinion)),
                            "after": .string(desk.say(change.after.opinion)),
                            "standingBefore": .string("\(change.before.standing.group)"),
                            "standingAfter": .string("\(change.after.standing.group)"),
                        ]
                    }
                ).text())
            return
        }
        let moved = differences.count { $0.before.standing.group != $0.after.standing.group }
        print(
            desk.say(
                "结论不同的共\(differences.count)项，其中\(moved)项与现状的比较也随之改变。",
                "\(differences.count) verdicts differ; \(moved) of them stand otherwise to what is approved."))
        for change in differences.prefix(limit) {
            let (before, after) = (change.before, change.after)
            print(
                "  \(name(change)) · \(desk.say(change.item.name)) · \(desk.say(before.opinion)) → \(desk.say(after.opinion)) · "
                    + "\(desk.say(before.standing.wording(of: change.item))) → \(desk.say(after.standing.wording(of: change.item)))"
            )
        }
    }
}
