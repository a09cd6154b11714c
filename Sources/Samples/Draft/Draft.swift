import Basics
import Registry

/// A district under way: what its sheets are written from.
struct Draft {
    var source: SeededSource
    var bodies: [DraftBody] = []
    /// By body.
    var people: [[DraftPerson]] = []
    /// Duty texts by body.
    var duties: [[String]] = []
    /// Duties of enterprises, which are no bodies of the table.
    var outsideDuties: [(holder: String, text: String)] = []
    /// Required matters with the catalogue that asks for them.
    var matters: [(name: String, catalogue: String)] = []
    /// What was planted; bodies by name, so that this is filled when names are final.
    var key = PlantedKey()
    var issued = IssuedNumbers()
    /// The body whose credit code was spoiled.
    var spoiledCode: Int?
    /// The body that has a second row.
    var listedTwice: Int?
    /// Whether the total of the table is one more than the sum.
    var hasWrongTotal = false

    init(seed: UInt64) { source = SeededSource(seed: seed) }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &source) }

    /// True in so many of a hundred cases.
    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &source) < percent }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &source)] }

    /// So many for each 314 bodies, and one at least.
    func scaled(_ count: Int) -> Int { max(1, (count * bodies.count + 157) / 314) }
}
