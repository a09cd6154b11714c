import Basics
import Reform
import Registry
import Yams

/// Reads what becomes of heads and leader posts.
func readFigureStep(_ verb: Verb, _ fields: PlanFields) throws(UnreadablePlan) -> Action {
    switch verb {
    case .moveHeads:
        try fields.allow(verb, "kind", "from", "to")
        let count = try fields.positive(verb.rawValue)
        let kind = try fields.kind()
        guard let from = try fields.holder("from") else { throw fields.missing("from", fields.line) }
        guard let to = try fields.holder("to") else { throw fields.missing("to", fields.line) }
        return .moveHeads(kind, count: count, from: from, to: to)
    case .cut:
        try fields.allow(verb, "to", "kind", "heads to", "absorb until")
        guard let remaining = try fields.number("to") else { throw fields.missing("to", fields.line) }
        return .cut(
            try fields.subject(verb), kind: try fields.term("kind", \.name), remaining: remaining,
            to: try fields.holder("heads to") ?? .districtPool, absorb: try fields.day("absorb until"))
    case .exchange:
        try fields.allow(verb, "count", "from", "to")
        return .exchange(
            try fields.subject(verb), count: try fields.positive("count"), give: try fields.kind("from"),
            take: try fields.kind("to"))
    case .lend:
        try fields.allow(verb, "kind", "to", "until")
        let count = try fields.positive(verb.rawValue)
        guard let day = try fields.day("until") else { throw fields.missing("until", fields.line) }
        return .lend(try fields.kind(), count: count, to: try fields.required("to"), until: day)
    case .giveBack:
        try fields.allow(verb, "kind", "count")
        return .giveBack(
            try fields.subject(verb), kind: try fields.term("kind", \.name),
            count: fields.has("count") ? try fields.positive("count") : nil)
    case .setPosts:
        try fields.allow([verb.rawValue, "posts"] + PlanFields.roles.map(\.0) + ["absorb until"])
        return .setPosts([try readApproval(of: verb.rawValue, fields)])
    default:
        try fields.allow(verb)
        let rows = fields.node(verb.rawValue)?.sequence.map(Array.init) ?? []
        guard !rows.isEmpty else { throw fields.missing(verb.rawValue, fields.line) }
        var read: [PostsApproval] = []
        for row in rows {
            let row = try PlanFields(row)
            try row.allow(["body", "posts"] + PlanFields.roles.map(\.0) + ["absorb until"])
            read.append(try readApproval(of: "body", row))
        }
        return .setPosts(read)
    }
}

private func readApproval(of name: String, _ fields: PlanFields) throws(UnreadablePlan) -> PostsApproval {
    let posts = try fields.posts(in: "posts").merging(try fields.posts()) { $1 }
    guard !posts.isEmpty else { throw fields.missing("posts", fields.line) }
    return PostsApproval(try fields.required(name), posts, absorb: try fields.day("absorb until"))
}
