import ArgumentParser
import Basics
import Consolidation
import Foundation
import Office
import Registry
import Synchronization

/// `sanding plan optimise`: which small bodies to merge into which, as alternatives that simulate.
struct PlanOptimiseCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "optimise",
        abstract: "小机构归并优化，给出几个备选方案 · which small bodies to merge, as alternatives",
        discussion: "Ctrl-C 随时停止并保留目前最好的方案；同一台账、种子和迭代数，结果相同。")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var choices: PrincipleOptions

    @Option(help: "施行日期 yyyy-MM-dd · the day it would take effect")
    var day: String?

    @Option(help: "随机种子 · the seed")
    var seed: UInt64 = 1

    @Option(help: "最多用多少秒，到时保留目前最好的 · at most so many seconds")
    var seconds: Int = 30

    @Option(help: "每个备选最多多少次迭代，默认不限 · at most so many iterations for each alternative")
    var iterations: Int?

    @Option(name: .customLong("out-folder"), help: "方案写到哪个文件夹，默认只列出 · the folder the plans go to")
    var outFolder: String?

    @Option(help: "写出集合划分模型（MPS），供其他求解器核对 · the set-partitioning model, for other solvers")
    var mps: String?

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        guard seconds > 0, iterations ?? 1 > 0 else {
            throw OfficeFailure(
                .input, "bad-effort", zh: "秒数和迭代数应大于零。", en: "Seconds and iterations must be above zero.")
        }
        let open = try desk.desk()
        let effective = try day.map { try readDay($0) } ?? open.history.lastDay ?? now().officeDay
        let principles = try choices.read()
        let interrupt = Interrupt()
        var terminal = Progress()
        let start = ContinuousClock.now
        // The time is shared: an alternative that is through early leaves its part to those after it.
        var turn: (name: Wording, until: ContinuousClock.Instant)?
        var seen = 0
        let found = try open.optimise(
            by: principles, on: effective, effort: SearchEffort(seed: seed, iterations: iterations ?? .max), at: now()
        ) { ambition, progress in
            let now = ContinuousClock.now
            if turn?.name != ambition.name {
                seen += 1
                let left = start.advanced(by: .seconds(seconds)) - now
                turn = (ambition.name, now.advanced(by: left / max(1, principles.alternatives.count - seen + 1)))
            }
            let bound = progress.bound.map { desk.say("，上界\($0)", ", bound \($0)") } ?? ""
            terminal.say(
                "\(desk.say(ambition.name)) \(desk.say("得分\(progress.points)", "\(progress.points) points"))\(bound) （\(progress.work)）"
            )
            return !interrupt.isSet && now < turn?.until ?? now
        }
        terminal.done()
        let files = try write(found)
        print(
            json
                ? try found.json(desk, files: files, day: effective).text()
                : found.lines(desk, files: files, of: open.history.register(on: effective)).joined(separator: "\n"))
    }

    /// Writes the plans and the model; answers where each plan stands.
    private func write(_ found: Optimised) throws -> [String?] {
        var files: [String?] = []
        if let outFolder {
            do { try FileManager.default.createDirectory(atPath: outFolder, withIntermediateDirectories: true) } catch {
                throw OfficeFailure(
                    .failure, "folder-unwritable", zh: "无法建立文件夹“\(outFolder)”。请检查路径和权限。",
                    en: "The folder “\(outFolder)” can't be made. Check the path and your rights.")
            }
        }
        for alternative in found.alternatives {
            guard let outFolder, let text = alternative.text else {
                files.append(nil)
                continue
            }
            let path = outFolder + "/" + desk.say(alternative.ambition.name) + ".yaml"
            try writeText(text, to: path)
            files.append(path)
        }
        if let mps, let last = found.alternatives.last { try writeText(last.model, to: mps) }
        return files
    }
}

/// Ctrl-C, caught as long as this lives, so that a search can stop with the best it has.
final class Interrupt {
    private let source: any DispatchSourceSignal
    private let flag = Flag()

    init() {
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler { [flag] in flag.set() }
        source.resume()
    }

    deinit {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }

    /// Whether it was pressed.
    var isSet: Bool { flag.isSet }

    private final class Flag: Sendable {
        private let pressed = Mutex(false)
        var isSet: Bool { pressed.withLock { $0 } }
        func set() { pressed.withLock { $0 = true } }
    }
}
