import Basics
import Procedure
import Registry

/// The offices that somebody's coming onto the establishment or leaving it goes through, in this order (编办 → 组织人社 → 财政).
package enum ChainOrgan: String, CaseIterable, Sendable {
    /// The establishment office, whose decision it is.
    case office = "office"
    /// The Organisation Department or the personnel office (组织部、人社局).
    case personnel = "personnel"
    /// The finance office, which pays (财政局).
    case finance = "finance"

    /// What it is called; the Chinese stands in the motion's events.
    package var name: Wording {
        switch self {
        case .office: Wording(zh: "编办", en: "establishment office")
        case .personnel: Wording(zh: "组织人社部门", en: "personnel")
        case .finance: Wording(zh: "财政部门", en: "finance")
        }
    }
}

/// One step of the chain, taken or to be taken.
package struct ChainStep: Sendable {
    /// Which office.
    package let organ: ChainOrgan
    /// What was done; nil while it waits.
    package let done: Done?

    /// A step taken.
    package struct Done: Hashable, Sendable {
        /// Who decided or entered it.
        package let officers: [Officer.ID]
        /// On which day.
        package let day: Day
        /// On which document.
        package let document: Citation
        /// What was noted with it.
        package let note: String?
    }
}

extension Desk {
    /// How far the enrolments and leavings of a motion have come; empty where it is not decided or has none.
    package func chain(of motion: Motion) throws(OfficeFailure) -> [ChainStep] {
        guard let enactment = motion.enactment else { return [] }
        let act = history.entries[enactment.position - 1].act
        guard act.changes.contains(where: { $0.change.movesEstablishment }) else { return [] }
        var steps = [
            ChainStep(
                organ: .office,
                done: ChainStep.Done(
                    officers: act.deciders, day: act.document.decided, document: act.document.citation, note: nil))
        ]
        for organ in ChainOrgan.allCases.dropFirst() {
            var done: ChainStep.Done?
            for event in motion.events[enactment.events...] {
                guard case .filed(organ.name.zh, let document) = event.deed else { continue }
                let note = try text(of: event)
                done = ChainStep.Done(
                    officers: [event.officer], day: event.day, document: document,
                    note: note?.isEmpty == false ? note : nil)
            }
            steps.append(ChainStep(organ: organ, done: done))
        }
        return steps
    }

    /// Enters that the next office of the chain has done its part, on a document or slip of its own.
    @discardableResult
    package mutating func recordChainStep(
        _ number: Int, of organ: ChainOrgan, document: Citation, note: String, _ stroke: MotionStroke
    ) throws(OfficeFailure) -> Motion {
        let steps = try chain(of: motion(number))
        guard let next = steps.first(where: { $0.done == nil }) else {
            throw OfficeFailure(
                .refusal, steps.isEmpty ? "no-chain" : "chain-done",
                zh: steps.isEmpty ? "本件未决定，或没有上编、下编，不需办理人社、财政手续。" : "人社、财政手续已办完。",
                en: steps.isEmpty
                    ? "This motion is not decided, or nobody comes onto the establishment or leaves it by it."
                    : "Personnel and finance have done their part.")
        }
        guard next.organ == organ else {
            throw OfficeFailure(
                .refusal, "chain-order", zh: "现应由\(next.organ.name.zh)办理。",
                en: "It is the turn of \(next.organ.name.en).")
        }
        return try countersign(number, .filed, organ: organ.name.zh, document: document, note: note, stroke)
    }
}

extension Change {
    /// Whether somebody comes onto the establishment or leaves it.
    fileprivate var movesEstablishment: Bool {
        switch self {
        case .enrol, .leave: true
        default: false
        }
    }
}
