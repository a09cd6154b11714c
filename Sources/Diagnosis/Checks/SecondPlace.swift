import Basics
import Registry

extension Check {
    /// One person in two places (一人占两编).
    package static let secondPlace: Check = Check(
        code: "second-place",
        title: Wording(zh: "一人多处占编", en: "One person in two places"),
        rule: Wording(
            zh: "同一人在两处以上占用编制。", en: "One person holds two places or more on the establishment."),
        severity: .blocking
    ) { register, scope, _ in
        scope.people.compactMap { person in
            guard person.places.count > 1 else { return nil }
            let places = person.places.map { place in
                let name = register.institutions[place.institution]?.profile.name ?? place.institution.description
                return (zh: "“\(name)”（\(place.kind.name.zh)）", en: "\(name) (\(place.kind.name.en))")
            }
            return secondPlace.finding(
                [.person(person.id)],
                related: person.places.map { .institution($0.institution) },
                measures: [Measure(.places, person.places.count)],
                evidence: Wording(
                    zh: "同时在\(places.count)处占编：" + places.map(\.zh).joined(separator: "、") + "。",
                    en: "Holds \(places.count) places: " + places.map(\.en).joined(separator: "; ") + "."),
                origins: person.places.map(\.origin),
                mending: Wording(
                    zh: "核实实际工作单位，保留一处，其余下编。",
                    en: "Find out where they work, keep that place and take them off the others."),
                step: .endSecondPlace(
                    person.id, keeping: person.places.first { $0.institution == person.workplace }?.institution))
        }
    }
}
