import Basics
import Papers

/// How far a long piece of an import has come (进度): what is being done, and how much of it.
package struct ImportProgress: Hashable, Sendable {
    /// What is being done.
    package enum Stage: Int, CaseIterable, Sendable {
        /// It waits for another import.
        case waiting = 1
        /// The file is read into cells.
        case reading
        /// Tables, columns and rows are recognised.
        case recognising
        /// The register is compared with it.
        case comparing
        /// Changes are drafted.
        case drafting
        /// They are judged and put into the journal; this can't be stopped any more.
        case recording
    }

    /// What is being done.
    package let stage: Stage
    /// The sheet it is about, if one.
    package let sheet: String?
    /// How many rows or steps are done.
    package let done: Int
    /// Of how many; nil when that is not known.
    package let all: Int?

    /// So far.
    package init(_ stage: Stage, sheet: String? = nil, done: Int = 0, of all: Int? = nil) {
        self.stage = stage
        self.sheet = sheet
        self.done = done
        self.all = all
    }

    /// What is being done and how far it is.
    package var wording: Wording {
        let name = stage.name
        let zh = sheet.map { "“\($0)”" } ?? ""
        let en = sheet.map { " “\($0)”" } ?? ""
        if let all { return Wording(zh: "\(name.zh)\(zh)（\(done)/\(all)）", en: "\(name.en)\(en) (\(done) of \(all))") }
        guard done > 0 else { return Wording(zh: name.zh + zh, en: name.en + en) }
        return Wording(zh: "\(name.zh)\(zh)（已\(done)行）", en: "\(name.en)\(en) (\(done) rows)")
    }
}

extension ImportProgress.Stage {
    /// What a person calls it.
    package var name: Wording {
        switch self {
        case .waiting: Wording(zh: "等待其他导入完成", en: "waiting for another import")
        case .reading: Wording(zh: "读取文件", en: "reading the file")
        case .recognising: Wording(zh: "识别表格", en: "recognising the tables")
        case .comparing: Wording(zh: "与台账核对", en: "comparing with the register")
        case .drafting: Wording(zh: "拟定变动", en: "drafting the changes")
        case .recording: Wording(zh: "写入台账", en: "recording")
        }
    }
}

/// Whom a long piece of work tells how far it is, and whom it asks whether to stop.
package struct ImportWatch: Sendable {
    private let tell: @Sendable (ImportProgress) -> Void
    /// Whether to stop.
    package let isStopped: @Sendable () -> Bool

    /// A watch that is told and asked.
    package init(
        tell: @escaping @Sendable (ImportProgress) -> Void, isStopped: @escaping @Sendable () -> Bool = { false }
    ) {
        self.tell = tell
        self.isStopped = isStopped
    }

    /// Nobody watches.
    package static let none = ImportWatch(tell: { _ in })

    /// Tells how far it is.
    func say(_ progress: ImportProgress) { tell(progress) }

    /// Tells how far it is; throws `import-stopped` where it is to stop.
    func reached(_ progress: ImportProgress) throws(OfficeFailure) {
        tell(progress)
        if isStopped() { throw OfficeFailure.importStopped }
    }
}

extension OfficeFailure {
    /// The work was stopped by whoever asked for it; nothing came of it.
    static let importStopped = OfficeFailure(
        .input, "import-stopped", zh: "已按要求停止，未作任何变动。", en: "Stopped, as you asked; nothing was changed.")
}
