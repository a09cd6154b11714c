import Registry

/// What a sample has in it on purpose: what a diagnosis must find, and what an import must complain of.
package struct PlantedKey: Hashable, Sendable {
    /// Public institutions with five approved heads or fewer.
    package var small: [String] = []
    /// Bodies and kinds with more people than approved heads.
    package var overByKind: [Excess] = []
    /// Bodies with more deputies in place than approved.
    package var leadersOver: [Excess] = []
    /// Bodies with more leader posts approved than the bands of the province allow.
    package var postsOverRule: [String] = []
    /// Rows of people on an administrative head of a public institution.
    package var mixedKind: [Int] = []
    /// Rows that give a person a second place.
    package var secondPlace: [Int] = []
    /// Rows of people who work at an enterprise.
    package var atEnterprise: [Int] = []
    /// Rows of people who work at another public body.
    package var elsewhere: [Int] = []
    /// Bodies with ten heads or more of which less than half are filled.
    package var mostlyVacant: [String] = []
    /// Bodies without a founding document.
    package var missingDocument: [String] = []
    /// Public institutions of class I that live from business.
    package var weakWelfare: [String] = []
    /// Public institutions named like organs.
    package var unfitName: [String] = []
    /// Matters that two bodies do.
    package var overlaps: [Overlap] = []
    /// Required matters that nobody does.
    package var gaps: [String] = []
    /// Cells that are wrong.
    package var faults: [PlantedFault] = []

    /// More in place than approved.
    package struct Excess: Hashable, Sendable {
        /// The body.
        package let body: String
        /// The kind of heads; nil for deputies.
        package let kind: EstablishmentKind?
        /// How many are approved.
        package let approved: Int
        /// How many are in place.
        package let occupied: Int
    }

    /// One matter in two bodies.
    package struct Overlap: Hashable, Sendable {
        /// The matter.
        package let matter: String
        /// One body.
        package let one: String
        /// What it says.
        package let oneText: String
        /// The other body.
        package let other: String
        /// What that says.
        package let otherText: String
    }
}

/// A cell that is wrong on purpose.
package struct PlantedFault: Hashable, Sendable {
    /// What is wrong.
    package let kind: Kind
    /// The sheet.
    package let sheet: String
    /// The row, counted from 1 as a spreadsheet shows it.
    package let row: Int

    /// What can be wrong.
    package enum Kind: String, CaseIterable, Sendable {
        /// The check character of an identity number does not fit.
        case identityCheck
        /// An identity number kept as a number, its last digits lost.
        case identityAsNumber
        /// One identity number under two names.
        case identityShared
        /// A count in words.
        case unreadableCount
        /// A date that says nothing.
        case unreadableDate
        /// A day that the calendar doesn't have.
        case impossibleDate
        /// A body that is not in the table.
        case unknownBody
        /// A body listed twice.
        case bodyTwice
        /// The check character of a unified social credit code does not fit.
        case registrationCheck
        /// A total that is not the sum.
        case wrongTotal
    }
}
