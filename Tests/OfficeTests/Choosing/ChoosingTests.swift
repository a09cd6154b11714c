import Basics
import Office
import Registry
import Testing

/// Bodies and people are chosen by part of a name, people's names by right alone and on record.
@Suite struct ChoosingTests {
    private typealias Engine = SearchOffice.Engine

    private func names(_ typed: String, _ office: SearchOffice, on day: Day? = nil) throws -> [String] {
        let register = day.map { office.desk.history.register(on: $0) } ?? office.desk.history.latest
        let shelf = try office.desk.bodiesToChoose(in: register, through: day)
        return shelf.find(typed, atMost: 9) { _ in true }.matches.compactMap {
            register.institutions[$0.subject]?.profile.name
        }
    }

    @Test("A body is found by every name it has or had, by codes and by their sound")
    func bodies() throws {
        let office = try SearchOffice(.sqlite)
        for typed in ["教体", "jtj", "qjtj", "文物", "wwj", "少年宫", "sng"] {
            #expect(try names(typed, office) == ["示例区教育体育局"], "\(typed)")
        }
        for typed in ["信息", "xxzx", "IT", "099001", "示编20095"] {
            #expect(try names(typed, office) == ["示例区信息中心"], "\(typed)")
        }
        #expect(try names("shiliqu", office).last == "示例区教育站", "what is closed stands last")
        #expect(try names("无此机构", office).isEmpty)
        #expect(try names("（）", office).isEmpty)
        #expect(try names("", office).count == 3)
        #expect(try names("IT", office, on: SearchOffice.opened) == ["示例区ＩＴ中心"])
        #expect(try names("信息", office, on: SearchOffice.opened).isEmpty, "a name that comes later")
    }

    @Test("No more are given than asked for, and all that fit are counted")
    func total() throws {
        let office = try SearchOffice(.sqlite)
        let shelf = try office.desk.bodiesToChoose(in: office.desk.history.latest, through: nil)
        let (first, all) = shelf.find("示例区", atMost: 2) { _ in true }
        #expect(first.count == 2 && all == 3)
        let (own, some) = shelf.find("示例区", atMost: 2) { $0 == office.bureau }
        #expect(own.map(\.subject) == [office.bureau] && some == 1)
        let exact = shelf.find("区教体局", atMost: 2) { _ in true }.matches
        #expect(exact.map(\.isWhole) == [true] && exact.map(\.role) == [.shortName])
    }

    @Test("People are found by name only where it is granted", arguments: SearchOffice.Engine.allCases)
    func people(on engine: SearchOffice.Engine) throws {
        let office = try SearchOffice(engine)
        var source = SeededSource(seed: 4)
        let visitor = Visitor(user: "root", host: "台账机", naming: "查询人甲")
        let right = PeopleRight.granted(to: visitor, purpose: "填报：下编")
        let register = office.desk.history.latest
        func found(_ typed: String, _ people: PeopleRight) throws -> [String?] {
            let all = try office.desk.peopleToChoose(in: register, people: people)
            return try office.desk.choosePeople(
                typed, among: all, people: people, atMost: 9, where: { _ in true }, at: Instant(milliseconds: 0),
                from: &source
            ).people.map(\.name)
        }
        #expect(try found("jyj", right) == ["教育家"])
        #expect(try found("教育", right) == ["教育家"])
        #expect(try found("教育", .withheld).isEmpty)
        #expect(try found("信息", .withheld) == [nil, nil, nil])
        let id = try #require(office.people["教育家"])
        #expect(try found(String(id.description.prefix(8)), .withheld) == [nil])
        #expect(try found("无此人", right).isEmpty)
        #expect(throws: OfficeFailure.self) { try found("教育", .granted(to: visitor, purpose: " ")) }
        // Whoever finds nobody looked, too; what shows no name is no look.
        let lookups = try office.desk.lookups()
        #expect(lookups.map(\.people) == [[id], [id], []])
        #expect(lookups.allSatisfy { $0.purpose == "填报：下编" && $0.way == .search })
    }

    @Test("Texts that show names show none whose right is withheld; who was erased is not found in texts filled before")
    func keptTexts() throws {
        let office = try SearchOffice(.sqlite)
        var source = SeededSource(seed: 4)
        let right = PeopleRight.granted(to: Visitor(user: "root", host: "台账机"), purpose: "填报：下编")
        let all = try office.desk.peopleToChoose(in: office.desk.history.latest, people: right)
        func found(_ typed: String) throws -> [String?] {
            try office.desk.choosePeople(
                typed, among: all, people: right, atMost: 9, where: { _ in true }, at: Instant(milliseconds: 0),
                from: &source
            ).people.map(\.name)
        }
        #expect(try found("教育家") == ["教育家"])
        try office.erase("教育家")
        #expect(try found("教育家").isEmpty)
        #expect(try found("信息").compactMap { $0 }.count == 2, "by their body they are there, without the name")
        #expect(try found("信息").count == 3)
    }
}
