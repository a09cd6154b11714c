import Basics
import Norms
import Procedure
import Yams

/// Reads a competence table from its YAML (`docs/competence.md`), with field names in Chinese or English.
///
/// All faults of the file are found at once, with line and column, those of `lint` included. There is a table where no
/// fault is an error.
package func readCompetenceTable(_ text: String) -> (table: CompetenceTable?, faults: [PackFault]) {
    var reading = PackReading()
    do throws(UnreadablePack) {
        let node = try composePack(text)
        let table = reading.table(node, digest: Digest(sha256: text.utf8))
        // Where a row could not be read, what seems to be open may be just that.
        let isWhole = !reading.faults.contains { $0.severity == .error }
        if let table, isWhole { reading.faults += lint(table) }
        let faults = reading.faults.sorted()
        return (faults.contains { $0.severity == .error } ? nil : table, faults)
    } catch {
        return (nil, [error.fault])
    }
}

extension PackReading {
    private static let tableFields = [
        "table", "region", "document", "from", "until", "certainty", "source", "note", "meeting", "clauses",
    ]

    /// The table as far as it can be read; what is missing is a fault, and stands in as something harmless.
    fileprivate mutating func table(_ node: Node, digest: Digest) -> CompetenceTable? {
        guard let fields = fields(of: node, allowed: PackReading.tableFields) else { return nil }
        let start = node.position
        var positions = RulePack.Positions()
        let name = required(fields, "table", at: start) ?? ""
        let certainty = named(fields, "certainty", PackNames.certainties, start) ?? .inferred
        let document = document(fields["document"], &positions)
        let from = from(fields, start, &positions)
        if let field = fields["until"] { positions.until = field.value.position }
        positions.clauses = fields["clauses"]?.position ?? start
        return CompetenceTable(
            name: name, region: text(fields, "region"), document: document, from: from, until: day(fields, "until"),
            certainty: certainty, source: text(fields, "source"), note: text(fields, "note"),
            quorum: fields["meeting"].flatMap { quorum($0.value) }, rows: rows(fields["clauses"]), digest: digest,
            positions: positions)
    }

    private mutating func quorum(_ node: Node) -> Quorum? {
        guard let fields = fields(of: node, allowed: ["members", "present", "in favour"]) else { return nil }
        guard let present = number(fields, "present", at: node.position),
            let inFavour = number(fields, "in favour", at: node.position)
        else { return nil }
        let members = fields["members"] == nil ? nil : number(fields, "members", at: node.position)
        return Quorum(members: members, present: present, inFavour: inFavour, position: node.position)
    }

    /// A number of people, one at least.
    private mutating func number(_ fields: [String: Field], _ name: String, at position: SourcePosition) -> Int? {
        guard let field = fields[name] else {
            missing(name, at: position)
            return nil
        }
        guard let range = range(field.value) else { return nil }
        guard let number = range.low, number > 0, range.high == number || range.high == nil else {
            note(
                .badNumber, at: field.value.position, zh: "这里应写人数，至少1名。",
                en: "this should be a number of people, one or more.")
            return nil
        }
        return number
    }

    private mutating func rows(_ field: Field?) -> [CompetenceRow] {
        guard let field else { return [] }
        guard case .sequence(let sequence) = field.value else {
            if case .scalar(let scalar) = field.value, scalar.string.isEmpty { return [] }
            note(
                .wrongShape, at: field.value.position, zh: "“条款”应逐条写，每条以“- ”开头。",
                en: "clauses should be a list, each with “- ” before it.")
            return []
        }
        return sequence.compactMap { row($0) }
    }
}
