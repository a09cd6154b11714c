import Basics
import Registry

/// What a draft comes to on a register: changes form by form, or what is wrong with them (展开).
struct DailyExpansion: Sendable {
    /// The changes of each form, in order; none where something is wrong with it.
    private(set) var changes: [[Change]] = []
    /// What is wrong, form by form and field by field.
    private(set) var problems: [FieldProblem] = []
    /// The personal data to be sealed, in order.
    private(set) var personal: [PersonalSealing] = []
    /// The register of its day before it.
    let before: Register
    /// What its changes are made on: the register before without what the draft takes back, since that counts as never
    /// having happened.
    private(set) var ground: Register
    private let history: History
    private let written: WrittenDaily
    private let seals: Seals

    /// All changes in order.
    var all: [Change] { changes.flatMap { $0 } }

    /// What kind of decision it is: one that takes something back is a correction.
    var basis: Act.Basis { all.contains(where: \.takesBack) ? .correction : .daily }

    /// Makes the changes of each form on the register that the forms before it left.
    init(_ written: WrittenDaily, in history: History, seals: Seals? = nil) {
        self.history = history
        self.written = written
        self.seals = seals ?? .standIns(written.digest)
        before = history.register(on: written.draft.day)
        ground = before
        ground = history.register(on: written.draft.day, takingBack: takenBack)
        var trace = ground
        var newcomers: [Int: Person.ID] = [:]
        for (index, filled) in written.draft.forms.enumerated() {
            let made = expand(filled, at: index, in: trace, newcomers)
            changes.append(made)
            for change in made {
                if case .registerPerson(let id, _, _, _, _, _) = change { newcomers[index] = id }
                trace.suppose(change)
            }
        }
    }

    /// What the draft takes back, found before anything else of it: that asks for nothing but the history.
    private var takenBack: [Change] {
        // What is wrong with these forms is said in their turn.
        var apart = self
        return written.draft.forms.enumerated().filter { $1.code == ChangeForm.takingBack }
            .flatMap { apart.expand($1, at: $0, in: before, [:]) }
    }

    private mutating func expand(
        _ filled: FilledForm, at index: Int, in register: Register, _ newcomers: [Int: Person.ID]
    ) -> [Change] {
        guard let form = ChangeForm.form(filled.code) else {
            problems.append(
                FieldProblem(
                    form: index, field: nil, code: "unknown-form",
                    wording: Wording(zh: "没有“\(filled.code)”这种表单。", en: "There is no form “\(filled.code)”.")))
            return []
        }
        let known = problems.count
        var values: [String: FieldValue] = [:]
        for key in filled.answers.keys.sorted() where form.item(key) == nil {
            problems.append(
                FieldProblem(
                    form: index, field: nil, code: "unknown-field",
                    wording: Wording(zh: "表单中没有“\(key)”这一项。", en: "The form has no field “\(key)”.")))
        }
        for field in form.items {
            do throws(AnswerFault) {
                values[field.key] = try field.read(
                    filled.answers[field.key] ?? "", in: register, newcomers: newcomers)
            } catch {
                problems.append(FieldProblem(form: index, field: field.key, code: error.code, wording: error.wording))
            }
        }
        guard problems.count == known else { return [] }
        var filling = Filling(
            form, at: index, in: register, of: history, on: written.draft.day, values, seals: seals,
            digest: written.digest)
        let changes = form.changes(&filling)
        problems += filling.problems
        personal += filling.personal
        return filling.problems.isEmpty ? changes : []
    }

    mutating func refuse(_ more: [FieldProblem]) { problems += more }

    /// The changes with the register that each was made on: what a competence table is asked of it.
    var asked: [(changes: [Change], register: Register)] { history.asked(of: all, on: ground) }
}

extension DailyExpansion {
    /// The digest of what would be done, by which it is known again: the day and the changes, with stand-ins for what is
    /// to be sealed.
    func digest(on day: Day) -> Digest {
        var writer = CanonicalWriter()
        writer.text("sanding/1/daily/changes")
        writer.day(day)
        writer.list(all) { $1.encode(to: &$0) }
        return Digest(sha256: writer.bytes)
    }
}
