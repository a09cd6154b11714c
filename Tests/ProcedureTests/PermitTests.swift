import Basics
import Procedure
import Registry
import Testing

/// What can't happen to a motion: every refusal once, beside what just may be.
@Suite struct PermitTests {
    private let ways = Ways()

    private func refusal(_ event: MotionEvent, in motion: Motion, needing needs: Needs? = nil) -> MotionRefusal? {
        do throws(MotionRefusal) { try motion.permit(event, needing: needs) } catch { return error }
        return nil
    }

    @Test func theWholeWayIsPermitted() {
        for count in 0..<ways.whole.count {
            let motion = ways.motion(Array(ways.whole.prefix(count)))
            #expect(refusal(ways.whole[count], in: motion, needing: ways.needs) == nil, "\(count)")
        }
    }

    @Test func whoDraftedDoesNotReviewReturnOrVote() {
        let motion = ways.motion([])
        #expect(refusal(ways.event(.reviewed(.feasibility, inFavour: true), by: ways.drafter), in: motion) == .ownDraft)
        #expect(refusal(ways.event(.returned, by: ways.drafter), in: motion) == .ownDraft)
        let voting = Meeting(present: [ways.drafter], absent: [], inFavour: 1, minutes: nil)
        #expect(refusal(ways.met(voting), in: ways.motion([ways.placed])) == .ownDraft)
        // Nor does whoever drafted an earlier text.
        let second = ways.event(.moved(.plan, Digest(sha256: [2]), by: "区民政局党组"), by: ways.members[0], after: 1)
        let again = ways.motion([second])
        #expect(refusal(ways.event(.returned, by: ways.drafter, after: 2), in: again) == .ownDraft)
        #expect(refusal(ways.event(.returned, by: ways.members[0], after: 2), in: again) == .ownDraft)
        #expect(refusal(ways.event(.returned, after: 2), in: again) == nil)
    }

    @Test func onlyItsDrafterWithdrawsIt() {
        #expect(refusal(ways.event(.withdrawn), in: ways.motion([])) == .notDrafter)
        #expect(refusal(ways.event(.withdrawn, by: ways.drafter), in: ways.motion([])) == nil)
        let gone = ways.motion([ways.event(.withdrawn, by: ways.drafter)])
        #expect(refusal(ways.reviewed, in: gone) == .withdrawn)
    }

    @Test func returnedItIsMovedAgainFirst() {
        let returned = ways.motion([ways.event(.returned, after: 1)])
        #expect(refusal(ways.event(.reviewed(.feasibility, inFavour: true), after: 2), in: returned) == .returned)
        func moved(_ text: UInt8) -> MotionEvent {
            ways.event(.moved(.plan, Digest(sha256: [text]), by: "区民政局党组"), by: ways.drafter, after: 2)
        }
        #expect(refusal(moved(2), in: returned) == nil)
        // The same text may be moved again when it was returned, not while it is on its way.
        #expect(refusal(moved(1), in: returned) == nil)
        #expect(refusal(moved(1), in: ways.motion([])) == .sameText)
    }

    @Test func decidedItIsOnlyFiled() {
        let done = ways.motion(ways.whole, enacted: Motion.Enactment(position: 7, events: 5))
        #expect(refusal(ways.reviewed, in: done) == .decided(7))
        #expect(refusal(ways.filed, in: done) == nil)
    }

    @Test func aDayIsNeitherBeforeTheMotionNorToCome() {
        let early = ways.event(.reviewed(.feasibility, inFavour: true), after: -1)
        #expect(refusal(early, in: ways.motion([])) == .beforeMotion(early.day))
        let late = ways.event(.reviewed(.feasibility, inFavour: true), after: 21)
        #expect(refusal(late, in: ways.motion([])) == .notYet(late.day))
        #expect(refusal(ways.event(.reviewed(.feasibility, inFavour: true), after: 20), in: ways.motion([])) == nil)
        // An agenda may be of a day to come, not of one that was.
        let placed = ways.event(.placed(meeting: Ways.moved.advanced(by: 40), item: 1), after: 2)
        #expect(refusal(placed, in: ways.motion([])) == nil)
        let past = ways.event(.placed(meeting: Ways.moved.advanced(by: 1), item: 1), after: 2)
        #expect(refusal(past, in: ways.motion([])) == .beforeMotion(Ways.moved.advanced(by: 1)))
    }

    @Test func itGoesOnAnAgendaOnlyWhenReviewed() {
        let said = refusal(ways.placed, in: ways.motion([]), needing: ways.needs)
        guard case .missing(let step) = said else {
            Issue.record("\(String(describing: said))")
            return
        }
        #expect(step.lack == .review(.feasibility))
        #expect(refusal(ways.placed, in: ways.motion([ways.reviewed]), needing: ways.needs) == nil)
        #expect(refusal(ways.placed, in: ways.motion([])) == nil)
    }

    @Test func aMeetingIsTheOneOfTheAgenda() {
        let met = ways.met(ways.meeting())
        #expect(refusal(met, in: ways.motion([])) == .notOnAgenda(met.day, but: nil))
        let other = ways.event(.met(ways.meeting()), after: 11)
        let agenda = Ways.moved.advanced(by: Ways.agendaDay)
        #expect(refusal(other, in: ways.motion([ways.placed])) == .notOnAgenda(other.day, but: agenda))
    }

    @Test func aMeetingAddsUp() {
        func refused(_ meeting: Meeting) -> MotionRefusal? {
            refusal(ways.met(meeting), in: ways.motion([ways.reviewed, ways.placed]), needing: ways.needs)
        }
        #expect(refused(ways.meeting(present: 0, inFavour: 0)) == .nobodyPresent)
        let twice = Meeting(present: [ways.members[0]], absent: [ways.members[0]], inFavour: 1, minutes: nil)
        #expect(refused(twice) == .namedTwice)
        #expect(refused(ways.meeting(present: 6, inFavour: 7)) == .moreThanPresent(inFavour: 7, present: 6))
        #expect(refused(ways.meeting(present: 6, inFavour: -1)) == .moreThanPresent(inFavour: -1, present: 6))
        #expect(refused(ways.meeting(present: 6, absent: 3, inFavour: 6)) == nil)
        let ten = Meeting(present: ways.members + [ways.reviewer], absent: [], inFavour: 9, minutes: nil)
        #expect(refused(ten) == .tooManyMembers(10, of: 9))
    }

    private func decision(
        _ motion: Motion, by deciders: [Officer.ID]? = nil, after days: Int = 15, needing needs: Needs?
    ) -> MotionRefusal? {
        do throws(MotionRefusal) {
            try motion.permitDecision(
                by: deciders ?? [ways.members[0]], decided: Ways.moved.advanced(by: days), needing: needs)
        } catch { return error }
        return nil
    }

    @Test func aDecisionNeedsEveryStepAndAnother() {
        let whole = ways.motion(ways.whole)
        #expect(decision(whole, needing: ways.needs) == nil)
        #expect(decision(whole, by: [ways.members[0], ways.drafter], needing: ways.needs) == .ownDraft)
        for index in ways.whole.indices {
            var events = ways.whole
            events.remove(at: index)
            let said = decision(ways.motion(events), needing: ways.needs)
            guard case .missing = said else {
                Issue.record("without \(index): \(String(describing: said))")
                continue
            }
        }
    }

    @Test func aDecisionIsNotBeforeItsSteps() {
        let whole = ways.motion(ways.whole)
        #expect(decision(whole, after: Ways.agendaDay, needing: ways.needs) == nil)
        let day = Ways.moved.advanced(by: Ways.agendaDay)
        #expect(
            decision(whole, after: Ways.agendaDay - 1, needing: ways.needs)
                == .afterDecision(day, decided: day.advanced(by: -1)))
    }

    @Test func aDecisionIsOnAMotionThatStands() {
        let whole = ways.whole
        #expect(decision(ways.motion(whole + [ways.event(.returned, after: 11)]), needing: nil) == .returned)
        #expect(decision(ways.motion(whole + [ways.event(.withdrawn, by: ways.drafter)]), needing: nil) == .withdrawn)
        let enacted = ways.motion(whole, enacted: Motion.Enactment(position: 3, events: 5))
        #expect(decision(enacted, needing: nil) == .decided(3))
        let open = ways.office.needs(.hangPlate(ways.office.station, "牌"), by: [row("一", [.rename])])
        #expect(decision(ways.motion(whole), needing: open) == .noRow(.hangPlate, table: "试行权限"))
    }

    /// What a contact filed waits for a clerk; until then it is only given back, mended, withdrawn or remarked upon.
    @Test func aRequestIsTakenOnFirst() throws {
        let contact = ways.members[8]
        let filed = ways.event(.requested(.daily, Digest(sha256: [1]), by: "某局"), by: contact)
        func motion(_ events: MotionEvent...) throws -> Motion {
            try #require(Motion(number: 1, events: [filed] + events))
        }
        func refused(_ event: MotionEvent, _ motion: Motion) -> MotionRefusal? { refusal(event, in: motion) }
        let fresh = try motion()
        #expect(fresh.isRequest && fresh.drafters == [contact] && fresh.waiting(needing: ways.needs) == [.takingOn])
        for event in ways.whole + [ways.filed, ways.event(.approved("市委编委", citation(5)), after: 1)] {
            #expect(refused(event, fresh) == .notTakenOn)
        }
        for event in [ways.event(.returned, after: 1), ways.event(.remarked, after: 1)] {
            #expect(refused(event, fresh) == nil)
        }
        #expect(refused(ways.event(.withdrawn, by: contact, after: 1), fresh) == nil)
        #expect(decision(fresh, needing: nil) == .notTakenOn)
        func taken(by officer: Officer.ID, _ text: UInt8 = 2, after days: Int = 1) -> MotionEvent {
            ways.event(.moved(.daily, Digest(sha256: [text]), by: "区编办"), by: officer, after: days)
        }
        // Not by whoever filed it, whatever else they have become meanwhile.
        #expect(refused(taken(by: contact), fresh) == .ownRequest)
        #expect(refused(taken(by: ways.drafter), fresh) == nil)
        let open = try motion(taken(by: ways.drafter))
        #expect(!open.isRequest && open.drafters == [contact, ways.drafter])
        #expect(refused(ways.reviewed, open) == nil)
        #expect(decision(open, needing: nil) == nil)
        for officer in [contact, ways.drafter] {
            #expect(
                refused(ways.event(.reviewed(.feasibility, inFavour: true), by: officer, after: 2), open) == .ownDraft)
        }
        // Filed again, it waits again, for the same clerk too.
        let again = ways.event(.requested(.daily, Digest(sha256: [3]), by: "某局"), by: contact, after: 3)
        let refiled = try motion(taken(by: ways.drafter), ways.event(.returned, after: 2), again)
        #expect(refiled.isRequest && refiled.waiting(needing: ways.needs) == [.takingOn])
        #expect(decision(refiled, needing: nil) == .notTakenOn)
        #expect(refused(taken(by: ways.drafter, 4, after: 3), refiled) == nil)
    }

    @Test func everyRefusalHasItsCodeAndSentences() throws {
        let step = try #require(ways.needs.missing(from: nil).first)
        let refusals: [MotionRefusal] = [
            .withdrawn, .decided(1), .returned, .ownDraft, .notTakenOn, .ownRequest, .notDrafter, .sameText,
            .beforeMotion(Ways.moved),
            .notYet(Ways.moved), .notOnAgenda(Ways.moved, but: nil), .nobodyPresent, .namedTwice,
            .moreThanPresent(inFavour: 2, present: 1), .tooManyMembers(10, of: 9), .missing(step),
            .noRow(.gap, table: "表"), .afterDecision(Ways.moved, decided: Ways.moved),
        ]
        #expect(Set(refusals.map(\.code)).count == refusals.count)
        #expect(Set(refusals.map { $0.wording(of: "表").zh }).count == refusals.count)
        #expect(Set(refusals.map { $0.wording(of: "表").en }).count == refusals.count)
    }
}
