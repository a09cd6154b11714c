import Basics
import Reform
import Registry
import Storage

extension Desk {
    /// Saves a plan as a draft: as the first revision of a new one, or as the next after the one it was made from. When
    /// somebody saved another in the meantime nothing is written, and both are shown.
    /// - Parameter from: the revision it was made from; nil for a new draft.
    @discardableResult
    package mutating func saveDraft(
        _ written: WrittenPlan, named name: String, from: Int? = nil, by officer: Officer.ID,
        from source: inout some RandomNumberGenerator, at instant: Instant
    ) throws(OfficeFailure) -> DraftRevision {
        guard let known = try drafts().first(where: { $0.name == name }) else {
            guard from == nil else {
                throw OfficeFailure(
                    .input, "unknown-draft", zh: "没有名为“\(name)”的方案稿，不能存为后续稿。",
                    en: "There is no draft “\(name)” to follow.")
            }
            return try save(
                written, named: name, as: DraftRevision.ID(from: &source), revision: 1, parent: nil,
                base: history.position, by: officer, at: instant)
        }
        guard let from, from == known.last.revision else { throw try stale(written, against: known, from: from) }
        return try save(
            written, named: name, as: known.last.draft, revision: from + 1,
            parent: DraftRevision.Reference(known.last.draft, from), base: known.last.base, by: officer, at: instant)
    }

    /// Adds a revision; its name and text are sealed together.
    mutating func save(
        _ written: WrittenPlan, named name: String, as draft: DraftRevision.ID, revision: Int,
        parent: DraftRevision.Reference?, other: DraftRevision.Reference? = nil, base: Int, by officer: Officer.ID,
        at instant: Instant
    ) throws(OfficeFailure) -> DraftRevision {
        guard name.contains(where: { !$0.isWhitespace }), !name.contains(where: \.isNewline) else {
            throw OfficeFailure(.input, "draft-name", zh: "请给方案稿起一个名称（一行）。", en: "Give the draft a name of one line.")
        }
        let sealed = try storing { () throws(StorageFailure) in
            try journal.vault.seal("\(name)\n\(written.text)", as: .draft, for: jurisdiction)
        }
        let made = DraftRevision(
            draft: draft, revision: revision, parent: parent, other: other, base: base, officer: officer,
            recorded: instant, text: sealed.digest)
        let met = introductions(of: [officer])
        try storing { () throws(StorageFailure) in
            try journal.save(
                made, sealing: [sealed] + met.map(\.sealed), tokens: met.map(\.token), in: jurisdiction)
        }
        introduced([officer])
        return made
    }

    /// Why a draft is not saved over a revision that its writer has not seen: what the last one has that the one it was
    /// made from had not, and what this one has.
    private func stale(
        _ written: WrittenPlan, against known: PlanDraft, from: Int?
    ) throws(OfficeFailure) -> OfficeFailure {
        let last = known.last.revision
        let ancestor = try draftRevisions().first { $0.draft == known.last.draft && $0.revision == from }
        let base = try ancestor.map { revision throws(OfficeFailure) in try draft(at: revision).written }
        func changes(_ other: WrittenPlan) -> String {
            let old = Set((base?.plan.steps ?? []).map(\.action))
            return other.plan.steps.filter { !old.contains($0.action) }.map { step in
                other.text.split(separator: "\n", omittingEmptySubsequences: false)
                    .dropFirst(step.line - 1).first.map { $0.drop { $0 == " " || $0 == "-" } }.map(String.init) ?? ""
            }.joined(separator: " / ")
        }
        let (theirs, ours) = (changes(known.written), changes(written))
        return OfficeFailure(
            .refusal, "stale-draft",
            zh: "“\(known.name)”已有第\(last)稿，与所依据的\(from.map { "第\($0)稿" } ?? "稿次（未写明）")不符，未保存。"
                + "第\(last)稿的步骤：\(theirs.isEmpty ? "相同" : theirs)。你的步骤：\(ours.isEmpty ? "相同" : ours)。"
                + "请用 sanding plan drafts 取出第\(last)稿再改，或另存为分支后合并。",
            en:
                "“\(known.name)” has revision \(last); this was made from \(from.map { "\($0)" } ?? "none named"), so nothing "
                + "was saved. Steps in revision \(last): \(theirs.isEmpty ? "the same" : theirs). Yours: "
                + "\(ours.isEmpty ? "the same" : ours). Take revision \(last) with sanding plan drafts and change that, or "
                + "save yours as a branch and merge.")
    }
}
