import Accounts
import Basics
import Office
import Registry

extension Visit {
    /// How many are offered at once.
    static let mostCandidates = 12

    /// What may be meant by what was typed, of what the viewer may see on a day, and how much of it there is in all.
    /// - Parameters:
    ///   - reach: the bodies that are the viewer's to see.
    ///   - form: the form that somebody is chosen for, which is what people are looked up for; without one they are found by
    ///     their bodies alone.
    func candidates(
        _ pick: Pick, _ typed: String, _ asOf: AsOf, within reach: Reach, for form: ChangeForm? = nil
    ) throws(OfficeFailure) -> (found: [Candidate], total: Int) {
        let (derived, register) = (workbench.derived, asOf.register)
        switch pick {
        case .bodies, .closedBodies:
            let shelf = try derived.bodiesToChoose(asOf, of: workbench.desk)
            let (matches, total) = shelf.find(typed, atMost: Visit.mostCandidates) { id in
                register.institutions[id].map { $0.isActive == (pick == .bodies) } ?? false
                    && reach.holds(id, in: register)
            }
            return (matches.compactMap { candidate($0, pick, in: register) }, total)
        case .holders:
            let pools = [Holder.districtPool, .turnoverPool, .grant, .returned].compactMap { $0.name.map(say) }
                .filter { reach == .everywhere && $0.lowercased().contains(typed.lowercased()) }
                .map { Candidate(value: $0, title: $0, detail: "", isWhole: $0 == typed) }
            let bodies = try candidates(.bodies, typed, asOf, within: reach)
            return (Array((pools + bodies.found).prefix(Visit.mostCandidates)), pools.count + bodies.total)
        case .matters:
            guard reach == .everywhere else { return ([], 0) }
            let (matches, total) = try derived.mattersToChoose(asOf).find(typed, atMost: Visit.mostCandidates) { _ in
                true
            }
            return (
                matches.compactMap { match in
                    candidate(
                        .matters, match.subject.description, in: register, within: reach, isWhole: match.isWhole)
                }, total
            )
        case .duties:
            let (matches, total) = try derived.dutiesToChoose(asOf).find(typed, atMost: Visit.mostCandidates) { id in
                register.duties[id].map { reach.holds($0.holder, in: register) } ?? false
            }
            let marks = Mark.of(matches.map(\.subject), among: register.duties.keys)
            return (
                matches.compactMap { match in
                    register.duties[match.subject].map { duty in
                        candidate(
                            duty, marks[duty.id] ?? "", in: register, isWhole: match.isWhole && match.role == .duty)
                    }
                }, total
            )
        case .people: return try people(typed, asOf, within: reach, for: form)
        case .reservations:
            let found = try derived.reservationsToChoose(asOf)
            let (matches, total) = found.find(typed, atMost: Visit.mostCandidates) { id in
                register.ledger.reservations[id].map { isOpen($0, within: reach, in: register) } ?? false
            }
            return (
                matches.compactMap { match in
                    register.ledger.reservations[match.subject].map { candidate($0, in: register) }
                }, total
            )
        }
    }

    /// The one thing of a kind that has an identifier, as a field says it; nil where it is not the viewer's to see.
    func candidate(
        _ pick: Pick, _ id: String, in register: Register, within reach: Reach, isWhole: Bool = false
    ) -> Candidate? {
        switch pick {
        case .bodies, .closedBodies, .holders:
            return Institution.ID(id).flatMap { reach.holds($0, in: register) ? register.institutions[$0] : nil }
                .map { candidate($0, in: register) }
        case .matters:
            guard reach == .everywhere, let matter = Matter.ID(id).flatMap({ register.matters[$0] }) else { return nil }
            let isShared = register.matters.values.contains { $0.id != matter.id && $0.name == matter.name }
            return Candidate(
                value: isShared ? "\(matter.name) \(Mark.of(matter.id, among: register.matters.keys))" : matter.name,
                title: matter.name, detail: matter.catalogue, isWhole: isWhole)
        case .duties:
            guard let duty = DutyStatement.ID(id).flatMap({ register.duties[$0] }),
                reach.holds(duty.holder, in: register)
            else { return nil }
            return candidate(duty, Mark.of(duty.id, among: register.duties.keys), in: register)
        case .reservations:
            guard let reservation = Reservation.ID(id).flatMap({ register.ledger.reservations[$0] }),
                isOpen(reservation, within: reach, in: register)
            else { return nil }
            return candidate(reservation, in: register)
        case .people:
            guard let person = Person.ID(id).flatMap({ register.people[$0] }), reach.holds(person, in: register) else {
                return nil
            }
            return candidate(person, named: nil, Mark.of(person.id, among: register.people.keys), in: register)
        }
    }

    private func candidate(
        _ duty: DutyStatement, _ mark: String, in register: Register, isWhole: Bool = false
    ) -> Candidate {
        let holder = register.institutions[duty.holder]?.profile.name ?? ""
        let text = duty.text.prefix(60) + (duty.text.count > 60 ? "……" : "")
        return Candidate(
            value: "\(holder) \(duty.number). \(text) \(mark)", title: "\(duty.number). \(text)", detail: holder,
            isWhole: isWhole)
    }

    /// What is put aside for whoever may use it: of bodies within reach, or of a pool to whoever moves heads.
    private func isOpen(_ reservation: Reservation, within reach: Reach, in register: Register) -> Bool {
        reservation.account.holder.institution.map { reach.holds($0, in: register) } ?? may(.move)
    }

    /// Chosen by whose it is and what it is for, never by its identifier alone.
    private func candidate(_ reservation: Reservation, in register: Register) -> Candidate {
        let holder = reservation.account.holder
        let body = holder.institution.flatMap { register.institutions[$0]?.profile.name }
        let (count, kind) = (reservation.count, say(reservation.account.commodity.name))
        let title = say(
            "\(body ?? holder.name.map(say) ?? "")：\(kind)\(count)名",
            "\(body ?? holder.name.map(say) ?? ""): \(count) \(kind)")
        let fills: [(key: String, value: String)] = body.map { [("body", $0), ("kind", kind)] } ?? []
        return Candidate(
            value: "\(title) \(Mark.of(reservation.id, among: register.ledger.reservations.keys))", title: title,
            detail: say("至\(say(reservation.lastDay))", "until \(say(reservation.lastDay))"),
            fills: fills)
    }

    private func candidate(
        _ match: ChoiceShelf<Institution.ID>.Match, _ pick: Pick, in register: Register
    ) -> Candidate? {
        guard let body = register.institutions[match.subject] else { return nil }
        let made = candidate(body, in: register)
        // Found by another text than its name, it says by which.
        let by = match.role == .name ? nil : say(match.role.name) + say("：", ": ") + match.text
        return Candidate(
            value: made.value, title: made.title,
            detail: [by, made.detail].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: say("，", ", ")),
            isWhole: match.isWhole)
    }

    private func candidate(_ body: Institution, in register: Register) -> Candidate {
        let profile = body.profile
        let supervisor = profile.supervisor.flatMap { register.institutions[$0]?.profile.name }
        let detail = [
            say(profile.type.name), profile.officeCode, supervisor.map { say("主管：\($0)", "under \($0)") },
            body.isActive ? nil : say("已撤销", "closed"),
        ]
        return Candidate(
            // Of the living no two have one name; of the closed they may.
            value: body.isActive
                ? profile.name : "\(profile.name) \(Mark.of(body.id, among: register.institutions.keys))",
            title: profile.name, detail: detail.compactMap { $0 }.joined(separator: say("，", ", ")))
    }

    /// People of the bodies within reach. Names are found, and shown, only to whoever may see personal data, for the form they
    /// fill in; that they looked stands on record before they see any.
    private func people(
        _ typed: String, _ asOf: AsOf, within reach: Reach, for form: ChangeForm?
    ) throws(OfficeFailure) -> (found: [Candidate], total: Int) {
        let register = asOf.register
        func isOpen(_ person: Person) -> Bool { reach.holds(person, in: register) }
        var source = SystemRandomNumberGenerator()
        guard may(.revealPersonal), let form, !typed.isEmpty else {
            let all = try workbench.derived.peopleToChoose(asOf, of: workbench.desk)
            let (people, total) = try workbench.desk.desk().choosePeople(
                typed, among: all, people: .withheld, atMost: Visit.mostCandidates, where: isOpen, at: now,
                from: &source)
            return (candidates(people, in: register), total)
        }
        let purpose = say("填报：\(form.name.zh)", "Filling in: \(form.name.en)")
        let right = PeopleRight.granted(to: visitor, purpose: purpose)
        let all = try workbench.derived.namedPeopleToChoose(asOf, of: workbench.desk, by: right)
        let (people, total) = try workbench.desk.desk().choosePeople(
            typed, among: all, people: right, atMost: Visit.mostCandidates, where: isOpen, at: now, from: &source)
        return (candidates(people, in: register), total)
    }

    private func candidates(_ people: [PersonChoice], in register: Register) -> [Candidate] {
        let marks = Mark.of(people.map(\.person.id), among: register.people.keys)
        return people.map {
            candidate($0.person, named: $0.name, marks[$0.person.id] ?? "", in: register, isWhole: $0.isCalledSo)
        }
    }

    private func candidate(
        _ person: Person, named name: String?, _ mark: String, in register: Register, isWhole: Bool = false
    ) -> Candidate {
        let title = name ?? person.places.first?.origin.map { "\($0)" } ?? say("人员", "Person")
        let places = person.places.map { place in
            [
                register.institutions[place.institution]?.profile.name ?? "", say(place.kind.name),
                place.role.map { say($0.name) },
            ]
            .compactMap { $0 }.joined(separator: say("，", ", "))
        }
        let stay =
            places.isEmpty
            ? [person.exit.map { say("已下编（\(say($0.name))）", "left (\(say($0.name)))") } ?? say("不在编", "no place")]
            : places
        let detail = (stay + [say(person.status.name)]).joined(separator: say("；", "; "))
        let home = person.places.first.flatMap { register.institutions[$0.institution]?.profile.name }
        var fills: [(key: String, value: String)] = []
        if person.places.count == 1, let place = person.places.first, let home {
            for key in ["body", "from"] { fills.append((key, home)) }
            for key in ["kind", "from-kind"] { fills.append((key, say(place.kind.name))) }
        }
        let shown = home.map { say("\(title)（\($0)）", "\(title) (\($0))") } ?? title
        return Candidate(
            value: "\(shown) \(mark)", title: title, detail: detail, isWhole: isWhole, fills: fills)
    }
}

extension Reach {
    /// Whether somebody belongs to a body within it, or works there.
    func holds(_ person: Person, in register: Register) -> Bool {
        if self == .everywhere { return true }
        return (person.places.map(\.institution) + [person.workplace].compactMap { $0 }).contains {
            holds($0, in: register)
        }
    }
}
