import Basics
import HTML
import Office
import Papers
import Registry

extension Visit {
    /// Where an import begins, with those under way.
    func importsPage(fault: String? = nil) throws -> Reply {
        let items = workbench.imports.items(for: try importOwner, at: now)
        let memory = try workbench.desk.desk().tableMemory()
        let head = PageHead(title: say("导入台账工作簿", "Import a workbook"), place: "imports", isDated: false)
        var field = FormField(
            name: "file", label: say("工作簿（XLSX 或 CSV）", "Workbook (XLSX or CSV)"),
            kind: .file(accept: ".xlsx,.xlsm,.csv"))
        field.hint = say(
            "机构、人员、职责、事项各表可在一个文件里；表头、列序不限。最大 \(Route.importLimit >> 20) MB，更大的文件请用命令 sanding import 导入。",
            "Bodies, people, duties and matters may stand in one file, in any layout. At most \(Route.importLimit >> 20) MB; import larger files with the command sanding import."
        )
        field.fault = fault
        return page(head, status: fault == nil ? 200 : 422) { html in
            writeFaults(of: [field], into: &html)
            html(
                .form, .method("post"), .enctype("multipart/form-data"), .action(.path(["imports"])), .class("stack")
            ) { html in
                writeFormToken(into: &html)
                write(field, into: &html)
                html(.div, .class("buttons")) {
                    $0(.button, .type("submit"), .class("btn btn-primary"), text: say("上传并识别", "Upload and read"))
                }
            }
            html(
                .p, .class("quiet"),
                text: say(
                    "文件先读入内存核对，经决定后才写入台账；放弃或搁置 \(workbench.imports.lapse / 3_600_000) 小时即清除，内容不留痕迹。",
                    "The file is looked through in memory and enters the register only once it is decided. Dropped, or left alone for \(workbench.imports.lapse / 3_600_000) hours, nothing of what is in it stays."
                ))
            writeItems(items, into: &html)
            write(memory, into: &html)
        }
    }

    private func writeItems(_ items: [ImportShelf.Item], into html: inout Markup) {
        guard !items.isEmpty else { return }
        html(.h2, text: say("我的导入", "My imports"))
        html(.table, .class("table dense")) { html in
            html.columns([say("文件", "File"), say("进展", "State"), say("最后办理", "Last touched")])
            html(.tbody) { html in
                for item in items {
                    html(.tr) { html in
                        html(.th, .scope("row")) { $0(.a, .href(importLink(item.id)), text: item.fileName) }
                        html(.td, text: state(of: item))
                        html(.td, text: say(item.touched))
                    }
                }
            }
        }
    }

    private func state(of item: ImportShelf.Item) -> String {
        switch item.state {
        case .working(let progress): say(progress.wording)
        case .ready(let session, _): say(session.step.name)
        case .failed: say("不能读取", "can't be read")
        }
    }

    /// Takes a file in and begins to read it.
    func upload() throws -> Reply {
        guard let file = files.first(where: { $0.field == "file" }) else {
            return try importsPage(fault: say("请先选择一个文件。", "Choose a file first."))
        }
        guard !file.bytes.isEmpty else {
            return try importsPage(fault: say("“\(file.name)”是空的。", "“\(file.name)” is empty."))
        }
        // Whose data are in the file is not known yet: taking it in is put on record before anybody sees it.
        try record(.workbookImported, what: .workbook(.uploaded, "\(file.name) \(Digest(sha256: file.bytes).short)"))
        var source = SystemRandomNumberGenerator()
        let id = workbench.imports.newNumber(from: &source)
        try workbench.imports.takeIn(
            file.bytes, named: String(file.name.prefix(200)), as: id, for: try importOwner,
            memory: workbench.desk.desk().tableMemory(), known: workbench.desk.desk().knownNames, at: now)
        workbench.imports.settle(id, within: 400)
        if case .failed(let failure) = try workbench.imports.state(of: id, for: try importOwner, at: now) {
            workbench.imports.drop(id, for: try importOwner)
            return try importsPage(fault: say(failure.wording))
        }
        return .on(to: importLink(id))
    }

    /// How far the work on an import is; the page asks again by itself, and needs no script for it.
    func importProgressPage(_ id: ImportSession.ID, _ progress: ImportProgress, at path: [String]) -> Reply {
        let head = PageHead(
            title: say("正在处理", "At work"), place: "imports", crumbs: [(say("导入", "Import"), .path(["imports"]))],
            isDated: false)
        var reply = page(head) { html in
            html(.div, .class("note noticed"), .role("status")) { html in
                html(.p) { $0(.strong, text: say(progress.wording)) }
                if let all = progress.all, all > 0 {
                    html(
                        .progress, .attribute("value", progress.done), .max("\(all)"),
                        .aria(.label, say("进度", "Progress")), text: "\(progress.done * 100 / all)%")
                } else {
                    html(.progress, .aria(.label, say("进度", "Progress")))
                }
                html(
                    .p, .class("quiet"),
                    text: say(
                        "本页每秒自动更新，可以离开，稍后从“导入”回来。",
                        "This page brings itself up to date every second. You may leave and come back by “Import”."))
            }
            if progress.stage != .recording, path.count == 2 {
                html(.form, .method("post"), .action(.path(path + ["stop"]))) { html in
                    writeFormToken(into: &html)
                    html(.button, .type("submit"), .class("btn btn-outline"), text: say("停止", "Stop"))
                }
            }
        }
        reply.headers.append(("refresh", "1"))
        return reply
    }

    /// Why a file could not be taken.
    func importFailedPage(_ id: ImportSession.ID, _ failure: OfficeFailure) -> Reply {
        let head = PageHead(
            title: say("文件没有读入", "The file wasn't taken"), place: "imports",
            crumbs: [(say("导入", "Import"), .path(["imports"]))], isDated: false)
        return page(head, status: 422) { html in
            html(.div, .class("note blocked"), .role("alert")) { $0(.p, text: say(failure.wording)) }
            html(.form, .method("post"), .action(.path(["imports", id.description, "drop"]))) { html in
                writeFormToken(into: &html)
                html(.button, .type("submit"), .class("btn btn-primary"), text: say("换一个文件", "Take another file"))
            }
        }
    }
}
