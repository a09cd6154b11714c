import ArgumentParser
import Basics
import Diagnosis
import Office
import Papers
import Registry

/// `sanding diagnose`: what is wrong with the register, with evidence and the source cells.
struct DiagnoseCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "diagnose", abstract: "诊断：问题、依据和来源 · what is wrong, with evidence and sources")

    @OptionGroup var desk: DeskOptions

    @Option(help: "截至哪一天 yyyy-MM-dd · the day")
    var day: String?

    @Option(name: .customLong("check"), help: "只看某项检查，可多次 · only this check")
    var checks: [String] = []

    @Option(help: "小机构的编制上限（各地自定） · at most so many heads is small")
    var small: Int = Thresholds.standard.smallBody

    @Option(help: "写成 XLSX 报告 · write a workbook")
    var xlsx: String?

    @Option(help: "写成 Markdown 报告 · write a report in Markdown")
    var markdown: String?

    @Option(help: "写成单个网页文件 · write a report as one HTML file")
    var html: String?

    @Option(help: "本单位的同义词表，每行一组，用 = 连接 · the office's own synonyms, a group a line")
    var synonyms: String?

    @Flag(help: "连同已不予处理的 · dismissed findings too")
    var all = false

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    @Option(help: "每项检查最多列出多少 · list at most so many of each check")
    var limit: Int = 12

    func answer() throws {
        let open = try desk.desk()
        let view = try open.view(on: day.map { try readDay($0) }, today: now().officeDay)
        let register = view.register
        var thresholds = view.thresholds
        thresholds.smallBody = small
        let unknown = checks.filter { Check.named($0) == nil }
        guard unknown.isEmpty else {
            throw OfficeFailure(
                .input, "unknown-check", zh: "没有检查“\(unknown[0])”。可选：\(Check.all.map(\.code).joined(separator: "、"))。",
                en: "There is no check “\(unknown[0])”. Choose from: \(Check.all.map(\.code).joined(separator: ", ")).")
        }
        let chosen = checks.isEmpty ? Check.all : checks.compactMap(Check.named)
        let everything = try open.look(
            at: register, thresholds: thresholds, checks: chosen, words: overlapWords(synonyms))
        let states = try open.findingStates(of: everything)
        let findings = all ? everything : everything.filter { states[$0.key]?.isSettled != true }
        let written = try writeReports(
            findings, in: register, of: open, thresholds, checks: chosen, states: states.mapValues(\.wording))
        if json {
            print(
                try JSON.array(findings.map { $0.json(in: register, desk.lang, state: states[$0.key]?.disposition) })
                    .text())
            return
        }
        print(desk.say("共\(findings.count)个问题。", "\(findings.count) findings."))
        for check in chosen {
            let found = findings.filter { $0.check == check.code }
            guard let first = found.first else { continue }
            print("")
            print("■ \(desk.say(check.title)) [\(check.code)] \(found.count) · \(desk.say(first.severity.name))")
            for finding in found.prefix(limit) {
                let places = finding.origins.prefix(4).map(\.description).joined(separator: " ")
                let state = states[finding.key].map { " 〔\(desk.say($0.wording))〕" } ?? ""
                print("  #\(finding.handle) \(desk.say(finding.evidence))  \(places)\(state)")
            }
            if found.count > limit {
                print(desk.say("  ……其余 \(found.count - limit) 个", "  … \(found.count - limit) more"))
            }
        }
        for path in written { print(desk.say("报告已写入 \(path)", "The report is in \(path)")) }
    }

    /// Writes the reports that were asked for, and gives their paths.
    private func writeReports(
        _ findings: [Finding], in register: Register, of open: Desk, _ thresholds: Thresholds, checks: [Check],
        states: [Finding.Key: Wording]
    ) throws -> [String] {
        guard xlsx != nil || markdown != nil || html != nil else { return [] }
        let report = DiagnosisReport(
            findings, in: register,
            heading: ReportHeading(
                jurisdiction: open.jurisdiction, day: thresholds.day, position: open.history.position,
                digest: open.history.head),
            thresholds: thresholds, checks: checks, states: states)
        if let xlsx {
            do { try writeWorkbook(report.sheets(in: desk.lang), to: xlsx) } catch { throw OfficeFailure(error) }
        }
        if let markdown { try writeText(report.markdown(in: desk.lang), to: markdown) }
        if let html { try writeText(String(decoding: report.page(in: desk.lang), as: UTF8.self), to: html) }
        return [xlsx, markdown, html].compactMap { $0 }
    }
}

extension Finding {
    /// The finding as JSON; people by identifier only.
    func json(in register: Register, _ language: Language, state: Disposition? = nil) -> JSON {
        [
            "handle": .string(handle), "state": .string("\(state ?? .open)"),
            "rule": JSON(Check.named(check)?.rule.said(in: language)),
            "clause": JSON(Check.named(check)?.clause?.said(in: language)),
            "check": .string(check), "severity": .string(severity.code), "key": .string(key.description),
            "subjects": .array(
                subjects.map { subject in
                    switch subject {
                    case .institution(let id):
                        [
                            "institution": .string(id.description),
                            "name": JSON(register.institutions[id]?.profile.name),
                        ]
                    case .person(let id): ["person": .string(id.description)]
                    case .matter(let id):
                        ["matter": .string(id.description), "name": JSON(register.matters[id]?.name)]
                    case .duty(let id):
                        [
                            "duty": .string(id.description), "text": JSON(register.duties[id]?.text),
                            "name": JSON(
                                register.duties[id].flatMap { register.institutions[$0.holder]?.profile.name }),
                        ]
                    case .commodity(let commodity): ["commodity": .string(commodity.name.said(in: language))]
                    }
                }),
            "measures": .object(
                Dictionary(measures.map { ("\($0.quantity)", JSON.integer($0.value)) }) { first, _ in first }),
            "evidence": .string(evidence.said(in: language)), "mending": JSON(mending?.said(in: language)),
            "origins": .array(origins.map { ["sheet": .string($0.sheet), "row": .integer($0.row)] }),
        ]
    }
}

extension Severity {
    /// The stable code of the severity.
    var code: String {
        switch self {
        case .notice: "notice"
        case .warning: "warning"
        case .blocking: "blocking"
        }
    }
}
