import Basics
import Registry
import Testing

/// One row of the table of refusals: the smallest history in which a refusal comes up, and the Act that gets it.
struct RefusalRow: CustomTestStringConvertible, Sendable {
    /// The code that is expected, and a word more where a code has several rows.
    let name: String
    /// What happened before.
    let given: @Sendable (inout SmallDistrict) throws -> Void
    /// The Act that is refused.
    let act: @Sendable (SmallDistrict) -> Act
    /// When it would be recorded.
    let recorded: Day
    /// The refusal, whole.
    let expected: Refusal

    /// A row with an Act of these changes.
    init(
        _ name: String, given: [Change] = [], _ changes: [Change], basis: Act.Basis = .daily, on day: Day = today,
        _ expected: Refusal
    ) {
        self.init(
            name, given: { if !given.isEmpty { try $0.admit(given, basis: .plan, on: today.advanced(by: -30)) } },
            act: { $0.act(changes, basis: basis, on: day) }, expected)
    }

    /// A row with an Act of its own making.
    init(
        _ name: String, given: @escaping @Sendable (inout SmallDistrict) throws -> Void = { _ in },
        act: @escaping @Sendable (SmallDistrict) -> Act, recorded: Day = today, _ expected: Refusal
    ) {
        self.name = name
        self.given = given
        self.act = act
        self.recorded = recorded
        self.expected = expected
    }

    var testDescription: String { name }
}

private typealias D = SmallDistrict
private let today = SmallDistrict.today
private let inCulture = Place(institution: D.culture, kind: .administrative)
private let inTourism = Place(institution: D.tourism, kind: .administrative)
private let plate = "非物质文化遗产中心"

private func reservation(
    _ count: Int = 2, on holder: Holder = .districtPool, _ commodity: Commodity = D.heads,
    for beneficiary: Institution.ID? = nil, until day: Day = today.advanced(by: 30)
) -> Reservation {
    Reservation(
        id: D.notice, account: Account(holder, commodity), count: count, purpose: .headcountUse,
        beneficiary: beneficiary, lastDay: day)
}

extension RefusalRow {
    /// All rows, at least one a code.
    static let all: [RefusalRow] = actRows + subjectRows + changeRows + endRows

    private static let actRows: [RefusalRow] = [
        RefusalRow("nothing-to-do", [], .nothingToDo),
        RefusalRow(
            "document-taken",
            act: {
                let other = Document(citation: D.citation(2020, 1), title: .none, decided: today)
                return $0.act([.hangPlate(D.culture, plate)], document: other)
            }, .documentTaken(D.citation(2020, 1))),
        RefusalRow(
            "four-eyes", act: { $0.act([.hangPlate(D.culture, plate)], deciders: [D.director, D.clerk]) }, .fourEyes),
        RefusalRow(
            "four-eyes, nobody decided",
            act: { $0.act([.hangPlate(D.culture, plate)], basis: .plan, deciders: []) }, .fourEyes),
        RefusalRow(
            "recorded-too-early", act: { $0.act([.hangPlate(D.culture, plate)]) },
            recorded: D.openingDay.advanced(by: 99), .recordedTooEarly),
        RefusalRow("already-opened", [.hangPlate(D.culture, plate)], basis: .opening, .alreadyOpened),
        RefusalRow("not-by-this-act", [.reverse(position: 2, index: 0)], .notByThisAct),
        RefusalRow("not-by-this-act, whatever is named", [.reverse(position: 99, index: 0)], .notByThisAct),
        RefusalRow(
            "not-by-this-act, tolerance",
            [.openTolerance(.onePlace(D.chen), measure: 1, .absorption(until: today))], .notByThisAct),
        RefusalRow(
            "not-by-this-act, baseline later",
            [.openTolerance(.onePlace(D.chen), measure: 1, .baseline)], basis: .plan, .notByThisAct),
    ]

    private static let subjectRows: [RefusalRow] = [
        RefusalRow("unknown-institution", [.hangPlate(D.unheard, plate)], .unknownInstitution(D.unheard)),
        RefusalRow("closed-institution", [.hangPlate(D.hall, plate)], .closedInstitution(D.hall)),
        RefusalRow(
            "closed-institution, successor", [.abolish(D.tourism, successors: [D.hall])], .closedInstitution(D.hall)),
        RefusalRow(
            "identifier-taken", [.establish(D.hall, Profile(name: "艺术馆", type: .publicInstitution), origin: nil)],
            .identifierTaken),
        RefusalRow("name-taken", [.amend(D.tourism, .name("文化局"))], .nameTaken("文化局", D.culture)),
        RefusalRow("not-closed-by", [.restore(D.hall, closedBy: 1)], .notClosedBy(D.hall, position: 1)),
        RefusalRow("not-closed-by, alive", [.restore(D.culture, closedBy: 1)], .notClosedBy(D.culture, position: 1)),
        RefusalRow("unknown-person", [.setDisputed(D.nobody, true)], .unknownPerson(D.nobody)),
        RefusalRow(
            "disputed-identity", given: [.setDisputed(D.lin, true)],
            [.transfer(D.lin, from: D.tourism, .administrative, to: inCulture)], .disputedIdentity(D.lin)),
        RefusalRow(
            "future-person-move",
            act: {
                let move = Change.transfer(D.lin, from: D.tourism, .administrative, to: inCulture)
                return $0.act([move], on: today.advanced(by: 1))
            }, .futurePersonMove(D.lin)),
        RefusalRow(
            "unknown-duty", given: [.dropDuty(D.fairs, reason: .none)], [.reviseDuty(D.fairs, text: "办展")],
            .unknownDuty(D.fairs)),
        RefusalRow("duty-has-matter", [.dropDuty(D.museums, reason: .none)], .dutyHasMatter(D.museums)),
        RefusalRow("unknown-matter", [.leaveMatter(D.permits, D.fairs)], .unknownMatter(D.permits)),
        RefusalRow("unknown-reservation", [.void(D.notice)], .unknownReservation(D.notice)),
        RefusalRow(
            "unknown-reservation, settled twice",
            given: [.reserve(reservation()), .settle(D.notice, count: 2)], [.settle(D.notice, count: 1)],
            .unknownReservation(D.notice)),
        RefusalRow("plate-or-unit", [.removePlate(D.culture, plate)], .plateOrUnit(D.culture, plate)),
        RefusalRow(
            "plate-or-unit, twice", given: [.hangPlate(D.culture, plate)], [.hangPlate(D.culture, plate)],
            .plateOrUnit(D.culture, plate)),
        RefusalRow(
            "locked", given: [.lock(D.culture, reform: D.reform)],
            [.move(D.heads, count: 1, from: .institution(D.culture), to: .districtPool)],
            .locked(D.culture, D.reform)),
        RefusalRow(
            "locked, people", given: [.lock(D.culture, reform: D.reform)],
            [.transfer(D.lin, from: D.tourism, .administrative, to: inCulture)], .locked(D.culture, D.reform)),
        RefusalRow(
            "locked, leaders", given: [.lock(D.culture, reform: D.reform)],
            [.appoint(D.chen, D.culture, .administrative, nil)], .locked(D.culture, D.reform)),
        RefusalRow(
            "locked, workplaces", given: [.lock(D.culture, reform: D.reform)], [.setWorkplace(D.lin, D.culture)],
            .locked(D.culture, D.reform)),
        RefusalRow(
            "locked, from their workplace", given: [.lock(D.culture, reform: D.reform)],
            [.setWorkplace(D.chen, D.tourism)], .locked(D.culture, D.reform)),
        RefusalRow(
            "locked, reserved",
            given: [.reserve(reservation(1, on: .institution(D.culture))), .lock(D.culture, reform: D.reform)],
            [.void(D.notice)], .locked(D.culture, D.reform)),
        RefusalRow(
            "locked, before there is no such place", given: [.lock(D.culture, reform: D.reform)],
            [.transfer(D.lin, from: D.culture, .administrative, to: inTourism)], .locked(D.culture, D.reform)),
        RefusalRow("lock-state", [.unlock(D.culture)], .lockState(D.culture)),
        RefusalRow("unknown-rules", [.repealRules("leaders")], .unknownRules("leaders")),
        RefusalRow("unknown-tolerance", [.closeTolerance(.onePlace(D.chen))], .unknownTolerance(.onePlace(D.chen))),
    ]

    private static let changeRows: [RefusalRow] = [
        RefusalRow("unchanged", [.amend(D.culture, .rank(.zhengke))], .unchanged),
        RefusalRow(
            "supervisor-cycle", given: [.amend(D.tourism, .supervisor(D.culture))],
            [.amend(D.culture, .supervisor(D.tourism))], .supervisorCycle(D.culture)),
        RefusalRow(
            "holds-no-accounts", [.move(D.heads, count: 1, from: .districtPool, to: .institution(D.group))],
            .holdsNoAccounts(D.group)),
        RefusalRow("holds-no-accounts, type", [.amend(D.culture, .type(.outside))], .holdsNoAccounts(D.culture)),
        RefusalRow("blank-text", [.amend(D.culture, .name(" \u{3000}"))], .blankText),
        RefusalRow(
            "unchanged, rules", given: [.adoptRules("leaders", .none)], [.adoptRules("leaders", .none)], .unchanged),
        RefusalRow("blank-text, duty", [.reviseDuty(D.fairs, text: "")], .blankText),
        RefusalRow("blank-text, plate", [.hangPlate(D.culture, "")], .blankText),
        RefusalRow(
            "count-out-of-range", [.move(D.heads, count: 0, from: .districtPool, to: .institution(D.culture))],
            .countOutOfRange(0)),
        RefusalRow(
            "count-out-of-range, beyond all sense",
            [.move(D.heads, count: Int.max, from: .grant, to: .districtPool)], .countOutOfRange(.max)),
        RefusalRow(
            "count-out-of-range, reserved", [.reserve(reservation(Int.max, on: .institution(D.culture)))],
            .countOutOfRange(.max)),
        RefusalRow("count-out-of-range, ceiling", [.setCeiling(D.heads, .max)], .countOutOfRange(.max)),
        RefusalRow("same-account", [.move(D.heads, count: 1, from: .districtPool, to: .districtPool)], .sameAccount),
        RefusalRow(
            "same-account, heads for posts",
            [.exchange(.districtPool, count: 1, give: D.heads, take: D.chiefs)], .sameAccount),
        RefusalRow(
            "unknown-balance",
            given: [
                .establish(D.unheard, Profile(name: "体育局", type: .government), origin: nil),
                .setUnknown(D.unheard, .heads, true),
            ], [.move(D.heads, count: 1, from: .districtPool, to: .institution(D.unheard))],
            .unknownBalance(D.unheard, .heads)),
        RefusalRow("balance-not-empty", [.setUnknown(D.culture, .heads, true)], .balanceNotEmpty(D.culture)),
        RefusalRow(
            "beyond-reservation", given: [.reserve(reservation())], [.settle(D.notice, count: 3)],
            .beyondReservation(D.notice, held: 2)),
        RefusalRow(
            "reservation-term", given: [.reserve(reservation(until: today.advanced(by: -1)))],
            [.settle(D.notice, count: 1)], .reservationTerm(D.notice, lastDay: today.advanced(by: -1))),
        RefusalRow(
            "reservation-term, expired early", given: [.reserve(reservation(until: today))], [.expire(D.notice)],
            .reservationTerm(D.notice, lastDay: today)),
        RefusalRow(
            "not-on-establishment", [.leave(D.chen, D.tourism, .administrative, .retirement)],
            .notOnEstablishment(D.chen, D.tourism)),
        RefusalRow("already-there", [.enrol(D.chen, inCulture)], .alreadyThere(D.chen, D.culture)),
        RefusalRow("status-holds-no-place", [.setStatus(D.chen, .agency)], .statusHoldsNoPlace(D.chen, .agency)),
        RefusalRow(
            "not-tolerable",
            [.openTolerance(.closedHoldsNothing(D.hall), measure: 1, .absorption(until: today))], basis: .plan,
            .notTolerable(.closedHoldsNothing(D.hall))),
        RefusalRow(
            "nothing-to-reverse", [.reverse(position: 2, index: 1)], basis: .correction,
            .nothingToReverse(position: 2, index: 1)),
        RefusalRow(
            "nothing-to-reverse, twice",
            given: { try $0.admit([.reverse(position: 2, index: 0)], basis: .correction) },
            act: { $0.act([.reverse(position: 2, index: 0)], basis: .correction) },
            .nothingToReverse(position: 2, index: 0)),
        RefusalRow(
            "nothing-to-reverse, a reversal",
            given: { try $0.admit([.reverse(position: 2, index: 0)], basis: .correction) },
            act: { $0.act([.reverse(position: 3, index: 0)], basis: .correction) },
            .nothingToReverse(position: 3, index: 0)),
    ]

    private static let endRows: [RefusalRow] = [
        RefusalRow(
            "below-zero", [.move(D.heads, count: 9, from: .districtPool, to: .institution(D.culture))],
            .breaks(.notBelowZero(Account(.districtPool, D.heads)), by: 2)),
        RefusalRow(
            "heads-over-balance",
            given: [
                .move(D.heads, count: 1, from: .institution(D.tourism), to: .districtPool),
                .transfer(D.chen, from: D.culture, .administrative, to: Place(institution: D.culture, kind: .worker)),
                .move(.heads(.worker), count: 1, from: .grant, to: .institution(D.culture)),
            ], [.transfer(D.chen, from: D.culture, .worker, to: inTourism)],
            .breaks(.headsWithinBalance(D.tourism, .administrative), by: 1)),
        RefusalRow(
            "heads-over-balance, reserved", [.reserve(reservation(3, on: .institution(D.culture)))],
            .breaks(.headsWithinBalance(D.culture, .administrative), by: 1)),
        RefusalRow(
            "posts-over-balance", [.appoint(D.lin, D.tourism, .administrative, .deputy)],
            .breaks(.postsWithinBalance(D.tourism, .deputy), by: 1)),
        RefusalRow(
            "pool-over-reserved", [.reserve(reservation(8))],
            .breaks(.poolCoversReservations(Account(.districtPool, D.heads)), by: 1)),
        RefusalRow("second-place", [.enrol(D.chen, inTourism)], .breaks(.onePlace(D.chen), by: 1)),
        RefusalRow(
            // Two heads, one person and one duty are left at the bureau.
            "closed-holds-something", [.abolish(D.tourism, successors: [D.culture])],
            .breaks(.closedHoldsNothing(D.tourism), by: 3)),
        RefusalRow(
            "no-single-lead",
            [.joinMatter(D.permits, Matter.Part(statement: D.fairs, role: .lead, area: .part("东乡")))],
            .breaks(.oneLead(D.permits), by: 1)),
        RefusalRow(
            // The bureau leads in one township only; in the other somebody helps and nobody leads.
            "no-single-lead, help without a lead",
            given: [
                .leaveMatter(D.permits, D.museums),
                .joinMatter(D.permits, Matter.Part(statement: D.museums, role: .lead, area: .part("东乡"))),
            ],
            [.joinMatter(D.permits, Matter.Part(statement: D.fairs, role: .assist, area: .part("西乡")))],
            .breaks(.oneLead(D.permits), by: 1)),
        RefusalRow(
            "closed-holds-something, sponsor",
            given: [
                .establish(D.unheard, Profile(name: "文旅集团", type: .outside), origin: nil),
                .amend(D.group, .sponsor(D.unheard)), .amend(D.tourism, .host(D.unheard)),
            ], [.abolish(D.unheard, successors: [])], .breaks(.closedHoldsNothing(D.unheard), by: 2)),
        RefusalRow(
            "no-single-lead, none", [.leaveMatter(D.permits, D.museums)], .breaks(.oneLead(D.permits), by: 1)),
        RefusalRow(
            "over-ceiling", [.move(D.heads, count: 9, from: .grant, to: .districtPool)],
            .breaks(.withinCeiling(D.heads), by: 1)),
        RefusalRow(
            // Three heads and one person in April; two heads are gone in May. One less in April, and May doesn't hold.
            "breaks-later-act",
            given: {
                try $0.admit(
                    [
                        .move(D.heads, count: 2, from: .institution(D.culture), to: .institution(D.tourism)),
                        .amend(D.culture, .shortName("文")),
                    ], on: today.advanced(by: -10))
            },
            act: {
                let away = Change.move(D.heads, count: 1, from: .institution(D.culture), to: .districtPool)
                return $0.act([away], on: today.advanced(by: -40))
            },
            .breaksLaterAct(position: 3, .breaks(.headsWithinBalance(D.culture, .administrative), by: 1))),
        RefusalRow(
            "breaks-later-act, by reversal",
            act: { $0.act([.reverse(position: 1, index: 5)], basis: .correction) },
            .breaksLaterAct(position: 2, .unknownInstitution(D.hall))),
    ]
}
