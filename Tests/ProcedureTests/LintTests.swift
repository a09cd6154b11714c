import Norms
import Procedure
import Registry
import Testing

@Suite struct LintTests {
    private let rest = row("其他", Set(ChangeKind.allCases))

    private func codes(_ rows: [CompetenceRow], quorum: Quorum? = Quorum(members: 9, present: 6, inFavour: 5))
        -> [PackFault.Code]
    {
        lint(table(rows, quorum: quorum)).map(\.code)
    }

    @Test func aTableThatCoversEverythingHasNoFault() {
        #expect(codes([row("一", [.rename], .ranks(.ungraded ... .guji)), rest]).isEmpty)
    }

    @Test func aRowAfterOneThatHasAllItsCasesIsNeverReached() {
        let narrow = row("二", [.rename], .ranks(.guji ... .fuke))
        #expect(codes([row("一", [.rename], .ranks(.ungraded ... .zhengke)), narrow, rest]) == [.unreachable])
        #expect(codes([row("一", [.rename], .ranks(.ungraded ... .guji)), narrow, rest]).isEmpty)
    }

    @Test func severalRowsTogetherMayLeaveNothing() {
        let low = row("一", [.rename], .ranks(.ungraded ... .guji))
        let high = row("二", [.rename], .ranks(.fuke ... .zhengting))
        #expect(codes([low, high, row("三", [.rename]), rest]) == [.unreachable])
        #expect(codes([low, high, row("三", [.rename, .funding]), rest]).isEmpty)
    }

    @Test func aConditionThatNeverHoldsForTheKindIsNoRow() {
        #expect(codes([row("一", [.rename], Scope.any.going(.gain)), rest]) == [.unreachable])
        #expect(codes([row("一", [.moveHeads], Scope.any.going(.gain)), rest]).isEmpty)
    }

    @Test func aKindThatNoRowCoversIsNamed() {
        let rows = [row("一", Set(ChangeKind.allCases).subtracting([.gap]))]
        let faults = lint(table(rows))
        #expect(faults.map(\.code) == [.uncoveredChange])
        #expect(faults[0].wording.zh.contains("职责踏空"))
        #expect(faults[0].severity == .warning)
    }

    @Test func aKindCoveredInPartIsNamedWithTheCaseThatIsOpen() {
        var rows = [row("一", Set(ChangeKind.allCases).subtracting([.moveHeads]))]
        rows.append(row("二", [.moveHeads], Scope.any.with(counts: 1...5)))
        let faults = lint(table(rows))
        #expect(faults.map(\.code) == [.uncoveredChange])
        #expect(faults[0].wording.zh.contains("数量6以上"), "\(faults[0].wording.zh)")
        rows.append(row("三", [.moveHeads], Scope.any.with(counts: 6...Scope.most)))
        #expect(codes(rows).isEmpty)
    }

    @Test func aMeetingNeedsItsNumbersAndTheyMustBePossible() {
        let rows = [row("一", Set(ChangeKind.allCases), .any, .commission)]
        #expect(codes(rows, quorum: nil) == [.noQuorum])
        #expect(codes(rows, quorum: Quorum(members: 9, present: 9, inFavour: 9)).isEmpty)
        #expect(codes(rows, quorum: Quorum(members: 9, present: 10, inFavour: 5)) == [.badQuorum])
        #expect(codes(rows, quorum: Quorum(members: 9, present: 9, inFavour: 10)) == [.badQuorum])
        #expect(codes(rows, quorum: Quorum(members: nil, present: 10, inFavour: 5)).isEmpty)
        #expect(codes([rest], quorum: nil).isEmpty)
    }

    @Test func anEmptyTableIsNone() { #expect(codes([]).first == .emptyPack) }

    /// Many small rows must not take lint for ever; then nothing is said that isn't certain.
    @Test func manyCrossingRowsAreLookedAtInTime() {
        let all = Array(UInt8(1)...8)
        let rows = (0..<400).map { index in
            row(
                "\(index)", [.moveHeads],
                Scope.any.with(.rank, all.filter { ($0 &+ UInt8(index % 7)) % 3 != 0 })
                    .with(.type, (1...12).filter { ($0 + UInt8(index % 5)) % 4 != 0 })
                    .with(.heads, (1...6).filter { ($0 + UInt8(index % 3)) % 3 != 0 })
                    .with(counts: (index + 1)...(index + 40)))
        }
        let clock = ContinuousClock()
        #expect(clock.measure { _ = lint(table(rows + [rest])) } < .seconds(20))
    }
}
