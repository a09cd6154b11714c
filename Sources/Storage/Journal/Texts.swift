import Basics
import Foundation
import GRDB

extension Journal {
    /// The text behind a digest, or that it was erased, or that there is none.
    package func text(of digest: Digest, in jurisdiction: String) throws(StorageFailure) -> Unsealed {
        let row = try read { db in try db.sealedRow(of: digest, in: jurisdiction) }
        guard let row else { return .unknown }
        guard let text = row.text else { return .erased }
        return .text(try vault.open(text))
    }

    /// The texts behind many digests at once; digests of erased and of unknown texts are left out.
    package func texts(of digests: [Digest], in jurisdiction: String) throws(StorageFailure) -> [Digest: String] {
        let rows = try read { db in
            try digests.compactMap { try db.sealedRow(of: $0, in: jurisdiction)?.text }
        }
        return try opened(rows)
    }

    /// All texts of a kind, the erased ones left out.
    package func texts(kind: SealedKind, in jurisdiction: String) throws(StorageFailure) -> [Digest: String] {
        let rows = try read { db in
            try Row.fetchAll(
                db, sql: "SELECT digest, kind, box FROM sealed WHERE jurisdiction = ? AND kind = ?",
                arguments: [jurisdiction, kind.rawValue]
            ).compactMap { SealedRow($0, in: jurisdiction)?.text }
        }
        return try opened(rows)
    }

    private func opened(_ sealed: [SealedText]) throws(StorageFailure) -> [Digest: String] {
        var texts: [Digest: String] = [:]
        texts.reserveCapacity(sealed.count)
        for text in sealed { texts[text.digest] = try vault.open(text) }
        return texts
    }
}

/// A row of the sealed texts; without a text where it was erased.
struct SealedRow {
    let text: SealedText?

    /// The columns digest, kind, box; nil for a kind that this version doesn't know.
    init?(_ row: Row, in jurisdiction: String) {
        guard let digest = Digest(bytes: row[0] as Data), let kind = SealedKind(rawValue: row[1]) else { return nil }
        text = (row[2] as Data?).map {
            SealedText(jurisdiction: jurisdiction, digest: digest, kind: kind, box: Array($0))
        }
    }
}

extension Database {
    /// The row of a digest, if there is one. Asked row by row: in process that costs microseconds.
    func sealedRow(of digest: Digest, in jurisdiction: String) throws -> SealedRow? {
        let row = try Row.fetchOne(
            cachedStatement(sql: "SELECT digest, kind, box FROM sealed WHERE jurisdiction = ? AND digest = ?"),
            arguments: [jurisdiction, Data(digest.bytes)])
        return row.flatMap { SealedRow($0, in: jurisdiction) }
    }
}
