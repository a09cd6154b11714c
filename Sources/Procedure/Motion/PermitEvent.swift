import Basics
import Registry

extension Motion {
    /// Refuses what can't happen to the motion now.
    /// - Parameter needs: what its decision needs, where a table is adopted: before it goes on an agenda its reviews are in,
    ///   and a meeting has no more members than the commission.
    package func permit(_ event: MotionEvent, needing needs: Needs?) throws(MotionRefusal) {
        try permitNow(event)
        switch event.deed {
        case .moved(_, let digest, _):
            if digest == subject.digest, !isReturned { throw .sameText }
            if isRequest, requesters.contains(event.officer) { throw .ownRequest }
        case .requested(_, let digest, _):
            if digest == subject.digest, !isReturned { throw .sameText }
        case .reviewed, .returned:
            guard !drafters.contains(event.officer) else { throw .ownDraft }
        case .placed(let day, _):
            guard day >= event.day else { throw .beforeMotion(day) }
            let lack = needs?.missing(from: self).first { if case .review = $0.need.step { true } else { false } }
            if let lack { throw .missing(lack) }
        case .met(let meeting): try permit(meeting, on: event.day, quorum: needs?.table.quorum)
        case .countersigned, .approved, .filed, .remarked: break
        case .withdrawn:
            guard drafters.contains(event.officer) else { throw .notDrafter }
        }
    }

    /// Refuses a decision by these officers, on a document of this day, unless every step is there.
    /// - Parameter needs: what it needs; nil where no table is adopted, and nothing is.
    package func permitDecision(
        by deciders: [Officer.ID], decided: Day, needing needs: Needs?
    ) throws(MotionRefusal) {
        if isWithdrawn { throw .withdrawn }
        if let enactment { throw .decided(enactment.position) }
        if isReturned { throw .returned }
        if isRequest { throw .notTakenOn }
        guard drafters.isDisjoint(with: deciders) else { throw .ownDraft }
        if let needs, let open = needs.uncovered.first { throw .noRow(open.kind, table: needs.table.name) }
        if let missing = needs?.missing(from: self).first { throw .missing(missing) }
        if let late = current.first(where: { $0.day > decided && $0.deed != .remarked }) {
            throw .afterDecision(late.day, decided: decided)
        }
    }

    private func permitNow(_ event: MotionEvent) throws(MotionRefusal) {
        if isWithdrawn { throw .withdrawn }
        if let enactment {
            // What is filed is filed when it is decided.
            guard case .filed = event.deed else { throw .decided(enactment.position) }
        }
        if isReturned {
            switch event.deed {
            case .moved, .requested, .withdrawn, .remarked: break
            default: throw .returned
            }
        }
        if isRequest {
            switch event.deed {
            case .moved, .requested, .returned, .withdrawn, .remarked: break
            default: throw .notTakenOn
            }
        }
        guard event.day <= event.recorded.officeDay else { throw .notYet(event.day) }
        guard event.day >= (current.first?.day ?? event.day) else { throw .beforeMotion(event.day) }
    }

    private func permit(_ meeting: Meeting, on day: Day, quorum: Quorum?) throws(MotionRefusal) {
        guard let agenda, agenda.day == day else { throw .notOnAgenda(day, but: agenda?.day) }
        guard !meeting.present.isEmpty else { throw .nobodyPresent }
        let named = meeting.present + meeting.absent
        guard Set(named).count == named.count else { throw .namedTwice }
        guard drafters.isDisjoint(with: meeting.present) else { throw .ownDraft }
        guard (0...meeting.present.count).contains(meeting.inFavour) else {
            throw .moreThanPresent(inFavour: meeting.inFavour, present: meeting.present.count)
        }
        if let members = quorum?.members, named.count > members {
            throw .tooManyMembers(named.count, of: members)
        }
    }
}
