import Foundation
import Norms
import Testing

/// A row of a table of boundaries, written by hand from the documents: what a pack must say of a body.
struct BoundaryRow: Sendable, CustomTestStringConvertible {
    let code: String
    /// The clause that decides, or with cannot tell the first in doubt; nil where none does.
    let clause: String?
    let item: NormItem
    let sheet: FactSheet
    let expected: Expectation
    let figures: Figures
    /// How what is approved stands to it, where the row says so.
    let standing: Standing?
    let testDescription: String

    enum Expectation: Equatable, Sendable {
        case allowed(NumberRange, isOpen: Bool)
        case none
        case refer
        case elsewhere
        case noRule
        case cannotTell([Fact])
    }

    /// Reads `pack, clause, item, facts, expected` and perhaps `approved, standing`, by tabs.
    init(_ line: String) throws {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == 5 || cells.count == 7 else { throw BadRow(line: line, cell: "\(cells.count)") }
        code = cells[0]
        clause = cells[1] == "-" ? nil : cells[1]
        guard let item = NormItem.allCases.first(where: { $0.name.zh == cells[2] }) else {
            throw BadRow(line: line, cell: cells[2])
        }
        self.item = item
        sheet = try BoundaryRow.sheet(cells[3], line)
        expected = try BoundaryRow.expectation(cells[4], line)
        figures = cells.count == 7 ? try BoundaryRow.figures(cells[5], line) : Figures()
        standing = cells.count == 7 ? try BoundaryRow.standing(cells[6], line) : nil
        testDescription = cells.joined(separator: " | ")
    }

    private static func sheet(_ text: String, _ line: String) throws -> FactSheet {
        var sheet = FactSheet()
        for pair in text.split(separator: " ") {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let fact = Fact.allCases.first(where: { $0.name.zh == parts[0] }) else {
                throw BadRow(line: line, cell: String(pair))
            }
            switch fact.kind {
            case .text: sheet.name = parts[1]
            case .number: sheet[fact] = try number(parts[1], line)
            case .choice:
                let code = fact.codes.first { names(of: $0, fact).contains(parts[1]) }
                guard let code else { throw BadRow(line: line, cell: String(pair)) }
                sheet[fact] = code
            }
        }
        return sheet
    }

    /// 职高/中职 is read as either, 乡镇(街道) also as 乡镇.
    private static func names(of code: Int, _ fact: Fact) -> [String] {
        guard let name = fact.name(of: code)?.zh else { return [] }
        return [name, String(name.prefix { $0 != "(" })] + name.split(separator: "/").map(String.init)
    }

    private static func expectation(_ text: String, _ line: String) throws -> Expectation {
        switch text {
        case "none": return .none
        case "refer": return .refer
        case "elsewhere": return .elsewhere
        case "no rule": return .noRule
        default: break
        }
        if text.hasPrefix("cannot tell: ") {
            let facts = try text.dropFirst(13).split(separator: " ").map { word in
                guard let fact = Fact.allCases.first(where: { $0.name.zh == word }) else {
                    throw BadRow(line: line, cell: text)
                }
                return fact
            }
            return .cannotTell(facts.sorted())
        }
        let isOpen = text.hasSuffix("+")
        let ends = try text.trimmingCharacters(in: ["+"]).split(separator: "-").map { try number(String($0), line) }
        guard let low = ends.first, let high = ends.last, ends.count <= 2 else { throw BadRow(line: line, cell: text) }
        return .allowed(NumberRange(low: low, high: high), isOpen: isOpen)
    }

    private static func figures(_ text: String, _ line: String) throws -> Figures {
        let numbers = try text.split(separator: "/").map { try number(String($0), line) }
        return numbers.count == 2
            ? Figures(inPlace: numbers[0], total: numbers[1]) : Figures(approved: numbers.first)
    }

    private static func standing(_ text: String, _ line: String) throws -> Standing {
        let words = text.split(separator: " ")
        switch (words.first, words.last.flatMap { Int($0) }) {
        case ("agrees", nil): return .agrees
        case ("needs", nil): return .needsDiscretion
        case ("over", let count?): return .over(count)
        case ("under", let count?): return .under(count)
        default: throw BadRow(line: line, cell: text)
        }
    }

    private static func number(_ text: String, _ line: String) throws -> Int {
        guard let number = Int(text) else { throw BadRow(line: line, cell: text) }
        return number
    }
}

/// A row that isn't in the shape of the table.
struct BadRow: Error {
    let line: String
    let cell: String
}
