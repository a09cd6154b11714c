import Basics
import Diagnosis
import Office
import Reform
import Registry
import Testing

/// The steps that would mend findings become a plan; what they leave open is asked for by name, and filled in it applies.
@Suite struct TakeFindingsTests {
    private let desk: PlanOffice
    private let day: Day

    init() throws {
        desk = try PlanOffice()
        day = try #require(Day(iso: PlanOffice.day))
    }

    private func findings() -> [Finding] { diagnose(desk.office.desk.history.register(on: day)).findings }

    @Test func whatIsOpenIsAskedFor() throws {
        let register = desk.office.desk.history.register(on: day)
        let merging = try #require(findings().first { if case .merge? = $0.step { true } else { false } })
        let text = try planText(mending: [merging], named: "整改", on: day, in: register)
        #expect(text.contains("并入: 待填") && text.contains("#\(merging.handle)"))
        #expect(try planName(in: text) == "整改")
        do {
            _ = try readPlan(text)
            Issue.record("it was read with a gap")
        } catch {
            #expect(error.wording.zh.contains("并入") && error.wording.zh.contains("待填"))
            #expect(error.line == 5)
        }
        let filled = text.replacing("并入: 待填", with: "新设: 测试整改中心")
        let plan = try readPlan(filled)
        #expect(plan.steps.first?.action.verb == .merge)
    }

    @Test func everyStepThatStandsWholeIsReadAgain() throws {
        let register = desk.office.desk.history.register(on: day)
        let steps = findings().filter { $0.step != nil }
        try #require(steps.count > 3)
        for finding in steps {
            let text = try planText(mending: [finding], named: "整改", on: day, in: register)
            guard !text.contains("待填") else { continue }
            #expect(try readPlan(text).steps.count == 1, "\(text)")
        }
    }

    @Test func theyGoToTheEndOfAPlan() throws {
        let register = desk.office.desk.history.register(on: day)
        let cut = try #require(findings().first { if case .cut? = $0.step { true } else { false } })
        let begun = try desk.plan("归并", desk.merger(0)).text
        let text = try planText(mending: [cut], into: begun, named: "", on: day, in: register)
        let plan = try readPlan(text)
        #expect(plan.name == "归并")
        #expect(plan.steps.map(\.action.verb) == [.merge, .cut])
        let outcome = desk.office.desk.tryPlan(plan, at: desk.office.later())
        #expect(outcome.steps[1].problem == nil, "\(outcome.steps[1].problem?.wording.zh ?? "")")
    }

    @Test func aFindingWithoutAStepIsRefused() throws {
        let register = desk.office.desk.history.register(on: day)
        let stepless = try #require(findings().first { $0.step == nil })
        let failure = #expect(throws: OfficeFailure.self) {
            try planText(mending: [stepless], named: "整改", on: day, in: register)
        }
        #expect(failure?.code == "no-mending-step")
    }
}
