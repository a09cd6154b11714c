import Basics
import Diagnosis
import Papers
import Registry

/// What an import would put into the register (拟导入内容), before anything is recorded.
package struct ImportDraft: Sendable {
    /// What the register would come to: bodies by type, rank, class and funding; heads by kind; posts; what is unknown.
    package let after: BaselineSummary
    /// Bodies that would be set up, without those outside the establishment.
    package let bodies: Int
    /// Bodies outside the establishment that rows name.
    package let outsideBodies: Int
    /// People who would be registered.
    package let people: Int
    /// Duty statements.
    package let duties: Int
    /// Matters of catalogues.
    package let matters: Int
    /// The breaches that would be put up with, each in words.
    package let tolerances: [Wording]
    /// Rows that would be left out.
    package let leftOut: [RejectedRow]
    /// The cut-off day that the workbook names.
    package let cutOff: Day?
}

extension Desk {
    /// What opening the register with an import would record. Nothing is changed.
    package func draft(
        _ session: ImportSession, from source: inout some RandomNumberGenerator, watch: ImportWatch = .none
    ) throws(OfficeFailure) -> ImportDraft {
        let book = try book(of: session)
        let drafted = try draftOpening(with: book, from: &source, watch: watch)
        let before = register
        var after = before
        for change in drafted.changes { after.suppose(change) }
        return ImportDraft(
            after: BaselineSummary(of: after), bodies: book.bodies.count, outsideBodies: book.outsideBodies.count,
            people: drafted.changes.count { $0.registersPerson }, duties: book.duties.count,
            matters: book.matters.count, tolerances: drafted.tolerances.map { $0.wording(from: before, to: after) },
            leftOut: book.rejected, cutOff: book.cutOff)
    }

    /// The book of an import that can be recorded: recognised with the bodies there are, and without rows in error but
    /// those that are left out.
    func book(of session: ImportSession) throws(OfficeFailure) -> DistrictBook {
        switch session.recognition {
        case .failure(let failure): throw OfficeFailure(failure)
        case .success(let book):
            guard session.known == knownNames else {
                throw OfficeFailure(
                    .refusal, "import-register-moved", zh: "核对期间台账有了变动，请重新核对一遍再提交；已改正的内容都还在。",
                    en: "The register has changed in the meantime. Look through it again; everything you typed is kept."
                )
            }
            guard book.rejected.isEmpty || session.takesGoodRows else {
                throw OfficeFailure(
                    .input, "rows-with-errors", zh: "还有\(book.rejected.count)行有错误。请改正，或选择“只取正确的行”。",
                    en: "\(book.rejected.count) rows have errors. Mend them, or take the good rows only.")
            }
            return book
        }
    }
}
