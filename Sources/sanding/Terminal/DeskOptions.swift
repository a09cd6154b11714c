import ArgumentParser
import Basics
import Diagnosis
import Foundation
import Office
import Papers
import Registry
import Storage

/// The options by which every command finds the register and speaks to its reader.
struct DeskOptions: ParsableArguments {
    @Option(name: .long, help: "台账数据库：文件，或 postgres://… · the register's file, or a PostgreSQL")
    var database: String = "sanding.sqlite"

    @Option(name: .long, help: "密钥文件，默认在数据库旁加 .key · the key file, kept apart from the database")
    var key: String?

    @Option(
        name: .long,
        help: "库外摘要登记文件，默认在数据库旁加 .digests，宜放在他处 · where digests of decisions go, best on another disk")
    var digestLog: String?

    @Option(name: .long, help: "行政区划代码，如 330702；只有一个时可省略 · the division code")
    var district: String?

    @Option(name: .long, help: "语言 zh 或 en · the language")
    var lang: Language = Language(rawValue: ProcessInfo.processInfo.environment["SANDING_LANG"] ?? "") ?? .zh

    /// Where the key stands.
    var keyPath: String { key ?? beside + ".key" }

    /// Where the digest of each decision is written down.
    var digestPath: String { digestLog ?? beside + ".digests" }

    /// The name that files beside the database begin with.
    var beside: String { Journal.isServer(database) ? "sanding" : database }

    /// Whether a register's database stands there already.
    func stands() throws -> Bool {
        do { return try Journal.stands(at: database) } catch { throw OfficeFailure(error) }
    }

    /// In the reader's language.
    func say(_ wording: Wording) -> String { wording.said(in: lang) }

    /// In the reader's language.
    func say(_ zh: String, _ en: String) -> String { lang == .zh ? zh : en }

    /// What stands between a name and its value.
    var colon: String { say("：", ": ") }

    /// The journal; a missing one is made when asked for.
    func journal(create: Bool = false) throws -> Journal {
        let exists = try stands()
        do {
            let key: MasterKey
            if create && !exists && !FileManager.default.fileExists(atPath: keyPath) {
                key = try MasterKey.create(at: keyPath)
            } else if !create && !exists {
                throw StorageFailure.notFound
            } else {
                key = try MasterKey.load(at: keyPath)
            }
            return try Journal(at: database, key: key, create: create, digests: digestPath)
        } catch let failure as StorageFailure {
            throw OfficeFailure(failure, database: database, key: keyPath)
        }
    }

    /// The desk of the district, which may be left out where the journal has one only.
    func desk(_ journal: Journal) throws -> Desk { try Desk(journal, jurisdiction: jurisdiction(of: journal)) }

    /// The code of the district, which may be left out where the journal has one only, or a workbook names it.
    func jurisdiction(of journal: Journal, default found: String? = nil, isNew: Bool = false) throws -> String {
        let known: [String]
        do { known = try journal.jurisdictions() } catch { throw OfficeFailure(error) }
        guard let code = district ?? (known.count == 1 ? known[0] : known.isEmpty ? found : nil) else {
            throw OfficeFailure(
                .input, "which-district",
                zh: known.isEmpty
                    ? "请用 --district 写明行政区划代码（6位）。" : "库中有多个区划：\(known.joined(separator: "、"))。请用 --district 写明。",
                en: known.isEmpty
                    ? "Name the division code with --district (6 digits)."
                    : "The file has several districts: \(known.joined(separator: ", ")). Name one with --district.")
        }
        guard known.isEmpty || known.contains(code) || isNew else {
            throw OfficeFailure(
                .input, "unknown-district", zh: "库中没有区划\(code)，只有：\(known.joined(separator: "、"))。",
                en: "The file has no district \(code), only: \(known.joined(separator: ", ")).")
        }
        guard code.utf8.count == 6, code.utf8.allSatisfy({ (48...57).contains($0) }) else {
            throw OfficeFailure(
                .input, "bad-district", zh: "行政区划代码应为6位数字，现为“\(code)”。",
                en: "A division code has 6 digits; this is “\(code)”.")
        }
        return code
    }

    /// Throws unless the district of a register to be begun is named, or found in the workbook.
    func requireDistrict(default found: String?) throws {
        guard let code = district ?? found, code.utf8.count == 6, code.utf8.allSatisfy({ (48...57).contains($0) })
        else {
            throw OfficeFailure(
                .input, district == nil ? "which-district" : "bad-district",
                zh: "请用 --district 写明行政区划代码（6位数字）\(district.map { "，现为“\($0)”" } ?? "")。",
                en: "Name the division code with --district (6 digits)\(district.map { "; this is “\($0)”" } ?? "").")
        }
    }

    /// The desk of the district in the register's file.
    func desk() throws -> Desk { try desk(journal()) }

    /// The one matter that a name or an identifier means: the full name, else the only one whose name has it in it.
    func matter(_ name: String, in register: Register) throws -> Matter {
        if let id = Matter.ID(name), let matter = register.matters[id] { return matter }
        let all = register.matters.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        let exact = all.filter { $0.name == name }
        let found = exact.isEmpty ? all.filter { $0.name.contains(name) } : exact
        if found.count == 1 { return found[0] }
        let names = found.prefix(8).map { exact.isEmpty ? $0.name : $0.id.description }
        throw OfficeFailure(
            .input, found.isEmpty ? "unknown-matter" : "ambiguous-matter",
            zh: found.isEmpty
                ? "台账中没有事项“\(name)”，请用 sanding matter list 查看。"
                : "“\(name)”可指：\(names.joined(separator: "、"))。请写全称或标识。",
            en: found.isEmpty
                ? "The register has no matter “\(name)”; see them with sanding matter list."
                : "“\(name)” fits: \(names.joined(separator: ", ")). Write the full name or the identifier.")
    }

    /// The duty statements that BODY or BODY:NUMBER means, by number.
    func duties(_ text: String, in register: Register) throws -> [DutyStatement] {
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
        let body = try body(String(parts[0]), in: register)
        let number = parts.count == 2 ? String(parts[1]) : nil
        let found = register.duties(of: body.id).filter { number == nil || "\($0.number)" == number }
        guard !found.isEmpty else {
            let which = number.map { Wording(zh: "第\($0)条", en: " \($0)") } ?? Wording(zh: "", en: "")
            throw OfficeFailure(
                .input, "unknown-duty", zh: "“\(body.profile.name)”没有\(which.zh)职责，请用 sanding show 查看。",
                en: "\(body.profile.name) has no duty\(which.en); see them with sanding show.")
        }
        return found
    }

    /// The one body that a name means.
    func body(_ name: String, in register: Register) throws -> Institution {
        let found = register.institutions(matching: name)
        if found.count == 1 { return found[0] }
        let names = found.prefix(8).map(\.profile.name)
        throw OfficeFailure(
            .input, found.isEmpty ? "unknown-body" : "ambiguous-body",
            zh: found.isEmpty ? "台账中没有“\(name)”。请核对名称。" : "“\(name)”可指：\(names.joined(separator: "、"))。请写全称。",
            en: found.isEmpty
                ? "The register has no “\(name)”. Check the name."
                : "“\(name)” fits: \(names.joined(separator: ", ")). Write the full name.")
    }

    /// The one body that a name means, closed ones too where no living body has that very name.
    func bodyOfAnyDay(_ name: String, in register: Register) throws -> Institution {
        let closed = register.institutions.values.filter { !$0.isActive && $0.profile.name == name }
        if register.institution(named: name) == nil, let last = closed.max(by: { $0.closedBy < $1.closedBy }) {
            return last
        }
        return try body(name, in: register)
    }
}

extension Institution {
    /// The position of the Act that closed it, 0 while it lives.
    fileprivate var closedBy: Int {
        if case .closed(let position, _) = status { position } else { 0 }
    }
}

extension Language: ExpressibleByArgument {}

/// The options that name the document and the people of a decision.
struct DecisionOptions: ParsableArguments {
    @Option(name: .long, help: "文号，如 某编〔2020〕12号 · the document's number")
    var document: String?

    @Option(name: .long, help: "文件标题 · the document's title")
    var title: String?

    @Option(name: .long, help: "决定日期 yyyy-MM-dd · when it was decided")
    var decided: String?

    @Option(name: .long, help: "经办人 · who drafted it")
    var drafter: String?

    @Option(name: .long, help: "决定人，可多次；不能是经办人 · who decided it; never the drafter")
    var decider: [String] = []

    /// The document, or what is missing of it.
    func words(defaultTitle: String, defaultDay: Day?) throws -> DocumentWords {
        guard let document else {
            throw OfficeFailure(
                .input, "document-missing", zh: "请用 --document 写明依据文件的文号，如 某编〔2020〕12号。",
                en: "Name the document it stands on with --document, as 某编〔2020〕12号.")
        }
        guard let citation = Citation(document) else {
            throw OfficeFailure(
                .input, "bad-document", zh: "“\(document)”不是文号，应写作 某编〔2020〕12号。",
                en: "“\(document)” is no document number; write it as 某编〔2020〕12号.")
        }
        guard let day = try decided.map({ try readDay($0) }) ?? defaultDay else {
            throw OfficeFailure(
                .input, "decided-missing", zh: "请用 --decided 写明决定日期。", en: "Say with --decided when it was decided.")
        }
        return DocumentWords(citation: citation, title: title ?? defaultTitle, decided: day)
    }

    /// Throws unless somebody drafted it who does not decide it too.
    func requireFourEyes() throws {
        guard let drafter, !drafter.isEmpty else {
            throw OfficeFailure(
                .input, "drafter-missing", zh: "请用 --drafter 写明经办人。", en: "Name who drafted it with --drafter.")
        }
        guard !decider.contains(drafter) else {
            let refusal = Refusal.fourEyes
            throw OfficeFailure(refusal, in: Register())
        }
    }

    /// The identifiers of who drafted and who decided.
    func officers(
        of desk: inout Desk, from source: inout some RandomNumberGenerator
    ) throws -> (drafter: Officer.ID, deciders: [Officer.ID]) {
        try requireFourEyes()
        let id = try desk.officer(named: drafter ?? "", from: &source)
        var deciders: [Officer.ID] = []
        for name in decider { deciders.append(try desk.officer(named: name, from: &source)) }
        return (id, deciders)
    }
}

/// A decision as the command line names it.
struct NamedDecision {
    /// The document it stands on.
    let words: DocumentWords
    /// From which day it holds.
    let day: Day
    /// Who drafted it.
    let drafter: Officer.ID
    /// Who decided it.
    let deciders: [Officer.ID]
}

extension DecisionOptions {
    /// The document, the people and the day, by default the one on which it was decided.
    func named(
        title: String, from day: String?, at desk: inout Desk, source: inout some RandomNumberGenerator
    ) throws -> NamedDecision {
        let words = try words(defaultTitle: title, defaultDay: nil)
        let day = try day.map { try readDay($0) } ?? words.decided
        let (drafter, deciders) = try officers(of: &desk, from: &source)
        return NamedDecision(words: words, day: day, drafter: drafter, deciders: deciders)
    }
}

/// Reads a day that a person typed.
func readDay(_ text: String) throws -> Day {
    guard let day = Day(iso: text) else {
        throw OfficeFailure(
            .input, "bad-day", zh: "“\(text)”不是有效日期，应写作 2020-06-30。",
            en: "“\(text)” is no day of the calendar; write it as 2020-06-30.")
    }
    return day
}

/// The moment now, and today on the offices' clocks: the only place that reads the clock.
func now() -> Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

/// The name of a file without its folders. Foundation's own way ends the program where a path is one character.
func fileName(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

/// Reads a text file.
func readText(_ path: String) throws -> String {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
        throw OfficeFailure(
            .input, "is-folder", zh: "“\(path)”是文件夹，请给出其中的文件。", en: "“\(path)” is a folder; name a file in it.")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
        throw OfficeFailure(
            .input, "file-not-found", zh: "找不到文件“\(path)”。请核对路径。", en: "There is no file “\(path)”. Check the path.")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
        throw OfficeFailure(
            .input, "not-utf8", zh: "“\(path)”不是 UTF-8 文本。请另存为 UTF-8。", en: "“\(path)” is not UTF-8. Save it as UTF-8.")
    }
    return text
}

/// Writes a text file whole, or leaves what was there.
func writeText(_ text: String, to path: String) throws {
    do { try text.write(toFile: path, atomically: true, encoding: .utf8) } catch {
        throw OfficeFailure(
            .failure, "file-unwritable", zh: "无法写入“\(path)”。请检查文件夹和权限。",
            en: "“\(path)” can't be written. Check the folder and your rights.")
    }
}
