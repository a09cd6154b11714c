import Basics
import Papers
import Registry
import Storage

/// Under what an import is recorded: the document, the day, who drafted and who decided (导入依据).
package struct ImportBasis: Sendable {
    /// The document.
    package let document: DocumentWords
    /// The cut-off day, on which it takes effect.
    package let day: Day
    /// Who drafted it.
    package let drafter: Officer.ID
    /// Who decided it.
    package let deciders: [Officer.ID]

    /// A basis.
    package init(document: DocumentWords, day: Day, drafter: Officer.ID, deciders: [Officer.ID]) {
        self.document = document
        self.day = day
        self.drafter = drafter
        self.deciders = deciders
    }
}

extension Desk {
    /// Recognises an import anew where the register has other bodies than it was recognised with.
    package func bringUpToDate(_ session: inout ImportSession, watch: ImportWatch = .none) throws(OfficeFailure) {
        try session.meet(knownNames, watch: watch)
    }

    /// The differences that an import makes to the register of a day. Nothing is changed.
    package func differences(
        of session: ImportSession, on day: Day, from source: inout some RandomNumberGenerator,
        watch: ImportWatch = .none
    ) throws(OfficeFailure) -> DifferenceList {
        try watch.reached(ImportProgress(.comparing))
        return DifferenceList(try reconcile(book(of: session), on: day, from: &source))
    }

    /// Opens the register with an import; what was typed over the file's cells is kept sealed beside the Act. Where it is
    /// refused or stopped, the session stays as it is.
    package mutating func open(
        with session: inout ImportSession, on basis: ImportBasis, from source: inout some RandomNumberGenerator,
        at instant: Instant, watch: ImportWatch = .none
    ) throws(OfficeFailure) {
        let book = try book(of: session)
        guard course(of: session) == .opening else { throw OfficeFailure.importCourseMoved }
        let receipt = try openRegister(
            with: book, file: session.file, beside: try mendings(of: session), document: basis.document, day: basis.day,
            drafter: basis.drafter, deciders: basis.deciders, from: &source, at: instant, watch: watch)
        session.preview = nil
        session.outcome = ImportOutcome(
            position: receipt.entry.position, receipt: receipt, confirmed: 0, differencesLeft: 0, leftOut: book.rejected
        )
    }

    /// Confirms the chosen differences of an import, with those they need.
    package mutating func confirm(
        _ session: inout ImportSession, on basis: ImportBasis, from source: inout some RandomNumberGenerator,
        at instant: Instant, watch: ImportWatch = .none
    ) throws(OfficeFailure) {
        let book = try book(of: session)
        guard course(of: session) == .reconciling else { throw OfficeFailure.importCourseMoved }
        let list = try differences(of: session, on: basis.day, from: &source, watch: watch)
        let (chosen, _, gone) = list.chosen(session.chosen)
        guard gone == 0 else {
            throw OfficeFailure(
                .refusal, "differences-moved", zh: "选中的差异有\(gone)项已与台账不符，请重新核对。",
                en: "\(gone) of the chosen differences no longer stand. Look through them again.")
        }
        guard !chosen.isEmpty else {
            throw OfficeFailure(
                .input, "nothing-chosen", zh: "没有选中任何差异。请先选择要确认的差异。",
                en: "No difference is chosen. Choose those to confirm.")
        }
        try watch.reached(ImportProgress(.recording))
        let entry = try confirm(
            chosen, file: session.file, beside: try mendings(of: session), document: basis.document, on: basis.day,
            drafter: basis.drafter, deciders: basis.deciders, from: &source, at: instant)
        session.preview = nil
        session.outcome = ImportOutcome(
            position: entry.position, receipt: nil, confirmed: chosen.count,
            differencesLeft: list.differences.count - chosen.count, leftOut: book.rejected)
    }

    /// What was typed over the cells of the file, sealed: whoever compares the register with the file finds why they differ.
    private func mendings(of session: ImportSession) throws(OfficeFailure) -> [SealedText] {
        let lines = session.mendings.map { "\($0.place.sheet)!\($0.place.name)\t\($0.original)\t\($0.now)" }
        guard !lines.isEmpty else { return [] }
        return [
            try storing { () throws(StorageFailure) in
                try journal.vault.seal(
                    ([session.fileName] + lines).joined(separator: "\n"), as: .reason, for: jurisdiction)
            }
        ]
    }
}

extension OfficeFailure {
    /// Whether an import opens the register or is compared with it is not what it was.
    static let importCourseMoved = OfficeFailure(
        .refusal, "import-course-moved", zh: "台账在此期间已经建立或变动，此文件现在须与台账核对。请重新核对。",
        en:
            "The register was opened or changed in the meantime, so that this file means something else now. Look again."
    )
}
