import Basics
import Registry

/// What a list of people is narrowed to, as the address says (筛选).
struct PeopleFilter: Sendable {
    /// The kind of establishment that somebody has a place of.
    var kind: EstablishmentKind?
    var status: PersonStatus?
    /// The body on whose establishment somebody is, or where they work.
    var body: Institution.ID?
    var only: Only?
    var page = 1

    /// What there may be to look into.
    enum Only: String, CaseIterable {
        /// Something has to be settled.
        case unsettled
        /// On one establishment, at work elsewhere.
        case elsewhere
        /// On more than one establishment.
        case double
        /// Two have one identity number.
        case disputed
        /// In a leader post.
        case leading

        var name: Wording {
            switch self {
            case .unsettled: Wording(zh: "有待核实", en: "to be looked into")
            case .elsewhere: Wording(zh: "在编不在岗", en: "working elsewhere")
            case .double: Wording(zh: "重复占编", en: "more than one place")
            case .disputed: Wording(zh: "身份存疑", en: "identity disputed")
            case .leading: Wording(zh: "担任领导职务", en: "in a leader post")
            }
        }

        func holds(for person: Person) -> Bool {
            switch self {
            case .unsettled: person.isUnsettled
            case .elsewhere: person.workplace != nil
            case .double: person.places.count > 1
            case .disputed: person.isDisputed
            case .leading: person.places.contains { $0.role != nil }
            }
        }
    }

    /// How many lines a page has.
    static let pageSize = 80

    /// Reads an address. What can't be read narrows nothing.
    init(_ query: Fields) {
        kind = query.coded("kind")
        status = query.coded("status")
        body = query["body"].flatMap { Institution.ID($0) }
        only = query["only"].flatMap(Only.init(rawValue:))
        page = query.page
    }

    /// The fields of an address that mean this, with another page.
    func query(page: Int) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        if let kind { pairs.append(("kind", "\(kind.rawValue)")) }
        if let status { pairs.append(("status", "\(status.rawValue)")) }
        if let body { pairs.append(("body", body.description)) }
        if let only { pairs.append(("only", only.rawValue)) }
        if page > 1 { pairs.append(("page", "\(page)")) }
        return pairs
    }

    /// Whether anything is narrowed.
    var isNarrowed: Bool { kind != nil || status != nil || body != nil || only != nil }

    /// Whether it lets somebody through.
    func holds(for person: Person) -> Bool {
        if let kind, !person.places.contains(where: { $0.kind == kind }) { return false }
        if let status, person.status != status { return false }
        if let body, person.workplace != body, !person.places.contains(where: { $0.institution == body }) {
            return false
        }
        return only?.holds(for: person) ?? true
    }

    /// How many places of the kind and at the body somebody has, or of any where none is asked for: what headcount counts.
    func places(of person: Person) -> Int {
        person.places.count { (kind == nil || $0.kind == kind) && (body == nil || $0.institution == body) }
    }
}
