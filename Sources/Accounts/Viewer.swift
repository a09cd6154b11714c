import Basics

/// Whoever is signed in and looks at a page (当前用户).
package struct Viewer: Sendable {
    /// Their account as it is now.
    package let account: UserAccount
    /// What their forms carry so that no other page can send them in their name.
    package let formToken: String

    /// Somebody signed in.
    package init(account: UserAccount, formToken: String) {
        self.account = account
        self.formToken = formToken
    }

    /// Whether something is allowed, somewhere at least.
    package func may(_ right: Right) -> Bool { account.may(right) }
}
