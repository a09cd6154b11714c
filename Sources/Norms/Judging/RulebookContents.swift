import Basics

/// What a rulebook is made of, worked out once and never changed; a class so that a verdict carries it in one word.
final class RulebookContents: Sendable {
    let day: Day
    let packs: [RulePack]
    let adoptionDays: [Day]
    let missing: [Adoption]
    let items: [NormItem]
    let facts: FactSet
    let digest: Digest
    /// For each item, by raw value, whom to ask in what order.
    let steps: [[JudgingStep]]
    /// The clauses that steps point into.
    let entries: [ClauseEntry]
    let program: ConditionProgram

    init(_ adoptions: [Adoption], on day: Day) {
        let current = RulebookContents.current(adoptions, on: day)
        self.day = day
        missing = current.filter { $0.pack == nil }
        let adopted = current.compactMap { adoption in adoption.pack.map { ($0, adoption.day) } }
        let packs = adopted.map(\.0)
        self.packs = packs
        adoptionDays = adopted.map(\.1)
        var program = ConditionProgram()
        var steps = [[JudgingStep]](repeating: [], count: NormItem.allCases.count + 1)
        var facts = FactSet()
        var entries: [ClauseEntry] = []
        var packIndex = 0
        var missingIndex = 0
        for adoption in current {
            guard let pack = adoption.pack else {
                for item in NormItem.allCases { steps[Int(item.rawValue)].append(.missing(missingIndex)) }
                missingIndex += 1
                continue
            }
            var parts: [NormItem: (base: [ClauseEntry], additions: [ClauseEntry])] = [:]
            for (index, clause) in pack.clauses.enumerated() {
                let entry = ClauseEntry(
                    index: index, root: program.add(clause.conditions, of: pack), by: clause.decision.by,
                    isElsewhere: clause.decision.isElsewhere)
                if clause.isAddition {
                    parts[clause.item, default: ([], [])].additions.append(entry)
                } else {
                    parts[clause.item, default: ([], [])].base.append(entry)
                }
                if let by = clause.decision.by { facts.insert(by) }
            }
            for (item, part) in parts.sorted(by: { $0.key < $1.key }) where !part.base.isEmpty {
                let first = entries.count
                entries += part.base + part.additions
                let middle = first + part.base.count
                steps[Int(item.rawValue)].append(
                    .pack(PackPart(pack: packIndex, base: first..<middle, additions: middle..<entries.count)))
            }
            packIndex += 1
        }
        self.entries = entries
        facts.formUnion(program.facts)
        self.facts = facts
        self.program = program
        self.steps = steps
        items = NormItem.allCases.filter { !steps[Int($0.rawValue)].isEmpty }
        var bytes = Array(day.description.utf8)
        for adoption in current {
            bytes += Array("\n\(adoption.code) \(adoption.day) \(adoption.level?.rawValue ?? 0) ".utf8)
            bytes += adoption.pack?.digest.bytes ?? []
        }
        digest = Digest(sha256: bytes)
    }

    /// The adoptions that count on a day, in the order in which they are asked.
    private static func current(_ adoptions: [Adoption], on day: Day) -> [Adoption] {
        var latest: [String: Adoption] = [:]
        for adoption in adoptions where adoption.day <= day {
            if let other = latest[adoption.code], other.day > adoption.day { continue }
            latest[adoption.code] = adoption
        }
        let inForce = latest.values.filter { $0.pack?.isInForce(on: day) ?? true }
        return inForce.sorted { $0.stands(before: $1) }
    }
}

extension Adoption {
    fileprivate func stands(before other: Adoption) -> Bool {
        let levels = (Int(level?.rawValue ?? 99), Int(other.level?.rawValue ?? 99))
        if levels.0 != levels.1 { return levels.0 > levels.1 }
        if (pack == nil) != (other.pack == nil) { return pack == nil }
        let starts = (pack?.from?.number ?? .min, other.pack?.from?.number ?? .min)
        return starts.0 == starts.1 ? code < other.code : starts.0 > starts.1
    }
}

extension Clause.Decision {
    /// The number it goes by, where it does.
    package var by: Fact? {
        switch self {
        case .bands(let fact, _), .ratio(_, let fact): fact
        default: nil
        }
    }
}

extension Clause.Decision {
    fileprivate var isElsewhere: Bool { if case .elsewhere = self { true } else { false } }
}

/// Whom to ask about an item next.
enum JudgingStep: Sendable {
    /// A text that is not to hand, by its place in the list of those.
    case missing(Int)
    /// The clauses of a pack.
    case pack(PackPart)
}

/// The clauses of a pack that decide one item, as places in the list of entries: nothing here is counted by reference,
/// so that asking costs no more than looking.
struct PackPart: Sendable {
    let pack: Int
    let base: Range<Int>
    let additions: Range<Int>
}

/// A clause, with its conditions made ready.
struct ClauseEntry: Sendable {
    /// Its place in the pack.
    let index: Int
    /// Where its conditions begin in the program.
    let root: Int
    /// The number it goes by, where it does.
    let by: Fact?
    /// Whether it leaves the matter to rules elsewhere.
    let isElsewhere: Bool
}
