import Overlap
import Registry

extension DutyComparison {
    /// For each matter, the statements of the register that seem to hold it, one for each department, the likeliest
    /// first: who may hold what a catalogue asks for and nobody confirmed.
    ///
    /// A matter is held where what it is about stands in a duty, whatever else the duty says: its pairs of characters
    /// are weighed by how few duties have them, and pairs that many matters share (相关工作) say nothing. A duty that is
    /// likely to be one with a holding one holds the matter as well.
    package func likelyHolders(of matters: [Matter]) -> [Matter.ID: [DutyStatement.ID]] {
        guard !matters.isEmpty else { return [:] }
        let content = MatterContent(of: matters, among: duties)
        let alike = Dictionary(grouping: nearest.flatMap { [($0.first, $0.second), ($0.second, $0.first)] }) { $0.0 }
        var found: [Matter.ID: [DutyStatement.ID]] = [:]
        for matter in matters {
            var lines: Set<Int> = []
            var holding: [DutyStatement.ID] = []
            for place in content.places(holding: matter.name) {
                for one in [place] + (alike[place] ?? []).map(\.1) {
                    guard let line = line(of: one), lines.insert(line).inserted else { continue }
                    holding.append(duties[one].id)
                }
            }
            if !holding.isEmpty { found[matter.id] = holding }
        }
        return found
    }
}

/// What matters are about, by pairs of neighbouring characters, and which duties have them.
private struct MatterContent {
    private let statements: [Set<[Character]>]
    private let holders: [[Character]: Int]
    private let matters: [[Character]: Int]
    private let widespread: Int

    /// From this share of its weight on, in per cent, a matter stands in a duty. Of the service items of another district,
    /// each taken as the matter that the other of a labelled pair may hold, 79 in 100 above it are one matter, 69 above
    /// 65 and 60 above 60; above 80 there are no more, and half as many are found.
    private static let enough = 70

    init(of all: [Matter], among duties: [DutyStatement]) {
        statements = duties.map { MatterContent.pairs(of: $0.text) }
        holders = statements.reduce(into: [:]) { counts, pairs in for pair in pairs { counts[pair, default: 0] += 1 } }
        matters = all.reduce(into: [:]) { counts, matter in
            for pair in MatterContent.pairs(of: matter.name) { counts[pair, default: 0] += 1 }
        }
        widespread = max(2, all.count / 6)
    }

    /// The places of the duties that have enough of a matter, the most of it first.
    func places(holding name: String) -> [Int] {
        let weights = content(of: name).map { ($0, weight(of: $0)) }
        let whole = weights.reduce(0) { $0 + $1.1 }
        guard whole > 0 else { return [] }
        return statements.indices.compactMap { place -> (Int, Int)? in
            let held = weights.reduce(0) { statements[place].contains($1.0) ? $0 + $1.1 : $0 }
            return held * 100 >= whole * MatterContent.enough ? (place, held) : nil
        }.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }.map(\.0)
    }

    /// The pairs of a matter's name without those that touch what many matters say.
    private func content(of name: String) -> Set<[Character]> {
        let letters = Array(MatterContent.letters(of: name))
        let all = zip(letters, letters.dropFirst()).map { [$0, $1] }
        var isCommon = [Bool](repeating: false, count: letters.count)
        for (place, pair) in all.enumerated() where matters[pair] ?? 0 > widespread {
            isCommon[place] = true
            isCommon[place + 1] = true
        }
        return Set(all.indices.filter { !isCommon[$0] && !isCommon[$0 + 1] }.map { all[$0] })
    }

    /// Twice as rare is one more.
    private func weight(of pair: [Character]) -> Int {
        let share = statements.count / max(1, holders[pair] ?? 0)
        return Int.bitWidth - share.leadingZeroBitCount
    }

    private static func pairs(of text: String) -> Set<[Character]> {
        let letters = letters(of: text)
        return Set(zip(letters, letters.dropFirst()).map { [$0, $1] })
    }

    private static func letters(of text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }
}
