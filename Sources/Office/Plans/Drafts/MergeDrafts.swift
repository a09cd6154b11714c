import Basics
import Reform
import Registry
import Storage

/// Two drafts merged (方案稿合并): what the text says now, and what could not be settled without a person.
package struct DraftMerge: Sendable {
    /// The merged text, with each conflict marked by comments.
    package let text: String
    /// The conflicts, in the order of the text.
    package let conflicts: [Conflict]

    /// An item on which the drafts differ.
    package struct Conflict: Sendable {
        /// Why.
        package let kind: MergeConflict
        /// What the first draft says; nil where it took the item out.
        package let ours: String?
        /// What the other says.
        package let theirs: String?
        /// What their common ancestor says, which stands in the merged text until somebody chooses; nil where it has none.
        package let ancestor: String?
    }
}

extension Desk {
    /// Merges another draft into one, item by item against their last common ancestor. Nothing is written.
    package func mergeDrafts(
        _ ours: PlanDraft, _ theirs: PlanDraft, at instant: Instant
    ) throws(OfficeFailure) -> DraftMerge {
        guard let ancestor = try commonAncestor(of: ours.last, theirs.last) else {
            throw OfficeFailure(
                .input, "no-ancestor", zh: "“\(ours.name)”与“\(theirs.name)”没有共同的底稿，不能合并。请从同一稿分支（sanding plan branch）。",
                en:
                    "“\(ours.name)” and “\(theirs.name)” have no ancestor in common. Branch one from the other to merge."
            )
        }
        let base = try draft(at: ancestor)
        do {
            let parts = try [base, ours, theirs].map { draft throws(UnreadablePlan) in
                try PlanItems(draft.written.text)
            }
            var merged = mergeThreeWays(ancestor: parts[0].items, ours: parts[1].items, theirs: parts[2].items)
            settleClashes(
                in: &merged, parts, ours.written.plan, theirs.written.plan, at: min(ours.last.base, history.position),
                instant)
            let writer = MergedText(
                names: ["\(ours.name) 第\(ours.last.revision)稿", "\(theirs.name) 第\(theirs.last.revision)稿"],
                isInWaves: parts[1].isInWaves || parts[2].isInWaves)
            return writer.written(merged)
        } catch {
            throw OfficeFailure(error)
        }
    }

    /// Saves a merged text as the next revision of the first draft, with both it was made from.
    @discardableResult
    package mutating func saveMerge(
        _ merge: DraftMerge, of ours: PlanDraft, _ theirs: PlanDraft, by officer: Officer.ID, at instant: Instant
    ) throws(OfficeFailure) -> DraftRevision {
        let written: WrittenPlan
        do { written = try WrittenPlan(merge.text) } catch { throw OfficeFailure(error) }
        return try save(
            written, named: ours.name, as: ours.last.draft, revision: ours.last.revision + 1,
            parent: DraftRevision.Reference(ours.last.draft, ours.last.revision),
            other: DraftRevision.Reference(theirs.last.draft, theirs.last.revision),
            base: min(ours.last.base, theirs.last.base), by: officer, at: instant)
    }

    /// The latest revision that both come from.
    private func commonAncestor(
        of one: DraftRevision, _ other: DraftRevision
    ) throws(OfficeFailure) -> DraftRevision? {
        let all = try draftRevisions()
        let known = Dictionary(all.map { (DraftRevision.Reference($0.draft, $0.revision), $0) }) { first, _ in first }
        func line(_ revision: DraftRevision) -> Set<DraftRevision.Reference> {
            var found: Set<DraftRevision.Reference> = []
            var open = [DraftRevision.Reference(revision.draft, revision.revision)]
            while let next = open.popLast() {
                guard found.insert(next).inserted, let made = known[next] else { continue }
                open += [made.parent, made.other].compactMap { $0 }
            }
            return found
        }
        let shared = line(one).intersection(line(other))
        // Of what both come from, the one from which all the rest comes too: it has the longest line.
        return shared.compactMap { known[$0] }.max { (line($0).count, $0.recorded) < (line($1).count, $1.recorded) }
    }

    /// Two steps that only one side each changed can still not both be meant: found by what they expand to.
    private func settleClashes(
        in merged: inout [Merged<PlanItems.Key>], _ parts: [PlanItems], _ ours: Plan, _ theirs: Plan, at base: Int,
        _ instant: Instant
    ) {
        let known = history.known(at: base)
        let expanded = [ours, theirs].map { expand($0, in: known, recorded: today(at: instant)) }
        let texts = parts.map { part in Dictionary(part.items.map { ($0.key, $0.text) }) { first, _ in first } }
        func changes(_ side: Int, _ key: PlanItems.Key) -> (ArraySlice<Change>, Register)? {
            guard texts[side + 1][key] != texts[0][key], let place = parts[side + 1].places[key] else { return nil }
            let wave = expanded[side][place.wave]
            return (wave.changes(ofStep: place.step), wave.before)
        }
        let keys = merged.compactMap { item -> PlanItems.Key? in
            if case .settled(let settled) = item { settled.key } else { nil }
        }
        let mine = keys.filter { changes(0, $0) != nil && changes(1, $0) == nil }
        let others = keys.filter { changes(1, $0) != nil && changes(0, $0) == nil }
        var gone: Set<PlanItems.Key> = []
        for one in mine {
            guard let (own, register) = changes(0, one) else { continue }
            for other in others where !gone.contains(other) {
                guard let (foreign, _) = changes(1, other), clash(own, foreign, in: register),
                    let index = merged.firstIndex(where: { $0.key == one })
                else { continue }
                merged[index] = .conflict(
                    one, ours: texts[1][one], theirs: texts[2][other], ancestor: texts[0][one], .sameSubject)
                merged = merged.compactMap { item in
                    guard item.key == other else { return item }
                    return texts[0][other].map { .settled(MergeItem(other, $0)) }
                }
                gone.insert(other)
                break
            }
        }
    }
}

extension Merged {
    /// What it is about.
    var key: Key {
        switch self {
        case .settled(let item): item.key
        case .conflict(let key, _, _, _, _): key
        }
    }
}
