import Registry

extension FactSheet {
    /// The facts of a body of a register, or nil when it isn't there.
    ///
    /// A body without a duty on file is one whose duties are unknown: no public body has none. Internal units are those
    /// set up by name or, where there are none, those its table counts.
    /// - Parameter needed: the facts to look up; the others stay unknown, which spares a walk over duties and children.
    package init?(of id: Institution.ID, in register: Register, needed: FactSet = .all) {
        guard let body = register.institutions[id] else { return nil }
        self.init(body, in: register, needed: needed)
    }

    init(_ body: Institution, in register: Register, needed: FactSet) {
        self.init(name: body.profile.name)
        let profile = body.profile
        self[.type] = Int(profile.type.rawValue)
        self[.rank] = profile.rank.map { Int($0.rawValue) }
        self[.category] = profile.category.map { Int($0.rawValue) }
        self[.funding] = profile.funding.map { Int($0.rawValue) }
        for fact in profile.facts { self[Fact(fact.measure)] = fact.value }
        if !body.units.isEmpty { self[.internalUnits] = body.units.count }
        if needed.contains(.supervisorType), let supervisor = profile.supervisor {
            self[.supervisorType] = register.institutions[supervisor].map { Int($0.profile.type.rawValue) }
        }
        readHeads(of: body.id, in: register)
        if needed.contains(.occupied) { self[.occupied] = register.presence(of: body.id).occupied }
        if needed.contains(.subordinates) { self[.subordinates] = register.dependents(of: body.id).count }
        if needed.contains(.duties) || needed.contains(.dutyTexts) {
            let texts = register.duties(of: body.id).map(\.text)
            if !texts.isEmpty {
                self[.duties] = texts.count
                dutyTexts = texts
            }
        }
    }

    private mutating func readHeads(of id: Institution.ID, in register: Register) {
        guard !register.ledger.isUnknown(.heads, of: id) else { return }
        var total = 0
        for kind in Int(Fact.administrativeHeads.rawValue)...Int(Fact.workerHeads.rawValue) { values[kind] = 0 }
        for holding in register.ledger.holdings(of: .institution(id)) {
            guard case .heads(let kind) = holding.commodity else { continue }
            total += holding.amount
            self[Fact(kind)] = holding.amount
        }
        self[.heads] = total
    }
}

extension Fact {
    /// The approved heads of a kind.
    package init(_ kind: EstablishmentKind) {
        switch kind {
        case .administrative: self = .administrativeHeads
        case .politicalLegal: self = .politicalLegalHeads
        case .institutionFull: self = .fullHeads
        case .institutionPartial: self = .partialHeads
        case .institutionSelf: self = .selfFundedHeads
        case .worker: self = .workerHeads
        }
    }

    /// The fact that a measure of a profile gives.
    package init(_ measure: ScaleMeasure) {
        switch measure {
        case .internalUnits: self = .internalUnits
        case .classes: self = .classes
        case .pupils: self = .pupils
        case .beds: self = .beds
        case .income: self = .income
        case .businessIncome: self = .businessIncome
        case .stage: self = .stage
        case .population: self = .population
        case .leadershipSystem: self = .leadershipSystem
        case .partyOrganisation: self = .partyOrganisation
        }
    }
}
