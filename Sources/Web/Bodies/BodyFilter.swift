import Accounts
import Basics
import Office
import Registry
import Search

/// What a list of bodies is narrowed to and how it is sorted, as the address says (筛选): every state has an address.
struct BodyFilter: Sendable {
    var name: String?
    var type: InstitutionType?
    var rank: Rank?
    var category: InstitutionCategory?
    var funding: Funding?
    var supervisor: Institution.ID?
    /// The kind of heads that the figures are of; nil for all together.
    var kind: EstablishmentKind?
    var state = State.active
    var figures = Figures.all
    /// What the register doesn't know of a body.
    var lacking: Lacking?
    var sort: ListOrder<Column>?
    var page = 1
    var columns: [Column] = Column.standard
    /// What came in the address and narrows nothing, since it can't be read.
    var unread: [Wording] = []

    /// Whether living or closed bodies are listed.
    enum State: String, CaseIterable {
        /// Living ones.
        case active
        /// Closed ones.
        case closed
        /// Both.
        case both
    }

    /// A fact that the register may not have of a body.
    enum Lacking: String, CaseIterable {
        /// Its rank.
        case rank
        /// Its class, of a public institution.
        case category
        /// How it is paid for, of a public institution.
        case funding

        /// Whether a body lacks it.
        func holds(for line: BodyLine) -> Bool {
            switch self {
            case .rank: line.rank == nil
            case .category: line.type == .publicInstitution && line.category == nil
            case .funding: line.type == .publicInstitution && line.funding == nil
            }
        }

        /// What such bodies are called in the filter.
        var name: Wording {
            switch self {
            case .rank: Wording(zh: "级别未知", en: "rank unknown")
            case .category: Wording(zh: "类别未知", en: "class unknown")
            case .funding: Wording(zh: "经费形式未知", en: "funding unknown")
            }
        }
    }

    /// Which figures a body must have.
    enum Figures: String, CaseIterable {
        /// Any.
        case all
        /// Free heads.
        case vacant
        /// More filled than approved.
        case over
        /// Unknown ones.
        case unknown
        /// Heads put aside.
        case reserved
    }

    /// The columns there are.
    enum Column: String, CaseIterable {
        /// What it is called.
        case name
        /// Its type.
        case type
        /// Its rank.
        case rank
        /// Its class.
        case category
        /// How it is paid for.
        case funding
        /// Whom it answers to.
        case supervisor
        /// Approved heads.
        case approved
        /// Filled places.
        case occupied
        /// Heads put aside.
        case reserved
        /// Free heads.
        case vacant
        /// Heads filled beyond what is approved.
        case over

        /// Those that are shown where nothing else is chosen.
        static let standard: [Column] = [
            .name, .type, .rank, .funding, .supervisor, .approved, .occupied, .reserved, .vacant, .over,
        ]

        /// Whether it holds numbers.
        var isNumber: Bool { Column.figures.contains(self) }

        /// The figures of headcount, in the order of tables.
        static let figures: [Column] = [.approved, .occupied, .reserved, .vacant, .over]

        /// What it says of a kind of heads; nil where that is unknown, and for a column of something else.
        func figure(of heads: HeadFigures) -> Int? {
            switch self {
            case .approved: heads.approved
            case .occupied: heads.occupied
            case .reserved: heads.reserved
            case .vacant: heads.vacant
            case .over: heads.over
            case .name, .type, .rank, .category, .funding, .supervisor: nil
            }
        }

        /// Its header.
        var title: Wording {
            switch self {
            case .name: Wording(zh: "名称", en: "Name")
            case .type: Wording(zh: "类型", en: "Type")
            case .rank: Wording(zh: "级别", en: "Rank")
            case .category: Wording(zh: "类别", en: "Class")
            case .funding: Wording(zh: "经费形式", en: "Funding")
            case .supervisor: Wording(zh: "主管部门", en: "Supervisor")
            case .approved: Wording(zh: "核定", en: "Approved")
            case .occupied: Wording(zh: "实有", en: "Occupied")
            case .reserved: Wording(zh: "预留", en: "Reserved")
            case .vacant: Wording(zh: "空编", en: "Vacant")
            case .over: Wording(zh: "超编", en: "Over")
            }
        }
    }

    /// How many lines a page has.
    static let pageSize = 80

    /// Reads an address. What can't be read narrows nothing, and is said on the page.
    init(_ query: Fields) {
        name = query["name"].map { String($0.prefix(100)) }
        type = query.coded("type")
        rank = query.coded("rank")
        category = query.coded("category")
        funding = query.coded("funding")
        supervisor = query["supervisor"].flatMap { Institution.ID($0) }
        kind = query.coded("kind")
        let state = query["state"].flatMap(State.init(rawValue:))
        self.state = state ?? .active
        let figures = query["figures"].flatMap(Figures.init(rawValue:))
        self.figures = figures ?? .all
        lacking = query["lacking"].flatMap(Lacking.init(rawValue:))
        sort = query["sort"].flatMap { ListOrder($0) }
        page = query.page
        let named = query.all("column").map(Column.init(rawValue:))
        let chosen = Set(named.compactMap { $0 })
        if !chosen.isEmpty { columns = Column.allCases.filter { $0 == .name || chosen.contains($0) } }
        unread = query.unread([
            ("name", Wording(zh: "名称含", en: "Name has"), name != nil), ("type", Column.type.title, type != nil),
            ("rank", Column.rank.title, rank != nil), ("category", Column.category.title, category != nil),
            ("funding", Column.funding.title, funding != nil),
            ("supervisor", Column.supervisor.title, query["supervisor"] != nil),
            ("kind", Wording(zh: "编制类别", en: "Kind"), kind != nil),
            ("figures", Wording(zh: "编制情况", en: "Heads"), figures != nil),
            ("lacking", Wording(zh: "缺项", en: "Unknown"), lacking != nil),
            ("state", Wording(zh: "状态", en: "State"), state != nil),
            ("sort", Wording(zh: "排序", en: "Order"), sort != nil),
            ("column", Wording(zh: "列", en: "Columns"), !named.contains(nil)),
        ])
    }

    /// The fields of an address that mean this, with another order or page.
    func query(sort: String? = nil, page: Int? = nil) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        func add(_ field: String, _ value: String?) { if let value { pairs.append((field, value)) } }
        add("name", name)
        add("type", type.map { "\($0.rawValue)" })
        add("rank", rank.map { "\($0.rawValue)" })
        add("category", category.map { "\($0.rawValue)" })
        add("funding", funding.map { "\($0.rawValue)" })
        add("supervisor", supervisor?.description)
        add("kind", kind.map { "\($0.rawValue)" })
        add("state", state == .active ? nil : state.rawValue)
        add("figures", figures == .all ? nil : figures.rawValue)
        add("lacking", lacking?.rawValue)
        add("sort", sort ?? self.sort?.text)
        add("page", (page ?? self.page) == 1 ? nil : "\(page ?? self.page)")
        if columns != Column.standard { for column in columns where column != .name { add("column", column.rawValue) } }
        return pairs
    }

    /// Whether anything is narrowed.
    var isNarrowed: Bool {
        name != nil || type != nil || rank != nil || category != nil || funding != nil || supervisor != nil
            || kind != nil
            || state != .active || figures != .all || lacking != nil
    }

    /// The lines it lets through, in its order.
    /// - Parameter names: the order of the bodies' names.
    func apply(
        to lines: [BodyLine], within reach: Reach, in register: Register, by names: @autoclosure () -> NameOrder
    ) -> [BodyLine] {
        // Figures of one kind are what a body is narrowed by and sorted by too.
        let lines = kind.map { kind in lines.compactMap { $0.narrowed(to: kind) } } ?? lines
        let part = name.map(TypedPart.init)
        let kept = lines.filter { line in
            switch state {
            case .active: if !line.isActive { return false }
            case .closed: if line.isActive { return false }
            case .both: break
            }
            if let type, line.type != type { return false }
            if let rank, line.rank != rank { return false }
            if let category, line.category != category { return false }
            if let funding, line.funding != funding { return false }
            if let supervisor, line.supervisor != supervisor { return false }
            if let part, !part.isIn(line.name) { return false }
            if let lacking, !lacking.holds(for: line) { return false }
            switch figures {
            case .all: break
            case .vacant: if (line.vacant ?? 0) <= 0 { return false }
            case .over: if (line.over ?? 0) == 0 { return false }
            case .unknown: if line.approved != nil { return false }
            case .reserved: if line.reserved == 0 { return false }
            }
            return reach == .everywhere || reach.holds(line.id, in: register)
        }
        guard let sort else { return kept }
        let names = names()
        return sort.sorted(kept) { key(of: $0, by: sort.column, names) }
    }

    private func key(of line: BodyLine, by column: Column, _ names: NameOrder) -> Int? {
        switch column {
        case .name: names.place(of: line.id)
        case .type: Int(line.type.rawValue)
        case .rank: line.rank.map { Int($0.rawValue) }
        case .category: line.category.map { Int($0.rawValue) }
        case .funding: line.funding.map { Int($0.rawValue) }
        case .supervisor: line.supervisor.flatMap(names.place)
        case .approved: line.approved
        case .occupied: line.occupied
        case .reserved: line.reserved
        case .vacant: line.vacant
        case .over: line.over
        }
    }
}
