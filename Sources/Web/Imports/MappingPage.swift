import Basics
import HTML
import Office
import Papers
import Registry

extension Visit {
    /// What each sheet and column was taken for, to be looked at and mended.
    func mappingPage(_ session: ImportSession, _ failure: OfficeFailure?, typed: Fields? = nil) -> Reply {
        let tables = session.tables
        let doubtful = tables.reduce(0) { $0 + $1.columns.count { $0.reason.isDoubtful } }
        return importStepPage(session, .mapping, failure: failure, status: typed == nil ? 200 : 422) { html in
            if case .failure(let unreadable) = session.recognition {
                html(.div, .class("note blocked"), .role("alert")) {
                    $0(.p, text: say(wording(of: unreadable, session)))
                }
            } else {
                html(
                    .p, .class("lead"),
                    text: doubtful == 0
                        ? say(
                            "各列都已认出。请看一眼，没有问题就进入下一步。", "Every column is recognised. Look it over and go on."
                        )
                        : say(
                            "有\(doubtful)列没有把握，已标出。请核对：选对字段，或选“不读取”；核对的结果会记住，下次照此认出。",
                            "\(doubtful) columns are in doubt and marked. Check them: choose the field, or leave them out; what you say is remembered for the next workbook."
                        ))
            }
            html(.form, .method("post"), .action(action(session, "mapping"))) { html in
                writeImportFields(session, into: &html)
                writeMappingButtons(session, into: &html)
                for table in tables { write(table, typed, into: &html) }
                if tables.reduce(0, { $0 + $1.columns.count }) > 12 { writeMappingButtons(session, into: &html) }
            }
        }
    }

    /// Why nothing can be made of the workbook, with the ways on that this page has and a file has not.
    private func wording(of unreadable: UnreadableDistrict, _ session: ImportSession) -> Wording {
        if session.original.sheets.allSatisfy(\.rows.isEmpty) {
            return Wording(
                zh: "文件里没有内容。请放弃这次导入，换一个文件。",
                en: "There is nothing in the file. Drop this import and take another file.")
        }
        switch unreadable.reason {
        case .noHeader:
            return Wording(
                zh: "没有找到认得的表头（例如“机构名称”“核定编制数”）。请在下面指明这张表是什么、表头在第几行，再按改动重新识别；表里没有表头的，请在文件里补上。",
                en:
                    "No row of known headers was found. Say below what the table is about and where its header stands, and read it again; where it has none, add one to the file."
            )
        case .noBodies(let hidden) where hidden.isEmpty:
            return Wording(
                zh: "找到了表格，但没有一行机构；台账还是空的，要先有机构一览表。如果它就在下面，请指明是哪张表、表头在第几行。",
                en:
                    "Tables were found, but not one body, and the register is empty yet: the list of bodies comes first. If it stands below, say which table it is and where its header stands."
            )
        case .noBodies(let hidden):
            return Wording(
                zh: "找到了表格，但没有一行机构。隐藏的工作表没有读取（\(hidden.joined(separator: "、"))）；机构表在其中的，请在下面指明它是机构。",
                en:
                    "Tables were found, but not one body. Hidden sheets were left out (\(hidden.joined(separator: ", "))); if the bodies are there, say so below."
            )
        default: return unreadable.wording
        }
    }

    private func writeMappingButtons(_ session: ImportSession, into html: inout Markup) {
        html(.div, .class("buttons")) { html in
            html(
                .button, .type("submit"), .name("then"), .value("next"), .class("btn btn-primary"),
                text: say("核对无误，下一步", "All right, go on"))
            html(
                .button, .type("submit"), .name("then"), .value("again"), .class("btn btn-outline"),
                text: say("按改动重新识别", "Read again with my changes"))
        }
    }

    private func write(_ table: MappedTable, _ typed: Fields?, into html: inout Markup) {
        let prefix = "t\(table.index)"
        let name = table.sheet.isEmpty ? say("工作表", "sheet") : table.sheet
        html(.section, .aria(.label, "\(name) \(table.index + 1)")) { html in
            html(.h2) { html in
                html.text(name)
                if table.isHidden { html(.span, .class("tag"), text: say("隐藏", "hidden")) }
            }
            html(.div, .class("filters")) { html in
                html(.div, .class("filter")) { html in
                    html(.label, .for(prefix + "-meaning"), text: say("这张表是", "This table is about"))
                    html(.select, .id(prefix + "-meaning"), .name(prefix + "-meaning"), .class("form-select")) { html in
                        let chosen = typed?[prefix + "-meaning"] ?? table.meaning.rawValue
                        for meaning in Meaning.allCases {
                            html(
                                .option, .value(meaning.rawValue), .selected.when(meaning.rawValue == chosen),
                                text: say(meaning.name))
                        }
                    }
                }
                for (field, label, row) in [
                    ("-first", say("表头自第几行", "Header from row"), table.headerRows?.lowerBound),
                    ("-last", say("至第几行", "to row"), table.headerRows?.upperBound),
                ] {
                    html(.div, .class("filter")) { html in
                        html(.label, .for(prefix + field), text: label)
                        html(
                            .input, .id(prefix + field), .name(prefix + field), .type("text"), .inputmode("numeric"),
                            .maxlength(7), .class("form-control"),
                            .value(typed?[prefix + field] ?? row.map { "\($0)" } ?? ""))
                    }
                }
            }
            if let recalled = table.recalled { write(recalled, of: table, into: &html) }
            if !table.firstRows.isEmpty { writeFirstRows(table, into: &html) }
            if !table.columns.isEmpty { writeColumns(table, typed, into: &html) }
        }
    }

    private func writeColumns(_ table: MappedTable, _ typed: Fields?, into html: inout Markup) {
        html(.table, .class("table dense")) { html in
            html.columns([
                say("列", "Column"), say("表头", "Header"), say("前几格", "First cells"), say("认作", "Taken for"),
                say("依据", "Why"),
            ])
            html(.tbody) { html in
                for column in table.columns {
                    let name = "t\(table.index)-\(column.letters)"
                    let chosen = typed?[name] ?? column.field?.rawValue ?? "ignore"
                    html(.tr) { html in
                        html(.th, .scope("row"), .class("letters"), text: column.letters)
                        html(.td, text: column.header)
                        html(.td, .class("quiet"), text: column.samples.joined(separator: say("；", "; ")))
                        html(.td) { html in
                            html(
                                .select, .name(name), .class("form-select"),
                                .aria(.label, say("\(column.letters)列认作", "column \(column.letters) is"))
                            ) { html in
                                html(
                                    .option, .value("ignore"), .selected.when(chosen == "ignore"),
                                    text: say("不读取", "leave out"))
                                for field in Field.all(of: table.meaning) {
                                    html(
                                        .option, .value(field.rawValue), .selected.when(chosen == field.rawValue),
                                        text: say(field.name))
                                }
                            }
                        }
                        html(.td) { html in
                            if column.reason.isDoubtful { html(.span, .class("tag warned"), text: say("核对", "check")) }
                            html.text(" " + say(column.reason.wording))
                        }
                    }
                }
            }
        }
    }

    private func writeFirstRows(_ table: MappedTable, into html: inout Markup) {
        html(.div, .class("scroll"), .tabindex(0), .role("region"), .aria(.label, say("前几行", "First rows"))) { html in
            html(.table, .class("table dense")) { html in
                html(.tbody) { html in
                    for (index, row) in table.firstRows.enumerated() {
                        html(.tr) { html in
                            html(.th, .scope("row"), .class("number"), text: "\(index + 1)")
                            for cell in row { html(.td, text: cell) }
                        }
                    }
                }
            }
        }
    }

    /// Takes what was said about the tables; on to the next step where the clerk is content.
    func mapImport() throws -> Reply {
        let session = try importSession()
        var sayings: [Int: TableSaying] = [:]
        for table in session.tables {
            let prefix = "t\(table.index)"
            var saying = TableSaying()
            if let word = form[prefix + "-meaning"], let meaning = Meaning(rawValue: word), meaning != table.meaning {
                saying.meaning = meaning
            }
            let rows = (form[prefix + "-first"].flatMap { Int($0) }, form[prefix + "-last"].flatMap { Int($0) })
            if let first = rows.0 ?? rows.1, let last = rows.1 ?? rows.0 {
                guard first <= last else {
                    return mappingPage(
                        session,
                        OfficeFailure(
                            .input, "header-rows", zh: "“\(table.sheet)”的表头止行在起行之前。",
                            en: "The header of “\(table.sheet)” ends before it begins."), typed: form)
                }
                if first...last != table.headerRows { saying.headerRows = first...last }
            }
            for column in table.columns {
                guard let word = form["\(prefix)-\(column.letters)"] else { continue }
                let field = Field(rawValue: word)
                if field != column.field, field != nil || word == "ignore" {
                    saying.fields[column.letters] = .some(field)
                }
            }
            if saying.meaning != nil || saying.headerRows != nil || !saying.fields.isEmpty {
                sayings[table.index] = saying
            }
        }
        let forgotten = form["forget"].flatMap { Int($0) }.flatMap { index in
            session.tables.first { $0.index == index }?.recalled?.key
        }
        let goesOn = form["then"] == "next" && forgotten == nil
        // Who says that a table is another looks at its columns first.
        let isMapped = goesOn && sayings.values.allSatisfy { $0.meaning == nil && $0.headerRows == nil }
        do throws(OfficeFailure) {
            // What can't be is said with everything still typed, before the work begins.
            try session.check(sayings)
        } catch {
            return mappingPage(session, error, typed: form)
        }
        let (visit, wanted) = (self, sayings)
        return try work(then: isMapped ? nil : .mapping) { session, watch throws(OfficeFailure) in
            if !wanted.isEmpty { try session.map(wanted, watch: watch) }
            session.confirmMapping(isMapped || session.isMapped)
            if isMapped { try visit.remember(session) }
            if let forgotten {
                try visit.forget(forgotten)
                try session.forget(forgotten, watch: watch)
            }
        }
    }
}
