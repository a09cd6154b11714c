import Foundation
import Testing

/// What commands leave in the audit, as it is written down outside: one record each, whatever they came to.
@Suite struct AuditRoadTests {
    private let workplace: Workplace

    init() throws { workplace = try Workplace(.small) }

    /// The positions of the audit that stand outside.
    private func records() throws -> [Int] {
        guard workplace.has("sanding.sqlite.digests") else { return [] }
        var found: [Int] = []
        for line in String(decoding: try workplace.bytes("sanding.sqlite.digests"), as: UTF8.self).split(
            separator: "\n")
        {
            let parts = line.split(separator: " ")
            if parts.count == 4, parts[1] == "audit", let position = Int(parts[2]) { found.append(position) }
        }
        return found
    }

    private func expect(
        _ count: Int, status: Int32 = 0, _ arguments: String..., location: SourceLocation = #_sourceLocation
    ) throws {
        let before = try records()
        let answer = try runProgram(arguments, in: workplace.folder)
        #expect(answer.status == status, "\(arguments): \(answer.errors)", sourceLocation: location)
        let after = try records()
        #expect(after.count == before.count + count, "\(arguments)", sourceLocation: location)
        // The register was imported before, which is the first record.
        #expect(after == Array(2..<after.count + 2), sourceLocation: location)
    }

    @Test func aLookLeavesOneRecord() throws {
        try expect(1, "search", "王", "--people", "--by", "查询员", "--for", "核编")
        try expect(0, "search", "教育")
        try expect(1, status: 1, "person", "查无此人", "--by", "查询员", "--for", "核对")
        try expect(0, status: 1, "person", "查无此人", "--by", "查询员")
        try expect(1, "lookups")
        try expect(0, "log")
        try expect(0, "verify")
    }

    @Test func aWriteLeavesOneRecordAndSoDoesARefusal() throws {
        try expect(0, "plan", "suggest", "--out", "归并.yaml")
        try expect(0, "plan", "simulate", "归并.yaml")
        try expect(1, "plan", "save", "归并.yaml", "--as", "归并", "--by", "甲")
        try expect(1, status: 2, "plan", "save", "归并.yaml", "--as", "归并", "--by", "甲")
        try expect(1, "plan", "branch", "归并", "--as", "另案", "--by", "甲")
        let document = ["--document", "样编〔2021〕2号", "--decided", "2021-02-01", "--drafter", "甲"]
        func decide(_ count: Int, status: Int32, _ decider: String) throws {
            try expect(
                count, status: status, "plan", "decide", "归并.yaml", document[0], document[1], document[2], document[3],
                document[4], document[5], "--decider", decider)
        }
        try decide(1, status: 2, "甲")
        try decide(1, status: 0, "乙")
        try expect(1, "motion", "open", "归并.yaml", "--by", "甲", "--organ", "区委编办", "--day", "2021-03-01")
        try expect(1, "motion", "withdraw", "1", "--by", "甲", "--reason", "另议", "--day", "2021-03-02")
        try expect(0, "motion", "list", "--all")
        try expect(0, "lapse", "--day", "2021-03-03")
        try expect(0, "sample", "--seed", "2020", "--bodies", "40", "--out", "sample.xlsx")
        try expect(0, "import", "sample.xlsx", "--limit", "0")
        try expect(1, "copy", "--to", "copy.sqlite")
        try expect(1, "copy", "--to", "copy.jsonl")
        try expect(1, "key", "texts")
        try expect(1, "key", "rotate", "new.key")
    }

    /// The last records gone from the database, as an older file in its place or somebody's hand leaves it.
    @Test func recordsThatAreGoneAreFound() throws {
        try expect(1, "search", "王", "--people", "--by", "查询员", "--for", "核编")
        let kept = try workplace.bytes("sanding.sqlite")
        try expect(1, "search", "李", "--people", "--by", "查询员", "--for", "不想留痕")
        #expect(try workplace.succeed("verify").output.contains(" audit 3 "))
        try workplace.write(kept, to: "sanding.sqlite")
        for name in ["sanding.sqlite-wal", "sanding.sqlite-shm"] where workplace.has(name) {
            try FileManager.default.removeItem(at: workplace.url(name))
        }
        let found = try workplace.run("verify")
        #expect(found.status == 4 && found.output.contains("[audit-missing]") && found.output.contains("第 3 条"))
        let english = try workplace.run("verify", "--lang", "en")
        #expect(english.output.contains("audit record no. 3"))
    }
}
