import Basics
import Reform
import Registry

/// Reads what becomes of name plates, internal units and locks.
func readSignStep(_ verb: Verb, _ fields: PlanFields) throws(UnreadablePlan) -> Action {
    switch verb {
    case .hangPlates, .removePlates:
        try fields.allow(verb, "plates")
        let plates = try fields.texts("plates")
        let name = try fields.subject(verb)
        return verb == .hangPlates ? .hangPlates(name, plates) : .removePlates(name, plates)
    case .addUnits:
        try fields.allow(verb, "names", "rank")
        let rank: Rank? = try fields.term("rank", \.name)
        return .addUnits(
            try fields.subject(verb), try fields.texts("names").map { InternalUnit(name: $0, rank: rank) })
    case .closeUnits:
        try fields.allow(verb, "names")
        return .closeUnits(try fields.subject(verb), try fields.texts("names"))
    case .renameUnit:
        try fields.allow(verb, "from", "to")
        return .renameUnit(try fields.subject(verb), from: try fields.required("from"), to: try fields.required("to"))
    case .moveUnits:
        try fields.allow(verb, "names", "to")
        return .moveUnits(try fields.texts("names"), of: try fields.subject(verb), to: try fields.required("to"))
    default:
        try fields.allow(verb)
        let names = try fields.texts(verb.rawValue)
        return verb == .lock ? .lock(names) : .unlock(names)
    }
}
