import Accounts
import Basics
import Office
import Registry
import Testing

@testable import Web

/// Who is let in where, written by hand: a table beside the routes, so that neither changes without the other.
enum RightsTable {
    /// Whom a way in is open to.
    enum Open {
        /// Everybody, signed in or not.
        case everybody
        /// These, signed in.
        case to(Set<Role>)
    }

    static let account = Open.to(Set(Role.allCases))
    static let readers = Open.to([
        .clerk, .reviewer, .head, .commissioner, .organisation, .contact, .inspector, .leader,
    ])
    static let wholeReaders = Open.to([.clerk, .reviewer, .head, .commissioner, .organisation, .inspector, .leader])
    static let exporters = Open.to([.clerk, .reviewer, .head, .inspector, .leader])
    static let deciders = Open.to([.head, .commissioner])
    static let clerk = Open.to([.clerk])
    static let drafters = Open.to([.clerk, .contact])
    static let secretaries = Open.to([.clerk, .reviewer])
    static let system = Open.to([.systemAdministrator])
    static let security = Open.to([.securityAdministrator])
    static let auditor = Open.to([.auditAdministrator])

    /// How it is asked and where, and whom it is open to.
    static let rows: [(way: String, open: Open)] = [
        // Everywhere
        ("GET /language/{to}", .everybody),
        ("POST /language/{to}", .everybody),
        ("GET /density/{to}", .everybody),
        ("GET /favicon.svg", .everybody),
        ("GET /", account),
        // Daily work
        ("GET /bodies/{id}/motions", readers),
        ("GET /changes", drafters),
        ("GET /changes/{form}", drafters),
        ("POST /changes/{form}", drafters),
        ("GET /choose/people", drafters),
        ("GET /choose/{kind}", readers),
        ("GET /motions", readers),
        ("GET /motions/{number}", readers),
        ("POST /motions/{number}/take-on", clerk),
        ("POST /motions/{number}/sending-back", clerk),
        ("POST /motions/{number}/review", .to([.reviewer])),
        ("POST /motions/{number}/countersign", .to([.organisation])),
        ("POST /motions/{number}/agenda", secretaries),
        ("POST /motions/{number}/meeting", secretaries),
        ("POST /motions/{number}/paper", secretaries),
        ("POST /motions/{number}/decision", deciders),
        ("POST /motions/{number}/return", deciders),
        ("POST /motions/{number}/chain", clerk),
        ("POST /motions/{number}/remark", readers),
        ("POST /motions/{number}/withdrawal", drafters),
        ("POST /motions/{number}/reveal", .to([.clerk, .reviewer, .head, .organisation])),
        ("GET /meetings", wholeReaders),
        ("GET /meetings/{day}", wholeReaders),
        ("POST /meetings/{day}", secretaries),
        ("GET /uses", readers),
        ("GET /uses/{id}", readers),
        ("POST /uses/lapse", clerk),
        // The door
        ("GET /sign-in", .everybody),
        ("POST /sign-in", .everybody),
        ("GET /code", .everybody),
        ("POST /code", .everybody),
        ("GET /link/{token}", .everybody),
        ("POST /link/{token}", .everybody),
        ("POST /sign-out", account),
        ("GET /me", account),
        ("POST /me/passphrase", account),
        ("POST /me/sessions/{id}/end", account),
        // The register
        ("GET /findings", wholeReaders),
        ("GET /bodies", readers),
        ("POST /bodies/export", exporters),
        ("GET /bodies/{id}", readers),
        ("GET /bodies/{id}/people", readers),
        ("GET /bodies/{id}/history", readers),
        ("GET /bodies/{id}/findings", readers),
        ("GET /people", readers),
        ("POST /people/export", exporters),
        ("GET /people/{id}", readers),
        ("POST /people/{id}", .to([.clerk, .reviewer, .head, .organisation])),
        ("GET /ledger", wholeReaders),
        ("POST /ledger/export", exporters),
        ("GET /ledger/acts", wholeReaders),
        ("GET /ledger/acts/{position}", wholeReaders),
        ("GET /search", readers),
        ("GET /tree", readers),
        ("POST /tree/export", exporters),
        ("GET /documents", wholeReaders),
        ("GET /documents/founding", wholeReaders),
        // Imports
        ("GET /imports", clerk),
        ("POST /imports", clerk),
        ("POST /imports/tables", clerk),
        ("GET /imports/{id}", clerk),
        ("POST /imports/{id}/mapping", clerk),
        ("POST /imports/{id}/problems", clerk),
        ("POST /imports/{id}/left-out", clerk),
        ("POST /imports/{id}/preview", clerk),
        ("POST /imports/{id}/withdraw", clerk),
        ("POST /imports/{id}/stop", clerk),
        ("POST /imports/{id}/drop", clerk),
        ("GET /imports/{id}/decision", deciders),
        ("POST /imports/{id}/decision", deciders),
        // The three administrators
        ("GET /accounts", system),
        ("POST /accounts", system),
        ("GET /accounts/{id}", system),
        ("POST /accounts/export", system),
        ("POST /accounts/{id}/disable", system),
        ("POST /accounts/{id}/enable", system),
        ("POST /accounts/{id}/link", system),
        ("GET /grants", security),
        ("GET /grants/suggest", security),
        ("GET /grants/{id}", security),
        ("POST /grants/{id}", security),
        ("GET /rights", .to([.systemAdministrator, .securityAdministrator, .auditAdministrator])),
        ("GET /audit", auditor),
        ("POST /audit/check", auditor),
        ("POST /audit/export", auditor),
    ]
}

extension Route {
    fileprivate var way: String { "\(method.rawValue) \(pattern)" }

    /// The row that the table would have for it, to be looked at and pasted.
    fileprivate var row: String {
        guard case .right(let right) = access else { return "(\"\(way)\", .everybody)," }
        let roles = right.roles.sorted().map { ".\($0)" }.joined(separator: ", ")
        return "(\"\(way)\", .to([\(roles)])),   // .\(right)"
    }
}

@Suite("Who may do what, asked from both sides")
struct RightsTableTests {
    @Test("Every way in stands in the table once, and the table has no other")
    func complete() {
        for route in Route.all where !RightsTable.rows.contains(where: { $0.way == route.way }) {
            Issue.record("\(route.way) is missing in RightsTable.rows. If this is whom it is for, add: \(route.row)")
        }
        for row in RightsTable.rows where !Route.all.contains(where: { $0.way == row.way }) {
            Issue.record("\(row.way) is no way in any more: take its row out of RightsTable.rows")
        }
        for (way, count) in Dictionary(grouping: RightsTable.rows, by: \.way).mapValues(\.count) where count > 1 {
            Issue.record("\(way) stands in RightsTable.rows \(count) times")
        }
        for (way, count) in Dictionary(grouping: Route.all, by: \.way).mapValues(\.count) where count > 1 {
            Issue.record("\(way) stands in Route.all \(count) times")
        }
    }

    @Test("Whoever is in the table is let in; whoever is not gets 403, and one record of it")
    func bothSides() async throws {
        let office = try TestWorkbench(latin: ())
        // Each of them asks once, so that the record of it is the only one of that person.
        var person: UInt64 = 1000
        for (way, open) in RightsTable.rows {
            let outside = try await ask(office, way, as: nil)
            switch open {
            case .everybody:
                #expect(outside.headers["location"]?.hasPrefix("/sign-in") != true && outside.status != 403, "\(way)")
            case .to:
                #expect(
                    outside.status == 303 && outside.headers["location"]?.hasPrefix("/sign-in") == true,
                    "\(way) without signing in: \(outside.status)")
            }
            for role in Role.allCases {
                person += 1
                let answer = try await ask(office, way, as: "\(role)@\(person)")
                var search = AuditSearch()
                search.account = UserAccount.ID(high: 0, low: person)
                search.actions = [.accessRefused]
                let refused = try office.workbench.accounts.trail.read(search).lines
                if isLetIn(role, open) {
                    #expect(
                        [200, 303, 400, 404, 409, 422].contains(answer.status), "\(way) as \(role): \(answer.status)")
                    #expect(answer.headers["location"]?.hasPrefix("/sign-in?") != true, "\(way) as \(role)")
                    #expect(refused.isEmpty, "\(way) as \(role)")
                } else {
                    #expect(answer.status == 403, "\(way) as \(role): \(answer.status)")
                    #expect(refused.count == 1 && refused.first?.outcome == .refused, "\(way) as \(role)")
                    #expect(
                        refused.first?.what == .words(way.replacing("{", with: "").replacing("}", with: "")), "\(way)")
                }
            }
        }
    }

    private func isLetIn(_ role: Role, _ open: RightsTable.Open) -> Bool {
        switch open {
        case .everybody: true
        case .to(let roles): roles.contains(role)
        }
    }

    /// Asks at an address where nothing is, so that nothing is done.
    private func ask(_ office: TestWorkbench, _ way: String, as who: String?) async throws -> TestWorkbench.Answer {
        let parts = way.replacing("{", with: "").replacing("}", with: "").split(separator: " ")
        let path = String(parts[1])
        return parts[0] == "GET" ? try await office.get(path, as: who) : try await office.post(path, as: who)
    }

    @Test("The three administrators share nothing but the table of rights and what everybody has")
    func administrators() {
        let three: [Role] = [.systemAdministrator, .securityAdministrator, .auditAdministrator]
        for (way, open) in RightsTable.rows {
            guard case .to(let roles) = open, roles.count < Role.allCases.count, way != "GET /rights" else { continue }
            let theirs = roles.intersection(three)
            #expect(theirs.isEmpty || roles.count == 1, "\(way)")
        }
    }

    @Test("A disabled account, and one without roles, is let in nowhere but at its own")
    func nobody() async throws {
        let office = try TestWorkbench(latin: ())
        try office.open("none", "Nobody")
        for (way, open) in RightsTable.rows {
            guard case .to(let roles) = open else { continue }
            let status = try await ask(office, way, as: "login:none").status
            if roles.count == Role.allCases.count {
                #expect(status != 403, "\(way)")
            } else {
                #expect(status == 403, "\(way): \(status)")
            }
        }
    }
}
