import Basics
import Office
import Reform
import Registry
import Storage
import Testing

/// Drafts of plans: revisions, branches, merges, and what daily work does to them.
@Suite struct DraftTests {
    @Test func revisionAfterRevision() throws {
        let desk = try PlanOffice()
        let first = try desk.plan("案", desk.merger(0))
        let second = try desk.plan("案", desk.merger(0), desk.merger(1))
        let third = try desk.plan("案", desk.merger(2))
        #expect(try desk.save(first, "城建口") == 1)
        #expect(try desk.save(second, "城建口", from: 1, by: "丙") == 2)
        // Somebody else worked from the first: nothing is written and both are shown.
        let stale = #expect(throws: OfficeFailure.self) { try desk.save(third, "城建口", from: 1) }
        #expect(stale?.code == "stale-draft")
        #expect(stale?.wording.zh.contains(desk.mergers[1].target) == true, "\(stale?.wording.zh ?? "")")
        #expect(stale?.wording.zh.contains(desk.mergers[2].target) == true)
        let unsaid = #expect(throws: OfficeFailure.self) { try desk.save(third, "城建口") }
        #expect(unsaid?.code == "stale-draft")
        let nothing = #expect(throws: OfficeFailure.self) { try desk.save(third, "没有", from: 1) }
        #expect(nothing?.code == "unknown-draft")
        desk.office.desk = try desk.office.reopened()
        let draft = try desk.office.desk.draft(named: "城建口")
        #expect(draft.last.revision == 2)
        #expect(draft.written.text == second.text)
        #expect(draft.last.officer == (try desk.office.officer("丙")))
        #expect(try verifyJournal(desk.office.reopened().journal, jurisdiction: "339981").faults.isEmpty)
    }

    @Test func whoMeetsWhom() throws {
        let desk = try PlanOffice()
        try desk.save(try desk.plan("甲案", desk.merger(0)), "甲稿")
        try desk.save(try desk.plan("乙案", "{更名: \(desk.mergers[0].sources[0]), 为: 新名中心}"), "乙稿")
        try desk.save(try desk.plan("丙案", "{更名: \(desk.mergers[1].target), 为: 另名中心}"), "丙稿")
        let listed = try desk.office.desk.listDrafts(at: desk.office.later())
        let meets = Dictionary(uniqueKeysWithValues: listed.map { ($0.draft.name, $0.meets) })
        #expect(meets["丙稿"]?.isEmpty == true)
        #expect(meets["甲稿"]?.map(\.other) == ["乙稿"])
        #expect(meets["乙稿"]?.first?.bodies == [desk.mergers[0].sources[0]])
        #expect(meets["乙稿"]?.first?.sharesPerson == false)
        let made = try desk.decide(try desk.office.desk.draft(named: "甲稿").written)
        let after = try desk.office.desk.listDrafts(at: desk.office.later())
        #expect(after.first { $0.draft.name == "甲稿" }?.decided == [made.entry.position])
        #expect(after.first { $0.draft.name == "乙稿" }?.meets.isEmpty == true)
        let rebased = try desk.office.desk.rebaseDraft(desk.office.desk.draft(named: "乙稿"), at: desk.office.later())
        guard case .stopped(.closedBody, by: made.entry.position)? = rebased.steps.first?.standing else {
            Issue.record("\(rebased.steps)")
            return
        }
    }

    @Test func twoPeopleMoveOneBody() throws {
        let desk = try PlanOffice()
        try desk.save(try desk.plan("甲案", desk.merger(0)), "甲稿")
        let (source, elsewhere) = (desk.mergers[0].sources[0], desk.mergers[1].target)
        try desk.save(try desk.plan("乙案", "{合并: [\(source)], 并入: \(elsewhere)}"), "乙稿")
        let meeting = try desk.office.desk.listDrafts(at: desk.office.later()).first { $0.draft.name == "甲稿" }?.meets
            .first
        #expect(meeting?.sharesPerson == true && meeting?.sharesAccount == true && meeting?.sharesDuty == true)
    }

    @Test func branchesComeBackTogether() throws {
        let desk = try PlanOffice()
        try desk.save(try desk.plan("案", desk.merger(0), desk.merger(1)), "主稿")
        try desk.office.desk.branchDraft(
            "主稿", as: "分稿", by: desk.office.officer("丙"), from: &desk.office.source, at: desk.office.later())
        let taken = #expect(throws: OfficeFailure.self) {
            try desk.office.desk.branchDraft(
                "主稿", as: "分稿", by: desk.office.officer("丙"), from: &desk.office.source, at: desk.office.later())
        }
        #expect(taken?.code == "draft-name-taken")
        let renaming = "{更名: \(desk.mergers[2].target), 为: 新名中心}"
        try desk.save(try desk.plan("案", desk.merger(0), desk.merger(1), renaming), "分稿", from: 1)
        try desk.save(try desk.plan("案", desk.merger(1)), "主稿", from: 1)
        let (ours, theirs) = try (desk.office.desk.draft(named: "主稿"), desk.office.desk.draft(named: "分稿"))
        let merge = try desk.office.desk.mergeDrafts(ours, theirs, at: desk.office.later())
        #expect(merge.conflicts.isEmpty)
        let merged = try WrittenPlan(merge.text)
        // Ours took the first merger out, theirs put a renaming in.
        #expect(
            merged.plan.steps.map(\.action) == (try desk.plan("案", desk.merger(1), renaming)).plan.steps.map(\.action))
        let saved = try desk.office.desk.saveMerge(
            merge, of: ours, theirs, by: desk.office.officer("甲"), at: desk.office.later())
        #expect(saved.revision == 3)
        #expect(saved.other == DraftRevision.Reference(theirs.last.draft, 2))
        // Merged again there is nothing left to do: the other's last revision is now an ancestor.
        let again = try desk.office.desk.mergeDrafts(
            desk.office.desk.draft(named: "主稿"), theirs, at: desk.office.later())
        #expect(again.conflicts.isEmpty)
        #expect(try WrittenPlan(again.text).plan.steps.map(\.action) == merged.plan.steps.map(\.action))
    }

    @Test func conflictsAreMarkedAndStopADecision() throws {
        let desk = try PlanOffice()
        let (zero, one) = (desk.mergers[0], desk.mergers[1])
        let base = "{合并: [\(zero.sources[0])], 并入: \(zero.target)}"
        try desk.save(try desk.plan("案", base, desk.merger(2)), "主稿")
        try desk.office.desk.branchDraft(
            "主稿", as: "分稿", by: desk.office.officer("丙"), from: &desk.office.source, at: desk.office.later())
        // The same merger with other terms on both sides; and two new steps that can't both be meant.
        try desk.save(
            try desk.plan(
                "案", "{合并: [\(zero.sources[0])], 并入: \(zero.target), 收回编制: 1}", desk.merger(2), desk.merger(1)), "主稿",
            from: 1)
        try desk.save(
            try desk.plan(
                "案", "{合并: [\(zero.sources[0])], 并入: \(zero.target), 收回编制: 2}", desk.merger(2),
                "{更名: \(one.sources[0]), 为: 新名中心}"), "分稿", from: 1)
        let (ours, theirs) = try (desk.office.desk.draft(named: "主稿"), desk.office.desk.draft(named: "分稿"))
        let merge = try desk.office.desk.mergeDrafts(ours, theirs, at: desk.office.later())
        #expect(merge.conflicts.map(\.kind) == [.bothChanged, .sameSubject])
        #expect(merge.conflicts[0].ours?.contains("收回编制: 1") == true)
        #expect(merge.conflicts[0].theirs?.contains("收回编制: 2") == true)
        #expect(merge.conflicts[1].theirs?.contains("新名中心") == true)
        #expect(merge.text.contains("#! 冲突1") && merge.text.contains("#! 冲突2"))
        // Until somebody chooses, what they had in common stands.
        let merged = try WrittenPlan(merge.text)
        #expect(
            merged.plan.steps.map(\.action) == (try desk.plan("案", base, desk.merger(2))).plan.steps.map(\.action))
        let failure = #expect(throws: OfficeFailure.self) { try desk.decide(merged) }
        #expect(failure?.code == "open-conflicts")
        let chosen = merge.text.split(separator: "\n").filter { !$0.contains("#") }.joined(separator: "\n")
        try desk.decide(try WrittenPlan(chosen + "\n"))
    }

    @Test func wavesMergeToo() throws {
        let desk = try PlanOffice()
        func waves(_ later: String, day: String = PlanOffice.later) throws -> WrittenPlan {
            try WrittenPlan(
                "方案: 案\n波次:\n  - 施行: \(PlanOffice.day)\n    步骤:\n      - \(desk.merger(0))\n  - 施行: \(day)\n    条件: [批准]\n"
                    + "    步骤:\n\(later)")
        }
        try desk.save(try waves("      - \(desk.merger(1))\n"), "主稿")
        try desk.office.desk.branchDraft(
            "主稿", as: "分稿", by: desk.office.officer("丙"), from: &desk.office.source, at: desk.office.later())
        try desk.save(try waves("      - \(desk.merger(1))\n", day: "2021-01-20"), "主稿", from: 1)
        try desk.save(try waves("      - \(desk.merger(1))\n      - \(desk.merger(2))\n"), "分稿", from: 1)
        let merge = try desk.office.desk.mergeDrafts(
            desk.office.desk.draft(named: "主稿"), desk.office.desk.draft(named: "分稿"), at: desk.office.later())
        #expect(merge.conflicts.isEmpty)
        let plan = try WrittenPlan(merge.text).plan
        #expect(plan.later.map(\.day) == [try #require(Day(iso: "2021-01-20"))])
        #expect(plan.later[0].conditions == [.stated("批准")])
        #expect(plan.later[0].steps.count == 2 && plan.first.steps.count == 1)
    }

    @Test func copiesHaveNoTie() throws {
        let desk = try PlanOffice()
        try desk.save(try desk.plan("案", desk.merger(0)), "主稿")
        try desk.decide(try desk.plan("别的", desk.merger(1)))
        let copy = try desk.office.desk.copyDraft(
            "主稿", as: "抄件", by: desk.office.officer("丙"), from: &desk.office.source, at: desk.office.later())
        #expect(copy.base == 2)
        let failure = #expect(throws: OfficeFailure.self) {
            _ = try desk.office.desk.mergeDrafts(
                desk.office.desk.draft(named: "主稿"), desk.office.desk.draft(named: "抄件"), at: desk.office.later())
        }
        #expect(failure?.code == "no-ancestor")
        let draft = try desk.office.desk.draft(named: "主稿")
        #expect(draft.last.base == 1)
        #expect(try desk.office.desk.rebaseDraft(draft, at: desk.office.later()).isUnchanged)
        let moved = try desk.office.desk.moveDraft(draft, by: desk.office.officer("甲"), at: desk.office.later())
        #expect((moved.revision, moved.base) == (2, 2))
    }
}
