import ArgumentParser
import Basics
import Norms
import Office
import Registry

/// `sanding norms explain BODY`: each verdict with its clause, the facts it went by and what would change it.
struct NormsExplainCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "逐项解释：条款、依据的数字、改变结论的最小变化 · why, by clause and facts")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var rules: RuleOptions

    @Argument(help: "机构 · a body")
    var body: String

    func answer() throws {
        let open = try desk.desk()
        let day = try rules.day(at: open)
        let register = open.history.register(on: day)
        let book = try rules.rulebook(at: open, on: day)
        let one = try desk.body(body, in: register)
        print("\(one.profile.name) · \(day)")
        for verdict in verdicts(for: one.id, in: register, by: book) where verdict.item != .unitLeaders {
            print("")
            print("■ \(desk.say(verdict.item.name))\(desk.colon)\(desk.say(verdict.opinion))")
            if let basis = verdict.basis { print("  \(desk.say(basis))") }
            if let ruling = verdict.ruling, let source = ruling.pack.source {
                print("  \(desk.say("来源", "source"))\(desk.colon)\(source)")
            }
            let inputs = verdict.inputs.map { desk.say($0.wording) }
            if !inputs.isEmpty {
                print("  \(desk.say("所依数据", "facts"))\(desk.colon)\(inputs.joined(separator: desk.say("，", ", ")))")
            }
            let approved = verdict.figures.approved.map(String.init) ?? desk.say("未知", "unknown")
            let inPlace = verdict.figures.inPlace.map(String.init) ?? desk.say("未知", "unknown")
            print(
                "  \(desk.say("现核定", "approved")) \(approved) · \(desk.say("现实配", "in place")) \(inPlace) · "
                    + desk.say(verdict.standing.wording(of: verdict.item)))
            for change in verdict.nearestChanges { print("  → \(desk.say(change.wording(of: verdict.item)))") }
        }
    }
}
