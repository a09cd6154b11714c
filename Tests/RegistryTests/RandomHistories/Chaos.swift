import Basics
import Registry

/// Makes up Acts, some of which may be and some not, from a seed: a small district where everything meets everything.
struct Chaos {
    var source: SeededSource
    var today = Day(number: 18_000)
    var documents: [Document] = []
    let bodies: [Institution.ID]
    let people: [Person.ID]
    let duties: [DutyStatement.ID]
    let matters: [Matter.ID]
    let reservations: [Reservation.ID]
    let officers: [Officer.ID]
    let reforms: [Citation]
    var number = 0

    init(seed: UInt64) {
        var source = SeededSource(seed: seed)
        bodies = (0..<9).map { _ in Identifier(from: &source) }
        people = (0..<14).map { _ in Identifier(from: &source) }
        duties = (0..<8).map { _ in Identifier(from: &source) }
        matters = (0..<4).map { _ in Identifier(from: &source) }
        reservations = (0..<8).map { _ in Identifier(from: &source) }
        officers = (0..<3).map { _ in Identifier(from: &source) }
        reforms = [1, 2].compactMap { Citation(issuer: "安编", year: 2020, number: $0) }
        self.source = source
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &source) < percent }
    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &source) }

    mutating func one<Values: Collection>(of values: Values) -> Values.Element? {
        values.randomElement(using: &source)
    }

    mutating func one<Element>(_ first: Element, _ rest: Element...) -> Element {
        rest.randomElement(using: &source).flatMap { chance(100 / (rest.count + 1)) ? first : $0 } ?? first
    }

    /// The next Act and the moment at which it would be recorded.
    mutating func act(on history: History) -> (act: Act, recorded: Instant) {
        today = today.advanced(by: below(8))
        let isOpening = history.position < 4 || chance(2)
        let noon = Instant(milliseconds: (Int64(today.number) * 24 + 4) * 3_600_000)
        let recorded = chance(2) ? Instant(milliseconds: noon.milliseconds - 400 * 86_400_000) : noon
        let day = effectiveDay(history, isOpening)
        let register = history.register(on: day)
        var basis: Act.Basis = isOpening ? .opening : one(.daily, .daily, .daily, .correction, .plan, .plan, .counter)
        let reform = chance(40) ? one(of: reforms) : nil
        var changes: [DatedChange]
        switch isOpening ? 0 : below(10) {
        case 0 where isOpening: changes = opening(history.position, register).map { DatedChange(day, $0) }
        case 0, 1:
            basis = one(.correction, .correction, .counter, .daily)
            changes =
                reversals(history, day)
                + some(in: register, basis, reform).prefix(below(3)).map { DatedChange(day, $0) }
        case 2: changes = merger(in: register).map { DatedChange(day, $0) }
        case 3:
            let later = day.advanced(by: below(30))
            changes =
                some(in: register, basis, reform).map { DatedChange(day, $0) }
                + some(in: history.register(on: later), basis, reform).map { DatedChange(later, $0) }
            if chance(30) { changes.shuffle(using: &source) }
        default: changes = some(in: register, basis, reform).map { DatedChange(day, $0) }
        }
        if chance(1) { changes = [] }
        let act = Act(
            command: Identifier(from: &source), document: document(), basis: basis,
            reform: reform, drafter: officers[below(2)],
            deciders: chance(3) ? officers : [officers[2]], changes: changes)
        return (act, recorded)
    }

    /// The Act again, so that it has more hope: with the breach put up with where that may be, or with less in it.
    mutating func softened(_ act: Act, after refusal: Refusal) -> Act? {
        if case .breaks(let invariant, let excess) = refusal, let softer = puttingUpWith(invariant, excess, in: act) {
            return softer
        }
        guard act.changes.count > 1, chance(60) else { return nil }
        return act.with(changes: Array(act.changes.dropLast()))
    }

    private func puttingUpWith(_ invariant: Invariant, _ excess: Int, in act: Act) -> Act? {
        guard invariant.isTolerable, let last = act.changes.last else { return nil }
        let cause: Tolerance.Cause
        switch act.basis {
        case .opening: cause = .baseline
        case .plan: cause = .absorption(until: last.day.advanced(by: 365))
        default: return nil
        }
        let opened = DatedChange(last.day, .openTolerance(invariant, measure: excess + 1, cause))
        return act.with(changes: act.changes + [opened])
    }

    private mutating func effectiveDay(_ history: History, _ isOpening: Bool) -> Day {
        if isOpening { return today }
        switch below(20) {
        case 0, 1, 2: return today.advanced(by: -below(120))
        case 3, 4: return today.advanced(by: 1 + below(60))
        case 5, 6: return one(of: history.entries)?.act.changes.first?.day ?? today
        default: return today
        }
    }

    private mutating func document() -> Document {
        if chance(15), let known = one(of: documents) {
            return chance(10)
                ? Document(citation: known.citation, title: digest(), decided: known.decided) : known
        }
        number += 1
        let document = Document(
            citation: Citation(issuer: "安编", year: 2021, number: number) ?? reforms[0], title: digest(), decided: today)
        documents.append(document)
        return document
    }

    mutating func digest() -> Digest { Digest(sha256: [UInt8(below(256)), UInt8(below(256))]) }

    private mutating func some(in register: Register, _ basis: Act.Basis, _ reform: Citation?) -> [Change] {
        var fork = register
        var changes: [Change] = []
        for _ in 0...below(4) {
            // Most of what is made up at random is groundless: a few tries find something that has ground.
            for attempt in 0..<5 {
                let change = change(in: fork, basis)
                var next = fork
                let day = today
                let isGrounded: Bool
                do {
                    try next.requireGround(for: change, basis: basis, reform: reform, on: day, recorded: day)
                    isGrounded = true
                } catch {
                    isGrounded = false
                }
                next.suppose(change)
                guard isGrounded || chance(6) || attempt == 4 && chance(20) else { continue }
                fork = next
                changes.append(change)
                if case .defineMatter(let id, _, _, _) = change, chance(80) {
                    let gap = Change.setGap(id, .everywhere, true)
                    changes.append(gap)
                    fork.suppose(gap)
                }
                break
            }
        }
        return changes
    }

    private mutating func reversals(_ history: History, _ day: Day) -> [DatedChange] {
        (0...below(2)).compactMap { _ in
            guard let entry = one(of: history.entries.suffix(chance(60) ? 8 : 100)) else { return nil }
            let index = chance(4) ? 99 : below(entry.act.changes.count)
            return DatedChange(day, .reverse(position: entry.position, index: index))
        }
    }
}

extension Act {
    /// The same Act with other changes.
    func with(changes: [DatedChange]) -> Act {
        Act(
            command: command, document: document, basis: basis, reform: reform, drafter: drafter, deciders: deciders,
            attachments: attachments, plan: plan, rules: rules, reason: reason, changes: changes)
    }
}
