import Basics
import Foundation
import Registry
import Testing

import Storage

@Suite(.onEachEngine) struct VaultTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    @Test func aTextComesBackInNormalFormC() throws {
        let vault = try desk.journal().vault
        for text in ["", "赵\u{20BB7}喆", "e\u{301}", "330702", String(repeating: "长", count: 10_000)] {
            let opened = try vault.open(vault.seal(text, as: .personal, for: "330702"))
            #expect(opened == text)
        }
        let composed = try vault.open(vault.seal("e\u{301}", as: .personal, for: "330702"))
        #expect(Array(composed.unicodeScalars) == ["\u{E9}"])
    }

    @Test func equalTextsHaveUnequalDigestsAndBoxes() throws {
        let vault = try desk.journal().vault
        let one = try vault.seal("王伟", as: .personal, for: "330702")
        let other = try vault.seal("王伟", as: .personal, for: "330702")
        #expect(one.digest != other.digest)
        #expect(one.box != other.box)
        #expect(one.digest != Digest(sha256: "王伟".utf8))
    }

    @Test func aBoxOpensInItsPlaceOnly() throws {
        let vault = try desk.journal().vault
        let text = try vault.seal("王伟", as: .personal, for: "330702")
        let other = try vault.seal("李娜", as: .personal, for: "330702")
        func moved(_ place: String, _ digest: Digest, _ kind: SealedKind, _ box: [UInt8]) throws -> StorageFailure? {
            try failure { _ = try vault.open(SealedText(jurisdiction: place, digest: digest, kind: kind, box: box)) }
        }
        #expect(try moved("330702", text.digest, .personal, text.box) == nil)
        #expect(try moved("330781", text.digest, .personal, text.box) == .damagedText(text.digest))
        #expect(try moved("330702", other.digest, .personal, text.box) == .damagedText(other.digest))
        #expect(try moved("330702", text.digest, .title, text.box) == .damagedText(text.digest))
        #expect(try moved("330702", text.digest, .personal, []) == .damagedText(text.digest))
        for index in text.box.indices {
            var box = text.box
            box[index] ^= 1
            #expect(try moved("330702", text.digest, .personal, box) == .damagedText(text.digest))
        }
    }

    @Test func tokensMeetWhereTextsDo() throws {
        let vault = try desk.journal().vault
        let token = vault.token(.identityNumber, "33070219750302001X", in: "330702")
        #expect(vault.token(.identityNumber, "33070219750302001x", in: "330702") == token)
        #expect(vault.token(.identityNumber, "330702197503020011", in: "330702") != token)
        #expect(vault.token(.officerName, "33070219750302001X", in: "330702").value != token.value)
        #expect(vault.token(.identityNumber, "33070219750302001X", in: "330781").value != token.value)
        #expect(vault.token(.officerName, "e\u{301}", in: "1") == vault.token(.officerName, "\u{C9}", in: "1"))
        let other = try Desk().journal().vault
        #expect(other.token(.identityNumber, "33070219750302001X", in: "330702").value != token.value)
    }

    @Test func aTokenLeadsToAllItsSubjects() throws {
        let journal = try desk.journal()
        let people: [Person.ID] = [desk.id(), desk.id()]
        let next = try desk.submission(to: journal, people: [(people[0], "1"), (people[1], "1"), (desk.id(), "2")])
        try journal.append(all: [next])
        let token = journal.vault.token(.identityNumber, "1", in: "330702")
        let unknown = journal.vault.token(.identityNumber, "3", in: "330702")
        #expect(try journal.subjects(of: token) == people.sorted())
        #expect(try (journal.subjects(of: unknown) as [Person.ID]).isEmpty)
        let found: [BlindToken: [Person.ID]] = try journal.subjects(of: [token, unknown])
        #expect(found == [token: people.sorted()])
    }

    @Test func manyTextsAtOnceAndByKind() throws {
        let journal = try desk.journal()
        let officers = try ["王", "李"].map { try journal.vault.seal($0, as: .officer, for: "330702") }
        try journal.keep(officers, in: "330702")
        let entry = try desk.fill(journal, 1)[0]
        let title = entry.act.document.title
        #expect(try journal.texts(kind: .officer, in: "330702") == [officers[0].digest: "王", officers[1].digest: "李"])
        let asked = [title, officers[0].digest, Digest(sha256: [1])]
        #expect(try journal.texts(of: asked, in: "330702") == [title: "关于第1次调整的批复", officers[0].digest: "王"])
        #expect(try journal.texts(of: asked, in: "330781").isEmpty)
    }

    @Test func theFilesHoldNoTextInClear() throws {
        let journal = try desk.journal()
        let person: Person.ID = desk.id()
        let next = try desk.submission(to: journal, people: [(person, "33070219750302001X")], reason: "因病提前退休")
        try journal.append(all: [next])
        try journal.keep([journal.vault.seal("司马懿", as: .officer, for: "330702")], in: "330702")
        let bytes = try desk.bytes()
        for text in ["欧阳测试", "33070219750302001X", "关于第1次调整的批复", "因病提前退休", "司马懿"] {
            #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text)")
        }
        // What is not sealed is there, so the search would have found the rest.
        #expect(bytes.range(of: Data("区第1服务中心".utf8)) != nil)
        #expect(bytes.range(of: Data(next.sealed[1].box)) != nil)
        #expect(try journal.texts(of: next.sealed.map(\.digest), in: "330702").values.sorted().count == 3)
    }
}
