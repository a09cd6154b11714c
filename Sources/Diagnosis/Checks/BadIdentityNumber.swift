import Basics
import Registry

extension Check {
    /// Bad identity number (身份证号有误). The numbers stand sealed beside the journal; who could unseal them says in
    /// the `Facts` whose are wrong, and no number comes here.
    package static let badIdentityNumber: Check = Check(
        code: "bad-identity-number",
        title: Wording(zh: "身份证号有误", en: "Bad identity number"),
        rule: Wording(
            zh: "身份证号中的出生日期应存在，校验码应正确；没有号码的不作判断。",
            en: "The date of birth in an identity number is a date, and its check character fits; a missing number "
                + "says nothing."),
        clause: Wording(
            zh: "GB 11643—1999《公民身份号码》；《中华人民共和国居民身份证法》第三条",
            en: "GB 11643-1999; Law on Resident Identity Cards, Article 3"),
        severity: .warning
    ) { _, scope, _ in
        // Hardly any number is wrong, so there is mostly nobody to look for.
        let bad = scope.facts.badIdentityNumbers
        guard !bad.isEmpty else { return [] }
        // Identifiers are random, so six bits of each tell most people apart from the few without a look at the set.
        let sieve = bad.reduce(0 as UInt64) { $0 | 1 << ($1.low % 64) }
        let people = scope.people.filter { sieve & 1 << ($0.id.low % 64) != 0 && bad.contains($0.id) }
        return people.compactMap { person in
            guard person.exit == nil else { return nil }
            return badIdentityNumber.finding(
                [.person(person.id)],
                related: person.places.map { .institution($0.institution) },
                evidence: Wording(
                    zh: "登记的身份证号校验不符（出生日期或校验码有误）。",
                    en: "Is recorded under an identity number that does not check (its date of birth or last "
                        + "character)."),
                origins: [person.origin] + person.places.map(\.origin),
                mending: Wording(zh: "照身份证件核对后更正。", en: "Correct it from the identity card."))
        }
    }
}
