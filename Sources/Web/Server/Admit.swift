import Accounts
import Basics
import Foundation
import HTML
import Office
import Registry

extension Workbench {
    /// The cookie that a session is known by.
    static let sessionCookie = "sanding"
    /// The cookie of the session that it took the place of, by which forms of that one are known again.
    static let formerCookie = "sanding-former"

    /// The answer to a request: let in or not, then the route's own, and a page for every no.
    func reply(to arrival: Arrival, _ body: [UInt8], by route: Route) -> Reply {
        let now = clock()
        do {
            return try route.answer(admit(arrival, body, by: route, now: now))
        } catch let denial as Denial {
            return denied(denial, arrival, now: now)
        } catch let failure as OfficeFailure {
            return denied(Denial(failure), arrival, now: now)
        } catch {
            return denied(Denial(OfficeFailure.unexpected), arrival, now: now)
        }
    }

    private func admit(
        _ arrival: Arrival, _ body: [UInt8], by route: Route, now: Instant
    ) throws -> Visit {
        let token = arrival.cookies[Workbench.sessionCookie] ?? ""
        let viewer = token.isEmpty ? nil : try self.viewer(token, now)
        if case .right(let right) = route.access {
            guard let viewer else { throw try signInFirst(arrival, body, by: route, now: now) }
            guard viewer.may(right) else {
                try note(.accessRefused, "\(arrival.method) \(arrival.path)", viewer, arrival, now)
                throw Denial.forbidden
            }
        }
        guard let query = Fields(encoded: arrival.query) else { throw Denial.unreadable }
        let (form, files) = try read(body, arrival)
        if route.method == .post, !isFromHere(arrival, form, route.access == .everybody ? nil : viewer) {
            if let viewer, let owner = try owner(of: form, arrival), owner.id == viewer.account.id,
                let held = heldForm(form, files, arrival, by: route)
            {
                var denial = Denial.wrongToken
                denial.asks = .resume(try accounts.hold(held, for: owner, at: now), held)
                throw denial
            }
            try note(.formRefused, "\(arrival.method) \(arrival.path)", viewer, arrival, now)
            throw Denial.wrongToken
        }
        let asOf = try AsOf(query, desk: desk, today: now.officeDay)
        return Visit(
            workbench: self, viewer: viewer, token: token,
            halfway: arrival.cookies[Visit.halfwayCookie] ?? "", language: arrival.language, asOf: asOf,
            path: arrival.path.split(separator: "/").map { String($0) }, parameters: arrival.parameters, query: query,
            form: form, files: files, now: now, address: arrival.address, isPart: arrival.isPart, host: arrival.host,
            isCompact: arrival.isCompact)
    }

    /// First somebody signs in. A form that was opened in a session of theirs goes along, so that nothing typed is lost.
    private func signInFirst(
        _ arrival: Arrival, _ body: [UInt8], by route: Route, now: Instant
    ) throws -> Denial {
        var denial = Denial.signIn(back: arrival, by: route)
        guard route.method == .post, !arrival.isPart, let (form, files) = try? read(body, arrival),
            let owner = try owner(of: form, arrival), let held = heldForm(form, files, arrival, by: route)
        else { return denial }
        denial.asks = .signIn(holding: try accounts.hold(held, for: owner, at: now), of: owner)
        return denial
    }

    /// Whose form it is, if it came from here and was opened in a session that the browser still knows of, over or not.
    private func owner(of form: Fields, _ arrival: Arrival) throws(OfficeFailure) -> UserAccount? {
        guard isFromThisHouse(arrival), let formToken = form["form-token"] else { return nil }
        for name in [Workbench.sessionCookie, Workbench.formerCookie] {
            guard let token = arrival.cookies[name] else { continue }
            if let owner = try accounts.owner(ofForm: formToken, openedIn: token) { return owner }
        }
        return nil
    }

    /// A form as it can wait: files can't, and what is secret, as passphrases are, is typed anew.
    private func heldForm(
        _ form: Fields, _ files: [UploadedFile], _ arrival: Arrival, by route: Route
    ) -> HeldForm? {
        guard files.isEmpty, route.access != .right(.haveAccount), Link.within(arrival.wanted) != nil else {
            return nil
        }
        return HeldForm(
            path: arrival.wanted,
            fields: form.names.filter { $0 != "form-token" }.flatMap { name in
                form.all(name).map { HeldForm.Field(name: name, value: $0) }
            })
    }

    private func read(_ body: [UInt8], _ arrival: Arrival) throws(Denial) -> (Fields, [UploadedFile]) {
        guard !body.isEmpty else { return (Fields(), []) }
        if let boundary = Multipart.boundary(of: arrival.contentType) {
            guard let parts = Multipart(body, boundary: boundary) else { throw .unreadable }
            return (Fields(parts.fields), parts.files)
        }
        guard arrival.contentType.lowercased().hasPrefix("application/x-www-form-urlencoded"),
            let text = String(validating: body, as: UTF8.self), let fields = Fields(encoded: text)
        else { throw .unreadable }
        return (fields, [])
    }

    /// Puts on record that somebody asked for what they may not have.
    private func note(
        _ action: AuditAction, _ what: AuditTopic, _ viewer: Viewer?, _ arrival: Arrival, _ now: Instant
    ) throws(OfficeFailure) {
        var source = SystemRandomNumberGenerator()
        let visitor = viewer.map { Visitor($0.account, from: arrival.address) } ?? Visitor(from: arrival.address)
        try accounts.trail.record(action, .refused, by: visitor, what: what, at: now, from: &source)
    }

    /// A form counts only when it was opened here: by where it says it comes from, and by the token of the session where it
    /// is sent in somebody's name. Taking up a link or signing in as another is not.
    private func isFromHere(_ arrival: Arrival, _ form: Fields, _ viewer: Viewer?) -> Bool {
        guard isFromThisHouse(arrival) else { return false }
        guard let viewer else { return true }
        return form["form-token"].map { areEqual(Array($0.utf8), Array(viewer.formToken.utf8)) } ?? false
    }

    private func isFromThisHouse(_ arrival: Arrival) -> Bool {
        guard let origin = arrival.origin else { return true }
        let stop = origin.firstRange(of: "://")?.upperBound ?? origin.startIndex
        return String(origin[stop...]) == arrival.host
    }

    /// The page that says no.
    func denied(_ denial: Denial, _ arrival: Arrival, now: Instant) -> Reply {
        let token = arrival.cookies[Workbench.sessionCookie] ?? ""
        let visit = Visit(
            workbench: self, viewer: token.isEmpty ? nil : (try? self.viewer(token, now)) ?? nil, token: token,
            halfway: "",
            language: arrival.language, asOf: AsOf(desk: desk, today: now.officeDay),
            path: arrival.path.split(separator: "/").map { String($0) }, parameters: arrival.parameters,
            query: Fields(), form: Fields(), files: [], now: now, address: arrival.address, isPart: arrival.isPart,
            isCompact: arrival.isCompact)
        switch denial.asks {
        case .signIn(let held, let owner): return visit.signInPage(holding: held, of: owner)
        case .resume(let held, let form): return visit.resumePage(held, form, status: 409)
        case nil: return denial.location.map { .on(to: $0) } ?? visit.denialPage(denial)
        }
    }
}

extension OfficeFailure {
    /// What nobody foresaw.
    static let unexpected = OfficeFailure(
        .failure, "unexpected", zh: "出现了意外的错误，没有办理。请重试；若再次出现，请把本页的参考号告诉系统管理员。",
        en:
            "Something unexpected went wrong and nothing was done. Try again; if it happens again, tell the system administrator the reference on this page."
    )
}
