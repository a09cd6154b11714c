import ArgumentParser
import Office
import Registry

/// `sanding matter show NAME`: a matter with the duties that are confirmed to be about it.
struct MatterShowCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "一个事项：谁牵头、谁配合 · a matter with who leads and who assists")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "事项名称或标识 · its name or identifier")
    var matter: String

    @Option(help: "截至哪一天 yyyy-MM-dd · the day")
    var day: String?

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        let register = try desk.register(of: try desk.desk(), on: day)
        let found = try desk.matter(matter, in: register)
        if json { return print(try found.json(in: register, desk.lang).text()) }
        print("\(found.name)  《\(found.catalogue)》  \(found.origin?.description ?? "")")
        for part in found.parts.sorted(by: {
            ($0.role.rawValue, $0.area, $0.statement) < ($1.role.rawValue, $1.area, $1.statement)
        }) {
            let duty = register.duties[part.statement]
            print(
                "  \(desk.say(part.role.name))  \(part.holder(in: register))  \(duty.map { "\($0.number). \($0.text)" } ?? "—")  \(desk.say(part.area.name))"
            )
        }
        for gap in found.gaps {
            print(desk.say("  踏空：\(gap.name.zh)无单位牵头", "  gap: nobody leads \(gap.name.en)"))
        }
        print("  \(found.id)")
    }
}
