import Basics
import HashTreeCollections

extension Register {
    /// Applies an admitted change. Never refuses, so that a journal stays readable when rules get stricter: what it
    /// finds no ground for it leaves as it is.
    mutating func fold(_ change: Change, at position: Int) {
        switch change {
        case .establish, .abolish, .restore, .amend, .hangPlate, .removePlate, .addUnit, .dropUnit, .lock, .unlock:
            foldBody(change, at: position)
        case .move, .exchange, .setCeiling, .setUnknown, .reserve, .settle, .void, .expire:
            foldLedger(change)
        case .stateDuty, .reviseDuty, .moveDuty, .dropDuty, .defineMatter, .joinMatter, .leaveMatter, .setGap:
            foldDuty(change)
        case .registerPerson, .amendPersonal, .setDisputed, .enrol, .leave, .transfer, .appoint, .setPosition,
            .setWorkplace, .setStatus:
            foldPerson(change)
        case .openTolerance, .moveTolerance, .closeTolerance:
            foldTolerance(change, at: position)
        case .adoptRules(let code, let digest):
            rules[code] = AdoptedRules(digest: digest, adoptedBy: position)
        case .repealRules(let code):
            rules[code] = nil
        case .reverse:
            break  // The history leaves the reversed change out; there is nothing to apply.
        }
    }

    /// Lets each tolerance fall to what is really broken, and go at zero (只减不增). Runs at the end of every Act.
    mutating func ratchet(_ invariants: [Invariant]) {
        guard !tolerances.isEmpty else { return }
        for invariant in invariants {
            guard let tolerance = tolerances[invariant] else { continue }
            let excess = invariant.excess(in: self)
            if excess == 0 {
                tolerances[invariant] = nil
            } else if excess < tolerance.measure {
                tolerances[invariant]?.measure = excess
            }
        }
    }

    private mutating func foldTolerance(_ change: Change, at position: Int) {
        switch change {
        case .openTolerance(let invariant, let measure, let cause):
            tolerances[invariant] = Tolerance(invariant: invariant, measure: measure, cause: cause, openedBy: position)
        case .moveTolerance(let from, let to):
            guard let moved = tolerances[from] else { return }
            tolerances[from] = nil
            // A merger adds what the bodies had; the older cause and opening stay with the larger part.
            let measure = moved.measure + (tolerances[to]?.measure ?? 0)
            let kept = tolerances[to].map { $0.measure >= moved.measure ? $0 : moved } ?? moved
            tolerances[to] = Tolerance(invariant: to, measure: measure, cause: kept.cause, openedBy: kept.openedBy)
        case .closeTolerance(let invariant):
            tolerances[invariant] = nil
        default:
            break
        }
    }
}
