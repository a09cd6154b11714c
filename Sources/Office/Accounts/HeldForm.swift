import Accounts
import Basics
import Foundation
import Storage

/// A form that somebody sent when their session was over (待续表单), with all that was typed.
///
/// It is kept nowhere: sealed, it travels with the pages that ask for the sign-in, and opens for its owner alone.
package struct HeldForm: Hashable, Sendable, Codable {
    /// One field of it.
    package struct Field: Hashable, Sendable, Codable {
        /// Its name.
        package let name: String
        /// What was typed.
        package let value: String

        /// A field.
        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Where it was sent to, in this house.
    package let path: String
    /// What was sent, without the token of the form.
    package let fields: [Field]

    /// A form that was sent.
    package init(path: String, fields: [Field]) {
        self.path = path
        self.fields = fields
    }
}

extension AccountBook {
    /// Whose form it is: of the account in whose session it was opened, over or not. Nil unless its token is that session's,
    /// which no other page can make.
    package func owner(ofForm formToken: String, openedIn token: String) throws(OfficeFailure) -> UserAccount? {
        guard let digest = SessionToken.digest(token),
            areEqual(Array(SessionToken.formToken(token).utf8), Array(formToken.utf8))
        else { return nil }
        let row = try storing { () throws(StorageFailure) in try journal.session(digest, in: jurisdiction) }
        guard let row, row.stage == SessionStage.whole.rawValue else { return nil }
        return (try? kept(row.account.account))?.account
    }

    /// A form sealed for its owner, as a page carries it.
    package func hold(_ form: HeldForm, for owner: UserAccount, at instant: Instant) throws(OfficeFailure) -> String {
        let whole = Held(owner: owner.id.description, sent: instant.milliseconds, form: form)
        guard let data = try? JSONEncoder().encode(whole), let text = String(validating: data, as: UTF8.self) else {
            throw OfficeFailure(.corrupt)
        }
        let sealed = try storing { () throws(StorageFailure) in
            try journal.vault.seal(text, as: .form, for: jurisdiction)
        }
        return "\(sealed.digest)" + Data(sealed.box).base64EncodedString()
    }

    /// A form that was held, for whoever is signed in now; nil for another's, for one of longer ago than a session lasts, and
    /// for what was never held here.
    package func release(_ held: String, to viewer: Viewer, at instant: Instant) -> HeldForm? {
        guard let digest = Digest(hex: held.prefix(64)), let box = Data(base64Encoded: String(held.dropFirst(64))),
            let text = try? journal.vault.open(
                SealedText(jurisdiction: jurisdiction, digest: digest, kind: .form, box: Array(box))),
            let whole = try? JSONDecoder().decode(Held.self, from: Data(text.utf8)),
            whole.owner == viewer.account.id.description,
            instant.milliseconds - whole.sent < AccountBook.longest
        else { return nil }
        return whole.form
    }
}

/// What is sealed of a form.
private struct Held: Codable {
    let owner: String
    let sent: Int64
    let form: HeldForm
}
