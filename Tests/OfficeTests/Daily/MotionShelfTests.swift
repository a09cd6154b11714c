import Basics
import Office
import Procedure
import Registry
import Testing

/// The motions as lists show them, and what is still to be done when one is decided.
@Suite struct MotionShelfTests {
    private static func table(filing organ: String) -> String {
        """
        审批权限表: 试行权限
        施行: 2020-01-01
        可信度: 样板
        条款:
          - {条: 第一条, 事项: [加挂牌子], 审批: 编办, 须有: [{备案: \(organ)}]}
          - {条: 第二条, 事项: 全部, 审批: 编办}

        """
    }

    private func adopt(_ organ: String, _ office: DailyOffice, _ number: Int) throws {
        let day = DailyOffice.day.advanced(by: -10 + number)
        try office.desk.adoptCompetence(
            Self.table(filing: organ), on: day, document: office.office.words("样编〔2021〕\(number)号", day),
            drafter: office.office.officer("甲"), deciders: [office.office.officer("乙")], from: &office.office.source,
            at: office.office.later())
    }

    private func fresh(_ office: DailyOffice) throws -> MotionShelf {
        var shelf = MotionShelf()
        try shelf.bringUpToDate(at: office.desk, office.office.later())
        return shelf
    }

    private func move(_ form: FilledForm, _ office: DailyOffice) throws -> Int {
        try office.desk.openMotion(.daily(WrittenDaily(office.draft([form]))), by: "区编办", office.stroke("甲")).number
    }

    private func plate(_ name: String, _ office: DailyOffice) throws -> Int {
        let (body, _) = try office.roomy(1)
        return try move(FilledForm("hang-plate", ["body": body.profile.name, "plate": name]), office)
    }

    private func file(_ number: Int, with organ: String, _ office: DailyOffice) throws {
        try office.desk.countersign(
            number, .filed, organ: organ, document: try #require(Citation("样报〔2021〕3号")), note: "",
            office.stroke("丙", 4))
    }

    @Test func whatIsFiledAfterwardsWaitsUntilItIs() throws {
        let office = try DailyOffice()
        try adopt("区人大常委会", office, 1)
        let number = try plate("样区甲牌", office)
        #expect(try fresh(office)[number]?.waiting == [.decision(.office)])
        try office.decide(number)
        let line = try #require(fresh(office)[number])
        #expect(line.waiting.map(\.wording.zh) == ["待区人大常委会：未报区人大常委会备案"])
        #expect(line.isUnderWay && !line.motion.isOpen)
        // Another table asks for another organ; what was decided by the first is filed by the first.
        try adopt("区委", office, 5)
        #expect(try fresh(office)[number]?.waiting == line.waiting)
        try file(number, with: "区委", office)
        #expect(try fresh(office)[number]?.waiting == line.waiting)
        try file(number, with: "区人大常委会", office)
        #expect(try fresh(office)[number]?.waiting.isEmpty == true)
        #expect(try fresh(office)[number]?.isUnderWay == false)
    }

    /// A table that is adopted later says nothing about what was decided before there was one.
    @Test func whatWasDecidedWithoutATableWaitsForNothing() throws {
        let office = try DailyOffice()
        let number = try plate("样区甲牌", office)
        try office.decide(number)
        try adopt("区人大常委会", office, 1)
        #expect(try fresh(office)[number]?.waiting.isEmpty == true)
        #expect(try office.desk.listMotions(at: office.office.later())[0].waiting.isEmpty)
    }

    @Test func theNextOfficeOfTheChainStandsInTheList() throws {
        let office = try DailyOffice()
        let (person, place) = try office.somebody()
        let body = try #require(office.register.institutions[place.institution])
        let number = try move(
            FilledForm(
                "leave",
                [
                    "person": person.id.description, "body": body.profile.name, "kind": place.kind.name.zh,
                    "cause": "退休",
                ]), office)
        try office.decide(number)
        for organ in [ChainOrgan.personnel, .finance] {
            #expect(try fresh(office)[number]?.next == organ && fresh(office)[number]?.isUnderWay == true)
            try office.desk.recordChainStep(
                number, of: organ, document: try #require(Citation("样单〔2021〕1号")), note: "", office.stroke("甲", 4))
        }
        #expect(try fresh(office)[number]?.next == nil && fresh(office)[number]?.isUnderWay == false)
    }

    /// Brought up to date step by step it says what it says when it is read from the beginning.
    @Test func stepByStepIsAsFromTheBeginning() throws {
        let office = try DailyOffice()
        var shelf = MotionShelf()
        func check(_ comment: Comment) throws {
            try shelf.bringUpToDate(at: office.desk, office.office.later())
            let (left, right) = (shelf.lines.map(Essence.init), try fresh(office).lines.map(Essence.init))
            #expect(left == right, comment)
        }
        try check("nothing")
        try adopt("区人大常委会", office, 1)
        var numbers: [Int] = []
        for name in ["样区甲牌", "样区乙牌", "样区丙牌", "样区丁牌"] { numbers.append(try plate(name, office)) }
        try check("moved")
        try office.desk.remarkOnMotion(numbers[0], "请附件", office.stroke("丁"))
        try check("remarked")
        try office.decide(numbers[1])
        try check("decided")
        try office.desk.withdrawMotion(numbers[2], because: "不办", office.stroke("甲"))
        try office.decide(numbers[0])
        try check("decided and withdrawn")
        let (body, _) = try office.roomy(1)
        try office.decide(office.draft([FilledForm("rename", ["body": body.profile.name, "name": "样区新名局"])]))
        try check("the register moved below an open one")
        try office.desk.returnMotion(numbers[3], because: "名称已变", office.stroke("丙"))
        try check("returned")
        try file(numbers[1], with: "区人大常委会", office)
        try check("filed")
        #expect(shelf.lines.map(\.motion.number) == (1...5).reversed())
    }

    private struct Essence: Hashable {
        let number: Int
        let events: [MotionEvent]
        let position: Int?
        let title: String?
        let waiting: [Waiting]
        let next: ChainOrgan?
        let bodies: Set<Institution.ID>

        init(_ line: MotionLine) {
            (number, events, position) = (line.motion.number, line.motion.events, line.motion.enactment?.position)
            (title, waiting, next, bodies) = (line.title, line.waiting, line.next, line.bodies)
        }
    }
}
