import Basics
import Reform
import Registry
import Storage

/// A draft of a plan (方案稿): what it is called, and its last revision.
package struct PlanDraft: Sendable {
    /// By what name people ask for it.
    package let name: String
    /// Its last revision.
    package let last: DraftRevision
    /// What that says.
    package let written: WrittenPlan
}

extension Desk {
    /// All drafts, by name.
    package func drafts() throws(OfficeFailure) -> [PlanDraft] {
        var latest: [DraftRevision.ID: DraftRevision] = [:]
        for revision in try draftRevisions() { latest[revision.draft] = revision }
        var drafts: [PlanDraft] = []
        for revision in latest.values { drafts.append(try draft(at: revision)) }
        return drafts.sorted { ($0.name, $0.last.draft) < ($1.name, $1.last.draft) }
    }

    /// The draft of that name.
    package func draft(named name: String) throws(OfficeFailure) -> PlanDraft {
        guard let draft = try drafts().first(where: { $0.name == name }) else {
            throw OfficeFailure(
                .input, "unknown-draft", zh: "没有名为“\(name)”的方案稿。用 sanding plan drafts 查看。",
                en: "There is no draft “\(name)”. See sanding plan drafts.")
        }
        return draft
    }

    /// All revisions of all drafts.
    func draftRevisions() throws(OfficeFailure) -> [DraftRevision] {
        try storing { () throws(StorageFailure) in try journal.draftRevisions(of: jurisdiction) }
    }

    /// What a revision says; its name and its text stand sealed together.
    func draft(at revision: DraftRevision) throws(OfficeFailure) -> PlanDraft {
        let sealed = try storing { () throws(StorageFailure) in
            try journal.text(of: revision.text, in: jurisdiction)
        }
        guard case .text(let whole) = sealed, let end = whole.firstIndex(of: "\n") else {
            throw OfficeFailure(
                .refusal, "draft-gone", zh: "第\(revision.revision)稿的文本已不可读。",
                en: "The text of revision \(revision.revision) can't be read any more.")
        }
        let text = String(whole[whole.index(after: end)...])
        do { return PlanDraft(name: String(whole[..<end]), last: revision, written: try WrittenPlan(text)) } catch {
            throw OfficeFailure(error)
        }
    }
}
