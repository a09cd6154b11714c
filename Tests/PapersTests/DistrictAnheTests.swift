import Basics
import Foundation
import Registry
import Testing

@testable import Papers

/// The district as its office keeps it, read whole, against the key of what was planted in it.
@Suite struct DistrictAnheTests {
    let book: DistrictBook
    let key: AnheKey

    init() throws {
        book = try readDistrict(anhe())
        let path = try sharedData("workbooks/anhe-key.json")
        key = try JSONDecoder().decode(AnheKey.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    }

    @Test func everyBodyIsTakenOrRejected() {
        let rejected = book.rejected.filter { $0.meaning == .bodies }
        #expect(rejected.map(\.row) == [47, 131])
        #expect(rejected.map { $0.problems.map(\.cell) } == [["L47"], ["N131"]])
        #expect(rejected.flatMap { $0.problems.map(\.read) } == ["8+2", "约10"])
        #expect(book.bodies.count + rejected.count == key.totals.institutions)
        let types = Dictionary(grouping: book.bodies, by: \.type).mapValues(\.count)
        #expect(types[.publicInstitution] == key.totals.public_institutions - 2)
        #expect(types[.party] == 7 && types[.government] == 41 && types[.massOrganisation] == 3)
        #expect(types[.congress] == 1 && types[.consultative] == 1)
    }

    @Test func theLinesAboveTheTableAreRead() {
        #expect(book.title == "安和区机关事业单位机构编制情况一览表")
        #expect(book.cutOff == Day(year: 2020, month: 5, day: 31))
        #expect(book.office == "中共安和区委机构编制委员会办公室")
        #expect(book.prefix == "安和区")
    }

    @Test func everyPersonIsTakenOrRejected() {
        let rejected = book.rejected.filter { $0.meaning == .people }
        #expect(book.people.count + rejected.count == key.totals.people_rows)
        let lost = rejected.filter { $0.problems.contains { $0.code == .identityDigitsLost } }
        #expect(lost.map(\.row) == [4968, 6215])
        // The rest stand with the two bodies whose rows are in error.
        #expect(rejected.filter { $0.problems.contains { $0.code == .bodyRejected } }.count == 24)
        #expect(rejected.count == 26)
        #expect(book.duties.count + book.rejected.filter { $0.meaning == .duties }.count == key.totals.duties)
        #expect(book.matters.count == 36)
    }

    @Test func approvedHeadsAddUpToTheKeysTotals() {
        var sums: [EstablishmentKind: Int] = [:]
        for body in book.bodies { for (kind, count) in body.heads ?? [:] { sums[kind, default: 0] += count } }
        // Row 47 lacks its 14 fully funded heads, row 131 its 15 self-funded.
        #expect(sums[.administrative] == key.totals.approved["行政编制"])
        #expect(sums[.institutionFull] == key.totals.approved["事业编制(全额)"].map { $0 - 14 })
        #expect(sums[.institutionPartial] == key.totals.approved["事业编制(差额)"])
        #expect(sums[.institutionSelf] == key.totals.approved["事业编制(自收自支)"].map { $0 - 15 })
        #expect(sums[.worker] == key.totals.approved["工勤编制"])
    }

    @Test func theWrongTotalIsFound() throws {
        let wrong = book.problems.filter { $0.code == .totalWrong }
        let planted = try #require(key.wrong_total.first)
        #expect(wrong.count == 1)
        #expect(wrong.first?.row == planted.row)
        #expect(wrong.first?.cell == "K320")
        #expect(wrong.first?.read == String(planted.written))
        #expect(wrong.first?.why.en.contains(String(planted.sum)) == true)
        // Totals over cells that cannot be read say what those cells come to.
        #expect(book.problems.filter { $0.code == .totalUnchecked }.compactMap(\.cell) == ["L320", "N320"])
    }

    @Test func everyNameIsResolved() {
        #expect(
            !book.problems.contains { $0.code == .nameUnknown || $0.code == .nameAmbiguous || $0.code == .nameBySuffix }
        )
        #expect(book.outsideBodies.map(\.name) == ["安和公路养护有限公司"])
        #expect(book.outsideBodies.first?.mentions == 28)
        #expect(
            book.people.filter { $0.workplace == .outside(0) }.map(\.origin.row) == key.working_at_enterprise.map(\.row)
        )
        // 12 bodies name their supervisor without the district's prefix.
        let index = book.body(named: "安和区教育局")
        #expect(index != nil)
        #expect(book.bodies.filter { index.map(BodyReference.body) == $0.supervisor }.count == 53)
        #expect(book.problems.filter { $0.code == .nameResolved && $0.sheet == "机构" }.count == 18)
    }

    @Test func workingElsewhereIsTheKeysList() {
        let elsewhere = book.people.filter { if case .body = $0.workplace { true } else { false } }
        let planted = key.working_at_other_body.map(\.row)
        // One of them may stand on a row that was rejected with its body.
        #expect(elsewhere.map(\.origin.row) == planted)
    }

    @Test func badNumbersAndCodesAreTheKeysLists() {
        let checks = book.problems.filter { $0.code == .identityChecksum }
        #expect(checks.compactMap(\.row) == key.bad_identity_number.map(\.row))
        #expect(checks.allSatisfy { $0.severity == .warning && $0.read == "339902******" })
        let codes = book.problems.filter { $0.code == .creditCodeWrong }.compactMap(\.row)
        #expect(codes == [219])
        #expect(book.bodies.first { $0.origin.row == 219 }?.name == key.bad_registration_code.first)
        let dates = book.problems.filter { $0.code == .dateUnreadable }
        #expect(dates.compactMap(\.cell) == ["L3742", "L6702"])
        #expect(book.people.first { $0.origin.row == 3742 }.map { $0.entered == nil } == true)
    }

    @Test func peopleOnTwoRowsStayOnBoth() {
        let twice = book.problems.filter { $0.code == .personTwice }
        let rows = Set(key.same_person_twice.map(\.row))
        #expect(twice.count * 2 == rows.count)
        #expect(rows.isSuperset(of: twice.compactMap(\.row)))
        #expect(!book.problems.contains { $0.code == .identityDisputed })
        #expect(rows.allSatisfy { row in book.people.contains { $0.origin.row == row } })
    }

    @Test func noWholeIdentityNumberIsPrinted() {
        let digits = book.problems.flatMap { [$0.read, $0.why.zh, $0.why.en, $0.mend.zh, $0.mend.en] }
        #expect(
            !digits.contains { text in text.split { !$0.isNumber }.contains { $0.count >= 14 && $0.hasPrefix("339902") }
            })
    }

    @Test func oneRowIsReadInFull() throws {
        let row = try #require(book.bodies.first { $0.name == "安和区公路管理段" })
        #expect(row.officeCode == "33990200314" && row.type == .publicInstitution && row.rank == .fuke)
        #expect(row.supervisor == book.body(named: "安和区交通运输局").map { .body($0) })
        #expect(row.category == .welfareTwo && row.funding == .selfFunded)
        #expect(row.registrationCode == "12339902MB0000314P")
        #expect(
            row.heads == [
                .administrative: 0, .institutionFull: 0, .institutionPartial: 0, .institutionSelf: 86, .worker: 0,
            ])
        #expect(row.posts == [.chief: 1, .deputy: 3, .party: 0])
        #expect(row.founding?.document == "安编〔2012〕16号")
        #expect(row.founding?.date?.description == "2012-03-30")
        #expect(
            row.facts == [ScaleFact(.internalUnits, 4), ScaleFact(.income, 2400), ScaleFact(.businessIncome, 1500)])
        let month = book.bodies.first { $0.name == "中共安和区委组织部" }
        #expect(month?.founding?.date?.description == "2003-08")
        #expect(month?.posts?[.deputy] == 2)
        let plate = book.bodies.first { $0.name == "中共安和区委宣传部" }
        #expect(plate?.plates == ["安和区人民政府新闻办公室"])
    }

    @Test func aPersonIsReadInFull() throws {
        let person = try #require(book.people.first)
        #expect(person.name == "魏志" && person.sex == .male && person.identityNumber == "339902197804012073")
        #expect(person.birth == Day(year: 1978, month: 4, day: 1))
        #expect(person.body == book.body(named: "中共安和区委办公室").map { .body($0) })
        #expect(person.kind == .administrative && person.position == .civilService && person.role == .chief)
        #expect(person.status == .civilServant && person.workplace == nil && person.entryForm == "调入")
        #expect(person.entered?.description == "2006-01-31")
    }
}

/// The parts of the key that concern reading.
struct AnheKey: Decodable {
    struct Totals: Decodable {
        let institutions: Int
        let public_institutions: Int
        let people_rows: Int
        let duties: Int
        let approved: [String: Int]
    }
    struct Place: Decodable {
        let row: Int
        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            _ = try list.decode(String.self)
            row = try list.decode(Int.self)
        }
    }
    struct Total: Decodable {
        let row: Int
        let written: Int
        let sum: Int
        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            row = try list.decode(Int.self)
            _ = try list.decode(String.self)
            written = try list.decode(Int.self)
            sum = try list.decode(Int.self)
        }
    }
    let totals: Totals
    let wrong_total: [Total]
    let working_at_enterprise: [Place]
    let working_at_other_body: [Place]
    let bad_identity_number: [Place]
    let same_person_twice: [Place]
    let bad_registration_code: [String]

    enum CodingKeys: String, CodingKey {
        case totals = "_totals"
        case wrong_total, working_at_enterprise, working_at_other_body, bad_identity_number, same_person_twice
        case bad_registration_code
    }
}
