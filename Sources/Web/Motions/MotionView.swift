import Accounts
import Basics
import HTML
import Office
import Procedure
import Registry

/// A motion with all that its page says, as one viewer sees it.
struct MotionView {
    /// The motion with what it waits for.
    let standing: MotionStanding
    /// The viewer as the journal knows them.
    let officer: Officer.ID
    /// The names of officers.
    let names: [Officer.ID: String]
    /// What it would come to now; nil where it is decided, withdrawn or no daily work.
    let trial: DailyTrial?
    /// How far personnel and finance have come.
    let chain: [ChainStep]
    /// The motions that are on agendas.
    let placed: [Motion]
    /// The texts of its events, in order; nil where one was erased.
    let texts: [String?]

    var motion: Motion { standing.motion }

    /// Whether the viewer drafted it in any of its texts.
    var isMine: Bool { motion.drafters.contains(officer) }

    /// Which office of the chain is next; nil where none is.
    var nextOffice: ChainOrgan? { chain.first { $0.done == nil }?.organ }

    /// Whether it was decided and nothing is left to be done.
    var isDone: Bool { motion.enactment != nil && standing.waiting.isEmpty && nextOffice == nil }

    /// What it says, where it is daily work.
    var written: WrittenDaily? { if case .daily(let written)? = standing.paper { written } else { nil } }

    /// Whether it goes on: open, not back with its drafter, and taken on where a contact filed it.
    var goesOn: Bool { motion.isOpen && !motion.isReturned && !motion.isRequest }

    /// Whether a contact filed it and the viewer may be who takes it on.
    var isToTakeOn: Bool {
        motion.isOpen && !motion.isReturned && motion.isRequest && !motion.requesters.contains(officer)
    }

    /// Whether it holds personal data.
    var isPersonal: Bool {
        written?.draft.forms.contains { filled in
            filled.answers.keys.contains { ChangeForm.form(filled.code)?.item($0)?.isPersonal ?? false }
        } ?? false
    }
}

extension Visit {
    /// The viewer's stroke on a motion, today or on the day it happened.
    func stroke(
        at desk: inout Desk, from source: inout some RandomNumberGenerator, on day: Day? = nil
    ) throws(OfficeFailure) -> MotionStroke {
        MotionStroke(by: try officer(at: &desk, from: &source), on: day ?? today, at: now, having: seenText)
    }

    /// The motion that the path names, if the viewer may see it: else there is none for them.
    func motionView() throws -> MotionView {
        var desk = workbench.desk.desk()
        var source = SystemRandomNumberGenerator()
        guard let number = parameters["number"].flatMap({ Int($0) }),
            let line = try motionShelf()[number]
        else { throw Denial.notFound }
        let officer = try officer(at: &desk, from: &source)
        guard may(.readWhole) || line.isSeen(within: reach(of: .readRegister), by: officer) else {
            throw Denial.notFound
        }
        let motion = try desk.motion(number)
        let standing = try desk.standing(of: motion, at: now)
        var trial: DailyTrial?
        if motion.isOpen, case .daily(let written)? = standing.paper { trial = try desk.tryDaily(written, at: now) }
        var texts: [String?] = []
        for event in motion.events { texts.append(try desk.text(of: event)) }
        return MotionView(
            standing: standing, officer: officer, names: try desk.officers(), trial: trial,
            chain: try desk.chain(of: motion), placed: try placedMotions(), texts: texts)
    }

    /// A motion of daily work that the viewer may mend and move again.
    func motionToMend(_ number: Int) throws -> (motion: Motion, written: WrittenDaily) {
        var desk = workbench.desk.desk()
        var source = SystemRandomNumberGenerator()
        let officer = try officer(at: &desk, from: &source)
        guard let motion = try motionShelf()[number]?.motion, motion.isOpen,
            motion.drafters.contains(officer) || may(.move), case .daily(let written) = try desk.paper(of: motion)
        else { throw Denial.notFound }
        return (motion, written)
    }

    /// Whether it is the viewer's turn, where something waits for this.
    func isMyTurn(_ waiting: Waiting, of motion: Motion, as officer: Officer.ID) -> Bool {
        let isMine = motion.drafters.contains(officer)
        switch waiting {
        case .drafter: return isMine
        case .decision(let decider):
            let roles = viewer?.account.roles ?? []
            let isDecider = roles.contains(.head) || (decider != .office && roles.contains(.commissioner))
            return isDecider && !isMine
        case .takingOn: return may(.move) && !motion.requesters.contains(officer)
        case .table: return may(.move)
        case .step(let step), .filing(let step):
            switch step.lack {
            case .motion: return may(.move)
            case .review, .reviewInFavour: return may(.review) && !isMine
            case .countersigning(let organ):
                return organ.isOrganisation ? may(.countersign) && !isMine : may(.keepMeetings)
            case .agenda, .meeting, .quorum, .majority, .minutes, .approval, .filing: return may(.keepMeetings)
            }
        }
    }

    /// What a motion waits for, in words.
    func said(_ waiting: Waiting) -> String { say(waiting.wording) }
}
