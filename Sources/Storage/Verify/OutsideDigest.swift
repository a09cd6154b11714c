import Basics

/// The digest of a record as someone wrote it down outside the database (库外摘要): what no one who can write the
/// database can change. As a line: `339902 12 <64 hexadecimal digits>`, of the audit `339902 audit 12 <…>`.
package struct OutsideDigest: Hashable, Sendable, CustomStringConvertible {
    /// Which of the two chains of a jurisdiction a record stands in.
    package enum Chain: String, Sendable {
        /// The journal.
        case journal
        /// The audit.
        case audit
    }

    /// The division code of the jurisdiction.
    package let jurisdiction: String
    /// In which chain it stands.
    package let chain: Chain
    /// The position of the record, from 1.
    package let position: Int
    /// Its digest.
    package let digest: Digest

    /// The digest of a record.
    package init(jurisdiction: String, chain: Chain = .journal, position: Int, digest: Digest) {
        self.jurisdiction = jurisdiction
        self.chain = chain
        self.position = position
        self.digest = digest
    }

    /// Reads a line, its parts separated by spaces or tabs.
    package init?(_ line: some StringProtocol) {
        var parts = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }
        let isOfAudit = parts.count == 4 && parts[1] == Chain.audit.rawValue
        if isOfAudit { parts.remove(at: 1) }
        guard parts.count == 3, let position = Int(parts[1]), position >= 1, let digest = Digest(hex: parts[2]) else {
            return nil
        }
        self.init(
            jurisdiction: String(parts[0]), chain: isOfAudit ? .audit : .journal, position: position, digest: digest)
    }

    /// The line.
    package var description: String {
        "\(jurisdiction) \(chain == .audit ? "audit " : "")\(position) \(digest)"
    }

    /// Reads lines; empty ones and those that begin with # are skipped.
    package static func read(_ text: String) throws(StorageFailure) -> [OutsideDigest] {
        var digests: [OutsideDigest] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            guard let first = line.first(where: { !$0.isWhitespace }), first != "#" else { continue }
            guard let digest = OutsideDigest(line) else { throw .outsideLine(index + 1) }
            digests.append(digest)
        }
        return digests
    }
}
