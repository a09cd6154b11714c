import Basics
import Procedure
import Testing

/// Each step present, missing, and there but not enough.
@Suite struct MissingStepsTests {
    private let ways = Ways()

    @Test func nothingIsMissingWhenAllIsThere() { #expect(ways.lacks(ways.whole).isEmpty) }

    @Test func withoutAMotionItIsTheMotionThatIsMissing() {
        #expect(ways.needs.missing(from: nil).map(\.lack) == [.motion])
        let daily = ways.office.needs(.amend(ways.office.station, .name("新名")), by: [row("一", [.rename])])
        #expect(daily.missing(from: nil).isEmpty)
        let afterwards = row("一", [.rename], .any, .office, .filing("区人大常委会", .after))
        #expect(
            ways.office.needs(.amend(ways.office.station, .name("新名")), by: [afterwards]).missing(from: nil).isEmpty)
    }

    @Test func theyAreNamedInTheirOrder() {
        #expect(ways.lacks([]) == [.review(.feasibility), .countersigning("区委组织部"), .agenda])
        #expect(ways.lacks([ways.reviewed, ways.placed]) == [.countersigning("区委组织部"), .meeting])
    }

    @Test func theLastReviewCounts() {
        let against = ways.event(.reviewed(.feasibility, inFavour: false), after: 2)
        #expect(ways.lacks(ways.whole + [against]) == [.reviewInFavour(.feasibility)])
        #expect(ways.lacks([against] + ways.whole).isEmpty)
        let other = ways.event(.reviewed(.legality, inFavour: true))
        #expect(
            ways.lacks([other, ways.placed, ways.countersigned, ways.met(ways.meeting())]) == [.review(.feasibility)])
    }

    @Test func anotherOrganDoesNotCountersignForIt() {
        let other = ways.event(.countersigned("区人社局", citation(4)))
        #expect(
            ways.lacks([ways.reviewed, ways.placed, other, ways.met(ways.meeting())]) == [.countersigning("区委组织部")])
    }

    @Test(arguments: [
        (6, 5, true, nil), (5, 5, true, MissingStep.Lack.quorum(present: 5, needed: 6)),
        (6, 4, true, .majority(inFavour: 4, needed: 5)), (6, 5, false, .minutes),
    ])
    func aMeetingHasItsNumbersAndMinutes(present: Int, inFavour: Int, minutes: Bool, lack: MissingStep.Lack?) {
        let meeting = ways.meeting(present: present, absent: 0, inFavour: inFavour, minutes: minutes)
        #expect(
            ways.lacks([ways.reviewed, ways.placed, ways.countersigned, ways.met(meeting)]) == [lack].compactMap { $0 })
    }

    @Test func enteredAgainWithTheMinutesTheLastMeetingCounts() {
        let without = ways.met(ways.meeting(minutes: false))
        #expect(
            ways.lacks([ways.reviewed, ways.placed, ways.countersigned, without, ways.met(ways.meeting())]).isEmpty)
    }

    @Test func putOnAnotherAgendaItWaitsForThatMeeting() {
        let again = ways.event(.placed(meeting: Ways.moved.advanced(by: 15), item: 1), after: 12)
        #expect(ways.lacks(ways.whole + [again]) == [.meeting])
    }

    @Test func whatWasDoneOnAnEarlierTextDoesNotCount() {
        let again = ways.event(.moved(.plan, Digest(sha256: [2]), by: "区民政局党组"), by: ways.drafter, after: 15)
        #expect(ways.lacks(ways.whole + [again]) == [.review(.feasibility), .countersigning("区委组织部"), .agenda])
    }

    @Test func theNextLevelApprovesAndWhatIsFiledBeforehandIsThere() {
        let rows = [row("一", [.rename], .any, .nextLevel, .filing("区人大常委会", .before))]
        let needs = ways.office.needs(.amend(ways.office.station, .name("新名")), by: rows)
        #expect(needs.missing(from: ways.motion([])).map(\.lack) == [.approval, .filing("区人大常委会")])
        let approved = ways.event(.approved("市委编委", citation(6)))
        #expect(needs.missing(from: ways.motion([approved, ways.filed])).isEmpty)
    }

    @Test func whatIsFiledAfterwardsIsOutstandingAfterwards() {
        let enacted = Motion.Enactment(position: 4, events: 5)
        #expect(ways.motion(ways.whole, enacted: enacted).waiting(needing: ways.needs).count == 1)
        #expect(ways.motion(ways.whole + [ways.filed], enacted: enacted).waiting(needing: ways.needs).isEmpty)
    }

    @Test func theSentenceNamesStepRowAndClause() throws {
        let missing = try #require(
            ways.needs.missing(
                from: ways.motion([
                    ways.reviewed, ways.placed, ways.countersigned,
                    ways.met(ways.meeting(minutes: false)),
                ])
            ).first)
        #expect(missing.wording(of: "试行权限").zh == "机构更名由编委会审议：缺会议纪要。依据《试行权限》第三条。")
        #expect(missing.wording(of: "试行权限").en.contains("no minutes"))
        #expect(missing.code == "missing-minutes")
    }

    @Test func itSaysWhoseTurnItIs() {
        func waiting(_ events: [MotionEvent]) -> [String] {
            ways.motion(events).waiting(needing: ways.needs).map(\.wording.zh)
        }
        #expect(waiting([]) == ["待论证审查人：缺论证意见"])
        #expect(waiting([ways.reviewed]) == ["待区委组织部：缺区委组织部会签", "待编办：未列入会议议程"])
        #expect(waiting(ways.whole) == ["步骤齐备，待决定（编委会）"])
        #expect(waiting([ways.event(.returned)]) == ["待经办人修改后重新提出"])
        #expect(waiting([ways.event(.withdrawn, by: ways.drafter)]).isEmpty)
    }

    @Test func theStageIsThatOfTheRegulations() {
        #expect(ways.motion([]).stage == .motion)
        #expect(ways.motion([ways.reviewed]).stage == .review)
        #expect(ways.motion([ways.reviewed, ways.placed]).stage == .deliberation)
        #expect(ways.motion(ways.whole, enacted: Motion.Enactment(position: 2, events: 5)).stage == .implementation)
    }

    /// What is waited for says at which stage a motion is, before anything of that stage has happened.
    @Test func theStageIsThatOfWhatIsWaitedFor() {
        func stage(_ events: [MotionEvent], enacted: Motion.Enactment? = nil) -> Motion.Stage {
            let motion = ways.motion(events, enacted: enacted)
            return motion.stage(awaiting: motion.waiting(needing: ways.needs))
        }
        #expect(stage([]) == .review)
        #expect(stage([ways.reviewed]) == .deliberation)
        #expect(stage(ways.whole) == .deliberation)
        #expect(stage([ways.reviewed, ways.event(.returned, after: 2)]) == .motion)
        #expect(stage(ways.whole, enacted: Motion.Enactment(position: 3, events: 5)) == .implementation)
        #expect(ways.motion([ways.reviewed]).stage(awaiting: []) == .review)
    }
}
