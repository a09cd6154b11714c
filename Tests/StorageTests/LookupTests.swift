import Basics
import Registry
import Storage
import Testing

@Suite(.onEachEngine) struct LookupTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    private func look(_ journal: Journal, at people: [Person.ID]) throws -> Lookup {
        let purpose = try journal.vault.seal("核对", as: .purpose, for: "330702")
        let lookup = Lookup(
            way: 1, officer: desk.id(), recorded: Instant(milliseconds: 5), subjects: people, purpose: purpose.digest)
        try journal.record(lookup, sealing: [purpose], in: "330702")
        return lookup
    }

    @Test func looksComeBackInOrderAndStay() throws {
        let journal = try desk.journal()
        try desk.fill(journal, 1)
        let made = [
            try look(journal, at: [desk.id(), desk.id()]), try look(journal, at: []),
            try look(journal, at: [desk.id()]),
        ]
        #expect(try journal.lookups(of: "330702") == made)
        #expect(try journal.lookups(of: "330703").isEmpty)
        for sql in [
            "UPDATE lookups SET way = 2", "DELETE FROM lookups",
            "INSERT INTO lookups SELECT jurisdiction, 9, way, officer, recorded, subjects, purpose, mark FROM lookups "
                + "WHERE number = 1",
        ] {
            #expect(throws: StorageFailure.self, "\(sql)") { try journal.run(sql) }
        }
        #expect(try journal.lookups(of: "330702") == made)
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }

    @Test(arguments: [
        ("DELETE FROM lookups WHERE number = 3", 3), ("DELETE FROM lookups WHERE number = 1", 1),
        ("UPDATE lookups SET way = 2 WHERE number = 2", 2), ("UPDATE lookups SET recorded = 6 WHERE number = 3", 3),
        ("UPDATE lookups SET subjects = x'' WHERE number = 1", 1), ("DELETE FROM lookups", 1),
    ])
    func whatWasAlteredIsNamed(_ sql: String, _ number: Int) throws {
        let journal = try desk.journal()
        try desk.fill(journal, 1)
        for _ in 0..<3 { _ = try look(journal, at: [desk.id()]) }
        try journal.close()
        try desk.tamper(sql)
        let found = try desk.journal().checkChain(of: "330702").map(\.what)
        #expect(found.contains(.lookupAltered(number)), "\(found)")
    }
}
