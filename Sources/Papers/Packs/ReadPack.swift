import Basics
import Norms
import Yams

/// Reads a rule pack from its YAML (`docs/rule-packs.md`), with field names in Chinese or English.
///
/// All faults of the file are found at once, with line and column (counted in characters, from 1), those of `lint`
/// included; a damaged file has the one fault of where it can't be read further. There is a pack where no fault is an
/// error.
package func readRulePack(_ text: String) -> (pack: RulePack?, faults: [PackFault]) {
    var reading = PackReading()
    do throws(UnreadablePack) {
        let node = try composePack(text)
        let pack = reading.pack(node, digest: Digest(sha256: text.utf8))
        let isWhole = !reading.faults.contains { $0.severity == .error }
        // Where something could not be read, what seems to be missing or never asked may be just that.
        if let pack { reading.faults += lint(pack).filter { isWhole || !doubtful.contains($0.code) } }
        let faults = reading.faults.sorted()
        return (faults.contains { $0.severity == .error } ? nil : pack, faults)
    } catch {
        return (nil, [error.fault])
    }
}

private let doubtful: Set<PackFault.Code> = [.emptyPack, .unusedDefinition, .additionWithoutBase, .unreachable]

extension PackReading {
    private static let packFields = [
        "pack", "code", "region", "level", "document", "from", "until", "certainty", "source", "note", "definitions",
        "clauses",
    ]

    /// The pack as far as it can be read; what is missing is a fault, and stands in as something harmless.
    fileprivate mutating func pack(_ node: Node, digest: Digest) -> RulePack? {
        guard let fields = fields(of: node, allowed: PackReading.packFields) else { return nil }
        let start = node.position
        var positions = RulePack.Positions()
        let name = required(fields, "pack", at: start) ?? ""
        let code = required(fields, "code", at: start) ?? ""
        if !code.isEmpty, !code.utf8.allSatisfy(PackReading.isOfCode), let field = fields["code"] {
            note(
                .badCode, at: field.value.position, zh: "代码“\(code)”只能用小写字母、数字和连字符，如 province-leader-posts。",
                en: "the code “\(code)” may have small letters, digits and hyphens only: province-leader-posts.")
        }
        let level = named(fields, "level", PackNames.levels, start) ?? .district
        let certainty = named(fields, "certainty", PackNames.certainties, start) ?? .inferred
        let document = document(fields["document"], &positions)
        let from = from(fields, start, &positions)
        if let field = fields["until"] { positions.until = field.value.position }
        let until = day(fields, "until")
        let definitions = definitions(fields["definitions"])
        let clauses = clauses(fields["clauses"], start, &positions)
        return RulePack(
            name: name, code: code, region: text(fields, "region"), level: level, document: document, from: from,
            until: until, certainty: certainty, source: text(fields, "source"), note: text(fields, "note"),
            definitions: definitions, clauses: clauses, digest: digest, positions: positions)
    }

    private static func isOfCode(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
    }

    mutating func named<Term>(
        _ fields: [String: Field], _ name: String, _ table: [String: Term], _ start: SourcePosition
    ) -> Term? {
        guard let text = required(fields, name, at: start), let field = fields[name] else { return nil }
        return term(text, at: field.value.position, among: table)
    }

    mutating func document(_ field: Field?, _ positions: inout RulePack.Positions) -> PackDocument {
        guard let field, let fields = fields(of: field.value, allowed: ["title", "number", "issued"]) else {
            return PackDocument()
        }
        if let issued = fields["issued"] { positions.issued = issued.value.position }
        return PackDocument(
            title: text(fields, "title"), number: text(fields, "number"), issued: day(fields, "issued"))
    }

    mutating func from(
        _ fields: [String: Field], _ start: SourcePosition, _ positions: inout RulePack.Positions
    ) -> Day? {
        guard let field = fields["from"] else {
            missing("from", at: start)
            return nil
        }
        positions.from = field.value.position
        if let text = text(of: field.value), PackNames.undated.contains(text) { return nil }
        return day(fields, "from")
    }

    private mutating func definitions(_ field: Field?) -> [Definition] {
        guard let field else { return [] }
        guard case .mapping(let mapping) = field.value else {
            note(
                .wrongShape, at: field.value.position, zh: "“定义”应为“名称: 条件”的形式。",
                en: "definitions should be “name: conditions” pairs.")
            return []
        }
        return mapping.compactMap { key, value in
            guard let name = text(of: key) else {
                note(.wrongShape, at: key.position, zh: "定义没有名称。", en: "a definition has no name.")
                return nil
            }
            return Definition(name, conditions(value), position: key.position)
        }
    }

    private mutating func clauses(
        _ field: Field?, _ start: SourcePosition, _ positions: inout RulePack.Positions
    ) -> [Clause] {
        guard let field else {
            positions.clauses = start
            return []
        }
        positions.clauses = field.position
        guard case .sequence(let sequence) = field.value else {
            if case .scalar(let scalar) = field.value, scalar.string.isEmpty { return [] }
            note(
                .wrongShape, at: field.value.position, zh: "“条款”应逐条写，每条以“- ”开头。",
                en: "clauses should be a list, each with “- ” before it.")
            return []
        }
        return sequence.compactMap { clause($0) }
    }
}
