import Basics

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
    /// Sees which role may do what (权限表).
    case readRights

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
        case .readRights: [.systemAdministrator, .securityAdministrator, .auditAdministrator]
        }
    }

    /// What it is called.
    package var name: Wording {
        switch self {
        case .haveAccount: Wording(zh: "登录、查看本人账号", en: "Sign in, see their own account")
        case .readRegister: Wording(zh: "查看台账", en: "Read the register")
        case .readWhole: Wording(zh: "查看全局（编制账、文件、问题）", en: "Read ledger, documents and findings")
        case .revealPersonal: Wording(zh: "查看个人信息（留痕）", en: "See personal data, on record")
        case .export: Wording(zh: "导出台账", en: "Export the register")
        case .importWorkbook: Wording(zh: "导入表格", en: "Import workbooks")
        case .move: Wording(zh: "起草变动、提出动议", en: "Draft changes and move them")
        case .requestHeads: Wording(zh: "用编申请", en: "Request headcount use")
        case .review: Wording(zh: "论证、退回动议", en: "Review and return motions")
        case .keepMeetings: Wording(zh: "编排议程、记录会议", en: "Keep agendas and meetings")
        case .decide: Wording(zh: "审议决定", en: "Decide")
        case .countersign: Wording(zh: "会签领导职数", en: "Countersign leader posts")
        case .manageAccounts: Wording(zh: "管理账号", en: "Manage accounts")
        case .grantRoles: Wording(zh: "授予角色", en: "Give and take roles")
        case .readAudit: Wording(zh: "查看、导出审计", en: "Read and export the audit")
        case .readRights: Wording(zh: "查看权限表", en: "See who may do what")
        }
    }
}
