import Basics

/// A person (人员) as the register knows one: a random identifier and four dated facts.
///
/// Name, identity number, birth date and the like stand encrypted beside the journal; the register has a digest.
package struct Person: Hashable, Sendable {
    /// A random identifier.
    package typealias ID = Identifier<Person>

    /// Who.
    package let id: ID
    /// The digest of the personal data that stand encrypted beside the journal.
    package var personal: Digest
    /// First fact: the places held on the establishment; more than one only under a tolerance.
    package var places: [Place] = []
    /// Second fact: the position (岗位).
    package var position: PositionKind?
    /// Third fact: where they work, where that is not where they are on the establishment.
    package var workplace: Institution.ID?
    /// Fourth fact: their status (身份).
    package var status: PersonStatus
    /// When they came onto the establishment, as their record says (入编时间).
    package var entered: FactDate?
    /// Two people share this one's identity number: nothing moves until that is settled.
    package var isDisputed: Bool
    /// How they left for good, if they did.
    package var exit: ExitCause?
    /// Where the office's own table lists them.
    package var origin: Origin?
}

extension Person {
    /// Whether there is something to look into: more than one place, a workplace elsewhere, an identity in dispute, a
    /// status that does not go with the head or the position.
    package var isUnsettled: Bool {
        places.count > 1 || workplace != nil || isDisputed || (exit == nil && !fitsStatus)
    }
}

/// A place held on the establishment of a body.
package struct Place: Hashable, Sendable {
    /// Where.
    package var institution: Institution.ID
    /// Of which kind.
    package var kind: EstablishmentKind
    /// The leader post held there, if any.
    package var role: LeaderRole?
    /// The row of the office's table that says so.
    package var origin: Origin?

    /// A place.
    package init(institution: Institution.ID, kind: EstablishmentKind, role: LeaderRole? = nil, origin: Origin? = nil) {
        self.institution = institution
        self.kind = kind
        self.role = role
        self.origin = origin
    }
}

/// The kind of position (岗位类别).
package enum PositionKind: UInt8, CaseIterable, Sendable {
    /// A civil servant's (公务员职位).
    case civilService = 1
    /// Management (管理岗位).
    case management
    /// Professional and technical (专业技术岗位).
    case professional
    /// Worker (工勤技能岗位).
    case worker
}

/// A person's status (身份): only the first five can be on the establishment.
package enum PersonStatus: UInt8, CaseIterable, Sendable {
    /// Civil servant (公务员).
    case civilServant = 1
    /// Managed by reference to the Civil Servants Law (参照公务员法管理).
    case byReference
    /// Management staff of a public institution (管理人员).
    case management
    /// Professional staff (专业技术人员).
    case professional
    /// Worker (工勤人员).
    case worker
    /// Filed quota (报备员额), outside the ledger.
    case filedQuota
    /// On contract (合同制).
    case contract
    /// Through an agency (劳务派遣).
    case agency
    /// Auxiliary (辅助人员).
    case auxiliary

    /// Whether it allows a place on the establishment.
    package var mayHoldPlace: Bool { rawValue <= PersonStatus.worker.rawValue }
}

/// How a person leaves the establishment (下编原因).
package enum ExitCause: UInt8, CaseIterable, Sendable {
    /// Retirement (退休).
    case retirement = 1
    /// Death (死亡).
    case death
    /// Resignation (辞职).
    case resignation
    /// Dismissal (辞退, 开除).
    case dismissal
    /// Moved out of the jurisdiction (调出).
    case transferOut
    /// Into an enterprise with the duty they did (转企).
    case toEnterprise
}
