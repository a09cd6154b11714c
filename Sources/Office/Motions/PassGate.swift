import Basics
import Procedure
import Registry

/// What a decision stands on by the procedure (程序核对): goes into its Act.
struct Passage {
    /// The digest of the motion's events, where there was a motion.
    var attachments: [Digest] = []
    /// The digest of the competence table, where one was asked.
    var rules: [Digest] = []
}

extension Desk {
    /// Lets a decision pass, or refuses it: everything the competence table in force asks of these changes must be there.
    ///
    /// What only the office decides, without any further step, needs no motion. Where no table is adopted nothing is
    /// needed; but a motion that was returned, or is decided by its drafter, does not pass either.
    /// - Parameters:
    ///   - parts: the changes of each wave, with the register before them.
    ///   - text: the text that a motion would be on, if there can be one.
    func passGate(
        _ parts: [(changes: [Change], register: Register)], moved text: String?, decided: Day,
        by deciders: [Officer.ID],
        at instant: Instant
    ) throws(OfficeFailure) -> Passage {
        let digest = text.map(motionDigest)
        let motion = try motions().last { $0.isOpen && $0.subject.digest == digest }
        let table = try competence(decided: decided, at: instant)
        let needs = table.map { Procedure.needs(of: parts, by: $0) }
        do throws(MotionRefusal) {
            if let motion {
                try motion.permitDecision(by: deciders, decided: decided, needing: needs)
            } else if let needs {
                if let open = needs.uncovered.first { throw MotionRefusal.noRow(open.kind, table: needs.table.name) }
                if let missing = needs.missing(from: nil).first { throw MotionRefusal.missing(missing) }
            }
        } catch { throw OfficeFailure(error, by: table) }
        return Passage(
            attachments: motion.map { [$0.digest(of: $0.events.count, in: jurisdiction)] } ?? [],
            rules: table.map { [$0.digest] } ?? [])
    }
}
