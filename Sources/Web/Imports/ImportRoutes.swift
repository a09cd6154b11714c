import Accounts
import Basics
import HTML
import Office
import Papers
import Registry

extension Route {
    /// A workbook on its way into the register: uploaded, its columns looked at, its problems mended, submitted, decided.
    static let importRoutes: [Route] = [
        .slowPage("/imports", .importWorkbook) { try $0.importsPage() },
        .form("/imports", .importWorkbook, longest: importLimit) { try $0.upload() },
        .form("/imports/tables", .importWorkbook) { try $0.forgetTable() },
        .slowPage("/imports/{id}", .importWorkbook) { try $0.importPage() },
        .form(
            "/imports/{id}/mapping", .importWorkbook,
            tells: { try $0.toldImport(Wording(zh: "保存对列的说明", en: "save what the columns are")) }
        ) { try $0.mapImport() },
        .form(
            "/imports/{id}/problems", .importWorkbook, longest: 4_194_304,
            tells: { try $0.toldImport(Wording(zh: "保存在表格中改的内容", en: "save what was mended in the table")) }
        ) { try $0.mendImport() },
        .form("/imports/{id}/left-out", .importWorkbook) { try $0.leftOutRows() },
        .form(
            "/imports/{id}/preview", .importWorkbook,
            tells: { try $0.toldImport(Wording(zh: "保存勾选，或提交导入", en: "save what is ticked, or submit the import")) }
        ) { try $0.submitImport() },
        .form(
            "/imports/{id}/withdraw", .importWorkbook,
            tells: { try $0.toldImport(Wording(zh: "撤回导入", en: "withdraw the import")) }
        ) { try $0.withdrawImport() },
        .form(
            "/imports/{id}/stop", .importWorkbook,
            tells: { try $0.toldImport(Wording(zh: "停止", en: "stop it")) }
        ) { try $0.stopImport() },
        .form(
            "/imports/{id}/drop", .importWorkbook,
            tells: { try $0.toldImport(Wording(zh: "放弃导入", en: "drop the import")) }
        ) { try $0.dropImport() },
        .slowPage("/imports/{id}/decision", .decide) { try $0.decisionPage() },
        .form(
            "/imports/{id}/decision", .decide,
            tells: { visit in
                SentForm(visit.say("决定导入，或退回", "decide on the import, or give it back"), page: .path(visit.path))
            }
        ) { try $0.decideImport() },
    ]

    /// The largest workbook that is taken by the browser, in bytes; larger ones go in by the command line.
    static let importLimit = 32 << 20
}

/// How long a request waits for work that may be done soon, in milliseconds.
private let patience = 400

extension Visit {
    /// Whose imports the viewer sees as their own.
    var importOwner: ImportShelf.Owner {
        get throws(Denial) {
            guard let viewer else { throw .forbidden }
            return viewer.account.id
        }
    }

    /// The number of the import that the path names.
    var importNumber: ImportSession.ID {
        get throws(Denial) {
            guard let id = parameters["id"].flatMap({ ImportSession.ID($0) }) else { throw .notFound }
            return id
        }
    }

    /// The version of the import that the form was made for.
    var importVersion: Int { form["version"].flatMap { Int($0) } ?? 0 }

    /// What waits to be done to an import. It lives in memory, and for its clerk alone: what is gone can't go on.
    func toldImport(_ deed: Wording) throws -> SentForm {
        _ = try importState()
        return SentForm(
            say("\(deed.zh)（导入工作簿）", "\(deed.en) (import of a workbook)"),
            page: .path(["imports", try importNumber.description]))
    }

    /// The import as its clerk's page is made of; one that is gone, or another's, is no page.
    func importState() throws -> ImportShelf.State {
        let (id, owner) = (try importNumber, try importOwner)
        do throws(OfficeFailure) {
            return try workbench.imports.state(of: id, for: owner, at: now)
        } catch {
            throw Denial(404, error.code, zh: error.wording.zh, en: error.wording.en)
        }
    }

    /// The import where it waits for its clerk.
    func importSession() throws -> ImportSession {
        _ = try importState()
        return try workbench.imports.session(try importNumber, for: try importOwner, at: now)
    }

    /// Where a page of an import is.
    func importLink(_ id: ImportSession.ID, step: ImportStep? = nil) -> Link {
        .path(["imports", id.description], query: step.map { [("step", $0.word)] } ?? [])
    }

    /// Begins work on the import and goes on to its page, which says how far the work is or what came of it.
    func work(
        then step: ImportStep? = nil,
        _ work: @escaping @Sendable (inout ImportSession, ImportWatch) throws(OfficeFailure) -> Void
    ) throws -> Reply {
        let id = try importNumber
        _ = try importState()
        try workbench.imports.work(on: id, for: try importOwner, version: importVersion, at: now, work)
        workbench.imports.settle(id, within: patience)
        return .on(to: importLink(id, step: step))
    }

    /// The page of an import: how far its work is, or the step it stands at.
    func importPage() throws -> Reply {
        let id = try importNumber
        switch try importState() {
        case .working(let progress): return importProgressPage(id, progress, at: ["imports", id.description])
        case .failed(let failure): return importFailedPage(id, failure)
        case .ready(let session, let failure):
            let wanted = query["step"].flatMap(ImportStep.init(word:)) ?? session.step
            switch min(wanted, session.step) {
            case .mapping: return mappingPage(session, failure)
            case .problems: return problemsPage(session, failure)
            case .draft:
                // What it would do is looked at anew where the register has moved.
                if failure == nil, session.preview?.position != workbench.desk.register.position {
                    try beginPreview(of: session, on: nil)
                    if case .ready(let fresh, let failure) = try importState() {
                        guard fresh.step >= .draft else { return .on(to: importLink(id)) }
                        return previewPage(fresh, failure)
                    }
                    return importProgressPage(id, ImportProgress(.drafting), at: ["imports", id.description])
                }
                return previewPage(session, failure)
            case .decision: return submittedPage(session)
            case .done: return importDonePage(session)
            }
        }
    }

    private func beginPreview(of session: ImportSession, on day: Day?) throws {
        let (bench, instant) = (workbench, now)
        try workbench.imports.work(on: session.id, for: try importOwner, version: session.version, at: now) {
            session, watch throws(OfficeFailure) in
            var source = SystemRandomNumberGenerator()
            try bench.desk.desk().preview(&session, on: day, from: &source, at: instant, watch: watch)
        }
        workbench.imports.settle(session.id, within: patience)
    }

    /// Stops the work on an import.
    func stopImport() throws -> Reply {
        let id = try importNumber
        _ = try importState()
        workbench.imports.stop(id, for: try importOwner)
        workbench.imports.settle(id, within: patience)
        return .on(to: importLink(id))
    }

    /// Puts an import away.
    func dropImport() throws -> Reply {
        // What isn't here may go on elsewhere, and isn't said to be dropped.
        _ = try importState()
        workbench.imports.drop(try importNumber, for: try importOwner)
        return .on(to: .path(["imports"]))
    }
}

extension ImportStep {
    /// How the address of a page names it.
    var word: String {
        switch self {
        case .mapping: "columns"
        case .problems: "problems"
        case .draft: "preview"
        case .decision: "decision"
        case .done: "done"
        }
    }

    init?(word: String) {
        guard let step = ImportStep.allCases.first(where: { $0.word == word }) else { return nil }
        self = step
    }
}
