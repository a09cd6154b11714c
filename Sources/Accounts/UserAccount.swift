import Basics
import Registry

/// A role given to somebody, for the jurisdiction or for some bodies of it (授权).
package struct Grant: Hashable, Sendable {
    /// The role.
    package let role: Role
    /// The bodies it is limited to; nil for all of the jurisdiction. A body counts with all that it supervises.
    package let bodies: Set<Institution.ID>?

    /// A role, for these bodies or for all.
    package init(_ role: Role, for bodies: Set<Institution.ID>? = nil) {
        self.role = role
        self.bodies = bodies
    }
}

/// Somebody's account (账号): who, and what they may do. How they prove who they are stands elsewhere (`Credential`).
package struct UserAccount: Hashable, Sendable {
    /// A random identifier.
    package typealias ID = Identifier<UserAccount>

    /// Which.
    package let id: ID
    /// What they type to sign in, in lower case; unique in the jurisdiction.
    package var login: String
    /// Their name, by which the journal knows them as an officer; unique in the jurisdiction.
    package var name: String
    /// What they may do.
    package var grants: [Grant]
    /// Whether nobody can sign in with it.
    package var isDisabled: Bool
    /// How often it was changed: a session ends when this is no longer what it was.
    package var version: Int

    /// An account.
    package init(
        id: ID, login: String, name: String, grants: [Grant] = [], isDisabled: Bool = false, version: Int = 1
    ) {
        self.id = id
        self.login = login
        self.name = name
        self.grants = grants
        self.isDisabled = isDisabled
        self.version = version
    }

    /// Its roles.
    package var roles: Set<Role> { Set(grants.map(\.role)) }

    /// Whether it asks for a second factor at every sign-in.
    package var needsSecondFactor: Bool { grants.contains { $0.role.needsSecondFactor } }

    /// Whether something is allowed, somewhere at least.
    package func may(_ right: Right) -> Bool {
        !isDisabled && (right == .haveAccount || grants.contains { right.roles.contains($0.role) })
    }

    /// Where something is allowed.
    package func reach(of right: Right) -> Reach {
        guard !isDisabled else { return .nowhere }
        var bodies: Set<Institution.ID> = []
        for grant in grants where right.roles.contains(grant.role) {
            guard let own = grant.bodies else { return .everywhere }
            bodies.formUnion(own)
        }
        return bodies.isEmpty ? .nowhere : .bodies(bodies)
    }
}

/// Where somebody may do something (范围).
package enum Reach: Hashable, Sendable {
    /// Nowhere.
    case nowhere
    /// With these bodies and what they supervise.
    case bodies(Set<Institution.ID>)
    /// In the whole jurisdiction.
    case everywhere

    /// Whether a body is within it: itself, or whoever supervises it in any number of steps.
    package func holds(_ id: Institution.ID, in register: Register) -> Bool {
        switch self {
        case .nowhere: return false
        case .everywhere: return true
        case .bodies(let own):
            var seen: Set<Institution.ID> = []
            var next: Institution.ID? = id
            while let current = next, seen.insert(current).inserted {
                if own.contains(current) { return true }
                next = register.institutions[current]?.profile.supervisor
            }
            return false
        }
    }
}
