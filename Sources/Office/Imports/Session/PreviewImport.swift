import Basics
import Papers
import Registry

/// What an import would do to the register of a moment (导入预览).
package struct ImportPreview: Sendable {
    /// What the workbook means for the register.
    package let course: ImportCourse
    /// The position of the journal it was made at.
    package let position: Int
    /// The day it would take effect.
    package let day: Day
    /// What would be recorded, where it opens the register.
    package let draft: ImportDraft?
    /// What differs, where it is compared with it.
    package let differences: DifferenceList?
}

/// Under which document an import waits for a decision (送审).
package struct ImportSubmission: Sendable {
    /// The document.
    package let document: DocumentWords
    /// The day it takes effect.
    package let day: Day
    /// Who submitted it.
    package let drafter: String
    /// When.
    package let submitted: Instant
}

extension Desk {
    /// Looks at what an import would do to the register as it is now; it is recognised anew where the register has other
    /// bodies than before.
    /// - Parameter day: on which it would take effect; nil for the cut-off day of the workbook, else the last day of the
    ///   register.
    package func preview(
        _ session: inout ImportSession, on day: Day? = nil, from source: inout some RandomNumberGenerator,
        at instant: Instant, watch: ImportWatch = .none
    ) throws(OfficeFailure) {
        try bringUpToDate(&session, watch: watch)
        guard session.step >= .draft, session.outcome == nil, let course = course(of: session) else { return }
        let last = history.lastDay ?? instant.officeDay
        let wanted = day ?? session.preview?.day ?? session.book?.cutOff ?? last
        var draft: ImportDraft?
        var differences: DifferenceList?
        switch course {
        case .opening: draft = try self.draft(session, from: &source, watch: watch)
        case .reconciling: differences = try self.differences(of: session, on: wanted, from: &source, watch: watch)
        case .known: break
        }
        session.preview = ImportPreview(
            course: course, position: history.position, day: wanted, draft: draft, differences: differences)
    }

    /// Hands an import to whoever decides.
    package func submit(
        _ session: inout ImportSession, under document: DocumentWords, on day: Day, drafter: String, at instant: Instant
    ) throws(OfficeFailure) {
        _ = try book(of: session)
        switch course(of: session) {
        case .opening: break
        case .reconciling:
            guard let list = session.preview?.differences, !list.chosen(session.chosen).chosen.isEmpty else {
                throw OfficeFailure(
                    .input, "nothing-chosen", zh: "没有选中任何差异。请先选择要确认的差异。",
                    en: "No difference is chosen. Choose those to confirm.")
            }
        case .known, nil: throw OfficeFailure.importCourseMoved
        }
        session.submission = ImportSubmission(document: document, day: day, drafter: drafter, submitted: instant)
    }

    /// Decides a submitted import and records it: the register is opened with it, or the chosen differences are confirmed.
    /// - Parameter decider: who decides, by name; somebody else than its drafter.
    package mutating func decide(
        _ session: inout ImportSession, by decider: String, from source: inout some RandomNumberGenerator,
        at instant: Instant, watch: ImportWatch = .none
    ) throws(OfficeFailure) {
        guard let submission = session.submission else { throw OfficeFailure.importMoved }
        guard decider != submission.drafter else { throw OfficeFailure(Refusal.fourEyes, in: register) }
        let basis = ImportBasis(
            document: submission.document, day: submission.day,
            drafter: try officer(named: submission.drafter, from: &source),
            deciders: [try officer(named: decider, from: &source)])
        if course(of: session) == .reconciling {
            try confirm(&session, on: basis, from: &source, at: instant, watch: watch)
        } else {
            try open(with: &session, on: basis, from: &source, at: instant, watch: watch)
        }
    }
}

extension ImportSession {
    /// Takes it back from whoever decides.
    package mutating func withdraw() { submission = nil }

    /// Who decides returns it, with why.
    package mutating func giveBack(_ reason: String) {
        submission = nil
        returned = reason
    }
}
