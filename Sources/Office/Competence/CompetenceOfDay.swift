import Basics
import Papers
import Procedure
import Registry
import Storage

extension Desk {
    /// The competence table in force on a day (采用的权限表), as everything recorded has it; nil when none is.
    ///
    /// One whose text is not to hand, or can no longer be read, is a failure: without it nobody can be told to decide.
    package func competence(on day: Day) throws(OfficeFailure) -> CompetenceTable? {
        guard let adopted = history.register(on: day).rules[CompetenceTable.code] else { return nil }
        let table = try competence(adopted.digest)
        return table.isInForce(on: day) ? table : nil
    }

    /// The competence table that an Act was decided by; nil where none was adopted then.
    package func competence(of act: Act) throws(OfficeFailure) -> CompetenceTable? {
        try act.rules.first.map { digest throws(OfficeFailure) in try competence(digest) }
    }

    /// The table of that digest.
    func competence(_ digest: Digest) throws(OfficeFailure) -> CompetenceTable {
        let texts = try storing { () throws(StorageFailure) in try journal.rules([digest], in: jurisdiction) }
        guard let text = texts[digest], let table = readCompetenceTable(text).table else {
            throw OfficeFailure(
                .failure, "table-missing", zh: "已采用的权限表文本缺失或无法读取，不能判断由谁审批。请重新采用同一文件。",
                en:
                    "The text of the adopted competence table is gone or can't be read, so it can't be told who decides. "
                    + "Adopt the same file again.")
        }
        return table
    }

    /// The table by which a decision of a day is looked at: the one in force then or, where there was none yet, the one in
    /// force now. So a document of an earlier day is no way around it.
    package func competence(decided day: Day, at instant: Instant) throws(OfficeFailure) -> CompetenceTable? {
        if let table = try competence(on: day) { return table }
        return try competence(on: instant.officeDay)
    }
}
