import Basics
import Registry

@testable import Papers

/// A sheet from rows of texts; numbers are written as texts with a `#` before them, "" is an empty cell.
func sheet(_ name: String, _ rows: [[String]], merges: [Merge] = [], hidden: Bool = false) -> Sheet {
    Sheet(
        name: name,
        rows: rows.map { row in
            row.map { text in
                if text.isEmpty { return .empty }
                if text.hasPrefix("#"), let value = Double(text.dropFirst()) {
                    return .number(value, written: String(text.dropFirst()))
                }
                return .text(text)
            }
        }, merges: merges, hidden: hidden)
}

/// A workbook of sheets in memory.
func workbook(_ sheets: Sheet...) -> Workbook { Workbook(sheets: sheets, origin: .xlsx) }

/// What a book says, without places and indexes, so that two workbooks of one content compare equal.
struct Content: Equatable {
    var bodies: [String]
    var people: [String]
    var duties: [String]
    var matters: [String]
    var rejected: [String]

    init(_ book: DistrictBook) {
        func named(_ reference: BodyReference?) -> String {
            switch reference {
            case nil: "-"
            case .body(let index): book.bodies[index].name
            case .known(let index): "known \(index)"
            case .outside(let index): "outside " + book.outsideBodies[index].name
            }
        }
        func sorted<Key: Comparable>(_ figures: [Key: Int]?) -> String {
            figures.map { $0.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",") }
                ?? "unknown"
        }
        bodies = book.bodies.map { row in
            let parts: [String] = [
                row.name, row.officeCode ?? "-", row.plates.joined(separator: "+"), "\(row.type)",
                row.rank.map { "\($0)" } ?? "-", named(row.supervisor), row.category.map { "\($0)" } ?? "-",
                row.funding.map { "\($0)" } ?? "-", row.registrationCode ?? "-", sorted(row.heads), sorted(row.posts),
                row.founding?.document ?? "-", row.founding?.date?.description ?? "-",
                row.facts.map { "\($0.measure)=\($0.value)" }.joined(separator: ","), row.remark ?? "-",
            ]
            return parts.joined(separator: "|")
        }.sorted()
        people = book.people.map { row in
            let parts: [String] = [
                row.name, row.sex.map { "\($0)" } ?? "-", row.identityNumber ?? "-", row.birth?.description ?? "-",
                named(row.body), row.kind.map { "\($0)" } ?? "-", row.position.map { "\($0)" } ?? "-",
                row.status.map { "\($0)" } ?? "-", row.role.map { "\($0)" } ?? "-", named(row.workplace),
                row.entryForm ?? "-", row.entered?.description ?? "-",
            ]
            return parts.joined(separator: "|")
        }.sorted()
        duties = book.duties.map { "\(named($0.body))|\($0.number)|\($0.text)" }.sorted()
        matters = book.matters.map { "\($0.name)|\($0.catalogue)" }.sorted()
        rejected = book.rejected.map { row in
            "\(row.meaning)|" + Set(row.problems.map(\.code.rawValue)).sorted().joined(separator: ",")
        }.sorted()
    }
}

/// The district that the tests turn this way and that: read once a test, with a header of one line a column.
func anhe() throws -> Workbook { try readWorkbook(at: sharedData("workbooks/anhe-district.xlsx")) }

extension Workbook {
    /// With one sheet changed.
    func changing(_ name: String, _ change: (Sheet) -> Sheet) -> Workbook {
        Workbook(sheets: sheets.map { $0.name == name ? change($0) : $0 }, origin: origin)
    }

    /// With every cell changed.
    func mapping(_ change: (Cell) -> Cell) -> Workbook {
        Workbook(
            sheets: sheets.map { sheet in
                Sheet(
                    name: sheet.name, rows: sheet.rows.map { $0.map(change) }, merges: sheet.merges,
                    hidden: sheet.hidden)
            }, origin: origin)
    }
}

extension Sheet {
    /// With other rows, without merges.
    func with(rows: [[Cell]], name: String? = nil) -> Sheet { Sheet(name: name ?? self.name, rows: rows) }

    /// With columns in another order; rows are filled up to one width first.
    func permuted(_ order: [Int]) -> Sheet {
        let rows = rows.map { row in order.map { row.indices.contains($0) ? row[$0] : .empty } }
        return Sheet(name: name, rows: rows, hidden: hidden)
    }

    /// With a header of one line, each column's lines joined, in place of the header's rows.
    func withFlatHeader(_ header: ClosedRange<Int>, joinedBy separator: String) -> Sheet {
        let joined = joinHeader(self, rows: header).map { Cell.text($0.joined(separator: separator)) }
        var rows = rows
        rows.replaceSubrange(header, with: [joined])
        return with(rows: rows)
    }

    /// With header texts replaced.
    func renaming(_ header: ClosedRange<Int>, _ names: [String: String]) -> Sheet {
        var rows = rows
        for row in header {
            rows[row] = rows[row].map { cell in
                if case .text(let text) = cell, let name = names[text] { .text(name) } else { cell }
            }
        }
        return Sheet(name: name, rows: rows, merges: merges, hidden: hidden)
    }
}
