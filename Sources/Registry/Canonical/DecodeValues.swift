import Basics

extension CanonicalReader {
    mutating func commodity() throws(MalformedRecord) -> Commodity {
        switch try code() {
        case 1: return .heads(try value())
        case 2: return .posts(LeaderPost(try value(), try value()))
        case let other: throw .unknownCode(other, of: "commodity")
        }
    }

    mutating func holder() throws(MalformedRecord) -> Holder {
        switch try code() {
        case 0: return .grant
        case 1: return .districtPool
        case 2: return .turnoverPool
        case 3: return .returned
        case 4: return .institution(try identifier())
        case let other: throw .unknownCode(other, of: "holder")
        }
    }

    mutating func account() throws(MalformedRecord) -> Account { Account(try holder(), try commodity()) }

    mutating func factDate() throws(MalformedRecord) -> FactDate { FactDate(try day(), precision: try value()) }

    mutating func founding() throws(MalformedRecord) -> Founding {
        Founding(
            document: try optional { r throws(MalformedRecord) in try r.text() },
            date: try optional { r throws(MalformedRecord) in try r.factDate() })
    }

    mutating func profile() throws(MalformedRecord) -> Profile {
        let name = try text()
        let shortName = try optionalText()
        return Profile(
            name: name, type: try value(), shortName: shortName, rank: try optionalValue(),
            category: try optionalValue(), funding: try optionalValue(), supervisor: try optionalIdentifier(),
            sponsor: try optionalIdentifier(), host: try optionalIdentifier(), officeCode: try optionalText(),
            registrationCode: try optionalText(),
            founding: try optional { r throws(MalformedRecord) in try r.founding() },
            facts: try Self.ordered(list { r throws(MalformedRecord) in ScaleFact(try r.value(), try r.integer()) }))
    }

    // A profile puts its facts in order, so bytes in another order would be a second way of writing it.
    private static func ordered(_ facts: [ScaleFact]) throws(MalformedRecord) -> [ScaleFact] {
        for (fact, next) in zip(facts, facts.dropFirst()) where fact.measure.rawValue > next.measure.rawValue {
            throw .notCanonical("facts")
        }
        return facts
    }

    mutating func attribute() throws(MalformedRecord) -> Attribute {
        switch try code() {
        case 1: return .name(try text())
        case 2: return .shortName(try optionalText())
        case 3: return .type(try value())
        case 4: return .rank(try optionalValue())
        case 5: return .category(try optionalValue())
        case 6: return .funding(try optionalValue())
        case 7: return .supervisor(try optionalIdentifier())
        case 8: return .sponsor(try optionalIdentifier())
        case 9: return .host(try optionalIdentifier())
        case 10: return .officeCode(try optionalText())
        case 11: return .registrationCode(try optionalText())
        case 12: return .founding(try optional { r throws(MalformedRecord) in try r.founding() })
        case 13: return .fact(try value(), try optional { r throws(MalformedRecord) in try r.integer() })
        case let other: throw .unknownCode(other, of: "attribute")
        }
    }

    mutating func reservation() throws(MalformedRecord) -> Reservation {
        Reservation(
            id: try identifier(), account: try account(), count: try integer(), purpose: try value(),
            beneficiary: try optionalIdentifier(), lastDay: try day())
    }

    mutating func statement() throws(MalformedRecord) -> DutyStatement {
        DutyStatement(
            id: try identifier(), holder: try identifier(), number: try integer(), text: try text(),
            origin: try optionalOrigin())
    }

    mutating func area() throws(MalformedRecord) -> Area {
        switch try code() {
        case 0: return .everywhere
        case 1: return .part(try text())
        case let other: throw .unknownCode(other, of: "area")
        }
    }

    mutating func part() throws(MalformedRecord) -> Matter.Part {
        Matter.Part(statement: try identifier(), role: try value(), area: try area())
    }

    mutating func place() throws(MalformedRecord) -> Place {
        Place(
            institution: try identifier(), kind: try value(), role: try optionalValue(), origin: try optionalOrigin())
    }

    mutating func invariant() throws(MalformedRecord) -> Invariant {
        switch try code() {
        case 1: return .notBelowZero(try account())
        case 2: return .headsWithinBalance(try identifier(), try value())
        case 3: return .postsWithinBalance(try identifier(), try value())
        case 4: return .poolCoversReservations(try account())
        case 5: return .onePlace(try identifier())
        case 6: return .closedHoldsNothing(try identifier())
        case 7: return .oneLead(try identifier())
        case 8: return .withinCeiling(try commodity())
        case let other: throw .unknownCode(other, of: "invariant")
        }
    }

    mutating func cause() throws(MalformedRecord) -> Tolerance.Cause {
        switch try code() {
        case 1: return .baseline
        case 2: return .absorption(until: try day())
        case let other: throw .unknownCode(other, of: "cause")
        }
    }

    mutating func optionalText() throws(MalformedRecord) -> String? {
        try optional { r throws(MalformedRecord) in try r.text() }
    }

    mutating func optionalIdentifier<Subject>() throws(MalformedRecord) -> Identifier<Subject>? {
        try optional { r throws(MalformedRecord) in try r.identifier() }
    }

    mutating func optionalOrigin() throws(MalformedRecord) -> Origin? {
        try optional { r throws(MalformedRecord) in try r.origin() }
    }

    mutating func optionalValue<Value: RawRepresentable>() throws(MalformedRecord) -> Value?
    where Value.RawValue == UInt8 {
        try optional { r throws(MalformedRecord) in try r.value() }
    }
}
