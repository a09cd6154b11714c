import Basics
import Reform
import Registry

/// Reads what becomes of people.
func readPeopleStep(_ verb: Verb, _ fields: PlanFields) throws(UnreadablePlan) -> Action {
    switch verb {
    case .transfer:
        try fields.allow(verb, "to", "people", "kind", "with heads")
        return .transfer(
            try fields.choice() ?? .all, from: try fields.subject(verb), to: try fields.required("to"),
            kind: try fields.term("kind", \.name), withHeads: try fields.flag("with heads") ?? true)
    case .place:
        try fields.allow(verb, "working at", "by")
        guard let placement: Placement = try fields.term("by", \.name) else { throw fields.missing("by", fields.line) }
        return .place(of: try fields.subject(verb), workingAt: try fields.required("working at"), placement)
    case .callBack:
        try fields.allow(verb)
        return .callBack(try fields.person(verb.rawValue))
    default:
        try fields.allow(verb, "keeping")
        return .endSecondPlace(try fields.person(verb.rawValue), keeping: try fields.required("keeping"))
    }
}
