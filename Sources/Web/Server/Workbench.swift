import Accounts
import Basics
import Dispatch
import Office
import Registry
import Storage
import Synchronization

/// What the server has open (工作台): the journal, the desk of its district, the accounts, the assets.
package final class Workbench: Sendable {
    /// The journal.
    let journal: Journal
    /// The desk that all requests share.
    let desk: SharedDesk
    /// The division code.
    let jurisdiction: String
    /// The name of the district, where it is known.
    let district: String?
    /// Styles and scripts.
    let assets: Assets
    /// Whether cookies may go over TLS only.
    let isSecure: Bool
    /// The accounts, their sessions, and the audit.
    let accounts: AccountBook
    /// Who is signed in by a token, at a moment.
    let viewer: @Sendable (String, Instant) throws -> Viewer?
    /// The clock.
    let clock: @Sendable () -> Instant
    /// What is derived from the register and costs more than a page.
    let derived = Derived()
    /// The imports under way.
    let imports = ImportShelf(origin: .random(in: .min ... .max))

    /// What the server has open.
    /// - Parameter viewer: who is signed in by a token, where that is not asked of the accounts.
    package init(
        journal: Journal, desk: SharedDesk, jurisdiction: String, district: String? = nil, assets: Assets,
        isSecure: Bool = false, accounts: AccountBook,
        viewer: (@Sendable (String, Instant) throws -> Viewer?)? = nil,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.journal = journal
        self.desk = desk
        self.jurisdiction = jurisdiction
        self.district = district
        self.assets = assets
        self.isSecure = isSecure
        self.accounts = accounts
        self.viewer = viewer ?? { token, instant in try accounts.viewer(token: token, at: instant) }
        self.clock = clock
    }

    /// Takes in what was recorded, and looks at the register anew where nobody waits for it.
    func refresh() throws(OfficeFailure) {
        try desk.refresh()
        lookAhead()
    }

    /// Looks at the register where nobody waits for it.
    func lookAhead() {
        let now = clock()
        DispatchQueue.global(qos: .utility).async {
            self.derived.lookAhead(on: self.desk, today: now.officeDay)
            // Whoever asks for the motions next reads what failed here.
            _ = try? self.derived.motions(on: self.desk, at: now)
        }
    }
}
