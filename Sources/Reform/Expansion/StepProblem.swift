import Basics
import Registry

/// Why a step does not apply to the register of its day, with the way out.
package enum StepProblem: Error, Hashable, Sendable {
    /// No living body of that name; those it may have meant.
    case unknownBody(String, candidates: [String])
    /// Several bodies fit the name.
    case ambiguousBody(String, candidates: [String])
    /// The body was closed by an earlier step or Act.
    case closedBody(String)
    /// A body can't be merged into itself or listed twice.
    case repeatedBody(String)
    /// These duties of the body have no taker.
    case dutiesWithoutTaker(String, [String])
    /// No duty of the body is meant by this selection.
    case noSuchDuty(String, Selection)
    /// So many people of the body have no place to go.
    case peopleWithoutPlace(String, Int)
    /// The bodies it supervises have no new supervisor.
    case childrenWithoutSupervisor(String, [String])
    /// So many people are not there to be moved.
    case notEnoughPeople(String, asked: Int, there: Int)
    /// So many heads are not there to be moved.
    case notEnoughHeads(String, asked: Int, there: Int)
    /// The body's figures are unknown.
    case unknownFigures(String)
    /// The body already has that funding, name or number, so the step would do nothing.
    case nothingToDo(String)
    /// The heads would be more than before: a cut only cuts.
    case notACut(String, remaining: Int, now: Int)
    /// The body has heads of several kinds; the step must say which.
    case kindNotSaid(String, [EstablishmentKind])
    /// So many in place would be over the new number; a day by which they are absorbed is missing.
    case absorptionMissing(String, over: Int)
    /// A step needs what the text doesn't say.
    case missing(String)
    /// Heads of the body that no part of a split takes.
    case headsWithoutTaker(String, Int)
    /// Name plates or internal units of the body that nobody takes.
    case signsWithoutTaker(String, [String])
    /// No name plate or internal unit of that name.
    case noSuchSign(String, [String])
    /// The body is not among those the closing one has below it.
    case notBelow(String, String)
    /// The body is alive, or no closed one has that name.
    case notClosed(String)
    /// The taker belongs to the jurisdiction, so it is a move inside it.
    case notOutside(String)
    /// People go over to enterprises only; this is none.
    case notAnEnterprise(String)
    /// The place where they work has no heads of its own.
    case holdsNoHeads(String)
    /// Which of the body's duties is about the matter can't be told.
    case whichDuty(String, matter: String)
    /// Somebody else leads the matter there already.
    case leadTaken(matter: String, [String])
    /// Nobody would lead the matter.
    case leadMissing(matter: String)
    /// Several matters have that name.
    case ambiguousMatter(String, catalogues: [String])
    /// No such person in the register.
    case unknownPerson(Person.ID)
    /// The person has no such place, or no other.
    case placeNotHeld(Person.ID, String)
    /// Several things are in the way, each with its own way out.
    case several([StepProblem])
    /// The register refuses what the step expands to; the refusal and its words.
    case refused(Refusal, Wording)
}

extension StepProblem {
    /// The stable code.
    package var code: String {
        switch self {
        case .unknownBody: "unknown-body"
        case .ambiguousBody: "ambiguous-body"
        case .closedBody: "closed-body"
        case .repeatedBody: "repeated-body"
        case .dutiesWithoutTaker: "duties-without-taker"
        case .noSuchDuty: "no-such-duty"
        case .peopleWithoutPlace: "people-without-place"
        case .childrenWithoutSupervisor: "children-without-supervisor"
        case .notEnoughPeople: "not-enough-people"
        case .notEnoughHeads: "not-enough-heads"
        case .unknownFigures: "unknown-figures"
        case .nothingToDo: "nothing-to-do"
        case .notACut: "not-a-cut"
        case .kindNotSaid: "kind-not-said"
        case .absorptionMissing: "absorption-missing"
        case .missing: "missing"
        case .headsWithoutTaker: "heads-without-taker"
        case .signsWithoutTaker: "signs-without-taker"
        case .noSuchSign: "no-such-sign"
        case .notBelow: "not-below"
        case .notClosed: "not-closed"
        case .notOutside: "not-outside"
        case .notAnEnterprise: "not-an-enterprise"
        case .holdsNoHeads: "holds-no-heads"
        case .whichDuty: "which-duty"
        case .leadTaken: "lead-taken"
        case .leadMissing: "lead-missing"
        case .ambiguousMatter: "ambiguous-matter"
        case .unknownPerson: "unknown-person"
        case .placeNotHeld: "place-not-held"
        case .several(let all): all.first?.code ?? "several"
        case .refused(let refusal, _): refusal.code
        }
    }

    /// One by one.
    package var parts: [StepProblem] {
        if case .several(let all) = self { all } else { [self] }
    }

    /// One problem of several, or the only one; nil when there are none. What is said twice is said once.
    static func together(_ problems: [StepProblem]) -> StepProblem? {
        var seen: Set<StepProblem> = []
        let all = problems.flatMap(\.parts).filter { seen.insert($0).inserted }
        return all.count > 1 ? .several(all) : all.first
    }
}
