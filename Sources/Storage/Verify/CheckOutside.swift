import Basics
import Registry

extension Journal {
    /// The digest of a jurisdiction's last record, to be kept outside; nil where nothing was recorded.
    package func outsideDigest(of jurisdiction: String) throws(StorageFailure) -> OutsideDigest? {
        try head(of: jurisdiction).map {
            OutsideDigest(jurisdiction: jurisdiction, position: $0.position, digest: $0.digest)
        }
    }

    /// The digest of the last record of a jurisdiction's audit, to be kept outside; nil where there is none.
    package func outsideDigest(ofAudit jurisdiction: String) throws(StorageFailure) -> OutsideDigest? {
        try read { db in
            try db.row("SELECT position, digest FROM audit_heads WHERE jurisdiction = ?", jurisdiction).map {
                OutsideDigest(
                    jurisdiction: jurisdiction, chain: .audit, position: try $0.integer(0), digest: try $0.digest(1))
            }
        }
    }

    /// Compares records with digests kept outside, by jurisdiction and position: the first fault names the first Act
    /// that does not meet what was written down. Where an Act was replaced and all later ones made anew, all later
    /// lines fail. The digests are taken of the bytes, never of the column. Lines of the audit are compared with it.
    package func check(against outside: [OutsideDigest]) throws(StorageFailure) -> [ChainFault] {
        try read { db in
            var faults = try db.checkAudit(against: outside.filter { $0.chain == .audit })
            let lines = outside.filter { $0.chain == .journal }
            for line in lines.sorted(by: { ($0.jurisdiction, $0.position) < ($1.jurisdiction, $1.position) }) {
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

extension Connection {
    /// Compares records of the audit with digests kept outside. What a record is made of is looked at where the audit is
    /// walked; here its digest has to be the one that was written down, and it has to be there at all.
    fileprivate func checkAudit(against outside: [OutsideDigest]) throws -> [ChainFault] {
        var faults: [ChainFault] = []
        for (jurisdiction, lines) in Dictionary(grouping: outside, by: \.jurisdiction).sorted(by: { $0.key < $1.key }) {
            var kept: [Int: Digest] = [:]
            try forEach("SELECT position, digest FROM audit WHERE jurisdiction = ?", jurisdiction) {
                kept[try $0.integer(0)] = try $0.digest(1)
            }
            let (there, gone) = (lines.filter { kept[$0.position] != nil }, lines.filter { kept[$0.position] == nil })
            if let first = there.filter({ kept[$0.position] != $0.digest }).map(\.position).min() {
                faults.append(ChainFault(jurisdiction: jurisdiction, position: 0, what: .auditAltered(first)))
            }
            if let first = gone.map(\.position).min(), let last = gone.map(\.position).max() {
                faults.append(
                    ChainFault(jurisdiction: jurisdiction, position: 0, what: .auditMissing(from: first, through: last))
                )
            }
        }
        return faults
    }
}
