import Basics

extension Invariant {
    /// Whom or what it is about, by name.
    package func subject(in register: Register) -> Wording { Naming(register: register).subject(of: self) }
}

/// What refusals call the things of a register.
struct Naming {
    /// Where names are looked up.
    let register: Register

    /// The name of a body, or the beginning of its identifier where the register has none.
    func body(_ id: Institution.ID) -> Wording {
        if let name = register.institutions[id]?.profile.name { return Wording(zh: name, en: name) }
        return Wording(zh: "机构\(short(id))", en: "Body \(short(id))")
    }

    /// The first eight digits of an identifier: enough to find it, and no name.
    func short<Subject>(_ id: Identifier<Subject>) -> String { String(id.description.prefix(8)) }

    /// A duty by its number and holder.
    func duty(_ id: DutyStatement.ID) -> Wording {
        guard let statement = register.duties[id] else {
            return Wording(zh: "职责\(short(id))", en: "Duty \(short(id))")
        }
        let holder = body(statement.holder)
        return Wording(
            zh: "\(holder.zh)的第\(statement.number)条职责", en: "Duty \(statement.number) of \(holder.en)")
    }

    /// A matter by its name.
    func matter(_ id: Matter.ID) -> Wording {
        guard let name = register.matters[id]?.name else {
            return Wording(zh: "事项\(short(id))", en: "Matter \(short(id))")
        }
        return Wording(zh: "事项“\(name)”", en: "Matter “\(name)”")
    }

    /// A holder by its name.
    func holder(_ holder: Holder) -> Wording {
        if let name = holder.name { return name }
        return holder.institution.map(body) ?? Wording(zh: "", en: "")
    }

    /// Whom or what an invariant is about, as the end of a sentence.
    func subject(of invariant: Invariant) -> Wording {
        switch invariant {
        case .notBelowZero(let account), .poolCoversReservations(let account):
            return joined(holder(account.holder), account.commodity.name)
        case .headsWithinBalance(let id, let kind): return joined(body(id), kind.name)
        case .postsWithinBalance(let id, let role): return joined(body(id), role.name)
        case .onePlace(let id): return Wording(zh: "人员\(short(id))", en: "person \(short(id))")
        case .closedHoldsNothing(let id): return body(id)
        case .oneLead(let id): return matter(id)
        case .withinCeiling(let commodity): return commodity.name
        }
    }

    /// What an invariant says, and by how much it would be broken.
    func breach(of invariant: Invariant, by excess: Int) -> Wording {
        let subject = subject(of: invariant)
        let first = capitalised(subject.en)
        switch invariant {
        case .notBelowZero:
            return Wording(
                zh: "\(subject.zh)会透支\(excess)名。", en: "\(first): the balance would be \(excess) below zero.")
        case .headsWithinBalance:
            return Wording(
                zh: "\(subject.zh)的实有和预留会超出核定数\(excess)名。",
                en: "\(first): people and reserved heads would be \(excess) over what is approved.")
        case .postsWithinBalance:
            return Wording(
                zh: "\(subject.zh)的实配和预留会超出核定职数\(excess)名。",
                en: "\(first): leaders and reserved posts would be \(excess) over what is approved.")
        case .poolCoversReservations:
            return Wording(
                zh: "\(subject.zh)的预留会超出余额\(excess)名。",
                en: "\(first): reservations would be \(excess) over the balance.")
        case .onePlace:
            return Wording(
                zh: "\(subject.zh)会同时占用\(excess + 1)个编制。",
                en: "\(first) would have \(excess) more than one place on the establishment.")
        case .closedHoldsNothing:
            return Wording(
                zh: "\(subject.zh)撤销后还会留有\(excess)项（编制、职数、人员、职责、牌子、内设机构、预留、下属机构或登记）。",
                en: "\(first) would be closed with \(excess) things left: heads, posts, people, duties, plates, units, "
                    + "reservations, bodies under it, or a registration.")
        case .oneLead:
            return Wording(
                zh: "\(subject.zh)会没有牵头单位，或者同一区域有几个牵头单位。",
                en: "\(first) would have no lead, or several in one area.")
        case .withinCeiling:
            return Wording(
                zh: "下达的\(subject.zh)会超出总量\(excess)名。",
                en: "The upper level's grant (\(subject.en)) would be \(excess) over its ceiling.")
        }
    }

    private func joined(_ holder: Wording, _ commodity: Wording) -> Wording {
        Wording(zh: "\(holder.zh)的\(commodity.zh)", en: "\(holder.en), \(commodity.en)")
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
