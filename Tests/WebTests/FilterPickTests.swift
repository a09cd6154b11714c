import Accounts
import Basics
import Foundation
import Office
import Registry
import Testing

@testable import Web

@Suite("Lists narrowed to what is chosen by part of its name")
struct FilterPickTests {
    private let office: TestWorkbench
    private let supervisor: Institution

    init() throws {
        office = try TestWorkbench()
        let bodies = office.register.institutions
        let of = Dictionary(grouping: bodies.values.filter(\.isActive).compactMap(\.profile.supervisor), by: { $0 })
        let most = try #require(of.max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }?.key)
        supervisor = try #require(bodies[most])
    }

    private func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }

    @Test("A whole name leads to the address with the identifier, whatever else it says; the field shows the name")
    func wholeName() async throws {
        let (name, id) = (supervisor.profile.name, supervisor.id.description)
        let asked = try await office.get(
            "/bodies?name=&supervisor=\(encoded(name))&state=both&page=3&column=type&column=rank&on=2021-12-01",
            as: "clerk")
        #expect(asked.status == 303)
        #expect(
            asked.headers["location"] == "/bodies?state=both&column=type&column=rank&supervisor=\(id)&on=2021-12-01")
        let list = try await office.get("/bodies?supervisor=\(id)", as: "clerk")
        #expect(list.status == 200 && list.text.contains("value=\"\(name)\""))
        let below = office.register.institutions.values.filter { $0.isActive && $0.profile.supervisor == supervisor.id }
        #expect(list.text.contains("共 \(below.count) 个"))
        #expect(list.text.contains("data-suggest=\"/choose/bodies\""))
        // The past has its own names.
        let past = try await office.get("/bodies?supervisor=\(id)&on=2021-12-01", as: "clerk").text
        #expect(past.contains("data-suggest=\"/choose/bodies?on=2021-12-01\""))
    }

    @Test("What can mean several is asked back, what means nothing is said; neither narrows the list")
    func several() async throws {
        let asked = try await office.get("/bodies?supervisor=\(encoded("局"))&kind=1", as: "clerk")
        #expect(asked.status == 422 && asked.text.contains("value=\"局\"") && asked.text.contains("id=\"faults\""))
        let whole = try await office.get("/bodies?kind=1", as: "clerk").text
        let count = try #require(whole.split(separator: "class=\"count\">").dropFirst().first?.prefix { $0 != "<" })
        #expect(asked.text.contains(count))
        let links = asked.text.split(separator: "href=\"/bodies?kind=1&amp;supervisor=").dropFirst().map {
            String($0.prefix { $0 != "\"" })
        }
        let proposed = try await office.get("/choose/bodies?q=\(encoded("局"))", as: "clerk").text
        let names = proposed.split(separator: "data-value=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        #expect(names.count > 1 && links == names.map { office.register.institution(named: $0)?.id.description ?? "" })
        let none = try await office.get("/bodies?supervisor=\(encoded("没有这个"))", as: "clerk")
        #expect(none.status == 422 && none.text.contains("没有与“没有这个”相符的"))
    }

    @Test("What is out of a contact's reach has no name, by whatever it is asked for")
    func outOfReach() async throws {
        let outside = try #require(
            office.register.institutions.values.filter {
                $0.isActive && $0.profile.supervisor == nil && $0.id != supervisor.id
            }
            .min { $0.id < $1.id })
        let who = "contact:\(supervisor.id)@8"
        for (list, field) in [("/bodies", "supervisor"), ("/people", "body"), ("/motions", "body"), ("/uses", "body")] {
            let byIdentifier = try await office.get("\(list)?\(field)=\(outside.id)", as: who)
            #expect(byIdentifier.status == 422 && !byIdentifier.text.contains(outside.profile.name), "\(list)")
            let byName = try await office.get("\(list)?\(field)=\(encoded(outside.profile.name))", as: who)
            #expect(byName.status == 422 && !byName.text.contains(outside.id.description), "\(list)")
            let own = try await office.get("\(list)?\(field)=\(encoded(supervisor.profile.name))", as: who)
            #expect(own.status == 303 && own.headers["location"] == "\(list)?\(field)=\(supervisor.id)", "\(list)")
        }
    }

    @Test("People of a body are those on its establishment and those who work there")
    func people() async throws {
        // Where somebody works who has a place elsewhere, so that people and places aren't the same.
        let body = try #require(
            office.register.people.values.filter { $0.exit == nil && !$0.places.isEmpty }.compactMap(\.workplace).min())
        let there = office.register.people.values.filter { other in
            other.exit == nil && (other.workplace == body || other.places.contains { $0.institution == body })
        }
        let places = there.reduce(0) { sum, one in sum + one.places.count { $0.institution == body } }
        #expect(places != there.reduce(0) { $0 + $1.places.count })
        let text = try await office.get("/people?body=\(body)", as: "clerk").text
        #expect(text.contains("共 \(there.count) 人，占编 \(places) 名"))
    }

    @Test("The ledger leads to the account of a body or a pool by its name")
    func ledger() async throws {
        for (typed, code) in [("统筹池", "district-pool"), (supervisor.profile.name, supervisor.id.description)] {
            let asked = try await office.get("/ledger?holder=\(encoded(typed))", as: "clerk")
            #expect(asked.status == 303 && asked.headers["location"] == "/ledger?holder=\(code)")
            #expect(try await office.get("/ledger?holder=\(code)", as: "clerk").status == 200)
        }
        let several = try await office.get("/ledger?holder=\(encoded("池"))", as: "clerk")
        #expect(several.status == 422 && several.text.contains("href=\"/ledger?holder=turnover-pool\""))
    }

    @Test("What is put aside is chosen by its body, of what is the viewer's, and stands in the draft by its identifier")
    func reservations() async throws {
        let office = try TestWorkbench(latin: ())
        let id = "00000000000000050000000000000001"
        let kind = EstablishmentKind.institutionFull.name.zh
        let shown = "Road Station：\(kind)1名 #00000000"
        let found = try await office.get("/choose/reservations?q=road", as: "clerk").text
        #expect(found.contains("data-value=\"\(shown)\"") && found.contains("data-body=\"Road Station\""))
        #expect(found.contains("data-kind=\"\(kind)\""))
        #expect(try await office.get("/choose/reservations", as: "clerk").text.contains(shown))
        #expect(try await office.get("/choose/reservations?q=ferry", as: "clerk").text.contains("没有与"))
        let others = "contact:00000000000000070000000000000003@8"
        #expect(!(try await office.get("/choose/reservations?q=road", as: others).text.contains("Road Station")))
        let form = try await office.get("/changes/void?use=\(id)", as: "clerk").text
        #expect(form.contains("value=\"\(shown)\"") && form.contains("data-suggest=\"/choose/reservations?for=void\""))
        func send(_ typed: String) async throws -> TestWorkbench.Answer {
            try await office.post(
                "/changes/void",
                [
                    ("f", "void"), ("place", "0"), ("against", "2"), ("title", "Give it up"), ("day", "2021-12-20"),
                    ("organ", "Office"), ("a0-use", typed), ("step", "send"),
                ], as: "clerk")
        }
        let taken = try await send("road")
        #expect(taken.status == 422 && taken.text.contains("按“road”取：\(shown)"))
        #expect(try await send("nothing of it").status == 422)
        let sent = try await send(shown)
        let place = try #require(sent.headers["location"])
        #expect(try await office.get(place, as: "clerk").text.contains("href=\"/uses/\(id)\""))
    }
}
