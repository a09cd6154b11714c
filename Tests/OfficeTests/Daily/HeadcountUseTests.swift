import Basics
import Office
import Procedure
import Registry
import Testing

/// Heads asked for, used person by person, and lapsing.
@Suite struct HeadcountUseTests {
    /// A use of two heads until the end of January.
    private func opened(_ office: DailyOffice, until: String = "2021-01-31") throws -> HeadcountUse {
        let (body, kind) = try office.roomy(2)
        let form = FilledForm(
            "headcount-use", ["body": body.profile.name, "kind": kind.name.zh, "count": "2", "until": until])
        try office.decide(office.draft([form]))
        return try #require(office.desk.headcountUses(on: DailyOffice.day).first)
    }

    private func newcomer(_ office: DailyOffice, _ serial: Int, _ use: HeadcountUse) throws -> FilledForm {
        FilledForm(
            "enrol-new",
            [
                "name": "新\(serial)", "number": DailyOffice.number(serial), "status": "管理人员",
                "body": try #require(office.register.institutions[use.body]).profile.name, "kind": use.kind.name.zh,
                "use": use.id.description,
            ])
    }

    @Test func aNoticeIsUsedPersonByPerson() throws {
        let office = try DailyOffice()
        let use = try opened(office)
        #expect(use.state == .open && use.approved == 2 && use.left == 2)
        let before = office.register.presence(of: use.body).occupied(use.kind)
        let notice = try office.desk.headcountNotice(of: use.id, on: DailyOffice.day)
        #expect(notice.number == "\(use.document.citation)" && notice.title == "文件" && notice.deciders == ["乙"])
        #expect(notice.figures.reserved == 2 && notice.motion == 1)
        let (entry, _) = try office.decide(office.draft([try newcomer(office, 1, use)]))
        #expect(entry.act.changes.count == 3)
        let once = try #require(office.desk.headcountUses(on: DailyOffice.day).first)
        #expect(once.used == 1 && once.left == 1 && once.state == .open && once.uses[0].person != nil)
        #expect(office.register.presence(of: use.body).occupied(use.kind) == before + 1)
        try office.decide(office.draft([try newcomer(office, 2, use)]))
        let twice = try #require(office.desk.headcountUses(on: DailyOffice.day).first)
        #expect(twice.state == .usedUp && twice.left == 0 && Set(twice.uses.map(\.person)).count == 2)
        // A third has nothing to draw on.
        let third = try office.trial(try newcomer(office, 3, use))
        #expect(third.problems.map(\.code) == ["unknown-reservation"])
        #expect(
            code { _ = try office.desk.headcountNotice(of: Identifier(high: 1, low: 1), on: DailyOffice.day) }
                == "unknown-use")
    }

    @Test func aNoticeIsForOneBodyAndKind() throws {
        let office = try DailyOffice()
        let use = try opened(office)
        let (other, kind) = try office.roomy(1, except: use.body)
        var form = try newcomer(office, 1, use)
        form.answers["body"] = other.profile.name
        form.answers["kind"] = kind.name.zh
        #expect(try office.trial(form).problems.map(\.code) == ["another-use"])
    }

    @Test func whatIsNotUsedInTimeLapses() throws {
        let office = try DailyOffice()
        let use = try opened(office)
        let last = use.lastDay
        try office.decide(office.draft([try newcomer(office, 1, use)]))
        let robot = try office.office.officer("日终处理")
        func run(_ day: Day) throws -> Lapsing {
            try office.desk.lapseReservations(on: day, by: robot, at: Instant(milliseconds: 1_614_000_000_000))
        }
        #expect(try run(last).entries.isEmpty)
        #expect(office.desk.headcountUses(on: last.advanced(by: 1)).first?.state == .overdue)
        let lapsed = try run(last.advanced(by: 5))
        #expect(lapsed.entries.count == 1 && lapsed.kept.isEmpty)
        #expect(lapsed.entries.first?.act.document == use.document)
        #expect(lapsed.entries.first?.act.changes == [DatedChange(last.advanced(by: 1), .expire(use.id))])
        #expect(try run(last.advanced(by: 6)).entries.isEmpty)
        let after = try #require(office.desk.headcountUses(on: last.advanced(by: 5)).first)
        #expect(after.state == .lapsed && after.used == 1 && after.left == 1)
        #expect(office.desk.headcountUses(on: last).first?.state == .open)
        #expect(try verifyJournal(office.office.reopened().journal, jurisdiction: "339981").faults.isEmpty)
    }

    @Test func whatIsGivenUpIsSaid() throws {
        let office = try DailyOffice()
        let use = try opened(office)
        try office.decide(office.draft([FilledForm("void", ["use": use.id.description])]))
        #expect(office.desk.headcountUses(on: DailyOffice.day).first?.state == .givenUp)
    }

    @Test func theChainIsWalkedInOrder() throws {
        let office = try DailyOffice()
        let (person, place) = try office.somebody()
        let body = try #require(office.register.institutions[place.institution]).profile.name
        let leave = FilledForm(
            "leave", ["person": person.id.description, "body": body, "kind": place.kind.name.zh, "cause": "退休"])
        let number = try office.desk.openMotion(
            .daily(WrittenDaily(office.draft([leave]))), by: "区编办", office.stroke("甲")
        ).number
        let slip = try #require(Citation("区人社〔2021〕3号"))
        func record(_ organ: ChainOrgan, _ after: Int) throws {
            try office.desk.recordChainStep(number, of: organ, document: slip, note: "停发", office.stroke("丁", after))
        }
        #expect(code { try record(.personnel, 1) } == "no-chain")
        let motion = try office.decide(number).motion
        #expect(try office.desk.chain(of: motion).map { $0.done == nil } == [false, true, true])
        #expect(code { try record(.finance, 4) } == "chain-order")
        try record(.personnel, 4)
        try record(.finance, 5)
        #expect(code { try record(.finance, 6) } == "chain-done")
        let steps = try office.desk.chain(of: office.desk.motion(number))
        #expect(steps.map(\.organ) == ChainOrgan.allCases)
        #expect(try steps[2].done?.officers == [office.office.officer("丁")] && steps[2].done?.note == "停发")
        #expect(steps[2].done?.document == slip && steps[2].done?.day == DailyOffice.day.advanced(by: 5))
        // A motion that moves nobody has none.
        let use = try opened(office)
        let other = try #require(office.desk.motions().first { $0.enactment?.position == use.position })
        #expect(try office.desk.chain(of: other).isEmpty)
    }
}
