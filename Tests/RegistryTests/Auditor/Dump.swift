import Basics
import Registry

extension State {
    /// The whole state as sorted lines of text, one a thing, for a person who looks for a difference.
    package var dump: [String] {
        var lines: [String] = []
        for (id, body) in bodies {
            let closed = body.closedBy.map { " closed by \($0) into \(body.successors)" } ?? ""
            lines.append(
                "body \(id) \(body.profile) plates \(body.plates) units \(body.units)\(closed)"
                    + " lock \(said(body.lock)) from \(said(body.origin))")
        }
        for duty in duties.values {
            lines.append("duty \(duty.id) of \(duty.holder) no. \(duty.number) \(duty.text) from \(said(duty.origin))")
        }
        for (id, matter) in matters {
            lines.append(
                "matter \(id) \(matter.name) in \(matter.catalogue) from \(said(matter.origin)) parts \(matter.parts)"
                    + " gaps \(matter.gaps.sorted())")
        }
        for (id, human) in people {
            lines.append(
                "person \(id) \(human.personal.short) \(human.status) places \(human.places)"
                    + " position \(said(human.position)) works at \(said(human.workplace))"
                    + " entered \(said(human.entered)) disputed \(human.isDisputed) left \(said(human.exit))"
                    + " from \(said(human.origin))")
        }
        for (account, amount) in balances { lines.append("account \(account) \(amount)") }
        for (id, reservation) in reservations { lines.append("reservation \(id) \(reservation)") }
        for (commodity, ceiling) in ceilings { lines.append("ceiling \(commodity) \(ceiling)") }
        for group in unknown { lines.append("unknown \(group.body) \(group.group)") }
        for (code, adopted) in rules { lines.append("rules \(code) \(adopted)") }
        for (invariant, allowance) in tolerances { lines.append("tolerance \(invariant) \(allowance)") }
        return lines.sorted()
    }
}

extension Tally {
    /// What was counted, as sorted lines of text.
    package var dump: [String] {
        var lines: [String] = []
        for (id, kinds) in occupied { for (kind, n) in kinds { lines.append("occupied \(id) \(kind) \(n)") } }
        for (id, roles) in leading { for (role, n) in roles { lines.append("leading \(id) \(role) \(n)") } }
        for (id, people) in staff { lines.append("staff \(id) \(people.sorted())") }
        for (id, people) in visitors { lines.append("visitors \(id) \(people.sorted())") }
        for (account, n) in reserved { lines.append("reserved \(account) \(n)") }
        for (id, roles) in reservedPosts { for (role, n) in roles { lines.append("reserved \(id) \(role) \(n)") } }
        for (id, roles) in approvedPosts { for (role, n) in roles { lines.append("approved \(id) \(role) \(n)") } }
        for (id, n) in accounts { lines.append("accounts \(id) \(n)") }
        for (id, all) in reservations { lines.append("reservations \(id) \(all.sorted())") }
        for (id, all) in statements { lines.append("statements \(id) \(all.sorted())") }
        for (id, all) in children { lines.append("children \(id) \(all.sorted())") }
        for (id, all) in matters { lines.append("matters \(id) \(all.sorted())") }
        for (id, all) in guests { lines.append("guests \(id) \(all.sorted())") }
        for (name, all) in named { lines.append("named \(name) \(all.sorted())") }
        return lines.sorted()
    }
}

private func said<Value>(_ value: Value?) -> String { value.map { "\($0)" } ?? "-" }
