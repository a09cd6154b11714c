import ArgumentParser
import Basics
import Foundation
import Office
import Storage

/// `sanding verify`: replays the journal, looks at every invariant and the chain, and prints the digest to keep outside.
struct VerifyCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "校验：重放、不变量、链 · replay, invariants, chain",
        discussion: "每次决定、每条审计记录的摘要都写入登记文件（--digest-log），未给出 --digest 时即与之核对；请把它放在数据库之外。")

    @OptionGroup var desk: DeskOptions

    @Option(help: "库外保存的摘要文件 · the file of digests kept outside")
    var digest: String?

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        let journal = try desk.journal()
        let open = try desk.desk(journal)
        var outside: [OutsideDigest] = []
        // What was written down at each decision is held against the journal even where nobody names it.
        let written = FileManager.default.fileExists(atPath: desk.digestPath) ? desk.digestPath : nil
        if let file = digest ?? written {
            do { outside = try OutsideDigest.read(try readText(file)) } catch let failure as StorageFailure {
                let said = failure.wording
                throw OfficeFailure(
                    .input, failure.code, zh: "摘要文件“\(file)”：\(said.zh)",
                    en: "The digest file “\(file)”: \(said.en)")
            }
            guard digest == nil || outside.contains(where: { $0.jurisdiction == open.jurisdiction }) else {
                throw OfficeFailure(
                    .input, "no-digest", zh: "“\(file)”中没有\(open.jurisdiction)的摘要。",
                    en: "“\(file)” has no digest of \(open.jurisdiction).")
            }
        }
        var progress = Progress()
        let result = try verifyJournal(
            journal, jurisdiction: open.jurisdiction,
            against: outside.filter { $0.jurisdiction == open.jurisdiction }
        ) { done, all in progress.say(desk.say("重放 \(done)/\(all)", "replaying \(done)/\(all)")) }
        progress.done()
        if json {
            print(
                try JSON.object([
                    "jurisdiction": .string(result.jurisdiction), "entries": .integer(result.entries),
                    "changes": .integer(result.changes), "outside": JSON(result.outside?.description),
                    "audit": JSON(result.audit?.description), "register": .string(result.register.description),
                    "faults": .array(
                        result.faults.map {
                            [
                                "position": .integer($0.position), "code": .string($0.code),
                                "what": .string(desk.say($0.wording)),
                            ]
                        }),
                ]).text())
        } else {
            for fault in result.faults { print("✗ [\(fault.code)] \(desk.say(fault.wording))") }
            if result.faults.isEmpty {
                print(
                    desk.say(
                        "# 完好：\(result.entries)个决定，\(result.changes)项变动，链、重放和全部不变量一致。",
                        "# Sound: \(result.entries) Acts, \(result.changes) changes; chain, replay and every invariant hold."
                    ))
                for line in [result.audit, result.outside] { if let line { print(line) } }
            }
        }
        if !result.faults.isEmpty { throw ExitCode(4) }
    }
}
