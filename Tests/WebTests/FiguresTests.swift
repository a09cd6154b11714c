import Basics
import Diagnosis
import Office
import Papers
import Registry
import Testing

@testable import Web

/// Figures lead to records: what a figure says is what the list behind it adds up to, and both are what the report says.
@Suite("Figures and the records behind them")
struct FiguresTests {
    let office: TestWorkbench

    init() throws { office = try TestWorkbench() }

    /// The links of a page whose text is a number.
    private func figures(_ page: String) -> [(address: String, number: Int)] {
        var found: [(address: String, number: Int)] = []
        for link in page.matches(of: /<a [^>]*href="([^"]*)"[^>]*>([0-9,]+)<\/a>/) {
            guard let number = Int(link.2.replacing(",", with: "")) else { continue }
            found.append((String(link.1.replacing("&amp;", with: "&")), number))
        }
        return found
    }

    /// What a list adds up to in the column that its address is sorted by, or how many lines it has.
    private func total(_ address: String, in page: String) throws -> Int {
        func number(after mark: String, before end: String) throws -> Int {
            let text = page.split(separator: mark).last?.split(separator: end).first
            return try #require(text.flatMap { Int($0.replacing(",", with: "")) }, "\(address): \(mark)")
        }
        if address.hasPrefix("/people") { return try number(after: "占编 ", before: " 名") }
        if address.hasPrefix("/findings") {
            let tab = try #require(page.split(separator: "aria-current=\"page\">").last?.split(separator: "<").first)
            return try #require(tab.split(separator: " ").last.flatMap { Int($0.replacing(",", with: "")) })
        }
        guard let sort = address.split(separator: "sort=-").dropFirst().first?.split(separator: "&").first,
            let column = BodyFilter.Column.standard.firstIndex(where: { $0.rawValue == String(sort) })
        else { return try number(after: "，共 ", before: " 个") }
        let foot = try #require(page.firstMatch(of: /(?s)<tfoot>(.*)<\/tfoot>/)?.1, "\(address)")
        let cells = foot.matches(of: /<t[hd][^>]*>([^<]*)/).map(\.1)
        return try #require(Int(cells[column].replacing(",", with: "")), "\(address): \(cells)")
    }

    @Test("Every figure of the overview is what the list it leads to adds up to", arguments: ["/", "/?on=2020-12-31"])
    func overview(_ address: String) async throws {
        // Findings are shown once somebody looked.
        _ = try await office.get("/findings" + address.dropFirst(), as: "clerk")
        let page = try await office.get(address, as: "clerk").text
        let main = try #require(page.split(separator: "<main").last)
        var seen: Set<String> = []
        for figure in figures(String(main)) where !figure.address.hasPrefix("/motions") {
            let list = try await office.get(figure.address, as: "clerk")
            #expect(list.status == 200)
            #expect(try total(figure.address, in: list.text) == figure.number, "\(figure.address)")
            seen.insert(String(figure.address.prefix { $0 != "=" }))
        }
        #expect(seen.isSuperset(of: ["/bodies?sort", "/bodies?kind", "/people?kind", "/findings?severity"]))
    }

    @Test("The figures of a district are those of its report, body by body and kind by kind")
    func report() throws {
        let register = office.workbench.desk.register.register
        let heads = HeadFigures.sum(
            register.institutions.values.filter(\.isActive).map { HeadFigures.of($0.id, in: register) })
        let summary = BaselineSummary(of: register)
        for row in summary.establishment {
            guard let kind = row.kind, let figures = heads.first(where: { $0.kind == kind }) else { continue }
            #expect(figures.approved == row.approved.known)
            #expect(figures.occupied == row.occupied)
            #expect(figures.reserved == row.reserved)
            #expect(figures.vacant == row.vacant)
            #expect(figures.over == row.over)
        }
        #expect(heads.contains { ($0.over ?? 0) > 0 } && heads.contains { ($0.vacant ?? 0) > 0 })
    }

    @Test("One kind over its heads does not make up for another that has some free")
    func kindsStandAlone() {
        let free = HeadFigures(kind: .administrative, approved: 5, occupied: 2, reserved: 1)
        let over = HeadFigures(kind: .worker, approved: 1, occupied: 4, reserved: 0)
        let unknown = HeadFigures(kind: .worker, approved: nil, occupied: 7, reserved: 0)
        let sum = HeadFigures.sum([[free, over], [unknown]])
        #expect(sum.map(\.vacant) == [2, 0])
        #expect(sum.map(\.over) == [0, 3])
        #expect(sum.map(\.occupied) == [2, 11])
        #expect(unknown.vacant == nil && unknown.over == nil)
        // More put aside than there is leaves none free, and is not over before somebody fills it.
        let promised = HeadFigures(kind: .worker, approved: 3, occupied: 2, reserved: 4)
        #expect(promised.vacant == 0 && promised.over == 0)
    }

    @Test("A list of one kind has its figures alone", arguments: EstablishmentKind.allCases)
    func ofKind(_ kind: EstablishmentKind) throws {
        let register = office.workbench.desk.register.register
        let filter = BodyFilter(Fields([("kind", "\(kind.rawValue)")]))
        let lines = BodyLine.all(in: register)
        let found = filter.apply(to: lines, within: .everywhere, in: register, by: NameOrder(of: lines))
        for line in found {
            #expect(line.occupied == register.presence(of: line.id).occupied(kind))
            #expect(line.approved == register.approvedHeads(of: line.id, kind))
        }
        let filled = register.institutions.values.filter {
            $0.isActive && register.presence(of: $0.id).occupied(kind) > 0
        }
        #expect(Set(found.map(\.id)).isSuperset(of: filled.map(\.id)))
        #expect(filter.query().map(\.name) == ["kind"])
    }

    @Test("Findings are those of the register that is looked at, not of today's")
    func findingsOfADay() async throws {
        let today = try await office.get("/findings", as: "clerk").text
        #expect(today.contains("aria-current=\"page\">全部 "))
        let before = try await office.get("/findings?on=1999-01-01", as: "clerk").text
        #expect(!before.contains("aria-current=\"page\">全部 ") && !before.contains("没有发现问题"))
        let unknown = try await office.get("/findings?known=2021-01-31", as: "clerk").text
        #expect(!unknown.contains("aria-current=\"page\">全部 ") && !unknown.contains("没有发现问题"))
        // And the overview of a day nobody looked at yet offers to look, instead of showing those of another.
        let page = try await office.get("/?on=2021-06-30", as: "clerk").text
        #expect(page.contains("诊断该日台账") && page.contains("/findings?on=2021-06-30"))
    }

    @Test("A statement of one kind has its entries alone, the last first, and ends at the balance")
    func statement() async throws {
        let register = office.workbench.desk.register.register
        let kind = EstablishmentKind.institutionFull
        let body = try #require(
            register.institutions.keys.filter { (register.approvedHeads(of: $0, kind) ?? 0) > 0 }.min())
        let page = try await office.get("/ledger?holder=\(body)&kind=\(kind.rawValue)", as: "clerk").text
        let rows = try #require(page.firstMatch(of: /(?s)<tbody>(.*)<\/tbody>/)?.1).matches(of: /(?s)<tr>(.*?)<\/tr>/)
        #expect(!rows.isEmpty)
        for row in rows { #expect(row.1.contains(kind.name.zh)) }
        let balance = rows[0].1.matches(of: /<td class="number">([^<]*)/).last.map { String($0.1) }
        #expect(balance == register.approvedHeads(of: body, kind)?.grouped)
        #expect(try await office.get("/ledger?holder=\(body)", as: "clerk").text.contains(kind.name.zh))
    }

    @Test("All Acts are listed, and narrowed by kind and document")
    func acts() async throws {
        let position = office.workbench.desk.register.position
        let all = try await office.get("/ledger/acts", as: "clerk").text
        #expect(all.contains("共 \(position) 个"))
        #expect(try await office.get("/ledger/acts?basis=1", as: "clerk").text.contains("样编〔2020〕1号"))
        #expect(try await office.get("/ledger/acts?basis=3", as: "clerk").text.contains("没有符合条件的决定"))
        #expect(try await office.get("/ledger/acts?name=%E6%97%A0%E6%AD%A4", as: "clerk").text.contains("没有符合条件的决定"))
    }

    @Test("People and entries are exported as they are listed, on record, and without a name of anybody")
    func exports() async throws {
        let desk = office.workbench.desk.desk()
        let texts = try desk.journal.texts(kind: .personal, in: "339981")
        let names = texts.values.compactMap { PersonalRecord($0)?.name }.filter { $0.count > 2 }
        let kind = EstablishmentKind.institutionFull
        let people = try await office.post("/people/export?kind=\(kind.rawValue)", as: "clerk")
        #expect(people.status == 200)
        let grid = try readWorkbook(bytes: people.bytes, named: "people.xlsx")
        let listed = office.workbench.desk.register.register.people.values.filter { person in
            person.exit == nil && person.places.contains { $0.kind == kind }
        }
        let rows = grid.sheets[0].rows
        #expect(rows.count >= listed.count && rows.count <= listed.count + 4)
        #expect(try office.records(.exported).count == 1)
        let written = rows.description
        #expect(!names.contains { written.contains($0) })
        let pool = try await office.post("/ledger/export?holder=grant", as: "clerk")
        #expect(pool.status == 200)
        #expect(try office.records(.exported).count == 2)
        #expect(try await office.post("/ledger/export?holder=none", as: "clerk").status == 404)
    }

    @Test("Who may export of some bodies only is given the entries of no other, nor of a pool")
    func scopedExport() async throws {
        let register = office.workbench.desk.register.register
        let bodies = register.institutions.values.filter { $0.isActive && $0.profile.type == .publicInstitution }.map(
            \.id
        ).sorted()
        let leader = "leader:\(bodies[0])"
        #expect(try await office.post("/ledger/export?holder=\(bodies[0])", as: leader).status == 200)
        #expect(try await office.post("/ledger/export?holder=\(bodies[1])", as: leader).status == 404)
        #expect(try await office.post("/ledger/export?holder=grant", as: leader).status == 404)
    }

    @Test("The digest on every sheet is that of the register that is looked at, as its entry has it")
    func sheets() async throws {
        let office = try TestWorkbench(latin: ())
        let entries = office.workbench.desk.desk().history.entries
        #expect(entries.count == 2)
        #expect(office.workbench.desk.digest(at: 0) == .none)
        for entry in entries { #expect(office.workbench.desk.digest(at: entry.position) == entry.digest) }
        #expect(try await office.get("/bodies", as: "clerk").text.contains(entries[1].digest.description))
    }
}
