import Basics

extension Change {
    /// Writes the code of the change, then its fields.
    package func encode(to writer: inout CanonicalWriter) {
        switch self {
        case .establish(let id, let profile, let origin):
            writer.code(1)
            writer.identifier(id)
            writer.profile(profile)
            writer.optional(origin) { $0.origin($1) }
        case .abolish(let id, let successors):
            writer.code(2)
            writer.identifier(id)
            writer.list(successors) { $0.identifier($1) }
        case .restore(let id, let position):
            writer.code(3)
            writer.identifier(id)
            writer.integer(position)
        case .amend(let id, let attribute):
            writer.code(4)
            writer.identifier(id)
            writer.attribute(attribute)
        case .hangPlate(let id, let plate): writer.body(5, id, plate)
        case .removePlate(let id, let plate): writer.body(6, id, plate)
        case .addUnit(let id, let unit):
            writer.body(7, id, unit.name)
            writer.optional(unit.rank) { $0.value($1) }
        case .dropUnit(let id, let name): writer.body(8, id, name)
        case .move(let commodity, let count, let from, let to):
            writer.code(9)
            writer.commodity(commodity)
            writer.integer(count)
            writer.holder(from)
            writer.holder(to)
        case .exchange(let holder, let count, let give, let take):
            writer.code(10)
            writer.holder(holder)
            writer.integer(count)
            writer.commodity(give)
            writer.commodity(take)
        case .setCeiling(let commodity, let ceiling):
            writer.code(11)
            writer.commodity(commodity)
            writer.optional(ceiling) { $0.integer($1) }
        case .setUnknown(let id, let group, let isUnknown):
            writer.code(12)
            writer.identifier(id)
            writer.value(group)
            writer.flag(isUnknown)
        case .reserve(let reservation): writer.tagged(13) { $0.reservation(reservation) }
        case .settle(let id, let count):
            writer.code(14)
            writer.identifier(id)
            writer.integer(count)
        case .void(let id): writer.tagged(15) { $0.identifier(id) }
        case .expire(let id): writer.tagged(16) { $0.identifier(id) }
        case .lock(let id, let reform):
            writer.code(17)
            writer.identifier(id)
            writer.citation(reform)
        case .unlock(let id): writer.tagged(18) { $0.identifier(id) }
        case .stateDuty(let statement): writer.tagged(19) { $0.statement(statement) }
        case .reviseDuty(let id, let text):
            writer.code(20)
            writer.identifier(id)
            writer.text(text)
        case .moveDuty(let id, let holder, let number):
            writer.code(21)
            writer.identifier(id)
            writer.identifier(holder)
            writer.integer(number)
        case .dropDuty(let id, let reason):
            writer.code(22)
            writer.identifier(id)
            writer.digest(reason)
        case .defineMatter(let id, let name, let catalogue, let origin):
            writer.code(23)
            writer.identifier(id)
            writer.text(name)
            writer.text(catalogue)
            writer.optional(origin) { $0.origin($1) }
        case .joinMatter(let id, let part):
            writer.code(24)
            writer.identifier(id)
            writer.part(part)
        case .leaveMatter(let id, let statement):
            writer.code(25)
            writer.identifier(id)
            writer.identifier(statement)
        case .setGap(let id, let area, let isGap):
            writer.code(26)
            writer.identifier(id)
            writer.area(area)
            writer.flag(isGap)
        case .registerPerson(let id, let personal, let status, let position, let entered, let origin):
            writer.code(27)
            writer.identifier(id)
            writer.digest(personal)
            writer.value(status)
            writer.optional(position) { $0.value($1) }
            writer.optional(entered) { $0.factDate($1) }
            writer.optional(origin) { $0.origin($1) }
        case .amendPersonal(let id, let personal):
            writer.code(28)
            writer.identifier(id)
            writer.digest(personal)
        case .setDisputed(let id, let isDisputed):
            writer.code(29)
            writer.identifier(id)
            writer.flag(isDisputed)
        case .enrol(let id, let place):
            writer.code(30)
            writer.identifier(id)
            writer.place(place)
        case .leave(let id, let institution, let kind, let cause):
            writer.person(31, id, institution, kind)
            writer.optional(cause) { $0.value($1) }
        case .transfer(let id, let institution, let kind, let place):
            writer.person(32, id, institution, kind)
            writer.place(place)
        case .appoint(let id, let institution, let kind, let role):
            writer.person(33, id, institution, kind)
            writer.optional(role) { $0.value($1) }
        case .setPosition(let id, let position):
            writer.code(34)
            writer.identifier(id)
            writer.optional(position) { $0.value($1) }
        case .setWorkplace(let id, let institution):
            writer.code(35)
            writer.identifier(id)
            writer.optional(institution) { $0.identifier($1) }
        case .setStatus(let id, let status):
            writer.code(36)
            writer.identifier(id)
            writer.value(status)
        case .openTolerance(let invariant, let measure, let cause):
            writer.code(37)
            writer.invariant(invariant)
            writer.integer(measure)
            writer.cause(cause)
        case .moveTolerance(let from, let to):
            writer.code(38)
            writer.invariant(from)
            writer.invariant(to)
        case .closeTolerance(let invariant): writer.tagged(39) { $0.invariant(invariant) }
        case .reverse(let position, let index):
            writer.code(40)
            writer.integer(position)
            writer.integer(index)
        case .adoptRules(let code, let digest):
            writer.code(41)
            writer.text(code)
            writer.digest(digest)
        case .repealRules(let code): writer.tagged(42) { $0.text(code) }
        }
    }
}

extension CanonicalWriter {
    fileprivate mutating func body(_ tag: UInt8, _ id: Institution.ID, _ name: String) {
        code(tag)
        identifier(id)
        text(name)
    }

    fileprivate mutating func person(
        _ tag: UInt8, _ id: Person.ID, _ institution: Institution.ID, _ kind: EstablishmentKind
    ) {
        code(tag)
        identifier(id)
        identifier(institution)
        value(kind)
    }
}
