import Basics
import Papers
import Procedure
import Reform
import Registry

/// What is moved, with its text: a plan, its undoing or a later wave of it, a rule pack or competence table to be adopted, or
/// changes of daily work.
package enum MotionPaper: Sendable {
    /// A plan of reform.
    case plan(WrittenPlan)
    /// A rule pack.
    case rules(WrittenRules)
    /// A competence table.
    case competence(String, CompetenceTable)
    /// The undoing of a decided plan.
    case counter(WrittenCounter)
    /// A later wave that goes back for decision.
    case wave(WrittenWave)
    /// Changes of daily work.
    case daily(WrittenDaily)

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
            do throws(UnreadablePlan) {
                if fields.contains("撤回决定") || fields.contains("undone act") {
                    self = .counter(try WrittenCounter(text))
                } else if fields.contains("后续波次") || fields.contains("wave of act") {
                    self = .wave(try WrittenWave(text))
                } else if fields.contains("日常事项") || fields.contains("daily") {
                    self = .daily(try WrittenDaily(text))
                } else {
                    self = .plan(try WrittenPlan(text))
                }
            } catch { throw OfficeFailure(error) }
        }
    }

    /// What it is.
    package var matter: MotionMatter {
        switch self {
        case .plan: .plan
        case .rules: .rules
        case .competence: .competence
        case .counter: .counter
        case .wave: .wave
        case .daily: .daily
        }
    }

    /// Its name.
    package var title: String {
        switch self {
        case .plan(let written): written.plan.name
        case .rules(let written): written.pack.name
        case .competence(_, let table): table.name
        case .counter(let written): "撤回第\(written.position)号决定"
        case .wave(let written): "施行第\(written.position)号决定的后续波次"
        case .daily(let written): written.draft.title
        }
    }

    /// Its text.
    package var text: String {
        switch self {
        case .plan(let written): written.text
        case .rules(let written): written.text
        case .competence(let text, _): text
        case .counter(let written): written.text
        case .wave(let written): written.text
        case .daily(let written): written.text
        }
    }
}

/// The digest by which a motion knows its text.
func motionDigest(of text: String) -> Digest { Digest(sha256: Array(text.normalised.utf8)) }

extension Desk {
    /// What deciding it would change now, wave by wave, with the register before each; what it takes back stands beside it.
    package func changes(
        of paper: MotionPaper, at instant: Instant
    ) throws(OfficeFailure) -> [(changes: [Change], register: Register)] {
        switch paper {
        case .plan(let written):
            return expand(written.plan, in: history, recorded: today(at: instant)).map { ($0.changes, $0.before) }
        case .rules(let written): return [([.adoptRules(written.pack.code, written.pack.digest)], register)]
        case .competence(_, let table): return [([.adoptRules(CompetenceTable.code, table.digest)], register)]
        case .counter(let written):
            let draft = try draftCounter(to: written.position, steps: written.steps, on: written.day, at: instant)
            return [(draft.changes, history.register(on: written.day))]
        case .wave(let written):
            let outcome = try reviewWave(of: decidedPlan(at: written.position), on: written.day, at: instant).outcome
            return [(outcome.changes, outcome.before)]
        case .daily(let written):
            return try expandDaily(written).asked
        }
    }

    /// What deciding it needs by the table in force now; nil where none is.
    package func needs(of paper: MotionPaper, at instant: Instant) throws(OfficeFailure) -> Needs? {
        guard let table = try competence(on: instant.officeDay) else { return nil }
        return Procedure.needs(of: try changes(of: paper, at: instant), by: table)
    }
}
