import ArgumentParser
import Basics
import Foundation
import Office
import Papers
import Registry
import Storage

/// `sanding import`: an office's workbook into the register.
struct ImportCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "导入台账工作簿（XLSX、CSV） · import the office's workbook",
        discussion: "首次导入建立基线；再次导入只列出差异，经 --confirm 确认后才变动。")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: "工作簿 · the workbook")
    var file: String

    @Flag(help: "只检查，不改变任何东西 · only report")
    var check = false

    @Flag(help: "有错误行时，只取正确的行；错误行另存 · take the good rows; the bad ones go to a workbook of their own")
    var takeGoodRows = false

    @Option(help: "错误行另存到哪里 · where the bad rows go")
    var badRows: String?

    @Option(help: "基准日 yyyy-MM-dd，默认取表中截止时间 · the cut-off day")
    var day: String?

    @Option(help: "列与含义的对应文件（YAML），可改后再用 · the mapping, to be corrected and used again")
    var mapping: String?

    @Option(help: "把识别出的对应写到这里 · write the recognised mapping here")
    var writeMapping: String?

    @Option(help: "首次导入时选定记录链的摘要算法 sha256 或 sm3 · by what the records are chained, from the first import on")
    var digests: DigestAlgorithm = .sha256

    @Option(help: "确认的差异编号，如 1,3-9 或 all · the differences to confirm")
    var confirm: String?

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    @Option(help: "最多列出多少个问题 · list at most so many problems")
    var limit: Int = 40

    private var fileName: String { sanding.fileName(of: file) }

    func answer() throws {
        var progress = Progress()
        defer { progress.done() }
        progress.say(desk.say("读取 \(file)…", "reading \(file)…"))
        let bytes: [UInt8]
        let workbook: Workbook
        do {
            bytes = try loadBytes(at: file, limit: ReadingLimits.standard.fileBytes)
            workbook = try readWorkbook(bytes: bytes, named: fileName)
        } catch { throw OfficeFailure(error) }
        let digest = Digest(sha256: bytes)
        // Where a register stands already, a workbook of mended rows may refer to the bodies in it.
        let known = try desk.stands() ? standing() : nil
        if let position = known?.position(ofFile: digest), confirm == nil {
            if json {
                print(try JSON.object(["importedBy": .integer(position)]).text())
            } else {
                print(
                    desk.say(
                        "此文件已由第\(position)号决定导入，没有变化。",
                        "This file was imported by Act \(position) already; nothing changes."))
            }
            return
        }
        progress.say(desk.say("识别表格…", "recognising the tables…"))
        let book: DistrictBook
        do {
            book = try readDistrict(workbook, mapping: keptMapping(), known: known?.knownNames ?? [])
        } catch let failure as UnreadableDistrict { throw OfficeFailure(failure) }
        if let writeMapping { try writeText(book.mapping.yaml(), to: writeMapping) }
        progress.done()
        if !json { ImportReport(book, limit: limit).print(in: desk) }
        let errors = book.problems.filter { $0.severity == .error }
        try writeBadRows(of: book, in: workbook)
        if check {
            if json { try say(book) }
            if !errors.isEmpty { throw ExitCode(1) }
            return
        }
        guard errors.isEmpty || takeGoodRows else {
            if json { try say(book) }
            throw OfficeFailure(
                .input, "rows-with-errors",
                zh: "有\(errors.count)处错误，未导入任何内容。请改正后重来，或加 --take-good-rows 只取正确的行。",
                en:
                    "\(errors.count) errors: nothing was imported. Mend them, or take the good rows with --take-good-rows."
            )
        }
        if let open = known, open.isLater(book) {
            // What differs shows the data of people, so that comparing leaves a record of its own.
            let done = deed(confirm == nil ? .compared : .decided, digest)
            if confirm == nil { try desk.record(done, over: open.journal, in: open.jurisdiction) }
            try desk.acting(done, over: open.journal, in: open.jurisdiction) { journal in
                var open = open.over(journal)
                try reconcile(book, digest, &open)
            }
        } else {
            try begin(book, digest, known)
        }
        try keepMapping()
    }

    /// The bad rows go to a workbook of their own when the good ones are taken, or when asked for.
    private func writeBadRows(of book: DistrictBook, in workbook: Workbook) throws {
        let path = badRows ?? (takeGoodRows ? fileName + ".bad-rows.xlsx" : nil)
        guard let path, !book.rejected.isEmpty else { return }
        do { try writeWorkbook(badRowsWorkbook(from: workbook, book: book), to: path) } catch {
            throw OfficeFailure(error)
        }
        if !json { print(desk.say("错误行已另存：\(path)", "The bad rows are in \(path)")) }
    }

    /// The report as one JSON text, with what came of it.
    private func say(_ book: DistrictBook, _ more: [String: JSON] = [:]) throws {
        guard case .object(var report) = ImportReport(book, limit: .max).json(in: desk.lang) else { return }
        report.merge(more) { $1 }
        print(try JSON.object(report).text())
    }

    /// The desk of a register that was begun before; nil where the file holds none yet.
    private func standing() throws -> Desk? {
        let journal = try desk.journal()
        do { if try journal.jurisdictions().isEmpty { return nil } } catch { throw OfficeFailure(error) }
        return try desk.desk(journal)
    }

    private func begin(_ book: DistrictBook, _ digest: Digest, _ known: Desk?) throws {
        // Everything that can be missing is asked for before a file is made.
        guard let day = try day.map({ try readDay($0) }) ?? book.cutOff else {
            throw OfficeFailure(
                .input, "cut-off-missing", zh: "表中没有截止时间。请用 --day 写明基准日。",
                en: "The workbook names no cut-off day. Name it with --day.")
        }
        let words = try decision.words(defaultTitle: desk.say("机构编制台账基线", "baseline of the register"), defaultDay: day)
        try decision.requireFourEyes()
        try desk.requireDistrict(default: book.divisionCode)
        // In a server the keys stand from now on, so the key file that opens them has to stay.
        let files = Journal.isServer(desk.database) ? [] : [desk.database, desk.keyPath]
        let made = files.filter { !FileManager.default.fileExists(atPath: $0) }
        do {
            let journal = try known?.journal ?? desk.journal(create: true)
            let jurisdiction =
                try known?.jurisdiction ?? desk.jurisdiction(of: journal, default: book.divisionCode, isNew: true)
            let receipt = try desk.acting(deed(.decided, digest), over: journal, in: jurisdiction) { journal in
                var open = try Desk(journal, jurisdiction: jurisdiction, algorithm: digests)
                var source = SystemRandomNumberGenerator()
                let (drafter, deciders) = try decision.officers(of: &open, from: &source)
                return try open.openRegister(
                    with: book, file: digest, document: words, day: day, drafter: drafter, deciders: deciders,
                    from: &source, at: now())
            }
            try report(receipt, book, words, day)
        } catch {
            // What this command made, and nothing came of, is taken away again.
            for path in made {
                for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
            }
            throw error
        }
    }

    private func report(_ receipt: ImportReceipt, _ book: DistrictBook, _ words: DocumentWords, _ day: Day) throws {
        guard !json else {
            try say(
                book,
                [
                    "act": .integer(receipt.entry.position), "document": .string(words.citation.description),
                    "day": .string(day.description), "tolerances": .integer(receipt.tolerances),
                ])
            return
        }
        print(
            desk.say(
                "已建立基线：第\(receipt.entry.position)号决定，依据\(words.citation)，\(day)起生效；机构\(receipt.bodies)个，人员\(receipt.people)名，"
                    + "职责\(receipt.duties)条，清单事项\(receipt.matters)项，容忍项\(receipt.tolerances)个。",
                "The baseline stands: Act \(receipt.entry.position) on \(words.citation), in effect on \(day); \(receipt.bodies) bodies, "
                    + "\(receipt.people) people, \(receipt.duties) duties, \(receipt.matters) matters, \(receipt.tolerances) tolerances."
            ))
    }

    /// What is done with the workbook, as the audit has it.
    private func deed(_ step: WorkbookStep, _ digest: Digest) -> TerminalDeed {
        TerminalDeed(
            action: .workbookImported, what: .workbook(step, "\(fileName) \(digest.short)", decision.document ?? ""),
            officer: decision.drafter)
    }

    private func reconcile(_ book: DistrictBook, _ digest: Digest, _ open: inout Desk) throws {
        let day = try day.map { try readDay($0) } ?? book.cutOff ?? open.history.lastDay ?? now().officeDay
        var source = SystemRandomNumberGenerator()
        let differences = try open.reconcile(book, on: day, from: &source)
        if let confirm {
            let chosen = try chosen(confirm, of: differences)
            let words = try decision.words(defaultTitle: desk.say("台账核对变动", "reconciliation"), defaultDay: day)
            let (drafter, deciders) = try decision.officers(of: &open, from: &source)
            let entry = try open.confirm(
                chosen, file: digest, document: words, on: day, drafter: drafter, deciders: deciders, from: &source,
                at: now())
            print(
                desk.say(
                    "已确认\(chosen.count)项差异：第\(entry.position)号决定，依据\(words.citation)，\(day)起生效。",
                    "Confirmed \(chosen.count) differences: Act \(entry.position) on \(words.citation), in effect on \(day)."
                ))
            return
        }
        if json {
            let list = differences.map { difference -> JSON in
                [
                    "number": .integer(difference.number), "kind": .string(difference.kind.rawValue),
                    "what": .string(desk.say(difference.wording)), "origin": JSON(difference.origin?.description),
                    "confirmable": .boolean(!difference.changes.isEmpty),
                ]
            }
            try say(book, ["differences": .array(list)])
            return
        }
        guard !differences.isEmpty else {
            print(desk.say("与台账一致，没有差异。", "No difference from the register."))
            return
        }
        print(
            desk.say(
                "与\(day)的台账相比有\(differences.count)项差异（尚未变动）：",
                "\(differences.count) differences from the register of \(day) (nothing was changed):"))
        for difference in differences.prefix(limit) {
            let mark = difference.changes.isEmpty ? "!" : " "
            print(
                "\(mark)\(difference.number). \(desk.say(difference.wording))  \(difference.origin?.description ?? "")")
        }
        if differences.count > limit {
            print(desk.say("……其余 \(differences.count - limit) 项", "… \(differences.count - limit) more"))
        }
        print(
            desk.say(
                "确认：sanding import \(file) --confirm 1,3-9 --document 某编〔2020〕N号 --drafter … ；带 ! 的须以方案或下编手续办理。",
                "To confirm: sanding import \(file) --confirm 1,3-9 --document … --drafter …; those marked ! need a plan or an exit."
            ))
    }

    private func chosen(_ text: String, of differences: [Difference]) throws -> [Difference] {
        if text == "all" { return differences.filter { !$0.changes.isEmpty } }
        var numbers: Set<Int> = []
        for part in text.split(separator: ",") {
            let ends = part.split(separator: "-").map { Int($0) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
                first >= 1, last <= differences.count
            else {
                throw OfficeFailure(
                    .input, "bad-choice", zh: "“\(part)”不是差异编号（1 至 \(differences.count)）。",
                    en: "“\(part)” is no number of a difference (1 to \(differences.count)).")
            }
            numbers.formUnion(first...last)
        }
        return differences.filter { numbers.contains($0.number) }
    }

    private var keptMappingPath: String { desk.beside + ".mapping.yaml" }

    private func keptMapping() throws -> BookMapping? {
        let path = mapping ?? keptMappingPath
        guard mapping != nil || FileManager.default.fileExists(atPath: path) else { return nil }
        do { return try BookMapping(yaml: readText(path)) } catch let failure as UnreadableDistrict {
            throw OfficeFailure(failure)
        }
    }

    private func keepMapping() throws {
        // What the clerk corrected is kept for the next import of this register.
        if let mapping { try writeText(readText(mapping), to: keptMappingPath) }
    }
}

extension DigestAlgorithm: ExpressibleByArgument {
    /// `sha256` or `sm3`.
    package init?(argument: String) {
        guard let found = DigestAlgorithm.allCases.first(where: { $0.word == argument.lowercased() }) else {
            return nil
        }
        self = found
    }

    /// What can be chosen.
    package static var allValueStrings: [String] { allCases.map(\.word) }

    /// How the default is written.
    package var defaultValueDescription: String { word }

    private var word: String { name.lowercased().filter { $0 != "-" } }
}
