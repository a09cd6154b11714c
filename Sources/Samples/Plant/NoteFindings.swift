import Registry

extension Draft {
    /// Puts into the key what the bodies and people as they now stand amount to.
    mutating func noteFindings() {
        for index in bodies.indices {
            let body = bodies[index]
            for kind in EstablishmentKind.allCases {
                let occupied = people[index].count { $0.kind == kind }
                let approved = body.heads[kind] ?? 0
                if occupied > approved {
                    key.overByKind.append(
                        PlantedKey.Excess(body: body.name, kind: kind, approved: approved, occupied: occupied))
                }
            }
            let deputies = people[index].count { $0.role == .deputy }
            if deputies > body.deputies {
                key.leadersOver.append(
                    PlantedKey.Excess(body: body.name, kind: nil, approved: body.deputies, occupied: deputies))
            }
            if body.approved >= 10, people[index].count * 2 < body.approved { key.mostlyVacant.append(body.name) }
            if body.document == nil { key.missingDocument.append(body.name) }
            guard body.type == .publicInstitution else { continue }
            if body.approved <= 5 { key.small.append(body.name) }
            if body.sort == .station, body.chiefs + body.deputies > leadersAllowed(body.approved) {
                key.postsOverRule.append(body.name)
            }
            if ["局", "处", "委员会"].contains(where: { body.name.hasSuffix($0) }) { key.unfitName.append(body.name) }
            if body.category == .welfareOne, let income = body.income, let business = body.businessIncome,
                business * 100 > income * 40
            {
                key.weakWelfare.append(body.name)
            }
        }
    }
}
