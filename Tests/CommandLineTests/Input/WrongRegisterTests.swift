import Foundation
import Testing

/// The wrong file or key where the register should be: status 3, the file named, nothing touched or made.
@Suite struct WrongRegisterTests {
    private func closed(_ place: Workplace, _ name: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: place.url(name).path)
    }

    @Test func aKeyOfAnotherRegister() throws {
        let place = try Workplace(.small)
        try place.write((0..<32).map { UInt8($0) }, to: "别的.key")
        try closed(place, "别的.key")
        try expectRefused(
            ["log", "--key", "别的.key"], in: place, status: 3, code: "wrong-key", zh: ["密钥", "别的.key"],
            en: ["key", "别的.key"])
    }

    @Test func aKeyThatIsNotThere() throws {
        let place = try Workplace(.small)
        try FileManager.default.removeItem(at: place.url("sanding.sqlite.key"))
        try expectRefused(
            ["log"], in: place, status: 3, code: "key-file-missing", zh: ["sanding.sqlite.key"],
            en: ["sanding.sqlite.key"])
        // Not even an import makes a new one: what is there could never be read with it.
        try place.write("机构名称,机构类型\n测试区财政局,行政机关\n", to: "新.csv")
        try expectRefused(
            ["import", "新.csv"], in: place, status: 3, code: "key-file-missing", zh: ["sanding.sqlite.key"],
            en: ["sanding.sqlite.key"])
    }

    @Test func aKeyOpenToOthersOrCutShort() throws {
        let place = try Workplace(.small)
        try place.write((0..<31).map { UInt8($0) }, to: "短.key")
        try closed(place, "短.key")
        try expectRefused(
            ["log", "--key", "短.key"], in: place, status: 3, code: "key-file-malformed", zh: ["短.key", "32"],
            en: ["短.key", "32"])
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644], ofItemAtPath: place.url("sanding.sqlite.key").path)
        try expectRefused(
            ["log"], in: place, status: 3, code: "key-file-exposed", zh: ["sanding.sqlite.key", "0600"],
            en: ["sanding.sqlite.key", "0600"])
    }

    @Test func aTextFileAsDatabase() throws {
        let place = try Workplace(.small)
        try place.write("这不是数据库。", to: "笔记.sqlite")
        for command in [["log"], ["verify"], ["import", "新.csv"]] {
            try place.write("机构名称,机构类型\n测试区财政局,行政机关\n", to: "新.csv")
            try expectRefused(
                command + ["--database", "笔记.sqlite", "--key", "sanding.sqlite.key"], in: place, status: 3,
                code: "not-a-database", zh: ["笔记.sqlite"], en: ["笔记.sqlite"])
        }
    }

    @Test func noDatabaseAtAll() throws {
        let place = try Workplace()
        for command in [
            ["log"], ["verify"], ["diagnose"], ["show", "财政局"], ["plan", "undo", "2"], ["as-of", "2020-06-01"],
        ] {
            try expectRefused(
                command, in: place, status: 3, code: "not-found", zh: ["sanding.sqlite"], en: ["sanding.sqlite"])
        }
    }

    @Test func aDistrictThatIsNotInTheFile() throws {
        let place = try Workplace(.small)
        // A mistyped code must not be told that an empty journal is sound.
        for command in [["verify"], ["log"], ["diagnose"]] {
            let answer = try runProgram(command + ["--district", "339982"], in: place.folder)
            #expect(answer.status == 1, "sanding \(command[0]): \(answer.output)")
            #expect(answer.errors.contains("339982"), "sanding \(command[0])")
        }
    }

    @Test func bytesInTheMiddleChanged() throws {
        let place = try Workplace(.small)
        let sound = try place.bytes("sanding.sqlite")
        for eighth in 1...4 {
            var bytes = sound
            // The first run from there on that is in use: what isn't is zero, also where something was erased.
            var start = bytes.count * eighth / 8
            while bytes[start..<start + 64].contains(0) { start += 1 }
            for index in 0..<64 { bytes[start + index] ^= 0x5A }
            try place.write(bytes, to: "sanding.sqlite")
            let answer = try place.run("verify")
            #expect([3, 4].contains(answer.status), "at \(eighth)/8: \(answer.output)")
            #expect((answer.output + answer.errors).contains("]"))
        }
        try place.write(sound, to: "sanding.sqlite")
        try place.succeed("verify")
    }

    @Test func aPageLostAnywhereIsNoticed() throws {
        let place = try Workplace(.small)
        let sound = try place.bytes("sanding.sqlite")
        let pages = sound.count / 4096
        var unnoticed: [Int] = []
        for part in 1..<24 {
            let page = pages * part / 24
            var bytes = sound
            for index in 0..<4096 { bytes[4096 * page + index] ^= 0x5A }
            try place.write(bytes, to: "sanding.sqlite")
            if try place.run("verify").status == 0 { unnoticed.append(page) }
        }
        // A page that is not in use may go unnoticed; there is one at most. Indexes are in use: what has to be
        // erased is found through them.
        #expect(unnoticed.count <= 1, "of \(pages) pages: \(unnoticed)")
    }
}
