import Basics
import Registry

extension Expansion {
    /// States, revises, drops and moves duties, and gives them to bodies outside.
    mutating func performDuties(_ action: Action) throws(StepProblem) {
        switch action {
        case .stateDuties(let name, let texts):
            let subject = try body(name)
            for text in texts {
                if register.duties(of: subject.id).contains(where: { $0.text == text }) {
                    note(.nothingToDo(text))
                    continue
                }
                let number = (register.duties(of: subject.id).last?.number ?? 0) + 1
                make(
                    .stateDuty(
                        DutyStatement(id: identifier(), holder: subject.id, number: number, text: text)))
            }
        case .reviseDuty(let selection, let name, let text):
            let subject = try body(name)
            let duty = try one(selection, of: subject)
            guard duty.text != text else { throw .nothingToDo(name) }
            make(.reviseDuty(duty.id, text: text))
        case .dropDuties(let selection, let name):
            let subject = try body(name)
            for duty in try select(selection, of: subject) { drop(duty) }
        case .moveDuties(let selection, let name, let taker):
            let (subject, taker) = try bodies(name, taker)
            try moveDuties(selection, of: subject, to: taker)
        case .hiveOff(let selection, let name, let taker):
            let (subject, taker) = try bodies(name, taker)
            guard [.outside, .township, .managedFromAbove].contains(taker.profile.type) else {
                throw .notOutside(taker.profile.name)
            }
            try moveDuties(selection, of: subject, to: taker)
        default: break
        }
    }

    /// Moves the selected duties to the end of the taker's text.
    mutating func moveDuties(
        _ selection: Selection, of subject: Institution, to taker: Institution
    ) throws(StepProblem) {
        guard subject.id != taker.id else { throw .repeatedBody(subject.profile.name) }
        for duty in try select(selection, of: subject) { move(duty, to: taker.id) }
    }

    /// The statements a selection means; none is a problem.
    func select(_ selection: Selection, of subject: Institution) throws(StepProblem) -> [DutyStatement] {
        let duties = register.duties(of: subject.id)
        let chosen: [DutyStatement]
        switch selection {
        case .all:
            return duties
        case .numbers(let numbers):
            let missing = numbers.filter { number in !duties.contains { $0.number == number } }
            guard missing.isEmpty else { throw .noSuchDuty(subject.profile.name, .numbers(missing)) }
            chosen = duties.filter { numbers.contains($0.number) }
        case .containing(let text):
            chosen = duties.filter { $0.text.contains(text) }
        }
        guard !chosen.isEmpty else { throw .noSuchDuty(subject.profile.name, selection) }
        return chosen
    }

    /// The one statement a selection means.
    func one(_ selection: Selection, of subject: Institution) throws(StepProblem) -> DutyStatement {
        let chosen = try select(selection, of: subject)
        guard chosen.count == 1 else { throw .whichDuty(subject.profile.name, matter: selection.words.zh) }
        return chosen[0]
    }

    /// Moves a statement to the end of another body's text.
    mutating func move(_ duty: DutyStatement, to holder: Institution.ID) {
        make(.moveDuty(duty.id, to: holder, number: (register.duties(of: holder).last?.number ?? 0) + 1))
    }

    /// Drops a statement and ends its parts in matters. Where nobody else leads such a matter, that is put on record.
    mutating func drop(_ duty: DutyStatement) {
        for matter in register.matters(of: duty.id) {
            make(.leaveMatter(matter, duty.id))
            if let left = register.matters[matter], left.faults > 0, left.parts.isEmpty, left.gaps.isEmpty {
                make(.setGap(matter, .everywhere, true))
            }
        }
        make(.dropDuty(duty.id, reason: plan.reason))
    }
}
