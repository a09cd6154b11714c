import Basics
import HTML
import Office
import Papers
import Registry

extension Visit {
    /// The imports that wait for a decision, for whoever may decide and didn't draft them.
    func importsToDecide() -> [(title: String, detail: String, link: Link)] {
        guard may(.decide) else { return [] }
        return workbench.imports.submitted(at: now).filter { $0.submission?.drafter != viewer?.account.name }.map {
            session in
            (
                say("决定导入：\(session.fileName)", "Decide an import: \(session.fileName)"),
                session.submission.map { "\($0.document.citation)，\($0.drafter)" } ?? "",
                .path(["imports", session.id.description, "decision"])
            )
        }
    }

    /// For its clerk: the import waits for somebody else.
    func submittedPage(_ session: ImportSession) -> Reply {
        importStepPage(session, .decision) { html in
            html(.div, .class("note noticed")) { html in
                html(
                    .p,
                    text: say(
                        "已送审，等编办负责人或编委决定。决定前可以撤回修改。",
                        "Submitted: it waits for the head of the office or the commission. Until then you can take it back."
                    ))
            }
            writeSubmission(session, into: &html)
            html(.form, .method("post"), .action(action(session, "withdraw"))) { html in
                writeImportFields(session, into: &html)
                html(.button, .type("submit"), .class("btn btn-outline"), text: say("撤回", "Take it back"))
            }
        }
    }

    private func writeSubmission(_ session: ImportSession, into html: inout Markup) {
        guard let submission = session.submission else { return }
        html(.dl, .class("facts wide")) { html in
            for (name, value) in [
                (say("文号", "Document"), submission.document.citation.description),
                (say("标题", "Title"), submission.document.title),
                (say("文件日期", "Dated"), say(submission.document.decided)),
                (say("基准日", "Cut-off day"), say(submission.day)), (say("经办", "Drafted by"), submission.drafter),
                (say("送审时间", "Submitted"), say(submission.submitted)),
                (say("文件摘要值", "Digest of the file"), session.file.description),
                (say("改动的单元格", "Cells typed over"), session.mended.count.grouped),
            ] {
                html(.dt, text: name)
                html(.dd, .class("digest").when(value.count == 64), text: value)
            }
        }
    }

    /// What came of it.
    func importDonePage(_ session: ImportSession) -> Reply {
        importStepPage(session, .done) { writeOutcome(session, into: &$0) }
    }

    private func writeOutcome(_ session: ImportSession, into html: inout Markup) {
        guard let outcome = session.outcome else { return }
        html(.div, .class("note ok"), .role("status")) { html in
            html(.p) { html in
                html(.strong) {
                    $0(
                        .a, .class("underlined"), .href(link("ledger", "acts", "\(outcome.position)")),
                        text: say("第\(outcome.position)号决定", "Act \(outcome.position)"))
                }
                if let receipt = outcome.receipt {
                    html.text(
                        say(
                            "已写入台账：机构\(receipt.bodies.grouped)个，人员\(receipt.people.grouped)名，职责\(receipt.duties.grouped)条，清单事项\(receipt.matters.grouped)项，容忍项\(receipt.tolerances.grouped)个。",
                            " is recorded: \(receipt.bodies.grouped) bodies, \(receipt.people.grouped) people, \(receipt.duties.grouped) duties, \(receipt.matters.grouped) matters, \(receipt.tolerances.grouped) tolerances."
                        ))
                } else {
                    html.text(
                        say(
                            "已写入台账：确认差异\(outcome.confirmed.grouped)项，另有\(outcome.differencesLeft.grouped)项未确认。",
                            " is recorded: \(outcome.confirmed.grouped) differences confirmed, \(outcome.differencesLeft.grouped) left as they are."
                        ))
                }
            }
            html(.p) { html in
                html(.a, .href(link("bodies")), text: say("看机构一览", "See the bodies"))
                html.text("　")
                html(.a, .href(link("findings")), text: say("看问题", "See the findings"))
            }
        }
        guard !outcome.leftOut.isEmpty else { return }
        html(
            .h2,
            text: say(
                "留出的\(outcome.leftOut.count.grouped)行，没有写入", "\(outcome.leftOut.count.grouped) rows were left out"))
        writeLeftOut(outcome.leftOut, into: &html)
        html(
            .p, .class("quiet"),
            text: say("在文件中改正后再次导入，只会列出这些差异。", "Mend them in the file and import it again: only these will differ."))
        html(.form, .method("post"), .action(action(session, "left-out"))) { html in
            writeFormToken(into: &html)
            html(
                .button, .type("submit"), .givesFile, .class("btn btn-outline"),
                text: say("下载错误行", "Download the rows in error"))
        }
    }

    // MARK: Whoever decides

    private func submitted() throws -> (owner: ImportShelf.Owner, id: ImportSession.ID) {
        let id = try importNumber
        guard let owner = workbench.imports.owner(ofSubmitted: id, at: now) else {
            let absence = workbench.imports.absence(of: id)
            throw Denial(404, absence.code, zh: absence.wording.zh, en: absence.wording.en)
        }
        return (owner, id)
    }

    /// What is to be decided, as whoever decides sees it.
    func decisionPage(_ failure: OfficeFailure? = nil, reason: FormField? = nil) throws -> Reply {
        let (owner, id) = try submitted()
        switch try workbench.imports.state(of: id, for: owner, at: now) {
        case .working(let progress):
            return importProgressPage(id, progress, at: ["imports", id.description, "decision"])
        case .failed(let failure): throw failure
        case .ready(let session, let earlier):
            let failure = failure ?? earlier
            let head = PageHead(
                title: say("决定导入：\(session.fileName)", "Decide an import: \(session.fileName)"), place: "imports",
                isDated: false)
            return page(head, status: failure == nil && reason == nil ? 200 : 422) { html in
                if let failure {
                    html(.div, .class("note blocked"), .role("alert"), .id("faults"), .tabindex(-1)) {
                        $0(.p, text: say(failure.wording))
                    }
                }
                guard session.outcome == nil else { return writeOutcome(session, into: &html) }
                writeSubmission(session, into: &html)
                if let draft = session.preview?.draft { write(draft, into: &html) }
                if let list = session.preview?.differences { writeChosen(list, session, into: &html) }
                writeDecision(session, reason, into: &html)
            }
        }
    }

    private func writeChosen(_ list: DifferenceList, _ session: ImportSession, into html: inout Markup) {
        let (chosen, added, _) = list.chosen(session.chosen)
        let taken = Set(added.map(\.number))
        html(.h2, text: say("要确认的差异（\(chosen.count.grouped)项）", "Differences to confirm (\(chosen.count.grouped))"))
        html(.ul, .class("plain")) { html in
            for difference in chosen.prefix(1_000) {
                html(.li) { html in
                    html.text(say(difference.wording))
                    if taken.contains(difference.number) {
                        html(.span, .class("tag"), text: say("随其他项一并", "needed by others"))
                    }
                }
            }
        }
        if chosen.count > 1_000 {
            html(.p, .class("quiet"), text: say("只列出前1,000项。", "The first 1,000 are listed."))
        }
    }

    private func writeDecision(_ session: ImportSession, _ reason: FormField?, into html: inout Markup) {
        guard session.submission?.drafter != viewer?.account.name else {
            html(
                .div, .class("note warned")
            ) { $0(.p, text: say("这是您本人经办的，须由他人决定。", "You drafted this yourself; somebody else has to decide.")) }
            return
        }
        html(.form, .method("post"), .action(action(session, "decision"))) { html in
            writeImportFields(session, into: &html)
            html(.div, .class("buttons")) {
                $0(
                    .button, .type("submit"), .name("then"), .value("decide"), .class("btn btn-primary"),
                    text: say("决定并写入台账", "Decide and record"))
            }
        }
        html(.form, .method("post"), .action(action(session, "decision"))) { html in
            writeImportFields(session, into: &html)
            write(
                reason
                    ?? FormField(name: "reason", label: say("退回理由", "Why it is given back"), kind: .lines, longest: 500),
                into: &html)
            html(
                .button, .type("submit"), .name("then"), .value("return"), .class("btn btn-outline"),
                text: say("退回经办", "Give it back"))
        }
    }

    /// Decides a submitted import, or gives it back.
    func decideImport() throws -> Reply {
        let (owner, id) = try submitted()
        if form["then"] == "return" {
            guard let reason = form["reason"], reason.count <= 500 else {
                return try decisionPage(
                    reason: FormField(
                        name: "reason", label: say("退回理由", "Why it is given back"), kind: .lines, longest: 500,
                        value: form.all("reason").first ?? "",
                        fault: say("请写明理由，不超过500字。", "Say why, in 500 characters at most.")))
            }
            try workbench.imports.change(id, for: owner, version: importVersion, at: now) {
                session throws(OfficeFailure) in
                try record(.workbookImported, what: .workbook(.returned, session.auditName))
                session.giveBack(reason)
            }
            return .on(to: .path([]))
        }
        guard case .ready(let session, _) = try workbench.imports.state(of: id, for: owner, at: now),
            session.outcome == nil
        else { return .on(to: .path(["imports", id.description, "decision"])) }
        guard session.submission?.drafter != viewer?.account.name else {
            return try decisionPage(OfficeFailure(Refusal.fourEyes, in: register))
        }
        let (visit, decider) = (self, viewer?.account.name ?? "")
        try workbench.imports.work(on: id, for: owner, version: importVersion, at: now) {
            session, watch throws(OfficeFailure) in
            let what = AuditTopic.workbook(.decided, session.auditName)
            session = try visit.acting(.workbookImported, what: what) { desk, source throws(OfficeFailure) in
                var decided = session
                try desk.decide(&decided, by: decider, from: &source, at: visit.now, watch: watch)
                return decided
            }
        }
        workbench.imports.settle(id, within: 400)
        return .on(to: .path(["imports", id.description, "decision"]))
    }

    /// Takes a submitted import back.
    func withdrawImport() throws -> Reply {
        let session = try importSession()
        try workbench.imports.change(session.id, for: try importOwner, version: importVersion, at: now) {
            $0.withdraw()
        }
        return .on(to: importLink(session.id))
    }
}

extension ImportSession {
    /// By what the audit knows it: the file's name and the beginning of its digest.
    var auditName: String { "\(fileName) \(file.short)" }
}
