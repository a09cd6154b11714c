import Basics
import Diagnosis
import Registry
import Storage

/// A document that Acts cite (文件): which Acts, and how many bodies and people they are about.
package struct DocumentLine: Sendable {
    /// The document.
    package let document: Document
    /// The Acts that cite it, by position.
    package let acts: [Int]
    /// What these Acts are, each kind once.
    package let bases: [Act.Basis]
    /// The changes of all of them.
    package let changes: Int
    /// The bodies that these touch.
    package let bodies: Set<Institution.ID>
    /// How many people they touch.
    package let people: Int
    /// The first and the last day on which something takes effect.
    package let days: ClosedRange<Day>?

    /// The documents that a history cites up to a position, those decided last first.
    package static func all(in history: History, through position: Int) -> [DocumentLine] {
        let entries = Dictionary(
            grouping: history.entries.prefix(position), by: \.act.document.citation)
        return entries.values.compactMap { entries in
            guard let document = entries.first?.act.document else { return nil }
            let changes = entries.flatMap { $0.act.changes }
            let touched = subjects(of: changes.map(\.change), in: history.latest)
            let days = changes.map(\.day)
            var bases: [Act.Basis] = []
            for entry in entries where !bases.contains(entry.act.basis) { bases.append(entry.act.basis) }
            return DocumentLine(
                document: document, acts: entries.map(\.position), bases: bases, changes: changes.count,
                bodies: touched.institutions, people: touched.people.count,
                days: days.min().flatMap { first in days.max().map { first...$0 } })
        }.sorted {
            ($0.document.decided, $0.acts[0]) > ($1.document.decided, $1.acts[0])
        }
    }
}

/// A document that set up bodies, as their records name it (批准文件); no Act need cite it.
package struct FoundingLine: Hashable, Sendable {
    /// The document as written.
    package let document: String
    /// The bodies that stand on it, by name.
    package let bodies: [Institution.ID]

    /// The documents of a register's living bodies, in the order of their numbers; and the bodies that name none.
    package static func all(in register: Register) -> (lines: [FoundingLine], without: [Institution.ID]) {
        let holders = register.institutions.values.filter { $0.isActive && $0.profile.type.holdsAccounts }
            .sorted { ($0.profile.name, $0.id) < ($1.profile.name, $1.id) }
        let byDocument = Dictionary(grouping: holders) { $0.profile.founding?.document ?? "" }
        let lines = byDocument.filter { !$0.key.isEmpty }.map { FoundingLine(document: $0, bodies: $1.map(\.id)) }
        return (lines.sorted { $0.document < $1.document }, (byDocument[""] ?? []).map(\.id))
    }
}

extension Desk {
    /// The titles of documents, by the digest they are named by; one that was erased is missing.
    package func titles(of documents: [Document]) throws(OfficeFailure) -> [Digest: String] {
        try storing { () throws(StorageFailure) in try journal.texts(of: documents.map(\.title), in: jurisdiction) }
    }
}
