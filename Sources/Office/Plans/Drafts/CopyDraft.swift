import Basics
import Registry
import Storage

extension Desk {
    /// Begins a draft with the text of another and no tie to it: drafted now, on the register of now.
    @discardableResult
    package mutating func copyDraft(
        _ name: String, as newName: String, by officer: Officer.ID, from source: inout some RandomNumberGenerator,
        at instant: Instant
    ) throws(OfficeFailure) -> DraftRevision {
        let origin = try draft(named: name)
        try requireFree(newName)
        return try save(
            origin.written, named: newName, as: DraftRevision.ID(from: &source), revision: 1, parent: nil,
            base: history.position, by: officer, at: instant)
    }
}
