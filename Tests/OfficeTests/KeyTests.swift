import Basics
import Diagnosis
import Foundation
import Office
import Papers
import Registry
import Testing

/// The sample district against what was planted in it: the province's rule adopted, the thresholds of the key. Every list
/// is met as an equal set.
@Suite struct KeyTests {
    private let key: Key
    private let office: TestOffice
    private let book: DistrictBook
    private let register: Register
    private let found: [Finding]

    init() throws {
        key = try JSONDecoder().decode(Key.self, from: Data(try sharedFile("workbooks/anhe-key.json")))
        office = try TestOffice(jurisdiction: "339902")
        book = try office.open(with: try sharedFile("workbooks/anhe-district.xlsx"), named: "anhe-district.xlsx").0
        let day = try #require(Day(iso: "2020-12-31"))
        let pack = try #require(ShippedPack.text(of: "province-leader-posts"))
        _ = try office.desk.adoptRules(
            WrittenRules(pack), on: day, document: office.words("样编〔2020〕30号", day), drafter: office.officer("甲"),
            deciders: [office.officer("乙")], from: &office.source, at: office.later())
        let view = try office.desk.view(on: day, today: day)
        register = view.register
        found = try office.desk.look(at: view.register, thresholds: view.thresholds)
    }

    private func of(_ check: Check) -> [Finding] { found.filter { $0.check == check.code } }

    private func name(_ finding: Finding) -> String {
        switch finding.focus {
        case .institution(let id): register.institutions[id]?.profile.name ?? "?"
        case .matter(let id): register.matters[id]?.name ?? "?"
        default: "?"
        }
    }

    private func names(_ check: Check) -> [String] { of(check).map(name).sorted() }

    /// The rows of people that the findings of a check stand on.
    private func people(_ check: Check) -> [Int] {
        of(check).flatMap(\.origins).filter { $0.sheet == "人员" }.map(\.row).sorted()
    }

    @Test func listsOfBodies() {
        #expect(names(.smallBody) == key.small.sorted())
        #expect(names(.weakWelfare) == key.weak_welfare.sorted())
        #expect(names(.mostlyVacant) == key.mostly_vacant.sorted())
        #expect(names(.approvedOverRule) == key.leaders_approved_over_rule.sorted())
        #expect(names(.unfitName) == key.unfit_name.sorted())
        #expect(names(.missingDocument) == key.missing_document.sorted())
        #expect(names(.badRegistrationCode) == key.bad_registration_code.sorted())
    }

    @Test func listsOfMatters() {
        #expect(names(.unledMatter) == key.gap.sorted())
        #expect(names(.sharedMatter) == key.held_twice.sorted())
    }

    @Test func listsOfFigures() {
        func figures(_ finding: Finding) -> [String] {
            [name(finding), "\(finding.value(of: .approved) ?? -1)", "\(finding.value(of: .occupied) ?? -1)"]
        }
        let byKind = of(.overEstablishment).map { finding -> [String] in
            guard case .kind(let kind) = finding.aspect else { return [] }
            return figures(finding) + [halfWidth(kind.name.zh)]
        }
        #expect(Set(byKind) == Set(key.over_by_kind.map { [$0.name, "\($0.approved)", "\($0.occupied)", $0.kind] }))
        #expect(byKind.count == key.over_by_kind.count)
        let total = of(.overEstablishmentTotal).map(figures)
        #expect(Set(total) == Set(key.over_total.map { [$0.name, "\($0.approved)", "\($0.occupied)"] }))
        #expect(total.count == key.over_total.count)
        // The key counts chiefs and deputies together; a finding says which of them are too many.
        let leaders = Set(of(.leadersOverApproved).compactMap(\.focus.institution)).map { id -> [String] in
            let approved = register.approvedPosts(.chief, of: id) + register.approvedPosts(.deputy, of: id)
            let presence = register.presence(of: id)
            return [
                register.institutions[id]?.profile.name ?? "?", "\(approved)",
                "\(presence.leading(.chief) + presence.leading(.deputy))",
            ]
        }
        #expect(
            Set(leaders)
                == Set(key.leaders_actual_over_approved.map { [$0.name, "\($0.approved)", "\($0.occupied)"] }))
    }

    @Test func listsOfPeople() {
        func rows(_ cells: [Key.Cell]) -> [Int] { cells.map(\.row).sorted() }
        #expect(people(.mixedKind) == rows(key.mixed_kind))
        #expect(people(.secondPlace) == rows(key.same_person_twice))
        #expect(people(.worksAtEnterprise) == rows(key.working_at_enterprise))
        #expect(people(.worksElsewhere) == rows(key.working_at_other_body))
        #expect(people(.badIdentityNumber) == rows(key.bad_identity_number))
        let mixed = Set(of(.mixedKind).map(name))
        #expect(mixed == Set(key.mixed_kind.compactMap(\.more)))
    }

    @Test func whatCouldNotBeReadWasNamed() {
        for cell in key.unreadable_cell {
            let place = "\(cell.column.map { String(UnicodeScalar(UInt8(64 + $0))) } ?? "")\(cell.row)"
            #expect(book.problems.contains { $0.sheet == cell.sheet && $0.cell == place }, "\(cell.sheet)!\(place)")
        }
        for total in key.wrong_total { #expect(book.problems.contains { $0.row == total.row }) }
    }

    @Test func overlapsAreRanked() {
        let pairs = found.compactMap(\.duties).map { pair in
            Set([pair.first, pair.second].compactMap { register.duties[$0]?.text })
        }
        func within(_ limit: Int, _ planted: [Key.Planted]) -> Int {
            planted.count { pairs.prefix(limit).contains(Set([$0.a_text, $0.b_text])) }
        }
        #expect(within(60, key.overlap_true.filter { $0.grade == "easy" }) == 6)
        #expect(within(150, key.overlap_true.filter { $0.grade == "middle" }) >= 4)
        #expect(within(30, key.overlap_no) <= 1)
    }
}

/// Brackets as the key writes them.
private func halfWidth(_ text: String) -> String {
    text.replacingOccurrences(of: "（", with: "(").replacingOccurrences(of: "）", with: ")")
}

/// What was planted in the sample, list by list.
private struct Key: Decodable {
    struct Planted: Decodable {
        let grade: String?
        let a_text: String
        let b_text: String
    }
    /// `[sheet, row, more]`, where more is a name or a column.
    struct Cell: Decodable {
        let sheet: String
        let row: Int
        let more: String?
        let column: Int?

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            sheet = try list.decode(String.self)
            row = try list.decode(Int.self)
            column = list.isAtEnd ? nil : try? list.decode(Int.self)
            more = list.isAtEnd ? nil : try? list.decode(String.self)
        }
    }
    /// `[name, kind, approved, occupied]`, the kind where there is one.
    struct Over: Decodable {
        let name: String
        let kind: String
        let approved: Int
        let occupied: Int

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            name = try list.decode(String.self)
            kind = (try? list.decode(String.self)) ?? ""
            approved = try list.decode(Int.self)
            occupied = try list.decode(Int.self)
        }
    }
    /// `[row, kind, as written, as added up]`.
    struct Total: Decodable {
        let row: Int

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            row = try list.decode(Int.self)
        }
    }
    let small: [String]
    let weak_welfare: [String]
    let mostly_vacant: [String]
    let leaders_approved_over_rule: [String]
    let gap: [String]
    let held_twice: [String]
    let unfit_name: [String]
    let missing_document: [String]
    let bad_registration_code: [String]
    let over_by_kind: [Over]
    let over_total: [Over]
    let leaders_actual_over_approved: [Over]
    let mixed_kind: [Cell]
    let same_person_twice: [Cell]
    let working_at_enterprise: [Cell]
    let working_at_other_body: [Cell]
    let bad_identity_number: [Cell]
    let unreadable_cell: [Cell]
    let wrong_total: [Total]
    let overlap_true: [Planted]
    let overlap_no: [Planted]
}

/// What the office decided about findings of the sample district.
@Suite struct DecidedFindingTests {
    @Test func whatWasDismissedIsNotAskedAgain() throws {
        let office = try TestOffice(jurisdiction: "339902")
        try office.open(with: try sharedFile("workbooks/anhe-district.xlsx"), named: "anhe-district.xlsx")
        let found = try office.desk.look(at: office.desk.register, thresholds: .standard)
        let pair = try #require(found.first { $0.duties != nil })
        let small = try #require(found.first { $0.check == Check.smallBody.code })
        let clerk = try office.officer("甲")
        try office.desk.decide([pair, small], as: .dismissed, because: "不是一回事", by: clerk, at: office.later())
        for desk in [office.desk, try office.reopened()] {
            let states = try desk.findingStates(of: found)
            #expect(Set(states.keys) == [pair.key, small.key])
            #expect(states.values.allSatisfy { $0.isSettled && $0.reason == "不是一回事" && $0.officer == clerk })
            #expect(try desk.differentDuties(in: desk.register) == [try #require(pair.duties)])
            #expect(try desk.officers()[clerk] == "甲")
        }
        // A smaller body than the one dismissed is another matter.
        let worse = try office.desk.look(at: office.desk.register, thresholds: .standard)
        #expect(worse.first { $0.key == small.key } == small)
        try office.desk.decide([small], as: .open, because: "重看", by: clerk, at: office.later())
        #expect(try office.desk.findingStates(of: found).keys.contains(small.key) == false)
        #expect(throws: OfficeFailure.self) {
            try office.desk.decide([pair], as: .accepted, because: " ", by: clerk, at: office.later())
        }
    }

    /// Whoever said that two duties differ said it of their texts.
    @Test func aDismissedOverlapComesBackWhenATextIsRevised() throws {
        let office = try TestOffice(jurisdiction: "339902")
        try office.open(with: try sharedFile("workbooks/anhe-district.xlsx"), named: "anhe-district.xlsx")
        func overlaps() throws -> [Finding] {
            try office.desk.look(at: office.desk.register, thresholds: .standard, checks: [.dutyOverlap])
        }
        let before = try overlaps()
        let pair = try #require(before.first)
        let duties = try #require(pair.duties)
        try office.desk.decide(
            [pair], as: .dismissed, because: "不是一回事", by: office.officer("甲"), at: office.later())
        #expect(try office.desk.findingStates(of: try overlaps())[pair.key]?.isSettled == true)
        // What stood behind it moves up, and it stands at the end with what was decided.
        #expect(try overlaps().last?.key == pair.key)
        let text = try #require(office.desk.register.duties[duties.first]?.text)
        let day = try #require(office.desk.history.lastDay).advanced(by: 1)
        let words = try office.words("样编〔2020〕9号", day)
        let document = try office.desk.document(words)
        let act = Act(
            command: Identifier(from: &office.source), document: document.document, basis: .daily,
            drafter: try office.officer("甲"), deciders: [try office.officer("乙")],
            changes: [DatedChange(day, .reviseDuty(duties.first, text: "依法" + text))])
        _ = try office.desk.record(act, sealing: document.sealed, at: office.later())
        let again = try #require(try overlaps().first { $0.key == pair.key })
        let state = try #require(try office.desk.findingStates(of: [again])[again.key])
        #expect(state.hasChanged && !state.isSettled)
        #expect(try office.desk.differentDuties(in: office.desk.register).isEmpty)
    }
}
