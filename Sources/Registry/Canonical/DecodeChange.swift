import Basics

extension Change {
    /// Reads a change by its code.
    package init(from reader: inout CanonicalReader) throws(MalformedRecord) {
        switch try reader.code() {
        case 1:
            self = .establish(try reader.identifier(), try reader.profile(), origin: try reader.optionalOrigin())
        case 2:
            self = .abolish(
                try reader.identifier(),
                successors: try reader.list { r throws(MalformedRecord) in try r.identifier() })
        case 3: self = .restore(try reader.identifier(), closedBy: try reader.integer())
        case 4: self = .amend(try reader.identifier(), try reader.attribute())
        case 5: self = .hangPlate(try reader.identifier(), try reader.text())
        case 6: self = .removePlate(try reader.identifier(), try reader.text())
        case 7:
            self = .addUnit(
                try reader.identifier(), InternalUnit(name: try reader.text(), rank: try reader.optionalValue()))
        case 8: self = .dropUnit(try reader.identifier(), name: try reader.text())
        case 9:
            self = .move(
                try reader.commodity(), count: try reader.integer(), from: try reader.holder(),
                to: try reader.holder())
        case 10:
            self = .exchange(
                try reader.holder(), count: try reader.integer(), give: try reader.commodity(),
                take: try reader.commodity())
        case 11:
            self = .setCeiling(
                try reader.commodity(), try reader.optional { r throws(MalformedRecord) in try r.integer() })
        case 12: self = .setUnknown(try reader.identifier(), try reader.value(), try reader.flag())
        case 13: self = .reserve(try reader.reservation())
        case 14: self = .settle(try reader.identifier(), count: try reader.integer())
        case 15: self = .void(try reader.identifier())
        case 16: self = .expire(try reader.identifier())
        case 17: self = .lock(try reader.identifier(), reform: try reader.citation())
        case 18: self = .unlock(try reader.identifier())
        case 19: self = .stateDuty(try reader.statement())
        case 20: self = .reviseDuty(try reader.identifier(), text: try reader.text())
        case 21:
            self = .moveDuty(try reader.identifier(), to: try reader.identifier(), number: try reader.integer())
        case 22: self = .dropDuty(try reader.identifier(), reason: try reader.digest())
        case 23:
            self = .defineMatter(
                try reader.identifier(), name: try reader.text(), catalogue: try reader.text(),
                origin: try reader.optionalOrigin())
        case 24: self = .joinMatter(try reader.identifier(), try reader.part())
        case 25: self = .leaveMatter(try reader.identifier(), try reader.identifier())
        case 26: self = .setGap(try reader.identifier(), try reader.area(), try reader.flag())
        case 27:
            self = .registerPerson(
                try reader.identifier(), personal: try reader.digest(), status: try reader.value(),
                position: try reader.optionalValue(),
                entered: try reader.optional { r throws(MalformedRecord) in try r.factDate() },
                origin: try reader.optionalOrigin())
        case 28: self = .amendPersonal(try reader.identifier(), try reader.digest())
        case 29: self = .setDisputed(try reader.identifier(), try reader.flag())
        case 30: self = .enrol(try reader.identifier(), try reader.place())
        case 31:
            self = .leave(
                try reader.identifier(), try reader.identifier(), try reader.value(), try reader.optionalValue())
        case 32:
            self = .transfer(
                try reader.identifier(), from: try reader.identifier(), try reader.value(), to: try reader.place())
        case 33:
            self = .appoint(
                try reader.identifier(), try reader.identifier(), try reader.value(), try reader.optionalValue())
        case 34: self = .setPosition(try reader.identifier(), try reader.optionalValue())
        case 35: self = .setWorkplace(try reader.identifier(), try reader.optionalIdentifier())
        case 36: self = .setStatus(try reader.identifier(), try reader.value())
        case 37: self = .openTolerance(try reader.invariant(), measure: try reader.integer(), try reader.cause())
        case 38: self = .moveTolerance(try reader.invariant(), to: try reader.invariant())
        case 39: self = .closeTolerance(try reader.invariant())
        case 40: self = .reverse(position: try reader.integer(), index: try reader.integer())
        case 41: self = .adoptRules(try reader.text(), try reader.digest())
        case 42: self = .repealRules(try reader.text())
        case let other: throw .unknownCode(other, of: "change")
        }
    }
}
