import Basics

/// What can't be with an account, a role or a passphrase (账号拒绝): the rules' no, with a stable code.
package enum AccountRefusal: Error, Hashable, Sendable, CaseIterable {
    /// A login that is no small word of letters and digits.
    case loginMalformed
    /// A name that is empty, too long or has line breaks.
    case nameMalformed
    /// Another account has the login.
    case loginTaken
    /// Another account has the name, by which the journal would take both for one officer.
    case nameTaken
    /// A role is given twice.
    case roleTwice
    /// Two of the three administrators in one person.
    case administratorsExclude
    /// An administrator with business, or the other way round.
    case administratorWithBusiness
    /// A contact of no body.
    case contactWithoutBodies
    /// A role that is for the whole jurisdiction is limited to bodies.
    case roleNotForBodies
    /// Somebody's own roles, or their own account, are not theirs to change.
    case ownAccount
    /// A passphrase of fewer than `Passphrase.fewest` characters.
    case passphraseShort
    /// A passphrase of more than `Passphrase.most` bytes.
    case passphraseLong
    /// A passphrase that is the login or the name, perhaps several times over.
    case passphraseIsName
    /// A passphrase of hardly any different characters.
    case passphraseMonotone
    /// The passphrase is the one there was.
    case passphraseSame

    /// The stable code.
    package var code: String {
        switch self {
        case .loginMalformed: "login-malformed"
        case .nameMalformed: "name-malformed"
        case .loginTaken: "login-taken"
        case .nameTaken: "name-taken"
        case .roleTwice: "role-twice"
        case .administratorsExclude: "administrators-exclude"
        case .administratorWithBusiness: "administrator-with-business"
        case .contactWithoutBodies: "contact-without-bodies"
        case .roleNotForBodies: "role-not-for-bodies"
        case .ownAccount: "own-account"
        case .passphraseShort: "passphrase-short"
        case .passphraseLong: "passphrase-long"
        case .passphraseIsName: "passphrase-is-name"
        case .passphraseMonotone: "passphrase-monotone"
        case .passphraseSame: "passphrase-same"
        }
    }

    /// Whether it is about what was typed, and not about who may have what.
    package var isInput: Bool {
        switch self {
        case .administratorsExclude, .administratorWithBusiness, .ownAccount, .loginTaken, .nameTaken: false
        default: true
        }
    }

    /// Why not, and what to do.
    package var wording: Wording {
        switch self {
        case .loginMalformed:
            Wording(
                zh: "登录名须为 2 至 32 个小写字母、数字、点或短横，以字母开头。",
                en: "A login has 2 to 32 small letters, digits, dots or hyphens, and begins with a letter.")
        case .nameMalformed:
            Wording(zh: "姓名须为 1 至 50 个字，不能换行。", en: "A name has 1 to 50 characters on one line.")
        case .loginTaken:
            Wording(zh: "该登录名已有账号，请另取一个。", en: "Another account has this login. Choose another one.")
        case .nameTaken:
            Wording(
                zh: "已有同名账号，台账会把两人当作一人。请加以区别，如注明单位。",
                en:
                    "Another account has this name, and the journal would take both for one. Tell them apart, as by their unit."
            )
        case .roleTwice: Wording(zh: "同一角色只能授予一次。", en: "A role is given once.")
        case .administratorsExclude:
            Wording(
                zh: "系统管理员、安全保密管理员、安全审计员须由三人分任。",
                en: "System, security and audit administrator are three people.")
        case .administratorWithBusiness:
            Wording(
                zh: "三员不得兼任业务角色。请另开账号。", en: "An administrator has no business role. Open another account.")
        case .contactWithoutBodies:
            Wording(zh: "请选择联络员所在的机构。", en: "Choose the bodies that the contact is for.")
        case .roleNotForBodies:
            Wording(zh: "该角色面向全区划，不能限定机构。", en: "This role is for the whole jurisdiction, not for bodies.")
        case .ownAccount:
            Wording(
                zh: "不能变更本人的角色或账号状态，请由他人办理。",
                en: "Nobody changes their own roles or closes their own account. Ask somebody else.")
        case .passphraseShort:
            Wording(
                zh: "口令至少 \(Passphrase.fewest) 个字符，可用几个词连成一句。",
                en: "A passphrase has at least \(Passphrase.fewest) characters: several words make one.")
        case .passphraseLong:
            Wording(
                zh: "口令过长，最多 \(Passphrase.most) 字节。",
                en: "The passphrase is too long: \(Passphrase.most) bytes at most.")
        case .passphraseIsName:
            Wording(
                zh: "口令不能就是登录名或姓名。", en: "A passphrase is not one's login or name.")
        case .passphraseMonotone:
            Wording(zh: "口令的字符过于单一。", en: "The passphrase has hardly any different characters.")
        case .passphraseSame:
            Wording(zh: "新口令与原口令相同。", en: "The new passphrase is the old one.")
        }
    }
}
