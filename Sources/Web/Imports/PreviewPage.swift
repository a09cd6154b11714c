import Basics
import Diagnosis
import HTML
import Office
import Papers
import Registry

/// How many differences of a kind are listed one by one; of more the group is confirmed whole.
private let mostListed = 200

extension Visit {
    /// What would be recorded, or what differs; and under which document it goes to whoever decides.
    func previewPage(_ session: ImportSession, _ failure: OfficeFailure?, fields: [FormField]? = nil) -> Reply {
        importStepPage(session, .draft, failure: failure, status: fields == nil ? 200 : 422) { html in
            guard let preview = session.preview else {
                html(.p) { html in
                    html(
                        .a, .class("btn btn-primary"), .href(importLink(session.id, step: .problems)),
                        text: say("回到问题", "Back to the problems"))
                }
                return
            }
            if case .known(let position) = preview.course {
                html(.div, .class("note noticed")) { html in
                    html(.p) { html in
                        html.text(say("此文件已由", "This file was imported by "))
                        html(
                            .a, .href(link("ledger", "acts", "\(position)")),
                            text: say("第\(position)号决定", "Act \(position)"))
                        html.text(say("导入，没有变化。", " already; nothing changes."))
                    }
                }
                return
            }
            if let fields { writeFaults(of: fields, into: &html) }
            html(.form, .method("post"), .action(action(session, "preview"))) { html in
                writeImportFields(session, into: &html)
                if let draft = preview.draft { write(draft, into: &html) }
                if let list = preview.differences { write(list, session, preview.day, into: &html) }
                if preview.differences?.differences.isEmpty == true { return }
                html(.h2, text: say("依据文件", "The document behind it"))
                for field in fields ?? submissionFields(session, preview) { write(field, into: &html) }
                html(.div, .class("buttons")) { html in
                    html(
                        .button, .type("submit"), .name("then"), .value("submit"), .class("btn btn-primary"),
                        text: say("送审", "Submit for decision"))
                    html(
                        .button, .type("submit"), .name("then"), .value("save"), .class("btn btn-outline"),
                        .flag("formnovalidate"), text: say("保存选择和填写", "Keep what I chose and typed"))
                }
            }
        }
    }

    /// The fields of the document, with what was typed before.
    private func submissionFields(_ session: ImportSession, _ preview: ImportPreview) -> [FormField] {
        let isOpening = preview.draft != nil
        return [
            FormField(
                name: "document", label: say("文号", "Number of the document"),
                hint: say("如：安编〔2020〕1号", "Issuer, year and number, such as ABC〔2020〕1号"), longest: 60,
                value: session.typed["document"] ?? ""),
            FormField(
                name: "title", label: say("标题", "Title"), longest: 200,
                value: session.typed["title"]
                    ?? (isOpening ? say("机构编制台账基线", "Baseline of the register") : say("台账核对变动", "Reconciliation"))),
            FormField(
                name: "decided", label: say("文件日期", "Date of the document"), kind: .day, longest: 20,
                value: session.typed["decided"] ?? ""),
            FormField(
                name: "day", label: say("基准日（生效日期）", "Cut-off day, on which it takes effect"), kind: .day,
                hint: session.book?.cutOff.map {
                    say("表中截止时间为\(say($0))", "The workbook's cut-off day is \(say($0))")
                }, longest: 20, value: session.typed["day"] ?? preview.day.description),
        ]
    }

    func write(_ draft: ImportDraft, into html: inout Markup) {
        html(.p, .class("lead"), text: say("决定后将写入台账：", "Once decided, this enters the register:"))
        html(.dl, .class("figures")) { html in
            writeFigure(say("机构", "Bodies"), draft.bodies, nil, into: &html)
            writeFigure(say("系统外单位", "Outside bodies"), draft.outsideBodies, nil, into: &html)
            writeFigure(say("人员", "People"), draft.people, nil, into: &html)
            writeFigure(say("职责", "Duties"), draft.duties, nil, into: &html)
            writeFigure(say("清单事项", "Matters"), draft.matters, nil, into: &html)
            writeFigure(say("基线超限", "Breaches put up with"), draft.tolerances.count, nil, into: &html)
            writeFigure(say("留出的行", "Rows left out"), draft.leftOut.count, nil, into: &html)
        }
        html(.div, .class("count-groups")) { html in
            html(.table, .class("table dense")) { html in
                html.columns(
                    [say("编制类别", "Kind")], numbers: [say("核定", "Approved"), say("实有", "Occupied"), say("超编", "Over")])
                html(.tbody) { html in
                    for figures in draft.after.establishment {
                        html(.tr) { html in
                            html(.th, .scope("row"), text: figures.kind.map { say($0.name) } ?? "")
                            html(
                                .td, .class("number"),
                                text: (figures.approved.isWhole ? "" : "≥ ") + figures.approved.known.grouped)
                            html(.td, .class("number"), text: figures.occupied.grouped)
                            html(.td, .class("number"), text: figures.over.grouped)
                        }
                    }
                }
            }
            html(.table, .class("table dense")) { html in
                html.columns([say("机构类型", "Type")], numbers: [say("个数", "Count")])
                html(.tbody) { html in
                    for row in draft.after.types.rows {
                        html(.tr) { html in
                            html(.th, .scope("row"), text: row.key.map { say($0.name) } ?? say("未知", "unknown"))
                            html(.td, .class("number"), text: row.bodies.grouped)
                        }
                    }
                }
            }
        }
        if !draft.tolerances.isEmpty {
            html(.details) { html in
                html(
                    .summary,
                    text: say(
                        "基线中\(draft.tolerances.count.grouped)处超编、超职数或一人多编，登记为容忍项，不能再增加",
                        "\(draft.tolerances.count.grouped) breaches of the baseline are put up with from now on, and may not grow"
                    ))
                html(.ul) { html in
                    for tolerance in draft.tolerances.prefix(500) { html(.li, text: say(tolerance)) }
                }
            }
        }
        if !draft.leftOut.isEmpty {
            html(.details) { html in
                html(
                    .summary,
                    text: say("留出的\(draft.leftOut.count.grouped)行", "The \(draft.leftOut.count.grouped) rows left out"))
                writeLeftOut(draft.leftOut, into: &html)
            }
        }
    }

    private func write(_ list: DifferenceList, _ session: ImportSession, _ day: Day, into html: inout Markup) {
        guard !list.differences.isEmpty else {
            html(
                .div, .class("note ok")
            ) { $0(.p, text: say("与\(say(day))的台账一致，没有差异。", "No difference from the register of \(say(day)).")) }
            return
        }
        html(
            .p, .class("lead"),
            text: say(
                "与\(say(day))的台账相比有\(list.differences.count.grouped)项差异，尚未变动。逐项或整组选择要确认的；标“另办”的须以方案或下编手续办理。",
                "\(list.differences.count.grouped) differences from the register of \(say(day)); nothing is changed yet. Choose those to confirm, one by one or by group; those marked “elsewhere” need a plan or an exit."
            ))
        for group in list.groups { write(group.kind, group.differences, list, session, into: &html) }
    }

    private func write(
        _ kind: Difference.Kind, _ differences: [Difference], _ list: DifferenceList, _ session: ImportSession,
        into html: inout Markup
    ) {
        let keys = list.confirmableKeys(of: kind)
        let isWhole = !keys.isEmpty && keys.isSubset(of: session.chosen)
        html(.fieldset) { html in
            html(.legend) { html in
                html(.h2) { html in
                    html.text(say(kind.name) + " ")
                    html(.span, .class("count"), text: differences.count.grouped)
                }
            }
            if keys.count > 1 {
                html(.label, .class("form-check-label")) { html in
                    html(
                        .input, .type("checkbox"), .class("form-check-input"), .name("group"), .value(kind.rawValue),
                        .checked.when(isWhole))
                    html.text(
                        " " + say("整组确认（\(keys.count.grouped)项）", "confirm the whole group (\(keys.count.grouped))"))
                }
            }
            let some = keys.intersection(session.chosen)
            // A long group is shut, unless somebody is choosing in it.
            let isOpen = differences.count <= 30 || !some.isEmpty && some.count < keys.count
            html(.details, .flag("open").when(isOpen)) { html in
                html(.summary, text: say("逐项列出", "One by one"))
                write(differences, list, session, into: &html)
            }
        }
    }

    private func write(
        _ differences: [Difference], _ list: DifferenceList, _ session: ImportSession, into html: inout Markup
    ) {
        html(.ul, .class("plain")) { html in
            for difference in differences.prefix(mostListed) {
                let key = list.key(of: difference)
                html(.li) { html in
                    if difference.isConfirmable {
                        html(.label, .class("form-check-label")) { html in
                            html(
                                .input, .type("checkbox"), .class("form-check-input"), .name("difference"),
                                .value(key), .checked.when(session.chosen.contains(key)))
                            html.text(" " + say(difference.wording))
                        }
                    } else {
                        html(.span, .class("tag warned"), text: say("另办", "elsewhere"))
                        html.text(" " + say(difference.wording))
                    }
                    if let origin = difference.origin { html(.span, .class("quiet"), text: "　\(origin)") }
                }
            }
        }
        if differences.count > mostListed {
            html(
                .p, .class("quiet"),
                text: say(
                    "其余\(differences.count - mostListed)项不逐一列出，可整组确认。",
                    "\(differences.count - mostListed) more aren't listed; confirm the whole group."))
        }
    }

    /// Takes what was chosen and typed; and hands the import to whoever decides.
    func submitImport() throws -> Reply {
        let session = try importSession()
        guard let preview = session.preview else { return .on(to: importLink(session.id)) }
        let chosen = chosenKeys(preview.differences, session)
        let names = ["document", "title", "decided", "day"]
        let typed = Dictionary(
            uniqueKeysWithValues: names.map { ($0, String((form.all($0).first ?? "").trimmed.prefix(200))) })
        try workbench.imports.change(
            session.id, for: try importOwner, version: importVersion, at: now
        ) { session in
            session.chosen = chosen
            session.typed.merge(typed) { $1 }
        }
        let kept = try importSession()
        let day = typedDay(typed["day"] ?? "")
        // On another day other things differ: they are looked at before anything is submitted.
        if let day, day != preview.day, preview.differences != nil {
            let (bench, instant) = (workbench, now)
            try workbench.imports.work(on: session.id, for: try importOwner, version: kept.version, at: now) {
                session, watch throws(OfficeFailure) in
                var source = SystemRandomNumberGenerator()
                try bench.desk.desk().preview(&session, on: day, from: &source, at: instant, watch: watch)
            }
            workbench.imports.settle(session.id, within: 400)
            return .on(to: importLink(session.id))
        }
        guard form["then"] == "submit" else { return .on(to: importLink(session.id, step: .draft)) }
        var fields = submissionFields(kept, preview)
        let citation = Citation(typed["document"] ?? "")
        let decided = typedDay(typed["decided"] ?? "")
        if citation == nil { fields[0].fault = say("请写成“安编〔2020〕1号”的样子。", "Write it like ABC〔2020〕1号.") }
        if typed["title"]?.isEmpty != false { fields[1].fault = say("请写明标题。", "Write the title.") }
        if decided == nil { fields[2].fault = say("请写成 2020-05-31 或 2020年5月31日。", "Write it as 2020-05-31.") }
        if day == nil { fields[3].fault = say("请写成 2020-05-31 或 2020年5月31日。", "Write it as 2020-05-31.") }
        if let decided, decided > today { fields[2].fault = say("文件日期在今天之后。", "The document is dated after today.") }
        guard let citation, let decided, let day, fields.allSatisfy({ $0.fault == nil }) else {
            return previewPage(kept, nil, fields: fields)
        }
        let words = DocumentWords(citation: citation, title: typed["title"] ?? "", decided: decided)
        let (owner, drafter) = (try importOwner, viewer?.account.name ?? "")
        do throws(OfficeFailure) {
            try workbench.imports.change(session.id, for: owner, version: kept.version, at: now) {
                session throws(OfficeFailure) in
                try workbench.desk.desk().submit(&session, under: words, on: day, drafter: drafter, at: now)
                try record(.workbookImported, what: .workbook(.submitted, session.auditName, "\(words.citation)"))
            }
        } catch {
            return previewPage(kept, error, fields: fields)
        }
        return .on(to: importLink(session.id))
    }

    /// What is chosen: ticked one by one, by group, and of groups too long to be listed what was chosen before.
    private func chosenKeys(_ list: DifferenceList?, _ session: ImportSession) -> Set<String> {
        guard let list else { return [] }
        var keys = Set(form.all("difference"))
        let groups = Set(form.all("group"))
        for (kind, differences) in list.groups {
            let own = list.confirmableKeys(of: kind)
            let wasWhole = own.isSubset(of: session.chosen)
            let ticked = differences.prefix(mostListed).map { list.key(of: $0) }.filter(keys.contains)
            // The box of a group, newly ticked, takes all; left ticked while one of it was taken away, it takes none more.
            if groups.contains(kind.rawValue),
                !wasWhole || ticked.count == min(own.count, differences.prefix(mostListed).count { $0.isConfirmable })
            {
                keys.formUnion(own)
            }
        }
        return keys.intersection(list.confirmableKeys())
    }
}
