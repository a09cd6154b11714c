import Accounts
import Basics
import HTML
import Office
import Registry

extension Visit {
    /// Who asks, as the audit has them.
    var visitor: Visitor {
        viewer.map { Visitor($0.account, from: address) } ?? Visitor(from: address)
    }

    /// Does something that writes, by a verb at a desk whose first write keeps the audit record with it; what was recorded is
    /// taken in before anybody reads on. A refusal and a failure leave their records, too; what was typed wrong is no deed.
    func acting<Value>(
        _ action: AuditAction, what: AuditTopic,
        _ work: (inout Desk, inout SystemRandomNumberGenerator) throws(OfficeFailure) -> Value
    ) throws(OfficeFailure) -> Value {
        var source = SystemRandomNumberGenerator()
        let trail = workbench.accounts.trail
        var desk = workbench.desk.desk(
            over: try trail.witnessed(action, by: visitor, what: what, at: now, from: &source))
        do throws(OfficeFailure) {
            let value = try work(&desk, &source)
            try workbench.refresh()
            return value
        } catch {
            try trail.record(error, of: action, by: visitor, what: what, at: now, from: &source)
            throw error
        }
    }

    /// The officer that the journal knows the viewer as.
    func officer(
        at desk: inout Desk, from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) -> Officer.ID {
        guard let viewer else {
            throw OfficeFailure(.refusal, "not-signed-in", zh: "请先登录。", en: "Please sign in.")
        }
        return try desk.officer(named: viewer.account.name, from: &source)
    }

    /// Puts on record what writes nothing else.
    func record(_ action: AuditAction, _ outcome: AuditOutcome = .done, what: AuditTopic) throws(OfficeFailure) {
        var source = SystemRandomNumberGenerator()
        try workbench.accounts.trail.record(action, outcome, by: visitor, what: what, at: now, from: &source)
    }

    /// Puts an export on record before the file is handed out.
    func recordExport(_ list: TakenList, lines: Int, of file: String = "") throws(OfficeFailure) {
        try record(.exported, what: .taken(list, lines: lines, of: file))
    }

    /// The file of a person, once it is on record who looks and for what.
    func lookAt(_ person: Person, for purpose: String) throws(OfficeFailure) -> PersonFile? {
        var source = SystemRandomNumberGenerator()
        return try workbench.desk.desk().openPersonFiles(
            person.id.description, by: visitor, for: purpose, at: now, from: &source
        ).first
    }
}
