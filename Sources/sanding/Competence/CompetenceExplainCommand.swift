import ArgumentParser
import Basics
import Office
import Procedure

/// `sanding competence explain FILE`: what a plan, or rules to be adopted, would need.
struct CompetenceExplainCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "一个方案由谁审批、须走哪些步骤 · what a plan would need, by which clause")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "方案、规则包或权限表文件 · a plan, pack or table")
    var file: String

    @Option(help: "试用权限表（文件或随附名称），不必采用 · try a table without adopting it")
    var table: String?

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        let open = try desk.desk()
        let paper = try MotionPaper(try readText(file))
        guard let used = try table.map({ try readTable($0) }) ?? open.competence(on: now().officeDay) else {
            throw OfficeFailure(
                .input, "no-table", zh: "没有采用审批权限表。先用 sanding competence adopt 采用，或用 --table 试用。",
                en: "No competence table is adopted. Adopt one with sanding competence adopt, or try one with --table.")
        }
        let parts = try open.changes(of: paper, at: now())
        let needs = needs(of: parts, by: used)
        let count = parts.reduce(0) { $0 + $1.changes.count }
        if json {
            print(try needs.json(desk).text())
            return
        }
        print(
            desk.say(
                "“\(paper.title)”，变动\(count)项，依《\(used.name)》：",
                "“\(paper.title)”, \(count) changes, by “\(used.name)”:"))
        for line in needs.lines(desk) { print(line) }
        for ruling in needs.rulings {
            print("  \(ruling.row.clause) \(desk.say(ruling.wording))：\(ruling.row.text ?? "")")
            if !ruling.unknown.isEmpty {
                let sides = ruling.unknown.sorted { $0.rawValue < $1.rawValue }.map { desk.say($0.name) }
                print(
                    desk.say(
                        "    无法判断（\(sides.joined(separator: "、"))未知），从严一并适用。",
                        "    can't be told (\(sides.joined(separator: ", ")) unknown): gone by all the same."))
            }
        }
        for open in Set(needs.uncovered.map(\.kind)).sorted() {
            print("  ✗ \(desk.say(MotionRefusal.noRow(open, table: used.name).wording(of: used.name)))")
        }
    }
}
