import Basics
import Office
import Papers
import Testing

/// Imports wait on the shelf, each for its own clerk, until they are done, dropped, or left alone for too long.
@Suite struct ImportShelfTests {
    private let file = Array("机构名称,机构类型,全额事业编制\n一小,事业单位,约10\n二小,事业单位,5".utf8)
    private let now = Instant(milliseconds: 1_612_137_600_000)

    private func names(_ count: Int) -> [ImportShelf.Owner] {
        var source = SeededSource(seed: 3)
        return (0..<count).map { _ in Identifier(from: &source) }
    }

    private func number(_ seed: UInt64) -> ImportSession.ID {
        var source = SeededSource(seed: seed)
        return ImportShelf().newNumber(from: &source)
    }

    private func code(_ work: () throws -> Void) -> String? {
        (#expect(throws: OfficeFailure.self) { try work() })?.code
    }

    @Test func anImportIsItsClerksAlone() throws {
        let shelf = ImportShelf()
        let (clerk, other) = (names(2)[0], names(2)[1])
        let id = number(1)
        try shelf.takeIn(file, named: "a.csv", as: id, for: clerk, known: [], at: now)
        shelf.waitForAll()
        let session = try shelf.session(id, for: clerk, at: now)
        #expect(session.version == 1 && session.book?.bodies.count == 1)
        #expect(code { _ = try shelf.session(id, for: other, at: now) } == "import-gone")
        #expect(code { _ = try shelf.session(number(2), for: clerk, at: now) } == "import-gone")
        let elsewhere = ImportSession.ID(high: 1, low: 2)
        #expect(code { _ = try shelf.session(elsewhere, for: clerk, at: now) } == "import-elsewhere")
        shelf.drop(id, for: other)
        #expect(shelf.items(for: clerk, at: now).map(\.fileName) == ["a.csv"])
        #expect(shelf.items(for: other, at: now).isEmpty)
        shelf.drop(id, for: clerk)
        #expect(code { _ = try shelf.session(id, for: clerk, at: now) } == "import-gone")
    }

    @Test func anOldPageChangesNothing() throws {
        let shelf = ImportShelf()
        let clerk = names(1)[0]
        let id = number(1)
        try shelf.takeIn(file, named: "a.csv", as: id, for: clerk, known: [], at: now)
        shelf.waitForAll()
        try shelf.change(id, for: clerk, version: 1, at: now) { $0.confirmMapping() }
        #expect(code { try shelf.change(id, for: clerk, version: 1, at: now) { $0.takeGoodRows() } } == "import-moved")
        #expect(
            code {
                try shelf.work(on: id, for: clerk, version: 1, at: now) { _, _ in }
            } == "import-moved")
        let session = try shelf.session(id, for: clerk, at: now)
        #expect(session.version == 2 && !session.takesGoodRows)
    }

    @Test func whatFailsLeavesTheImportAsItWas() throws {
        let shelf = ImportShelf()
        let clerk = names(1)[0]
        let id = number(1)
        try shelf.takeIn(file, named: "a.csv", as: id, for: clerk, known: [], at: now)
        shelf.waitForAll()
        try shelf.change(id, for: clerk, version: 1, at: now) { $0.typed["document"] = "样编〔2020〕1号" }
        try shelf.work(on: id, for: clerk, version: 2, at: now) { session, watch throws(OfficeFailure) in
            try session.mend([CellPlace(sheet: "a", row: 2, column: 2): "10"], watch: watch)
            throw OfficeFailure(.refusal, "test", zh: "不行", en: "no")
        }
        shelf.waitForAll()
        guard case .ready(let session, let failure) = try shelf.state(of: id, for: clerk, at: now) else {
            Issue.record("not ready")
            return
        }
        #expect(failure?.code == "test" && session.mended.isEmpty && session.typed["document"] == "样编〔2020〕1号")
        try shelf.work(on: id, for: clerk, version: 2, at: now) { session, watch throws(OfficeFailure) in
            try session.mend([CellPlace(sheet: "a", row: 2, column: 2): "10"], watch: watch)
        }
        shelf.waitForAll()
        let mended = try shelf.session(id, for: clerk, at: now)
        #expect(mended.version == 3 && mended.book?.bodies.count == 2)
    }

    @Test func workIsSeenWaitedForAndStopped() async throws {
        let shelf = ImportShelf()
        let clerk = names(1)[0]
        let (id, second) = (number(1), number(2))
        try shelf.takeIn(file, named: "a.csv", as: id, for: clerk, known: [], at: now)
        shelf.waitForAll()
        let gate = Gate()
        try shelf.work(on: id, for: clerk, version: 1, at: now) { session, watch throws(OfficeFailure) in
            gate.enterAndWait()
            try session.mend([CellPlace(sheet: "a", row: 2, column: 2): "10"], watch: watch)
        }
        gate.waitUntilEntered()
        #expect(code { _ = try shelf.session(id, for: clerk, at: now) } == "import-busy")
        // One at a time: another waits.
        try shelf.takeIn(file, named: "b.csv", as: second, for: clerk, known: [], at: now)
        guard case .working(let progress) = try shelf.state(of: second, for: clerk, at: now) else {
            Issue.record("not waiting")
            return
        }
        #expect(progress.stage == .waiting)
        shelf.stop(id, for: clerk)
        shelf.stop(second, for: clerk)
        gate.open()
        shelf.waitForAll()
        guard case .ready(let session, let failure) = try shelf.state(of: id, for: clerk, at: now) else {
            Issue.record("not ready")
            return
        }
        #expect(failure?.code == "import-stopped" && session.mended.isEmpty && session.version == 1)
        #expect(code { _ = try shelf.session(second, for: clerk, at: now) } == "import-stopped")
    }

    @Test func whatIsSubmittedIsDecidedBySomebodyElse() throws {
        let office = try TestOffice()
        let shelf = ImportShelf()
        let clerk = names(1)[0]
        let id = number(1)
        try shelf.takeIn(file, named: "a.csv", as: id, for: clerk, known: [], at: now)
        shelf.waitForAll()
        #expect(shelf.submitted(at: now).isEmpty && shelf.owner(ofSubmitted: id, at: now) == nil)
        let words = try office.words("样编〔2020〕1号", Day(number: 18_000))
        let unready = code {
            try shelf.change(id, for: clerk, version: 1, at: now) { session throws(OfficeFailure) in
                session.confirmMapping()
                try office.desk.submit(&session, under: words, on: Day(number: 18_000), drafter: "甲", at: now)
            }
        }
        #expect(unready == "rows-with-errors")
        try shelf.change(id, for: clerk, version: 1, at: now) { session throws(OfficeFailure) in
            session.confirmMapping()
            session.takeGoodRows()
            try office.desk.preview(&session, from: &office.source, at: now)
            try office.desk.submit(&session, under: words, on: Day(number: 18_000), drafter: "甲", at: now)
        }
        let waiting = try #require(shelf.submitted(at: now).first)
        #expect(waiting.step == .decision && waiting.preview?.draft?.bodies == 1)
        let owner = try #require(shelf.owner(ofSubmitted: id, at: now))
        #expect(
            code {
                try shelf.change(id, for: owner, version: 2, at: now) { session throws(OfficeFailure) in
                    try office.desk.decide(&session, by: "甲", from: &office.source, at: now)
                }
            } == "four-eyes")
        // Given back it is the clerk's again, with why.
        try shelf.change(id, for: owner, version: 2, at: now) { $0.giveBack("文号有误") }
        #expect(shelf.submitted(at: now).isEmpty)
        #expect(try shelf.session(id, for: clerk, at: now).returned == "文号有误")
        try shelf.change(id, for: clerk, version: 3, at: now) { session throws(OfficeFailure) in
            try office.desk.submit(&session, under: words, on: Day(number: 18_000), drafter: "甲", at: now)
        }
        try shelf.change(id, for: owner, version: 4, at: now) { session throws(OfficeFailure) in
            try office.desk.decide(&session, by: "乙", from: &office.source, at: now)
        }
        #expect(try shelf.session(id, for: clerk, at: now).outcome?.receipt?.bodies == 1)
        #expect(shelf.submitted(at: now).isEmpty && office.desk.history.position == 1)
        // What is typed after a submission takes it back: nobody decides what they didn't see.
        let again = number(2)
        try shelf.takeIn(file, named: "b.csv", as: again, for: clerk, known: office.desk.knownNames, at: now)
        shelf.waitForAll()
        try shelf.change(again, for: clerk, version: 1, at: now) { session throws(OfficeFailure) in
            session.confirmMapping()
            try session.mend([CellPlace(sheet: "b", row: 2, column: 2): "10"])
            try office.desk.preview(&session, from: &office.source, at: now)
        }
        let list = try #require(try shelf.session(again, for: clerk, at: now).preview?.differences)
        #expect(
            code {
                try shelf.change(again, for: clerk, version: 2, at: now) { session throws(OfficeFailure) in
                    try office.desk.submit(&session, under: words, on: Day(number: 18_000), drafter: "甲", at: now)
                }
            } == "nothing-chosen")
        try shelf.change(again, for: clerk, version: 2, at: now) { session throws(OfficeFailure) in
            session.chosen = list.confirmableKeys()
            try office.desk.submit(&session, under: words, on: Day(number: 18_000), drafter: "甲", at: now)
        }
        try shelf.change(again, for: clerk, version: 3, at: now) { session throws(OfficeFailure) in
            try session.mend([CellPlace(sheet: "b", row: 2, column: 2): "12"])
        }
        #expect(shelf.submitted(at: now).isEmpty && shelf.owner(ofSubmitted: again, at: now) == nil)
    }

    @Test func thereIsABudgetAndALapse() throws {
        let shelf = ImportShelf(budget: 100, lapse: 60_000)
        let clerk = names(1)[0]
        let rows = (1...20).map { "第\($0)小学,事业单位,5" }.joined(separator: "\n")
        let larger = Array("机构名称,机构类型,全额事业编制\n\(rows)".utf8)
        try shelf.takeIn(larger, named: "a.csv", as: number(1), for: clerk, known: [], at: now)
        shelf.waitForAll()
        #expect(try shelf.session(number(1), for: clerk, at: now).book?.bodies.count == 20)
        #expect(
            code {
                try shelf.takeIn(larger, named: "b.csv", as: number(2), for: clerk, known: [], at: now)
            } == "import-shelf-full")
        // Whoever looks at it keeps it.
        let later = Instant(milliseconds: now.milliseconds + 50_000)
        _ = try shelf.session(number(1), for: clerk, at: later)
        _ = try shelf.session(number(1), for: clerk, at: Instant(milliseconds: now.milliseconds + 100_000))
        let latest = Instant(milliseconds: now.milliseconds + 200_000)
        try shelf.takeIn(larger, named: "b.csv", as: number(2), for: clerk, known: [], at: latest)
        #expect(code { _ = try shelf.session(number(1), for: clerk, at: latest) } == "import-gone")
        // A file that would never fit is told so by the reading, not taken in part.
        let huge = Array((1...200).map { "\($0),\($0),\($0)" }.joined(separator: "\n").utf8)
        let roomy = ImportShelf(budget: 100, lapse: 60_000)
        try roomy.takeIn(huge, named: "c.csv", as: number(3), for: clerk, known: [], at: now)
        roomy.waitForAll()
        #expect(code { _ = try roomy.session(number(3), for: clerk, at: now) }?.hasPrefix("file.") == true)
    }
}
