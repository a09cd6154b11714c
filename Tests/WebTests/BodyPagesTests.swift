import Accounts
import Basics
import Office
import Registry
import Testing

@testable import Web

@Suite("The pages of bodies")
struct BodyPagesTests {
    let office: TestWorkbench
    var register: Register { office.workbench.desk.register.register }

    init() throws { office = try TestWorkbench() }

    /// The names in the list, in its order.
    private func names(_ page: String) -> [String] {
        page.split(separator: "<th scope=\"row\"><a href=\"/bodies/").dropFirst().compactMap { part in
            part.split(separator: ">", maxSplits: 1).last?.split(separator: "<").first.map(String.init)
        }
    }

    @Test("A list has eighty lines a page, and all pages together have every living body once")
    func paging() async throws {
        let living = register.institutions.values.filter(\.isActive)
        var listed: [String] = []
        for page in 1...((living.count + 79) / 80) {
            let some = names(try await office.get("/bodies?page=\(page)", as: "clerk").text)
            #expect(some.count == min(80, living.count - listed.count))
            listed += some
        }
        #expect(listed.sorted() == living.map(\.profile.name).sorted())
        let beyond = try await office.get("/bodies?page=9999", as: "clerk")
        #expect(beyond.status == 200)
        #expect(names(beyond.text) == Array(listed.suffix(names(beyond.text).count)))
    }

    @Test("A list is narrowed by what the address says", arguments: [1, 3, 9] as [UInt8])
    func narrowed(_ type: UInt8) async throws {
        let wanted = register.institutions.values.filter { $0.isActive && $0.profile.type.rawValue == type }
        let listed = names(try await office.get("/bodies?type=\(type)", as: "clerk").text)
        #expect(Set(listed).isSubset(of: Set(wanted.map(\.profile.name))))
        #expect(listed.count == min(80, wanted.count))
    }

    @Test("A list is sorted by the column that is chosen, both ways, and unknown figures stand last")
    func sorted() {
        let lines = BodyLine.all(in: register)
        for descending in [false, true] {
            var filter = BodyFilter(Fields([("sort", (descending ? "-" : "") + "vacant")]))
            filter.state = .both
            let found = filter.apply(to: lines, within: .everywhere, in: register, by: NameOrder(of: lines)).map(
                \.vacant)
            let known = found.compactMap { $0 }
            #expect(known == (descending ? known.sorted(by: >) : known.sorted()))
            #expect(found.prefix(known.count).allSatisfy { $0 != nil })
            #expect(known.count > 10)
        }
    }

    @Test("Names are listed by sound, as Chinese lists have them, and what is called the same keeps one order")
    func bySound() throws {
        let named = ["银行", "卫生局", "安置办", "教育局", "张村", "阿里街道", "卫生局"]
        var register = Register()
        for (number, name) in named.enumerated() {
            let profile = Profile(name: name, type: .publicInstitution)
            register.suppose(.establish(Institution.ID(high: 4, low: UInt64(number)), profile, origin: nil))
        }
        let lines = BodyLine.all(in: register)
        for descending in [false, true] {
            let filter = BodyFilter(Fields([("sort", (descending ? "-" : "") + "name")]))
            let found = filter.apply(to: lines, within: .everywhere, in: register, by: NameOrder(of: lines))
            let expected = ["阿里街道", "安置办", "教育局", "卫生局", "卫生局", "银行", "张村"]
            #expect(found.map(\.name) == (descending ? expected.reversed() : expected))
        }
    }

    @Test("The totals of a list are those of the ledger")
    func totals() async throws {
        let heads = EstablishmentKind.allCases.reduce(0) { sum, kind in
            sum - register.ledger.balance(of: Account(.grant, .heads(kind)))
        }
        let page = try await office.get("/bodies?state=both", as: "clerk").text
        let foot = try #require(page.split(separator: "<tfoot>").last)
        #expect(foot.contains(">\(heads.grouped)<"))
    }

    @Test("A body's page says what it has, and its numbers lead on")
    func body() async throws {
        let body = try #require(
            register.institutions.values.filter {
                $0.isActive && !register.duties(of: $0.id).isEmpty && (register.approvedHeads(of: $0.id) ?? 0) > 0
            }.min { $0.id < $1.id })
        let page = try await office.get("/bodies/\(body.id)", as: "clerk").text
        #expect(page.contains("<h1>\(body.profile.name)</h1>"))
        for duty in register.duties(of: body.id) { #expect(page.contains(duty.text)) }
        for figures in HeadFigures.of(body.id, in: register) {
            #expect(page.contains("/bodies/\(body.id)/people?kind=\(figures.kind.rawValue)"))
        }
        #expect(page.contains("/ledger?holder=\(body.id)"))
        // An inspector looks, and changes nothing.
        #expect(page.contains("办理变动"))
        #expect(try await !office.get("/bodies/\(body.id)", as: "inspector").text.contains("办理变动"))
    }

    @Test("Looked at as of a day before the register began, there is nothing, and the page says of when it is")
    func before() async throws {
        let page = try await office.get("/bodies?on=1999-01-01", as: "clerk").text
        #expect(names(page).isEmpty)
        #expect(page.contains("1999年1月1日"))
        #expect(page.contains("非今日台账"))
        #expect(page.contains("on=1999-01-01"))
        #expect(try await !office.get("/bodies", as: "clerk").text.contains("非今日台账"))
    }

    @Test("What was known before the register was recorded is nothing, too")
    func knownBefore() async throws {
        #expect(names(try await office.get("/bodies?known=2021-01-31", as: "clerk").text).isEmpty)
        #expect(!names(try await office.get("/bodies?known=2021-02-01", as: "clerk").text).isEmpty)
    }

    @Test("A name that is script is text")
    func script() async throws {
        let page = try await office.get("/bodies?name=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27", as: "clerk").text
        #expect(!page.contains("<script>alert"))
        #expect(page.contains("&lt;script&gt;alert"))
    }

    @Test("Names of people stand on no page of the register")
    func noNames() async throws {
        let desk = office.workbench.desk.desk()
        let texts = try desk.journal.texts(kind: .personal, in: "339981")
        let names = texts.values.compactMap { PersonalRecord($0)?.name }.filter { $0.count > 2 }
        #expect(names.count > 50)
        let body = try #require(
            register.institutions.values.max {
                register.presence(of: $0.id).occupied < register.presence(of: $1.id).occupied
            })
        for path in [
            "/bodies/\(body.id)", "/bodies/\(body.id)/people", "/bodies/\(body.id)/history", "/people",
            "/ledger/acts/1",
        ] {
            let page = try await office.get(path, as: "clerk").text
            #expect(!names.contains { page.contains(">\($0)<") }, "\(path)")
        }
    }

    @Test("A person's data are shown for a reason, and who looked stays on record")
    func reveal() async throws {
        let person = try #require(register.people.values.filter { !$0.places.isEmpty }.min { $0.id < $1.id })
        let text = try office.workbench.journal.text(of: person.personal, in: "339981")
        guard case .text(let sealed) = text, let record = PersonalRecord(sealed) else { return #expect(Bool(false)) }
        let path = "/people/\(person.id)"
        #expect(try await !office.get(path, as: "clerk").text.contains(record.name))
        #expect(try await office.post(path, as: "clerk").status == 422)
        #expect(
            try await office.post(path, [("purpose", String(repeating: "长", count: 201))], as: "clerk").status == 422)
        let numbered = try await office.post(
            path, [("purpose", "核对 \(TestWorkbench.identityNumber) 的名册")], as: "clerk")
        #expect(numbered.status == 422 && !numbered.text.contains(record.name))
        #expect(numbered.text.contains("field-purpose-fault") && numbered.text.contains(TestWorkbench.identityNumber))
        #expect(try await office.post(path, [("purpose", "核对名册")], as: "inspector").status == 403)
        #expect(try office.workbench.desk.desk().lookups().isEmpty)
        let shown = try await office.post(path, [("purpose", "核对名册")], as: "clerk")
        #expect(shown.status == 200)
        #expect(shown.text.contains(record.name))
        let looks = try office.workbench.desk.desk().lookups()
        #expect(looks.count == 1)
        #expect(looks.first?.people == [person.id])
        #expect(looks.first?.purpose == "核对名册")
        #expect(looks.first?.officer == "Somebody somebody")
    }
}
