import Basics
import Registry

extension Expansion {
    /// Splits a body into parts. Each takes what it names; one part may take the rest, and the body itself may be a part,
    /// which then goes on with the rest. Otherwise the body ends, and what no part names is asked for.
    mutating func split(_ name: String, _ parts: [SplitPart]) throws(StepProblem) {
        let subject = try body(name)
        try requireKnown(subject)
        var targets: [(part: SplitPart, body: Institution)] = []
        for part in parts {
            attempt { (work) throws(StepProblem) in
                let target = try work.target(of: part, of: subject)
                guard !targets.contains(where: { $0.body.id == target.id }) else { throw .repeatedBody(part.name) }
                targets.append((part, target))
            }
        }
        guard problems.isEmpty else { return }
        let stays = targets.contains { $0.body.id == subject.id }
        guard targets.count > 1 || (!stays && !targets.isEmpty) else { throw .missing("为") }
        approvePosts(of: subject, targets, stays: stays)
        for (part, target) in targets where target.id != subject.id {
            attempt { (work) throws(StepProblem) in try work.hand(part, of: subject, to: target) }
        }
        guard !stays else { return }
        if let heir = targets.first(where: { $0.part.takesRest })?.body {
            handRest(of: subject, to: heir)
        } else {
            askForRest(of: subject)
        }
        guard problems.isEmpty else { return }
        endLoans(to: subject.id, takenBy: nil)
        close(subject, successors: targets.map(\.body.id))
    }

    private mutating func target(of part: SplitPart, of subject: Institution) throws(StepProblem) -> Institution {
        guard let attributes = part.new else { return try body(part.name) }
        return try establish(part.name, attributes, after: subject.profile)
    }

    /// Leader posts first, so that leaders find theirs: those of a body that ends go to the pool, and the parts take
    /// theirs from there.
    private mutating func approvePosts(
        of subject: Institution, _ targets: [(part: SplitPart, body: Institution)], stays: Bool
    ) {
        if !stays {
            for holding in register.ledger.holdings(of: .institution(subject.id)) {
                guard holding.commodity.group == .posts, holding.amount > 0 else { continue }
                make(.move(holding.commodity, count: holding.amount, from: .institution(subject.id), to: .districtPool))
            }
        }
        let own = targets.first { $0.body.id == subject.id }?.part.posts ?? [:]
        // What the body gives up first, so that the others take it from the pool; its leaders beyond the new number go
        // with the parts, or the register says that they have not.
        lower(subject, to: own)
        for (part, target) in targets where !part.posts.isEmpty && target.id != subject.id {
            attempt { (work) throws(StepProblem) in try work.setPosts(of: target, part.posts, absorb: nil) }
        }
        let more = own.filter { register.approvedPosts($0.key, of: subject.id) < $0.value }
        if !more.isEmpty {
            attempt { (work) throws(StepProblem) in try work.setPosts(of: subject, more, absorb: nil) }
        }
    }

    private mutating func lower(_ subject: Institution, to posts: [LeaderRole: Int]) {
        for role in posts.keys.sorted() {
            var over = register.approvedPosts(role, of: subject.id) - (posts[role] ?? 0)
            for holding in register.ledger.holdings(of: .institution(subject.id)) where over > 0 {
                guard case .posts(let post) = holding.commodity, post.role == role, holding.amount > 0 else { continue }
                let moved = min(over, holding.amount)
                over -= moved
                make(.move(holding.commodity, count: moved, from: .institution(subject.id), to: .districtPool))
            }
        }
    }

    /// What a part names goes there.
    private mutating func hand(
        _ part: SplitPart, of subject: Institution, to target: Institution
    ) throws(StepProblem) {
        for selection in part.duties {
            attempt { (work) throws(StepProblem) in
                for duty in try work.select(selection, of: subject) { work.move(duty, to: target.id) }
            }
        }
        attempt { (work) throws(StepProblem) in try work.handHeads(part, of: subject, to: target) }
        if let choice = part.people {
            attempt { (work) throws(StepProblem) in
                for person in try work.choose(choice, from: subject, to: target, nil) {
                    work.move(person, from: subject, to: target, nil, withHead: false, keepingRole: true)
                }
            }
        }
        try require(
            part.plates + part.units, among: subject.plates + subject.units.map(\.name), of: subject)
        move(plates: part.plates, of: subject, to: target)
        move(units: subject.units.filter { part.units.contains($0.name) }, of: subject, to: target)
        for name in part.children {
            attempt { (work) throws(StepProblem) in
                let child = try work.body(name)
                guard child.profile.supervisor == subject.id else { throw .notBelow(name, subject.profile.name) }
                work.make(.amend(child.id, .supervisor(target.id)))
            }
        }
    }

    private mutating func handHeads(
        _ part: SplitPart, of subject: Institution, to target: Institution
    ) throws(StepProblem) {
        let holder = Holder.institution(subject.id)
        for kind in part.heads.keys.sorted() {
            let count = part.heads[kind] ?? 0
            let there = register.ledger.balance(of: Account(holder, .heads(kind)))
            guard count <= there else { throw .notEnoughHeads(subject.profile.name, asked: count, there: there) }
            if count > 0 { make(.move(.heads(kind), count: count, from: holder, to: .institution(target.id))) }
        }
        var left = part.anyHeads
        for holding in register.ledger.holdings(of: holder) where left > 0 {
            guard holding.commodity.group == .heads, holding.amount > 0 else { continue }
            let moved = min(left, holding.amount)
            left -= moved
            make(.move(holding.commodity, count: moved, from: holder, to: .institution(target.id)))
        }
        guard left == 0 else {
            throw .notEnoughHeads(subject.profile.name, asked: part.anyHeads, there: part.anyHeads - left)
        }
    }

    private mutating func handRest(of subject: Institution, to heir: Institution) {
        for duty in register.duties(of: subject.id) { move(duty, to: heir.id) }
        moveBalances(from: subject, heads: .institution(heir.id), posts: .districtPool)
        endLoans(to: subject.id, takenBy: heir.id)
        takePeople(of: subject, to: heir)
        let left = register.institutions[subject.id]
        move(plates: left?.plates ?? [], of: subject, to: heir)
        move(units: left?.units ?? [], of: subject, to: heir)
        for child in register.dependents(of: subject.id) {
            make(.amend(child, .supervisor(child == heir.id ? subject.profile.supervisor : heir.id)))
        }
        for guest in register.guests(of: subject.id) { rehost(guest, from: subject.id, to: heir.id) }
    }

    /// Names all that no part takes.
    private mutating func askForRest(of subject: Institution) {
        let name = subject.profile.name
        let duties = register.duties(of: subject.id)
        if !duties.isEmpty { note(.dutiesWithoutTaker(name, duties.map(\.text))) }
        let heads = register.approvedHeads(of: subject.id) ?? 0
        if heads > 0 { note(.headsWithoutTaker(name, heads)) }
        let presence = register.presence(of: subject.id)
        let people = presence.staff.count + presence.visitors.count
        if people > 0 { note(.peopleWithoutPlace(name, people)) }
        let left = register.institutions[subject.id]
        let signs = (left?.plates ?? []) + (left?.units.map(\.name) ?? [])
        if !signs.isEmpty { note(.signsWithoutTaker(name, signs)) }
        let children = register.dependents(of: subject.id)
        let below = children + register.guests(of: subject.id).filter { !children.contains($0) && $0 != subject.id }
        if !below.isEmpty {
            note(.childrenWithoutSupervisor(name, below.compactMap { register.institutions[$0]?.profile.name }))
        }
    }
}
