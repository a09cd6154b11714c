import Papers
import Samples

/// A sample read back from its own bytes, as an office's file would be.
struct ReadSample: Sendable {
    let sample: SampleDistrict
    let bodies: Sheet
    let people: Sheet
    let duties: Sheet
    let matters: Sheet

    init(seed: UInt64 = 1, bodies count: Int = 314, faults: Bool = false) throws {
        sample = sampleDistrict(seed: seed, bodies: count, faults: faults)
        let book = try readWorkbook(bytes: sample.bytes(), named: "sample.xlsx")
        func sheet(_ name: String) throws -> Sheet {
            guard let sheet = book.sheet(named: name) else { throw MissingSheet(name: name) }
            return sheet
        }
        bodies = try sheet("机构")
        people = try sheet("人员")
        duties = try sheet("职责")
        matters = try sheet("应办事项清单")
    }

    private static let made = Result { try ReadSample() }

    /// The sample of 314 bodies without faults, made once for all tests.
    static func standard() throws -> ReadSample { try made.get() }

    struct MissingSheet: Error { let name: String }

    /// Rows of bodies, as their numbers from zero: those with a name, after the header of two rows.
    var bodyRows: [Int] { (4..<bodies.rows.count).filter { !bodies[$0, 2].isBlank } }

    /// Rows of people, as their numbers from zero.
    var personRows: [Int] { (3..<people.rows.count).filter { !people[$0, 1].isBlank } }

    var bodyNames: [String] { bodyRows.map { bodies[$0, 2].text } }
}

/// A count however an office wrote it; nil when it is none.
func count(_ cell: Cell) -> Int? {
    var digits = ""
    for scalar in cell.text.unicodeScalars {
        let folded = (0xFF10...0xFF19).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        digits.unicodeScalars.append(folded)
    }
    return digits.isEmpty ? 0 : Int(digits)
}
