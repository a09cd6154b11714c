import ArgumentParser
import Basics
import Foundation
import Office
import Storage

/// `sanding verify`: replays the journal, looks at every invariant and the chain, and prints the digest to keep outside.
struct VerifyCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "校验：重放、不变量、链 · replay, invariants, chain",
        discussion: "请把打印的摘要行保存在数据库之外；以后用 --digest 文件 与之核对。")

    @OptionGroup var desk: DeskOptions

    @Option(help: "库外保存的摘要文件 · the file of digests kept outside")
    var digest: String?

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        let journal = try desk.journal()
        let open = try desk.desk(journal, default: nil)
        var outside: [OutsideDigest] = []
        if let digest {
            do { outside = try OutsideDigest.read(try readText(digest)) } catch let failure as StorageFailure {
                let said = failure.wording
                throw OfficeFailure(
                    .input, failure.code, zh: "摘要文件“\(digest)”：\(said.zh)",
                    en: "The digest file “\(digest)”: \(said.en)")
            }
            guard outside.contains(where: { $0.jurisdiction == open.jurisdiction }) else {
                throw OfficeFailure(
                    .input, "no-digest", zh: "“\(digest)”中没有\(open.jurisdiction)的摘要。",
                    en: "“\(digest)” has no digest of \(open.jurisdiction).")
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
                    "register": .string(result.register.description),
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
                if let line = result.outside { print(line) }
            }
        }
        if !result.faults.isEmpty { throw ExitCode(4) }
    }
}
