import Basics
import Registry

/// A small register to try things on: two bureaus, a hall closed into one of them, a leading group, a pool, two people.
struct SmallDistrict {
    var history = History(jurisdiction: "330702")
    private var number = 0

    static let openingDay = Day(number: 18_262)  // 2020-01-01
    static let today = Day(number: 18_779)  // 2021-06-01

    static let culture = Institution.ID(high: 0xC1A0_0000_0000_0001, low: 1)
    static let tourism = Institution.ID(high: 0xC2A0_0000_0000_0002, low: 2)
    static let hall = Institution.ID(high: 0xC3A0_0000_0000_0003, low: 3)
    static let group = Institution.ID(high: 0xC4A0_0000_0000_0004, low: 4)
    static let unheard = Institution.ID(high: 0xC5A0_0000_0000_0005, low: 5)
    static let chen = Person.ID(high: 0xA1E0_0000_0000_0001, low: 11)
    static let lin = Person.ID(high: 0xA2E0_0000_0000_0002, low: 12)
    static let nobody = Person.ID(high: 0xA3E0_0000_0000_0003, low: 13)
    static let museums = DutyStatement.ID(high: 0xD1F0_0000_0000_0001, low: 21)
    static let fairs = DutyStatement.ID(high: 0xD2F0_0000_0000_0002, low: 22)
    static let permits = Matter.ID(high: 0xE1F0_0000_0000_0001, low: 31)
    static let notice = Reservation.ID(high: 0xF1F0_0000_0000_0001, low: 41)
    static let clerk = Officer.ID(high: 1, low: 51)
    static let director = Officer.ID(high: 2, low: 52)

    static let heads = Commodity.heads(.administrative)
    static let chiefs = Commodity.posts(LeaderPost(.chief, .zhengke))

    /// The reform's document 安编〔2021〕9号.
    static var reform: Citation { citation(2021, 9) }

    static func citation(_ year: Int, _ number: Int) -> Citation {
        guard let citation = Citation(issuer: "安编", year: year, number: number) else {
            preconditionFailure("the fixtures cite real numbers")
        }
        return citation
    }

    /// Noon on the offices' clocks.
    static func noon(_ day: Day) -> Instant { Instant(milliseconds: Int64(day.number) * 86_400_000 + 4 * 3_600_000) }

    /// The register as it was opened, with one day of daily work after it: the hall was closed into the bureau.
    init() throws {
        let person = Digest(sha256: Array("person".utf8))
        try admit(
            [
                .setCeiling(Self.heads, 20),
                .move(Self.heads, count: 12, from: .grant, to: .districtPool),
                .move(Self.chiefs, count: 4, from: .grant, to: .districtPool),
                .establish(Self.culture, Profile(name: "文化局", type: .government, rank: .zhengke), origin: nil),
                .establish(Self.tourism, Profile(name: "旅游局", type: .government, rank: .zhengke), origin: nil),
                .establish(
                    Self.hall, Profile(name: "文化馆", type: .publicInstitution, supervisor: Self.culture), origin: nil),
                .establish(Self.group, Profile(name: "文旅融合领导小组", type: .leadingGroup), origin: nil),
                .move(Self.heads, count: 3, from: .districtPool, to: .institution(Self.culture)),
                .move(Self.heads, count: 2, from: .districtPool, to: .institution(Self.tourism)),
                .move(Self.chiefs, count: 1, from: .districtPool, to: .institution(Self.culture)),
                .registerPerson(
                    Self.chen, personal: person, status: .civilServant, position: .civilService, entered: nil,
                    origin: nil),
                .registerPerson(
                    Self.lin, personal: person, status: .civilServant, position: nil, entered: nil, origin: nil),
                .enrol(Self.chen, Place(institution: Self.culture, kind: .administrative, role: .chief)),
                .enrol(Self.lin, Place(institution: Self.tourism, kind: .administrative)),
                .stateDuty(DutyStatement(id: Self.museums, holder: Self.culture, number: 1, text: "管理博物馆")),
                .stateDuty(DutyStatement(id: Self.fairs, holder: Self.tourism, number: 1, text: "举办旅游节")),
                .defineMatter(Self.permits, name: "演出许可", catalogue: "权责清单", origin: nil),
                .joinMatter(Self.permits, Matter.Part(statement: Self.museums, role: .lead, area: .everywhere)),
            ], basis: .opening, on: Self.openingDay)
        try admit([.abolish(Self.hall, successors: [Self.culture])], on: Self.openingDay.advanced(by: 100))
    }

    /// A register in which nothing has happened.
    init(empty: Void) {}

    /// An Act citing a new document, drafted by the clerk and decided by the director.
    func act(
        _ changes: [Change], basis: Act.Basis = .daily, reform: Citation? = nil, on day: Day = Self.today,
        deciders: [Officer.ID] = [Self.director], document: Document? = nil
    ) -> Act {
        let title = Digest(sha256: Array("title \(number + 1)".utf8))
        return Act(
            command: Identifier(high: 7, low: UInt64(number + 1)),
            document: document ?? Document(citation: Self.citation(2020, number + 1), title: title, decided: day),
            basis: basis, reform: reform, drafter: Self.clerk, deciders: deciders,
            changes: changes.map { DatedChange(day, $0) })
    }

    /// Records an Act; by default on the day it takes effect.
    mutating func admit(
        _ changes: [Change], basis: Act.Basis = .daily, reform: Citation? = nil, on day: Day = Self.today,
        recorded: Day? = nil
    ) throws {
        let act = act(changes, basis: basis, reform: reform, on: day)
        history.accept(try history.judge(act, recorded: Self.noon(recorded ?? day)))
        number += 1
    }
}
