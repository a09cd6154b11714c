import Basics
import DroppingVFS
import Foundation
import Registry
import Storage

/// A node in a process of its own, which the tests of the store kill, cut off and race.
///
/// usage: journal-writer append ADDRESS KEY-FILE SEED [--drop | --deaf]
///        journal-writer serve ADDRESS KEY-FILE SEED CLIENTS PATIENCE
///        journal-writer contend ADDRESS KEY-FILE SEED CLIENTS
///        journal-writer move ADDRESS KEY-FILE SEED
///
/// With `--drop`, SQLite's writes reach the disk when they are synced and by chance before; with `--deaf`, by chance only.
@main
struct JournalWriter {
    static func main() throws {
        let words = CommandLine.arguments
        guard words.count >= 5, let seed = UInt64(words[4]) else { exit(2) }
        if words.last == "--drop" || words.last == "--deaf" { use_dropping_vfs(words.last == "--deaf" ? 1 : 0) }
        let patience = words.count > 6 ? Double(words[6]) : nil
        let journal = try Journal(at: words[2], key: try MasterKey.load(at: words[3]), patience: patience ?? 20)
        let clients = words.count > 5 ? Int(words[5]) ?? 1 : 1
        switch words[1] {
        case "append": try append(to: journal, seed: seed)
        case "serve": try Node(journal, seed: seed).serve(clients)
        case "move": try Node(journal, seed: seed).move()
        case "contend": try Node(journal, seed: seed).contend(clients)
        default: exit(2)
        }
    }

    /// Appends entries until it is killed, and says each one's position and command once it is acknowledged.
    private static func append(to journal: Journal, seed: UInt64) throws {
        var source = SeededSource(seed: seed)
        while true {
            let next = try next(in: journal, from: &source)
            try journal.append(all: [next])
            say("\(next.entry.position) \(next.entry.act.command)")
        }
    }

    /// Says a line at once.
    static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    /// An entry with its title, a person and a reason beside it, so that there is much that could be left half done.
    private static func next(in journal: Journal, from source: inout SeededSource) throws -> Submission {
        let place = "330702"
        let head = try journal.head(of: place)
        let position = (head?.position ?? 0) + 1
        let title = try journal.vault.seal("标题\(position)", as: .title, for: place)
        let reason = try journal.vault.seal("理由\(position)", as: .reason, for: place)
        let personal = try journal.vault.seal("某人\(position)", as: .personal, for: place)
        let person: Person.ID = Identifier(from: &source)
        guard let citation = Citation(issuer: "安编", year: 2020, number: position) else { exit(3) }
        let act = Act(
            command: Identifier(from: &source),
            document: Document(citation: citation, title: title.digest, decided: Day(number: 1)), basis: .daily,
            drafter: Identifier(from: &source), reason: reason.digest,
            changes: [
                DatedChange(
                    Day(number: 1),
                    .registerPerson(
                        person, personal: personal.digest, status: .worker, position: nil, entered: nil, origin: nil))
            ])
        let entry = Entry(
            jurisdiction: place, position: position, recorded: Instant(milliseconds: Int64(position)),
            previous: head?.digest ?? .none, act: act)
        return Submission(
            entry, sealing: [title, reason, personal],
            tokens: [TokenEntry(journal.vault.token(.identityNumber, "\(position)", in: place), of: person)])
    }
}
