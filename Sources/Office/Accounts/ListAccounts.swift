import Accounts
import Basics

/// An account as a list shows it, without anything that proves who somebody is.
package struct AccountLine: Hashable, Sendable {
    /// Who.
    package let account: UserAccount
    /// How it stands.
    package let state: State
    /// Whether a second factor is enrolled.
    package let hasSecondFactor: Bool
    /// When it was used last, as far as it is used now.
    package let seen: Instant?

    /// How an account stands (账号状态).
    package enum State: Hashable, Sendable {
        /// A link waits to be taken up until then.
        case invited(until: Instant)
        /// The link lapsed, and there is no passphrase.
        case lapsed
        /// It can be signed in with.
        case ready
        /// It can't be signed in with.
        case disabled

        /// A short word for it that stays.
        package var code: String {
            switch self {
            case .invited: "invited"
            case .lapsed: "lapsed"
            case .ready: "ready"
            case .disabled: "disabled"
            }
        }

        /// What it is called.
        package var name: Wording {
            switch self {
            case .invited: Wording(zh: "待启用", en: "Invited")
            case .lapsed: Wording(zh: "链接已过期", en: "Link lapsed")
            case .ready: Wording(zh: "正常", en: "In use")
            case .disabled: Wording(zh: "已停用", en: "Disabled")
            }
        }
    }
}

extension AccountBook {
    /// All accounts, by login (账号列表).
    package func accounts(at instant: Instant) throws(OfficeFailure) -> [AccountLine] {
        try takeInAccounts()
        let seen = lastSeen
        return all.map { AccountLine($0, seen: seen[$0.account.id], at: instant) }
    }

    /// One account.
    package func account(_ id: UserAccount.ID, at instant: Instant) throws(OfficeFailure) -> AccountLine {
        try takeInAccounts()
        return AccountLine(try kept(id), seen: lastSeen[id], at: instant)
    }
}

extension AccountLine {
    init(_ kept: KeptAccount, seen: Instant?, at instant: Instant) {
        let state: State =
            if kept.account.isDisabled {
                .disabled
            } else if let link = kept.link, instant < link.lapses {
                .invited(until: link.lapses)
            } else if kept.credential == nil {
                .lapsed
            } else {
                .ready
            }
        self.init(account: kept.account, state: state, hasSecondFactor: kept.factor != nil, seen: seen)
    }
}
