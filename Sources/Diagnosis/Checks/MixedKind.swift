import Basics
import Registry

extension Check {
    /// Mixed kind (混编): someone holds a head of a kind of which the body has none approved. How heads of public
    /// institutions are paid for is no mixing in the sense of the law: one too many of these is over by kind.
    package static let mixedKind: Check = Check(
        code: "mixed-kind",
        title: Wording(zh: "混编", en: "Mixed kind"),
        rule: Wording(
            zh: "人员所占编制类别在本单位没有核定编制，如事业单位人员占行政编制；事业编制不分经费形式。",
            en: "A person holds a head of a kind of which the body has none approved, as an administrative head in a "
                + "public institution; heads of public institutions count as one kind however they are funded."),
        clause: Wording(
            zh: "《地方各级人民政府机构设置和编制管理条例》（国务院令第486号）第十五条",
            en: "State Council Order 486, Article 15"),
        severity: .warning
    ) { register, scope, _ in
        scope.institutions.flatMap { body -> [Finding] in
            guard body.isActive else { return [] }
            let presence = register.presence(of: body.id)
            let approved = EstablishmentKind.allCases.filter { register.approvedHeads(of: body.id, $0) ?? 1 > 0 }
            let kinds = presence.occupiedKinds.filter { kind in
                !approved.contains { $0 == kind || ($0.isOfInstitution && kind.isOfInstitution) }
            }
            guard !kinds.isEmpty else { return [] }
            return presence.staff.compactMap { register.people[$0] }.flatMap { person in
                person.places.filter { $0.institution == body.id && kinds.contains($0.kind) }.map { place in
                    mixedKind.finding(
                        [.institution(body.id), .person(person.id)], aspect: .kind(place.kind),
                        measures: [Measure(.approved, 0)],
                        evidence: Wording(
                            zh: "占“\(body.profile.name)”\(place.kind.name.zh)，而该单位没有核定\(place.kind.name.zh)。",
                            en: "Holds a head (\(place.kind.name.en)) of \(body.profile.name), which has none of that "
                                + "kind approved."),
                        origins: [place.origin ?? person.origin, body.origin],
                        mending: Wording(
                            zh: "核实编制类别，改占本单位核定的编制类别或转到相应单位。",
                            en: "Check the kind, then move the person to a kind approved here or to a body that has "
                                + "it."))
                }
            }
        }
    }
}
