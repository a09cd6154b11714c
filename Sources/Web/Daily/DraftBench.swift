import Accounts
import Basics
import HTML
import Office
import Papers
import Procedure
import Registry

/// A draft under way on a page (填报中): the forms so far, and the one that is being filled in. It travels with the page, so
/// that nothing typed is lost and nothing is kept for whoever goes away.
struct DraftBench {
    /// The forms with what was typed; never empty.
    var forms: [FilledForm]
    /// The form that is being filled in, from 0.
    var place: Int
    /// What it is about, as it was typed.
    var title = ""
    /// The day as it was typed.
    var day = ""
    /// The document of the reform as it was typed.
    var reform = ""
    /// The organ that moves it.
    var organ = ""
    /// The position of the register that it was begun on.
    var against: Int
    /// What makes it another than any with equal forms, and sent twice the same.
    let seed: Identifier<DailyDraft>
    /// The motion that is to be moved again; nil for a new one.
    var again: Int?
    /// The body that it was begun for.
    var about: Institution.ID?
    /// Fields that came more than once.
    var repeated: Set<String> = []
    /// What is shown in a field where something else stands for it, by the name of the field.
    var shown: [String: String] = [:]
    /// What was taken for what was typed, by the name of the field.
    var taken: [String: String] = [:]
    /// What can mean several things, by the name of the field.
    var unsettled: [String: [Unsettled]] = [:]

    /// The form that is being filled in.
    var form: ChangeForm? { ChangeForm.form(forms[place].code) }

    /// The draft; on the day given where none was typed.
    func draft(orOn today: Day) -> DailyDraft {
        DailyDraft(
            title: title, day: typedDay(day) ?? today, reform: Citation(reform), against: against, seed: seed,
            forms: forms)
    }

    /// The name of a field of a form on the wire.
    static func name(_ place: Int, _ key: String) -> String { "a\(place)-\(key)" }

    /// What stands in a field of several lines.
    static func lines(_ answer: String) -> [String] {
        answer.split { $0 == "、" || $0.isNewline }.map { String($0).trimmed.normalised }.filter { !$0.isEmpty }
    }

    /// A field of a form as it is shown and sent back.
    func wire(_ place: Int, _ key: String) -> String {
        shown[DraftBench.name(place, key)] ?? forms[place].answers[key] ?? ""
    }
}

extension Visit {
    /// The forms that the viewer fills in: a contact's few, or all.
    var formsAtHand: [ChangeForm] { may(.move) ? ChangeForm.all : ChangeForm.forContacts }

    /// A bench with one empty form, filled in as far as the address says for whom it is.
    func newBench(_ form: ChangeForm) -> DraftBench {
        var source = SystemRandomNumberGenerator()
        let place = contactBody
        var bench = DraftBench(
            forms: [FilledForm(form.code, prefilled(form))], place: 0, against: asOf.position,
            seed: Identifier(from: &source))
        bench.day = today.description
        bench.organ = may(.move) ? say("编办", "Establishment office") : place?.profile.name ?? ""
        bench.about = query["body"].flatMap { Institution.ID($0) }
        // What it is about is known where the body is.
        if let body = bench.forms[0].answers["body"] ?? bench.forms[0].answers["from"], Institution.ID(body) == nil {
            let title = say("\(body)\(form.name.zh)", "\(form.name.en.capitalisedFirst): \(body)")
            if title.count <= DailyDraft.longestTitle { bench.title = title }
        }
        return bench
    }

    /// The body that a contact answers for, where it is one.
    private var contactBody: Institution? {
        guard case .bodies(let own) = reach(of: .requestHeads) else { return nil }
        return own.min().flatMap { register.institutions[$0] }
    }

    /// A bench with the draft of a motion, to be mended and moved again. Personal data in it are shown, which stays on record.
    func bench(again number: Int) throws -> DraftBench {
        let (motion, written) = try motionToMend(number)
        let old = written.draft
        let isPersonal = old.forms.contains { filled in
            filled.answers.keys.contains { ChangeForm.form(filled.code)?.item($0)?.isPersonal ?? false }
        }
        if isPersonal { try record(.personalShown, what: "motion \(number)") }
        var source = SystemRandomNumberGenerator()
        var bench = DraftBench(
            forms: old.forms, place: 0, against: asOf.position, seed: Identifier(from: &source))
        bench.title = old.title
        bench.day = old.day.description
        bench.reform = old.reform?.description ?? ""
        bench.organ = motion.subject.organ
        bench.again = number
        return bench
    }

    /// The bench as a page sent it back.
    func sentBench() throws(Denial) -> DraftBench {
        let codes = form.all("f")
        guard (1...DailyDraft.mostForms).contains(codes.count), let place = form["place"].flatMap({ Int($0) }),
            codes.indices.contains(place)
        else { throw .unreadable }
        var repeated: Set<String> = []
        var forms: [FilledForm] = []
        for (index, code) in codes.enumerated() {
            guard let known = ChangeForm.form(code) else { throw .unreadable }
            var answers: [String: String] = [:]
            for item in known.items {
                let name = DraftBench.name(index, item.key)
                let sent = form.all(name)
                answers[item.key] = item.isOfSeveral ? sent.joined(separator: "\n") : sent.first ?? ""
                if form.isRepeated(name), !item.isOfSeveral { repeated.insert(name) }
            }
            forms.append(FilledForm(code, answers))
        }
        var source = SystemRandomNumberGenerator()
        func text(_ name: String) -> String {
            if form.isRepeated(name) { repeated.insert(name) }
            return form.all(name).first?.trimmed.normalised ?? ""
        }
        var bench = DraftBench(
            forms: forms, place: place, against: form["against"].flatMap { Int($0) } ?? asOf.position,
            seed: form["seed"].flatMap { Identifier($0) } ?? Identifier(from: &source))
        bench.title = text("title")
        bench.day = text("day")
        bench.reform = text("reform")
        bench.organ = text("organ")
        bench.again = form["again"].flatMap { Int($0) }
        bench.about = form["about"].flatMap { Institution.ID($0) }
        bench.repeated = repeated
        let register = register(of: bench).register
        for (place, filled) in bench.forms.enumerated() {
            for item in ChangeForm.form(filled.code)?.items ?? [] where item.kind.pick != nil {
                if let answer = filled.answers[item.key] { put(answer, item, at: place, into: &bench, register) }
            }
        }
        return bench
    }

    /// What an address says of a form: the body, the person, the use.
    private func prefilled(_ form: ChangeForm) -> [String: String] {
        var answers: [String: String] = [:]
        let reach = reach(of: .requestHeads)
        func at(_ id: Institution.ID?) -> Institution? {
            id.flatMap { register.institutions[$0] }.flatMap { reach.holds($0.id, in: register) ? $0 : nil }
        }
        let person = query["person"].flatMap { Person.ID($0) }.flatMap { register.people[$0] }
            .flatMap { reach.holds($0, in: register) ? $0 : nil }
        let place = person?.places.first { at($0.institution) != nil }
        var body = at(query["body"].flatMap { Institution.ID($0) })
        if let use = query["use"].flatMap({ Reservation.ID($0) }), form.item("use") != nil,
            let reservation = register.ledger.reservations[use], let holder = at(reservation.account.holder.institution)
        {
            answers["use"] = use.description
            body = holder
            if form.item("kind") != nil { answers["kind"] = say(reservation.account.commodity.name) }
        }
        let named = place.flatMap { at($0.institution) } ?? body
        for item in form.items {
            switch item.kind {
            case .person: answers[item.key] = person?.id.description
            case .body where item.isRequired && (item.key == "body" || item.key == "from"):
                answers[item.key] = named?.profile.name
            case .closedBody: answers[item.key] = body?.id.description
            case .holder where item.key == "to" || item.key == "holder": answers[item.key] = body?.profile.name
            default: break
            }
        }
        if let place, answers["kind"] == nil, form.item("person") != nil {
            for key in ["kind", "from-kind"] where form.item(key) != nil { answers[key] = say(place.kind.name) }
        }
        for key in ["duty", "matter", "act", "changes"] where form.item(key) != nil { answers[key] = query[key] }
        return answers
    }
}
