import ArgumentParser
import Basics
import Norms
import Office
import Papers

/// `sanding norms lint FILE`: what is wrong with a pack, with line and column.
struct NormsLintCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "检查规则包文件 · what is wrong with a pack, by line and column")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "规则包文件或随附代码 · files, or codes of shipped packs")
    var files: [String]

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        var errors = 0
        var all: [JSON] = []
        for file in files {
            let read = readRulePack(try packText(file))
            errors += read.faults.count { $0.severity == .error }
            for fault in read.faults {
                all.append([
                    "file": .string(file), "line": .integer(fault.line), "column": .integer(fault.column),
                    "code": .string(fault.code.rawValue), "severity": .string(fault.severity.rawValue),
                    "message": .string(desk.say(fault.wording)),
                ])
                guard !json else { continue }
                print(
                    "\(file):\(fault.line):\(fault.column): \(fault.severity.rawValue) [\(fault.code.rawValue)] \(desk.say(fault.wording))"
                )
            }
            guard !json, let pack = read.pack else { continue }
            print(
                desk.say(
                    "\(file): “\(pack.name)”可用，条款\(pack.clauses.count)条，提醒\(read.faults.count)处。",
                    "\(file): “\(pack.name)” can be used: \(pack.clauses.count) clauses, \(read.faults.count) warnings."
                ))
        }
        if json { print(try JSON.array(all).text()) }
        guard errors == 0 else { throw ExitCode(1) }
    }
}
