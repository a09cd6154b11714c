import Basics
import Norms
import Papers
import Procedure
import Registry

extension Desk {
    /// Adopts a competence table from a day on (采用权限表), in the place of the one before; who decides that is asked of the
    /// one before.
    /// - Parameter text: the table's file, which is kept beside the journal.
    @discardableResult
    package mutating func adoptCompetence(
        _ text: String, on day: Day, document words: DocumentWords, drafter: Officer.ID, deciders: [Officer.ID],
        from source: inout some RandomNumberGenerator, at instant: Instant
    ) throws(OfficeFailure) -> (entry: Entry, table: CompetenceTable) {
        let read = readCompetenceTable(text)
        guard let table = read.table else { throw OfficeFailure(faultyTable: read.faults) }
        let entry = try decide(
            [.adoptRules(CompetenceTable.code, table.digest)], adopting: text, on: day, document: words,
            drafter: drafter,
            deciders: deciders, from: &source, at: instant)
        return (entry, table)
    }
}

extension OfficeFailure {
    /// A competence table with errors: the first is told with its place, and how many there are.
    package init(faultyTable faults: [PackFault]) {
        let errors = faults.filter { $0.severity == .error }
        let first = errors.first?.placed ?? Wording(zh: "无法读取", en: "it can't be read")
        self.init(
            .input, "faulty-table",
            zh: "权限表有\(errors.count)处错误，不能使用。\(first.zh)（用 sanding competence lint 查看全部。）",
            en:
                "The table has \(errors.count) errors and can't be used. \(first.en) (See all with sanding competence lint.)"
        )
    }
}
