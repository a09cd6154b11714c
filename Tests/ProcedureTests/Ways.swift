import Basics
import Procedure
import Registry

/// Motions on their way, one step after another, as in the tests' table.
struct Ways {
    let drafter: Officer.ID
    let reviewer: Officer.ID
    let members: [Officer.ID]
    let office = SmallOffice()
    static let moved = SmallOffice.day.advanced(by: -20)

    init() {
        var source = SeededSource(seed: 8)
        drafter = Identifier(from: &source)
        reviewer = Identifier(from: &source)
        members = (0..<9).map { _ in Identifier(from: &source) }
    }

    func event(_ deed: MotionDeed, by officer: Officer.ID? = nil, after days: Int = 0) -> MotionEvent {
        MotionEvent(
            officer: officer ?? reviewer, recorded: SmallOffice.today, day: Ways.moved.advanced(by: days), deed: deed,
            text: .none)
    }

    func motion(_ events: [MotionEvent], enacted: Motion.Enactment? = nil) -> Motion {
        let first = event(.moved(.plan, Digest(sha256: [1]), by: "区民政局党组"), by: drafter)
        guard let motion = Motion(number: 1, events: [first] + events, enactment: enacted) else {
            preconditionFailure("the first event moves it")
        }
        return motion
    }

    func meeting(present: Int = 6, absent: Int = 3, inFavour: Int = 5, minutes: Bool = true) -> Meeting {
        Meeting(
            present: Array(members.prefix(present)), absent: Array(members.dropFirst(present).prefix(absent)),
            inFavour: inFavour, minutes: minutes ? citation(3) : nil)
    }

    static let agendaDay = 10

    var reviewed: MotionEvent { event(.reviewed(.feasibility, inFavour: true), after: 1) }
    var placed: MotionEvent { event(.placed(meeting: Ways.moved.advanced(by: Ways.agendaDay), item: 2), after: 2) }
    var countersigned: MotionEvent { event(.countersigned("区委组织部", citation(4)), after: 3) }
    var filed: MotionEvent { event(.filed("区人大常委会", citation(5)), after: 12) }

    func met(_ meeting: Meeting) -> MotionEvent { event(.met(meeting), after: Ways.agendaDay) }

    /// Everything the row below asks for, in order.
    var whole: [MotionEvent] { [reviewed, placed, countersigned, met(meeting())] }

    /// Review, countersigning, a meeting, and filing afterwards.
    var needs: Needs {
        let full = row(
            "第三条", [.rename], .any, .commission, .review(.feasibility), .countersigning("区委组织部"),
            .filing("区人大常委会", .after))
        return office.needs(
            .amend(office.station, .name("新名")), by: [full], quorum: Quorum(members: 9, present: 6, inFavour: 5))
    }

    func lacks(_ events: [MotionEvent]) -> [MissingStep.Lack] { needs.missing(from: motion(events)).map(\.lack) }
}
