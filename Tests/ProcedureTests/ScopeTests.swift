import Basics
import Procedure
import Testing

/// Boxes against a model that names every single case.
@Suite struct ScopeTests {
    /// A case: rank 1-8, direction 0-2, a count of 1-6.
    private struct Case: Hashable {
        let rank: UInt8
        let direction: UInt8
        let count: Int
    }

    private static let everything = (UInt8(1)...8).flatMap { rank in
        (UInt8(0)...2).flatMap { direction in (1...6).map { Case(rank: rank, direction: direction, count: $0) } }
    }

    private func box(_ source: inout SeededSource) -> Scope {
        func some(_ codes: ClosedRange<UInt8>) -> [UInt8] {
            let chosen = codes.filter { _ in Bool.random(using: &source) }
            return chosen.isEmpty ? [codes.lowerBound] : chosen
        }
        let low = Int.random(in: 1...6, using: &source)
        let high = Int.random(in: low...6, using: &source)
        return Scope.nobody.with(.rank, some(1...8)).with(.direction, some(0...2)).with(counts: low...high)
    }

    private func cases(_ box: Scope) -> Set<Case> {
        Set(
            Self.everything.filter {
                box.codes(.rank)?.contains($0.rank) == true && box.codes(.direction)?.contains($0.direction) == true
                    && box.counts.contains($0.count)
            })
    }

    @Test func whatIsTakenAndWhatIsLeftIsTheWholeAndNothingTwice() {
        var source = SeededSource(seed: 91)
        var overlapping = 0
        for _ in 0..<500 {
            let one = box(&source)
            let other = box(&source)
            let both = one.meeting(other).map(cases) ?? []
            #expect(both == cases(one).intersection(cases(other)))
            let pieces = one.without(other)
            #expect(Set(pieces.flatMap(cases)) == cases(one).subtracting(cases(other)))
            #expect(pieces.reduce(0) { $0 + cases($1).count } == cases(one).subtracting(cases(other)).count)
            overlapping += both.isEmpty ? 0 : 1
        }
        #expect(overlapping > 50 && overlapping < 500)
    }
}
