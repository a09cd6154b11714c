import ArgumentParser
import Basics
import Norms
import Office
import Papers

/// `sanding competence lint FILE`: what is wrong with a table, with line and column.
struct CompetenceLintCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "检查权限表文件 · what is wrong with a table, by line and column")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "权限表文件或随附名称 · a file, or the name of a shipped table")
    var file: String

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        let read = readCompetenceTable(try tableText(file))
        if json {
            print(try JSON.array(read.faults.map { $0.json(of: file, desk) }).text())
        } else {
            for fault in read.faults {
                print(
                    "\(file):\(fault.line):\(fault.column): \(fault.severity.rawValue) [\(fault.code.rawValue)] \(desk.say(fault.wording))"
                )
            }
            if let table = read.table {
                print(
                    desk.say(
                        "\(file): “\(table.name)”可用，条款\(table.rows.count)条，提醒\(read.faults.count)处。",
                        "\(file): “\(table.name)” can be used: \(table.rows.count) rows, \(read.faults.count) warnings."
                    ))
            }
        }
        guard read.table != nil else { throw ExitCode(1) }
    }
}

extension PackFault {
    fileprivate func json(of file: String, _ desk: DeskOptions) -> JSON {
        [
            "file": .string(file), "line": .integer(line), "column": .integer(column), "code": .string(code.rawValue),
            "severity": .string(severity.rawValue), "message": .string(desk.say(wording)),
        ]
    }
}
