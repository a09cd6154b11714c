import Basics

extension Journal {
    /// The text behind a digest, or that it was erased, or that there is none.
    package func text(of digest: Digest, in jurisdiction: String) throws(StorageFailure) -> Unsealed {
        let row = try read { db in try db.sealedRow(of: digest, in: jurisdiction) }
        guard let row else { return .unknown }
        guard let text = row.text else { return .erased }
        return .text(try open(text))
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
            try db.rows(
                "SELECT digest, kind, box FROM sealed WHERE jurisdiction = ? AND kind = ?", jurisdiction, kind.rawValue
            ).compactMap { try SealedRow($0, in: jurisdiction)?.text }
        }
        return try opened(rows)
    }

    private func opened(_ sealed: [SealedText]) throws(StorageFailure) -> [Digest: String] {
        var texts: [Digest: String] = [:]
        texts.reserveCapacity(sealed.count)
        for text in sealed { texts[text.digest] = try open(text) }
        return texts
    }

    /// A text that can't be opened is damaged, unless it was sealed anew in the meantime.
    private func open(_ text: SealedText) throws(StorageFailure) -> String {
        do { return try vault.open(text) } catch {
            try read { db in try db.requireCurrent(self.envelope) }
            throw error
        }
    }
}

/// A row of the sealed texts; without a text where it was erased.
struct SealedRow {
    let text: SealedText?

    /// The columns digest, kind, box; nil for a kind that this version doesn't know.
    init?(_ row: SQLRow, in jurisdiction: String) throws {
        guard let kind = SealedKind(rawValue: try row.byte(1)) else { return nil }
        let digest = try row.digest(0)
        text =
            row.isNull(2)
            ? nil : SealedText(jurisdiction: jurisdiction, digest: digest, kind: kind, box: try row.bytes(2))
    }
}

extension Connection {
    /// The row of a digest, if there is one. Asked row by row: in process that costs microseconds.
    func sealedRow(of digest: Digest, in jurisdiction: String) throws -> SealedRow? {
        try row("SELECT digest, kind, box FROM sealed WHERE jurisdiction = ? AND digest = ?", jurisdiction, digest)
            .flatMap { try SealedRow($0, in: jurisdiction) }
    }
}
