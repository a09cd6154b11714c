import Basics

extension Register {
    /// The living bodies a person can mean by a name as people type it: the full name; else a short name or office
    /// code; else a name that ends with it; else one that contains it. In the order of names.
    package func institutions(matching text: String) -> [Institution] {
        if let exact = institution(named: text) { return [exact] }
        guard !text.isEmpty else { return [] }
        let living = institutions.values.filter(\.isActive)
        for matches in [
            { (body: Institution) in body.profile.shortName == text || body.profile.officeCode == text },
            { body in body.profile.name.hasSuffix(text) },
            { body in body.profile.name.contains(text) },
        ] {
            let found = living.filter(matches)
            if !found.isEmpty { return found.sorted { ($0.profile.name, $0.id) < ($1.profile.name, $1.id) } }
        }
        return []
    }
}
