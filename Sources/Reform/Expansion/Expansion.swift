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
    /// The day on which the steps take effect.
    let day: Day
    private var source = SeededSource(seed: 0)
    private var ordinal: UInt64 = 0

    /// - Parameter wave: the wave whose steps are expanded, from 0; identifiers that a step makes depend on it, on the
    ///   place of the step and on the plan, and on nothing that other steps do.
    init(_ plan: Plan, wave: Int = 0, on register: Register, day: Day? = nil) {
        self.plan = plan
        self.register = register
        self.day = day ?? plan.waves[wave].day
        ordinal = UInt64(wave) << 32
    }

    /// Expands a step and leaves the register as the step makes it, or as it was when the step does not apply.
    mutating func expand(_ step: Step) throws(StepProblem) -> [Change] {
        let before = register
        source = plan.source(ordinal)
        ordinal += 1
        changes = []
        footprint = Footprint()
        do throws(StepProblem) {
            try perform(step.action)
            guard !changes.isEmpty else { throw StepProblem.nothingToDo(step.action.subject) }
            // The step is tried whole on the register before it, so that its invariants are looked at.
            register = before
            do {
                try register.enact(changes, basis: .plan, reform: plan.reform, on: day, recorded: day, at: 0)
            } catch {
                throw StepProblem.refused(error, error.wording(in: before))
            }
            footprint.cover(changes, in: before)
            return changes
        } catch {
            register = before
            footprint.cover(changes, in: before)
            throw error
        }
    }

    /// Makes a change on the fork, so that the rest of the step sees it; sums may be open until the step is done.
    mutating func make(_ change: Change) {
        register.suppose(change)
        changes.append(change)
    }

    /// An identifier that is the same whenever this plan is expanded on this register.
    mutating func identifier<Subject>() -> Identifier<Subject> { Identifier(from: &source) }

    /// The living body of that name.
    mutating func body(_ name: String) throws(StepProblem) -> Institution {
        let found = register.institutions(matching: name)
        footprint.named.formUnion(found.map(\.id))
        if found.count == 1 { return found[0] }
        if found.count > 1 {
            throw .ambiguousBody(name, candidates: found.prefix(5).map(\.profile.name))
        }
        if register.institutions.values.contains(where: { !$0.isActive && $0.profile.name == name }) {
            throw .closedBody(name)
        }
        throw .unknownBody(name, candidates: candidates(for: name))
    }

    /// Notes that what the step does depends on this account.
    mutating func read(_ account: Account) { footprint.cover(account) }

    /// The holder of that name.
    mutating func holder(_ name: HolderName) throws(StepProblem) -> Holder {
        switch name {
        case .districtPool: .districtPool
        case .turnoverPool: .turnoverPool
        case .returned: .returned
        case .grant: .grant
        case .body(let name): .institution(try body(name).id)
        }
    }

    private func candidates(for name: String) -> [String] {
        let wanted = Set(name)
        let scored = register.institutions.values.filter(\.isActive).map { body in
            (Set(body.profile.name).intersection(wanted).count, body.profile.name)
        }
        let enough = max(2, wanted.count * 2 / 3)
        return scored.filter { $0.0 >= enough }.sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 > $1.0 }.prefix(3).map(\.1)
    }

    private mutating func perform(_ action: Action) throws(StepProblem) {
        switch action {
        case .merge(let bodies, let target, let terms): try merge(bodies, into: target, terms)
        case .abolish(let name, let disposal): try abolish(name, disposal)
        case .establish(let name, let attributes): _ = try establish(name, attributes)
        case .rename(let name, let newName):
            let body = try body(name)
            guard body.profile.name != newName else { throw .nothingToDo(name) }
            make(.amend(body.id, .name(newName)))
        case .amend(let name, let settings): try amend(name, settings)
        case .fund(let name, let funding): try fund(name, funding)
        case .moveHeads(let kind, let count, let from, let to):
            try moveHeads(kind, count, from: holder(from), to: holder(to))
        case .cut(let name, let kind, let remaining, let to, let day):
            try cut(name, kind, remaining: remaining, to: to, absorb: day)
        case .setPosts(let name, let posts, let day): try setPosts(of: body(name), posts, absorb: day)
        case .moveDuties(let selection, let name, let taker):
            try moveDuties(selection, of: body(name), to: body(taker))
        case .transfer(let choice, let from, let to, let kind, let withHeads):
            try transfer(choice, from: body(from), to: body(to), kind, withHeads: withHeads)
        case .place(let name, let workplace, let placement):
            try place(of: body(name), workingAt: body(workplace), placement)
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

extension Action {
    /// The body the step is first of all about.
    package var subject: String {
        switch self {
        case .merge(_, let name, _), .abolish(let name, _), .establish(let name, _), .rename(let name, _),
            .amend(let name, _), .fund(let name, _), .cut(let name, _, _, _, _), .setPosts(let name, _, _),
            .moveDuties(_, let name, _), .transfer(_, let name, _, _, _), .place(let name, _, _):
            name
        case .moveHeads(_, _, .body(let name), _), .moveHeads(_, _, _, .body(let name)): name
        case .moveHeads(let kind, _, _, _): kind.name.zh
        }
    }
}
