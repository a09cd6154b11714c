import Basics
import Registry

/// The work of turning steps into changes on a fork of the register: what each step sees is what the steps before it
/// left. The same expansion serves trying and deciding.
struct Expansion {
    /// The plan, whose digest is the seed of new identifiers.
    let plan: Plan
    /// The register as the steps so far leave it.
    private(set) var register: Register
    /// The changes of the step in work.
    private(set) var changes: [Change] = []
    /// What the step in work has read or changed so far.
    private(set) var footprint = Footprint()
    /// What is in the way of the step in work, found so far.
    private(set) var problems: [StepProblem] = []
    /// The day on which the steps take effect.
    let day: Day
    private var trial: Trial
    private var source = SeededSource(seed: 0)
    private var ordinal: UInt64 = 0

    /// - Parameter wave: the wave whose steps are expanded, from 0; identifiers that a step makes depend on it, on the
    ///   place of the step and on the plan, and on nothing that other steps do.
    init(_ plan: Plan, wave: Int = 0, on register: Register, day: Day? = nil) {
        self.plan = plan
        self.register = register
        self.day = day ?? plan.waves[wave].day
        trial = Trial(basis: .plan, reform: plan.reform, on: self.day, recorded: self.day, at: 0)
        ordinal = UInt64(wave) << 32
    }

    /// Expands a step and leaves the register as the step makes it, or as it was when the step does not apply. All that
    /// is in the way is said at once.
    mutating func expand(_ step: Step) throws(StepProblem) -> [Change] {
        let before = register
        source = plan.source(ordinal)
        ordinal += 1
        changes = []
        problems = []
        footprint = Footprint()
        trial = Trial(basis: .plan, reform: plan.reform, on: day, recorded: day, at: 0)
        attempt { (work) throws(StepProblem) in try work.perform(step.action) }
        footprint.cover(changes, in: before)
        if problems.isEmpty, changes.isEmpty { problems.append(.nothingToDo(step.action.subject)) }
        do throws(Refusal) {
            if problems.isEmpty { try trial.finish(&register) }
        } catch {
            problems.append(.refused(error, error.wording(in: register)))
        }
        if let problem = StepProblem.together(problems) {
            register = before
            throw problem
        }
        return changes
    }

    /// Makes a change on the fork, so that the rest of the step sees it; sums may be open until the step is done.
    mutating func make(_ change: Change) {
        trial.make(change, in: &register)
        changes.append(change)
    }

    /// Notes that what the step does depends on this account.
    mutating func read(_ account: Account) { footprint.cover(account) }

    /// Notes that the step depends on these bodies being there.
    mutating func name(_ bodies: [Institution]) { footprint.named.formUnion(bodies.map(\.id)) }

    /// Puts down what is in the way and lets the step go on, so that the rest is looked at too.
    mutating func note(_ problem: StepProblem) { problems.append(problem) }

    /// Does a part of a step; what is in its way is put down, and the rest of the step is looked at.
    mutating func attempt(_ part: (inout Expansion) throws(StepProblem) -> Void) {
        do throws(StepProblem) { try part(&self) } catch { note(error) }
    }

    /// An identifier that is the same whenever this plan is expanded on this register.
    mutating func identifier<Subject>() -> Identifier<Subject> { Identifier(from: &source) }

    private mutating func perform(_ action: Action) throws(StepProblem) {
        switch action {
        case .merge(let bodies, let target, let terms): try merge(bodies, into: target, terms)
        case .split(let name, let parts): try split(name, parts)
        case .abolish(let name, let disposal): try abolish(name, disposal)
        case .restore(let name): try restore(name)
        case .establish(let name, let attributes): _ = try establish(name, attributes)
        case .rename(let name, let newName):
            let body = try body(name)
            guard body.profile.name != newName else { throw .nothingToDo(name) }
            make(.amend(body.id, .name(newName)))
        case .amend(let name, let settings): try amend(name, settings)
        case .fund(let name, let funding): try fund(name, funding)
        case .hangPlates, .removePlates, .addUnits, .closeUnits, .renameUnit, .moveUnits: try performSigns(action)
        case .lock(let names): try lock(names)
        case .unlock(let names): try unlock(names)
        case .moveHeads, .cut, .exchange, .lend, .giveBack, .setPosts: try performFigures(action)
        case .stateDuties, .reviseDuty, .dropDuties, .moveDuties, .hiveOff: try performDuties(action)
        case .share(let sharing): try share(sharing)
        case .transfer(let choice, let from, let to, let kind, let withHeads):
            let (source, target) = try bodies(from, to)
            try transfer(choice, from: source, to: target, kind, withHeads: withHeads)
        case .place(let name, let workplace, let placement):
            let (subject, place) = try bodies(name, workplace)
            try self.place(of: subject, workingAt: place, placement)
        case .callBack(let id): try callBack(id)
        case .endSecondPlace(let id, let name): try endSecondPlaces(of: id, keeping: name)
        }
    }
}

extension Plan {
    /// The random bits of a step or a reservation, by its place in the plan: the same whenever the plan is expanded.
    func source(_ ordinal: UInt64) -> SeededSource {
        var place = SeededSource(seed: ordinal)
        return SeededSource(seed: digest.bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } ^ place.next())
    }
}
