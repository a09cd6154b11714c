import Accounts
import Basics
import HTML
import Office
import Registry

extension Route {
    /// Who has which role, for the security administrator; and which role may do what.
    static let grantRoutes: [Route] = [
        .slowPage("/grants", .grantRoles) { try $0.grantsPage() },
        .page("/grants/suggest", .grantRoles) { try $0.grantSuggestions() },
        .slowPage("/grants/{id}", .grantRoles) { try $0.grantPage() },
        .form("/grants/{id}", .grantRoles, longest: 262_144, tells: { try $0.toldGrants() }) { try $0.grantRoles() },
        .page("/rights", .readRights) { $0.rightsPage() },
    ]
}

/// The roles of somebody as a form has them, right or wrong.
struct GrantForm {
    /// The most bodies that one contact is for.
    static let most = 200

    /// The codes of the roles that are ticked.
    var roles: Set<String>
    /// The names of bodies, as typed.
    var bodies: [String]
    /// The names that are no body.
    var unknown: Set<String> = []
    /// The roles that the form was made over.
    var basis: String
    /// What is wrong with it.
    var faults: [String] = []
    /// Whether it was not taken, because somebody else was faster.
    var isStale = false
    /// Whether more room for bodies is wanted, and nothing else.
    var isGrowing = false

    /// The form over the roles that there are.
    init(_ grants: [Grant], in register: Register) {
        roles = Set(grants.map { "\($0.role.rawValue)" })
        bodies = grants.flatMap { $0.bodies?.sorted() ?? [] }.map {
            register.institutions[$0]?.profile.name ?? $0.description
        }
        basis = GrantForm.basis(of: grants)
    }

    /// Roles in a short form that differs where they differ.
    static func basis(of grants: [Grant]) -> String {
        let parts = grants.sorted { $0.role < $1.role }.map { grant in
            (["\(grant.role.rawValue)"] + (grant.bodies?.sorted().map(\.description) ?? [])).joined(separator: ".")
        }
        return parts.isEmpty ? "none" : String(Digest(sha256: parts.joined(separator: " ").utf8).description.prefix(32))
    }
}

extension Visit {
    /// All accounts with their roles.
    func grantsPage() throws -> Reply {
        let lines = try workbench.accounts.accounts(at: now)
        return page(PageHead(title: say("授权", "Roles"), place: "grants", isDated: false)) { html in
            html(
                .p, .class("quiet"),
                text: say(
                    "账号由系统管理员开立，角色在此授予。变更角色后，其会话随即结束，须重新登录。",
                    "The system administrator opens accounts; here they get their roles. Changed roles end the sessions of the account."
                ))
            writeAccounts(lines, at: "grants", into: &html) { _, _ in }
        }
    }

    /// Names of bodies that a typed part may mean, whatever the viewer may read otherwise.
    func grantSuggestions() throws -> Reply { try suggestions(.bodies, within: .everywhere) }

    /// The roles of one account.
    func grantPage() throws -> Reply {
        let line = try accountLine()
        return grantPage(line, GrantForm(line.account.grants, in: register), status: 200)
    }

    /// Gives the roles that were sent, or says on the form why not.
    func grantRoles() throws -> Reply {
        let line = try accountLine()
        var typed = GrantForm(line.account.grants, in: register)
        let now = typed.basis
        typed.roles = Set(form.all("role"))
        typed.bodies = form.all("body").map { $0.trimmed.normalised }.filter { !$0.isEmpty }.map {
            String($0.prefix(400))
        }
        if form["more"] != nil {
            typed.isGrowing = true
            typed.basis = form["basis"] ?? now
            return grantPage(line, typed, status: 200)
        }
        if form["basis"] != now {
            typed.isStale = true
            return grantPage(line, typed, status: 409)
        }
        try settleBodies(&typed)
        let grants = readGrants(&typed)
        guard typed.faults.isEmpty else { return grantPage(line, typed, status: 422) }
        if let failure = give(grants, to: line.account.id) {
            if failure.kind == .failure { throw failure }
            typed.faults = [say(failure.wording)]
            return grantPage(line, typed, status: Denial(failure).status)
        }
        return .on(to: .path(["grants", line.account.id.description], query: [("saved", "yes")]))
    }

    /// Roles that wait to be given.
    func toldGrants() throws -> SentForm {
        let line = try accountLine()
        var sent = SentForm(
            say("保存\(line.account.name)的角色", "save the roles of \(line.account.name)"),
            page: .path(["grants", line.account.id.description]))
        let roles = form.all("role").map { code in UInt8(code).flatMap(Role.init).map { say($0.name) } ?? code }
        let bodies = form.all("body").map(\.trimmed).filter { !$0.isEmpty }
        sent.fields = [
            FormField(name: "role", label: say("角色", "Roles"), value: roles.joined(separator: say("、", ", "))),
            FormField(name: "body", label: say("机构", "Bodies"), value: bodies.joined(separator: say("、", ", "))),
        ]
        if form["basis"] != GrantForm.basis(of: line.account.grants) {
            sent.news = say(
                "您打开后，他人变更了这些角色。继续提交时会先请您再看一遍，不会直接保存。",
                "Somebody else changed these roles after you opened the page. You are shown them first, and nothing is saved before."
            )
        }
        return sent
    }

    /// Takes a part of a name as the body that it means where it can mean one only, and says so before anything is given;
    /// where it can mean several, says which.
    private func settleBodies(_ typed: inout GrantForm) throws(OfficeFailure) {
        for (index, name) in typed.bodies.enumerated() where register.institution(named: name) == nil {
            let (found, total) = try candidates(.bodies, name, asOf, within: .everywhere)
            let whole = found.filter(\.isWhole)
            if let one = whole.count == 1 ? whole[0] : total == 1 ? found.first : nil {
                typed.bodies[index] = one.value
                typed.faults.append(
                    say(
                        "按“\(name.prefix(40))”取：\(one.value)。请核对后再保存。",
                        "Taken for “\(name.prefix(40))”: \(one.value). Check it, then save."))
            } else if total > 1 {
                typed.unknown.insert(name)
                typed.faults.append(
                    say(
                        "与“\(name.prefix(40))”相符的有\(total)个，请写全称：",
                        "\(total) fit “\(name.prefix(40))”; write the full name: ")
                        + found.map(\.title).joined(separator: say("、", ", "))
                        + (total > found.count ? say("……", " …") : ""))
            }
        }
    }

    private func give(_ grants: [Grant], to id: UserAccount.ID) -> OfficeFailure? {
        var source = SystemRandomNumberGenerator()
        do throws(OfficeFailure) {
            try workbench.accounts.grant(grants, to: id, by: visitor, at: now, from: &source)
            return nil
        } catch { return error }
    }

    /// The roles that a form says, as far as it says any; what is wrong goes with the form.
    private func readGrants(_ typed: inout GrantForm) -> [Grant] {
        var found: Set<Institution.ID> = []
        for name in typed.bodies {
            if let body = register.institution(named: name), body.isActive {
                found.insert(body.id)
            } else if typed.unknown.insert(name).inserted {
                typed.faults.append(
                    say(
                        "没有名为“\(name.prefix(40))”的机构。请按台账上的全称填写。",
                        "No body is called “\(name.prefix(40))”. Type its full name in the register."))
            }
        }
        if typed.bodies.count > GrantForm.most {
            typed.faults = [
                say(
                    "最多填写 \(GrantForm.most) 个机构；机构含其下属，可改填上级机构。",
                    "At most \(GrantForm.most) bodies; one counts with all below it.")
            ]
        }
        var grants: [Grant] = []
        for code in form.all("role") {
            guard let role = UInt8(code).flatMap(Role.init) else {
                typed.faults.append(say("没有代码为“\(code.prefix(20))”的角色。", "There is no role “\(code.prefix(20))”."))
                continue
            }
            grants.append(Grant(role, for: role.isForBodies ? found : nil))
        }
        if !typed.bodies.isEmpty, !grants.contains(where: { $0.role.isForBodies }) {
            typed.faults.append(
                say(
                    "填写了机构，却没有勾选“\(Role.contact.name.zh)”。请勾选，或清空机构。",
                    "Bodies are named, but “\(Role.contact.name.en)” isn't ticked. Tick it, or empty the bodies."))
        }
        return grants
    }
}
