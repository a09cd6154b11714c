import Basics
import Registry

/// The naive auditor: a second opinion on what a journal comes to, made without a look at how the register does it.
///
/// It knows the words of the journal (an Act, its changes and the values in them) and nothing else of the product. It
/// is a value: copied and given one more group it tells what that group would come to.
package struct Auditor: Sendable {
    /// What there is.
    package private(set) var state = State()
    /// What can be counted in it.
    package private(set) var tally = Tally()

    /// Begins with nothing.
    package init() {}

    /// Begins with a state that stands already.
    package init(state: State) {
        self.state = state
        tally = Tally(of: state)
    }

    /// Applies what one Act changes on one day, lets tolerances fall, and tells everything that is wrong afterwards.
    @discardableResult
    package mutating func apply(_ group: Group) -> [Wrong] {
        var wrongs: [Wrong] = []
        for change in group.changes {
            wrongs += misconduct(of: change, in: group, before: state)
            if !state.apply(change, position: group.position) {
                wrongs.append(Wrong(.groundless, "\(change)"))
            }
        }
        tally = Tally(of: state)
        for (invariant, allowance) in state.tolerances {
            let excess = tally.excess(of: invariant, in: state)
            if excess == 0 {
                state.tolerances[invariant] = nil
            } else if excess < allowance.measure {
                state.tolerances[invariant]?.measure = excess
            }
        }
        return wrongs + tally.wrongs(in: state)
    }

    /// Applies everything that the Acts come to and tells what was wrong on the way, with the day.
    package static func audit(_ acts: [PlacedAct]) -> (auditor: Auditor, wrongs: [(day: Day, wrong: Wrong)]) {
        var auditor = Auditor()
        var wrongs = documentsTwice(in: acts).map { (day: acts[0].recorded, wrong: $0) }
        for group in groups(of: acts) {
            wrongs += auditor.apply(group).map { (group.day, $0) }
        }
        return (auditor, wrongs)
    }

    /// A document is one and the same by issuer, year and number.
    package static func documentsTwice(in acts: [PlacedAct]) -> [Wrong] {
        var seen: [String: Document] = [:]
        var wrongs: [Wrong] = []
        for placed in acts {
            let document = placed.act.document
            let key = "\(document.citation.issuer)|\(document.citation.year)|\(document.citation.number)"
            if let first = seen[key], first.title != document.title || first.decided != document.decided {
                wrongs.append(Wrong(.oneNumberTwoDocuments, key))
            }
            seen[key] = seen[key] ?? document
        }
        return wrongs
    }
}
