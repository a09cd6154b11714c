import Basics
import HTML
import Office
import Papers
import Registry

/// How many problems stand on a page.
private let pageSize = 50

extension Visit {
    /// What stands in the way, cell by cell: each is mended where it stands, or the rows are left out.
    func problemsPage(_ session: ImportSession, _ failure: OfficeFailure?) -> Reply {
        let all = session.problems
        let severity = query["severity"].flatMap(Problem.Severity.init(rawValue:)) ?? .error
        let found = all.filter { $0.problem.severity == severity && !$0.follows }
        let page = ListPage(query.page, of: found.count, size: pageSize)
        let shown = found[page.range]
        return importStepPage(session, .problems, failure: failure) { html in
            writeSeverities(session, all, severity, into: &html)
            if severity == .error { writeWayOn(session, all, into: &html) }
            if !shown.isEmpty {
                html(.form, .method("post"), .action(action(session, "problems"))) { html in
                    writeImportFields(session, into: &html)
                    html(.input, .type("hidden"), .name("severity"), .value(severity.rawValue))
                    html(.input, .type("hidden"), .name("page"), .value("\(page.number)"))
                    for (index, problem) in shown.enumerated() { write(problem, index, session, into: &html) }
                    html(.div, .class("buttons")) { html in
                        html(
                            .button, .type("submit"), .class("btn btn-primary"),
                            text: say("改正并重新检查", "Mend and check again"))
                    }
                }
            }
            writePager(page, into: &html) { page in
                .path(
                    ["imports", session.id.description],
                    query: [("step", ImportStep.problems.word), ("severity", severity.rawValue), ("page", "\(page)")])
            }
            writeMendings(session, into: &html)
        }
    }

    private func writeSeverities(
        _ session: ImportSession, _ all: [ImportProblem], _ current: Problem.Severity, into html: inout Markup
    ) {
        html(.nav, .class("tabs"), .aria(.label, say("程度", "Severity"))) { html in
            for severity in Problem.Severity.allCases {
                let count = all.count { $0.problem.severity == severity && !$0.follows }
                html(
                    .a,
                    .href(
                        .path(
                            ["imports", session.id.description],
                            query: [("step", ImportStep.problems.word), ("severity", severity.rawValue)])),
                    .aria(.current, "page").when(severity == current),
                    text: "\(say(severity.name)) \(count.grouped)")
            }
        }
    }

    /// With errors, the ways on: mended here, or without their rows.
    private func writeWayOn(_ session: ImportSession, _ all: [ImportProblem], into html: inout Markup) {
        let rejected = session.book?.rejected ?? []
        guard !rejected.isEmpty else {
            html(.div, .class("note ok")) { html in
                html(
                    .p,
                    text: say(
                        "没有错误，可以进入下一步。警告和说明不妨碍导入。", "No errors: you can go on. Warnings and notes are no obstacle."))
                html(.p) { html in
                    html(
                        .a, .class("btn btn-primary"), .href(importLink(session.id, step: .draft)),
                        text: say("下一步", "Go on"))
                }
            }
            return
        }
        let following = all.count { $0.follows && $0.problem.severity == .error }
        html(.div, .class("note warned")) { html in
            html(
                .p,
                text: say(
                    "\(rejected.count.grouped)行有错误，不能取用\(following > 0 ? "，其中\(following.grouped)行只因所属机构那一行有错，那一行改正后自然可取" : "")。可在下面逐格改正，也可只取正确的行。",
                    "\(rejected.count.grouped) rows have errors and can't be taken\(following > 0 ? "; \(following.grouped) of them only wait for the row of their body" : ""). Mend the cells below, or take the good rows only."
                ))
            html(.details) { html in
                html(.summary, text: say("哪些行", "Which rows"))
                writeLeftOut(rejected, into: &html)
            }
            html(.form, .method("post"), .action(action(session, "problems")), .class("buttons")) { html in
                writeImportFields(session, into: &html)
                html(
                    .button, .type("submit"), .name("rows"), .value("good"), .class("btn btn-outline"),
                    text: say(
                        "只取正确的行，留出这\(rejected.count.grouped)行",
                        "Take the good rows, leave \(rejected.count.grouped) out"))
                html(
                    .button, .type("submit"), .givesFile, .formaction(action(session, "left-out")),
                    .class("btn btn-quiet"),
                    text: say("下载错误行", "Download the rows in error"))
            }
        }
    }

    private func write(_ item: ImportProblem, _ index: Int, _ session: ImportSession, into html: inout Markup) {
        let problem = item.problem
        let mark =
            switch problem.severity {
            case .error: "blocked"
            case .warning: "warned"
            case .note: "noticed"
            }
        let place = "\(problem.sheet)!\(problem.cell ?? problem.row.map { "\($0)" } ?? "")"
        html(.article, .classes("finding", mark)) { html in
            html(.p, .class("finding-head")) { html in
                html(.span, .classes("severity", mark), text: say(problem.severity.name))
                html(.strong, text: place)
                if item.original == nil, !item.now.isEmpty { html.text(say("　原文：", "  reads: ") + item.now) }
                if let original = item.original {
                    html.text(say("　原文：", "  came as: ") + (original.isEmpty ? say("（空）", "(empty)") : original))
                    html.text(say("，已改为：", ", now: ") + (item.now.isEmpty ? say("（空）", "(empty)") : item.now))
                }
            }
            html(.p, text: say(problem.why))
            html(.p, .class("mending"), text: say(mending(of: problem)))
            guard let cell = item.place,
                let number = session.original.sheets.firstIndex(where: { $0.name == cell.sheet })
            else { return }
            // Most notes say what the reader did: there is nothing in their cell to mend.
            guard problem.severity != .note || problem.isUnderstood else { return }
            let name = "c-\(number)-\(cell.row)-\(cell.column)"
            let isMasked = item.now.hasSuffix("******")
            html(.div, .class("mend")) { html in
                html(.label, .for("p\(index)"), text: say("\(place) 改为", "\(place) becomes"))
                html(
                    .input, .id("p\(index)"), .name(name), .type("text"), .class("form-control"), .maxlength(2_000),
                    .value(isMasked ? "" : item.now), .list("l\(index)").when(problem.proposals.count > 1),
                    .placeholder(isMasked ? say("照证件重新录入", "type it from the card") : ""))
                if problem.proposals.count > 1 {
                    html(.datalist, .id("l\(index)")) { html in
                        for text in problem.proposals { html(.option, .value(text)) }
                    }
                }
                for text in problem.proposals.prefix(3) {
                    html(
                        .button, .type("submit"), .name("take"), .value("\(name)=\(text)"), .class("btn btn-outline"),
                        text: say("采用“\(text)”", "Take “\(text)”"))
                }
                if item.alike > 0 {
                    html(.label, .class("form-check-label")) { html in
                        html(.input, .type("checkbox"), .class("form-check-input"), .name("alike"), .value(name))
                        html.text(
                            " " + say("同列另\(item.alike)处相同，一并改", "the same in \(item.alike) more cells: mend them too"))
                    }
                }
            }
        }
    }

    /// What to do, where this page or the one before has a way that a file has not.
    private func mending(of problem: Problem) -> Wording {
        switch problem.code {
        case .columnIgnored, .columnGuessed, .sheetIgnored, .mappingUnused:
            Wording(zh: "如不对，请在“核对列”一步改正。", en: "If that is wrong, mend it in the step “Columns”.")
        case .nameResolved, .nameBySuffix:
            Wording(zh: "如不对，请在下面改成全称。", en: "If that is wrong, write the full name below.")
        case .nameUnknown, .nameOutside:
            Wording(
                zh: "如果它在机构表里另有名称，请在下面改成那个名称。",
                en: "If it stands in the table under another name, write that name below.")
        case .valueUnderstood, .valueUnknown:
            Wording(zh: "如不对，请在下面改成规范的写法。", en: "If that is wrong, write one of the usual values below.")
        default: problem.mend
        }
    }

    private func writeMendings(_ session: ImportSession, into html: inout Markup) {
        let mendings = session.mendings
        guard !mendings.isEmpty else { return }
        html(.details, .flag("open").when(mendings.count <= 20)) { html in
            html(
                .summary,
                text: say(
                    "已改 \(mendings.count.grouped) 格（随决定密存备查）",
                    "\(mendings.count.grouped) cells typed over (kept sealed with the Act)"))
            html(.form, .method("post"), .action(action(session, "problems"))) { html in
                writeImportFields(session, into: &html)
                html(.table, .class("table dense")) { html in
                    html(.thead) { html in
                        html(.tr) { html in
                            for title in [say("单元格", "Cell"), say("原文", "Came as"), say("改为", "Now")] {
                                html(.th, .scope("col"), text: title)
                            }
                            html(.td)
                        }
                    }
                    html(.tbody) { html in
                        for mending in mendings.prefix(500) {
                            guard
                                let number = session.original.sheets.firstIndex(where: {
                                    $0.name == mending.place.sheet
                                })
                            else { continue }
                            let name = "c-\(number)-\(mending.place.row)-\(mending.place.column)"
                            let cell = "\(mending.place.sheet)!\(mending.place.name)"
                            html(.tr) { html in
                                html(.th, .scope("row"), text: cell)
                                html(.td, text: masked(mending.original))
                                html(.td, text: masked(mending.now))
                                html(.td) {
                                    $0(
                                        .button, .type("submit"), .name("restore"), .value(name),
                                        .class("btn btn-quiet"), .aria(.label, say("恢复\(cell)原文", "put \(cell) back")),
                                        text: say("恢复原文", "Put back"))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// What looks like an identity number is masked.
    private func masked(_ text: String) -> String {
        let digits = text.utf8.count { (48...57).contains($0) }
        return digits >= 14 ? maskedIdentity(text) : text.isEmpty ? say("（空）", "(empty)") : text
    }

    /// Takes what was typed over cells, or that rows are left out.
    func mendImport() throws -> Reply {
        let session = try importSession()
        if form["rows"] == "good" {
            try workbench.imports.change(
                session.id, for: try importOwner, version: importVersion, at: now
            ) { $0.takeGoodRows() }
            return .on(to: importLink(session.id))
        }
        if let place = form["restore"].flatMap({ cell(named: $0, in: session) }) {
            return try work(then: .problems) { session, watch throws(OfficeFailure) in
                try session.restore(place, watch: watch)
            }
        }
        let workbook = session.workbook
        let alike = Set(form.all("alike"))
        var texts: [CellPlace: String] = [:]
        func type(_ text: String, over name: String) {
            guard let place = cell(named: name, in: session) else { return }
            for other in alike.contains(name) ? session.alike(place) : [place] { texts[other] = text }
        }
        for name in form.names where name.hasPrefix("c-") {
            guard let place = cell(named: name, in: session), let text = form.all(name).first?.trimmed else { continue }
            let now = workbook[place].text
            // A masked cell is shown empty; leaving it so changes nothing.
            let isMasked = text.isEmpty && maskedIdentity(now) != now && masked(now) != now
            if text != now.trimmed, !isMasked { type(text, over: name) }
        }
        if let take = form["take"], let stop = take.firstIndex(of: "=") {
            type(String(take[take.index(after: stop)...]), over: String(take[..<stop]))
        }
        let typed = texts
        guard !typed.isEmpty else { return .on(to: importLink(session.id, step: .problems)) }
        return try work(then: .problems) { session, watch throws(OfficeFailure) in
            try session.mend(typed, watch: watch)
        }
    }

    /// The cell that a field of the form is about: `c-`, the sheet's number, row, column.
    private func cell(named name: String, in session: ImportSession) -> CellPlace? {
        let parts = name.split(separator: "-").dropFirst().compactMap { Int($0) }
        guard name.hasPrefix("c-"), parts.count == 3, session.original.sheets.indices.contains(parts[0]) else {
            return nil
        }
        return CellPlace(sheet: session.original.sheets[parts[0]].name, row: parts[1], column: parts[2])
    }

    /// The rows in error as a workbook.
    func leftOutRows() throws -> Reply {
        let session = try importSession()
        let sheets = session.leftOutSheets
        guard !sheets.isEmpty else { return .on(to: importLink(session.id)) }
        let bytes = try workbookBytes(sheets)
        try recordExport(.badRows, lines: session.book?.rejected.count ?? 0, of: session.fileName)
        return .file(
            bytes, named: say("错误行", "rows-in-error") + "-\(session.fileName).xlsx",
            type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    }
}

extension Problem {
    /// Whether it says how the text of a cell was understood.
    fileprivate var isUnderstood: Bool {
        switch code {
        case .nameResolved, .nameBySuffix, .valueUnderstood: true
        default: false
        }
    }
}
