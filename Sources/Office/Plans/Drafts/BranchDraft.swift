import Basics
import Registry
import Storage

extension Desk {
    /// Begins a draft from the last revision of another: a branch, which can be merged back.
    @discardableResult
    package mutating func branchDraft(
        _ name: String, as newName: String, by officer: Officer.ID, from source: inout some RandomNumberGenerator,
        at instant: Instant
    ) throws(OfficeFailure) -> DraftRevision {
        let origin = try draft(named: name)
        try requireFree(newName)
        return try save(
            origin.written, named: newName, as: DraftRevision.ID(from: &source), revision: 1,
            parent: DraftRevision.Reference(origin.last.draft, origin.last.revision), base: origin.last.base,
            by: officer,
            at: instant)
    }

    /// Throws unless no draft has that name.
    func requireFree(_ name: String) throws(OfficeFailure) {
        guard try !drafts().contains(where: { $0.name == name }) else {
            throw OfficeFailure(
                .refusal, "draft-name-taken", zh: "已有名为“\(name)”的方案稿，请另起名称。",
                en: "There is a draft “\(name)” already; choose another name.")
        }
    }
}
