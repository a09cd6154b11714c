import ArgumentParser
import Basics
import Diagnosis
import Office
import Reform

/// `sanding plan suggest`: merges for the small bodies of one supervisor.
struct PlanSuggestCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "suggest", abstract: "为小机构拟归并方案 · merges for the small bodies of a supervisor")

    @OptionGroup var desk: DeskOptions

    @Option(help: "主管部门，默认全部 · only under this supervisor")
    var supervisor: String?

    @Option(help: "小机构的编制上限（各地自定） · at most so many heads is small")
    var small: Int = Thresholds.standard.smallBody

    @Option(help: "absorb 并入同类最大机构；together 小机构之间合并 · into the largest, or with one another")
    var style: MergeStyle = .absorb

    @Option(help: "施行日期 yyyy-MM-dd · the day it would take effect")
    var day: String?

    @Option(help: "写到哪里，默认打印 · where to write it")
    var out: String?

    func answer() throws {
        let open = try desk.desk()
        let effective = try day.map { try readDay($0) } ?? open.history.lastDay ?? now().officeDay
        let register = open.history.register(on: effective)
        let above = try supervisor.map { try desk.body($0, in: register).id }
        let suggestions = suggestMergers(in: register, threshold: small, style: style, supervisor: above)
        guard !suggestions.isEmpty else {
            throw OfficeFailure(
                .input, "nothing-to-suggest", zh: "没有可归并的小机构（编制不超过\(small)名、同主管、同类别、同经费）。可提高 --small。",
                en:
                    "No small bodies to merge (at most \(small) heads, one supervisor, class and funding). Raise --small."
            )
        }
        let name = style == .absorb ? "小散弱机构并入方案" : "小散弱机构合并方案"
        let text = planText(
            merging: suggestions.map(PlannedMerger.init), named: name, on: effective,
            notes: [
                Wording(
                    zh: "由 sanding plan suggest 按编制不超过\(small)名拟出，供经办人修改。",
                    en:
                        "Drafted by sanding plan suggest for bodies of at most \(small) heads; change it as you see fit."
                )
            ])
        guard let out else {
            print(text, terminator: "")
            return
        }
        try writeText(text, to: out)
        let count = suggestions.reduce(0) { $0 + $1.sources.count }
        print(
            desk.say(
                "已写入 \(out)：\(suggestions.count)组，并走\(count)个机构。",
                "Wrote \(out): \(suggestions.count) groups, \(count) bodies merged away."))
    }
}

extension MergeStyle: ExpressibleByArgument {}
