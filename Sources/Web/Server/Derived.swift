import Basics
import Diagnosis
import Office
import Registry
import Synchronization

/// What costs more than a page and stays good until the register moves: kept by the position it is of.
final class Derived: Sendable {
    private struct State {
        var findings = OfDays<Found>()
        var texts: [(day: Day?, position: Int, texts: SearchTexts)] = []
        var bodies = OfDays<Bodies>()
        var people = OfDays<[Person]>()
        var histories = Kept<Institution.ID, BodyHistory>()
        var lineages = Kept<Institution.ID, Lineage>()
        var trend = OfDays<[FindingTrend.Point]>()
        var statements = Kept<Holder, LedgerStatement>()
        var contents = Kept<Int, ActContents>()
        var choices: [ChoicesOfDay] = []
    }

    /// What was found in a register, and what of it touches each body: their pages go over no other's.
    private struct Found {
        let all: [Finding]
        let ofBodies: [Institution.ID: [Finding]]

        init(_ all: [Finding]) {
            self.all = all
            var ofBodies: [Institution.ID: [Finding]] = [:]
            for finding in all {
                let bodies = (finding.subjects + finding.related).compactMap { subject in
                    if case .institution(let id) = subject { id } else { nil }
                }
                for id in Set(bodies) { ofBodies[id, default: []].append(finding) }
            }
            self.ofBodies = ofBodies
        }
    }

    /// What is chosen out of on a day, as far as anybody asked.
    private struct ChoicesOfDay {
        let day: Day
        let position: Int
        var bodies: ChoiceShelf<Institution.ID>?
        var matters: ChoiceShelf<Matter.ID>?
        var duties: ChoiceShelf<DutyStatement.ID>?
        var reservations: ChoiceShelf<Reservation.ID>?
        var people: PeopleToChoose?
        var namedPeople: PeopleToChoose?
    }

    /// The bodies of a register, and what they come to together.
    private struct Bodies {
        let lines: [BodyLine]
        let figures: [HeadFigures]
        let order: NameOrder
    }

    /// What was made lately of the register of a day, as known at a position.
    private struct OfDays<Value: Sendable>: Sendable {
        private var values: [(day: Day, position: Int, value: Value)] = []

        func value(on day: Day, at position: Int) -> Value? {
            values.first { $0.day == day && $0.position == position }?.value
        }

        mutating func keep(_ value: Value, on day: Day, at position: Int) {
            values.append((day, position, value))
            if values.count > 8 { values.removeFirst() }
        }
    }

    /// What was made last of a position; as soon as the register moves, none of it is good any more.
    private struct Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
        private var position = 0
        private var values: [Key: Value] = [:]
        private var order: [Key] = []

        func value(of key: Key, at position: Int) -> Value? { self.position == position ? values[key] : nil }

        mutating func keep(_ value: Value, of key: Key, at position: Int) {
            if self.position != position { self = Kept(position: position) }
            if values.updateValue(value, forKey: key) == nil { order.append(key) }
            if order.count > 64 { values[order.removeFirst()] = nil }
        }

        init(position: Int = 0) { self.position = position }
    }

    private let state = Mutex(State())
    /// One at a time looks at the register whole; the others wait for what it finds.
    private let looking = Mutex(())
    private let motionShelf = Mutex(MotionShelf())

    /// The findings of a register, if they are known; they are never waited for.
    func knownFindings(of asOf: AsOf) -> [Finding]? { known(asOf)?.all }

    /// The findings of a register that touch a body, if they are known.
    func knownFindings(of asOf: AsOf, touching body: Institution.ID) -> [Finding]? {
        known(asOf).map { $0.ofBodies[body] ?? [] }
    }

    /// The findings of a register, looked for where they are not known.
    func findings(of asOf: AsOf, on desk: SharedDesk) throws(OfficeFailure) -> [Finding] {
        try found(asOf, on: desk).all
    }

    /// The findings of a register that touch a body, looked for where they are not known.
    func findings(
        of asOf: AsOf, touching body: Institution.ID, on desk: SharedDesk
    ) throws(OfficeFailure) -> [Finding] {
        try found(asOf, on: desk).ofBodies[body] ?? []
    }

    private func known(_ asOf: AsOf) -> Found? {
        state.withLock { $0.findings.value(on: asOf.effectiveDay, at: asOf.position) }
    }

    private func found(_ asOf: AsOf, on desk: SharedDesk) throws(OfficeFailure) -> Found {
        try looking.withLock { _ throws(OfficeFailure) in
            if let known = known(asOf) { return known }
            let past = desk.desk().known(at: asOf.position)
            let (register, thresholds) = try past.view(on: asOf.effectiveDay, today: asOf.today)
            let found = Found(try past.look(at: register, thresholds: thresholds))
            state.withLock { $0.findings.keep(found, on: asOf.effectiveDay, at: asOf.position) }
            return found
        }
    }

    /// The texts of the register that is looked at as they are searched: those of today are kept, and those of the last other
    /// day that was asked for.
    /// - Parameter desk: one as of the position that is looked at.
    func searchTexts(of asOf: AsOf, at desk: Desk) throws(OfficeFailure) -> SearchTexts {
        let day = asOf.isPresent ? nil : asOf.effectiveDay
        let position = desk.history.position
        if let known = state.withLock({ $0.texts.first { $0.day == day && $0.position == position } }) {
            return known.texts
        }
        let texts = try desk.searchTexts(on: day, people: .withheld)
        state.withLock { state in
            state.texts.removeAll { ($0.day == nil) == (day == nil) }
            state.texts.append((day, position, texts))
        }
        return texts
    }

    /// Bodies to choose from on a day.
    func bodiesToChoose(_ asOf: AsOf, of desk: SharedDesk) throws(OfficeFailure) -> ChoiceShelf<Institution.ID> {
        if let known = choices(of: asOf)?.bodies { return known }
        let made = try desk.desk().bodiesToChoose(in: asOf.register, through: asOf.effectiveDay)
        keepChoices(of: asOf) { $0.bodies = made }
        return made
    }

    /// Matters to choose from on a day.
    func mattersToChoose(_ asOf: AsOf) throws(OfficeFailure) -> ChoiceShelf<Matter.ID> {
        if let known = choices(of: asOf)?.matters { return known }
        let made = try asOf.register.mattersToChoose()
        keepChoices(of: asOf) { $0.matters = made }
        return made
    }

    /// Duties to choose from on a day.
    func dutiesToChoose(_ asOf: AsOf) throws(OfficeFailure) -> ChoiceShelf<DutyStatement.ID> {
        if let known = choices(of: asOf)?.duties { return known }
        let made = try asOf.register.dutiesToChoose()
        keepChoices(of: asOf) { $0.duties = made }
        return made
    }

    /// What is put aside, to choose from on a day.
    func reservationsToChoose(_ asOf: AsOf) throws(OfficeFailure) -> ChoiceShelf<Reservation.ID> {
        if let known = choices(of: asOf)?.reservations { return known }
        let made = try asOf.register.reservationsToChoose()
        keepChoices(of: asOf) { $0.reservations = made }
        return made
    }

    /// People to choose from on a day, without their names.
    func peopleToChoose(_ asOf: AsOf, of desk: SharedDesk) throws(OfficeFailure) -> PeopleToChoose {
        if let known = choices(of: asOf)?.people { return known }
        let made = try desk.desk().peopleToChoose(in: asOf.register, people: .withheld)
        keepChoices(of: asOf) { $0.people = made }
        return made
    }

    /// People to choose from on a day with their names, which are unsealed when the first name is asked for. Who may see them,
    /// and that it is on record, is for whoever asks.
    func namedPeopleToChoose(
        _ asOf: AsOf, of desk: SharedDesk, by right: PeopleRight
    ) throws(OfficeFailure) -> PeopleToChoose {
        if let known = choices(of: asOf)?.namedPeople { return known }
        let made = try desk.desk().peopleToChoose(in: asOf.register, people: right)
        keepChoices(of: asOf) { $0.namedPeople = made }
        // Names are kept of one day only: they are most of what choosing keeps.
        state.withLock { state in
            for index in state.choices.indices where state.choices[index].day != asOf.effectiveDay {
                state.choices[index].namedPeople = nil
            }
        }
        return made
    }

    private func choices(of asOf: AsOf) -> ChoicesOfDay? {
        state.withLock { state in
            state.choices.first { $0.day == asOf.effectiveDay && $0.position == asOf.position }
        }
    }

    private func keepChoices(of asOf: AsOf, _ put: (inout ChoicesOfDay) -> Void) {
        state.withLock { state in
            // What was of another position goes, names with it.
            state.choices.removeAll { $0.position != asOf.position }
            if state.choices.count > 4 { state.choices.removeFirst() }
            let known = state.choices.firstIndex { $0.day == asOf.effectiveDay }
            var choices =
                known.map { state.choices.remove(at: $0) }
                ?? ChoicesOfDay(day: asOf.effectiveDay, position: asOf.position)
            put(&choices)
            state.choices.append(choices)
        }
    }

    /// The lines of all bodies of a register.
    func bodyLines(of asOf: AsOf) -> [BodyLine] { bodies(of: asOf).lines }

    /// What the whole district comes to, by kind: what is unknown is left out.
    func district(of asOf: AsOf) -> [HeadFigures] { bodies(of: asOf).figures }

    /// The order of the names of all bodies of a register.
    func nameOrder(of asOf: AsOf) -> NameOrder { bodies(of: asOf).order }

    private func bodies(of asOf: AsOf) -> Bodies {
        if let known = state.withLock({ $0.bodies.value(on: asOf.effectiveDay, at: asOf.position) }) { return known }
        let lines = BodyLine.all(in: asOf.register)
        let figures = HeadFigures.sum(lines.filter(\.isActive).map(\.heads))
        let made = Bodies(lines: lines, figures: figures, order: NameOrder(of: lines))
        state.withLock { $0.bodies.keep(made, on: asOf.effectiveDay, at: asOf.position) }
        return made
    }

    /// Who has not left, as the office's tables list them.
    func people(of asOf: AsOf) -> [Person] {
        if let known = state.withLock({ $0.people.value(on: asOf.effectiveDay, at: asOf.position) }) { return known }
        let made = asOf.register.people.values.filter { $0.exit == nil }.sorted { left, right in
            guard let one = left.origin, let other = right.origin, one != other else { return left.id < right.id }
            return one < other
        }
        state.withLock { $0.people.keep(made, on: asOf.effectiveDay, at: asOf.position) }
        return made
    }

    /// The history of a body as everything recorded makes it.
    func history(of id: Institution.ID, on desk: SharedDesk) -> BodyHistory {
        let position = desk.register.position
        if let known = state.withLock({ $0.histories.value(of: id, at: position) }) { return known }
        let made = BodyHistory(of: id, in: desk.desk().history)
        state.withLock { $0.histories.keep(made, of: id, at: position) }
        return made
    }

    /// What a body came out of and went into.
    func lineage(of id: Institution.ID, on desk: SharedDesk) -> Lineage {
        let position = desk.register.position
        if let known = state.withLock({ $0.lineages.value(of: id, at: position) }) { return known }
        let made = Lineage(of: id, in: desk.desk().history)
        state.withLock { $0.lineages.keep(made, of: id, at: position) }
        return made
    }

    /// How many findings there were at the ends of past quarters, if that is known.
    func knownTrend(of asOf: AsOf) -> [FindingTrend.Point]? {
        state.withLock { $0.trend.value(on: asOf.effectiveDay, at: asOf.position) }
    }

    /// Looks at the register, and at what it was, so that pages find it known.
    func lookAhead(on desk: SharedDesk, today: Day) {
        let present = AsOf(desk: desk, today: today)
        guard (try? findings(of: present, on: desk)) != nil, knownTrend(of: present) == nil,
            let trend = try? FindingTrend(on: desk.desk().known(at: present.position), today: today)
        else { return }
        state.withLock { $0.trend.keep(trend.points, on: today, at: present.position) }
    }

    /// The entries behind a holder's balances.
    func statement(of holder: Holder, _ asOf: AsOf, on desk: SharedDesk) -> LedgerStatement {
        let isPresent = asOf.isPresent
        if isPresent, let known = state.withLock({ $0.statements.value(of: holder, at: asOf.position) }) {
            return known
        }
        let history = desk.desk().history
        let made = LedgerStatement(
            of: holder, in: asOf.known == nil ? history : history.known(at: asOf.position), until: asOf.effectiveDay)
        if isPresent { state.withLock { $0.statements.keep(made, of: holder, at: asOf.position) } }
        return made
    }

    /// The motions, with what happened to them since they were read last.
    func motions(on desk: SharedDesk, at instant: Instant) throws(OfficeFailure) -> MotionShelf {
        try motionShelf.withLock { shelf throws(OfficeFailure) in
            // The desk is taken here, so that none is older than the one before.
            try shelf.bringUpToDate(at: desk.desk(), instant)
            return shelf
        }
    }

    /// What an Act did, in words.
    func contents(of position: Int, on desk: SharedDesk) -> ActContents {
        let head = desk.register.position
        if let known = state.withLock({ $0.contents.value(of: position, at: head) }) { return known }
        let history = desk.desk().history
        let made = ActContents(of: history.entries[position - 1], in: history)
        state.withLock { $0.contents.keep(made, of: position, at: head) }
        return made
    }
}
