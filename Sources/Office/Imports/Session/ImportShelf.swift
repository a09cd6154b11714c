import Accounts
import Basics
import Dispatch
import Papers
import Synchronization

/// The imports under way in this process (导入办理架), each for the person who began it alone.
///
/// They are kept in memory and nowhere else: a workbook holds the personal data of thousands, and what is not recorded
/// leaves no trace. What was submitted is seen by whoever decides. So there is a budget for all of them, and one that nobody touches for long lapses. Long work is done
/// one import at a time, so that pages stay quick; how far it is can be asked at any time, and it can be stopped.
package final class ImportShelf: Sendable {
    /// Whoever began an import.
    package typealias Owner = UserAccount.ID

    /// How an import stands.
    package enum State: Sendable {
        /// Work is going on.
        case working(ImportProgress)
        /// It waits for its clerk; with why the last work did not go through, if it didn't.
        case ready(ImportSession, OfficeFailure?)
        /// The file could not be taken.
        case failed(OfficeFailure)
    }

    /// An import in a list of them.
    package struct Item: Sendable {
        /// Which.
        package let id: ImportSession.ID
        /// The file's name.
        package let fileName: String
        /// How it stands.
        package let state: State
        /// When its clerk last touched it.
        package let touched: Instant
    }

    private struct Entry {
        let owner: Owner
        let fileName: String
        /// What it weighs on the budget, in cells; while a file is being read, what its size suggests.
        var weight: Int
        var session: ImportSession?
        var failure: OfficeFailure?
        var work: Work?
        var touched: Instant
    }

    /// Work that is going on.
    private final class Work: Sendable {
        private let isDone = DispatchGroup()
        private let state = Mutex<(progress: ImportProgress, isStopped: Bool)>((ImportProgress(.waiting), false))

        init() { isDone.enter() }

        var progress: ImportProgress { state.withLock { $0.progress } }
        var isStopped: Bool { state.withLock { $0.isStopped } }
        func finish() { isDone.leave() }
        func wait(milliseconds: Int) { _ = isDone.wait(timeout: .now() + .milliseconds(milliseconds)) }
        func stop() { state.withLock { $0.isStopped = true } }
        var watch: ImportWatch {
            ImportWatch(tell: { now in self.state.withLock { $0.progress = now } }, isStopped: { self.isStopped })
        }
    }

    /// A random number of this shelf, with which the numbers of its imports begin: of one that isn't here it can be told
    /// whether it ever was.
    package let origin: UInt64
    /// Cells that all imports may hold together.
    package let budget: Int
    /// Milliseconds after which an import that nobody touches lapses.
    package let lapse: Int64
    private let entries = Mutex<[ImportSession.ID: Entry]>([:])
    private let queue = DispatchQueue(label: "sanding.imports")

    /// An empty shelf.
    /// - Parameters:
    ///   - origin: a random number.
    ///   - budget: cells of all workbooks together; a district's workbook has some 100,000.
    ///   - lapse: milliseconds without a touch.
    package init(origin: UInt64 = 0, budget: Int = 3_000_000, lapse: Int64 = 12 * 3_600_000) {
        self.origin = origin
        self.budget = budget
        self.lapse = lapse
    }

    /// A number for an import that is to be taken in.
    package func newNumber(from source: inout some RandomNumberGenerator) -> ImportSession.ID {
        ImportSession.ID(high: origin, low: source.next())
    }

    /// Why there is no such import here.
    package func absence(of id: ImportSession.ID) -> OfficeFailure {
        id.high == origin ? OfficeFailure.importGone : OfficeFailure.importElsewhere
    }

    /// Takes a file in and begins to read it. Comes back at once.
    package func takeIn(
        _ bytes: [UInt8], named fileName: String, as id: ImportSession.ID, for owner: Owner,
        memory: TableMemory = .none, known: [String], limits: ReadingLimits = .standard, at instant: Instant
    ) throws(OfficeFailure) {
        var limits = limits
        limits.cellCount = min(limits.cellCount, budget)
        let bounds = limits
        // A cell takes some ten bytes of a file; how many there are shows once it is read.
        let guess = max(1, bytes.count / 10)
        let isTaken = entries.withLock { entries in
            dropLapsed(&entries, at: instant)
            let held = entries.values.reduce(0) { $0 + $1.weight }
            guard held + min(guess, budget) <= budget || entries.isEmpty else { return false }
            entries[id] = Entry(owner: owner, fileName: fileName, weight: guess, touched: instant)
            return true
        }
        guard isTaken else { throw OfficeFailure.shelfFull }
        try begin(id, for: owner, at: instant) { _, watch throws(OfficeFailure) in
            try ImportSession(
                id: id, bytes: bytes, named: fileName, memory: memory, known: known, limits: bounds, watch: watch)
        }
    }

    /// Begins a long piece of work on an import and comes back at once. What it gives takes the import's place; where it
    /// fails or is stopped, the import stays as it was.
    package func work(
        on id: ImportSession.ID, for owner: Owner, version: Int, at instant: Instant,
        _ work: @escaping @Sendable (inout ImportSession, ImportWatch) throws(OfficeFailure) -> Void
    ) throws(OfficeFailure) {
        let session = try session(id, for: owner, at: instant)
        guard session.version == version else { throw OfficeFailure.importMoved }
        try begin(id, for: owner, at: instant) { session, watch throws(OfficeFailure) in
            guard var changed = session else { throw OfficeFailure.importGone }
            try work(&changed, watch)
            return changed
        }
    }

    /// Changes an import at once.
    /// - Parameter version: that of the page it was changed on; nothing is done where the import has moved on.
    package func change(
        _ id: ImportSession.ID, for owner: Owner, version: Int, at instant: Instant,
        _ change: (inout ImportSession) throws(OfficeFailure) -> Void
    ) throws(OfficeFailure) {
        var session = try session(id, for: owner, at: instant)
        guard session.version == version else { throw OfficeFailure.importMoved }
        try change(&session)
        session.version = version + 1
        let changed = session
        let isStill = entries.withLock { entries in
            guard entries[id]?.work == nil, entries[id]?.session?.version == version else { return false }
            entries[id]?.session = changed
            entries[id]?.failure = nil
            return true
        }
        guard isStill else { throw OfficeFailure.importMoved }
    }

    /// How an import stands.
    package func state(
        of id: ImportSession.ID, for owner: Owner, at instant: Instant
    ) throws(OfficeFailure) -> State {
        let state = entries.withLock { entries -> State? in
            dropLapsed(&entries, at: instant)
            guard let entry = entries[id], entry.owner == owner else { return nil }
            entries[id]?.touched = instant
            return Self.state(of: entry)
        }
        guard let state else { throw absence(of: id) }
        return state
    }

    /// An import that waits for its clerk; `import-busy` while work is going on.
    package func session(
        _ id: ImportSession.ID, for owner: Owner, at instant: Instant
    ) throws(OfficeFailure) -> ImportSession {
        switch try state(of: id, for: owner, at: instant) {
        case .ready(let session, _): return session
        case .failed(let failure): throw failure
        case .working(let progress):
            throw OfficeFailure(
                .input, "import-busy", zh: "正在\(progress.wording.zh)，请等它完成或先停止。",
                en: "Still \(progress.wording.en). Wait until it is done, or stop it first.")
        }
    }

    /// Stops the work on an import; what was there before stays.
    package func stop(_ id: ImportSession.ID, for owner: Owner) {
        entries.withLock { entries in
            guard let entry = entries[id], entry.owner == owner else { return }
            entry.work?.stop()
        }
    }

    /// Puts an import away for good.
    package func drop(_ id: ImportSession.ID, for owner: Owner) {
        entries.withLock { entries in
            guard let entry = entries[id], entry.owner == owner else { return }
            entry.work?.stop()
            entries[id] = nil
        }
    }

    /// Somebody's imports, the last touched first.
    package func items(for owner: Owner, at instant: Instant) -> [Item] {
        entries.withLock { entries in
            dropLapsed(&entries, at: instant)
            return entries.filter { $0.value.owner == owner }.map { id, entry in
                Item(id: id, fileName: entry.fileName, state: Self.state(of: entry), touched: entry.touched)
            }.sorted { ($0.touched, $0.id) > ($1.touched, $1.id) }
        }
    }

    /// Whose import waits for a decision under that number; nil where none does.
    package func owner(ofSubmitted id: ImportSession.ID, at instant: Instant) -> Owner? {
        entries.withLock { entries in
            dropLapsed(&entries, at: instant)
            guard let entry = entries[id], entry.session?.submission != nil else { return nil }
            return entry.owner
        }
    }

    /// The imports that wait for a decision, those submitted first in front.
    package func submitted(at instant: Instant) -> [ImportSession] {
        entries.withLock { entries in
            dropLapsed(&entries, at: instant)
            return entries.values.filter { $0.work == nil && $0.session?.outcome == nil }.compactMap(\.session)
        }.filter { $0.submission != nil }.sorted {
            ($0.submission?.submitted ?? instant, $0.id) < ($1.submission?.submitted ?? instant, $1.id)
        }
    }

    /// Gives work that is soon done the time to be done, so that nobody is shown how far it is for a moment only.
    package func settle(_ id: ImportSession.ID, within milliseconds: Int) {
        entries.withLock { $0[id]?.work }?.wait(milliseconds: milliseconds)
    }

    /// Waits until no work is going on or waiting.
    package func waitForAll() { queue.sync {} }

    private func begin(
        _ id: ImportSession.ID, for owner: Owner, at instant: Instant,
        _ job: @escaping @Sendable (ImportSession?, ImportWatch) throws(OfficeFailure) -> ImportSession
    ) throws(OfficeFailure) {
        let work = Work()
        let begins = entries.withLock { entries in
            guard let entry = entries[id], entry.owner == owner, entry.work == nil else { return false }
            entries[id]?.work = work
            entries[id]?.failure = nil
            entries[id]?.touched = instant
            return true
        }
        guard begins else { throw OfficeFailure.importMoved }
        queue.async {
            let session = self.entries.withLock { $0[id]?.session }
            let result: Result<ImportSession, OfficeFailure>
            do throws(OfficeFailure) {
                if work.isStopped { throw OfficeFailure.importStopped }
                result = .success(try job(session, work.watch))
            } catch {
                result = .failure(error)
            }
            defer { work.finish() }
            self.entries.withLock { entries in
                guard entries[id]?.work === work else { return }
                entries[id]?.work = nil
                switch result {
                case .success(var changed):
                    changed.version = (session?.version ?? 0) + 1
                    entries[id]?.weight = changed.weight
                    entries[id]?.session = changed
                case .failure(let failure): entries[id]?.failure = failure
                }
            }
        }
    }

    private static func state(of entry: Entry) -> State {
        if let work = entry.work { return .working(work.progress) }
        if let session = entry.session { return .ready(session, entry.failure) }
        return .failed(entry.failure ?? OfficeFailure.importGone)
    }

    private func dropLapsed(_ entries: inout [ImportSession.ID: Entry], at instant: Instant) {
        for (id, entry) in entries where entry.work == nil {
            if instant.milliseconds - entry.touched.milliseconds > lapse { entries[id] = nil }
        }
    }
}

extension ImportSession {
    /// The cells it holds.
    fileprivate var weight: Int {
        original.sheets.reduce(1) { $0 + $1.rows.reduce($1.rows.count) { $0 + $1.count } }
    }
}

extension OfficeFailure {
    /// There is no such import, or it is another's.
    static let importGone = OfficeFailure(
        .input, "import-gone", zh: "没有这项导入：可能已完成、放弃，或搁置太久已清除。已写入台账的可在“编制账”的决定里查到；否则请重新上传文件。",
        en:
            "There is no such import: it was done, dropped, or left alone for too long. One that was recorded stands among the Acts of the ledger; else hand in the file again."
    )

    /// An import of another process: of one that has ended since, or of another node.
    static let importElsewhere = OfficeFailure(
        .input, "import-elsewhere",
        zh:
            "这项导入不在这台服务器上：服务器重新启动过，或者它是在另一台上办理的。导入在决定前只留在办理它的服务器的内存里，没有写入台账任何内容。请从“导入”重新上传文件，核对过的列会照样认出；已决定的，可在“编制账”的决定里查到。",
        en:
            "This import isn't at this server: the server was started again, or another one has it. Until it is decided an import stays in the memory of the server that has it, and nothing of it is in the register. Hand in the file again by “Import”; columns that were looked at are known again. One that was decided stands among the Acts of the ledger."
    )

    /// A page that is older than the import it is about.
    static let importMoved = OfficeFailure(
        .refusal, "import-moved", zh: "这项导入已在别处（另一个窗口）改动，未作修改。请在最新的页面上重做。",
        en:
            "This import was changed elsewhere (in another window), so nothing was done. Do it again on the latest page."
    )

    /// The imports under way hold as much as they may.
    static let shelfFull = OfficeFailure(
        .failure, "import-shelf-full", zh: "同时办理的导入太多，暂时放不下。请先完成或放弃其他导入，或稍后再试。",
        en: "Too many imports are under way. Finish or drop others, or try again later.")
}
