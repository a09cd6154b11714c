import ArgumentParser
import Basics
import Foundation
import Office
import Papers
import Procedure

/// `sanding competence`: who decides what.
struct CompetenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "competence", abstract: "审批权限表：检查、采用、解释 · who decides what",
        subcommands: [CompetenceLintCommand.self, CompetenceAdoptCommand.self, CompetenceExplainCommand.self])
}

/// The text of a table: a file, or one that comes with the system, by its name.
func tableText(_ place: String) throws -> String {
    if !FileManager.default.fileExists(atPath: place), let shipped = ShippedTable.text(of: place) { return shipped }
    return try readText(place)
}

/// A table without errors.
func readTable(_ place: String) throws -> CompetenceTable {
    let read = readCompetenceTable(try tableText(place))
    guard let table = read.table else { throw OfficeFailure(faultyTable: read.faults) }
    return table
}

extension Needs {
    /// Who decides and which steps are needed, each with the clause and the number of changes that ask for it.
    func lines(_ desk: DeskOptions) -> [String] {
        var lines: [String] = []
        if let decider { lines.append("  \(desk.say("审批", "decided by")): \(desk.say(decider.name))") }
        for need in steps {
            let asks = need.rulings.map { ruling in
                ruling.row.clause + desk.say("（\(ruling.changes.count)项变动）", " (\(ruling.changes.count) changes)")
            }
            lines.append("  · \(desk.say(need.step.name)) ← \(asks.joined(separator: desk.say("、", ", ")))")
        }
        return lines
    }

    /// As JSON.
    func json(_ desk: DeskOptions) -> JSON {
        [
            "table": .string(table.name), "digest": .string(table.digest.description),
            "decider": JSON(decider.map { "\($0)" }),
            "steps": .array(
                steps.map { need in
                    [
                        "step": .string(desk.say(need.step.name)), "before": .boolean(need.isBefore),
                        "clauses": .array(need.rulings.map { .string($0.row.clause) }),
                    ]
                }),
            "rulings": .array(
                rulings.map { ruling in
                    [
                        "clause": .string(ruling.row.clause), "text": JSON(ruling.row.text),
                        "decider": .string("\(ruling.row.decider)"),
                        "kinds": .array(ruling.kinds.map { .string(desk.say($0.name)) }),
                        "changes": .array(ruling.changes.map { .integer($0) }),
                        "unknown": .array(
                            ruling.unknown.sorted { $0.rawValue < $1.rawValue }.map { .string(desk.say($0.name)) }),
                    ]
                }),
            "uncovered": .array(
                uncovered.map { ["change": .integer($0.change), "kind": .string(desk.say($0.kind.name))] }),
        ]
    }
}
