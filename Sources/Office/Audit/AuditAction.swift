import Basics

/// What was done, as the audit has it (审计事项). Codes stand in the database: a case is added, never altered.
package enum AuditAction: UInt8, CaseIterable, Sendable {
    /// Somebody signed in, or tried to.
    case signIn = 1
    /// Login and passphrase were right, and the second factor is awaited.
    case firstFactor
    /// Somebody signed out.
    case signOut
    /// A one-time link was taken up.
    case linkTaken
    /// A second factor was enrolled.
    case factorEnrolled
    /// Somebody changed their passphrase.
    case passphraseChanged
    /// Somebody ended another session of theirs.
    case sessionEnded
    /// An account was opened, with a one-time link.
    case accountOpened
    /// An account was disabled.
    case accountDisabled
    /// An account was enabled again.
    case accountEnabled
    /// A new link took the place of passphrase and second factor.
    case linkRenewed
    /// Roles were given or taken.
    case rolesGranted
    /// An Act was recorded in the register.
    case registerAct
    /// A motion moved on.
    case motionEvent
    /// A draft was saved or taken away.
    case draftSaved
    /// Something was decided about a finding.
    case findingDecided
    /// A workbook was read in or reconciled.
    case workbookImported
    /// Something was taken out as a file.
    case exported
    /// Personal data were shown.
    case personalShown
    /// The audit was looked at.
    case auditRead
    /// The audit was taken out as a file.
    case auditExported
    /// Somebody asked for what they may not have.
    case accessRefused
    /// A form came without its token, or with an old one.
    case formRefused
    /// The keys of the database were renewed.
    case keysRenewed

    /// What it is called.
    package var name: Wording {
        switch self {
        case .signIn: Wording(zh: "登录", en: "Sign-in")
        case .firstFactor: Wording(zh: "口令通过，待动态口令", en: "Passphrase right, code awaited")
        case .signOut: Wording(zh: "退出", en: "Sign-out")
        case .linkTaken: Wording(zh: "启用一次性链接", en: "One-time link taken up")
        case .factorEnrolled: Wording(zh: "绑定动态口令", en: "Second factor enrolled")
        case .passphraseChanged: Wording(zh: "修改口令", en: "Passphrase changed")
        case .sessionEnded: Wording(zh: "结束会话", en: "Session ended")
        case .accountOpened: Wording(zh: "开立账号", en: "Account opened")
        case .accountDisabled: Wording(zh: "停用账号", en: "Account disabled")
        case .accountEnabled: Wording(zh: "恢复账号", en: "Account enabled")
        case .linkRenewed: Wording(zh: "重发一次性链接", en: "New one-time link")
        case .rolesGranted: Wording(zh: "变更角色", en: "Roles changed")
        case .registerAct: Wording(zh: "登记变动", en: "Register changed")
        case .motionEvent: Wording(zh: "办理动议", en: "Motion moved on")
        case .draftSaved: Wording(zh: "保存方案稿", en: "Draft saved")
        case .findingDecided: Wording(zh: "处理问题", en: "Finding decided")
        case .workbookImported: Wording(zh: "导入表格", en: "Workbook imported")
        case .exported: Wording(zh: "导出", en: "Export")
        case .personalShown: Wording(zh: "查看个人信息", en: "Personal data shown")
        case .auditRead: Wording(zh: "查看审计", en: "Audit looked at")
        case .auditExported: Wording(zh: "导出审计", en: "Audit exported")
        case .accessRefused: Wording(zh: "越权访问", en: "Access refused")
        case .formRefused: Wording(zh: "表单令牌无效", en: "Form refused")
        case .keysRenewed: Wording(zh: "换用密钥", en: "Keys renewed")
        }
    }
}

/// How it ended (结果). Codes stand in the database: a case is added, never altered.
package enum AuditOutcome: UInt8, CaseIterable, Sendable {
    /// It was done.
    case done = 1
    /// It was refused.
    case refused
    /// The world failed.
    case failed
    /// It was not even looked at: too many tries before had failed.
    case barred

    /// What it is called.
    package var name: Wording {
        switch self {
        case .done: Wording(zh: "成功", en: "Done")
        case .refused: Wording(zh: "拒绝", en: "Refused")
        case .failed: Wording(zh: "故障", en: "Failed")
        case .barred: Wording(zh: "锁定", en: "Locked out")
        }
    }
}
