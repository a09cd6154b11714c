import Basics
import Foundation
import Office
import Reform
import Registry
import Samples

/// A desk over the sample district, with mergers that its small bodies suggest, each under another supervisor.
final class PlanOffice {
    let office: TestOffice
    let mergers: [(sources: [String], target: String)]
    static let day = "2020-12-31"
    static let later = "2021-01-15"
    private var number = 10

    init() throws {
        office = try TestOffice()
        try office.open(with: try sampleDistrict(seed: 2020).bytes(), named: "sample.xlsx")
        mergers = suggestMergers(in: office.desk.register, threshold: 5, style: .absorb).map {
            ($0.sources.map(\.profile.name), $0.target.profile.name)
        }
    }

    func merger(_ index: Int) -> String {
        "{合并: [\(mergers[index].sources.joined(separator: ", "))], 并入: \(mergers[index].target)}"
    }

    func plan(_ name: String, _ steps: String...) throws -> WrittenPlan {
        try WrittenPlan(
            "方案: \(name)\n施行: \(Self.day)\n步骤:\n" + steps.map { "  - \($0)\n" }.joined())
    }

    /// Two mergers, one after the other; what the second waits for, if anything.
    func twoWaves(when condition: String = "") throws -> WrittenPlan {
        try WrittenPlan(
            """
            方案: 两步走
            波次:
              - 施行: \(Self.day)
                步骤:
                  - \(merger(0))
              - 施行: \(Self.later)
                \(condition.isEmpty ? "" : "条件: \(condition)")
                步骤:
                  - \(merger(1))

            """)
    }

    func words() throws -> DocumentWords {
        number += 1
        guard let day = Day(iso: Self.day) else { throw OfficeFailure(.input, "test", zh: "", en: "") }
        return try office.words("样编〔2020〕\(number)号", day)
    }

    @discardableResult
    func decide(_ written: WrittenPlan, expecting: Digest? = nil) throws -> Decision {
        try office.desk.decidePlan(
            written, document: words(), drafter: office.officer("甲"), deciders: [office.officer("乙")],
            expecting: expecting, from: &office.source, at: office.later())
    }

    func tried(_ written: WrittenPlan) -> Outcome { office.desk.tryPlan(written.plan, at: office.later()) }

    @discardableResult
    func save(_ written: WrittenPlan, _ name: String, from: Int? = nil, by officer: String = "甲") throws -> Int {
        try office.desk.saveDraft(
            written, named: name, from: from, by: office.officer(officer), from: &office.source, at: office.later()
        ).revision
    }
}
