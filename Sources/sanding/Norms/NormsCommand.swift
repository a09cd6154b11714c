import ArgumentParser
import Basics
import Foundation
import Norms
import Office
import Papers
import Registry

/// `sanding norms`: rules with their clause.
struct NormsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "norms", abstract: "规则：采用、核对、解释、重新核定、比较 · rules with their clause",
        subcommands: [
            NormsListCommand.self, NormsLintCommand.self, NormsAdoptCommand.self, NormsRepealCommand.self,
            NormsCheckCommand.self, NormsExplainCommand.self, NormsRoundCommand.self, NormsCompareCommand.self,
        ])
}

/// The options that say which rules and which day.
struct RuleOptions: ParsableArguments {
    @Option(help: "截至哪一天 yyyy-MM-dd · the day")
    var day: String?

    @Option(name: .customLong("pack"), help: "试用规则包（文件或随附代码），不必采用，可多次 · try a pack without adopting it")
    var packs: [String] = []

    /// The day asked about: the one named, or the last on which something takes effect.
    func day(at open: Desk) throws -> Day {
        try day.map { try readDay($0) } ?? open.history.lastDay ?? now().officeDay
    }

    /// The rules named, or the ones adopted on the day.
    func rulebook(at open: Desk, on day: Day) throws -> Rulebook {
        guard !packs.isEmpty else {
            let adopted = try open.rulebook(on: day)
            guard !adopted.packs.isEmpty || !adopted.missing.isEmpty else {
                throw OfficeFailure(
                    .input, "no-rules", zh: "\(day)没有采用中的规则包。先用 sanding norms adopt 采用，或用 --pack 试用。",
                    en: "No rule pack is adopted on \(day). Adopt one with sanding norms adopt, or try one with --pack."
                )
            }
            return adopted
        }
        return Rulebook(try packs.map { Adoption(try writtenRules($0).pack, on: day) }, on: day)
    }
}

/// The text of a pack: a file, or one that comes with the system, by its code.
func packText(_ place: String) throws -> String {
    if !FileManager.default.fileExists(atPath: place), let shipped = ShippedPack.text(of: place) { return shipped }
    return try readText(place)
}

/// A pack without errors, with its text.
func writtenRules(_ place: String) throws -> WrittenRules { try WrittenRules(try packText(place)) }
