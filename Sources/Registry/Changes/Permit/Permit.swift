import Basics

/// What `permit` has to know of the Act beside the change.
struct Circumstances {
    /// What kind of decision it is.
    let basis: Act.Basis
    /// The reform it is part of.
    let reform: Citation?
    /// The day the change takes effect.
    let day: Day
    /// Whether that day is after the day the Act is recorded.
    let isFuture: Bool
}

extension Register {
    /// Refuses a change for which there is no ground in the register as it stands just before it. Conditions on
    /// sums are looked at when the whole Act is done (`Invariant`), since within an Act they may be open for a moment.
    func permit(_ change: Change, _ now: Circumstances) throws(Refusal) {
        switch change {
        case .establish, .abolish, .restore, .amend, .hangPlate, .removePlate, .addUnit, .dropUnit, .lock, .unlock:
            try permitBody(change, now)
        case .move, .exchange, .setCeiling, .setUnknown, .reserve, .settle, .void, .expire:
            try permitLedger(change, now)
        case .stateDuty, .reviseDuty, .moveDuty, .dropDuty, .defineMatter, .joinMatter, .leaveMatter, .setGap:
            try permitDuty(change)
        case .registerPerson, .amendPersonal, .setDisputed, .enrol, .leave, .transfer, .appoint, .setPosition,
            .setWorkplace, .setStatus:
            try permitPerson(change, now)
        case .openTolerance, .moveTolerance, .closeTolerance:
            try permitTolerance(change, now)
        case .adoptRules(let code, let digest):
            guard rules[code]?.digest != digest else { throw .unchanged }
            try notBlank(code)
        case .repealRules(let code):
            guard rules[code] != nil else { throw .unknownRules(code) }
        case .reverse:
            // Whether it is there to be reversed is known to the history alone.
            guard now.basis.mayTakeBack else { throw .notByThisAct }
        }
    }

    /// The living body, or why there is none.
    func living(_ id: Institution.ID) throws(Refusal) -> Institution {
        guard let body = institutions[id] else { throw .unknownInstitution(id) }
        guard body.isActive else { throw .closedInstitution(id) }
        return body
    }

    /// The living body, unless another reform has it locked.
    @discardableResult
    func unlocked(_ id: Institution.ID, _ now: Circumstances) throws(Refusal) -> Institution {
        let body = try living(id)
        try unlocked(body, now)
        return body
    }

    /// Throws where another reform has a living body locked.
    func unlocked(_ body: Institution, _ now: Circumstances) throws(Refusal) {
        if let reform = body.lock, reform != now.reform { throw .locked(body.id, reform) }
    }

    private func permitTolerance(_ change: Change, _ now: Circumstances) throws(Refusal) {
        switch change {
        case .openTolerance(let invariant, let measure, let cause):
            switch (now.basis, cause) {
            // Undoing a plan brings back what was put up with before it.
            case (.opening, .baseline), (.plan, .absorption), (.counter, _): break
            default: throw .notByThisAct
            }
            guard HeadcountLedger.counts.contains(measure) else { throw .countOutOfRange(measure) }
            guard invariant.isTolerable, tolerances[invariant] == nil else { throw .notTolerable(invariant) }
        case .moveTolerance(let from, let to):
            guard now.basis == .plan || now.basis == .counter else { throw .notByThisAct }
            guard tolerances[from] != nil else { throw .unknownTolerance(from) }
            guard to.isTolerable, from != to, from.code == to.code else { throw .notTolerable(to) }
        case .closeTolerance(let invariant):
            guard tolerances[invariant] != nil else { throw .unknownTolerance(invariant) }
        default:
            break
        }
    }
}
