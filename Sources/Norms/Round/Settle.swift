import Registry

extension Round {
    /// Puts a decided figure in a row; a later settlement of the same row takes the place of the earlier.
    ///
    /// Within the range allowed any figure may be settled; above it only where the rules leave that to the office
    /// (酌情, 报批). What can't be told is not settled, and every settlement gives its reason.
    package mutating func settle(_ settlement: Settlement) throws(SettlementRefusal) {
        guard let place = place(of: settlement.body, settlement.item) else {
            throw .noRow(settlement.body, settlement.item)
        }
        let verdict = rows[place].verdict
        guard settlement.reason.contains(where: { !$0.isWhitespace }) else { throw .noReason }
        guard (0...10_000).contains(settlement.number) else { throw .notACount(settlement.number) }
        switch verdict.outcome {
        case .cannotTell(let missing): throw .cannotTell(verdict.item, missing)
        case .noRule: throw .noRule(verdict.item)
        case .refer: break
        case .allowed(let range, let isOpen):
            let settled = isOpen ? NumberRange(low: range.low, high: nil) : range
            guard settled.contains(settlement.number) else {
                throw .outside(settlement.number, verdict.item, settled)
            }
        }
        // A new total is split by the approved chiefs, so what is approved must be known.
        guard verdict.figures.approved != nil else { throw .unknownFigure(verdict.item) }
        rows[place].settlement = settlement
    }
}
