import Accounts
import HTML
import Office
import Registry

/// What a list is narrowed to that is chosen by part of its name (选取筛选). The address names it by its identifier; the field
/// shows what it is called.
struct FilterPick {
    /// The field as the filter shows it, with what is wrong with what was typed.
    let field: FormField
    /// The body that the address names, and that is there on that day, within reach; nil where the list isn't narrowed to one.
    var chosen: Institution.ID?
    /// Where to go on, where what was typed means one thing: the same address, with its identifier.
    let location: Link?
}

extension Visit {
    /// The field of a filter for a body, or for any holder of heads, as the address has it.
    /// - Parameter path: the list that is narrowed.
    func filterPick(
        _ name: String, _ label: String, _ pick: Pick = .bodies, of path: [String]
    ) throws(OfficeFailure) -> FilterPick {
        var field = FormField(
            name: name, label: label, isOptional: true, longest: Visit.longestTyped,
            suggestions: asOf.link(["choose", pick.rawValue]))
        guard let typed = query[name].map({ String($0.prefix(Visit.longestTyped)) }) else {
            return FilterPick(field: field, location: nil)
        }
        let reach = reach(of: .readRegister)
        if let called = called(typed, pick, within: reach) {
            field.value = called
            return FilterPick(field: field, chosen: Institution.ID(typed), location: nil)
        }
        if Institution.ID(typed) != nil {
            field.fault = say(
                "网址中的机构在这一天没有登记，或者不在您的范围内。请重新选择。",
                "The body of the address isn't in the register on that day, or is out of your reach. Choose again.")
            return FilterPick(field: field, location: nil)
        }
        field.value = typed
        if let code = code(of: typed, pick, within: reach) {
            return FilterPick(field: field, location: narrowed(path, name, to: code))
        }
        let (found, total) = try candidates(pick, typed, asOf, within: reach)
        let whole = found.filter(\.isWhole)
        // What has no identifier here leads nowhere, least of all round and round.
        let known = found.compactMap { one in code(of: one.value, pick, within: reach).map { (one: one, code: $0) } }
        if let only = whole.count == 1 ? whole[0] : total == 1 ? found.first : nil,
            let code = known.first(where: { $0.one.value == only.value })?.code
        {
            return FilterPick(field: field, location: narrowed(path, name, to: code))
        }
        field.fault =
            total == 0
            ? say("没有与“\(typed)”相符的。", "Nothing fits “\(typed)”.")
            : say("与“\(typed)”相符的有\(total)个，请选一个，或再写几个字。", "\(total) fit “\(typed)”: choose one, or write more of it.")
        field.candidates = known.map { one, code in
            FormField.Choice(way: .link(narrowed(path, name, to: code)), title: one.title, detail: one.detail)
        }
        return FilterPick(field: field, location: nil)
    }

    /// What is called what the address names by its identifier; nil where it names none. What is out of reach, or unknown, has
    /// no name here.
    private func called(_ text: String, _ pick: Pick, within reach: Reach) -> String? {
        if pick == .holders, let pool = Holder(code: text) { return pool.name.map(say) }
        guard Institution.ID(text) != nil else { return nil }
        return candidate(pick, text, in: register, within: reach)?.value
    }

    /// The identifier of what a whole name or a mark means.
    private func code(of text: String, _ pick: Pick, within reach: Reach) -> String? {
        let pools: [Holder] = [.grant, .districtPool, .turnoverPool, .returned]
        if pick == .holders, reach == .everywhere,
            let pool = pools.first(where: { $0.name?.zh == text || $0.name?.en == text })
        {
            return pool.code
        }
        let id = register.institution(named: text)?.id ?? Mark.read(text, among: register.institutions.keys)
        return id.flatMap { reach.holds($0, in: register) ? $0.description : nil }
    }

    /// This address with another value in a field, from the first page on.
    private func narrowed(_ path: [String], _ name: String, to code: String) -> Link {
        let kept = query.names.filter { !["on", "known", "page", name].contains($0) }
        let pairs = kept.flatMap { kept in query.all(kept).filter { !$0.isEmpty }.map { (name: kept, value: $0) } }
        return asOf.link(path, query: pairs + [(name: name, value: code)])
    }
}
