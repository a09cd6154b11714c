import Accounts
import Basics
import Office
import Registry

/// What may be meant by what stands in a field, where that is more than one thing.
struct Unsettled {
    /// Which of several lines of the field it is, from 0.
    let line: Int
    /// What was typed.
    let typed: String
    /// The first of what may be meant.
    let found: [Candidate]
    /// How much there is in all.
    let total: Int
}

extension Visit {
    /// The register of the day that a draft is for.
    func register(of bench: DraftBench) -> AsOf { asOf(typed: bench.day) }

    /// What is typed where something is chosen is taken as the thing that it means, where it can mean one only; where it can
    /// mean several, they are offered. Nothing else is touched.
    /// - Parameter people: whether people are looked up by name, which stays on record.
    func settle(_ bench: inout DraftBench, people: Bool) throws(OfficeFailure) {
        guard let form = bench.form else { return }
        let day = register(of: bench)
        for item in form.items {
            guard let pick = item.kind.pick, people || pick != .people,
                let answer = bench.forms[bench.place].answers[item.key]
            else { continue }
            let name = DraftBench.name(bench.place, item.key)
            var lines = item.isOfSeveral ? DraftBench.lines(answer) : [answer.trimmed.normalised]
            for (index, typed) in lines.enumerated() where !isExact(typed, pick, in: day.register) {
                let (found, total) = try candidates(
                    pick, typed, day, within: reach(of: .requestHeads), for: form)
                let whole = found.filter(\.isWhole)
                guard let one = whole.count == 1 ? whole[0] : total == 1 ? found.first : nil else {
                    bench.unsettled[name, default: []].append(
                        Unsettled(line: index, typed: typed, found: whole.isEmpty ? found : whole, total: total))
                    continue
                }
                lines[index] = one.value
                bench.taken[name] = say(
                    "按“\(typed)”取：\(one.value)。请核对。", "Taken for “\(typed)”: \(one.value). Please check.")
                if !item.isOfSeveral { fill(form, from: one, into: &bench) }
            }
            put(lines.joined(separator: "\n"), item, into: &bench, day.register)
        }
    }

    /// Puts what was chosen, or typed, into a field: as that which it means, and as it is shown.
    func put(_ text: String, _ item: FormItem, at place: Int? = nil, into bench: inout DraftBench, _ register: Register)
    {
        let place = place ?? bench.place
        guard let pick = item.kind.pick else { return }
        let exact = meant(text, pick, in: register)
        bench.forms[place].answers[item.key] = exact
        if exact != text { bench.shown[DraftBench.name(place, item.key)] = text }
    }

    /// What a text means that ends with a mark; the text itself where it has none.
    private func meant(_ text: String, _ pick: Pick, in register: Register) -> String {
        switch pick {
        case .people: Mark.read(text, among: register.people.keys)?.description ?? text
        case .closedBodies: Mark.read(text, among: register.institutions.keys)?.description ?? text
        case .duties: Mark.read(text, among: register.duties.keys)?.description ?? text
        case .reservations: Mark.read(text, among: register.ledger.reservations.keys)?.description ?? text
        case .matters: Mark.read(text, among: register.matters.keys)?.description ?? text
        case .bodies, .holders: text
        }
    }

    /// Whether a text means one thing and can't mean another: a name that one alone bears, or an identifier.
    private func isExact(_ text: String, _ pick: Pick, in register: Register) -> Bool {
        switch pick {
        case .bodies: Institution.ID(text) != nil || register.institution(named: text) != nil
        case .holders:
            Institution.ID(text) != nil || register.institution(named: text) != nil
                || [Holder.grant, .districtPool, .turnoverPool, .returned].contains {
                    $0.name?.zh == text || $0.name?.en == text
                }
        case .closedBodies: Institution.ID(text) != nil
        // Whoever an earlier form of the draft registers is named by its number.
        case .people: Person.ID(text) != nil || (text.first == "#" && Int(text.dropFirst()) != nil)
        case .matters: Matter.ID(text) != nil || register.matters.values.count { $0.name == text } == 1
        case .duties: DutyStatement.ID(text) != nil
        case .reservations: Reservation.ID(text) != nil
        }
    }

    /// Fills with what is known of whom was chosen what must be filled and is not.
    private func fill(_ form: ChangeForm, from candidate: Candidate, into bench: inout DraftBench) {
        for (key, value) in candidate.fills {
            guard let item = form.item(key), item.isRequired,
                (bench.forms[bench.place].answers[key] ?? "").trimmed.isEmpty
            else { continue }
            bench.forms[bench.place].answers[key] = value
        }
    }
}

extension FormItem {
    /// Whether several things are chosen in it.
    var isOfSeveral: Bool { if case .bodies = kind { true } else { false } }
}
