import Basics
import Office
import Reform
import Registry
import Storage
import Testing

/// One step of a decided plan is undone and the others stand; what can no longer be undone is named with the later Act
/// that stands in the way.
@Suite struct UndoStepTests {
    private let desk: PlanOffice
    private let day: Day

    init() throws {
        desk = try PlanOffice()
        day = try #require(Day(iso: PlanOffice.later))
    }

    private func exists(_ name: String) -> Bool { desk.office.desk.register.institution(named: name) != nil }

    @Test func theOthersStand() throws {
        let decided = try desk.decide(try desk.plan("两组归并", desk.merger(0), desk.merger(1)))
        let office = desk.office
        let position = decided.entry.position
        try #require(!exists(desk.mergers[0].sources[0]) && !exists(desk.mergers[1].sources[0]))
        _ = try office.desk.undo(
            WrittenCounter(of: position, steps: [2], on: day, because: "第二组另议"), document: desk.words(),
            drafter: office.officer("甲"),
            deciders: [office.officer("乙")], from: &office.source, at: office.later())
        #expect(!exists(desk.mergers[0].sources[0]))
        for name in desk.mergers[1].sources { #expect(exists(name)) }
        #expect(try verifyJournal(office.reopened().journal, jurisdiction: "339981").faults.isEmpty)
        // A second time there is nothing left of it to undo.
        let again = try office.desk.draftCounter(to: position, steps: [2], on: day, at: office.later())
        #expect(!again.lost.isEmpty)
    }

    @Test func aStepThatIsNotThereIsNamed() throws {
        let decided = try desk.decide(try desk.plan("一组归并", desk.merger(0)))
        let failure = #expect(throws: OfficeFailure.self) {
            try desk.office.desk.draftCounter(
                to: decided.entry.position, steps: [2], on: day, at: desk.office.later())
        }
        #expect(failure?.code == "unknown-step")
    }

    @Test func theLaterActInTheWayIsNamed() throws {
        let target = desk.mergers[1].target
        let decided = try desk.decide(try desk.plan("两组归并", desk.merger(0), desk.merger(1)))
        // Work in between that has nothing to do with it, then the Act that takes the result away.
        try desk.decide(try desk.plan("更名", "{更名: \(desk.mergers[0].target), 为: 测试更名中心}"))
        let closing = try desk.decide(
            try desk.plan("再并", "{合并: [\(target)], 并入: 测试更名中心}"))
        try desk.decide(try desk.plan("又更名", "{更名: 测试更名中心, 为: 测试又更名中心}"))
        let office = desk.office
        let draft = try office.desk.draftCounter(
            to: decided.entry.position, steps: [2], on: day, at: office.later())
        let lost = try #require(draft.lost.first)
        let obstacle = try office.desk.obstacle(
            to: decided.entry.position, steps: [2], losing: lost.index, on: day, at: office.later())
        #expect(obstacle?.position == closing.entry.position)
    }
}
