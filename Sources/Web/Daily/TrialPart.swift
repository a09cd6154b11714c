import Basics
import HTML
import Office
import Registry

extension Visit {
    /// What would come of a bench.
    func writeTrial(_ trial: BenchTrial, of bench: DraftBench, into html: inout Markup) {
        switch trial {
        case .none:
            html(
                .p, .class("quiet"),
                text: say(
                    "填写后点“检查”，提交前就能看到会不会被拒绝、会改变什么。",
                    "Press “Check”: it says before sending what would be refused, and what would change."))
        case .outside(let failure):
            html(.div, .class("note blocked")) { $0(.p, text: say(failure.wording)) }
        case .tried(let found): writeTrial(found, of: bench.forms, into: &html)
        }
    }

    /// What would come of a draft if it were decided now: what is wrong, what would be refused and the way out, old → new.
    func writeTrial(_ trial: DailyTrial, of forms: [FilledForm], into html: inout Markup) {
        // What is only not filled in yet is no mistake.
        let (missing, wrong) = (
            trial.problems.filter { $0.code == "missing" }, trial.problems.filter { $0.code != "missing" }
        )
        if !wrong.isEmpty {
            html(.div, .class("note blocked")) { html in
                html(.h3, text: say("需要改正", "To be mended"))
                html(.ul) { html in
                    for problem in wrong { html(.li, text: said(problem, forms)) }
                }
            }
        }
        if !missing.isEmpty {
            html(.div, .class("note noticed")) { html in
                html(.h3, text: say("还需填写", "Still to be filled in"))
                html(.p, text: missing.map { place(of: $0, forms) }.joined(separator: say("、", ", ")))
            }
        }
        if let refusal = trial.refusal {
            html(.div, .class("note blocked")) { html in
                html(.h3, text: say("会被拒绝", "It would be refused"))
                html(.p) { html in
                    if let form = refusal.form, forms.count > 1 {
                        html.text(say("第\(form + 1)项：", "Form \(form + 1): "))
                    }
                    html.text(say(refusal.wording))
                }
                if case .breaksLaterAct(let position, _) = refusal.refusal {
                    html(.p) { html in
                        html.text(say("见", "See "))
                        writeActs([position], into: &html)
                        html.text(say("。", "."))
                    }
                }
                html(.p) { html in
                    html(.strong, text: say("办法：", "Way out: "))
                    html.text(say(refusal.wayOut))
                }
            }
        }
        if trial.passes { html(.p, .class("note ok"), text: say("可以办理。", "It would go through.")) }
        if !trial.news.isEmpty {
            writeNote(say("起草后台账有变动，涉及相同对象：", "Recorded since it was begun, about the same: "), trial.news, into: &html)
        }
        if !trial.later.isEmpty {
            writeNote(
                say("被撤销的决定之后还有涉及相同对象的决定，请核对：", "Recorded after what is taken back, about the same; look at them: "),
                trial.later, into: &html)
        }
        if !trial.sentences.isEmpty {
            html(.h3, text: say("变动", "Changes"))
            html(.ol, .class("changes")) { html in
                for sentence in trial.sentences { html(.li, text: say(sentence.wording)) }
            }
        }
        writeEffects(trial, into: &html)
    }

    /// Acts that whoever fills this in should look at; of many the first.
    private func writeNote(_ text: String, _ positions: [Int], into html: inout Markup) {
        html(.div, .class("note warned")) { html in
            html.text(text)
            writeActs(Array(positions.prefix(20)), into: &html)
            let more = positions.count - 20
            html.text(more > 0 ? say("等\(positions.count)项。", " and \(more) more.") : say("。", "."))
        }
    }

    private func writeActs(_ positions: [Int], into html: inout Markup) {
        for (index, position) in positions.enumerated() {
            if index > 0 { html.text(say("、", ", ")) }
            let text = say("第\(position)号", "no. \(position)")
            if may(.readWhole) {
                html(.a, .href(.path(["ledger", "acts", "\(position)"])), text: text)
            } else {
                html.text(text)
            }
        }
    }

    /// What accounts come to, old → new, and the lines that make it so.
    private func writeEffects(_ trial: DailyTrial, into html: inout Markup) {
        guard !trial.effects.isEmpty else { return }
        html(.h3, text: say("编制和职数", "Heads and posts"))
        html(.div, .class("scroll")) { html in
            html(.table, .class("table dense")) { html in
                html.columns(
                    [say("账户", "Account")],
                    numbers: [
                        say("核定", "Approved"), say("实有", "Occupied"), say("预留", "Reserved"),
                        say("空编", "Vacant"),
                    ])
                html(.tbody) { html in
                    for effect in trial.effects { write(effect, trial.after, into: &html) }
                }
            }
        }
        guard !trial.lines.isEmpty else { return }
        html(.details) { html in
            html(.summary, text: say("账上分录（\(trial.lines.count)条）", "Ledger lines (\(trial.lines.count))"))
            html(.ul, .class("plain")) { html in
                for line in trial.lines {
                    html(.li) { html in
                        html.text(name(of: line.account, in: trial.after) + " ")
                        html(
                            .span, .class("number"),
                            text: (line.amount < 0 ? "−" : "+") + abs(line.amount).grouped)
                    }
                }
            }
        }
    }

    private func write(_ effect: AccountEffect, _ register: Register, into html: inout Markup) {
        let (before, after) = (effect.before, effect.after)
        html(.tr) { html in
            html(.th, .scope("row"), text: name(of: effect.account, in: register))
            change(before.approved, after.approved, into: &html)
            change(before.occupied, after.occupied, into: &html)
            change(before.reserved, after.reserved, into: &html)
            change(before.free, after.free, into: &html)
        }
    }

    private func change(_ before: Int?, _ after: Int?, into html: inout Markup) {
        func text(_ value: Int?) -> String {
            value.map { ($0 < 0 ? "−" : "") + abs($0).grouped } ?? say("未知", "unknown")
        }
        html(.td, .classes("number", (after ?? 0) < 0 ? "over" : nil)) { html in
            if before == after {
                html.text(text(after))
            } else {
                html.text(text(before) + " → ")
                html(.strong, text: text(after))
            }
        }
    }

    private func name(of account: Account, in register: Register) -> String {
        let holder =
            account.holder.institution.flatMap { register.institutions[$0]?.profile.name }
            ?? account.holder.name.map(say) ?? "—"
        return holder + say("，", ", ") + say(account.commodity.name)
    }
}
