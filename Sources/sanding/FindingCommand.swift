import ArgumentParser
import Basics
import Diagnosis
import Foundation
import Office
import Overlap
import Registry

/// `sanding finding accept|dismiss|planned|reopen HANDLE…`: what the office decides about a finding, remembered.
struct FindingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "finding", abstract: "问题处置：认定、不予处理、纳入方案、重新打开 · decide about findings",
        subcommands: [Accept.self, Dismiss.self, Planned.self, Reopen.self])

    /// What every decision about findings asks for.
    struct Options: ParsableArguments {
        @Argument(help: "问题编号，见 diagnose 的 # 后8位 · handles, as diagnose shows them")
        var handles: [String]

        @Option(help: "理由 · why")
        var reason: String

        @Option(help: "处置人 · who decides")
        var by: String

        @Option(help: "截至哪一天 yyyy-MM-dd · the day")
        var day: String?
    }

    struct Accept: Deciding {
        static let configuration = CommandConfiguration(abstract: "认定属实，待整改 · it is so")
        static let disposition = Disposition.accepted
        @OptionGroup var desk: DeskOptions
        @OptionGroup var options: Options
    }

    struct Dismiss: Deciding {
        static let configuration = CommandConfiguration(abstract: "不予处理；职责交叉的即为不同事项 · it is not, or stays")
        static let disposition = Disposition.dismissed
        @OptionGroup var desk: DeskOptions
        @OptionGroup var options: Options
    }

    struct Planned: Deciding {
        static let configuration = CommandConfiguration(abstract: "已纳入方案 · a plan takes care of it")
        static let disposition = Disposition.planned
        @OptionGroup var desk: DeskOptions
        @OptionGroup var options: Options
    }

    struct Reopen: Deciding {
        static let configuration = CommandConfiguration(abstract: "重新打开 · open again")
        static let disposition = Disposition.open
        @OptionGroup var desk: DeskOptions
        @OptionGroup var options: Options
    }
}

/// A command that decides about findings.
protocol Deciding: Acting {
    static var disposition: Disposition { get }
    var options: FindingCommand.Options { get }
}

extension Deciding {
    var deed: TerminalDeed {
        TerminalDeed(
            action: .findingDecided,
            what: "finding \(Self.disposition) \(options.handles.map { "#\($0)" }.joined(separator: " "))",
            officer: options.by)
    }

    func act(at open: inout Desk) throws {
        let (register, thresholds) = try open.view(on: options.day.map { try readDay($0) }, today: now().officeDay)
        let chosen = try findings(options.handles, among: try open.look(at: register, thresholds: thresholds))
        var source = SystemRandomNumberGenerator()
        let officer = try open.officer(named: options.by, from: &source)
        try open.decide(chosen, as: Self.disposition, because: options.reason, by: officer, at: now())
        for finding in chosen {
            print("#\(finding.handle) \(desk.say(Self.disposition.name)) \(desk.say(finding.evidence))")
        }
    }
}

/// The findings that these handles name, each as `diagnose` shows it.
func findings(_ handles: [String], among found: [Finding]) throws -> [Finding] {
    try handles.map { text -> Finding in
        let handle = text.hasPrefix("#") ? String(text.dropFirst()) : text
        guard let one = found.first(where: { $0.handle == handle || $0.key.description == handle }) else {
            throw OfficeFailure(
                .input, "unknown-finding", zh: "没有编号为“\(handle)”的问题，请用 sanding diagnose 查看。",
                en: "There is no finding “\(handle)”; see them with sanding diagnose.")
        }
        return one
    }
}

/// The words by which duties are compared: those that come with the system, and the office's own from a file.
func overlapWords(_ path: String?) throws -> OverlapWords {
    guard let path else { return try .shipped() }
    let lines = try readText(path).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let own: Thesaurus
    do throws(ThesaurusFault) { own = try Thesaurus(lines: lines) } catch {
        throw OfficeFailure(.input, "bad-synonyms", zh: error.wording.zh, en: error.wording.en)
    }
    return try .shipped(with: own)
}
