import ArgumentParser
import Basics
import Foundation
import Office
import Storage

/// `sanding key`: the keys of the register's database renewed.
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "换用新密钥 · new keys",
        subcommands: [KeyRotateCommand.self, KeyTextsCommand.self])
}

/// `sanding key rotate NEW-FILE`: another master key locks the database.
struct KeyRotateCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "换用新的主密钥 · another master key",
        discussion: "新密钥写入新文件；此后以 --key 指明它，或改名代替旧文件。旧备份仍要旧密钥。")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "新密钥文件，不能已存在 · the new key file, which is made")
    var file: String

    func answer() throws {
        let journal = try desk.journal()
        do {
            let key = try MasterKey.create(at: file)
            do {
                try desk.recordEverywhere(TerminalDeed(action: .keysRenewed, what: "key rotate"), over: journal)
                try journal.rotate(to: key)
            } catch {
                // The database still has the old key, so the new one is of no use.
                try? FileManager.default.removeItem(atPath: file)
                throw error
            }
        } catch let failure as StorageFailure {
            throw OfficeFailure(failure, database: desk.database, key: file)
        }
        print(
            desk.say(
                "已换用新的主密钥“\(file)”。旧密钥只能打开此前的备份，请一并妥善保管。",
                "The database is locked with “\(file)” now. The old key opens earlier backups only; keep both safe."))
    }
}

/// `sanding key texts`: every sealed text anew under another key.
struct KeyTextsCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "texts", abstract: "全部密存文本换用新密钥 · every sealed text anew under another key")

    @OptionGroup var desk: DeskOptions

    func answer() throws {
        let journal = try desk.journal()
        try desk.recordEverywhere(TerminalDeed(action: .keysRenewed, what: "key texts"), over: journal)
        let count: Int
        do { count = try journal.sealAnew(key: try MasterKey.load(at: desk.keyPath)) } catch {
            throw OfficeFailure(error, database: desk.database, key: desk.keyPath)
        }
        print(
            desk.say(
                "已将\(count)份密存文本换用新密钥；摘要与校验不变。其他已打开的进程请重新打开。",
                "\(count) sealed texts have a new key; digests and verification stay. Other processes must open anew."))
    }
}
