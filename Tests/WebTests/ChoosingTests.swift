import Accounts
import Basics
import Foundation
import Office
import Registry
import Testing

@testable import Web

@Suite("Bodies and people chosen by part of their names")
struct ChoosingTests {
    private let office: TestWorkbench

    init() throws { office = try TestWorkbench() }

    private func options(_ text: String) -> [String] {
        text.split(separator: "data-value=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    private func proposed(_ address: String, as who: String) async throws -> [String] {
        let answer = try await office.get(address, as: who)
        #expect(answer.status == 200)
        return options(answer.text)
    }

    private func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }

    /// Somebody who holds one place, whose body is below nobody, with their name.
    private func somebody(outside other: Institution.ID? = nil) throws -> (
        person: Person, body: Institution, name: String
    ) {
        let texts = try office.workbench.journal.texts(kind: .personal, in: office.workbench.jurisdiction)
        for person in office.register.people.values.sorted(by: { $0.id < $1.id }) where person.places.count == 1 {
            guard person.exit == nil, person.workplace == nil, !person.isDisputed,
                let body = office.register.institutions[person.places[0].institution],
                body.profile.supervisor == nil, body.id != other
            else { continue }
            if let name = texts[person.personal].flatMap(PersonalRecord.init)?.name { return (person, body, name) }
        }
        throw OfficeFailure(.input, "test", zh: "无人", en: "nobody")
    }

    private func leave(
        _ person: String, body: String = "", kind: String = "", step: String, more: [(String, String)] = []
    )
        -> [(String, String)]
    {
        [
            ("f", "leave"), ("place", "0"), ("against", "\(office.workbench.desk.register.position)"),
            ("seed", Identifier<DailyDraft>(high: 99, low: 7).description), ("title", "退休下编"), ("day", "2021.12.20"),
            ("organ", "区编办"), ("a0-person", person), ("a0-body", body), ("a0-kind", kind), ("a0-cause", "退休"),
            ("step", step),
        ] + more
    }

    @Test("What is proposed fits, and stands with what tells equals apart")
    func bodies() async throws {
        let (body, _) = try office.roomy(2)
        let name = body.profile.name
        #expect(try await proposed("/choose/bodies?q=\(encoded(name))", as: "clerk").first == name)
        #expect(try await proposed("/choose/bodies?q=\(encoded(String(name.suffix(3))))", as: "clerk").contains(name))
        let text = try await office.get("/choose/bodies?q=\(encoded(name))", as: "clerk").text
        #expect(text.contains(body.profile.type.name.zh))
        #expect(try await proposed("/choose/bodies", as: "clerk").count == Visit.mostCandidates)
        #expect(try await proposed("/choose/bodies?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA", as: "clerk").isEmpty)
        #expect(try await office.get("/choose/people-of-all", as: "clerk").status == 404)
        #expect(try await proposed("/choose/holders?q=%E6%B1%A0", as: "clerk").prefix(2) == ["统筹池", "周转池"])
        #expect(try await office.get("/choose/bodies?q=%3Cscript%3E", as: "clerk").text.contains("&lt;script&gt;"))
    }

    @Test("A contact is proposed their own bodies and their people, and no names")
    func contact() async throws {
        let (person, body, name) = try somebody()
        let (_, other, othersName) = try somebody(outside: body.id)
        let who = "contact:\(body.id)@8"
        #expect(try await proposed("/choose/bodies?q=\(encoded(other.profile.name))", as: who).isEmpty)
        #expect(
            try await proposed("/choose/bodies?q=\(encoded(body.profile.name))", as: who).first == body.profile.name)
        #expect(try await proposed("/choose/holders?q=%E6%B1%A0", as: who).isEmpty)
        #expect(try await proposed("/choose/people?for=leave&q=\(encoded(other.profile.name))", as: who).isEmpty)
        #expect(try await proposed("/choose/people?for=leave&q=\(encoded(name))", as: who).isEmpty)
        let mark = "#" + person.id.description.prefix(8)
        let own = try await office.get("/choose/people?for=leave&q=\(encoded(String(mark.dropFirst())))", as: who).text
        #expect(options(own).first?.hasSuffix(mark) == true)
        #expect(!own.contains(name))
        #expect(
            try await proposed("/choose/people?for=leave&q=\(encoded(othersName))", as: "contact:\(other.id)@9").isEmpty
        )
    }

    @Test("A name is looked up for a form, and that stands on record; without a form there is no name")
    func names() async throws {
        let (person, body, name) = try somebody()
        let records = try office.auditCount
        let found = try await proposed("/choose/people?for=leave&q=\(encoded(name))", as: "clerk@5")
        let mark = "#" + person.id.description.prefix(8)
        #expect(found.contains("\(name)（\(body.profile.name)） \(mark)"))
        #expect(try office.auditCount == records + 1)
        let lookup = try #require(try office.workbench.desk.desk().lookups().last)
        #expect(
            lookup.people.contains(person.id) && lookup.purpose == "填报：下编"
                && lookup.officer?.hasPrefix("Somebody 5") == true)
        for address in ["/choose/people?q=\(encoded(name))", "/choose/people?for=nothing&q=\(encoded(name))"] {
            #expect(try await proposed(address, as: "clerk").isEmpty)
        }
        #expect(try office.auditCount == records + 1)
    }

    @Test("What is proposed is of the day that the draft is for")
    func day() async throws {
        let (body, _) = try office.roomy(2)
        let old = encoded(body.profile.name)
        let number = try await office.rename(body, to: "新名称试验局", on: "2021-12-25")
        let shown = try await office.get("/motions/\(number)", as: "head@3").text
        #expect(
            try await office.post("/motions/\(number)/decision", office.decision(shown), as: "head@3").status == 303)
        let typed = encoded("新名称试验局")
        #expect(try await proposed("/choose/bodies?q=\(typed)&day=2021-12-25", as: "clerk") == ["新名称试验局"])
        #expect(
            try await proposed("/choose/bodies?q=\(typed)&day=2021%E5%B9%B412%E6%9C%8826%E6%97%A5", as: "clerk") == [
                "新名称试验局"
            ])
        #expect(try await proposed("/choose/bodies?q=\(typed)&day=2021-12-24", as: "clerk").isEmpty)
        #expect(
            try await proposed("/choose/bodies?q=\(typed)&day=tomorrow", as: "clerk").isEmpty,
            "a day that is none is today")
        #expect(
            try await proposed("/choose/bodies?q=\(old)&day=2021-12-26", as: "clerk").first == "新名称试验局",
            "by its former name")
    }

    @Test("Without script, a part of a name that means one is taken, said, and not sent unseen")
    func taken() async throws {
        let (body, kind) = try office.roomy(2)
        let part = try #require(onlyPart(of: body.profile.name))
        func fields(_ step: String, _ typed: String) -> [(String, String)] {
            office.useFields(body, kind, step: step).map {
                $0.0 == "a0-body" ? ("a0-body", typed) : $0
            }
        }
        for step in ["check", "send"] {
            let answer = try await office.post("/changes/headcount-use", fields(step, part), as: "clerk@1")
            #expect(answer.status == (step == "send" ? 422 : 200))
            #expect(answer.text.contains("按“\(part)”取：\(body.profile.name)"))
            #expect(
                answer.text.contains(
                    "name=\"a0-body\" type=\"text\" class=\"form-control\" maxlength=\"200\" value=\"\(body.profile.name)\""
                ))
        }
        #expect(try office.workbench.desk.desk().motions().isEmpty)
        #expect(
            try await office.post("/changes/headcount-use", fields("send", body.profile.name), as: "clerk@1").status
                == 303)
    }

    /// The shortest end of a name, of two characters at least, that no other body has in any of its names.
    private func onlyPart(of name: String) -> String? {
        for count in 2..<name.count {
            let part = String(name.suffix(count))
            let bodies = office.register.institutions.values.filter { body in
                ([body.profile.name, body.profile.shortName ?? ""] + body.plates).contains { $0.contains(part) }
            }
            if bodies.count == 1 { return part }
        }
        return nil
    }

    @Test("Without script, what can mean several is asked about; one press chooses, and nothing typed is lost")
    func several() async throws {
        let (body, kind) = try office.roomy(2)
        let part = String(body.profile.name.prefix(2))
        let fields = office.useFields(body, kind, count: "两百", step: "check").map {
            $0.0 == "a0-body" ? ("a0-body", part) : $0
        }
        let asked = try await office.post("/changes/headcount-use", fields, as: "clerk")
        #expect(asked.status == 422)
        #expect(asked.text.contains("与“\(part)”相符的有"))
        let steps = asked.text.split(separator: "name=\"step\" value=\"take:").dropFirst().map {
            $0.prefix { $0 != "\"" }
        }
        #expect(steps.count == Visit.mostCandidates)
        let step = "take:" + (steps.first ?? "")
        let chosen = try await office.post(
            "/changes/headcount-use", fields.map { $0.0 == "step" ? ("step", step) : $0 }, as: "clerk")
        let name = try #require(step.split(separator: ":").last)
        #expect(chosen.text.contains("value=\"\(name)\""))
        #expect(chosen.text.contains("value=\"两百\""))
        #expect(!chosen.text.contains("take:"))
    }

    @Test("Without script, a person is found by name and filled in with their place; the draft holds no name")
    func person() async throws {
        let (person, body, name) = try somebody()
        let mark = "#" + person.id.description.prefix(8)
        let checked = try await office.post("/changes/leave", leave(name, step: "check"), as: "clerk@5")
        let isOnly = checked.text.contains("按“\(name)”取")
        let value = "\(name)（\(body.profile.name)） \(mark)"
        if !isOnly { #expect(checked.text.contains("take:a0-person:0:\(value)")) }
        let steps = isOnly ? "check" : "take:a0-person:0:\(value)"
        let chosen = try await office.post("/changes/leave", leave(name, step: steps), as: "clerk@5").text
        #expect(chosen.contains("value=\"\(value)\""))
        if isOnly {
            #expect(chosen.contains("value=\"\(body.profile.name)\""))
        }
        let sent = try await office.post(
            "/changes/leave",
            leave(value, body: body.profile.name, kind: person.places[0].kind.name.zh, step: "send"), as: "clerk@5")
        #expect(sent.status == 303, "\(sent.text)")
        let motion = try await office.get("/motions/1", as: "inspector@6").text
        #expect(!motion.contains(name))
    }

    @Test("While a form is filled in nobody is looked up by name, and faults stand with their fields")
    func part() async throws {
        let (_, _, name) = try somebody()
        let records = try office.auditCount
        let answer = try await office.post(
            "/changes/leave", leave(name, step: "check"), as: "clerk@5", headers: ["hx-request": "true"])
        #expect(answer.status == 200)
        #expect(!answer.text.contains("<html"))
        #expect(try office.auditCount == records)
        #expect(answer.text.contains("<p data-field=\"field-a0-person\">台账中没有此人"))
        #expect(answer.text.contains("<p data-field=\"field-a0-cause\"></p>"))
        #expect(answer.text.contains("还需填写"))
    }

    @Test("A contact's part of a name says nothing of bodies that aren't theirs")
    func contactTyping() async throws {
        let (own, kind) = try office.roomy(2)
        let (other, _) = try office.roomy(2, except: own.id)
        let part = String(other.profile.name.prefix(2))
        for headers in [[:], ["hx-request": "true"]] {
            let fields = office.useFields(own, kind, step: "check").map { $0.0 == "a0-body" ? ("a0-body", part) : $0 }
            let answer = try await office.post(
                "/changes/headcount-use", fields, as: "contact:\(own.id)@8", headers: headers)
            let reach = Reach.bodies([own.id])
            for body in office.register.institutions.values
            where !reach.holds(body.id, in: office.register) && !own.profile.name.contains(body.profile.name) {
                #expect(!answer.text.contains(body.profile.name), "\(body.profile.name)")
            }
        }
    }

    @Test("What a contact may not see has no name on their pages, whatever identifier they bring")
    func identifiers() async throws {
        let (own, kind) = try office.roomy(2)
        let (person, body, _) = try somebody(outside: own.id)
        let who = "contact:\(own.id)@8"
        let shown = try await office.get("/changes/leave?person=\(person.id)&body=\(body.id)", as: who).text
        #expect(!shown.contains(body.profile.name) && !shown.contains("value=\"\(person.id)\""))
        let fields = office.useFields(own, kind, step: "check").map {
            $0.0 == "a0-body" ? ("a0-body", body.id.description) : $0
        }
        let typed = try await office.post("/changes/headcount-use", fields, as: who).text
        #expect(typed.contains(body.id.description) && !typed.contains(body.profile.name))
        let both = try await office.post(
            "/changes/leave", leave(person.id.description, body: body.id.description, step: "check"), as: who
        ).text
        #expect(!both.contains(body.profile.name))
        #expect(
            try await office.get("/changes/leave?person=\(person.id)", as: "clerk").text.contains(body.profile.name))
    }

    @Test("Several bodies stand in boxes of their own")
    func boxes() async throws {
        let (body, _) = try office.roomy(2)
        let (other, _) = try office.roomy(2, except: body.id)
        let part = try #require(onlyPart(of: other.profile.name))
        let fields = [
            ("f", "abolish"), ("place", "0"), ("title", "撤销"), ("day", "2021-12-20"), ("organ", "区编办"),
            ("a0-body", body.profile.name), ("a0-successors", ""), ("a0-successors", part), ("step", "check"),
        ]
        let page = try await office.post("/changes/abolish", fields, as: "clerk").text
        #expect(!page.contains("填了两次"))
        #expect(page.contains("按“\(part)”取：\(other.profile.name)"))
        #expect(page.split(separator: "name=\"a0-successors\"").count == 4)
    }

    @Test("A form is found by what is to be done; a contact finds theirs only")
    func forms() async throws {
        func found(_ address: String, as who: String) async throws -> [String] {
            let text = try await office.get(address, as: who, headers: ["hx-request": "true"]).text
            return text.split(separator: "href=\"/changes/").dropFirst().map {
                String($0.prefix { !"?\"".contains($0) })
            }
        }
        #expect(try await found("/changes?q=\(encoded("退休"))", as: "clerk") == ["leave"])
        #expect(try await found("/changes?q=jggm", as: "clerk") == ["rename"])
        #expect(try await found("/changes?q=retire", as: "clerk").isEmpty)
        #expect(try await found("/changes", as: "clerk").count == ChangeForm.all.count)
        let (body, _) = try office.roomy(2)
        #expect(try await found("/changes?q=jggm", as: "contact:\(body.id)@8").isEmpty)
        #expect(try await found("/changes?q=\(encoded("用编"))", as: "contact:\(body.id)@8").contains("headcount-use"))
        let kept = try await office.get("/changes?q=jggm&body=\(body.id)", as: "clerk").text
        #expect(kept.contains("href=\"/changes/rename?body=\(body.id)\""))
    }

    @Test("Enter checks a draft of several forms, and takes none out")
    func enter() async throws {
        let (body, kind) = try office.roomy(2)
        let page = try await office.post(
            "/changes/headcount-use", office.useFields(body, kind, step: "add") + [("next", "rename")], as: "clerk"
        ).text
        // A browser presses the first button of the form.
        let form = try #require(page.split(separator: "data-hx-post").last)
        let steps = form.split(separator: "name=\"step\" value=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(steps.first == "check")
        #expect(steps.contains("drop:0"))
    }

    @Test("From a body's page its form knows the body, and what it is about")
    func defaults() async throws {
        let (body, _) = try office.roomy(2)
        let page = try await office.get("/changes/rename?body=\(body.id)", as: "clerk").text
        #expect(page.contains("value=\"\(body.profile.name)\""))
        #expect(page.contains("value=\"\(body.profile.name)机构更名\""))
        let (person, home, name) = try somebody()
        let leave = try await office.get("/changes/leave?person=\(person.id)", as: "clerk").text
        #expect(leave.contains("#\(person.id.description.prefix(8))\""))
        #expect(leave.contains("value=\"\(home.profile.name)\""))
        #expect(!leave.contains(name))
        // Where they work is asked for only where it is elsewhere.
        let workplace = try await office.get("/changes/workplace?person=\(person.id)", as: "clerk").text
        #expect(!workplace.contains("value=\"\(home.profile.name)\""))
    }

    @Test("Rows are dense for whoever chose that, without script, and it leads nowhere else")
    func density() async throws {
        #expect(try await !office.get("/bodies", as: "clerk").text.contains(" compact\">"))
        let chosen = try await office.get("/density/compact?back=/bodies?type%3D1", as: "clerk")
        #expect(chosen.status == 303 && chosen.headers["location"] == "/bodies?type=1")
        #expect(chosen.cookies.contains { $0.hasPrefix("density=compact;") })
        let headers = ["cookie": "sanding=clerk; density=compact"]
        #expect(try await office.get("/bodies", as: nil, headers: headers).text.contains(" compact\">"))
        #expect(try await office.get("/density/compact?back=//evil.example", as: "clerk").headers["location"] == "/")
        #expect(try await office.get("/density/other", as: "clerk").status == 404)
    }
}

extension TestWorkbench {
    /// A motion that renames a body from a day on, moved by the clerk who is person 1: its number.
    func rename(_ body: Institution, to name: String, on day: String) async throws -> Int {
        let answer = try await post(
            "/changes/rename",
            [
                ("f", "rename"), ("place", "0"), ("against", "\(workbench.desk.register.position)"),
                ("seed", Identifier<DailyDraft>(high: 99, low: 3).description), ("title", "更名"), ("day", day),
                ("organ", "区编办"), ("a0-body", body.profile.name), ("a0-name", name), ("step", "send"),
            ], as: "clerk@1")
        let place = try #require(answer.headers["location"], "\(answer.text)")
        return try #require(place.split(separator: "/").last.flatMap { Int($0) })
    }
}
