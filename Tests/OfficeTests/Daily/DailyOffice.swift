import Basics
import Foundation
import Office
import Procedure
import Registry
import Samples

/// A desk over a small sample district, with bodies and people of every sort that forms ask for.
final class DailyOffice {
    let office: TestOffice
    static let day = Day(iso: "2021-01-15") ?? Day(number: 0)
    private var number = 100
    private var seeds = SeededSource(seed: 5)

    init() throws {
        office = try TestOffice()
        try office.open(with: try sampleDistrict(seed: 2020, bodies: 40).bytes(), named: "sample.xlsx")
    }

    var desk: Desk {
        get { office.desk }
        set { office.desk = newValue }
    }

    var register: Register { desk.history.register(on: Self.day) }

    func draft(
        _ forms: [FilledForm], title: String = "日常事项", day: Day = DailyOffice.day, reform: Citation? = nil
    ) -> DailyDraft {
        DailyDraft(
            title: title, day: day, reform: reform, against: desk.history.position, seed: Identifier(from: &seeds),
            forms: forms)
    }

    func trial(_ forms: FilledForm...) throws -> DailyTrial { try desk.tryDraft(draft(forms), at: office.later()) }

    func stroke(_ name: String, _ after: Int = 0) throws -> MotionStroke {
        MotionStroke(by: try office.officer(name), on: Self.day.advanced(by: after), at: office.later())
    }

    func words() throws -> DocumentWords {
        number += 1
        return try office.words("样编〔2021〕\(number)号", Self.day.advanced(by: 3))
    }

    /// Moves a draft and decides it.
    @discardableResult
    func decide(
        _ draft: DailyDraft, expecting: Digest? = nil, by decider: String = "乙"
    ) throws -> (entry: Entry, motion: Motion) {
        let number = try desk.openMotion(.daily(WrittenDaily(draft)), by: "区编办", stroke("甲")).number
        return try decide(number, expecting: expecting, by: decider)
    }

    @discardableResult
    func decide(
        _ number: Int, expecting: Digest? = nil, by decider: String = "乙"
    ) throws -> (entry: Entry, motion: Motion) {
        try office.desk.decideMotion(
            number, document: words(), deciders: [office.officer(decider)], expecting: expecting, from: &office.source,
            at: office.later())
    }

    /// The living bodies that hold accounts, by name.
    var bodies: [Institution] {
        register.institutions.values.filter { $0.isActive && $0.profile.type.holdsAccounts }
            .sorted { $0.profile.name < $1.profile.name }
    }

    /// What is free of a kind at a body; nil when unknown.
    func free(_ body: Institution, _ kind: EstablishmentKind) -> Int? {
        let account = Account(.institution(body.id), .heads(kind))
        return register.approvedHeads(of: body.id, kind).map {
            $0 - register.presence(of: body.id).occupied(kind) - register.ledger.reserved(on: account)
        }
    }

    /// A body and kind with at least so many free heads.
    func roomy(_ least: Int, except: Institution.ID? = nil) throws -> (Institution, EstablishmentKind) {
        for body in bodies where body.id != except {
            for kind in EstablishmentKind.allCases where (free(body, kind) ?? 0) >= least { return (body, kind) }
        }
        throw OfficeFailure(.input, "test", zh: "无空编", en: "nothing is free")
    }

    /// A body and kind without free heads, but with some approved.
    func full() throws -> (Institution, EstablishmentKind) {
        for body in bodies {
            for kind in EstablishmentKind.allCases
            where (free(body, kind) ?? 1) <= 0 && (register.approvedHeads(of: body.id, kind) ?? 0) > 0 {
                return (body, kind)
            }
        }
        throw OfficeFailure(.input, "test", zh: "无满编", en: "nothing is full")
    }

    /// Somebody with one place and no leader post, at one of these bodies or anywhere.
    func somebody(where holds: (Person) -> Bool = { _ in true }) throws -> (Person, Place) {
        let found = register.people.values.filter {
            $0.places.count == 1 && $0.places[0].role == nil && !$0.isDisputed && $0.workplace == nil && holds($0)
        }.min { $0.id < $1.id }
        guard let found else { throw OfficeFailure(.input, "test", zh: "无此类人员", en: "nobody") }
        return (found, found.places[0])
    }

    /// A made-up identity number with a right check character, another for each serial.
    static func number(_ serial: Int, birth: String = "19900101") -> String {
        let digits = Array("339981\(birth)\(String(format: "%03d", serial))".utf8).map { Int($0) - 48 }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let check = Array("10X98765432")[zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11]
        return digits.map(String.init).joined() + String(check)
    }
}

func code(_ body: () throws -> Void) -> String? {
    do { try body() } catch let failure as OfficeFailure { return failure.code } catch { return "\(error)" }
    return nil
}
