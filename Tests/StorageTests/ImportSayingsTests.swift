import Basics
import Foundation
import Registry
import Storage
import Testing

@Suite(.onEachEngine) struct ImportSayingsTests {
    private let desk: Desk
    private let place = "330702"
    private let officer: Officer.ID

    init() throws {
        desk = try Desk()
        officer = desk.id()
    }

    private func keep(_ journal: Journal, _ texts: String..., at moment: Int64 = 5) throws {
        try journal.keep(sayings: texts, by: officer, at: Instant(milliseconds: moment), in: place)
    }

    @Test func theyComeBackInOrderAndStay() throws {
        let journal = try desk.journal()
        try keep(journal, "姓名为人名", "单位为机构名")
        try keep(journal, "姓名不读取", at: 6)
        // Another node writes after these, and reads them all.
        let other = try desk.journal()
        try keep(other, "单位不读取", at: 7)
        let rows = try journal.sayings(of: place)
        #expect(rows.map(\.number) == [1, 2, 3, 4])
        #expect(rows.map(\.text) == ["姓名为人名", "单位为机构名", "姓名不读取", "单位不读取"])
        #expect(rows.map(\.recorded.milliseconds) == [5, 5, 6, 7] && Set(rows.map(\.officer)) == [officer])
        #expect(try journal.sayings(of: "330703").isEmpty)
        for sql in ["UPDATE import_sayings SET recorded = 1", "DELETE FROM import_sayings"] {
            #expect(throws: StorageFailure.self, "\(sql)") { try journal.run(sql) }
        }
        #expect(try other.sayings(of: place) == rows)
        try desk.fill(journal, 1)
        #expect(try journal.checkChain(of: place).isEmpty)
        let bytes = try desk.bytes()
        for text in ["姓名", "单位"] { #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text)") }
    }

    @Test func theyAreSealedAnewWithTheOthers() throws {
        let journal = try desk.journal()
        try keep(journal, "姓名为人名")
        try journal.sealAnew(key: desk.key)
        #expect(try failure { try keep(journal, "单位为机构名") } == .keysRenewed)
        let renewed = try desk.journal()
        #expect(try renewed.sayings(of: place).map(\.text) == ["姓名为人名"])
        #expect(try renewed.checkChain(of: place).isEmpty)
    }

    @Test(arguments: [
        ("DELETE FROM import_sayings WHERE number = 1", 1), ("DELETE FROM import_sayings WHERE number = 3", 3),
        ("UPDATE import_sayings SET number = 9 WHERE number = 3", 3),
    ])
    func whatWasAlteredIsNamed(_ sql: String, _ number: Int) throws {
        let journal = try desk.journal()
        for moment in 1...3 { try keep(journal, "姓名 \(moment)", at: Int64(moment)) }
        try journal.close()
        try desk.tamper(sql)
        #expect(try desk.journal().checkChain(of: place).map(\.what).contains(.sayingAltered(number)))
    }
}
