import Basics
import Registry

extension Check {
    /// Disputed identity (身份存疑): two people share an identity number.
    package static let disputedIdentity: Check = Check(
        code: "disputed-identity",
        title: Wording(zh: "身份存疑", en: "Disputed identity"),
        rule: Wording(
            zh: "两人登记了同一身份证号；核实前不得办理调动。",
            en: "Two people are recorded under one identity number; nothing moves until that is settled."),
        clause: Wording(
            zh: "《中华人民共和国居民身份证法》第三条",
            en: "Law on Resident Identity Cards, Article 3"),
        severity: .blocking
    ) { register, scope, _ in
        scope.people.compactMap { person in
            guard person.isDisputed else { return nil }
            return disputedIdentity.finding(
                [.person(person.id)],
                related: person.places.map { .institution($0.institution) },
                evidence: Wording(
                    zh: "身份证号与另一人相同而姓名不同，核实前不得调动。",
                    en: "Has the identity number of another person under another name; can't be moved until that is "
                        + "settled."),
                origins: [person.origin] + person.places.map(\.origin),
                mending: Wording(zh: "查验身份证件和档案后更正。", en: "Correct it from the identity papers and the file."))
        }
    }
}
