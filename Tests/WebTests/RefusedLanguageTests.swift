import Accounts
import Basics
import Office
import Testing

@testable import Web

@Suite("What a refused form says, in both languages")
struct RefusedLanguageTests {
    /// Forms that go well with nothing filled in.
    private static let modest: Set<String> = [
        "/language/{to}", "/sign-out", "/bodies/export", "/people/export", "/accounts/export", "/tree/export",
        "/uses/lapse",
        "/audit/check", "/imports/{id}/problems",
        "/imports/{id}/left-out", "/imports/{id}/stop", "/imports/{id}/drop",
    ]

    /// The names of the fields on a page, but of what every page has.
    private func names(on page: String) -> [String] {
        let marks = page.split(separator: "name=\"").dropFirst().compactMap {
            $0.split(separator: "\"").first.map(String.init)
        }
        return Set(marks).subtracting(["form-token", "q", "on", "known", "viewport", "htmx-config", "color-scheme"])
            .sorted()
    }

    @Test("An English answer has no Chinese but what is data, a Chinese one is in Chinese")
    func everyForm() async throws {
        for route in Route.all where route.method == .post {
            // Each in an office of its own: what one form does is not in the way of another.
            let office = try TestWorkbench(latin: ())
            try office.putImport()
            try office.putMotion()
            let account = try office.open("dora", "Dora Example", [Grant(.head)]).id.description
            let path = LanguageTests.address(of: route).replacing(LanguageTests.account, with: account)
            let isDoor = ["/sign-in", "/code", "/link/none"].contains(path)
            let who = isDoor ? nil : path.hasPrefix("/me") ? "login:dora" : LanguageTests.reader + "+organisation"
            let empty = try await office.post(path, as: who, language: "en")
            let isRefused = (400..<500).contains(empty.status)
            #expect(isRefused != Self.modest.contains(route.pattern), "\(path): \(empty.status)")
            check(empty, path)
            guard isRefused else { continue }
            let wrong = names(on: empty.text).map { ($0, "x<y") }
            check(try await office.post(path, wrong, as: who, language: "en"), path)
            let chinese = try await office.post(path, as: who)
            #expect(chinese.text.contains("<html lang=\"zh-CN\">") && chinese.text != empty.text, "\(path)")
        }
    }

    private func check(_ answer: TestWorkbench.Answer, _ path: String) {
        #expect(answer.status < 500, "\(path): \(answer.status)")
        guard answer.headers["content-type"]?.hasPrefix("text/html") ?? false else { return }
        if let found = LanguageTests.chinese(in: answer.text) { Issue.record("\(path): \(found)") }
    }

    @Test("Every form of daily work: new, empty and filled in wrongly")
    func dailyWork() async throws {
        let office = try TestWorkbench(latin: ())
        for form in ChangeForm.all {
            let path = "/changes/\(form.code)"
            let new = try await office.get(path, as: "clerk", language: "en")
            #expect(new.status == 200, "\(path)")
            if let found = LanguageTests.chinese(in: new.text) { Issue.record("\(path): \(found)") }
            let head = [("f", form.code), ("place", "0"), ("step", "send")]
            for value in ["", "x<y", "1", String(repeating: "9", count: 3000)] {
                let fields =
                    head + form.items.map { ("a0-" + $0.key, value) }
                    + ["title", "day", "organ", "reform"].map { ($0, value) }
                let english = try await office.post(path, fields, as: "clerk", language: "en")
                #expect(english.status == 422, "\(path) \(value.prefix(3)): \(english.status)")
                if let found = LanguageTests.chinese(in: english.text) { Issue.record("\(path): \(found)") }
                #expect(english.text.contains("First mend this"), "\(path)")
                let chinese = try await office.post(path, fields, as: "clerk")
                #expect(chinese.text.contains("请先改正") && !chinese.text.contains("First mend this"), "\(path)")
            }
        }
    }
}
