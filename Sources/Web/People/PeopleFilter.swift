import Basics
import Office
import Registry

/// What a list of people is narrowed to, as the address says (筛选).
struct PeopleFilter: Sendable {
    /// The kind of establishment that somebody has a place of.
    var kind: EstablishmentKind?
    var status: PersonStatus?
    /// The body on whose establishment somebody is, or where they work.
    var body: Institution.ID?
    var only: Only?
    var sort: ListOrder<Column>?
    var page = 1
    /// What came in the address and narrows nothing, since it can't be read.
    var unread: [Wording] = []

    /// The columns there are, each an order.
    enum Column: String, CaseIterable {
        /// What somebody is called without a name: as the office's tables list them.
        case person
        /// Whose establishment they are on.
        case body
        /// Of which kind their place is.
        case kind
        /// Their leader post.
        case role
        /// What they are.
        case status
        /// In which position.
        case position
        /// Since when they are on an establishment.
        case entered
        /// Where they work, if elsewhere.
        case workplace

        var title: Wording {
            switch self {
            case .person: Wording(zh: "人员", en: "Person")
            case .body: Wording(zh: "编制所在", en: "Establishment")
            case .kind: Wording(zh: "编制类别", en: "Kind")
            case .role: Wording(zh: "职务", en: "Post")
            case .status: Wording(zh: "身份", en: "Status")
            case .position: Wording(zh: "岗位", en: "Position")
            case .entered: Wording(zh: "入编时间", en: "Entered")
            case .workplace: Wording(zh: "工作单位", en: "Works at")
            }
        }
    }

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
        sort = query["sort"].flatMap { ListOrder($0) }
        page = query.page
        unread = query.unread([
            ("kind", Column.kind.title, kind != nil), ("status", Column.status.title, status != nil),
            ("body", Wording(zh: "机构", en: "Body"), query["body"] != nil),
            ("only", Wording(zh: "情况", en: "Only"), only != nil), ("sort", Wording(zh: "排序", en: "Order"), sort != nil),
        ])
    }

    /// The fields of an address that mean this, with another order or page.
    func query(sort: String? = nil, page: Int) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        if let kind { pairs.append(("kind", "\(kind.rawValue)")) }
        if let status { pairs.append(("status", "\(status.rawValue)")) }
        if let body { pairs.append(("body", body.description)) }
        if let only { pairs.append(("only", only.rawValue)) }
        if let sort = sort ?? self.sort?.text { pairs.append(("sort", sort)) }
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

    /// People in its order; those that are equal keep the order of the office's tables, and what is unknown stands last.
    /// - Parameter names: the order of the bodies' names.
    func sorted(_ people: [Person], by names: @autoclosure () -> NameOrder) -> [Person] {
        guard let sort else { return people }
        if sort.column == .person { return sort.isDescending ? people.reversed() : people }
        let names = names()
        return sort.sorted(people) { key(of: $0, by: sort.column, names) }
    }

    private func key(of person: Person, by column: Column, _ names: NameOrder) -> Int? {
        switch column {
        case .person: nil
        case .body: person.places.first.flatMap { names.place(of: $0.institution) }
        case .kind: person.places.first.map { Int($0.kind.rawValue) }
        case .role: person.places.lazy.compactMap(\.role).first.map { Int($0.rawValue) }
        case .status: Int(person.status.rawValue)
        case .position: person.position.map { Int($0.rawValue) }
        case .entered: person.entered.map { Int($0.day.number) }
        case .workplace: person.workplace.flatMap(names.place)
        }
    }

    /// How many places of the kind and at the body somebody has, or of any where none is asked for: what headcount counts.
    func places(of person: Person) -> Int {
        person.places.count { (kind == nil || $0.kind == kind) && (body == nil || $0.institution == body) }
    }
}
