import Basics
import Papers
import Registry
import Storage

extension Desk {
    /// Compares the register of a day with a later workbook. Nothing is changed: what differs is drafted.
    ///
    /// Bodies are matched by the office's code, else by name, else by the unified social credit code, which stays when a
    /// body is renamed; people by identity number.
    package func reconcile(
        _ book: DistrictBook, on day: Day, from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) -> [Difference] {
        let register = history.register(on: day)
        var reconciling = Reconciling(
            book: book, register: register,
            drafting: Drafting(journal.vault, jurisdiction: jurisdiction, source: source))
        reconciling.matchBodies()
        let matched = try matchPeople(book, register: register)
        try storing { () throws(StorageFailure) in
            try reconciling.compareBodies()
            reconciling.compareDuties()
            try reconciling.comparePeople(matched)
        }
        source = reconciling.drafting.source
        var differences = reconciling.differences
        for index in differences.indices { differences[index].number = index + 1 }
        return differences
    }

    /// Enacts confirmed differences as one Act of daily work, in effect on a day.
    /// - Parameter beside: texts that are sealed with it and named by it, such as what was typed over the file's cells.
    package mutating func confirm(
        _ differences: [Difference], file: Digest, beside: [SealedText] = [], document words: DocumentWords,
        on day: Day,
        drafter: Officer.ID, deciders: [Officer.ID], from source: inout some RandomNumberGenerator, at instant: Instant
    ) throws(OfficeFailure) -> Entry {
        if let open = differences.first(where: { $0.changes.isEmpty }) {
            throw OfficeFailure(
                .input, "difference-open",
                zh: "第\(open.number)项差异须由人决定去向，不能直接确认：\(open.wording.zh)",
                en: "Difference \(open.number) needs a person to say what becomes of it: \(open.wording.en)")
        }
        let changes = differences.flatMap(\.changes)
        let passage = try passGate(
            [(changes: changes, register: history.register(on: day))], moved: nil, decided: words.decided,
            by: deciders, at: instant)
        let (document, title) = try document(words)
        let act = Act(
            command: Identifier(from: &source), document: document, basis: .daily, drafter: drafter,
            deciders: deciders, attachments: [file] + beside.map(\.digest) + passage.attachments,
            rules: passage.rules, changes: changes.map { DatedChange(day, $0) })
        return try record(
            act, sealing: title + beside + differences.flatMap(\.sealed), tokens: differences.flatMap(\.tokens),
            at: instant)
    }

    /// For each row of people the person it is about, where the register has one of that number and name.
    private func matchPeople(_ book: DistrictBook, register: Register) throws(OfficeFailure) -> [Person.ID?] {
        let tokens = book.people.map { row in
            row.identityNumber.map { journal.vault.token(.identityNumber, $0, in: jurisdiction) }
        }
        return try storing { () throws(StorageFailure) in
            let found: [BlindToken: [Person.ID]] = try journal.subjects(of: tokens.compactMap { $0 })
            let people = found.values.flatMap { $0 }.compactMap { register.people[$0] }
            let texts = try journal.texts(of: people.map(\.personal), in: jurisdiction)
            var names: [Person.ID: String] = [:]
            for person in people { names[person.id] = texts[person.personal].flatMap(PersonalRecord.init)?.name }
            return zip(book.people, tokens).map { row, token in
                let same = token.flatMap { found[$0] } ?? []
                return same.first { names[$0] == row.name }
            }
        }
    }
}

/// The comparison in work.
private struct Reconciling<Source: RandomNumberGenerator> {
    let book: DistrictBook
    let register: Register
    var drafting: Drafting<Source>
    var differences: [Difference] = []
    private var bodies: [Institution.ID?] = []
    private var outside: [Institution.ID?] = []

    init(book: DistrictBook, register: Register, drafting: Drafting<Source>) {
        self.book = book
        self.register = register
        self.drafting = drafting
    }

    func institution(_ reference: BodyReference) -> Institution.ID? {
        switch reference {
        case .body(let index): bodies[index]
        case .outside(let index): outside[index]
        case .known(let index): register.knownNames[index].id
        }
    }

    mutating func matchBodies() {
        var byCode: [String: Institution.ID] = [:]
        for body in register.institutions.values where body.isActive {
            if let code = body.profile.officeCode { byCode[code] = body.id }
        }
        bodies = book.bodies.map { row in
            row.officeCode.flatMap { byCode[$0] } ?? register.institution(named: row.name)?.id
        }
        matchRenamed()
        outside = book.outsideBodies.map { register.institution(named: $0.name)?.id }
    }

    /// A body under another name that bears a registration code which no other row is matched with: renamed, not new.
    private mutating func matchRenamed() {
        var taken = Set(bodies.compactMap { $0 })
        var byCode: [String: Institution.ID] = [:]
        for body in register.knownNames where !taken.contains(body.id) {
            if let code = body.profile.registrationCode { byCode[code] = body.id }
        }
        for (index, row) in book.bodies.enumerated() where bodies[index] == nil {
            guard let code = row.registrationCode, let id = byCode[code], taken.insert(id).inserted else { continue }
            bodies[index] = id
        }
    }

    mutating func compareBodies() throws(StorageFailure) {
        for (index, body) in book.outsideBodies.enumerated() where outside[index] == nil {
            let id: Institution.ID = drafting.identifier()
            outside[index] = id
            drafting.make(.establish(id, Profile(name: body.name, type: .outside), origin: body.origin))
            add(.newBody, Wording(zh: "新出现系统外单位“\(body.name)”", en: "new outside body “\(body.name)”"), body.origin)
        }
        for (index, row) in book.bodies.enumerated() {
            if let id = bodies[index], let body = register.institutions[id] {
                compare(body, with: row)
            } else {
                let id: Institution.ID = drafting.identifier()
                drafting.make(.establish(id, drafting.profile(row, institution), origin: row.origin))
                bodies[index] = id
                drafting.furnish(id, as: row)
                add(.newBody, Wording(zh: "新列机构“\(row.name)”", en: "new body “\(row.name)”"), row.origin)
            }
        }
        let listed = Set(bodies.compactMap { $0 })
        for body in register.knownNames where !listed.contains(body.id) && body.profile.type.holdsAccounts {
            let name = body.profile.name
            add(
                .bodyNotListed,
                Wording(
                    zh: "“\(name)”未再列出。如已撤销，请以改革方案写明去向。",
                    en:
                        "“\(name)” is no longer listed. If it was abolished, write a plan that says where all of it went."
                ),
                nil)
        }
    }

    private mutating func compare(_ body: Institution, with row: BodyRow) {
        let wanted = drafting.profile(row, institution)
        let now = body.profile
        var attributes: [(Attribute, Wording)] = []
        func note(_ isSame: Bool, _ attribute: Attribute, _ zh: String, _ en: String) {
            if !isSame { attributes.append((attribute, Wording(zh: zh, en: en))) }
        }
        note(now.name == wanted.name, .name(wanted.name), "名称改为“\(wanted.name)”", "name becomes “\(wanted.name)”")
        note(
            now.type == wanted.type, .type(wanted.type), "类型改为\(wanted.type.name.zh)",
            "type becomes \(wanted.type.name.en)")
        if let rank = wanted.rank {
            note(now.rank == rank, .rank(rank), "级别改为\(rank.name.zh)", "rank becomes \(rank.name.en)")
        }
        if let category = wanted.category {
            note(
                now.category == category, .category(category), "类别改为\(category.name.zh)",
                "class becomes \(category.name.en)")
        }
        if let funding = wanted.funding {
            note(
                now.funding == funding, .funding(funding), "经费改为\(funding.name.zh)",
                "funding becomes \(funding.name.en)")
        }
        if let supervisor = wanted.supervisor {
            let name = register.institutions[supervisor]?.profile.name ?? ""
            note(
                now.supervisor == supervisor, .supervisor(supervisor), "主管部门改为“\(name)”",
                "supervisor becomes “\(name)”")
        }
        if let code = wanted.registrationCode {
            note(now.registrationCode == code, .registrationCode(code), "信用代码改为\(code)", "code becomes \(code)")
        }
        if let founding = wanted.founding {
            note(
                now.founding == founding, .founding(founding),
                "批准文件改为\(founding.document ?? "")\(founding.date.map { " \($0)" } ?? "")",
                "founding becomes \(founding.document ?? "")\(founding.date.map { " \($0)" } ?? "")")
        }
        for fact in wanted.facts {
            let value = fact.measure.said(fact.value)
            note(
                now.value(of: fact.measure) == fact.value, .fact(fact.measure, fact.value),
                "\(fact.measure.name.zh)改为\(value.zh)", "\(fact.measure.name.en) becomes \(value.en)")
        }
        for (attribute, wording) in attributes {
            drafting.make(.amend(body.id, attribute))
            add(.attribute, about(now.name, wording), row.origin)
        }
        compareFigures(of: body, with: row)
    }

    private mutating func compareFigures(of body: Institution, with row: BodyRow) {
        let ledger = register.ledger
        let holder = Holder.institution(body.id)
        let rank = row.rank ?? body.profile.rank ?? .ungraded
        let heads = (row.heads ?? [:]).map { (Commodity.heads($0.key), $0.value) }
        let posts = (row.posts ?? [:]).map { (Commodity.posts(LeaderPost($0.key, rank)), $0.value) }
        for (group, figures) in [(FigureGroup.heads, heads), (.posts, posts)] where !figures.isEmpty {
            if ledger.isUnknown(group, of: body.id) { drafting.make(.setUnknown(body.id, group, false)) }
            var parts: [Wording] = []
            for (commodity, wanted) in figures.sorted(by: { $0.0 < $1.0 }) {
                let now: Int
                if case .posts(let post) = commodity {
                    now = register.approvedPosts(post.role, of: body.id)
                } else {
                    now = ledger.balance(of: Account(holder, commodity))
                }
                guard wanted != now else { continue }
                if wanted > now {
                    drafting.make(.move(commodity, count: wanted - now, from: .grant, to: holder))
                } else {
                    drafting.make(.move(commodity, count: now - wanted, from: holder, to: .grant))
                }
                parts.append(
                    Wording(zh: "\(commodity.name.zh) \(now)→\(wanted)", en: "\(commodity.name.en) \(now)→\(wanted)"))
            }
            guard !drafting.changes.isEmpty else { continue }
            let list = Wording(
                zh: parts.isEmpty ? "补录核定数" : parts.map(\.zh).joined(separator: "，"),
                en: parts.isEmpty ? "figures become known" : parts.map(\.en).joined(separator: ", "))
            add(.figures, about(body.profile.name, list), row.origin)
        }
    }

    mutating func compareDuties() {
        guard !book.duties.isEmpty else { return }
        var wanted: [Institution.ID: [DutyRow]] = [:]
        for row in book.duties { if let holder = institution(row.body) { wanted[holder, default: []].append(row) } }
        for (holder, rows) in wanted.sorted(by: { $0.key < $1.key }) {
            let now = register.duties(of: holder)
            let name = name(of: holder)
            let texts = Set(now.map(\.text))
            for row in rows where !texts.contains(row.text) {
                drafting.make(
                    .stateDuty(
                        DutyStatement(
                            id: drafting.identifier(), holder: holder, number: row.number, text: row.text,
                            origin: row.origin)))
                add(.duty, about(name, Wording(zh: "新增职责：\(row.text)", en: "new duty: \(row.text)")), row.origin)
            }
            let listed = Set(rows.map(\.text))
            for statement in now where !listed.contains(statement.text) {
                add(
                    .duty,
                    about(
                        name,
                        Wording(
                            zh: "职责未再列出：\(statement.text)。请以方案写明划转或取消。",
                            en: "duty no longer listed: \(statement.text). Write a plan that moves or drops it.")), nil)
            }
        }
    }

    mutating func comparePeople(_ matched: [Person.ID?]) throws(StorageFailure) {
        guard !book.people.isEmpty else { return }
        var rows: [Person.ID: [PersonRow]] = [:]
        for (row, id) in zip(book.people, matched) {
            if let id {
                rows[id, default: []].append(row)
                continue
            }
            let id = try drafting.register(row)
            let place = row.body.flatMap(institution)
            if let place, let kind = row.kind {
                drafting.make(.enrol(id, Place(institution: place, kind: kind, role: row.role, origin: row.origin)))
            }
            if let workplace = row.workplace.flatMap(institution), workplace != place {
                drafting.make(.setWorkplace(id, workplace))
            }
            add(
                .newPerson,
                Wording(
                    zh: "新列人员 \(row.name)（\(name(of: place))）", en: "new person \(row.name) (\(name(of: place)))"),
                row.origin)
        }
        for (id, rows) in rows.sorted(by: { $0.key < $1.key }) {
            if let person = register.people[id] { compare(person, with: rows) }
        }
        let listed = Set(rows.keys)
        for person in register.people.values.sorted(by: { $0.id < $1.id })
        where !person.places.isEmpty && !listed.contains(person.id) {
            add(
                .personNotListed,
                Wording(
                    zh: "原\(person.origin?.description ?? "")人员未再列出。请按下编原因办理。",
                    en:
                        "the person of \(person.origin?.description ?? "") is no longer listed. File the exit with its cause."
                ), nil)
        }
    }

    private mutating func compare(_ person: Person, with rows: [PersonRow]) {
        let wanted = rows.compactMap { row -> Place? in
            guard let body = row.body.flatMap(institution), let kind = row.kind else { return nil }
            return Place(institution: body, kind: kind, role: row.role, origin: row.origin)
        }
        func same(_ one: Place, _ other: Place) -> Bool {
            one.institution == other.institution && one.kind == other.kind
        }
        let gone = person.places.filter { place in !wanted.contains { same($0, place) } }
        let new = wanted.filter { place in !person.places.contains { same($0, place) } }
        let origin = rows.first?.origin
        let who = rows.first?.name ?? ""
        for (old, place) in zip(gone, new) {
            drafting.make(.transfer(person.id, from: old.institution, old.kind, to: place))
            add(
                .place,
                about(
                    who,
                    Wording(
                        zh:
                            "由\(name(of: old.institution))\(old.kind.name.zh)转到\(name(of: place.institution))\(place.kind.name.zh)",
                        en:
                            "from \(name(of: old.institution)), \(old.kind.name.en), to \(name(of: place.institution)), \(place.kind.name.en)"
                    )), origin)
        }
        for place in new.dropFirst(gone.count) {
            drafting.make(.enrol(person.id, place))
            add(
                .place,
                about(
                    who,
                    Wording(zh: "上编到\(name(of: place.institution))", en: "enrols at \(name(of: place.institution))")),
                origin)
        }
        for place in gone.dropFirst(new.count) {
            drafting.make(.leave(person.id, place.institution, place.kind, nil))
            add(
                .place,
                about(
                    who,
                    Wording(
                        zh: "不再占\(name(of: place.institution))编制", en: "comes out of \(name(of: place.institution))")),
                origin)
        }
        for place in wanted {
            guard let now = person.places.first(where: { same($0, place) }), now.role != place.role else { continue }
            drafting.make(.appoint(person.id, place.institution, place.kind, place.role))
            add(
                .place,
                about(
                    who,
                    Wording(
                        zh: "领导职务改为\(place.role?.name.zh ?? "无")",
                        en: "leader post becomes \(place.role?.name.en ?? "none")")),
                origin)
        }
        let homes = Set(wanted.map(\.institution))
        let workplaces = rows.compactMap { $0.workplace.flatMap(institution) }
        let workplace = workplaces.first { !homes.contains($0) }
        if workplace != person.workplace {
            drafting.make(.setWorkplace(person.id, workplace))
            add(
                .place,
                about(who, Wording(zh: "实际工作单位改为\(name(of: workplace))", en: "works at \(name(of: workplace))")), origin
            )
        }
    }

    private func name(of id: Institution.ID?) -> String {
        guard let id else { return "—" }
        if let body = register.institutions[id] { return body.profile.name }
        return bodies.firstIndex(of: id).map { book.bodies[$0].name }
            ?? outside.firstIndex(of: id).map { book.outsideBodies[$0].name } ?? "—"
    }

    private func about(_ name: String, _ wording: Wording) -> Wording {
        Wording(zh: "\(name)：\(wording.zh)", en: "\(name): \(wording.en)")
    }

    /// Files what was drafted since the last difference as one.
    private mutating func add(_ kind: Difference.Kind, _ wording: Wording, _ origin: Origin?) {
        let (changes, sealed, tokens) = drafting.take()
        differences.append(
            Difference(kind, wording, origin: origin, changes: changes, sealed: sealed, tokens: tokens))
    }
}
