import Basics
import Registry

extension Journal {
    /// The digest of a jurisdiction's last record, to be kept outside; nil where nothing was recorded.
    package func outsideDigest(of jurisdiction: String) throws(StorageFailure) -> OutsideDigest? {
        try head(of: jurisdiction).map {
            OutsideDigest(jurisdiction: jurisdiction, position: $0.position, digest: $0.digest)
        }
    }

    /// Compares records with digests kept outside, by jurisdiction and position: the first fault names the first Act
    /// that does not meet what was written down. Where an Act was replaced and all later ones made anew, all later
    /// lines fail. The digests are taken of the bytes, never of the column.
    package func check(against outside: [OutsideDigest]) throws(StorageFailure) -> [ChainFault] {
        try read { db in
            var faults: [ChainFault] = []
            for line in outside.sorted(by: { ($0.jurisdiction, $0.position) < ($1.jurisdiction, $1.position) }) {
                let body = try db.row(
                    "SELECT body FROM journal WHERE jurisdiction = ? AND position = ?", line.jurisdiction, line.position
                )?.bytes(0)
                let what: ChainFault.What? =
                    switch body {
                    case nil: .missing(through: line.position)
                    case .some(let body): Entry.digest(ofRecord: body) == line.digest ? nil : .outside(line.digest)
                    }
                if let what {
                    faults.append(ChainFault(jurisdiction: line.jurisdiction, position: line.position, what: what))
                }
            }
            return faults
        }
    }
}
