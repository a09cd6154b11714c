extension Check {
    /// The checks of this house. A new one is a file in `Checks/` and a line here.
    package static let all: [Check] = [
        // Breaches
        .secondPlace, .disputedIdentity, .badIdentityNumber, .unledMatter, .sharedMatter, .unconfirmedMatter,
        .overEstablishment, .overEstablishmentTotal, .leadersOverApproved, .approvedOverRule, .mixedKind, .mixedStatus,
        .worksAtEnterprise, .approvedUnknown, .badRegistrationCode,
        // What a reform would look at
        .smallBody, .scatteredBodies, .likeSmallBodies, .mostlyVacant, .weakWelfare, .unfitName, .rankNotBelow,
        .worksElsewhere, .missingDocument, .dutyOverlap,
        // What is put up with
        .openTolerance,
    ]

    /// The check of that code, among those of this house.
    package static func named(_ code: String) -> Check? { all.first { $0.code == code } }
}
