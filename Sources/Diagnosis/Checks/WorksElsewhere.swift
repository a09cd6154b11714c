import Basics
import Registry

extension Check {
    /// Working elsewhere (在编不在岗): on the establishment of one body, at work in another.
    package static let worksElsewhere: Check = Check(
        code: "works-elsewhere",
        title: Wording(zh: "在编不在岗", en: "Works elsewhere"),
        rule: Wording(
            zh: "实际工作单位不是占编单位（在企业的另列）。",
            en: "Works at another body than the one whose head they hold (enterprises are told apart)."),
        severity: .notice
    ) { register, scope, _ in
        scope.people.compactMap { person in
            guard let workplace = person.otherWorkplace(in: register), workplace.profile.type != .outside else {
                return nil
            }
            return worksElsewhere.finding(
                working: person, at: workplace, in: register,
                mending: Wording(
                    zh: "清退回原单位，或按程序调入实际工作单位。",
                    en: "Bring them back, or transfer them to where they work."),
                // Where there is no establishment nobody can be transferred to.
                step: workplace.profile.type.holdsAccounts ? nil : .callBack(person.id, from: workplace.id))
        }
    }

    func finding(
        working person: Person, at workplace: Institution, in register: Register, mending: Wording, step: Mending? = nil
    ) -> Finding {
        let homes = person.places.map {
            register.institutions[$0.institution]?.profile.name ?? $0.institution.description
        }
        return finding(
            [.person(person.id)],
            related: person.places.map { .institution($0.institution) } + [.institution(workplace.id)],
            evidence: Wording(
                zh: "占“\(homes.joined(separator: "”“"))”编制，实际在“\(workplace.profile.name)”工作。",
                en: "Holds a head of \(homes.joined(separator: ", ")) and works at \(workplace.profile.name)."),
            origins: [person.origin] + person.places.map(\.origin), mending: mending,
            step: step)
    }
}

extension Person {
    /// The body they work at, where they hold a place and it is not there.
    func otherWorkplace(in register: Register) -> Institution? {
        guard let workplace, !places.isEmpty, !places.contains(where: { $0.institution == workplace }) else {
            return nil
        }
        return register.institutions[workplace]
    }
}
