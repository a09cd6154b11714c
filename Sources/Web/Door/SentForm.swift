import Accounts
import Basics
import HTML
import Office

/// A form that was sent and waits, as it is told to whoever looks at it once more (待续内容).
struct SentForm: Sendable {
    /// What is done when it is sent.
    let deed: String
    /// What was typed, field by field.
    var fields: [FormField] = []
    /// What moved meanwhile, where that is no reason not to send it.
    var news: String?
    /// Why it can't be sent any more, and what to do instead.
    var obstacle: String?
    /// The page it was filled in on.
    var page: Link?

    /// A form that does something.
    init(_ deed: String, page: Link? = nil) {
        self.deed = deed
        self.page = page
    }
}

extension Route {
    /// The form that is sent to an address, with what stands there in the place of names in braces. Where two fit, it is the
    /// one with fewer braces, as it is for the router.
    static func form(at path: String) -> (route: Route, parameters: [String: String])? {
        let segments = path.split(separator: "/").map { String($0).removingPercentEncoding ?? String($0) }
        let found = all.filter { $0.method == .post }.compactMap { route in
            route.parameters(of: segments).map { (route: route, parameters: $0) }
        }
        return found.min { $0.parameters.count < $1.parameters.count }
    }

    private func parameters(of segments: [String]) -> [String: String]? {
        let parts = pattern.split(separator: "/")
        guard parts.count == segments.count else { return nil }
        var found: [String: String] = [:]
        for (part, segment) in zip(parts, segments) {
            if part.hasPrefix("{") {
                found[String(part.dropFirst().dropLast())] = segment
            } else if part != segment {
                return nil
            }
        }
        return found
    }
}

extension Visit {
    /// A form that waits, as it stands now: what it says, what sending it does, and what keeps it from being sent.
    func told(_ held: HeldForm) -> SentForm {
        let unknown = SentForm(say("提交原来填写的内容", "send what was filled in"))
        let parts = held.path.split(separator: "?", maxSplits: 1).map(String.init)
        guard let (route, parameters) = Route.form(at: parts[0]),
            let query = Fields(encoded: parts.count > 1 ? parts[1] : ""),
            let asOf = try? AsOf(query, desk: workbench.desk, today: today)
        else {
            var sent = unknown
            sent.obstacle = gone
            return sent
        }
        var visit = self
        visit.path = parts[0].split(separator: "/").map(String.init)
        visit.parameters = parameters
        visit.query = query
        visit.asOf = asOf
        visit.form = Fields(held.fields.map { ($0.name, $0.value) })
        var sent = unknown
        do { sent = try route.tells?(visit) ?? unknown } catch {
            // Where the world failed nothing is known, and sending it says what is.
            if (error as? OfficeFailure)?.kind != .failure { sent.obstacle = gone }
        }
        if case .right(let right) = route.access, !may(right) {
            sent.page = nil
            sent.obstacle = say(
                "您现在的角色无权办理此事，没有提交。请联系安全保密管理员授权，重新登录后再填；或把下面的内容交有权的人办理。",
                "Your roles don't allow this any more, and nothing was sent. Ask the security administrator for the role and fill it in again, or give what stands below to somebody who has it."
            )
        }
        return sent
    }

    private var gone: String {
        say(
            "要办的对象已经不在，或者您现在无权查看，没有提交。请从左侧栏目重新进入，核对现状后再办。",
            "What it is about is gone, or you may not see it now, and nothing was sent. Start from the places on the left, and look how it stands."
        )
    }
}
