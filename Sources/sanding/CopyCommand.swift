import ArgumentParser
import Basics
import Foundation
import Office
import Storage

/// `sanding copy --to PLACE`: the whole journal in another place, on either engine or as lines of JSON; verified there.
struct CopyCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "copy", abstract: "整库复制：备份、恢复、换引擎、导出 · copy, back up, restore, export",
        discussion: """
            目标须是新的文件或空的 PostgreSQL 数据库；以 .jsonl 结尾的是逐行 JSON 的导出文件，--from-lines 由它恢复。
            复制取一个时刻的全貌，不妨碍他人继续办理；复制后逐条校验。副本用同一把密钥打开。
            """)

    @OptionGroup var desk: DeskOptions

    @Option(help: "复制到：新文件、postgres://…、或 文件.jsonl · where to")
    var to: String

    @Option(help: "由导出文件恢复，而不是从 --database 复制 · restore from an exported file")
    var fromLines: String?

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    /// The key stays the same: that of the database copied, or beside the one that lines are put into.
    private var keyPath: String {
        guard fromLines != nil, desk.key == nil else { return desk.keyPath }
        return (Journal.isServer(to) ? "sanding" : to) + ".key"
    }

    func answer() throws {
        var progress = Progress()
        defer { progress.done() }
        func told(_ rows: Int) { progress.say(desk.say("已复制 \(rows) 行", "\(rows) rows copied")) }
        if to.hasSuffix(".jsonl"), fromLines == nil { return try export(told) }
        let key: MasterKey
        let receipt: CopyReceipt
        do {
            key = try MasterKey.load(at: keyPath)
            if let fromLines {
                let text = try readText(fromLines)
                receipt = try Journal.load(text.split(separator: "\n"), into: to, progress: told)
            } else {
                let journal = try desk.journal()
                try record(journal)
                receipt = try journal.copy(to: to, progress: told)
            }
        } catch let failure as StorageFailure { throw OfficeFailure(failure) }
        try verify(receipt, key: key)
    }

    private func export(_ told: (Int) -> Void) throws {
        let journal = try desk.journal()
        // For its owner only, as the database is; texts of people are sealed in it as they are there.
        guard !FileManager.default.fileExists(atPath: to) else { throw OfficeFailure(StorageFailure.notEmpty) }
        try record(journal)
        guard FileManager.default.createFile(atPath: to, contents: nil, attributes: [.posixPermissions: 0o600]),
            let file = FileHandle(forWritingAtPath: to)
        else { throw OfficeFailure(StorageFailure.cannotOpen) }
        defer { try? file.close() }
        var buffer = Data()
        let rows: Int
        do {
            rows = try journal.export(
                to: { line in
                    buffer += Data((line + "\n").utf8)
                    guard buffer.count > 1 << 20 else { return }
                    try file.write(contentsOf: buffer)
                    buffer.removeAll(keepingCapacity: true)
                }, progress: told)
        } catch {
            try? FileManager.default.removeItem(atPath: to)
            throw OfficeFailure(error)
        }
        do { try file.write(contentsOf: buffer) } catch {
            try? FileManager.default.removeItem(atPath: to)
            throw OfficeFailure(StorageFailure.full)
        }
        print(
            json
                ? try JSON.object(["rows": .integer(rows)]).text()
                : desk.say("已导出\(rows)行：\(to)", "\(rows) rows exported: \(to)"))
    }

    /// Everything there is leaves the house with it, so that is on record before.
    private func record(_ journal: Journal) throws {
        try desk.recordEverywhere(
            TerminalDeed(action: .exported, what: .taken(.database, of: fileName(of: to))), over: journal)
    }

    private func verify(_ receipt: CopyReceipt, key: MasterKey) throws {
        let copy: Journal
        do { copy = try Journal(at: to, key: key) } catch {
            throw OfficeFailure(error, database: to, key: keyPath)
        }
        var faults: [Verification.Fault] = []
        for head in receipt.heads {
            faults += try verifyJournal(copy, jurisdiction: head.jurisdiction, against: [head]).faults
        }
        if json {
            print(
                try JSON.object([
                    "rows": .integer(receipt.rows), "heads": .array(receipt.heads.map { .string($0.description) }),
                    "faults": .array(
                        faults.map {
                            [
                                "position": .integer($0.position), "code": .string($0.code),
                                "what": .string(desk.say($0.wording)),
                            ]
                        }),
                ]).text())
        } else {
            for fault in faults { print("✗ [\(fault.code)] \(desk.say(fault.wording))") }
            for head in receipt.heads { print(head) }
            if faults.isEmpty {
                print(
                    desk.say(
                        "已复制\(receipt.rows)行到 \(to)，校验完好。密钥另存（\(keyPath)）。",
                        "\(receipt.rows) rows copied to \(to), and found whole. Keep the key apart (\(keyPath))."))
            }
        }
        if !faults.isEmpty { throw ExitCode(2) }
    }
}
