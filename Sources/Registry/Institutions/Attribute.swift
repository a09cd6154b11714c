import Basics

/// One attribute of a body with its new value (nil: now unknown or none).
package enum Attribute: Hashable, Sendable {
    /// Rename (更名).
    case name(String)
    /// The regular short name.
    case shortName(String?)
    /// What kind of body it is.
    case type(InstitutionType)
    /// Its rank.
    case rank(Rank?)
    /// Its class.
    case category(InstitutionCategory?)
    /// How it is paid for.
    case funding(Funding?)
    /// The supervising department.
    case supervisor(Institution.ID?)
    /// The sponsoring unit.
    case sponsor(Institution.ID?)
    /// The host of a joint office.
    case host(Institution.ID?)
    /// The office's own code.
    case officeCode(String?)
    /// The unified social credit code.
    case registrationCode(String?)
    /// The founding document and date.
    case founding(Founding?)
    /// A measured fact, nil when it is no longer known.
    case fact(ScaleMeasure, Int?)
}

extension Profile {
    /// Sets one attribute.
    package mutating func set(_ attribute: Attribute) {
        switch attribute {
        case .name(let value): name = value
        case .shortName(let value): shortName = value
        case .type(let value): type = value
        case .rank(let value): rank = value
        case .category(let value): category = value
        case .funding(let value): funding = value
        case .supervisor(let value): supervisor = value
        case .sponsor(let value): sponsor = value
        case .host(let value): host = value
        case .officeCode(let value): officeCode = value
        case .registrationCode(let value): registrationCode = value
        case .founding(let value): founding = value
        case .fact(let measure, let value):
            facts.removeAll { $0.measure == measure }
            guard let value else { return }
            let place = facts.firstIndex { $0.measure.rawValue > measure.rawValue } ?? facts.endIndex
            facts.insert(ScaleFact(measure, value), at: place)
        }
    }
}

extension Attribute {
    /// The same attribute as a profile has it now.
    package func value(in profile: Profile) -> Attribute {
        switch self {
        case .name: .name(profile.name)
        case .shortName: .shortName(profile.shortName)
        case .type: .type(profile.type)
        case .rank: .rank(profile.rank)
        case .category: .category(profile.category)
        case .funding: .funding(profile.funding)
        case .supervisor: .supervisor(profile.supervisor)
        case .sponsor: .sponsor(profile.sponsor)
        case .host: .host(profile.host)
        case .officeCode: .officeCode(profile.officeCode)
        case .registrationCode: .registrationCode(profile.registrationCode)
        case .founding: .founding(profile.founding)
        case .fact(let measure, _): .fact(measure, profile.value(of: measure))
        }
    }
}
