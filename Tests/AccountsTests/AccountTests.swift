import Accounts
import Basics
import Registry
import Testing

@Suite("What an account may do, and where")
struct AccountTests {
    private func id(_ number: UInt64) -> Institution.ID { Institution.ID(high: 0, low: number) }

    private func account(_ grants: [Grant], isDisabled: Bool = false) -> UserAccount {
        UserAccount(
            id: UserAccount.ID(high: 0, low: 1), login: "wang", name: "王", grants: grants, isDisabled: isDisabled)
    }

    @Test("A role gives its rights and no other")
    func rights() {
        let clerk = account([Grant(.clerk)])
        #expect(clerk.may(.move))
        #expect(!clerk.may(.decide))
        #expect(!clerk.may(.readAudit))
        #expect(account([]).may(.haveAccount))
        #expect(!account([]).may(.readRegister))
    }

    @Test("A disabled account may nothing")
    func disabled() {
        let former = account([Grant(.clerk)], isDisabled: true)
        #expect(Right.allCases.allSatisfy { !former.may($0) })
        #expect(former.reach(of: .readRegister) == .nowhere)
    }

    @Test("No administrator has business, and nobody with business has what administrators have")
    func administrators() {
        let own: [Right] = [.manageAccounts, .grantRoles, .readAudit]
        let theirs = Set(own + [.haveAccount, .readRights])
        for right in Right.allCases where !theirs.contains(right) {
            #expect(right.roles.allSatisfy { !$0.isAdministrator }, "\(right)")
        }
        for right in own { #expect(right.roles.count == 1, "\(right)") }
        #expect(Right.readRights.roles.allSatisfy { $0.isAdministrator })
    }

    @Test("Who decides doesn't draft or review")
    func fourEyes() {
        #expect(Right.move.roles.isDisjoint(with: Right.decide.roles))
        #expect(Right.review.roles.isDisjoint(with: Right.move.roles))
        #expect(Right.review.roles.isDisjoint(with: Right.decide.roles))
    }

    @Test("A contact reaches its own bodies and what they supervise, in any number of steps, and nothing beside")
    func reach() throws {
        let register = try register(supervising: [2: 1, 3: 2, 5: 4])
        let reach = account([Grant(.contact, for: [id(1)])]).reach(of: .readRegister)
        #expect(reach == .bodies([id(1)]))
        for (body, isInside) in [(1, true), (2, true), (3, true), (4, false), (5, false), (9, false)] {
            #expect(reach.holds(id(UInt64(body)), in: register) == isInside, "\(body)")
        }
        #expect(account([Grant(.contact, for: [id(1)]), Grant(.clerk)]).reach(of: .readRegister) == .everywhere)
        #expect(account([Grant(.contact, for: [id(1)])]).reach(of: .readWhole) == .nowhere)
    }

    /// Bodies 1 to 5, each with the supervisor that is named.
    private func register(supervising: [UInt64: UInt64]) throws -> Register {
        let day = Day(number: 18_000)
        let changes = (1...5).map { number -> Change in
            .establish(
                id(UInt64(number)),
                Profile(name: "Body \(number)", type: .government, supervisor: supervising[UInt64(number)].map(id)),
                origin: nil)
        }
        let document = Document(
            citation: try #require(Citation("样编〔2020〕1号")), title: .none, decided: day)
        let act = Act(
            command: Identifier(high: 1, low: 1), document: document, basis: .opening,
            drafter: Officer.ID(high: 0, low: 1), deciders: [Officer.ID(high: 0, low: 2)],
            changes: changes.map { DatedChange(day, $0) })
        var history = History(jurisdiction: "339981")
        history.accept(try history.judge(act, recorded: Instant(milliseconds: 1_600_000_000_000)))
        return history.latest
    }
}
