import ArgumentParser
import Basics
import Office
import Reform
import Registry

/// `sanding plan undo POSITION`: the counter-Act of a decided plan.
struct PlanUndoCommand: Acting {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "拟撤回一个已决定的方案 · draft the counter-Act of a decided plan",
        discussion: "只写编号时仅拟出并核对；给出 --document、--drafter、--decider 时办理。")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: "决定号 · the position of the Act")
    var position: Int

    @Option(help: "只撤回方案的这些步骤（从1数），可多次 · undo only this step, from 1; may be repeated")
    var step: [Int] = []

    @Option(help: "撤回的生效日期 yyyy-MM-dd · the day it takes effect")
    var day: String?

    @Option(help: "理由 · why")
    var because: String = "撤回方案"

    @Option(help: "写成撤回件，供动议和论证 · write it as a text that can be moved")
    var write: String?

    var deed: TerminalDeed {
        TerminalDeed(action: .registerAct, what: "plan undo \(position)", officer: decision.drafter)
    }

    func act(at open: inout Desk) throws {
        let effective = try day.map { try readDay($0) } ?? open.history.lastDay ?? now().officeDay
        let written = WrittenCounter(of: position, steps: step, on: effective, because: because)
        let draft = try open.draftCounter(to: position, steps: step, on: effective, at: now())
        let register = open.register
        guard let first = draft.lost.first else {
            if let write { try writeText(written.text, to: write) }
            try undo(&open, draft, written)
            return
        }
        let parts = try draft.lost.map { lost in
            let why = OfficeFailure(lost.reason, in: register).wording
            let later = try open.obstacle(to: position, steps: step, losing: lost.index, on: effective, at: now())
            let by = later.map { "\($0.act.document.citation)" } ?? ""
            return Wording(
                zh: "第\(lost.index + 1)项变动：\(why.zh)"
                    + (later.map { "（第\($0.position)号决定\(by)所致，须先处理该决定）" } ?? ""),
                en: "change \(lost.index + 1): \(why.en)"
                    + (later.map { " (because of Act \($0.position), \(by): settle that first)" } ?? ""))
        }
        throw OfficeFailure(
            .refusal, first.reason.code, zh: "以下部分已不能撤回：" + parts.map(\.zh).joined(separator: " "),
            en: "These parts can no longer be undone: " + parts.map(\.en).joined(separator: " "))
    }

    private func undo(_ open: inout Desk, _ draft: Counter, _ written: WrittenCounter) throws {
        guard decision.document != nil else {
            print(
                desk.say(
                    "可以撤回：第\(position)号决定，反向变动\(draft.changes.count)项，\(written.day)起生效。办理请加 --document、--decided、--drafter、--decider。",
                    "It can be undone: \(draft.changes.count) counter-changes in effect on \(written.day). To decide it add --document, --decided, --drafter and --decider."
                ))
            return
        }
        var source = SystemRandomNumberGenerator()
        let words = try decision.words(defaultTitle: because, defaultDay: nil)
        let (drafter, deciders) = try decision.officers(of: &open, from: &source)
        let entry = try open.undo(
            written, document: words, drafter: drafter, deciders: deciders, from: &source, at: now())
        print(
            desk.say(
                "已撤回：第\(entry.position)号决定，依据\(words.citation)，\(written.day)起生效。",
                "Undone: Act \(entry.position) on \(words.citation), in effect on \(written.day)."))
    }
}
