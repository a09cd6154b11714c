import Basics
import Registry

/// What a step came to and what it comes to now, compared change by change and said by subject.
struct Differences {
    let since: Since
    let before: Register
    let after: Register
    private var found: [StepDrift.Difference] = []

    init(since: Since, before: Register, after: Register) {
        self.since = since
        self.before = before
        self.after = after
    }

    /// The differences between the changes of a step, none where they are the same.
    static func between(
        _ old: some Collection<Change>, _ new: some Collection<Change>, since: Since, before: Register, after: Register
    ) -> [StepDrift.Difference] {
        guard !old.elementsEqual(new) else { return [] }
        var differences = Differences(since: since, before: before, after: after)
        differences.compareBalances(old, new)
        differences.comparePeople(old, new)
        differences.compareDuties(old, new)
        differences.compareOthers(old, new)
        if differences.found.isEmpty {
            differences.found.append(
                StepDrift.Difference(
                    wording: Wording(zh: "变动的先后次序不同", en: "the same changes in another order"), acts: []))
        }
        return differences.found
    }

    private mutating func add(zh: String, en: String, _ positions: [Int]) {
        found.append(
            StepDrift.Difference(
                wording: Wording(zh: zh + acts(positions, zh: true), en: en + acts(positions, zh: false)),
                acts: positions))
    }

    private func name(_ id: Institution.ID) -> String {
        (after.institutions[id] ?? before.institutions[id])?.profile.name ?? "新设机构"
    }

    private func name(_ holder: Holder) -> Wording {
        holder.name ?? holder.institution.map { Wording(zh: name($0), en: name($0)) } ?? Wording(zh: "", en: "")
    }

    // Heads and posts

    private struct Flow: Hashable {
        let commodity: Commodity
        let other: Commodity?
        let from: Holder
        let to: Holder
    }

    private func flows(_ changes: some Collection<Change>) -> [(key: Flow, value: Int)] {
        var order: [Flow] = []
        var counts: [Flow: Int] = [:]
        for change in changes {
            let flow: Flow
            let count: Int
            switch change {
            case .move(let commodity, let moved, let from, let to):
                (flow, count) = (Flow(commodity: commodity, other: nil, from: from, to: to), moved)
            case .exchange(let holder, let moved, let give, let take):
                (flow, count) = (Flow(commodity: give, other: take, from: holder, to: holder), moved)
            default: continue
            }
            if counts[flow] == nil { order.append(flow) }
            counts[flow, default: 0] += count
        }
        return order.map { ($0, counts[$0] ?? 0) }
    }

    private mutating func compareBalances(_ old: some Collection<Change>, _ new: some Collection<Change>) {
        let then = flows(old)
        let now = flows(new)
        let counts = (Dictionary(then) { $1 }, Dictionary(now) { $1 })
        for flow in then.map(\.key) + now.map(\.key).filter({ counts.0[$0] == nil }) {
            let (was, becomes) = (counts.0[flow] ?? 0, counts.1[flow] ?? 0)
            guard was != becomes else { continue }
            let positions = Set(
                since.touching(Account(flow.from, flow.commodity)) + since.touching(Account(flow.to, flow.commodity))
            ).sorted()
            let (from, to) = (name(flow.from), name(flow.to))
            if let take = flow.other {
                add(
                    zh: "\(from.zh)\(flow.commodity.name.zh)置换为\(take.name.zh) \(was)→\(becomes) 名",
                    en: "\(from.en) exchanges \(was) → \(becomes) \(flow.commodity.name.en) for \(take.name.en)",
                    positions)
            } else {
                add(
                    zh: "\(flow.commodity.name.zh)（\(from.zh)→\(to.zh)） \(was)→\(becomes) 名",
                    en: "\(flow.commodity.name.en) (\(from.en) → \(to.en)) \(was) → \(becomes)", positions)
            }
        }
    }

    // People

    private struct Passage: Hashable {
        let from: Institution.ID?
        let to: Institution.ID?
        let verb: Verb

        enum Verb: Hashable {
            case move, leave, workplace, post
        }
    }

    private func passages(_ changes: some Collection<Change>) -> [Passage: Set<Person.ID>] {
        var passages: [Passage: Set<Person.ID>] = [:]
        for change in changes {
            switch change {
            case .transfer(let id, let from, _, let place):
                passages[Passage(from: from, to: place.institution, verb: .move), default: []].insert(id)
                if place.role != nil {
                    passages[Passage(from: nil, to: place.institution, verb: .post), default: []].insert(id)
                }
            case .leave(let id, let from, _, _):
                passages[Passage(from: from, to: nil, verb: .leave), default: []].insert(id)
            case .setWorkplace(let id, let body):
                passages[Passage(from: nil, to: body, verb: .workplace), default: []].insert(id)
            case .appoint(let id, let body, _, let role):
                passages[
                    Passage(from: role == nil ? body : nil, to: role == nil ? nil : body, verb: .post), default: []
                ]
                .insert(id)
            default: break
            }
        }
        return passages
    }

    private mutating func comparePeople(_ old: some Collection<Change>, _ new: some Collection<Change>) {
        let (then, now) = (passages(old), passages(new))
        let keys = Set(then.keys).union(now.keys).sorted { one, other in
            (sortKey(one.from), sortKey(one.to), "\(one.verb)")
                < (sortKey(other.from), sortKey(other.to), "\(other.verb)")
        }
        for key in keys {
            let (was, becomes) = (then[key] ?? [], now[key] ?? [])
            guard was != becomes else { continue }
            let (reasons, positions) = reasons(for: was.symmetricDifference(becomes))
            let what = words(key)
            let why =
                reasons.isEmpty
                ? Wording(zh: "", en: "")
                : Wording(
                    zh: "：" + reasons.map(\.zh).joined(separator: "，"),
                    en: ": " + reasons.map(\.en).joined(separator: ", "))
            let text = Wording(
                zh: "\(what.zh) \(was.count)→\(becomes.count) 名\(why.zh)",
                en: "\(what.en) \(was.count) → \(becomes.count)\(why.en)")
            found.append(StepDrift.Difference(wording: text, acts: positions))
        }
    }

    private func sortKey(_ id: Institution.ID?) -> String { id.map(name) ?? "" }

    private func words(_ passage: Passage) -> Wording {
        let from = passage.from.map(name) ?? ""
        let to = passage.to.map(name) ?? ""
        return switch passage.verb {
        case .move: Wording(zh: "人员（\(from)→\(to)）", en: "people (\(from) → \(to))")
        case .leave: Wording(zh: "下编人员（\(from)）", en: "people leaving \(from)")
        case .workplace:
            to.isEmpty
                ? Wording(zh: "回本单位工作人员", en: "people called back")
                : Wording(zh: "到\(to)工作人员", en: "people at work in \(to)")
        case .post:
            to.isEmpty
                ? Wording(zh: "免去领导职务人员（\(from)）", en: "leaders stepping down (\(from))")
                : Wording(zh: "任领导职务人员（\(to)）", en: "leaders in post (\(to))")
        }
    }

    /// What became of people since, by what it was, with the Acts in brackets: 1 人退休（第9号决定）.
    private func reasons(for people: Set<Person.ID>) -> (words: [Wording], positions: [Int]) {
        var counts: [Wording: [Int]] = [:]
        for id in people {
            for (position, change) in since.changes(of: id) {
                guard let why = reason(of: change) else { continue }
                counts[why, default: []].append(position)
            }
        }
        let words = counts.sorted { $0.key.zh < $1.key.zh }.map { why, positions in
            let places = Set(positions).sorted()
            return Wording(
                zh: "\(positions.count) 人\(why.zh)\(acts(places, zh: true))",
                en: "\(positions.count) \(why.en)\(acts(places, zh: false))")
        }
        return (words, Set(counts.values.flatMap { $0 }).sorted())
    }

    private func reason(of change: Change) -> Wording? {
        switch change {
        case .leave(_, _, _, let cause?): cause.name
        case .leave: Wording(zh: "退出重复占编", en: "out of a second place")
        case .enrol: Wording(zh: "上编", en: "enrolled")
        case .transfer: Wording(zh: "转隶", en: "transferred")
        case .setWorkplace: Wording(zh: "改变工作单位", en: "at work elsewhere")
        case .appoint: Wording(zh: "任免", en: "appointed or out of post")
        case .setDisputed: Wording(zh: "身份存疑或查清", en: "identity disputed or settled")
        default: nil
        }
    }

    // Duties

    private mutating func compareDuties(_ old: some Collection<Change>, _ new: some Collection<Change>) {
        let (then, now) = (fates(old), fates(new))
        for id in Set(then.keys).union(now.keys).sorted() where then[id] != now[id] {
            let text = (after.duties[id] ?? before.duties[id])?.text ?? ""
            let positions = since.touching(duty: id, at: then[id]?.to ?? now[id]?.to)
            let (was, becomes) = (words(then[id]), words(now[id]))
            add(
                zh: "职责“\(text)”：\(was.zh)→\(becomes.zh)", en: "duty “\(text)”: \(was.en) → \(becomes.en)",
                positions)
        }
    }

    private enum Fate: Hashable {
        case moved(Institution.ID, Int)
        case dropped

        var to: Institution.ID? { if case .moved(let id, _) = self { id } else { nil } }
    }

    private func fates(_ changes: some Collection<Change>) -> [DutyStatement.ID: Fate] {
        var fates: [DutyStatement.ID: Fate] = [:]
        for change in changes {
            switch change {
            case .moveDuty(let id, let to, let number): fates[id] = .moved(to, number)
            case .dropDuty(let id, _): fates[id] = .dropped
            default: break
            }
        }
        return fates
    }

    private func words(_ fate: Fate?) -> Wording {
        switch fate {
        case nil: Wording(zh: "不涉及", en: "not part of it")
        case .dropped: Wording(zh: "取消", en: "dropped")
        case .moved(let id, let number): Wording(zh: "划入\(name(id))第\(number)项", en: "to \(name(id)), number \(number)")
        }
    }

    // Everything else

    private mutating func compareOthers(_ old: some Collection<Change>, _ new: some Collection<Change>) {
        let (then, now) = (old.filter(isOther), new.filter(isOther))
        let (gone, come) = (Set(then).subtracting(now), Set(now).subtracting(then))
        for (change, isGone) in then.filter(gone.contains).map({ ($0, true) })
            + now.filter(come.contains).map({ ($0, false) })
        {
            let touched = Footprint(of: [change], in: isGone ? before : after)
            let names = touched.bodies.map(name).sorted().joined(separator: "、")
            let positions = since.touching(touched)
            let what = change.verb
            if isGone {
                add(zh: "不再\(what.zh)（\(names)）", en: "no longer: \(what.en) (\(names))", positions)
            } else {
                add(zh: "增加\(what.zh)（\(names)）", en: "added: \(what.en) (\(names))", positions)
            }
        }
    }

    private func isOther(_ change: Change) -> Bool {
        switch change {
        case .move, .exchange, .transfer, .leave, .setWorkplace, .appoint, .moveDuty, .dropDuty: false
        default: true
        }
    }
}

extension Since {
    /// The positions that touch a duty, or else the body that it goes to.
    fileprivate func touching(duty id: DutyStatement.ID, at body: Institution.ID?) -> [Int] {
        var covered = Footprint()
        covered.duties = [id]
        let own = touching(covered)
        guard own.isEmpty, let body else { return own }
        return touching(dutiesOf: body)
    }
}

extension Change {
    /// What kind of change it is, in a word or two.
    fileprivate var verb: Wording {
        switch self {
        case .establish: Wording(zh: "设立", en: "set up")
        case .abolish: Wording(zh: "撤销", en: "close")
        case .restore: Wording(zh: "恢复", en: "reopen")
        case .amend: Wording(zh: "调整属性", en: "change an attribute")
        case .hangPlate: Wording(zh: "挂牌", en: "hang a plate")
        case .removePlate: Wording(zh: "摘牌", en: "remove a plate")
        case .addUnit: Wording(zh: "设内设机构", en: "add a unit")
        case .dropUnit: Wording(zh: "撤内设机构", en: "drop a unit")
        case .reserve, .settle, .void, .expire: Wording(zh: "办理预留", en: "a reservation")
        case .lock, .unlock: Wording(zh: "锁定或解锁", en: "lock or unlock")
        case .stateDuty, .reviseDuty: Wording(zh: "写明职责", en: "state a duty")
        case .defineMatter, .joinMatter, .leaveMatter, .setGap: Wording(zh: "事项关联", en: "a part in a matter")
        case .openTolerance, .moveTolerance, .closeTolerance: Wording(zh: "容忍项", en: "a tolerance")
        default: Wording(zh: "变动", en: "a change")
        }
    }
}
