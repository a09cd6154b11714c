import Basics

// Field orders of the values that changes are made of; `docs/journal-format.md` is the same in prose.

extension CanonicalWriter {
    mutating func flag(_ value: Bool) { code(value ? 1 : 0) }

    mutating func value(_ value: some RawRepresentable<UInt8>) { code(value.rawValue) }

    mutating func commodity(_ commodity: Commodity) {
        switch commodity {
        case .heads(let kind):
            code(1)
            value(kind)
        case .posts(let post):
            code(2)
            value(post.role)
            value(post.rank)
        }
    }

    mutating func holder(_ holder: Holder) {
        switch holder {
        case .grant: code(0)
        case .districtPool: code(1)
        case .turnoverPool: code(2)
        case .returned: code(3)
        case .institution(let id):
            code(4)
            identifier(id)
        }
    }

    mutating func account(_ account: Account) {
        holder(account.holder)
        commodity(account.commodity)
    }

    mutating func factDate(_ date: FactDate) {
        day(date.day)
        value(date.precision)
    }

    mutating func founding(_ founding: Founding) {
        optional(founding.document) { $0.text($1) }
        optional(founding.date) { $0.factDate($1) }
    }

    mutating func profile(_ profile: Profile) {
        text(profile.name)
        optional(profile.shortName) { $0.text($1) }
        value(profile.type)
        optional(profile.rank) { $0.value($1) }
        optional(profile.category) { $0.value($1) }
        optional(profile.funding) { $0.value($1) }
        optional(profile.supervisor) { $0.identifier($1) }
        optional(profile.sponsor) { $0.identifier($1) }
        optional(profile.host) { $0.identifier($1) }
        optional(profile.officeCode) { $0.text($1) }
        optional(profile.registrationCode) { $0.text($1) }
        optional(profile.founding) { $0.founding($1) }
        list(profile.facts.sorted { $0.measure.rawValue < $1.measure.rawValue }) {
            $0.value($1.measure)
            $0.integer($1.value)
        }
    }

    mutating func attribute(_ attribute: Attribute) {
        switch attribute {
        case .name(let name): tagged(1) { $0.text(name) }
        case .shortName(let name): tagged(2) { $0.optional(name) { $0.text($1) } }
        case .type(let type): tagged(3) { $0.value(type) }
        case .rank(let rank): tagged(4) { $0.optional(rank) { $0.value($1) } }
        case .category(let category): tagged(5) { $0.optional(category) { $0.value($1) } }
        case .funding(let funding): tagged(6) { $0.optional(funding) { $0.value($1) } }
        case .supervisor(let id): tagged(7) { $0.optional(id) { $0.identifier($1) } }
        case .sponsor(let id): tagged(8) { $0.optional(id) { $0.identifier($1) } }
        case .host(let id): tagged(9) { $0.optional(id) { $0.identifier($1) } }
        case .officeCode(let code): tagged(10) { $0.optional(code) { $0.text($1) } }
        case .registrationCode(let code): tagged(11) { $0.optional(code) { $0.text($1) } }
        case .founding(let founding): tagged(12) { $0.optional(founding) { $0.founding($1) } }
        case .fact(let measure, let amount):
            tagged(13) {
                $0.value(measure)
                $0.optional(amount) { $0.integer($1) }
            }
        }
    }

    mutating func reservation(_ reservation: Reservation) {
        identifier(reservation.id)
        account(reservation.account)
        integer(reservation.count)
        value(reservation.purpose)
        optional(reservation.beneficiary) { $0.identifier($1) }
        day(reservation.lastDay)
    }

    mutating func statement(_ statement: DutyStatement) {
        identifier(statement.id)
        identifier(statement.holder)
        integer(statement.number)
        text(statement.text)
        optional(statement.origin) { $0.origin($1) }
    }

    mutating func area(_ area: Area) {
        switch area {
        case .everywhere: code(0)
        case .part(let name): tagged(1) { $0.text(name) }
        }
    }

    mutating func part(_ part: Matter.Part) {
        identifier(part.statement)
        value(part.role)
        area(part.area)
    }

    mutating func place(_ place: Place) {
        identifier(place.institution)
        value(place.kind)
        optional(place.role) { $0.value($1) }
        optional(place.origin) { $0.origin($1) }
    }

    mutating func invariant(_ invariant: Invariant) {
        code(invariant.code)
        switch invariant {
        case .notBelowZero(let account), .poolCoversReservations(let account): self.account(account)
        case .headsWithinBalance(let id, let kind):
            identifier(id)
            value(kind)
        case .postsWithinBalance(let id, let role):
            identifier(id)
            value(role)
        case .onePlace(let id): identifier(id)
        case .closedHoldsNothing(let id): identifier(id)
        case .oneLead(let id): identifier(id)
        case .withinCeiling(let commodity): self.commodity(commodity)
        }
    }

    mutating func cause(_ cause: Tolerance.Cause) {
        switch cause {
        case .baseline: code(1)
        case .absorption(let day): tagged(2) { $0.day(day) }
        }
    }

    mutating func tagged(_ tag: UInt8, _ write: (inout CanonicalWriter) -> Void) {
        code(tag)
        write(&self)
    }
}
