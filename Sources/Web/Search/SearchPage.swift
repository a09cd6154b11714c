import Accounts
import Basics
import HTML
import Office
import Registry
import Search

extension Route {
    /// One search box over all.
    static let searchRoutes: [Route] = [
        .slowPage("/search", .readRegister) { try $0.searchPage() }
    ]
}

extension Visit {
    /// How many of what was found are listed.
    private static let mostFound = 80

    func searchPage() throws -> Reply {
        let head = PageHead(title: say("检索", "Search"), place: "search")
        guard let text = query["q"].map({ String($0.prefix(100)) }) else {
            return page(head) { html in writeSearchForm("", into: &html) }
        }
        switch find(text) {
        case .failure(let failure) where failure.kind == .input:
            return page(head, status: 422) { html in
                writeSearchForm(text, into: &html)
                html(.p, .class("note warned"), text: say(failure.wording))
            }
        case .failure(let failure): throw failure
        case .success(let answer): return resultPage(head, text, answer)
        }
    }

    private func find(_ text: String) -> Result<SearchAnswer, OfficeFailure> {
        Result { () throws(OfficeFailure) in
            let desk = workbench.desk.desk().known(at: asOf.position)
            var source = SystemRandomNumberGenerator()
            let texts = try workbench.derived.searchTexts(of: asOf, at: desk)
            let kinds: Set<SearchKind> = may(.readWhole) ? [.institution, .duty, .document] : [.institution, .duty]
            return try desk.search(
                text, in: texts, kinds: kinds, people: .withheld,
                // What is out of reach must leave no less of what is within it.
                limit: reach(of: .readRegister) == .everywhere ? Visit.mostFound : .max, at: now, from: &source)
        }
    }

    private func resultPage(_ head: PageHead, _ text: String, _ answer: SearchAnswer) -> Reply {
        let reach = reach(of: .readRegister)
        let within = answer.matches.filter { match in
            switch match.subject {
            case .institution(let id): reach.holds(id, in: answer.register)
            case .duty(let id): answer.register.duties[id].map { reach.holds($0.holder, in: answer.register) } ?? false
            case .document: true
            case .person: false
            }
        }
        let matches = within.prefix(Visit.mostFound)
        return page(head) { html in
            writeSearchForm(text, into: &html)
            guard !matches.isEmpty else {
                html(.div, .class("empty")) { html in
                    html(.p, text: say("没有找到“\(text)”。", "Nothing has “\(text)”."))
                    html(
                        .p, .class("quiet"),
                        text: say(
                            "可少写几个字再试；人员请到机构的人员页查找。", "Try fewer words; people are found on the pages of their bodies.")
                    )
                }
                return
            }
            let counted = SearchKind.allCases.compactMap { kind in answer.totals[kind].map { say(kind.counted($0)) } }
            if reach == .everywhere { html(.p, .class("quiet"), text: counted.joined(separator: say("，", ", "))) }
            html(.ul, .class("results")) { html in
                for match in matches { write(match, answer.register, into: &html) }
            }
            if max(within.count, reach == .everywhere ? answer.total : 0) > matches.count {
                html(
                    .p, .class("quiet"),
                    text: say(
                        "只列出最相符的\(matches.count)条，请多写几个字缩小范围。",
                        "The \(matches.count) that fit best are listed; write more to narrow them down."))
            }
        }
    }

    private func writeSearchForm(_ text: String, into html: inout Markup) {
        html(.form, .method("get"), .action(.path(["search"])), .class("filters"), .role("search")) { html in
            for pair in asOf.query { html(.input, .type("hidden"), .name(pair.name), .value(pair.value)) }
            html(.div, .class("filter wide")) { html in
                html(.label, .for("search-q"), text: say("字词", "Words"))
                html(
                    .input, .id("search-q"), .name("q"), .type("search"), .class("form-control"), .maxlength(100),
                    .value(text))
            }
            html(.div, .class("filter")) { html in
                html(.button, .type("submit"), .class("btn btn-outline"), text: say("检索", "Search"))
            }
        }
    }

    private func write(_ match: SearchMatch, _ register: Register, into html: inout Markup) {
        let (place, title): (Link, String)
        switch match.subject {
        case .institution(let id):
            (place, title) = (link("bodies", id.description), register.institutions[id]?.profile.name ?? "")
        case .duty(let id):
            let holder = register.duties[id]?.holder
            place = holder.map { link("bodies", $0.description, fragment: "duty-" + id.description) } ?? link("bodies")
            title = holder.flatMap { register.institutions[$0]?.profile.name } ?? ""
        case .document(let citation):
            (place, title) = (link("documents", query: [("name", citation.description)]), citation.description)
        case .person(let id):
            (place, title) = (link("people", id.description), "")
        }
        html(.li, .class("past").when(match.isPast)) { html in
            html(.span, .class("tag"), text: say(match.kind.name))
            html.text(" ")
            html(.a, .href(place), text: title)
            html(.p) { html in
                html(.span, .class("quiet"), text: say(match.best.role.name) + say("：", ": "))
                for piece in match.best.marked.pieces {
                    if piece.isMatch { html(.mark, text: piece.text) } else { html.text(piece.text) }
                }
            }
        }
    }
}
