import ArgumentParser
import Basics
import Diagnosis
import Office
import Registry

/// `sanding matter confirm HANDLE… --lead BODY`: duties are one matter, led by one body; not asked again.
struct MatterConfirmCommand: Acting {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "确认为同一事项，明确牵头与配合 · duties are one matter; say who leads",
        discussion: "选职责交叉、一事多头、待确认等问题的编号；相连的归为一个事项。不是同一事项的，用 sanding finding dismiss。")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: "问题编号，见 diagnose 的 # 后8位 · handles of findings, as diagnose shows them")
    var handles: [String] = []

    @Option(help: "另加的职责，写作 机构：序号，可多次 · a duty besides, as BODY:NUMBER")
    var duty: [String] = []

    @Option(help: "牵头单位，写作 机构 或 机构：序号，可多次 · who leads, as BODY or BODY:NUMBER")
    var lead: [String] = []

    @Option(help: "实施单位，其余为配合，可多次 · who carries it out; the others assist")
    var execute: [String] = []

    @Option(help: "并入清单中已有的事项 · the matter of a catalogue that it is")
    var matter: String?

    @Option(help: "新事项的名称，默认为牵头职责的文字 · the name of a new matter; by default the text that leads")
    var name: String?

    @Option(help: "新事项列入的清单 · the catalogue of a new matter")
    var catalogue: String = "职责事项清单"

    @Option(help: "区域，默认全域 · the area; everywhere by default")
    var area: String?

    @Option(help: "自哪一天起，默认决定日期 · from which day; by default when it was decided")
    var day: String?

    @Option(help: "本单位的同义词表，与诊断时所用的相同 · the office's own synonyms, as used for the diagnosis")
    var synonyms: String?

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    var deed: TerminalDeed {
        TerminalDeed(action: .registerAct, what: "matter confirm \(decision.document ?? "")", officer: decision.drafter)
    }

    func act(at open: inout Desk) throws {
        var source = SystemRandomNumberGenerator()
        let named = try decision.named(
            title: desk.say("关于明确职责事项牵头单位的批复", "On who leads matters of duty"), from: day, at: &open,
            source: &source)
        let view = try open.view(on: named.day, today: now().officeDay)
        let answered = try answer(in: view.register)
        let made = try open.confirm(
            try questions(at: open, view.register, view.thresholds), as: answered, on: named.day,
            document: named.words, drafter: named.drafter, deciders: named.deciders, from: &source, at: now())
        let register = open.history.register(on: named.day)
        let matters = made.matters.compactMap { register.matters[$0] }
        if json {
            return print(
                try JSON.object([
                    "act": .integer(made.entry.position),
                    "matters": .array(matters.map { $0.json(in: register, desk.lang) }),
                ]).text())
        }
        print(
            desk.say(
                "已确认\(matters.count)个事项：第\(made.entry.position)号决定，依据\(named.words.citation)，自\(named.day)起。",
                "\(matters.count) matters confirmed: Act \(made.entry.position) on \(named.words.citation), from \(named.day)."
            ))
        for matter in matters {
            let parts = matter.parts.sorted { $0.role.rawValue < $1.role.rawValue }
                .map { "\(desk.say($0.role.name)) \($0.holder(in: register))" }
            print("  \(matter.name)：\(parts.joined(separator: "，"))")
        }
    }

    private func answer(in register: Register) throws -> MatterAnswer {
        MatterAnswer(
            matter: try matter.map { try desk.matter($0, in: register).id }, name: name, catalogue: catalogue,
            leads: try lead.map { try desk.duties($0, in: register).map(\.id) },
            executing: Set(try execute.flatMap { try desk.duties($0, in: register).map(\.id) }),
            area: area.map { .part($0) } ?? .everywhere)
    }

    private func questions(
        at open: Desk, _ register: Register, _ thresholds: Thresholds
    ) throws -> [MatterQuestion] {
        let duties = try duty.map { text -> DutyStatement.ID in
            let found = try desk.duties(text, in: register)
            guard found.count == 1 else {
                throw OfficeFailure(
                    .input, "ambiguous-duty", zh: "“\(text)”有\(found.count)条职责，请写作 机构：序号。",
                    en: "“\(text)” has \(found.count) duties; write BODY:NUMBER.")
            }
            return found[0].id
        }
        let found =
            handles.isEmpty
            ? []
            : try findings(
                handles, among: try open.look(at: register, thresholds: thresholds, words: overlapWords(synonyms)))
        let asked = try found.map { finding -> MatterQuestion in
            guard let question = finding.question else {
                throw OfficeFailure(
                    .input, "no-question", zh: "#\(finding.handle)不是职责交叉或事项问题，不能这样确认。",
                    en: "#\(finding.handle) is no question about duties or a matter.")
            }
            return question
        }
        let questions = asked + (duties.isEmpty ? [] : [MatterQuestion(duties)])
        guard !questions.isEmpty else {
            throw OfficeFailure(
                .input, "nothing-to-do", zh: "请写明问题编号，或用 --duty 写明职责。",
                en: "Name findings by their handles, or duties with --duty.")
        }
        return questions
    }
}
