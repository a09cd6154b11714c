import Basics

/// The digest of a record as someone wrote it down outside the database (库外摘要): what no one who can write the
/// database can change. As a line: `339902 12 <64 hexadecimal digits>`.
package struct OutsideDigest: Hashable, Sendable, CustomStringConvertible {
    /// The division code of the jurisdiction.
    package let jurisdiction: String
    /// The position of the record, from 1.
    package let position: Int
    /// Its digest.
    package let digest: Digest

    /// The digest of a record.
    package init(jurisdiction: String, position: Int, digest: Digest) {
        self.jurisdiction = jurisdiction
        self.position = position
        self.digest = digest
    }

    /// Reads a line, its three parts separated by spaces or tabs.
    package init?(_ line: some StringProtocol) {
        let parts = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }
        guard parts.count == 3, let position = Int(parts[1]), position >= 1, let digest = Digest(hex: parts[2]) else {
            return nil
        }
        self.init(jurisdiction: String(parts[0]), position: position, digest: digest)
    }

    /// The line.
    package var description: String { "\(jurisdiction) \(position) \(digest)" }

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
