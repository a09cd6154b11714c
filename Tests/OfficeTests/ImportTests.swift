import Basics
import Diagnosis
import Foundation
import Office
import Papers
import Registry
import Storage
import Testing

/// The real workbook of a district becomes a register, its faults findings, and its people's names nobody else's.
@Suite struct ImportTests {
    private func key() throws -> [String: Any] {
        let data = Data(try sharedFile("workbooks/anhe-key.json"))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    @Test func theDistrictWorkbook() throws {
        let office = try TestOffice(jurisdiction: "339902")
        let bytes = try sharedFile("workbooks/anhe-district.xlsx")
        let (book, receipt) = try office.open(with: bytes, named: "anhe-district.xlsx")
        #expect(book.cutOff == Day(iso: "2020-05-31"))
        // Two bodies have a cell that can't be read; they and their people and duties are not taken.
        #expect(receipt.bodies == 312)
        let register = office.desk.register
        let living = register.institutions.values.filter { $0.profile.type.holdsAccounts }
        #expect(living.count == 312)
        #expect(register.institution(named: "安和公路养护有限公司")?.profile.type == .outside)
        #expect(register.unbalanced.isEmpty)
        #expect(register.brokenInvariants.isEmpty)

        let totals = (try key()["_totals"] as? [String: Any])?["approved"] as? [String: Int] ?? [:]
        let left = book.rejected.filter { $0.meaning == .bodies }.count
        #expect(left == 2)
        // The kinds that the two rejected rows don't hold agree with the key to the last head.
        func approved(_ kind: EstablishmentKind) -> Int {
            living.reduce(0) { $0 + (register.approvedHeads(of: $1.id, kind) ?? 0) }
        }
        #expect(approved(.administrative) == totals["行政编制"])
        #expect(approved(.institutionPartial) == totals["事业编制(差额)"])
        #expect(approved(.worker) == totals["工勤编制"])

        let again = try office.reopened()
        #expect(again.register.digest == register.digest)
        #expect(again.position(ofFile: Digest(sha256: bytes)) == 1)
        let verification = try verifyJournal(again.journal, jurisdiction: "339902")
        #expect(verification.faults.isEmpty, "\(verification.faults.first?.wording.zh ?? "")")
    }

    @Test func itsFaultsAreFound() throws {
        let office = try TestOffice(jurisdiction: "339902")
        let (book, _) = try office.open(with: try sharedFile("workbooks/anhe-district.xlsx"), named: "a.xlsx")
        let register = office.desk.register
        let findings = diagnose(register).findings
        let key = try key()
        let rejected = Set(book.rejected.filter { $0.meaning == .bodies }.map { "\($0.sheet)!\($0.row)" })
        #expect(rejected == ["机构!47", "机构!131"])
        func names(_ check: String) -> Set<String> {
            Set(
                findings.filter { $0.check == check }.compactMap { finding in
                    if case .institution(let id)? = finding.subjects.first {
                        register.institutions[id]?.profile.name
                    } else {
                        nil
                    }
                })
        }
        #expect(names("small-body") == Set(key["small"] as? [String] ?? []))
        let over = Set((key["over_by_kind"] as? [[Any]] ?? []).compactMap { $0.first as? String })
        let missing = Set(["安和区国库支付服务中心", "安和区交通应急保障站"])
        #expect(names("over-establishment") == over.subtracting(missing))
        let leaders = Set((key["leaders_actual_over_approved"] as? [[Any]] ?? []).compactMap { $0.first as? String })
        #expect(names("leaders-over-approved") == leaders)
        let twice = (key["same_person_twice"] as? [[Any]] ?? []).compactMap { $0[1] as? Int }
        let found = Set(findings.filter { $0.check == "second-place" }.flatMap(\.origins).map(\.row))
        #expect(found == Set(twice))
        // Every excess of the baseline is put up with, and each of these is a finding.
        #expect(findings.count { $0.check == "open-tolerance" } == register.tolerances.count)
        #expect(register.tolerances.values.allSatisfy { $0.cause == .baseline })
    }

    @Test func theTreeOfARealCityHasNoNumbers() throws {
        let office = try TestOffice(jurisdiction: "371703")
        let (book, receipt) = try office.open(
            with: try sharedFile("heze/dingtao-district.csv"), named: "dingtao-district.csv",
            day: Day(iso: "2018-12-31"))
        #expect(receipt.bodies == book.bodies.count)
        #expect(book.bodies.count > 90)
        let register = office.desk.register
        for body in register.institutions.values where body.profile.type.holdsAccounts {
            #expect(register.approvedHeads(of: body.id) == nil, "unknown stays unknown")
        }
        let school = try #require(register.institution(named: "菏泽市定陶区第一中学"))
        #expect(school.profile.type == .publicInstitution)
        #expect(school.profile.supervisor == register.institution(named: "菏泽市定陶区教育局")?.id)
        // What is unknown refuses movement.
        var fork = register
        #expect(throws: Refusal.unknownBalance(school.id, .heads)) {
            try fork.enact(
                [.move(.heads(.institutionFull), count: 1, from: .grant, to: .institution(school.id))], basis: .daily,
                on: Day(number: 18_000), recorded: Day(number: 18_000), at: 2)
        }
    }

    @Test func noNameOrNumberStandsInTheDatabase() throws {
        let office = try TestOffice(jurisdiction: "339902")
        let (book, _) = try office.open(with: try sharedFile("workbooks/anhe-district.xlsx"), named: "a.xlsx")
        var bytes: [UInt8] = []
        for suffix in ["", "-wal"] {
            if let data = FileManager.default.contents(atPath: office.path + suffix) { bytes += [UInt8](data) }
        }
        let text = Data(bytes)
        #expect(text.range(of: Data("安和区公路管理段".utf8)) != nil, "bodies stand in clear, so the search works")
        for person in book.people.prefix(200) {
            if let number = person.identityNumber { #expect(text.range(of: Data(number.utf8)) == nil) }
            if person.name.unicodeScalars.count > 2 { #expect(text.range(of: Data(person.name.utf8)) == nil) }
        }
        // And yet whoever has the key reads them.
        let person = try #require(office.desk.register.people.values.first { $0.origin?.row == 2 })
        let sealed = try office.desk.journal.text(of: person.personal, in: "339902")
        guard case .text(let record) = sealed else {
            Issue.record("the record of row 2 can't be read")
            return
        }
        #expect(PersonalRecord(record)?.name == "魏志")
    }
}
