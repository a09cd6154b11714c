import Foundation
import Testing

/// Keys renewed and the chain's digest chosen, as who keeps the system does it.
@Suite struct KeyRoadTests {
    @Test func keysAreRenewedAndAllIsAsBefore() throws {
        let workplace = try Workplace(.small)
        // Each renewal is a record of the audit, and nothing else is other than before.
        func verified(_ more: String...) throws -> [String] {
            let answer = try runProgram(["verify"] + more, in: workplace.folder)
            #expect(answer.status == 0 && answer.errors.isEmpty)
            return answer.output.split(separator: "\n").map(String.init).filter { !$0.contains(" audit ") }
        }
        let before = try verified()
        let list = try workplace.succeed("show", "公路管理段").output
        let texts = try workplace.succeed("key", "texts", "--lang", "en").output
        #expect(texts.contains("sealed texts have a new key"))
        #expect(try verified() == before)
        _ = try workplace.succeed("key", "rotate", "new.key")
        try expectRefused(["verify"], in: workplace, status: 3, code: "wrong-key", zh: ["主密钥"], en: ["key"])
        try expectRefused(
            ["key", "rotate", "new.key", "--key", "new.key"], in: workplace, status: 3, code: "key-file-exists",
            zh: ["已存在"], en: ["already"])
        #expect(try verified("--key", "new.key") == before)
        #expect(try workplace.succeed("show", "公路管理段", "--key", "new.key").output == list)
        let person = try workplace.succeed(
            "search", "王", "--people", "--by", "甲", "--for", "核对", "--key", "new.key", "--kind", "人员")
        #expect(person.output.contains("王"))
    }

    @Test func namesOfOneCharacter() throws {
        let workplace = try Workplace()
        try workplace.succeed("sample", "--seed", "2020", "--bodies", "40", "--out", "x.xlsx")
        try FileManager.default.moveItem(at: workplace.url("x.xlsx"), to: workplace.url("x"))
        try workplace.succeed(
            "import", "x", "--database", "d", "--key", "k", "--document", "样编〔2020〕1号", "--drafter", "甲", "--decider",
            "乙")
        try workplace.succeed("verify", "--database", "d", "--key", "k")
    }

    @Test func aChainBySM3() throws {
        let workplace = try Workplace(.small)
        for name in ["sanding.sqlite", "sanding.sqlite.key"] {
            try FileManager.default.removeItem(at: workplace.url(name))
        }
        _ = try workplace.succeed("sample", "--seed", "2020", "--bodies", "40", "--out", "sample.xlsx")
        let unknown = try workplace.run("import", "sample.xlsx", "--digests", "md5")
        #expect(unknown.status == 64 && unknown.errors.contains("sm3"))
        _ = try workplace.succeed(
            "import", "sample.xlsx", "--document", "样编〔2020〕1号", "--drafter", "甲", "--decider", "乙", "--digests", "sm3")
        let said = try workplace.succeed("verify").output
        try workplace.write(String(said.split(separator: "\n").last ?? ""), to: "outside.txt")
        _ = try workplace.succeed("verify", "--digest", "outside.txt")
        _ = try workplace.succeed("copy", "--to", "copy.jsonl")
        // The third byte of a record names the algorithm.
        let lines = String(decoding: try workplace.bytes("copy.jsonl"), as: UTF8.self).split(separator: "\n")
        #expect(lines.contains { $0.contains("\"010102") })
    }
}
