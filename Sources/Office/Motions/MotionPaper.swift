import Basics
import Papers
import Procedure
import Reform
import Registry

/// What is moved, with its text: a plan, or a rule pack or competence table to be adopted.
package enum MotionPaper: Sendable {
    /// A plan of reform.
    case plan(WrittenPlan)
    /// A rule pack.
    case rules(WrittenRules)
    /// A competence table.
    case competence(String, CompetenceTable)

    /// Reads a file of any of these; which it is shows in the field that names it.
    package init(_ written: String) throws(OfficeFailure) {
        // Sealed texts are kept in normal form C, and what is decided is the text that was moved.
        let text = written.normalised
        let fields = text.split(whereSeparator: \.isNewline).compactMap {
            $0.split(separator: ":").first.map(String.init)
        }
        if fields.contains("审批权限表") || fields.contains("table") {
            let read = readCompetenceTable(text)
            guard let table = read.table else { throw OfficeFailure(faultyTable: read.faults) }
            self = .competence(text, table)
        } else if fields.contains("规则包") || fields.contains("pack") {
            self = .rules(try WrittenRules(text))
        } else {
            do { self = .plan(try WrittenPlan(text)) } catch { throw OfficeFailure(error) }
        }
    }

    /// What it is.
    package var matter: MotionMatter {
        switch self {
        case .plan: .plan
        case .rules: .rules
        case .competence: .competence
        }
    }

    /// Its name.
    package var title: String {
        switch self {
        case .plan(let written): written.plan.name
        case .rules(let written): written.pack.name
        case .competence(_, let table): table.name
        }
    }

    /// Its text.
    package var text: String {
        switch self {
        case .plan(let written): written.text
        case .rules(let written): written.text
        case .competence(let text, _): text
        }
    }
}

/// The digest by which a motion knows its text.
func motionDigest(of text: String) -> Digest { Digest(sha256: Array(text.normalised.utf8)) }

extension Desk {
    /// What deciding it would change now, wave by wave, with the register before each.
    package func changes(
        of paper: MotionPaper, at instant: Instant
    ) -> [(changes: [Change], register: Register)] {
        switch paper {
        case .plan(let written):
            expand(written.plan, in: history, recorded: today(at: instant)).map { ($0.changes, $0.before) }
        case .rules(let written): [([.adoptRules(written.pack.code, written.pack.digest)], register)]
        case .competence(_, let table): [([.adoptRules(CompetenceTable.code, table.digest)], register)]
        }
    }

    /// What deciding it needs by the table in force now; nil where none is.
    package func needs(of paper: MotionPaper, at instant: Instant) throws(OfficeFailure) -> Needs? {
        guard let table = try competence(on: instant.officeDay) else { return nil }
        return Procedure.needs(of: changes(of: paper, at: instant), by: table)
    }
}
