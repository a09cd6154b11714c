import Basics
import Consolidation
import Reform
import Registry
import Solver

extension MergerCandidates {
    /// The instance as an ambition weighs it.
    func instance(of ambition: Ambition, likenesses: [BodyPair: LikenessOfTwo]) -> Instance {
        var weighed = instance
        weighed.goals = ambition.goals
        weighed.limits.belowSmallest = ambition.belowSmallest
        weighed.affinities = likenesses.sorted { $0.key < $1.key }.map {
            Affinity($0.key.first, $0.key.second, points: $0.value.points)
        }
        return weighed
    }

    /// Searches, writes the plan and tries it.
    func alternative(
        _ ambition: Ambition, likenesses: [BodyPair: LikenessOfTwo], in register: Register, on day: Day,
        effort: SearchEffort, trying simulate: (Plan) -> Outcome, progress: (SearchProgress) -> Bool
    ) throws(OfficeFailure) -> PlanAlternative {
        let weighed = instance(of: ambition, likenesses: likenesses)
        let result: Regrouping
        do throws(Contradiction) {
            result = try consolidate(
                weighed, seed: effort.seed, work: effort.iterations, solvers: .coin, progress: progress)
        } catch { throw contradiction(error) }
        let mergers = result.grouping.groups.filter { $0.count > 1 }.compactMap {
            explained($0, in: weighed, result.grouping, likenesses: likenesses, register)
        }
        let alone = weighed.appraisal(of: Grouping(weighed.bodies.indices.map { [$0] }))
        let before = weighed.points(of: alone)
        var text: String?
        var outcome: Outcome?
        if !mergers.isEmpty {
            let written = planText(
                merging: mergers.map { $0.planned(in: register) },
                named: "小散弱机构整合方案（\(ambition.name.zh)）", on: day, notes: notes(ambition, result, over: before))
            text = written
            do throws(UnreadablePlan) { outcome = simulate(try readPlan(written)) } catch { throw OfficeFailure(error) }
        }
        return PlanAlternative(
            ambition: ambition, result: result, pointsBefore: before, before: alone,
            after: weighed.appraisal(of: result.grouping), mergers: mergers, text: text,
            model: result.model(of: weighed, named: "SANDING"), outcome: outcome)
    }

    private func notes(_ ambition: Ambition, _ result: Regrouping, over before: Int) -> [Wording] {
        [
            Wording(
                zh: "由 sanding plan optimise 拟出，供经办人修改。\(ambition.name.zh)：\(ambition.weights.zh)。",
                en:
                    "Drafted by sanding plan optimise; change it as you see fit. \(ambition.name.en): \(ambition.weights.en)."
            ),
            result.standing(over: before),
        ]
    }

    private func explained(
        _ group: [Int], in weighed: Instance, _ grouping: Grouping, likenesses: [BodyPair: LikenessOfTwo],
        _ register: Register
    ) -> ExplainedMerger? {
        guard let taker = weighed.taker(of: group) else { return nil }
        let after = weighed.appraisal(of: group)
        let sources = group.filter { $0 != taker }
        var grounds: [(points: Int, wording: Wording)] = []
        for (place, one) in group.enumerated() {
            for other in group.dropFirst(place + 1) {
                guard let likeness = likenesses[BodyPair(one, other)], let why = likeness.wording else { continue }
                let names = (bodies[one].profile.name, bodies[other].profile.name)
                grounds.append(
                    (
                        likeness.points,
                        Wording(zh: "“\(names.0)”与“\(names.1)”\(why.zh)", en: "\(names.0) and \(names.1): \(why.en)")
                    ))
            }
        }
        let otherwise = sources.compactMap { weighed.nextBest(of: $0, in: grouping) }.sorted {
            ($0.cost, $0.body) < ($1.cost, $1.body)
        }
        let planned = posts(of: group, taker: taker, total: after.posts, in: register)
        return ExplainedMerger(
            target: bodies[taker], sources: sources.map { bodies[$0] },
            heads: group.reduce(0) { $0 + weighed.bodies[$1].size }, moved: after.moved,
            postsBefore: group.reduce(0) { sum, body in
                sum + (weighed.bodies[body].posts.map { $0.chiefs + $0.deputies } ?? 0)
            }, posts: planned,
            grounds: grounds.sorted { $0.points > $1.points }.prefix(3).map(\.wording),
            otherwise: otherwise.map { next in
                ExplainedMerger.Otherwise(
                    body: bodies[next.body], place: weighed.taker(of: next.place).map { bodies[$0] }, cost: next.cost)
            })
    }

    /// The posts the taker is to have: one chief where there was one, the rest deputies; never fewer than lead there.
    private func posts(of group: [Int], taker: Int, total: Int, in register: Register) -> LeaderPosts {
        let chiefs = min(1, group.reduce(0) { $0 + (instance.bodies[$1].posts?.chiefs ?? 0) })
        let there = register.presence(of: bodies[taker].id)
        return LeaderPosts(
            chiefs: max(chiefs, there.leading(.chief)), deputies: max(total - chiefs, there.leading(.deputy)))
    }

    /// What the principles contradict themselves in, with the names of the bodies.
    private func contradiction(_ error: Contradiction) -> OfficeFailure {
        if case .cannotBeTogether(let places) = error {
            let names = places.map { bodies[$0].profile.name }
            return OfficeFailure(
                .input, "cannot-be-together",
                zh: "\(names.joined(separator: "、"))不能按原则所写合在一起：类别、经费、主管部门、编制上限、个数或互斥要求不允许。",
                en:
                    "\(names.joined(separator: ", ")) can't be together as the principles ask: class, funding, supervisor, size, number or a pair to be kept apart forbids it."
            )
        }
        return OfficeFailure(.input, "bad-principles", zh: error.wording.zh, en: error.wording.en)
    }
}

extension ExplainedMerger {
    /// As a step of a plan.
    func planned(in register: Register) -> PlannedMerger {
        var changed: [LeaderRole: Int] = [:]
        for (role, count) in [(LeaderRole.chief, posts.chiefs), (.deputy, posts.deputies)]
        where register.approvedPosts(role, of: target.id) != count {
            changed[role] = count
        }
        return PlannedMerger(
            sources: sources.map(\.profile.name), target: target.profile.name, posts: changed, note: note.zh)
    }
}

extension PlanAlternative {
    /// The points gained over leaving every body as it is.
    package var gain: Int { result.points - pointsBefore }

    /// What no grouping gains more than; nil where that isn't known.
    package var boundOnGain: Int? { result.bound.map { $0 - pointsBefore } }

    /// How good it is, in words: proven, or within a gap.
    package var standing: Wording { result.standing(over: pointsBefore) }
}

extension Regrouping {
    /// How much it gains over leaving things as they are, and how much more could be gained at most.
    func standing(over before: Int) -> Wording {
        let gain = points - before
        let stopped = wasStopped ? Wording(zh: "，提前停止", en: ", stopped early") : Wording(zh: "", en: "")
        let zh = "比不动多\(gain)分，"
        let en = "\(gain) points more than leaving things alone, "
        guard let bound else {
            return Wording(
                zh: zh + "上界未知（\(work)次迭代\(stopped.zh)）。", en: en + "no bound known (\(work) iterations\(stopped.en)).")
        }
        if isProven {
            return Wording(zh: zh + "已证明是最优（\(work)次迭代）。", en: en + "proven best (\(work) iterations).")
        }
        // In hundredths of a per cent, rounded up, so that no gap is said to be smaller than it is.
        let gap = (max(0, bound - points) * 10_000 + max(1, gain) - 1) / max(1, gain)
        let share = "\(gap / 100).\(gap % 100 < 10 ? "0" : "")\(gap % 100)%"
        return Wording(
            zh: zh + "任何分组至多再多\(bound - points)分，即\(share)（\(work)次迭代\(stopped.zh)）。",
            en: en
                + "no grouping has more than \(bound - points) above that, \(share) (\(work) iterations\(stopped.en)).")
    }
}
