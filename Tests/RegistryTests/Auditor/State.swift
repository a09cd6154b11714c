import Basics
import Registry

/// Everything there is, as plain dictionaries: the auditor's own idea of what a journal comes to.
package struct State: Equatable, Sendable {
    /// Bodies, closed ones too.
    package var bodies: [Institution.ID: Body] = [:]
    /// Duty statements in force.
    package var duties: [DutyStatement.ID: DutyStatement] = [:]
    /// Matters.
    package var matters: [Matter.ID: Affair] = [:]
    /// People, those who left too.
    package var people: [Person.ID: Human] = [:]
    /// Balances that are not zero.
    package var balances: [Account: Int] = [:]
    /// Open reservations.
    package var reservations: [Reservation.ID: Reservation] = [:]
    /// Known ceilings of the grant.
    package var ceilings: [Commodity: Int] = [:]
    /// Groups of figures that are unknown.
    package var unknown: Set<UnknownGroup> = []
    /// Open tolerances.
    package var tolerances: [Invariant: Allowance] = [:]
    /// Rule packs gone by, by code.
    package var rules: [String: Adopted] = [:]

    /// Nothing.
    package init() {}
}

/// A body as the auditor knows it.
package struct Body: Equatable, Sendable {
    /// Its attributes.
    package var profile: Profile
    /// Its plates, in the order they were hung.
    package var plates: [String]
    /// Its units, in the order they were set up.
    package var units: [InternalUnit]
    /// The position of the Act that closed it, when it is closed.
    package var closedBy: Int?
    /// Into which bodies it was closed.
    package var successors: [Institution.ID]
    /// The reform that locks it.
    package var lock: Citation?
    /// Its row in the office's table.
    package var origin: Origin?

    /// A body.
    package init(
        profile: Profile, plates: [String] = [], units: [InternalUnit] = [], closedBy: Int? = nil,
        successors: [Institution.ID] = [], lock: Citation? = nil, origin: Origin? = nil
    ) {
        self.profile = profile
        self.plates = plates
        self.units = units
        self.closedBy = closedBy
        self.successors = successors
        self.lock = lock
        self.origin = origin
    }
}

/// A matter as the auditor knows it.
package struct Affair: Equatable, Sendable {
    /// Its name.
    package var name: String
    /// Its catalogue.
    package var catalogue: String
    /// Its row in the office's table.
    package var origin: Origin?
    /// Which statements are about it, in the order they joined.
    package var parts: [Matter.Part]
    /// Where nobody leads.
    package var gaps: Set<Area>

    /// A matter.
    package init(
        name: String, catalogue: String, origin: Origin?, parts: [Matter.Part] = [], gaps: Set<Area> = []
    ) {
        self.name = name
        self.catalogue = catalogue
        self.origin = origin
        self.parts = parts
        self.gaps = gaps
    }
}

/// A person as the auditor knows one.
package struct Human: Equatable, Sendable {
    /// The digest of the personal data.
    package var personal: Digest
    /// Places on the establishment, in the order they were taken.
    package var places: [Place]
    /// The position.
    package var position: PositionKind?
    /// Where they work, if elsewhere.
    package var workplace: Institution.ID?
    /// The status.
    package var status: PersonStatus
    /// When they came onto the establishment.
    package var entered: FactDate?
    /// Whether the identity is disputed.
    package var isDisputed: Bool
    /// How they left.
    package var exit: ExitCause?
    /// Their row in the office's table.
    package var origin: Origin?

    /// A person.
    package init(
        personal: Digest, places: [Place] = [], position: PositionKind?, workplace: Institution.ID? = nil,
        status: PersonStatus, entered: FactDate?, isDisputed: Bool = false, exit: ExitCause? = nil, origin: Origin?
    ) {
        self.personal = personal
        self.places = places
        self.position = position
        self.workplace = workplace
        self.status = status
        self.entered = entered
        self.isDisputed = isDisputed
        self.exit = exit
        self.origin = origin
    }
}

/// A group of a body's figures that its table leaves empty.
package struct UnknownGroup: Hashable, Sendable {
    /// Whose.
    package let body: Institution.ID
    /// Which.
    package let group: FigureGroup

    /// The group of figures of a body.
    package init(body: Institution.ID, group: FigureGroup) {
        self.body = body
        self.group = group
    }
}

/// A rule pack that is gone by.
package struct Adopted: Equatable, Sendable {
    /// The digest of its text.
    package let text: Digest
    /// By the Act at which position.
    package let by: Int

    /// A text adopted by an Act.
    package init(text: Digest, by: Int) {
        self.text = text
        self.by = by
    }
}

/// A breach that is put up with.
package struct Allowance: Equatable, Sendable {
    /// By how much.
    package var measure: Int
    /// Why.
    package var cause: Tolerance.Cause
    /// By the Act at which position.
    package var openedBy: Int

    /// An allowance.
    package init(measure: Int, cause: Tolerance.Cause, openedBy: Int) {
        self.measure = measure
        self.cause = cause
        self.openedBy = openedBy
    }
}
