import Accounts
import Basics
import HTML
import Office
import Papers
import Registry

extension Route {
    /// What may be meant by what was typed into a field so far.
    static let choosingRoutes: [Route] = [
        .slowPage("/choose/people", .requestHeads) { try $0.suggestions(.people, within: $0.reach(of: .requestHeads)) },
        .page("/choose/{kind}", .readRegister) { visit in
            guard let pick = visit.parameters["kind"].flatMap(Pick.init(rawValue:)), pick != .people else {
                throw Denial.notFound
            }
            return try visit.suggestions(pick, within: visit.reach(of: .readRegister))
        },
    ]
}

extension Visit {
    /// The longest text that is looked for.
    static let longestTyped = 200

    /// What may be meant by `q`, on the day that `day` says where it says one: the day that a form is for.
    func suggestions(_ pick: Pick, within reach: Reach) throws(OfficeFailure) -> Reply {
        let typed = String((query["q"] ?? "").prefix(Visit.longestTyped))
        let form = query["for"].flatMap { ChangeForm.form($0) }.flatMap { form in
            formsAtHand.contains { $0.code == form.code } ? form : nil
        }
        let day = asOf(typed: query["day"])
        // Before anything is typed, what is of the body that the form is about comes first: duties, people, what is put aside.
        let about = query["about"].flatMap { Institution.ID($0) }.flatMap {
            day.register.institutions[$0]?.profile.name
        }
        let isOfBody = typed.isEmpty && [.duties, .people, .reservations].contains(pick)
        let (found, total) = try candidates(
            pick, isOfBody ? about ?? "" : typed, day, within: reach, for: isOfBody ? nil : form)
        return part { html in
            html(.ul, .role("listbox"), .aria(.label, say("相符的", "What fits"))) { html in
                for candidate in found { writeOption(candidate, into: &html) }
            }
            html(.p, .class("said"), text: said(found.count, of: total, typed))
        }
    }

    /// What is looked at on a day that was typed; what is looked at anyway where that is none.
    func asOf(typed day: String?) -> AsOf {
        day.flatMap { typedDay($0) }.map { AsOf(on: $0, desk: workbench.desk, today: today) } ?? asOf
    }

    private func writeOption(_ candidate: Candidate, into html: inout Markup) {
        func fill(_ key: String) -> String { candidate.fills.first { $0.key == key }?.value ?? "" }
        html(
            .li, .role("option"), .aria(.selected, "false"), .data("data-value", candidate.value),
            .data("data-body", fill("body")).when(!fill("body").isEmpty),
            .data("data-kind", fill("kind")).when(!fill("kind").isEmpty)
        ) { html in
            html(.span, .class("option"), text: candidate.title)
            html(.span, .class("quiet"), text: candidate.detail)
        }
    }

    private func said(_ count: Int, of total: Int, _ typed: String) -> String {
        if count == 0 { return say("没有与“\(typed)”相符的。", "Nothing fits “\(typed)”.") }
        if count < total {
            return say("相符的有\(total)个，列出前\(count)个，请再多写几个字。", "\(count) of \(total) that fit: type more to narrow it.")
        }
        return say("\(count)个相符，用上下键选，按回车取用。", "\(count) fit: arrow keys and Enter choose.")
    }
}
