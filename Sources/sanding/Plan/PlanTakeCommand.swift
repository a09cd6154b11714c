import ArgumentParser
import Basics
import Diagnosis
import Foundation
import Office
import Reform
import Registry

/// `sanding plan take HANDLE…`: the steps that would mend findings, as a plan, and the findings recorded as planned.
struct PlanTakeCommand: Acting {
    static let configuration = CommandConfiguration(
        commandName: "take", abstract: "把问题的整改步骤纳入方案 · take the mending steps of findings into a plan")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "问题编号，见 diagnose 的 # 后8位 · handles, as diagnose shows them")
    var handles: [String]

    @Option(help: "添加到这个方案文件末尾 · add to the end of this plan")
    var into: String?

    @Option(help: "写成新的方案文件 · write a new plan")
    var out: String?

    @Option(help: "新方案的名称 · what the new plan is called")
    var name: String = "问题整改方案"

    @Option(help: "处置人 · who decides")
    var by: String

    @Option(help: "截至哪一天，也是新方案的施行日期 yyyy-MM-dd · the day, also of the new plan")
    var day: String?

    var deed: TerminalDeed { TerminalDeed(action: .findingDecided, what: "plan take \(handles.count)", officer: by) }

    func act(at open: inout Desk) throws {
        guard (into == nil) != (out == nil), let path = into ?? out else {
            throw OfficeFailure(
                .input, "where-missing", zh: "请用 --into 写明已有方案，或用 --out 写明新方案文件，二者择一。",
                en: "Name a plan with --into, or a new file with --out; one of them.")
        }
        let effective = try day.map { try readDay($0) } ?? open.history.lastDay ?? now().officeDay
        let (register, thresholds) = try open.view(on: effective, today: now().officeDay)
        let chosen = try findings(handles, among: try open.look(at: register, thresholds: thresholds))
        let text = try planText(
            mending: chosen, into: try into.map { try readText($0) }, named: name, on: effective, in: register)
        var source = SystemRandomNumberGenerator()
        let officer = try open.officer(named: by, from: &source)
        try writeText(text, to: path)
        try open.decide(chosen, as: .planned, because: try planName(in: text), by: officer, at: now())
        print(
            desk.say(
                "已写入 \(path)：\(chosen.count)个步骤，问题已记为纳入方案。标“待填”处请写明。",
                "Wrote \(path): \(chosen.count) steps; the findings are recorded as planned. Fill in what says 待填."))
    }
}
