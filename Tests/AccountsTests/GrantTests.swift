import Basics
import Registry
import Testing

import Accounts

@Suite struct GrantTests {
    private let body = Institution.ID(high: 0, low: 1)

    /// Every pair of roles, against the sentence: an administrator is nothing else.
    @Test func administratorsExcludeOneAnotherAndAllBusiness() {
        for first in Role.allCases {
            for second in Role.allCases where first < second {
                let grants = [first, second].map { Grant($0, for: $0.isForBodies ? [body] : nil) }
                let expected: AccountRefusal? =
                    switch (first.isAdministrator, second.isAdministrator) {
                    case (true, true): .administratorsExclude
                    case (false, false): nil
                    default: .administratorWithBusiness
                    }
                var found: AccountRefusal?
                do throws(AccountRefusal) { try checkGrants(grants) } catch { found = error }
                #expect(found == expected, "\(first) \(second)")
            }
        }
    }

    @Test func onlyAContactIsForBodies() throws {
        for role in Role.allCases {
            if role == .contact {
                try checkGrants([Grant(role, for: [body])])
                #expect(throws: AccountRefusal.contactWithoutBodies) { try checkGrants([Grant(role)]) }
                #expect(throws: AccountRefusal.contactWithoutBodies) { try checkGrants([Grant(role, for: [])]) }
            } else {
                try checkGrants([Grant(role)])
                #expect(throws: AccountRefusal.roleNotForBodies) { try checkGrants([Grant(role, for: [body])]) }
            }
        }
        #expect(throws: AccountRefusal.roleTwice) { try checkGrants([Grant(.clerk), Grant(.clerk)]) }
        try checkGrants([])
    }

    @Test(arguments: ["ab", "a.b-c9", "zhangsan", String(repeating: "a", count: 32)])
    func logins(_ login: String) throws { try checkLogin(login) }

    @Test(arguments: ["", "a", "Ab", "9a", "-a", "a b", "张三", "a_b", "a\n", String(repeating: "a", count: 33)])
    func noLogins(_ login: String) {
        #expect(throws: AccountRefusal.loginMalformed) { try checkLogin(login) }
    }

    @Test(arguments: ["", " 张三", "张三 ", "张\n三", "张\u{0}三", String(repeating: "张", count: 51)])
    func noNames(_ name: String) {
        #expect(throws: AccountRefusal.nameMalformed) { try checkName(name) }
    }

    @Test func everyRefusalHasItsCodeAndWords() {
        let all = AccountRefusal.allCases
        #expect(Set(all.map(\.code)).count == all.count)
        #expect(Set(all.map(\.wording.zh)).count == all.count)
        #expect(Set(all.map(\.wording.en)).count == all.count)
    }
}
