import Basics
import Reform
import Registry
import Storage

/// What would come of a draft if it were decided now (试办): what is wrong with it, what would be refused and why, what would
/// change.
package struct DailyTrial: Sendable {
    /// What is wrong, form by form and field by field.
    package let problems: [FieldProblem]
    /// What the register would refuse.
    package let refusal: DailyRefusal?
    /// What would change, in order; personal data and reasons under stand-ins for the digests they will have.
    package let changes: [Change]
    /// Everything that would change, in order, as people read it; what of it belongs to which form.
    package let sentences: [(form: Int, wording: Wording)]
    /// The accounts that would change.
    package let effects: [AccountEffect]
    /// The lines of the ledger, in order.
    package let lines: [LedgerLine]
    /// The register of the day before it.
    package let before: Register
    /// The register after it; as before where it is refused.
    package let after: Register
    /// By what it is known again when it is decided.
    package let digest: Digest
    /// Decisions recorded since it was written that touch what it touches, by position: whoever wrote it has not seen them.
    package let news: [Int]
    /// Decisions recorded after those of which it takes something back that are about the same, by position: what may build
    /// upon that.
    package let later: [Int]

    /// Whether it would go through.
    package var passes: Bool { problems.isEmpty && refusal == nil }
}

/// What the register refuses of a draft, and the way out.
package struct DailyRefusal: Sendable {
    /// The register's refusal.
    package let refusal: Refusal
    /// The form that there is no ground for, from 0; nil where it is the sum of all that is refused.
    package let form: Int?
    /// The stable code.
    package var code: String { refusal.code }
    /// Why.
    package let wording: Wording
    /// What can be done about it.
    package let wayOut: Wording

    init(_ refusal: Refusal, form: Int?, in register: Register) {
        self.refusal = refusal
        self.form = form
        wording = refusal.wording(in: register)
        wayOut = refusal.wayOut(in: register)
    }
}

extension Desk {
    /// Tries a draft, by the very judge that decides whether it may be recorded: nothing is written.
    package func tryDraft(_ draft: DailyDraft, at instant: Instant) throws(OfficeFailure) -> DailyTrial {
        try tryDaily(WrittenDaily(draft), at: instant)
    }

    /// Tries a draft with its text.
    package func tryDaily(_ written: WrittenDaily, at instant: Instant) throws(OfficeFailure) -> DailyTrial {
        let expansion = try expandDaily(written)
        let (changes, day) = (expansion.all, written.draft.day)
        var refusal: DailyRefusal?
        var after = expansion.before
        if expansion.problems.isEmpty {
            do throws(Refusal) {
                let recorded = max(instant, history.lastRecorded ?? instant)
                let act = provisional(expansion, written.draft, on: today(at: instant))
                after = try history.judge(act, recorded: recorded).register
            } catch {
                let form = expansion.firstWithoutGround(
                    reform: written.draft.reform, on: day, recorded: today(at: instant))
                refusal = DailyRefusal(error, form: form, in: expansion.after)
            }
        }
        let shown = refusal == nil ? after : expansion.after
        let touched = changes + history.takenBack(by: changes).map(\.dated.change)
        var sides = ActSides(history)
        return DailyTrial(
            problems: expansion.problems, refusal: refusal, changes: changes,
            sentences: expansion.changes.enumerated().flatMap { form, changes in
                changes.map { (form, sides.wording(of: $0, from: expansion.before, to: shown)) }
            },
            effects: accountEffects(of: touched, from: expansion.before, to: shown), lines: changes.flatMap(\.lines),
            before: expansion.before, after: after, digest: expansion.digest(on: day),
            news: news(since: written.draft.against, touching: touched, in: expansion.before),
            later: history.later(thanTakenBackBy: changes))
    }

    /// What a draft comes to on the register of its day, with what only the index of numbers knows.
    func expandDaily(_ written: WrittenDaily, seals: Seals? = nil) throws(OfficeFailure) -> DailyExpansion {
        var expansion = DailyExpansion(written, in: history, seals: seals)
        expansion.refuse(try numbersTaken(expansion.personal))
        return expansion
    }

    /// Numbers that somebody has already: a second person would be made of one.
    private func numbersTaken(_ sealings: [PersonalSealing]) throws(OfficeFailure) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var seen: [String: Person.ID] = [:]
        for sealing in sealings {
            guard let number = sealing.edit.number else { continue }
            // Whose registration was taken back is nobody.
            let registered = (try people(numbered: number) ?? []).filter { history.latest.people[$0] != nil }
            let known = registered + [seen[number]].compactMap { $0 }
            if let other = known.first(where: { $0 != sealing.person }) {
                let name = String(other.description.prefix(8))
                problems.append(
                    FieldProblem(
                        form: sealing.form, field: "number", code: "number-taken",
                        wording: Wording(
                            zh: "台账中已有此身份证号的人员（\(name)…），请对该人员办理。",
                            en: "Somebody in the register has this number (\(name)…): work on them.")))
            }
            seen[number] = sealing.person
        }
        return problems
    }

    /// An Act of these changes as it would be recorded, on a document that has no number yet.
    private func provisional(_ expansion: DailyExpansion, _ draft: DailyDraft, on today: Day) -> Act {
        guard let citation = Citation(issuer: "未定文号", year: 2000, number: 1) else { preconditionFailure("a citation") }
        return Act(
            command: Identifier(high: draft.seed.high, low: ~draft.seed.low),
            document: Document(citation: citation, title: .none, decided: today), basis: expansion.basis,
            reform: draft.reform, drafter: Identifier(high: 0, low: 0),
            changes: expansion.all.map { DatedChange(draft.day, $0) })
    }

    private func news(since position: Int, touching changes: [Change], in before: Register) -> [Int] {
        guard position < history.position else { return [] }
        let own = Footprint(of: changes, in: before)
        return history.entries[max(position, 0)...].filter { entry in
            let other = Footprint(of: entry.act.changes.map(\.change), in: before)
            return !own.intersection(other).isEmpty
        }.map(\.position)
    }
}

extension DailyExpansion {
    /// The register as the changes would leave it, whether they may be or not.
    var after: Register {
        var register = ground
        for change in all { register.suppose(change) }
        return register
    }

    /// The first form with a change for which there is no ground.
    fileprivate func firstWithoutGround(reform: Citation?, on day: Day, recorded: Day) -> Int? {
        var register = ground
        for (form, changes) in changes.enumerated() {
            for change in changes {
                do throws(Refusal) {
                    try register.requireGround(for: change, basis: basis, reform: reform, on: day, recorded: recorded)
                } catch { return form }
                register.suppose(change)
            }
        }
        return nil
    }
}

extension OfficeFailure {
    /// What the register refuses of a draft.
    init(_ refusal: DailyRefusal) {
        self.init(
            .refusal, refusal.code, zh: refusal.wording.zh + refusal.wayOut.zh,
            en: refusal.wording.en + " " + refusal.wayOut.en)
    }
}
