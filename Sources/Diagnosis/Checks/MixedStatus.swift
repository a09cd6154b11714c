import Basics
import Registry

extension Check {
    /// Mixed status (混岗): a person whose status (身份) does not fit the head they hold or the position they fill. That
    /// a head does not fit its body is `mixedKind`, and that they work at another body `worksElsewhere`.
    package static let mixedStatus: Check = Check(
        code: "mixed-status",
        title: Wording(zh: "混岗", en: "Mixed status"),
        rule: Wording(
            zh: "人员身份与所占编制类别或所在岗位不符：事业身份占行政编制、公务员占事业编制、工勤人员在管理或专业技术岗位、"
                + "编外人员在公务员职位等；岗位未填的不作判断。",
            en: "A person's status does not fit the kind of head they hold or their position: institution staff on an "
                + "administrative head, a civil servant on an institution's, a worker in management, someone off the "
                + "establishment in a civil servant's position. An unknown position says nothing."),
        clause: Wording(
            zh: "《地方各级人民政府机构设置和编制管理条例》（国务院令第486号）第十五条；《中华人民共和国公务员法》第二条",
            en: "State Council Order 486, Article 15; Civil Servants Law, Article 2"),
        severity: .warning
    ) { register, scope, _ in
        let people = scope.people.filter { $0.exit == nil && !$0.fitsStatus }
        return people.flatMap { person -> [Finding] in
            let places = person.places.filter { !person.status.allows($0.kind) }
            let position = person.position.flatMap { person.status.allows($0) ? nil : $0 }
            return places.map { mixedStatus.finding(person, at: $0, in: register) }
                + (position.map { [mixedStatus.finding(person, filling: $0, in: register)] } ?? [])
        }
    }

    private func finding(_ person: Person, at place: Place, in register: Register) -> Finding {
        let name = register.institutions[place.institution]?.profile.name ?? place.institution.description
        return finding(
            [.person(person.id), .institution(place.institution)], aspect: .kind(place.kind),
            evidence: Wording(
                zh: "身份为\(person.status.name.zh)，占“\(name)”\(place.kind.name.zh)。",
                en: "Is of status \(person.status.name.en) and holds a head (\(place.kind.name.en)) of \(name)."),
            origins: [place.origin ?? person.origin],
            mending: Wording(
                zh: "核实身份和编制类别，改占与身份相符的编制，或按规定程序转任、调任。",
                en: "Check both, then move the person to a head that fits, or change the status by the procedure for "
                    + "it."))
    }

    private func finding(_ person: Person, filling position: PositionKind, in register: Register) -> Finding {
        let homes = person.places.isEmpty ? [person.workplace].compactMap { $0 } : person.places.map(\.institution)
        let names = homes.map { register.institutions[$0]?.profile.name ?? $0.description }
        return finding(
            [.person(person.id)],
            // Who does a civil servant's work without being one breaks a law; other positions are changed by the body.
            severity: position == .civilService ? .warning : .notice,
            related: homes.map { .institution($0) },
            evidence: Wording(
                zh: (names.isEmpty ? "" : "在“\(names.joined(separator: "”“"))”，")
                    + "身份为\(person.status.name.zh)，所在岗位为\(position.name.zh)。",
                en: (names.isEmpty ? "Is" : "At \(names.joined(separator: ", ")), is")
                    + " of status \(person.status.name.en) and fills a position of \(position.name.en)."),
            origins: [person.origin] + person.places.map(\.origin),
            mending: Wording(
                zh: "调整到与身份相符的岗位，或按规定程序变更身份。",
                en: "Give the person a position that fits, or change the status by the procedure for it."))
    }
}
