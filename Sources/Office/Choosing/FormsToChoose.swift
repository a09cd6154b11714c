import Basics

extension ChangeForm {
    /// The forms that what was typed may mean, by their names and what they are for in either language, in the order in which
    /// they are offered; all of them where nothing was typed.
    package static func meant(by typed: String) throws(OfficeFailure) -> [ChangeForm] {
        guard typed.contains(where: { !$0.isWhitespace }) else { return all }
        let shelf = try ChoiceShelf(
            all.map { form in
                let words = [form.name, form.purpose, form.group.name]
                return .init(subject: form.code, texts: words.flatMap { [(.name, $0.zh), (.name, $0.en)] })
            })
        let found = Set(shelf.find(typed, atMost: all.count) { _ in true }.matches.map(\.subject))
        return all.filter { found.contains($0.code) }
    }
}
