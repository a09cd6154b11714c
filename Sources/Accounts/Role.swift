import Basics

/// What somebody does with the system (角色). Codes stand in the database: a case is added, never altered.
package enum Role: UInt8, CaseIterable, Comparable, Sendable {
    /// A clerk of the office, who keeps the register and drafts (经办).
    case clerk = 1
    /// A reviewer, who argues and returns (复核).
    case reviewer
    /// The head of the office, who decides what the office decides (编办负责人).
    case head
    /// A member of the commission, who decides what it decides (编委委员).
    case commissioner
    /// The Organisation Department, which countersigns leader posts (组织部).
    case organisation
    /// The contact of a department, for its own bodies (部门联络员).
    case contact
    /// Reception of the mediation centre (接待).
    case reception
    /// Dispatch of the mediation centre (分派).
    case dispatcher
    /// A mediator (调解员).
    case mediator
    /// A sub-centre in a township (镇街分中心).
    case subCentre
    /// An inspector, who reads (督查).
    case inspector
    /// A leader, who reads (领导).
    case leader
    /// Opens and closes accounts and keeps the system running; decides no rights (系统管理员).
    case systemAdministrator
    /// Gives and takes roles; opens no accounts (安全保密管理员).
    case securityAdministrator
    /// Reads the audit, that of the other two above all (安全审计员).
    case auditAdministrator

    /// By code.
    package static func < (left: Role, right: Role) -> Bool { left.rawValue < right.rawValue }

    /// Whether it is one of the three administrators (三员), of whom nobody is two and none has any business.
    package var isAdministrator: Bool { self >= .systemAdministrator }

    /// Whether it can be limited to bodies: the others are for the whole jurisdiction.
    package var isForBodies: Bool { self == .contact }

    /// Whether it asks for a second factor at every sign-in: whoever decides, and the administrators.
    package var needsSecondFactor: Bool {
        isAdministrator || [.head, .commissioner, .organisation].contains(self)
    }

    /// What it is called.
    package var name: Wording {
        switch self {
        case .clerk: Wording(zh: "经办", en: "Clerk")
        case .reviewer: Wording(zh: "复核", en: "Reviewer")
        case .head: Wording(zh: "编办负责人", en: "Head of the office")
        case .commissioner: Wording(zh: "编委委员", en: "Commission member")
        case .organisation: Wording(zh: "组织部", en: "Organisation Department")
        case .contact: Wording(zh: "部门联络员", en: "Department contact")
        case .reception: Wording(zh: "接待", en: "Reception")
        case .dispatcher: Wording(zh: "分派", en: "Dispatcher")
        case .mediator: Wording(zh: "调解员", en: "Mediator")
        case .subCentre: Wording(zh: "镇街分中心", en: "Township sub-centre")
        case .inspector: Wording(zh: "督查", en: "Inspector")
        case .leader: Wording(zh: "领导", en: "Leader")
        case .systemAdministrator: Wording(zh: "系统管理员", en: "System administrator")
        case .securityAdministrator: Wording(zh: "安全保密管理员", en: "Security administrator")
        case .auditAdministrator: Wording(zh: "安全审计员", en: "Audit administrator")
        }
    }
}
