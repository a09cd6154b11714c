import Basics
import Foundation
import Registry
import Testing

import Storage

@Suite(.onEachEngine) struct KeyTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    @Test func theKeyFileHoldsTheKeyForItsOwner() throws {
        let path = desk.path("other")
        let made = try MasterKey.create(at: path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(attributes[.size] as? Int == 32)
        #expect("\(made)" == "MasterKey")
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).sorted() == ["key", "other"])
        // What a key opens tells which it is: nothing gives out its bytes.
        try Journal(at: desk.address, key: made, create: true).close()
        #expect(try failure { _ = try Journal(at: desk.address, key: MasterKey.load(at: path)) } == nil)
        #expect(try failure { _ = try Journal(at: desk.address, key: desk.key) } == .wrongKey)
    }

    @Test func aKeyFileIsNeverOverwritten() throws {
        let before = try Data(contentsOf: URL(fileURLWithPath: desk.path("key")))
        #expect(try failure { _ = try MasterKey.create(at: desk.path("key")) } == .keyFileExists)
        #expect(try Data(contentsOf: URL(fileURLWithPath: desk.path("key"))) == before)
        #expect(try failure { _ = try MasterKey.create(at: desk.path("no/key")) } == .keyFileUnusable)
    }

    @Test(arguments: [0o640, 0o604, 0o660, 0o610])
    func aKeyFileOthersCanReadIsRefused(_ mode: Int) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: desk.path("key"))
        #expect(try failure { _ = try MasterKey.load(at: desk.path("key")) } == .keyFileExposed)
    }

    @Test(arguments: [0, 31, 33])
    func aKeyFileOfAnotherLengthIsRefused(_ length: Int) throws {
        let path = desk.path("short")
        try Data(repeating: 7, count: length).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        #expect(try failure { _ = try MasterKey.load(at: path) } == .keyFileMalformed)
    }

    @Test func aMissingKeyFileOrAFolder() throws {
        #expect(try failure { _ = try MasterKey.load(at: desk.path("none")) } == .keyFileMissing)
        #expect(try failure { _ = try MasterKey.load(at: desk.folder.path) } == .keyFileUnusable)
    }

    @Test func aWrongKeyOpensNothing() throws {
        let journal = try desk.journal()
        try desk.fill(journal, 1)
        try journal.close()
        let wrong = try MasterKey.create(at: desk.path("wrong"))
        #expect(try failure { _ = try Journal(at: desk.address, key: wrong) } == .wrongKey)
        #expect(try Journal(at: desk.address, key: desk.key).head(of: "330702")?.position == 1)
    }

    @Test(arguments: [
        "UPDATE keys SET content = randomblob(60) WHERE purpose = 'text'",
        "UPDATE keys SET content = (SELECT content FROM keys WHERE purpose = 'text') WHERE purpose = 'token'",
        "DELETE FROM keys WHERE purpose = 'mark'", "DELETE FROM keys",
    ])
    func alteredKeysAreNoWrongKey(_ sql: String) throws {
        try desk.journal().close()
        try desk.tamper(sql)
        #expect(try failure { _ = try desk.journal() } == .damagedKeys)
    }

    /// Texts sealed anew read as before, an erased one stays erased, and who holds the old key is told to open again.
    @Test func textsSealedAnewAreTheSameUnderAnotherKey() throws {
        let journal = try desk.journal()
        let person: Person.ID = desk.id()
        let next = try desk.submission(to: journal, people: [(person, "33070219750302001X")], reason: "因病")
        try journal.append(all: [next])
        let gone = try #require(next.entry.act.reason)
        try journal.erase([gone], in: "330702", by: desk.id(), at: Instant(milliseconds: 9))
        let neighbour = try Journal(at: desk.address, key: desk.key)
        let later = try desk.submission(to: neighbour)
        #expect(try journal.sealAnew(key: desk.key) == next.sealed.count - 1)

        for stale in [journal, neighbour] {
            #expect(try failure { _ = try stale.text(of: next.sealed[2].digest, in: "330702") } == .keysRenewed)
            #expect(try failure { try stale.append(all: [later]) } == .keysRenewed)
            #expect(try failure { try stale.sealAnew(key: desk.key) } == .keysRenewed)
            #expect(try failure { try stale.rotate(to: desk.key) } == .keysRenewed)
        }
        try journal.close()
        try neighbour.close()
        let open = try Journal(at: desk.address, key: desk.key)
        for text in next.sealed where text.digest != gone {
            #expect(try failure { _ = try open.vault.open(text) } == .damagedText(text.digest), "the old box")
        }
        #expect(try open.text(of: next.sealed[2].digest, in: "330702") == .text("欧阳测试\t33070219750302001X"))
        #expect(try open.text(of: gone, in: "330702") == .erased)
        #expect(
            try open.subjects(of: open.vault.token(.identityNumber, "33070219750302001X", in: "330702")) == [person])
        #expect(try open.checkChain(of: "330702").isEmpty)
        try desk.fill(open, 1)
        #expect(try open.sealAnew(key: desk.key) == next.sealed.count)
        try open.close()
        try desk.tamper("DELETE FROM keys WHERE purpose = 'generation'")
        #expect(try failure { _ = try desk.journal() } == .damagedKeys)
    }

    @Test func afterRotationOnlyTheNewKeyOpensAndAllIsThere() throws {
        let journal = try desk.journal()
        let person: Person.ID = desk.id()
        let next = try desk.submission(to: journal, people: [(person, "33070219750302001X")])
        try journal.append(all: [next])
        let neighbour = try Journal(at: desk.address, key: desk.key)
        let newKey = try MasterKey.create(at: desk.path("new"))
        try journal.rotate(to: newKey)

        #expect(try failure { _ = try Journal(at: desk.address, key: desk.key) } == .wrongKey)
        for open in [neighbour, try Journal(at: desk.address, key: newKey)] {
            #expect(try open.text(of: next.sealed[1].digest, in: "330702") == .text("欧阳测试\t33070219750302001X"))
            let token = open.vault.token(.identityNumber, "33070219750302001X", in: "330702")
            #expect(try open.subjects(of: token) == [person])
            #expect(try open.checkChain(of: "330702").isEmpty)
        }
    }
}
