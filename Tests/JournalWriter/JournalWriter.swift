import Basics
import DroppingVFS
import Foundation
import Registry
import Storage

/// Appends entries to a journal until it is killed, and says each one's position and command once it is acknowledged: what
/// the tests kill at random.
///
/// usage: journal-writer ADDRESS KEY-FILE SEED [--drop | --deaf]
///
/// With `--drop`, SQLite's writes reach the disk when they are synced and by chance before; with `--deaf`, by chance only.
@main
struct JournalWriter {
    static func main() throws {
        let words = CommandLine.arguments
        guard words.count >= 4, let seed = UInt64(words[3]) else { exit(2) }
        if words.count == 5 { use_dropping_vfs(words[4] == "--deaf" ? 1 : 0) }
        let journal = try Journal(at: words[1], key: try MasterKey.load(at: words[2]))
        var source = SeededSource(seed: seed)
        while true {
            let next = try next(in: journal, from: &source)
            try journal.append(all: [next])
            let line = "\(next.entry.position) \(next.entry.act.command)\n"
            FileHandle.standardOutput.write(Data(line.utf8))
        }
    }

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
