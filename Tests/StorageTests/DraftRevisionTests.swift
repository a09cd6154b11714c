import Basics
import Registry
import Storage
import Testing

@Suite(.onEachEngine) struct DraftRevisionTests {
    private let desk: Desk
    private let officer: Officer.ID
    private let draft: DraftRevision.ID

    init() throws {
        desk = try Desk()
        officer = desk.id()
        draft = desk.id()
    }

    private func save(
        _ revision: Int, in journal: Journal, _ text: String = "名\n方案: 试", other: DraftRevision.Reference? = nil
    ) throws -> DraftRevision {
        let sealed = try journal.vault.seal(text, as: .draft, for: "330702")
        let made = DraftRevision(
            draft: draft, revision: revision, parent: revision == 1 ? nil : .init(draft, revision - 1), other: other,
            base: 3, officer: officer, recorded: Instant(milliseconds: Int64(revision)), text: sealed.digest)
        try journal.save(made, sealing: [sealed], in: "330702")
        return made
    }

    @Test func revisionsComeBackInTheirOrderAndStay() throws {
        let journal = try desk.journal()
        try desk.fill(journal, 1)
        let made = [
            try save(1, in: journal), try save(2, in: journal), try save(3, in: journal, other: .init(desk.id(), 7)),
        ]
        #expect(try journal.draftRevisions(of: "330702") == made)
        #expect(try journal.draftRevisions(of: "330703").isEmpty)
        #expect(try journal.text(of: made[1].text, in: "330702") == .text("名\n方案: 试"))
        for sql in ["UPDATE plan_drafts SET base = 1", "DELETE FROM plan_drafts"] {
            #expect(throws: StorageFailure.self) { try journal.run(sql) }
        }
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }

    @Test func whoeverIsSlowerIsTold() throws {
        let journal = try desk.journal()
        let first = try save(1, in: journal)
        for revision in [1, 3] {
            #expect(throws: StorageFailure.draftMoved(revision: 1)) { _ = try save(revision, in: journal, "名\n别的") }
        }
        #expect(try journal.draftRevisions(of: "330702") == [first])
        // Nothing of the refused ones is left beside the journal.
        #expect(try journal.texts(kind: .draft, in: "330702").count == 1)
    }

    @Test func aRevisionWithoutItsTextIsRefused() throws {
        let journal = try desk.journal()
        let made = DraftRevision(
            draft: draft, revision: 1, parent: nil, base: 0, officer: officer, recorded: Instant(milliseconds: 1),
            text: Digest(sha256: [1]))
        #expect(throws: StorageFailure.self) { try journal.save(made, sealing: [], in: "330702") }
        #expect(try journal.draftRevisions(of: "330702").isEmpty)
    }
}
