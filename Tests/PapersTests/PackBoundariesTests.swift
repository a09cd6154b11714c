import Basics
import Foundation
import Norms
import Papers
import Testing

@Suite("The shipped packs say what their documents say")
struct PackBoundariesTests {
    @Test("There are packs, and rows enough to hold them to their documents")
    func thereAreRows() throws {
        #expect(ShippedPacks.files.count >= 15)
        #expect(try ShippedPacks.rows.get().count >= 120)
    }

    @Test("A shipped pack has no fault, and its code is its file's name", arguments: ShippedPacks.files)
    func noFault(file: String) throws {
        let code = String(file.dropLast(5))
        let (pack, faults) = try ShippedPacks.pack(code)
        #expect(faults.isEmpty, "\(faults.map { "\($0.position.line):\($0.position.column) \($0.wording.zh)" })")
        #expect(try #require(pack).code == code)
    }

    @Test("A row of the tables is decided as it is written", arguments: (try? ShippedPacks.rows.get()) ?? [])
    func decided(row: BoundaryRow) throws {
        let pack = try #require(try ShippedPacks.pack(row.code).pack)
        let verdict = verdict(
            on: row.item, for: row.sheet, by: try ShippedPacks.rulebook(pack), figures: row.figures)
        switch (row.expected, verdict.outcome) {
        case (.allowed(let range, let isOpen), .allowed(let found, let foundOpen)):
            // A share without a lower or upper end reaches to nothing or to all.
            let ends =
                row.item.isShare
                ? NumberRange(low: found.low ?? 0, high: found.high ?? 100) : found
            #expect(ends == range)
            #expect(foundOpen == isOpen)
        case (.none, .allowed(let found, _)):
            #expect(found == NumberRange(0))
            #expect(verdict.reason != nil)
        case (.refer, .refer), (.noRule, .noRule): break
        case (.elsewhere, .noRule):
            let clause = pack.clauses.first { $0.number == row.clause && $0.item == row.item }
            guard case .elsewhere? = clause?.decision else {
                Issue.record("\(row.clause ?? "-") does not pass on")
                return
            }
            return
        case (.cannotTell(let facts), .cannotTell(let missing)): #expect(missing.facts.facts == facts)
        default: Issue.record("\(row.expected) was expected, \(verdict.outcome) was said")
        }
        #expect(verdict.ruling?.clause.number == row.clause)
        if let standing = row.standing { #expect(verdict.standing == standing) }
    }

    @Test("Every clause has a row, and every band one at each of its ends", arguments: ShippedPacks.files)
    func bandsAreCovered(file: String) throws {
        let code = String(file.dropLast(5))
        let pack = try #require(try ShippedPacks.pack(code).pack)
        let rows = try ShippedPacks.rows.get().filter { $0.code == code }
        for clause in pack.clauses where !clause.isAddition {
            let own = rows.filter { $0.clause == clause.number && $0.item == clause.item }
            #expect(!own.isEmpty, "\(clause.number): no row")
            guard case .bands(let by, let bands) = clause.decision else { continue }
            let values = Set(own.compactMap { $0.sheet[by] })
            for end in bands.flatMap({ [$0.range.low, $0.range.high] }).compactMap({ $0 }) {
                #expect(values.contains(end), "\(clause.number): no row with \(end)")
            }
        }
    }

    @Test("The packs in the guide have no fault", arguments: ["docs/rule-packs.md", "docs/rule-packs.zh-CN.md"])
    func guide(file: String) throws {
        let examples = try ShippedPacks.text(of: file).components(separatedBy: "```yaml\n").dropFirst()
            .compactMap { $0.components(separatedBy: "```").first }
        #expect(examples.count >= 2)
        for example in examples {
            // A part of a pack gets the head that it leaves out.
            let isWhole = example.hasPrefix("规则包:") || example.hasPrefix("pack:")
            let head = "规则包: 例\n代码: li\n层级: 区县\n施行: 不详\n可信度: 样板\n"
            let (_, faults) = readRulePack(isWhole ? example : head + example)
            #expect(faults.isEmpty, "\(faults.map(\.placed.zh))")
        }
    }
}
