import Basics
import Papers
import Registry
import Storage

/// Changes in the making out of rows of a workbook, with the texts to be sealed beside them.
struct Drafting<Source: RandomNumberGenerator> {
    let vault: Vault
    let jurisdiction: String
    var source: Source
    private(set) var changes: [Change] = []
    private(set) var sealed: [SealedText] = []
    private(set) var tokens: [TokenEntry] = []

    init(_ vault: Vault, jurisdiction: String, source: Source) {
        self.vault = vault
        self.jurisdiction = jurisdiction
        self.source = source
    }

    mutating func identifier<Subject>() -> Identifier<Subject> { Identifier(from: &source) }

    mutating func make(_ change: Change) { changes.append(change) }

    /// Takes what was drafted so far and begins the next piece.
    mutating func take() -> (changes: [Change], sealed: [SealedText], tokens: [TokenEntry]) {
        defer { (changes, sealed, tokens) = ([], [], []) }
        return (changes, sealed, tokens)
    }

    /// What a row says a body is, once its supervisor, sponsor and host are known.
    func profile(_ row: BodyRow, _ institution: (BodyReference) -> Institution.ID?) -> Profile {
        Profile(
            name: row.name, type: row.type, shortName: row.shortName, rank: row.rank, category: row.category,
            funding: row.funding, supervisor: row.supervisor.flatMap(institution),
            sponsor: row.sponsor.flatMap(institution), host: row.host.flatMap(institution),
            officeCode: row.officeCode, registrationCode: row.registrationCode, founding: row.founding,
            facts: row.facts)
    }

    /// The plates and figures of a body that was just set up.
    mutating func furnish(_ id: Institution.ID, as row: BodyRow) {
        for plate in row.plates { make(.hangPlate(id, plate)) }
        guard row.type.holdsAccounts else { return }
        if let heads = row.heads {
            for kind in heads.keys.sorted() { grant(.heads(kind), heads[kind] ?? 0, to: id) }
        } else {
            make(.setUnknown(id, .heads, true))
        }
        if let posts = row.posts {
            for role in posts.keys.sorted() {
                grant(.posts(LeaderPost(role, row.rank ?? .ungraded)), posts[role] ?? 0, to: id)
            }
        } else {
            make(.setUnknown(id, .posts, true))
        }
    }

    /// Registers a person with their data sealed and their number findable by its keyed token.
    mutating func register(_ row: PersonRow) throws(StorageFailure) -> Person.ID {
        let id: Person.ID = identifier()
        let text = try vault.seal(PersonalRecord(row).text, as: .personal, for: jurisdiction)
        sealed.append(text)
        if let number = row.identityNumber {
            tokens.append(TokenEntry(vault.token(.identityNumber, number, in: jurisdiction), of: id))
        }
        make(
            .registerPerson(
                id, personal: text.digest, status: row.status ?? row.impliedStatus, position: row.position,
                entered: row.entered, origin: row.origin))
        return id
    }

    private mutating func grant(_ commodity: Commodity, _ count: Int, to id: Institution.ID) {
        if count > 0 { make(.move(commodity, count: count, from: .grant, to: .institution(id))) }
    }
}

extension PersonRow {
    /// Who is on the establishment has a status that allows it, even where the table has no column for it.
    fileprivate var impliedStatus: PersonStatus {
        switch kind {
        case .administrative, .politicalLegal: .civilServant
        case .worker: .worker
        case .institutionFull, .institutionPartial, .institutionSelf: .professional
        case nil: .contract
        }
    }
}
