/// What can be allowed (权限). Every way into the system names the one it asks for.
package enum Right: CaseIterable, Sendable {
    /// Sees whether they are signed in and as what; everybody with an account.
    case haveAccount
    /// Reads the register of the bodies they may see (查看台账).
    case readRegister
    /// Reads what is about the whole jurisdiction: ledger, documents, statistics (查看全局).
    case readWhole
    /// Has personal data shown, for a reason and on record (查看个人信息).
    case revealPersonal
    /// Takes the register out as a file (导出).
    case export
    /// Imports workbooks and confirms differences (导入).
    case importWorkbook
    /// Drafts changes and moves them (动议).
    case move
    /// Files a request to use headcount, for the bodies they may see (用编申请).
    case requestHeads
    /// Reviews and returns motions (论证).
    case review
    /// Puts motions on an agenda and enters what a meeting came to (议程与会议).
    case keepMeetings
    /// Decides (审议决定).
    case decide
    /// Countersigns leader posts (会签).
    case countersign
    /// Opens, closes and mends accounts (账号管理).
    case manageAccounts
    /// Gives and takes roles (授权管理).
    case grantRoles
    /// Reads, searches and exports the audit (审计).
    case readAudit

    /// The roles that have it.
    package var roles: Set<Role> {
        switch self {
        case .haveAccount: Set(Role.allCases)
        case .readRegister:
            [.clerk, .reviewer, .head, .commissioner, .organisation, .contact, .inspector, .leader]
        case .readWhole: [.clerk, .reviewer, .head, .commissioner, .organisation, .inspector, .leader]
        case .revealPersonal: [.clerk, .reviewer, .head, .organisation]
        case .export: [.clerk, .reviewer, .head, .inspector, .leader]
        case .importWorkbook, .move: [.clerk]
        case .requestHeads: [.clerk, .contact]
        case .review: [.reviewer]
        case .keepMeetings: [.clerk, .reviewer]
        case .decide: [.head, .commissioner]
        case .countersign: [.organisation]
        case .manageAccounts: [.systemAdministrator]
        case .grantRoles: [.securityAdministrator]
        case .readAudit: [.auditAdministrator]
        }
    }
}
