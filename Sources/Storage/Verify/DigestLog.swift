import Foundation

/// A file outside the database to which the digest of each decision, and of each record of the audit, is written once it is
/// recorded (库外摘要登记): lines are only added, and whoever can write the database need not be able to write there.
struct DigestLog: Sendable {
    let path: String

    /// Adds lines, durably.
    func add(_ digests: [OutsideDigest]) throws(StorageFailure) {
        let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .digestsUnwritten(digests.last?.position ?? 0) }
        let lines = Array(digests.map { "\($0)\n" }.joined().utf8)
        let isWritten = write(file, lines, lines.count) == lines.count && fsync(file) == 0
        guard close(file) == 0, isWritten else { throw .digestsUnwritten(digests.last?.position ?? 0) }
    }

    /// The lines that stand there; none where there is no file yet.
    func lines() throws(StorageFailure) -> [OutsideDigest] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        guard let text = FileManager.default.contents(atPath: path).flatMap({ String(validating: $0, as: UTF8.self) })
        else { throw .outsideLine(1) }
        return try OutsideDigest.read(text)
    }
}
