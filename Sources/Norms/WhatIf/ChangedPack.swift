import Basics

/// Why a pack can't be changed as asked.
package enum UnchangeablePack: Error, Hashable, Sendable {
    /// It has no clause at that place.
    case noClause(Int)
    /// The clause has no band at that place.
    case noBand(clause: String, Int)
    /// The range has no number in it.
    case empty(NumberRange)
    /// The range would meet another band of the clause.
    case overlaps(NumberRange, NumberRange)

    /// What is wrong and what to do.
    package var wording: Wording {
        switch self {
        case .noClause(let index):
            Wording(zh: "规则包没有第\(index + 1)个条款，请核对条款号。", en: "the pack has no clause \(index + 1); check the number.")
        case .noBand(let clause, let index):
            Wording(
                zh: "\(clause)没有第\(index + 1)个分档，请核对分档。", en: "\(clause) has no band \(index + 1); check the band.")
        case .empty(let range):
            Wording(
                zh: "“\(range.zh)”里没有数，请把小数写在前面。", en: "“\(range.en)” has no number in it; write the smaller end first."
            )
        case .overlaps(let new, let other):
            Wording(
                zh: "新分档“\(new.zh)”与分档“\(other.zh)”重叠，请先改另一档。",
                en: "the new band “\(new.en)” meets the band “\(other.en)”; change that one first.")
        }
    }
}

extension RulePack {
    /// A copy in which one band has another range or gives another number; its digest is the pack's and the change's.
    ///
    /// A new number keeps the reason for discretion; the posts by name are dropped, since they would no longer sum to it.
    /// - Parameters:
    ///   - clause: the place of the clause, from 0.
    ///   - band: the place of the band in it, from 0.
    ///   - range: the numbers it is to be for; nil as they are.
    ///   - award: what it is to give; nil as it is.
    package func changed(
        clause: Int, band: Int, range: NumberRange? = nil, award: NumberRange? = nil
    ) throws(UnchangeablePack) -> RulePack {
        guard clauses.indices.contains(clause) else { throw .noClause(clause) }
        let old = clauses[clause]
        guard case .bands(let by, var bands) = old.decision, bands.indices.contains(band) else {
            throw .noBand(clause: old.number, band)
        }
        for new in [range, award].compactMap({ $0 }) where new.isEmpty { throw .empty(new) }
        let was = bands[band]
        if let range {
            for (index, other) in bands.enumerated() where index != band && other.range.meets(range) {
                throw .overlaps(range, other.range)
            }
        }
        bands[band] = Band(
            range ?? was.range,
            award.map { Award($0, discretion: was.award.discretion, position: was.award.position) } ?? was.award,
            position: was.position)
        var clauses = clauses
        clauses[clause] = Clause(
            number: old.number, text: old.text, item: old.item, conditions: old.conditions,
            decision: .bands(by: by, bands), position: old.position)
        let said = "\n\(clause) \(band) \(bands[band].range.zh) \(bands[band].award.range.zh)"
        return RulePack(
            name: name, code: code, region: region, level: level, document: document, from: from, until: until,
            certainty: certainty, source: source, note: note, definitions: definitions, clauses: clauses,
            digest: Digest(sha256: digest.bytes + Array(said.utf8)), positions: positions)
    }
}
